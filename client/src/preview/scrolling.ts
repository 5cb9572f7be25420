/** So long after we scrolled what moves is not the user's doing. */
const OWN_SCROLL_MS = 150;

/** Scrolls the page, and tells the user's scrolling from ours. */
export class Scrolling {
  #quietUntil = 0;
  #isDue = false;

  /** `onScroll` is called once a frame while the user scrolls. */
  constructor(onScroll: () => void) {
    window.addEventListener('scroll', () => {
      if (this.#isDue || performance.now() < this.#quietUntil) return;
      this.#isDue = true;
      requestAnimationFrame(() => {
        this.#isDue = false;
        onScroll();
      });
    });
  }

  to(top: number): void {
    this.#quietUntil = performance.now() + OWN_SCROLL_MS;
    window.scrollTo({ top, behavior: 'instant' });
  }
}

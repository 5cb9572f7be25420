import { element } from '../pages/dom.ts';

export type PanelName = 'findings' | 'form' | 'preview';

interface Panel {
  readonly name: PanelName;
  readonly label: string;
  readonly content: HTMLElement;
}

/** Panels of which one is shown, chosen by tabs (ARIA practices, “tabs”, chosen by arrow keys). */
export class Panels {
  readonly element: HTMLElement;
  readonly #tabs: readonly { readonly name: PanelName; readonly tab: HTMLElement; readonly panel: HTMLElement }[];
  #shown: PanelName = 'findings';

  constructor(
    label: string,
    panels: readonly Panel[],
    private readonly onShow: (name: PanelName) => void,
  ) {
    this.#tabs = panels.map(({ name, label: words, content }) => {
      const tab = element(
        'button',
        { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}` },
        [words],
      );
      tab.addEventListener('click', () => {
        this.show(name, false);
      });
      const panel = element(
        'div',
        { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}`, class: 'panel' },
        [content],
      );
      return { name, tab, panel };
    });
    const list = element(
      'div',
      { role: 'tablist', 'aria-label': label },
      this.#tabs.map(({ tab }) => tab),
    );
    list.addEventListener('keydown', event => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const at = this.#tabs.findIndex(({ name }) => name === this.#shown);
      const next = this.#tabs.at((at + step) % this.#tabs.length);
      if (!next) return;
      this.show(next.name, false);
      next.tab.focus();
    });
    this.element = element('section', { class: 'panels', 'aria-label': label }, [
      list,
      ...this.#tabs.map(({ panel }) => panel),
    ]);
    this.#mark();
  }

  get shown(): PanelName {
    return this.#shown;
  }

  /** Shows a panel; `isFinal`: the user goes on there. */
  show(name: PanelName, isFinal: boolean): void {
    this.#shown = name;
    this.#mark();
    this.onShow(name);
    if (!isFinal) return;
    const panel = this.#tabs.find(each => each.name === name)?.panel;
    const target = panel?.querySelector<HTMLElement>('iframe, button');
    target?.focus();
    if (target instanceof HTMLIFrameElement) target.contentWindow?.focus();
  }

  #mark(): void {
    for (const { name, tab, panel } of this.#tabs) {
      const isShown = name === this.#shown;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      panel.hidden = !isShown;
    }
  }
}

import { button, element } from '../pages/dom.ts';
import type { PageState } from '../pages/messages.ts';
import { PREVIEW_COMMANDS, type FromPreview, type PreviewWords, type ToPreview } from './messages.ts';
import { Paper, placeOf } from './paper.ts';
import { Scrolling } from './scrolling.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPreview): void;
  setState(state: PageState): void;
};

const api = acquireVsCodeApi();
const post = (message: FromPreview): void => {
  api.postMessage(message);
};

const WORD_OF = {
  exportDocx: 'client.preview.docx',
  exportHtml: 'client.preview.html',
  copyHtml: 'client.preview.copy',
  print: 'client.preview.print',
} as const;

/** The page: buttons, the paper, and what happens to it. */
class PreviewPage {
  readonly #paper: Paper;
  readonly #sheet: HTMLElement;
  readonly #notice: HTMLElement;
  readonly #words: PreviewWords;
  #version = 0;
  #cursor: number | undefined;
  #current: HTMLElement | undefined;
  readonly #scrolling = new Scrolling(() => {
    post({ kind: 'scroll', version: this.#version, offset: this.#paper.offsetAt(this.#seenFrom()) });
  });

  constructor(root: HTMLElement, words: PreviewWords) {
    this.#words = words;
    this.#notice = element('p', { class: 'notice', role: 'status' });
    this.#sheet = element('article', { class: 'paper', 'aria-label': words['client.preview.paper'], tabindex: 0 });
    this.#paper = new Paper(this.#sheet);
    const buttons = PREVIEW_COMMANDS.map(command =>
      button(words[WORD_OF[command]], () => {
        post({ kind: 'command', command });
      }),
    );
    const toText = button(words['client.preview.toText'], () => {
      post({ kind: 'toText' });
    });
    const bar = element('div', { class: 'bar', role: 'toolbar', 'aria-label': words['client.preview.actions'] }, [
      toText,
      ...buttons,
    ]);
    root.replaceChildren(
      element('header', {}, [bar, element('p', { class: 'keys' }, [words['client.preview.keys']]), this.#notice]),
      this.#sheet,
    );
    this.#listen();
  }

  receive(message: Exclude<ToPreview, { kind: 'words' }>): void {
    switch (message.kind) {
      case 'preview': {
        const { version, isTooLong, blocks } = message.preview;
        this.#version = version;
        this.#paper.show(message.preview);
        const isEmpty = blocks.length === 0;
        this.#notice.textContent = isTooLong
          ? this.#words['client.preview.tooLong']
          : isEmpty
            ? this.#words['client.preview.empty']
            : '';
        this.#showCursor(false);
        return;
      }
      case 'unavailable':
        this.#notice.textContent = message.sentence;
        return;
      case 'cursor':
        this.#cursor = message.offset;
        if (message.version === this.#version) this.#showCursor(true);
        return;
      case 'scroll':
        if (message.version === this.#version) this.#scrolling.to(this.#paper.topOf(message.offset) - this.#edge());
    }
  }

  #showCursor(isSought: boolean): void {
    const found = this.#cursor === undefined ? undefined : this.#paper.elementAt(this.#cursor);
    if (found !== this.#current) this.#current?.classList.remove('current');
    found?.classList.add('current');
    this.#current = found;
    if (!found || !isSought) return;
    const { top, bottom } = found.getBoundingClientRect();
    if (top >= this.#edge() && bottom <= window.innerHeight) return;
    const middle = Math.min((window.innerHeight + this.#edge()) / 2, window.innerHeight - (bottom - top));
    this.#scrolling.to(document.documentElement.scrollTop + top - Math.max(this.#edge(), middle));
  }

  /** Where the paper begins to be seen, below the buttons. */
  #edge(): number {
    return document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  }

  /** How far down the page is seen. */
  #seenFrom(): number {
    return document.documentElement.scrollTop + this.#edge();
  }

  #listen(): void {
    this.#sheet.addEventListener('click', event => {
      // Words are being chosen to be copied.
      if (getSelection()?.isCollapsed === false && event.detail < 2) return;
      this.#pointAt(event.target, event.detail >= 2);
    });
    this.#sheet.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const isMark = event.target instanceof HTMLElement && event.target.dataset['finding'] !== undefined;
      if (!isMark && event.key === ' ') return;
      event.preventDefault();
      if (isMark) this.#pointAt(event.target, true);
      else this.#goOn();
    });
  }

  /** What a person points at: a finding, or a place to go to. */
  #pointAt(target: EventTarget | null, isFinal: boolean): void {
    if (!(target instanceof Element)) return;
    const finding = target.closest<HTMLElement>('[data-finding]')?.dataset['finding'];
    const version = this.#version;
    if (finding !== undefined) {
      post({ kind: 'finding', version, index: Number(finding) });
      return;
    }
    const placed = target.closest<HTMLElement>('[data-from]');
    if (placed) post({ kind: 'select', version, offset: placeOf(placed)[0], isFinal });
  }

  /** Goes on in the text, where the cursor stands or else at what is seen first. */
  #goOn(): void {
    const offset = this.#current ? placeOf(this.#current)[0] : this.#paper.offsetAt(this.#seenFrom());
    post({ kind: 'select', version: this.#version, offset, isFinal: true });
  }
}

function start(): void {
  const root = document.getElementById('preview');
  let page: PreviewPage | undefined;
  window.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
    if (data.kind !== 'words') page?.receive(data);
    else if (root && !page) {
      api.setState(data.state);
      page = new PreviewPage(root, data.words);
    }
  });
  post({ kind: 'ready' });
}

start();

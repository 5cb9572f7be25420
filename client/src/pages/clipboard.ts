import { LIMITS } from '../../../server/src/text/limits.ts';
import { element } from './dom.ts';
import type { ClipboardWords, FromClipboardPage, ToClipboardPage } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromClipboardPage): void };

const api = acquireVsCodeApi();

function show(root: HTMLElement, words: ClipboardWords): void {
  const how = element('p', { id: 'how' }, [words['client.clipboard.how']]);
  const place = element('div', {
    class: 'place',
    role: 'textbox',
    tabindex: 0,
    'aria-label': words['client.clipboard.title'],
    'aria-describedby': 'how',
  });
  root.replaceChildren(element('h1', {}, [words['client.clipboard.title']]), how, place);
  place.focus();
  window.addEventListener('focus', () => {
    place.focus();
  });
}

function start(): void {
  const root = document.getElementById('clipboard');
  window.addEventListener('message', ({ data }: MessageEvent<ToClipboardPage>) => {
    if (root) show(root, data.words);
  });
  document.addEventListener('paste', event => {
    event.preventDefault();
    // That more is too much is seen from its beginning.
    const read = (type: string) => (event.clipboardData?.getData(type) ?? '').slice(0, LIMITS.clipboardLength + 1);
    api.postMessage({ kind: 'pasted', html: read('text/html'), text: read('text/plain') });
  });
  api.postMessage({ kind: 'ready' });
}

start();

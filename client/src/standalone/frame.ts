import { pageKey } from './pageKeys.ts';

// Stands in for the editor in the frames with the table form and the preview, which know it by messages alone.

const isOurs = (source: MessageEventSource | null) => source === window.parent;

// Nobody else's messages reach the page behind us.
window.addEventListener(
  'message',
  event => {
    if (!isOurs(event.source) || event.origin !== location.origin) event.stopImmediatePropagation();
  },
  true,
);

Object.assign(globalThis, {
  acquireVsCodeApi: () => ({
    postMessage: (message: unknown) => {
      window.parent.postMessage(message, location.origin);
    },
    setState: () => undefined,
  }),
});

// Keys of the page work in its frames too.
window.addEventListener('keydown', event => {
  const pressed = pageKey(event);
  if (pressed === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  window.parent.postMessage({ kind: 'key', key: pressed }, location.origin);
});

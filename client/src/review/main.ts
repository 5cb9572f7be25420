import { ReviewPage } from './page.ts';
import type { FromReview, ToReview } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromReview): void };

const api = acquireVsCodeApi();

function start(): void {
  const root = document.getElementById('review');
  let page: ReviewPage | undefined;
  window.addEventListener('message', ({ data }: MessageEvent<ToReview>) => {
    if (data.kind !== 'words') page?.receive(data);
    else if (root && !page)
      page = new ReviewPage(root, data.words, message => {
        api.postMessage(message);
      });
  });
  api.postMessage({ kind: 'ready' });
}

start();

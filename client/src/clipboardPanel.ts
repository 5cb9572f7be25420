import { ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import { importCopied } from './importDocument.ts';
import { text } from './language.ts';
import { CLIPBOARD_WORDS, readFromClipboardPage, type ClipboardWords, type ToClipboardPage } from './pages/messages.ts';
import type { Documents } from './readDocument.ts';
import { fillWebview, PAGE_OPTIONS, pagesFolder } from './webviews.ts';

/**
 * Opens a page to paste a copied report into; extensions themselves get no more of the clipboard than its plain text,
 * which has lost the tables. It closes once the draft is there.
 */
export function openClipboardPage(documents: Documents, extensionUri: Uri): WebviewPanel {
  const panel = window.createWebviewPanel('annualReport.clipboard', text('client.clipboard.title'), ViewColumn.Active, {
    ...PAGE_OPTIONS,
    localResourceRoots: [pagesFolder(extensionUri)],
  });
  let isBusy = false;
  panel.webview.onDidReceiveMessage(async (message: unknown) => {
    const told = readFromClipboardPage(message);
    if (told?.kind === 'ready') {
      const words = Object.fromEntries(CLIPBOARD_WORDS.map(id => [id, text(id)])) as ClipboardWords;
      void panel.webview.postMessage({ kind: 'words', words } satisfies ToClipboardPage);
    } else if (told && !isBusy) {
      isBusy = true;
      const isDone = await importCopied(documents, told);
      isBusy = false;
      if (isDone) panel.dispose();
    }
  });
  fillWebview(panel, extensionUri, { name: 'clipboard', root: 'clipboard' });
  return panel;
}

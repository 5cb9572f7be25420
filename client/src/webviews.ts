import { env, Uri, window, type Disposable, type WebviewPanel } from 'vscode';
import { languageFor } from '../../server/src/messages/text.ts';
import { readPageState } from './pages/messages.ts';
import { webviewPage } from './webviewPage.ts';

/** What every page of ours may do; `localResourceRoots` is {@link pagesFolder} alone. */
export const PAGE_OPTIONS = { enableScripts: true, enableForms: false } as const;

/** The folder with the scripts and style sheets of our pages. */
export function pagesFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist');
}

/** Opens pages of drafts again with the window in which they were open. */
export function openPagesAgain(viewType: string, add: (panel: WebviewPanel, uri: Uri) => void): Disposable {
  return window.registerWebviewPanelSerializer(viewType, {
    deserializeWebviewPanel: (panel, state: unknown) => {
      const kept = readPageState(state);
      if (kept) add(panel, Uri.parse(kept.uri));
      else panel.dispose();
      return Promise.resolve();
    },
  });
}

/** Puts a page into a panel; `name` is that of its script and its style sheet. */
export function fillWebview(
  { webview, title }: WebviewPanel,
  extensionUri: Uri,
  { name, root }: { readonly name: string; readonly root: string },
): void {
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(pagesFolder(extensionUri), file)).toString();
  webview.html = webviewPage({
    language: languageFor(env.language),
    title,
    root,
    styleSource: webview.cspSource,
    style: address(`${name}.css`),
    script: address(`${name}.js`),
    nonce: Array.from(crypto.getRandomValues(new Uint8Array(24)), byte => byte.toString(16).padStart(2, '0')).join(''),
  });
}

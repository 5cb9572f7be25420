import {
  commands,
  Range,
  Selection,
  TextEditorRevealType,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type TextEditor,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import { PREVIEW_REQUEST, type Preview, type PreviewParams } from '../../server/src/protocol/documents.ts';
import { nameOf } from './fileNames.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { followDrafts } from './movedDrafts.ts';
import type { MeantDraft } from './meantDraft.ts';
import { openDocument } from './openDocument.ts';
import {
  PREVIEW_WORDS,
  readFromPreview,
  type FromPreview,
  type PreviewWords,
  type ToPreview,
} from './preview/messages.ts';
import { PreviewSession } from './previewSession.ts';
import { fillWebview, openPagesAgain, PAGE_OPTIONS, pagesFolder } from './webviews.ts';

const VIEW_TYPE = 'annualReport.preview';

/** A draft that nobody pulls findings of is shown this long after a change. */
const REFRESH_MS = 500;

/** The previews that are open, one for each draft. */
export class Previews implements Disposable {
  readonly #open = new Map<string, OpenPreview>();
  readonly #listeners: readonly Disposable[];

  constructor(
    private readonly server: LanguageServer,
    private readonly extensionUri: Uri,
    private readonly meant: MeantDraft,
  ) {
    const changed = ({ uri }: TextDocument) => this.#open.get(uri.toString())?.refreshSoon();
    const of = ({ document }: TextEditor) => this.#open.get(document.uri.toString());
    this.#listeners = [
      // Before others look for what is closed.
      followDrafts(this.#open),
      workspace.onDidChangeTextDocument(({ document }) => changed(document)),
      workspace.onDidOpenTextDocument(changed),
      workspace.onDidCloseTextDocument(changed),
      window.onDidChangeTextEditorSelection(({ textEditor }) => of(textEditor)?.followCursor(textEditor)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => of(textEditor)?.followScroll(textEditor)),
      openPagesAgain(VIEW_TYPE, (panel, uri) => {
        this.#add(panel, uri);
      }),
      commands.registerCommand('annualReport.openPreview', (uri?: unknown) => this.#show(uri)),
    ];
  }

  /** The server has checked the draft at an address: it may look otherwise. */
  refresh(address: string): void {
    void this.#open.get(address)?.refresh();
  }

  dispose(): void {
    for (const { panel } of this.#open.values()) panel.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  /** The draft whose preview is in front. */
  draftInFront(): Uri | undefined {
    return [...this.#open.values()].find(({ panel }) => panel.active)?.uri;
  }

  /** Opens the preview of a draft beside it, or brings it to the front. */
  async #show(named: unknown): Promise<void> {
    const document = await this.meant(named);
    if (!document) return;
    const known = this.#open.get(document.uri.toString());
    if (known) {
      known.panel.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.#add(window.createWebviewPanel(VIEW_TYPE, '', column), document.uri);
  }

  #add(panel: WebviewPanel, uri: Uri): void {
    const key = uri.toString();
    this.#open.get(key)?.panel.dispose();
    const preview = new OpenPreview(panel, this.extensionUri, uri, this.server);
    this.#open.set(key, preview);
    panel.onDidDispose(() => {
      const last = preview.uri.toString();
      if (this.#open.get(last) === preview) this.#open.delete(last);
    });
  }
}

/** So long after we scrolled an editor what moves there is not the user's doing. */
const OWN_SCROLL_MS = 150;

/** One preview in its webview. */
class OpenPreview {
  readonly #session: PreviewSession;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #quietUntil = 0;
  #isReady = false;
  #isDisposed = false;

  constructor(
    readonly panel: WebviewPanel,
    extensionUri: Uri,
    /** The draft's address, which may become another. */
    public uri: Uri,
    server: LanguageServer,
  ) {
    this.#session = new PreviewSession(
      {
        isThere: async () => (await openDocument(this.uri)) !== undefined,
        preview: async () => {
          const document = await openDocument(this.uri);
          const params: PreviewParams | undefined = document && { textDocument: { uri: server.addressOf(document) } };
          return params && (await server.ask<Preview | null>(PREVIEW_REQUEST, params));
        },
      },
      message => {
        this.#post(message);
      },
      text,
    );
    panel.title = text('client.preview.title', { name: nameOf(uri) });
    panel.webview.options = { ...PAGE_OPTIONS, localResourceRoots: [pagesFolder(extensionUri)] };
    panel.onDidDispose(() => {
      this.#isDisposed = true;
      clearTimeout(this.#timer);
    });
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const known = readFromPreview(message);
      return known && this.#receive(known);
    });
    fillWebview(panel, extensionUri, { name: 'preview', root: 'preview' });
  }

  /** The draft has another address now. */
  move(uri: Uri): void {
    this.uri = uri;
    this.panel.title = text('client.preview.title', { name: nameOf(uri) });
    this.#tellPlace();
    void this.refresh();
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isReady && !this.#isDisposed) await this.#session.refresh();
  }

  refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), REFRESH_MS);
  }

  followCursor({ document, selection }: TextEditor): void {
    this.#post({ kind: 'cursor', version: document.version, offset: document.offsetAt(selection.active) });
  }

  followScroll({ document, visibleRanges: [first] }: TextEditor): void {
    if (!first || Date.now() < this.#quietUntil) return;
    this.#post({ kind: 'scroll', version: document.version, offset: document.offsetAt(first.start) });
  }

  /** What the page keeps, to be opened again with the window. */
  #tellPlace(): void {
    this.#post({ kind: 'words', words: previewWords(), state: { uri: this.uri.toString() } });
  }

  #post(message: ToPreview): void {
    if (!this.#isDisposed) void this.panel.webview.postMessage(message);
  }

  async #receive(message: FromPreview): Promise<void> {
    switch (message.kind) {
      case 'ready': {
        this.#isReady = true;
        this.#tellPlace();
        await this.refresh();
        const editor = this.#visibleEditor();
        if (editor) this.followCursor(editor);
        return;
      }
      case 'scroll': {
        const editor = this.#visibleEditor();
        if (editor?.document.version !== message.version) return;
        this.#quietUntil = Date.now() + OWN_SCROLL_MS;
        const at = editor.document.positionAt(message.offset);
        editor.revealRange(new Range(at, at), TextEditorRevealType.AtTop);
        return;
      }
      case 'select':
        await this.#select(message.version, message.offset, message.offset, message.isFinal);
        return;
      case 'finding': {
        const { shown } = this.#session;
        const finding = shown?.version === message.version ? shown.findings[message.index] : undefined;
        if (finding && (await this.#select(message.version, finding.from, finding.to, true)))
          await commands.executeCommand('editor.action.showHover');
        return;
      }
      case 'toText':
        await this.#textEditor();
        return;
      case 'command':
        await commands.executeCommand(`annualReport.${message.command}`, this.uri);
    }
  }

  /** Selects a place of the version that the page shows; whether it is that of the draft still. */
  async #select(version: number, from: number, to: number, isFinal: boolean): Promise<boolean> {
    const editor = isFinal ? await this.#textEditor() : this.#visibleEditor();
    if (editor?.document.version !== version) return false;
    const { document } = editor;
    editor.selection = new Selection(document.positionAt(from), document.positionAt(to));
    this.#quietUntil = Date.now() + OWN_SCROLL_MS;
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    return true;
  }

  #visibleEditor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.uri.toString());
  }

  /** The draft in a text editor that has the focus, beside the preview where it is in none. */
  async #textEditor(): Promise<TextEditor | undefined> {
    const document = await openDocument(this.uri);
    return document && window.showTextDocument(document, this.#visibleEditor()?.viewColumn ?? ViewColumn.Beside);
  }
}

function previewWords(): PreviewWords {
  return Object.fromEntries(PREVIEW_WORDS.map(id => [id, text(id)])) as PreviewWords;
}

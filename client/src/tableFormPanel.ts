import {
  commands,
  FilePermission,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import {
  TABLE_FORM_EDIT_REQUEST,
  TABLE_FORM_REQUEST,
  type TableForm,
  type TableFormEdit,
  type TableFormEditParams,
  type TableFormParams,
  type TableFormPlace,
} from '../../server/src/protocol/tableForm.ts';
import type { Editor } from './editor.ts';
import { nameOf } from './fileNames.ts';
import { goTo } from './goTo.ts';
import { text } from './language.ts';
import type { LanguageServer } from './languageServer.ts';
import { followDrafts } from './movedDrafts.ts';
import type { MeantDraft } from './meantDraft.ts';
import { openDocument } from './openDocument.ts';
import { FORM_WORDS, type FormWords, type FromForm, type ToForm } from './tableForm/messages.ts';
import { fillWebview, openPagesAgain, PAGE_OPTIONS, pagesFolder } from './webviews.ts';
import { TableFormSession, type FormDraft } from './tableFormSession.ts';

const VIEW_TYPE = 'annualReport.tableForm';

/** The table forms that are open, one for each draft. */
export class TableForms implements Disposable {
  readonly #open = new Map<string, OpenForm>();
  readonly #listeners: readonly Disposable[];

  constructor(
    private readonly editor: Editor,
    private readonly server: LanguageServer,
    private readonly extensionUri: Uri,
    private readonly meant: MeantDraft,
  ) {
    const refresh = ({ uri }: TextDocument) => {
      void this.#open.get(uri.toString())?.session.refresh();
    };
    this.#listeners = [
      // Before others look for what is closed.
      followDrafts(this.#open),
      workspace.onDidChangeTextDocument(({ document }) => {
        refresh(document);
      }),
      workspace.onDidOpenTextDocument(refresh),
      workspace.onDidCloseTextDocument(refresh),
      workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('annualReport'))
          for (const { session } of this.#open.values()) void session.showAgain();
      }),
      openPagesAgain(VIEW_TYPE, (panel, uri) => {
        this.#add(panel, uri);
      }),
      commands.registerCommand('annualReport.openTableForm', (place?: unknown) => this.#show(place)),
    ];
  }

  dispose(): void {
    for (const { panel } of this.#open.values()) panel.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  /** The draft whose form is in front. */
  draftInFront(): Uri | undefined {
    return [...this.#open.values()].find(({ panel }) => panel.active)?.uri;
  }

  /** Opens the form of a draft, or brings it to the front; `place` comes from the lens or the editor's title. */
  async #show(place: unknown): Promise<OpenForm | undefined> {
    const document = await this.meant(isPlace(place) ? Uri.parse(place.uri) : place);
    if (!document) return undefined;
    const known = this.#open.get(document.uri.toString());
    known?.panel.reveal(undefined, false);
    const form =
      known ??
      this.#add(
        window.createWebviewPanel(VIEW_TYPE, '', ViewColumn.Beside, { retainContextWhenHidden: true }),
        document.uri,
      );
    if (isPlace(place) && place.table !== undefined) form.begin(place.table);
    return form;
  }

  #add(panel: WebviewPanel, uri: Uri): OpenForm {
    const key = uri.toString();
    this.#open.get(key)?.panel.dispose();
    const form = new OpenForm(panel, this.extensionUri, uri, this.editor, this.server);
    this.#open.set(key, form);
    panel.onDidDispose(() => {
      const last = form.uri.toString();
      if (this.#open.get(last) === form) this.#open.delete(last);
    });
    return form;
  }
}

/** A draft in which there is nothing to be undone stays as it is. */
const MOST_TRIES = 2;

/** One form in its webview. */
class OpenForm {
  readonly session: TableFormSession;
  /** The table to begin with, until the page can be told. */
  #begin: string | undefined;
  #isReady = false;
  #isDisposed = false;

  constructor(
    readonly panel: WebviewPanel,
    extensionUri: Uri,
    /** The draft's address, which may become another. */
    public uri: Uri,
    editor: Editor,
    server: LanguageServer,
  ) {
    this.session = new TableFormSession(
      draftOf(() => this.uri, editor, server),
      message => {
        this.#post(message);
      },
      text,
    );
    panel.title = text('client.form.title', { name: nameOf(uri) });
    panel.webview.options = { ...PAGE_OPTIONS, localResourceRoots: [pagesFolder(extensionUri)] };
    panel.onDidDispose(() => {
      this.#isDisposed = true;
    });
    panel.webview.onDidReceiveMessage((message: FromForm) => this.#receive(message));
    fillWebview(panel, extensionUri, { name: 'tableForm', root: 'form' });
  }

  /** The draft has another address now. */
  move(uri: Uri): void {
    this.uri = uri;
    this.panel.title = text('client.form.title', { name: nameOf(uri) });
    this.#tellPlace();
    void this.session.showAgain();
  }

  begin(table: string): void {
    if (this.#isReady) this.#post({ kind: 'begin', table });
    else this.#begin = table;
  }

  /** What the page keeps, to be opened again with the window. */
  #tellPlace(): void {
    this.#post({ kind: 'words', words: formWords(), state: { uri: this.uri.toString() } });
  }

  #post(message: ToForm): void {
    if (!this.#isDisposed) void this.panel.webview.postMessage(message);
  }

  async #receive(message: FromForm): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#tellPlace();
        await this.session.showAgain();
        if (this.#begin !== undefined) this.#post({ kind: 'begin', table: this.#begin });
        this.#begin = undefined;
        return;
      case 'action':
        return this.session.act(message.serial, message.action, message.shown);
      case 'goTo': {
        const editor = await this.#textEditor();
        if (editor) await goTo(editor, message.range);
        return;
      }
      case 'toText':
        await this.#textEditor();
        return;
      case 'save':
        return this.session.inTurn(() => this.#save());
      case 'undo':
      case 'redo': {
        const { kind } = message;
        return this.session.inTurn(() => this.#step(kind));
      }
    }
  }

  async #save(): Promise<void> {
    // A new draft that is saved otherwise leaves no editor behind.
    if (this.uri.scheme === 'untitled') await this.#inTextEditor('workbench.action.files.save');
    else await (await openDocument(this.uri))?.save();
  }

  /** Takes a step back or forth. It goes to this page where that has taken the focus back meanwhile: once more then. */
  async #step(command: 'undo' | 'redo'): Promise<void> {
    const document = await openDocument(this.uri);
    const before = document?.version;
    for (let tries = 0; tries < MOST_TRIES && document?.version === before; tries++) await this.#inTextEditor(command);
  }

  /** Runs a command of the text editor, which has to have the focus for a moment. */
  async #inTextEditor(command: string): Promise<void> {
    if (!(await this.#textEditor())) return;
    await commands.executeCommand(command);
    if (this.#isDisposed) return;
    this.panel.reveal(undefined, false);
    this.#post({ kind: 'focus' });
  }

  /** The draft in a text editor, beside the form where it is in none. */
  async #textEditor(): Promise<TextEditor | undefined> {
    const document = await openDocument(this.uri);
    if (!document) return undefined;
    const visible = window.visibleTextEditors.find(each => each.document === document);
    return window.showTextDocument(document, visible?.viewColumn ?? ViewColumn.Beside);
  }
}

function draftOf(address: () => Uri, editor: Editor, server: LanguageServer): FormDraft {
  const params = (document: TextDocument): TableFormParams => ({
    textDocument: { uri: server.addressOf(document) },
  });
  return {
    version: async () => (await openDocument(address()))?.version,
    form: async () => {
      const document = await openDocument(address());
      return document && (await server.ask<TableForm | null>(TABLE_FORM_REQUEST, params(document)));
    },
    plan: async (version, action) => {
      const document = await openDocument(address());
      const edit: TableFormEditParams | undefined = document && { ...params(document), version, action };
      return edit && (await server.ask<TableFormEdit | null>(TABLE_FORM_EDIT_REQUEST, edit));
    },
    apply: async (version, edits) => {
      const document = await openDocument(address());
      return document !== undefined && editor.applyEdits(document, { version, edits });
    },
    isReadOnly: () => isReadOnly(address()),
  };
}

async function isReadOnly(uri: Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) !== 0;
  } catch {
    return false;
  }
}

function formWords(): FormWords {
  return Object.fromEntries(FORM_WORDS.map(id => [id, text(id)])) as FormWords;
}

function isPlace(place: unknown): place is TableFormPlace {
  return typeof place === 'object' && place !== null && 'uri' in place && typeof place.uri === 'string';
}

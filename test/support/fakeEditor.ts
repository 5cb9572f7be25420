import type { Disposable, TextDocument, Uri } from 'vscode';
import { TextDocument as Text } from 'vscode-languageserver-textdocument';
import type {
  Choice,
  ChoiceTitles,
  Editor,
  LineRequest,
  OpenDraft,
  Question,
  SettingTarget,
  StatusContent,
  Store,
} from '../../client/src/editor.ts';
import { messagesIn } from '../../server/src/messages/text.ts';
import type { Range } from 'vscode-languageserver-types';
import type { PlannedEdits } from '../../server/src/protocol/protocol.ts';

/** An open document; `language` changes as an editor would change it. */
export class FakeDocument {
  readonly uri: Uri;
  readonly isUntitled: boolean;
  version = 1;
  isDirty = false;

  constructor(
    address: string,
    public text: string,
    public languageId = 'markdown',
  ) {
    this.uri = fakeUri(address);
    this.isUntitled = this.uri.scheme === 'untitled';
  }

  get lineCount(): number {
    return this.text.split('\n').length;
  }

  lineAt(line: number): { text: string } {
    return { text: this.text.split('\n')[line] ?? '' };
  }

  getText(): string {
    return this.text;
  }

  positionAt(offset: number): { line: number; character: number } {
    const lines = this.text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  }

  /** The document as code under test takes it; it has no more than what that code may use. */
  get asDocument(): TextDocument {
    return this as unknown as TextDocument;
  }
}

export function fakeUri(address: string): Uri {
  const [, scheme = '', path = ''] = /^([a-z]+):(?:\/\/)?([^?#]*)/.exec(address) ?? [];
  const uri = {
    scheme,
    path,
    toString: () => address,
    with: (change: { scheme?: string }) => fakeUri(`${change.scheme ?? scheme}://${path}`),
  };
  return uri as unknown as Uri;
}

/** An editor in memory: what it was asked is kept, what a user would do is said beforehand. */
export class FakeEditor implements Editor {
  readonly language = 'zh-CN';
  readonly say = messagesIn(this.language);
  readonly documents: FakeDocument[] = [];
  readonly settings = new Map<string, string | undefined>();
  readonly settingsChanged: (readonly [name: string, value: string | undefined, target: SettingTarget])[] = [];
  /** Messages that were shown, with their buttons. */
  readonly informed: (readonly string[])[] = [];
  readonly warned: string[] = [];
  /** Questions that were taken back, by their words. */
  readonly dismissed: string[] = [];
  /** Whether questions wait until they are taken back. */
  isPatient = false;
  /** Lines that were asked for. */
  readonly lines: LineRequest[] = [];
  readonly newReports: { readonly name: string; readonly text: string }[] = [];
  /** Lists that were shown. */
  readonly picks: (readonly Choice[])[] = [];
  /** What was said above each of them. */
  readonly placeHolders: string[] = [];
  readonly statuses = new Map<string, StatusContent>();
  readonly pagesShown: string[] = [];
  readonly store = new Map<string, unknown>();
  active: FakeDocument | undefined;
  folderTotal = 1;
  /** Titles of the boxes that were shown to type into. */
  readonly questions: string[] = [];
  /** Whether no file can be opened or saved. */
  isLocked = false;
  /** Documents that were brought to the front, with the words selected there. */
  readonly shown: (readonly [uri: string, words: string | undefined])[] = [];
  /** How many of the next edits are not applied. */
  refusedEdits = 0;
  rulesFound: readonly string[] = [];
  /** What happens while the user picks from a list. */
  whilePicking: (() => void) | undefined;
  /** Which button or item is chosen next, by its words. */
  answers: (string | undefined)[] = [];
  private readonly listeners = {
    show: new Set<(documents: readonly TextDocument[]) => void>(),
    activate: new Set<() => void>(),
    edit: new Set<(document: TextDocument, firstLine: () => number) => void>(),
    close: new Set<(document: TextDocument) => void>(),
  };

  // ── what a user does ──

  open(document: FakeDocument): void {
    this.documents.push(document);
    this.show(document);
  }

  /** Brings a document to the front. */
  show(document: FakeDocument): void {
    this.active = document;
    for (const listener of this.listeners.show) listener([document.asDocument]);
    for (const listener of this.listeners.activate) listener();
  }

  edit(document: FakeDocument, text: string, firstLine = 0): void {
    document.text = text;
    document.version++;
    for (const listener of this.listeners.edit) listener(document.asDocument, () => firstLine);
  }

  close(document: FakeDocument): void {
    this.documents.splice(this.documents.indexOf(document), 1);
    for (const listener of this.listeners.close) listener(document.asDocument);
  }

  get listenerCount(): number {
    return Object.values(this.listeners).reduce((sum, { size }) => sum + size, 0);
  }

  get memory(): Store {
    return {
      get: <Value>(key: string, absent: Value) => (this.store.has(key) ? (this.store.get(key) as Value) : absent),
      update: (key, value) => {
        this.store.set(key, value);
        return Promise.resolve();
      },
    };
  }

  // ── what the code under test asks ──

  activeDocument(): TextDocument | undefined {
    return this.active?.asDocument;
  }

  visibleDocuments(): readonly TextDocument[] {
    return this.active ? [this.active.asDocument] : [];
  }

  openDocuments(): readonly TextDocument[] {
    return this.documents.map(document => document.asDocument);
  }

  onDidShow(listener: (documents: readonly TextDocument[]) => void): Disposable {
    return added(this.listeners.show, listener);
  }

  onDidActivate(listener: () => void): Disposable {
    return added(this.listeners.activate, listener);
  }

  onDidEdit(listener: (document: TextDocument, firstLine: () => number) => void): Disposable {
    return added(this.listeners.edit, listener);
  }

  onDidClose(listener: (document: TextDocument) => void): Disposable {
    return added(this.listeners.close, listener);
  }

  setLanguage(document: TextDocument, language: string): Promise<void> {
    (document as unknown as FakeDocument).languageId = language;
    return Promise.resolve();
  }

  applyEdits(document: TextDocument, { version, edits }: PlannedEdits): Promise<boolean> {
    if (this.refusedEdits > 0 || document.version !== version) {
      this.refusedEdits--;
      return Promise.resolve(false);
    }
    const changed = document as unknown as FakeDocument;
    const before = Text.create('file:///x', '', 0, changed.text);
    changed.text = Text.applyEdits(before, [...edits]);
    changed.version++;
    changed.isDirty = true;
    return Promise.resolve(true);
  }

  openFile(uri: string, content: string): Promise<TextDocument | undefined> {
    if (this.isLocked) return Promise.resolve(undefined);
    let document = this.documents.find(each => each.uri.toString() === uri);
    if (!document) this.documents.push((document = new FakeDocument(uri, content, 'json')));
    return Promise.resolve(document.asDocument);
  }

  save(document: TextDocument): Promise<boolean> {
    if (this.isLocked) return Promise.resolve(false);
    (document as unknown as FakeDocument).isDirty = false;
    return Promise.resolve(true);
  }

  showDocument(document: TextDocument, place?: Range): Promise<void> {
    const lines = document.getText().split('\n');
    const words = place && lines[place.start.line]?.slice(place.start.character, place.end.character);
    this.shown.push([document.uri.toString(), words]);
    return Promise.resolve();
  }

  rulesFoundIn(): readonly string[] {
    return this.rulesFound;
  }

  hasFileSystem(scheme: string): boolean {
    return scheme === 'file';
  }

  folderCount(): number {
    return this.folderTotal;
  }

  isInFolder(): boolean {
    return this.folderTotal > 0;
  }

  showExtensionPage(path: string): Promise<void> {
    this.pagesShown.push(path);
    return Promise.resolve();
  }

  setting(_document: OpenDraft | undefined, name: string): string | undefined {
    return this.settings.get(name);
  }

  changeSetting(
    _document: TextDocument | undefined,
    name: string,
    value: string | undefined,
    target: SettingTarget,
  ): Promise<void> {
    this.settings.set(name, value);
    this.settingsChanged.push([name, value, target]);
    return Promise.resolve();
  }

  warn(message: string): Promise<void> {
    this.warned.push(message);
    return Promise.resolve();
  }

  inform(message: string, ...buttons: readonly string[]): Promise<string | undefined> {
    this.informed.push([message, ...buttons]);
    return Promise.resolve(this.answers.shift());
  }

  question(message: string, ...buttons: readonly string[]): Question {
    this.informed.push([message, ...buttons]);
    let close: () => void = () => {};
    const closed = new Promise<undefined>(resolve => {
      close = () => {
        resolve(undefined);
      };
    });
    return {
      answer: this.isPatient ? closed : Promise.resolve(this.answers.shift()),
      dismiss: () => {
        this.dismissed.push(message);
        close();
        return Promise.resolve();
      },
    };
  }

  line(request: LineRequest): Promise<string | undefined> {
    this.lines.push(request);
    return Promise.resolve(this.answers.shift());
  }

  openNewReport(name: string, text: string): Promise<void> {
    this.newReports.push({ name, text });
    return Promise.resolve();
  }

  createStatusBarEntry(id: string): { show(content: StatusContent): void; hide(): void; dispose(): void } {
    return {
      ...this.createStatusEntry(id),
      hide: () => {
        this.statuses.delete(id);
      },
    };
  }

  pick<Item extends Choice>(items: readonly Item[], { placeHolder }: ChoiceTitles): Promise<Item | undefined> {
    this.picks.push(items);
    this.placeHolders.push(placeHolder);
    this.whilePicking?.();
    const wanted = this.answers.shift();
    return Promise.resolve(items.find(({ label }) => label === wanted));
  }

  ask({ title }: { readonly title: string }): Promise<string | undefined> {
    this.questions.push(title);
    this.whilePicking?.();
    return Promise.resolve(this.answers.shift());
  }

  createStatusEntry(id: string): { show(content: StatusContent): void; dispose(): void } {
    return {
      show: content => {
        this.statuses.set(id, content);
      },
      dispose: () => {
        this.statuses.delete(id);
      },
    };
  }
}

function added<Listener>(listeners: Set<Listener>, listener: Listener): Disposable {
  listeners.add(listener);
  return {
    dispose: () => {
      listeners.delete(listener);
    },
  };
}

/** Lets what was asked of the editor be answered. */
export async function settled(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 0));
  await new Promise(resolve => setTimeout(resolve, 0));
}

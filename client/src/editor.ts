import type { Disposable, TextDocument } from 'vscode';
import type { Language, Say } from '../../server/src/messages/message.ts';
import type { PlannedEdits } from '../../server/src/protocol/protocol.ts';

/** A draft that is open, as far as documents are made of it. */
export type OpenDraft = Pick<TextDocument, 'languageId' | 'uri' | 'getText'>;

/** Whom a setting is changed for. */
export type SettingTarget = 'folder' | 'workspace' | 'user';

/** One line of a list to pick from. */
export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  /** Whether it is but the heading of those behind it. */
  readonly isHeading?: boolean;
  /** Name of one of the editor's icons. */
  readonly icon?: string;
}

/** What is said above a list to pick from. */
export interface ChoiceTitles {
  readonly title: string;
  readonly placeHolder: string;
  /** Whether the list stays while the user does something else; else it closes as if nothing were picked. */
  readonly isPatient?: boolean;
}

/** What an entry of the language status shows. */
export interface StatusContent {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly isBusy: boolean;
  readonly command: { readonly command: string; readonly title: string };
}

export interface StatusEntry extends Disposable {
  show(content: StatusContent): void;
}

/** A status that is always in sight while it is shown, not only when asked for. */
export interface StatusBarEntry extends StatusEntry {
  hide(): void;
}

/** A question in a message that leaves the user to go on working. */
export interface Question {
  /** The button that was pressed; undefined where the message was closed. */
  readonly answer: Promise<string | undefined>;
  /** Takes the question back: it was answered otherwise. */
  dismiss(): Promise<void>;
}

/** A line of text to be typed. */
export interface LineRequest {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder: string;
  readonly value: string;
  /** What is wrong with a value; undefined for nothing. */
  problem(value: string): string | undefined;
}

/**
 * What recognition of drafts, the status and commands ask of the editor. `vscodeEditor.ts` answers with VS Code, tests
 * with an editor of their own; so these parts import nothing of VS Code but types.
 */
export interface Editor {
  /** Messages in the editor's display language. */
  readonly say: Say;
  readonly language: Language;

  /** The document in front. */
  activeDocument(): TextDocument | undefined;
  visibleDocuments(): readonly TextDocument[];
  openDocuments(): readonly TextDocument[];
  onDidShow(listener: (documents: readonly TextDocument[]) => void): Disposable;
  onDidActivate(listener: () => void): Disposable;
  /** `firstLine` gives the first line that was changed; it looks at all changes, of which there may be many. */
  onDidEdit(listener: (document: TextDocument, firstLine: () => number) => void): Disposable;
  onDidClose(listener: (document: TextDocument) => void): Disposable;
  setLanguage(document: TextDocument, language: string): Promise<void>;
  /** Writes edits as one step; false, and nothing written, for any version of the document but their own. */
  applyEdits(document: TextDocument, planned: PlannedEdits): Promise<boolean>;
  /** Opens a file with its unsaved changes, made with this content where there is none; undefined where it cannot. */
  openFile(uri: string, content: string): Promise<TextDocument | undefined>;
  /** Saves a document; whether that was done. */
  save(document: TextDocument): Promise<boolean>;
  /** Brings a document to the front, with a place in it selected. */
  showDocument(document: TextDocument, place?: PlannedEdits['edits'][number]['range']): Promise<void>;
  /** Rules of the findings shown in a document. */
  rulesFoundIn(document: TextDocument): readonly string[];

  /** Whether files of a scheme can be read. */
  hasFileSystem(scheme: string): boolean;
  folderCount(): number;
  isInFolder(document: TextDocument): boolean;
  /** Shows a Markdown file of the extension itself. */
  showExtensionPage(path: string): Promise<void>;

  /** A setting below `annualReport` that holds for a document, or for the window. */
  setting(document: OpenDraft | undefined, name: string): string | undefined;
  changeSetting(
    document: TextDocument | undefined,
    name: string,
    value: string | undefined,
    target: SettingTarget,
  ): Promise<void>;

  /** Shows that something was not done. */
  warn(message: string): Promise<void>;
  /** Shows a message and gives the button that was pressed. */
  inform(message: string, ...buttons: readonly string[]): Promise<string | undefined>;
  /** Asks something that need not be answered at once. */
  question(message: string, ...buttons: readonly string[]): Question;
  /** Lets the user type a line; undefined where that was given up. */
  line(request: LineRequest): Promise<string | undefined>;
  /** Lets the user pick one; what is typed is looked for in all three texts of a line. */
  pick<Item extends Choice>(items: readonly Item[], titles: ChoiceTitles): Promise<Item | undefined>;
  /** A text that the user types, without blanks at its ends; undefined where nothing is given. */
  ask(words: {
    readonly title: string;
    readonly prompt: string;
    readonly whenEmpty: string;
  }): Promise<string | undefined>;
  createStatusEntry(id: string, name: string): StatusEntry;
  createStatusBarEntry(id: string, name: string): StatusBarEntry;
  /**
   * Opens a new report with this text, in front, under a name that no file has yet: it will be saved in the folder of
   * the workspace, or where the user chooses while no folder is open.
   */
  openNewReport(name: string, text: string): Promise<void>;
}

/** Values that the editor keeps between sessions. */
export interface Store {
  get<Value>(key: string, absent: Value): Value;
  update(key: string, value: unknown): PromiseLike<void>;
}

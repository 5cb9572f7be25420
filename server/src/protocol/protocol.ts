/** Requests and notifications that only our own client and server know. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';

/** Server → client, after each analysis: what the status item shows. */
export const STATUS_NOTIFICATION = 'annualReport/status';

export interface StatusParams {
  readonly uri: string;
  readonly version: number;
  readonly edition: string | null;
  readonly editionName: string | null;
  readonly reportYear: number | null;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  /** Those of the others that are matters of taste. */
  readonly hints: number;
  /** Whether the draft was seen to be a report at all. */
  readonly isRecognised: boolean;
  /** In words: why one is none for its title, or has no edition for its year; left out for neither. */
  readonly whyUnchecked?: string;
  /** In words: the day until which it is to be made public; left out where that is not known. */
  readonly due?: string;
  readonly publicBody: string | null;
  /** How much of the prescribed parts and tables is written; null where none are prescribed. */
  readonly progress: ReportProgress | null;
  /** Whether nothing that can be checked was left out: {@link CHECK_LIST_REQUEST} says what was. */
  readonly isAllChecked: boolean;
  /** Ids of rules that failed on this draft. */
  readonly failedRules: readonly string[];
}

export interface ReportProgress {
  readonly sections: number;
  readonly sectionsWritten: number;
  readonly tables: number;
  readonly tablesFilled: number;
}

/** Client → server: what of a draft was checked and what was not; null for a document that is not open. */
export const CHECK_LIST_REQUEST = 'annualReport/checkList';

export interface CheckListParams {
  readonly textDocument: { readonly uri: string };
}

export interface CheckList {
  readonly entries: readonly CheckEntry[];
  /** Findings that somebody has to look at. */
  readonly open: number;
}

export interface CheckEntry {
  /** `beyond`: what cannot be checked, or is not to be. */
  readonly kind: 'checked' | 'notChecked' | 'beyond';
  readonly text: string;
  /** Where to look. */
  readonly range?: Range;
}

/** Scheme of the old side of a comparison: but for the scheme and a query its address is that of the working file. */
export const OLD_SIDE_SCHEME = 'git';

/** Name of the file with a folder's settings, for editors and the command line. */
export const CONFIGURATION_FILE_NAME = '.annual-report.json';

/** Server → client: the nearest `.annual-report.json` upward from a draft; null when there is none. */
export const CONFIGURATION_FILE_REQUEST = 'annualReport/configurationFile';

export interface ConfigurationFileParams {
  readonly uri: string;
}

export interface ConfigurationFileResult {
  readonly uri: string;
  /** Null where it cannot be read: too large, no text, no file but a pipe or a device. */
  readonly text: string | null;
  /** Set where the file is not UTF-8 and was read as GB18030. */
  readonly isLegacy?: true;
}

/**
 * Server → client: the files at an address, of a folder those directly in it. What lies outside the workspace is given
 * only where the user's own settings name it.
 */
export const FILES_REQUEST = 'annualReport/files';

export interface FilesParams {
  /** The draft that they concern. */
  readonly draft: string;
  /** Address of a file or a folder. */
  readonly uri: string;
  /** How the names of the files in a folder end. */
  readonly ending: '.json' | '.md';
  /** Folder of the workspace that it lies in; a link must not lead out of it. */
  readonly root: string;
  /** The setting that names it; left out where it lies in the workspace. */
  readonly outsideBy?: 'statutes' | 'statuteTexts';
}

export interface FilesResult {
  /**
   * A file that is neither UTF-8 nor GB18030, is too large, cannot be read, or is none (a pipe, a broken link) has no
   * text.
   */
  readonly files: readonly { readonly uri: string; readonly text: string | null }[];
  /** Why there are none, or not all of them. */
  readonly refusals?: readonly FilesRefusal[];
}

/** `outside`: what leads out of the places that may be read was left out. */
export type FilesRefusal = 'missing' | 'outside' | 'tooMany';

/** Server → client: the drafts in the workspace folders, by their names; open or not. */
export const DRAFTS_REQUEST = 'annualReport/drafts';

export interface DraftFileEntry {
  readonly uri: string;
  /** Changes with the file. */
  readonly version: string;
}

export interface DraftsResult {
  readonly drafts: readonly DraftFileEntry[];
}

/** Client → server: a `.annual-report.json` changed; forget what was read. */
export const CONFIGURATION_FILE_CHANGED_NOTIFICATION = 'annualReport/configurationFileChanged';

/** Client → server: somebody is about to look, and files may have changed without the watchers' telling. */
export const LOOK_AT_FILES_NOTIFICATION = 'annualReport/lookAtFiles';

/**
 * Server → client: the workspace's own statutes or the official texts changed; statutes that are shown are to be
 * fetched again.
 */
export const STATUTES_CHANGED_NOTIFICATION = 'annualReport/statutesChanged';

/** Client → server: answered with null by a server that is not busy for ever. */
export const ALIVE_REQUEST = 'annualReport/alive';

/** Client → server: the equations of the official table at a place; null where there is none that is checked. */
export const EQUATIONS_REQUEST = 'annualReport/equations';

export interface EquationsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** What the lens tells the client's command: a draft and a place in its table. */
export interface EquationsPlace {
  readonly uri: string;
  readonly position: Position;
}

/** The equations of one official table: broken ones first, then undecided ones, then those that hold. */
export interface EquationList {
  /** Title of the table in the client's language. */
  readonly title: string;
  readonly equations: readonly EquationEntry[];
}

/** One equation in one row or column. */
export interface EquationEntry {
  readonly kind: 'holds' | 'broken' | 'unknown';
  /** The row or column that it was checked in. */
  readonly name: string;
  /** The equation with today's figures, plain text. */
  readonly text: string;
  /** Why an undecided one is undecided. */
  readonly reason?: string;
  /** The cell to look at. */
  readonly range: Range;
}

/** Client → server: the cells of the official table at a place; null where there is none. */
export const TABLE_CELLS_REQUEST = 'annualReport/tableCells';

export interface TableCellsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** The cells of one official table, in reading order. */
export interface TableCells {
  /** Extent of the table. */
  readonly range: Range;
  /** Whether a line break in a row tears it; not so where each cell is a line of its own. */
  readonly rowsAreLines: boolean;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** The cell's text; where it is blank, the place at which that is written. */
  readonly text: Range;
  /** The text with the blanks beside it. */
  readonly room: Range;
  /** Whether a figure stands there, or is to stand there. */
  readonly isFigure: boolean;
  /** Index of the figure below; at the end of a column the top of the next one; null at the end of the table. */
  readonly below: number | null;
}

/** Client → server: what a draft cites; null for a document that is not open. */
export const CITATIONS_REQUEST = 'annualReport/citations';

export interface CitationsParams {
  readonly textDocument: { readonly uri: string };
}

/** Everything that a draft cites, with a Markdown document of the same. */
export interface CitationList {
  readonly entries: readonly CitationEntry[];
  readonly markdown: string;
}

/** One citation of a draft. */
export interface CitationEntry {
  /** As written. */
  readonly text: string;
  /** Statute and clause as official documents write them; empty where the statute is not known here. */
  readonly target: string;
  readonly topic: string;
  readonly state: CitationState;
  /** The state in words, with what the reviewer should know. */
  readonly note: string;
  readonly range: Range;
}

/**
 * What became of a cited statute by now: in force, replaced by a later version, repealed, not yet in force; unknown
 * where it is not recorded here or its state was not seen in a source.
 */
export type CitationState = 'inForce' | 'superseded' | 'repealed' | 'notYet' | 'unknown';

/** Scheme of the addresses of statutes. */
export const STATUTE_SCHEME = 'annual-report-statute';

/** Client → server: the text of a statute; null for an address that names none. */
export const STATUTE_DOCUMENT_REQUEST = 'annualReport/statuteDocument';

export interface StatuteDocumentParams {
  readonly uri: string;
}

export interface StatuteDocumentResult {
  readonly text: string;
}

/** Edits that were planned for one version of a document, and are right for no other. */
export interface PlannedEdits {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/**
 * Client → server: what stating another number at a place would change (parameters as of `textDocument/rename`), to be
 * shown before it is done; null where no figure stands. A number that cannot stand there is an error answer.
 */
export const RENAME_PREVIEW_REQUEST = 'annualReport/renamePreview';

export interface RenamePreview extends PlannedEdits {
  readonly title: string;
  /** The places with their lines and what will stand there. */
  readonly places: readonly string[];
  /** What does not add up afterwards. */
  readonly troubles: readonly string[];
}

/**
 * Command of the client that silences a finding in a settings file; its argument is a {@link SettingsSilence}. The file
 * may be open with changes that only the client knows.
 */
export const SILENCE_COMMAND = 'annualReport.silenceInSettings';

/** A finding to be silenced in a `.annual-report.json`, which may not be there yet. */
export interface SettingsSilence {
  readonly uri: string;
  readonly entry: {
    /** Path of the draft from the folder of the settings file. */
    readonly file: string;
    readonly rule: string;
    readonly fingerprint: string;
    readonly reason: string;
  };
}

/** Client → server: what silencing a finding changes in the text of a settings file. */
export const SILENCE_EDIT_REQUEST = 'annualReport/silenceEdit';

export interface SilenceEditParams {
  readonly text: string;
  readonly entry: SettingsSilence['entry'];
}

/** An insertion and the place of the reason after it; nothing where the entry is known; else why none is written. */
export type SilenceEdit =
  | { readonly kind: 'edit'; readonly edit: TextEdit; readonly reason: Range }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly sentence: string; readonly range: Range };

/** `data` of a finding for a client that asked for titles as codes. */
export interface FindingData {
  /** Id of the rule. */
  readonly rule: string;
}

/** What the client tells the server in `initializationOptions`; every field may be missing. */
export interface InitializationOptions {
  /** Display language of the editor: `zh-cn`, `en`… */
  readonly language?: string;
  /** Address of the folder with the rules' pages (`<rule id>.md` below it); without it no link is sent. */
  readonly rulePages?: string;
  /** Ids of commands that the client has; what the server offers names no other. */
  readonly commands?: readonly string[];
  /**
   * The client shows addresses of the scheme {@link STATUTE_SCHEME} with what {@link STATUTE_DOCUMENT_REQUEST} answers.
   */
  readonly statuteDocuments?: boolean;
  /**
   * The client answers our requests for files; files are asked of no other, since it may never answer, or answer null.
   */
  readonly fileRequests?: boolean;
  /**
   * The client listens to our notifications of the status and of changed statutes; others complain of what they do not
   * know.
   */
  readonly status?: boolean;
  /**
   * Findings are shown to people who know no rule ids: source and code in words of the display language, the id in
   * `data` ({@link FindingData}) and in the link, the message in lines. Others get ids and messages of one line.
   */
  readonly titledCodes?: boolean;
  /** The client moves between the cells of tables; what is inserted needs no tab stop in a cell but the first. */
  readonly cellKeys?: boolean;
}

/**
 * Requests and notifications of our own between client and server; the client imports these types and nothing else.
 */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { EquationsPlace } from '../features/codeLens.ts';
import type { EquationEntry, EquationList } from '../features/equations.ts';
import type { Clipboard, PastedTable } from '../features/pastedTable.ts';

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
  /** Ids of rules that failed on this draft. */
  readonly failedRules: readonly string[];
}

/** Server → client: text of the nearest `.annual-report.json` upward from a draft; null when there is none. */
export const CONFIGURATION_FILE_REQUEST = 'annualReport/configurationFile';

export interface ConfigurationFileParams {
  readonly uri: string;
}

export interface ConfigurationFileResult {
  readonly uri: string;
  readonly text: string;
}

/** Client → server: a `.annual-report.json` changed; forget what was read. */
export const CONFIGURATION_FILE_CHANGED_NOTIFICATION = 'annualReport/configurationFileChanged';

/** Client → server: the equations of the official table at a place; null where there is none that is checked. */
export const EQUATIONS_REQUEST = 'annualReport/equations';

export interface EquationsParams {
  readonly textDocument: { readonly uri: string };
  readonly position: EquationsPlace['position'];
}

export type EquationsResult = EquationList;
export type { EquationEntry, EquationsPlace };

/** Client → server: the official table on the clipboard as a standard table; null where it holds none. */
export const PASTED_TABLE_REQUEST = 'annualReport/pastedTable';

export interface PastedTableParams extends Clipboard {
  readonly textDocument: { readonly uri: string };
  /** What it would stand in place of. */
  readonly range: { readonly start: EquationsPlace['position']; readonly end: EquationsPlace['position'] };
}

export type PastedTableResult = PastedTable;

/**
 * Client → server: what stating another number at a place would change (parameters as of `textDocument/rename`), to be
 * shown before it is done; null where no figure stands. A number that cannot stand there is an error answer.
 */
export const RENAME_PREVIEW_REQUEST = 'annualReport/renamePreview';

export interface RenamePreview {
  readonly edit: WorkspaceEdit;
  readonly title: string;
  /** The places with their lines and what will stand there. */
  readonly places: readonly string[];
  /** What does not add up afterwards. */
  readonly troubles: readonly string[];
}

/** What the client tells the server in `initializationOptions`; every field may be missing. */
export interface InitializationOptions {
  /** Display language of the editor: `zh-cn`, `en`… */
  readonly language?: string;
  /** Address of the folder with the rules' pages (`<rule id>.md` below it); without it no link is sent. */
  readonly rulePages?: string;
  /** Ids of commands that the client has; what the server offers names no other. */
  readonly commands?: readonly string[];
}

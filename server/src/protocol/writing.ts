/** What is written into a draft on request: a copied table, a tidied one, a sentence from the tables. */
import type { Position, Range } from 'vscode-languageserver-types';

/** Client → server: the official table on the clipboard as a standard table; null where it holds none. */
export const PASTED_TABLE_REQUEST = 'annualReport/pastedTable';

/** What is on the clipboard, in the forms that programs put there. */
export interface Clipboard {
  readonly html?: string;
  readonly text?: string;
}

export interface PastedTableParams extends Clipboard {
  readonly textDocument: { readonly uri: string };
  /** What it would stand in place of. */
  readonly range: { readonly start: Position; readonly end: Position };
}

/** A copied table as a standard table, or copied cells in one. */
export interface PastedTable {
  /** Version of the draft that `range` counts in. */
  readonly version: number;
  /** Title of the table; of the first where there are several. */
  readonly title: string;
  readonly text: string;
  /** What it stands in place of: the selection, or the blank table that the cursor is in. */
  readonly range: Range;
  /** What the standard table has no place for; it is told below the table. */
  readonly notPlaced: readonly string[];
  /** Whether what was copied is one official table or several, with all of their rows and nothing else. */
  readonly isWhole: boolean;
  /** Whether these are copied cells for the cells of the table that the cursor is in. */
  readonly isCells?: true;
}

/**
 * Client → server: the edits that make a standard table of the official table at a place ({@link PlannedEdits}); null
 * where it cannot be written as one.
 */
export const TIDY_TABLE_REQUEST = 'annualReport/tidyTable';

export interface TidyTableParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Client → server: the sentences that can be written from a draft's tables, for a place to write at. */
export const SENTENCES_REQUEST = 'annualReport/sentences';

export interface SentencesParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export interface SentenceList {
  /** Version of the draft whose tables were read. */
  readonly version: number;
  /** Whether the place is in a table, where nothing can be written. */
  readonly isInTable: boolean;
  readonly sentences: readonly { readonly kind: string; readonly title: string; readonly text: string }[];
}

/** The table form: what our client and server tell each other of it. */
import type { Range } from 'vscode-languageserver-types';
import type { Clipboard } from './writing.ts';

/** Client → server: the official tables of a draft as a form; null for a draft that is not open, or not checked. */
export const TABLE_FORM_REQUEST = 'annualReport/tableForm';

export interface TableFormParams {
  readonly textDocument: { readonly uri: string };
}

/** What the lens and the button tell the client's command: a draft, and the table to begin with. */
export interface TableFormPlace {
  readonly uri: string;
  /** {@link FormTable.id} */
  readonly table?: string;
}

/** The official tables of one version of a draft: those that it has, and those that it should have. */
export interface TableForm {
  readonly version: number;
  /** Title of the report as written; empty where it has none. */
  readonly title: string;
  readonly tables: readonly FormTable[];
  /** State of all equations in words: how many hold, are broken, are not decided. */
  readonly equations: string;
  /** Figures of the running text that state cells, in the order of the draft. */
  readonly prose: readonly FormMention[];
}

/** An official table as printed. */
export interface FormTable {
  /** Role of the table in the report, `#2` behind the second of the same role: `requests`, `requests#2`. */
  readonly id: string;
  /** In the client's language. */
  readonly title: string;
  /** `missing`: the draft does not have it; `insertable`: nor does it, but it can be inserted. */
  readonly state: 'present' | 'missing' | 'insertable';
  /** Something to know of the table; empty for nothing. */
  readonly note: string;
  /** Whether the standard table can take its place, figures kept. */
  readonly isReplaceable: boolean;
  /** Printed cells, row by row; merged ones stand at their first place. */
  readonly rows: readonly (readonly FormCell[])[];
  /** Blank totals whose number is known. */
  readonly computed: number;
  /** Where the table starts. */
  readonly range?: Range;
}

export type FormCell = FormLabel | FormFigure;

interface PrintedCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface FormLabel extends PrintedCell {
  readonly kind: 'label';
  readonly text: string;
}

export interface FormFigure extends PrintedCell {
  readonly kind: 'figure';
  /** Table, row and column: `requests newReceived total`. */
  readonly id: string;
  /** Row and column as people call them. */
  readonly name: string;
  /** As written; empty where the cell is blank. */
  readonly text: string;
  /** `words`: a cell for words, blank or not; `locked`: the draft has no place for it. */
  readonly state: 'value' | 'blank' | 'dash' | 'unreadable' | 'words' | 'locked';
  /** Words to choose from. */
  readonly choices?: readonly string[];
  readonly isTotal: boolean;
  /** Number of a blank total as its parts give it. */
  readonly computed?: string;
  /** `wrong`: another number mends all equations of the cell; `doubtful`: an equation fails, and others hold. */
  readonly problem?: { readonly kind: 'wrong' | 'doubtful'; readonly text: string; readonly mended?: string };
  /** The same cell last year. */
  readonly lastYear?: string;
  /** Where a figure comes from that last year's report gives. */
  readonly origin?: string;
  /** Place of the text; undefined where the cell is not written. */
  readonly range?: Range;
}

/** A figure of the running text that states cells of the form. */
export interface FormMention {
  /** `“一、总体情况”第 3 段写 182 件` */
  readonly text: string;
  readonly isFitting: boolean;
  /** {@link FormFigure.id} of the cells. */
  readonly cells: readonly string[];
  readonly range: Range;
}

/** Client → server: the text edits that do something in the form; null as for the form. */
export const TABLE_FORM_EDIT_REQUEST = 'annualReport/tableFormEdit';

export interface TableFormEditParams {
  readonly textDocument: { readonly uri: string };
  /** Version of the form in which it was done. */
  readonly version: number;
  readonly action: TableFormAction;
}

export type TableFormAction =
  /** Writes texts as typed; an empty one empties the cell. */
  | { readonly kind: 'write'; readonly cells: readonly { readonly id: string; readonly text: string }[] }
  /** Writes copied cells from one cell on. */
  | { readonly kind: 'paste'; readonly at: string; readonly clipboard: Clipboard }
  /** Writes all blank totals whose number is known. */
  | { readonly kind: 'totals' }
  | { readonly kind: 'insert' | 'replace'; readonly table: string };

/**
 * Edits of the version that was named, with what was left out; `moved` where the draft has another version by now:
 * read the form again first.
 */
export type TableFormEdit =
  | {
      readonly kind: 'edits';
      readonly version: number;
      readonly edits: readonly { readonly range: Range; readonly newText: string }[];
      /** Sentences on what was not written. */
      readonly refusals: readonly { readonly id: string; readonly reason: string }[];
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'moved' };

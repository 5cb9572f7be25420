/** What is asked of the thread for documents, and what it gives: plain data, shared with the client. */
import type { FormatDescription } from '../format/description.ts';
import type { Note } from './notes.ts';
import type { Refusal } from './refused.ts';

/** One thing to do with one document; structured-cloneable, since a thread of its own does it. */
export type Job =
  | { readonly kind: 'import'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'annotate';
      readonly bytes: Uint8Array;
      readonly remarks: readonly Remark[];
      readonly date: string | null;
    }
  | { readonly kind: 'export'; readonly markdown: string; readonly options: ExportOptions }
  | { readonly kind: 'nextYear'; readonly markdown: string; readonly options: NextYearOptions }
  | { readonly kind: 'workbook'; readonly sheets: readonly WrittenSheet[] };

/** A sheet that is written: rows of texts and numbers, null for an empty cell. The first row is the head. */
export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What a job gave; structured-cloneable. */
export type JobResult =
  | { readonly kind: 'draft'; readonly markdown: string; readonly notes: readonly Note[] }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly notes: readonly Note[] }
  | RefusedResult;

export interface RefusedResult {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** What a comment in a Word document says, and of which words; offsets count in the draft that it is imported as. */
export interface Remark {
  readonly start: number;
  readonly end: number;
  /** Paragraphs of the comment. */
  readonly lines: readonly string[];
}

/** Forms in which a draft is published. */
export type ExportForm = 'docx' | 'html' | 'print';

/** Which names of the official typefaces are written: those of GB/T 9704, or those that Windows brings. */
export type FontSet = 'gb2312' | 'windows';

export interface ExportOptions {
  readonly form: ExportForm;
  readonly fonts: FontSet;
  /** Edition that a setting names. */
  readonly edition: string | null;
  /** Formats of the workspace's own. */
  readonly formats?: readonly FormatDescription[] | undefined;
}

/** What is known of a new report; what is left out is taken from last year's. */
export interface NextYearOptions {
  readonly year?: number | undefined;
  readonly body?: string | undefined;
  /** Name of last year's file, noted in the draft. */
  readonly from: string;
}

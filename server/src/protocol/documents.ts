/** The layout preview, and documents: what our client and server tell each other of them. */
import type { FormatDescription } from '../format/description.ts';

/** Client → server: the draft as it is published; null for a draft that is not open, or not checked. */
export const PREVIEW_REQUEST = 'annualReport/preview';

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
}

/** One version of a draft as it is published, with its findings. Offsets count UTF-16 units of that version. */
export interface Preview {
  readonly version: number;
  /** Whether the draft is longer than what is shown; then it has no blocks. */
  readonly isTooLong: boolean;
  readonly blocks: readonly PreviewElement[];
  /** Findings, the graver ones first; elements name them by their place here. */
  readonly findings: readonly PreviewFinding[];
}

/** An element of the page; its texts are words, never markup. */
export interface PreviewElement {
  readonly tag: 'h1' | 'p' | 'strong' | 'mark' | 'table' | 'colgroup' | 'col' | 'tbody' | 'tr' | 'td';
  readonly role?: 'title' | 'heading1' | 'heading2' | 'heading3' | 'paragraph' | 'signature' | 'date' | 'upright';
  readonly attributes?: { readonly [Name in 'rowspan' | 'colspan' | 'width']?: string };
  /** Where its words stand in the draft; left out where they stand nowhere. */
  readonly from?: number;
  readonly to?: number;
  /** Findings of a mark or a cell. */
  readonly findings?: readonly number[];
  readonly children: readonly (PreviewElement | string)[];
}

export interface PreviewFinding {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** What it says, in lines. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Scheme of a document's text that is shown beside a draft: last year's Word report as it was read. */
export const DOCUMENT_TEXT_SCHEME = 'annual-report-document';

/** Client → server: findings of a text that is not open, such as that of a Word document; null where it fails. */
export const CHECKED_TEXT_REQUEST = 'annualReport/checkedText';

export interface CheckedTextParams {
  /** Address whose settings hold. */
  readonly uri: string;
  readonly text: string;
}

export interface CheckedText {
  /** A comment for each finding: first and last offset of the words, and its paragraphs. */
  readonly remarks: readonly { readonly start: number; readonly end: number; readonly lines: readonly string[] }[];
  readonly errors: number;
  /** Whether anything of an annual report was recognised. */
  readonly isRecognised: boolean;
  /** Edition that the settings name, and the formats of the workspace's own: export reads the draft with them. */
  readonly edition: string | null;
  readonly formats?: readonly FormatDescription[];
}

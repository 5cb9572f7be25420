/** The reviewer's desk: what our client and server tell each other of decisions, comments, sums and letters. */
import type { Range } from 'vscode-languageserver-types';
import type { Decision, DecisionRecord, DecisionsChange, ReviewComment } from '../analysis/files/decision.ts';
import type { FiguresParams } from './workspace.ts';

/** Client → server: the text of a file with decisions after a change; see {@link ReviewChangeResult}. */
export const REVIEW_CHANGE_REQUEST = 'annualReport/reviewChange';

export interface ReviewChangeParams {
  /** The file as it is open, with what is not saved. */
  readonly text: string;
  readonly change: DecisionsChange;
}

export type ReviewChangeResult =
  | { readonly kind: 'text'; readonly text: string }
  /** The file has to be mended first. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Client → server: where decisions and comments on a report are kept. */
export const REVIEW_FILE_REQUEST = 'annualReport/reviewFile';

export interface ReviewFileParams {
  readonly uri: string;
}

export interface ReviewFile {
  /** Address of the file, there or not. */
  readonly file: string;
  /** Path of the report from its folder. */
  readonly path: string;
  readonly body: string;
  readonly year: number | null;
}

/** Client → server: the comments on a report, by their places in it; see {@link PlacedCommentRecord}. */
export const REVIEW_COMMENTS_REQUEST = 'annualReport/reviewComments';

export interface PlacedCommentRecord {
  readonly comment: ReviewComment;
  /** Address of its file, and its index there. */
  readonly file: string;
  readonly index: number;
  /** Null where the words that it is about are not in the report any more. */
  readonly range: Range | null;
}

/** Client → server: what of the decisions does not hold any more, and files that are not understood. */
export const REVIEW_REMAINS_REQUEST = 'annualReport/reviewRemains';

export interface ReviewRemains {
  /** Decisions about findings that there are not any more. */
  readonly unused: readonly (Decision & { readonly file: string; readonly title: string })[];
  readonly faults: readonly { readonly file: string; readonly detail: string }[];
}

/** Command of the client that asks who and why, and writes a decision. */
export const DECIDE_COMMAND = 'annualReport.decide';

/** Argument of that command: a finding of a report. */
export interface FindingToDecide {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  readonly fingerprint: string;
  readonly verdict: DecisionRecord['verdict'];
}

/** Client → server: quantities of one body over the years; null for a body that there is not. */
export const BODY_YEARS_REQUEST = 'annualReport/bodyYears';

export interface BodyYearsParams {
  /** Address of the workspace folder. */
  readonly folder: string;
  readonly body: string;
}

export interface BodyYears {
  readonly name: string;
  /** Ascending, without gaps: a year without a report has no values. */
  readonly years: readonly number[];
  readonly series: readonly YearSeries[];
}

export interface YearSeries {
  readonly metric: string;
  readonly label: string;
  /** One for each year; null where the year's report does not say. */
  readonly points: readonly ({ readonly value: number; readonly uri: string; readonly range: Range } | null)[];
}

/** Client → server: the sums of the reports of some bodies in the official tables; null for a year without format. */
export const ROLL_UP_REQUEST = 'annualReport/rollUp';

export type RollUpParams = Pick<FiguresParams, 'folder' | 'year' | 'parent' | 'bodies'> & {
  /** Name of the body that reports for all of them, where none above them is known. */
  readonly name?: string;
};

export interface RollUp {
  readonly edition: string;
  /** Name of the body above; empty for none. */
  readonly name: string;
  /** Title of the report with the sums, which is its file's name without ending. */
  readonly title: string;
  /** Bodies that are added up, with the addresses of their reports; cells name them by their place here. */
  readonly units: readonly { readonly name: string; readonly uri: string }[];
  /** Sentences on what was left out, and what to mind. */
  readonly notes: readonly string[];
  readonly tables: readonly RollUpTable[];
  /** A report with these sums, to be saved as a draft. */
  readonly markdown: string;
}

export interface RollUpTable {
  readonly title: string;
  /** Printed cells, row by row; merged ones stand at their first place. */
  readonly rows: readonly (readonly RollUpCell[])[];
}

export type RollUpCell = { readonly rowSpan: number; readonly columnSpan: number } & (
  | { readonly kind: 'label'; readonly text: string }
  | {
      readonly kind: 'figure';
      /** Row and column as people call them. */
      readonly name: string;
      /** Null where no body states a number. */
      readonly sum: number | null;
      /** The numbers that it is made of, zeroes left out. */
      readonly terms: readonly { readonly unit: number; readonly value: number; readonly range: Range }[];
      /** Bodies whose number is not known: it is in no sum. */
      readonly unknown: readonly number[];
    }
);

/** Client → server: what has to be mended in reports, to be sent to their bodies; reports without any are left out. */
export const REVIEW_LETTERS_REQUEST = 'annualReport/reviewLetters';

export interface ReviewLettersParams {
  readonly uris: readonly string[];
}

export interface ReviewLetter {
  readonly uri: string;
  readonly body: string;
  readonly year: number | null;
  /** Its title, which is its file's name without ending. */
  readonly title: string;
  readonly count: number;
  /** Markdown: title, body, numbered findings. */
  readonly text: string;
}

/** Client → server: findings or figures in a form for other programs; null for a folder that there is not. */
export const REVIEW_EXPORT_REQUEST = 'annualReport/reviewExport';

export interface ReviewExportParams extends FiguresParams {
  readonly form: 'csv' | 'xlsx' | 'sarif';
  /** What a table of one sheet holds. */
  readonly of: 'findings' | 'figures';
  /** Version of the program, for SARIF. */
  readonly version: string;
}

export type ReviewExport =
  /** Several where one would be larger than its readers take; the gravest findings are in the first. */
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | {
      readonly kind: 'sheets';
      readonly sheets: readonly {
        readonly name: string;
        readonly rows: readonly (readonly (string | number | null)[])[];
      }[];
    };

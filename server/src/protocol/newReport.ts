// Beginning a report, and the formats that there are.

/** Client → server: the kinds of report that may be begun, the first one first. */
export const REPORT_KINDS_REQUEST = 'annualReport/reportKinds';

export interface ReportKindEntry {
  readonly id: string;
  readonly name: string;
  /** First and last report year that it has a format for; no last one while that is in force. */
  readonly firstYear: number;
  readonly lastYear?: number;
}

/** Client → server: the text of a new report. */
export const NEW_REPORT_REQUEST = 'annualReport/newReport';

export interface NewReportParams {
  readonly publicBody: string;
  readonly reportYear: number;
  /** Id of the kind of report; the first where it is left out. */
  readonly kind?: string;
}

export interface NewReport {
  /** Its title, which is its file's name without ending. */
  readonly title: string;
  /** Markdown: title, introduction, all parts with prompts and standard tables. */
  readonly text: string;
}

/** Client → server: the formats that a draft may be checked against. */
export const EDITIONS_REQUEST = 'annualReport/editions';

export interface EditionsParams {
  readonly textDocument: { readonly uri: string };
}

export interface EditionChoices {
  /** Kind by kind, the newest of each first. */
  readonly editions: readonly { readonly id: string; readonly name: string }[];
  /** In words: why the draft is not checked against any; left out where it is. */
  readonly whyUnchecked?: string;
}

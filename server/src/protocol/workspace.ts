/** The reports of the workspace, open or not: what our client and server tell each other of them. */
import type { Range } from 'vscode-languageserver-types';
import type { DecisionRecord } from '../analysis/files/decision.ts';

/** Server → client: the files in the workspace folders that may be reports, by the endings of their names. */
export const REPORT_FILES_REQUEST = 'annualReport/reportFiles';

export interface ReportFile {
  readonly uri: string;
  /** Changes with the file. */
  readonly version: string;
  readonly bytes: number;
}

export interface ReportFiles {
  readonly files: readonly ReportFile[];
  /** Set where there are more than are listed. */
  readonly isCut?: true;
}

/** Server → client: the text of one of these files; null where it cannot be read, is too large or no text. */
export const REPORT_TEXT_REQUEST = 'annualReport/reportText';

export interface ReportTextParams {
  readonly uri: string;
}

export interface ReportText {
  readonly text: string | null;
  /** Set where no file is at the address. */
  readonly isMissing?: true;
}

/** Server → client: how far the reports of the workspace are read and checked; sent when that changes. */
export const WORKSPACE_STATUS_NOTIFICATION = 'annualReport/workspaceStatus';

export interface WorkspaceStatus {
  /** Changes with everything that {@link WORKSPACE_REPORTS_REQUEST} answers. */
  readonly revision: number;
  /** Files that are still to be read. */
  readonly waiting: number;
  /** Files that were read or are to be. */
  readonly files: number;
  /** Files that are reports, open ones among them. */
  readonly reports: number;
  /** Reports whose own findings are not known: their year is not the newest, or they were not reached yet. */
  readonly unchecked: number;
  readonly errors: number;
  readonly warnings: number;
  /** Addresses of files that cannot be read, or are too large. */
  readonly unread: readonly string[];
  /** Whether there are more files than are read. */
  readonly isCut: boolean;
  /** Whether reading was stopped by the user. */
  readonly isStopped: boolean;
  /** Whether every report is checked, whatever its year. */
  readonly checksAll: boolean;
  /** Changes with decisions and comments; empty where there are none. */
  readonly decisions: string;
}

/**
 * Client → server: check every report of the workspace, and read what was left out when reading was stopped. Answered
 * when nothing is left to do.
 */
export const CHECK_ALL_REQUEST = 'annualReport/checkAll';

export interface CheckedAll {
  /** Reports that are known now. */
  readonly reports: number;
}

/** Client → server: the bodies of the workspace with their reports. */
export const WORKSPACE_REPORTS_REQUEST = 'annualReport/workspaceReports';

export interface WorkspaceReportsResult {
  readonly revision: number;
  readonly folders: readonly FolderReports[];
}

/** The reports of one workspace folder, which are compared with each other alone. */
export interface FolderReports {
  readonly uri: string;
  readonly name: string;
  readonly newestYear: number | null;
  /** Bodies that the settings name and that have no report at all. */
  readonly missing: readonly { readonly name: string; readonly parent: string | null }[];
  readonly bodies: readonly BodyReports[];
  /** Reports whose body or year is not known. */
  readonly unidentified: readonly ReportEntry[];
  /** Reports of other kinds, which are not compared. */
  readonly otherKinds: readonly ReportEntry[];
}

export interface BodyReports {
  /** Counts within its folder. */
  readonly id: string;
  /** The newest name as written. */
  readonly name: string;
  /** The outermost place of its name; empty where it has none. */
  readonly place: string;
  readonly parent: string | null;
  /** How its reports were put together; `folder` is a mere suggestion. */
  readonly why: 'title' | 'alias' | 'config' | 'folder';
  /** In the order of the years; several of one year stand one behind the other. */
  readonly reports: readonly ReportEntry[];
}

export interface ReportEntry {
  readonly uri: string;
  readonly year: number | null;
  readonly edition: string | null;
  readonly isOpen: boolean;
  /** Findings that count, those across reports among them; null where it was not checked. */
  readonly counts: ReportCounts | null;
}

export interface ReportCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  /** Findings that were accepted; they are in none of the other numbers. */
  readonly accepted: number;
  /** Findings that were marked as to be fixed. */
  readonly toFix: number;
}

/** Client → server: the figures of the reports of some bodies on one year; see {@link FiguresResult}. */
export const WORKSPACE_FIGURES_REQUEST = 'annualReport/workspaceFigures';

export interface FiguresParams {
  /** Address of the workspace folder. */
  readonly folder: string;
  readonly year: number;
  /** Table of the official format: `t3.requests`; left out for all. */
  readonly table?: string;
  /** Of tables with a column of totals that column alone. */
  readonly isTotalsOnly?: boolean;
  /** Bodies below this one alone; its own figures come beside the sum. */
  readonly parent?: string;
  /** These bodies alone. */
  readonly bodies?: readonly string[];
}

/** Figures of one year: a row for each body, by `table row.column`. */
export interface FiguresResult {
  readonly revision: number;
  /** In the order of the official tables, as far as any report has them. */
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** Sum of each column over the rows, but for those named in {@link notAdded}. */
  readonly sums: readonly FigureSum[];
  /** Rows that are in no sum, since bodies below them are. */
  readonly notAdded: readonly string[];
  /** Bodies that would have a row and have no report of the year. */
  readonly without: readonly string[];
  /** Bodies with several reports of the year that differ: the first of them is in the rows and the sums. */
  readonly severalReports: readonly string[];
  /** The row of the body above, where one was named and has a report. */
  readonly above: FigureRow | null;
}

export interface FigureSum {
  /** Null where no row has a number. */
  readonly value: number | null;
  /** Rows whose cell is not known; they are not in the sum. */
  readonly unknown: number;
}

export interface FigureColumn {
  /** `t3.requests newReceived.total` */
  readonly key: string;
  /** In the client's language. */
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface FigureRow {
  readonly body: string;
  /** The body's newest name. */
  readonly name: string;
  readonly uri: string;
  readonly edition: string | null;
  /** One for each column; null where the report has no such cell. */
  readonly cells: readonly (FigureEntry | null)[];
}

export interface FigureEntry {
  /** `split`: figures stood run together and were parted. */
  readonly state: 'value' | 'split' | 'blank' | 'dash' | 'unreadable';
  /** As printed; null without a number. */
  readonly value: number | null;
  readonly range: Range;
  /** The same cell of the year before. */
  readonly lastYear?: number;
  /** The gravest finding on the cell. */
  readonly severity?: 'error' | 'warning' | 'information';
}

/** Client → server: the findings of one report, those across reports among them; null where it was not checked. */
export const WORKSPACE_FINDINGS_REQUEST = 'annualReport/workspaceFindings';

export interface WorkspaceFindingsParams {
  readonly uri: string;
}

export interface WorkspaceFinding {
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** Its place in words. */
  readonly where: string;
  readonly range: Range;
  readonly fingerprint: string;
  /** One that was accepted does not count. */
  readonly decision?: DecisionRecord;
  readonly related: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

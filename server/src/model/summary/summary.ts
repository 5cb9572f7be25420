import type { Metric } from '../../format/metrics.ts';
import type { ColumnSpec, EditionId, RowSpec, SectionId, SectionRole, TableSpec } from '../../format/types.ts';

/**
 * Version of the form of summaries. It changes with what they hold or how it is read: a summary of another version is
 * not compared.
 */
export const SUMMARY_VERSION = 3;

/** Place in a draft: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export type PlaceInFile = readonly [line: number, column: number, endLine: number, endColumn: number];

/**
 * What is kept of a report to compare it with others: plain data, one line of JSON. It follows from the report and its
 * path alone. Its text is not in it, so places are lines and columns.
 */
export interface Summary {
  readonly version: number;
  /** Hash of the draft's text. */
  readonly hash: string;
  /** As given. */
  readonly path: string;
  /** The public body as written, with its place where the draft names that anywhere; null where no name is found. */
  readonly body: string | null;
  /** Its name folded for comparing; see {@link bodyKey}. */
  readonly bodyKey: string | null;
  /** The outermost place in it: reports of one group are compared with each other, those of others hardly ever. */
  readonly group: string;
  /** The title, or the first line where there is none. */
  readonly title: PlaceInFile;
  readonly year: number | null;
  /** Id of the kind of report: those of different kinds are never compared. */
  readonly kind: string;
  readonly edition: EditionId | null;
  /** Set where a format file of the workspace's own prescribes neither sections nor tables for the year. */
  readonly isFreeForm?: true | undefined;
  readonly scope: ReportScope | null;
  /** By table id. Of several tables of one kind the one that counts. */
  readonly tables: Readonly<Record<string, TableSummary>>;
  readonly statements: readonly StatementSummary[];
  readonly changes: readonly ChangeSummary[];
  /** Shares, rates and counts of the text by their words: 办结率98.5%, 门户网站发布信息1204条. */
  readonly rates: readonly RateSummary[];
  readonly sections: readonly SectionSummary[];
  readonly says: readonly Saying[];
  /** Folded names of bodies of the same place that the text names, without its own. */
  readonly names: readonly NameSummary[];
  /** Titles of documents that name a year. */
  readonly citations: readonly CitationSummary[];
  /** What comments in the draft silence of the checks across reports: rule, first and last line, and the reason. */
  readonly silenced: readonly (readonly [rule: string, from: number, to: number, reason: string])[];
}

/** Whose figures a report gives: those of a whole area or of everybody below, or those of the body alone. */
export type ReportScope = 'area' | 'body';

export interface TableSummary {
  readonly edition: EditionId;
  /** By `row.column`. A cell without an entry is missing, or it is not known which cell it is. */
  readonly cells: Readonly<Record<string, CellSummary>>;
  /**
   * Cells that a relation inside the report which does not hold stands on; of a cell that is to blame, what it should
   * be.
   */
  readonly broken: Readonly<Record<string, number | null>>;
  /** Line and column of a row's label, where its figures stand on lines below: alone they say nothing. */
  readonly labels?: Readonly<Record<string, readonly [line: number, column: number]>>;
  /** Scope that a row's label names: `ownLevel`, `area`. */
  readonly scopes?: Readonly<Record<string, ReportScope>>;
  /** How a format file of the workspace's own has it printed; left out where it is a table that is built in. */
  readonly form?: TableForm;
}

/** The rows and columns of a table and what they are called. */
export interface TableForm extends Pick<TableSpec, 'role' | 'title' | 'englishTitle' | 'section' | 'subtotals'> {
  readonly parts: readonly {
    readonly rows: readonly Pick<RowSpec, 'key' | 'label' | 'path'>[];
    readonly columns: readonly Pick<ColumnSpec, 'key' | 'label'>[];
  }[];
}

/**
 * A cell: a whole number; a number with its printed decimals as text, `12.50`; null for a blank, `-` for a dash, `?`
 * for what is not readable. A `true` at the end: figures stood run together and were parted.
 */
export type CellSummary = readonly [
  state: number | string | null,
  line: number,
  column: number,
  length: number,
  isSplit?: true,
];

/** A quantity as the running text states it: between `low` and `high`, null for no bound. */
export interface StatementSummary {
  readonly metric: Metric;
  /** A number is a year that is named. */
  readonly period: 'this' | 'last' | 'cumulative' | number;
  readonly low: number;
  readonly high: number | null;
  readonly isOfArea?: true;
  /** The words need not mean the same as the tables. */
  readonly isLoose?: true;
  readonly text: string;
  readonly place: PlaceInFile;
}

/** A percentage that is no change, or a count, by the words before it. */
export interface RateSummary {
  /** Those words, folded, without years. */
  readonly label: string;
  /** Measure word of a count; left out for a percentage. */
  readonly unit?: string;
  readonly value: number;
  /** Half a unit of the last printed digit. */
  readonly margin: number;
  readonly text: string;
  readonly place: PlaceInFile;
}

/** A change against an earlier year that the text states without that year's figure. */
export interface ChangeSummary {
  /** The quantity that has changed; null for points, and where no table counts it. */
  readonly metric: Metric | null;
  /** The words before the figure that has changed, as in {@link RateSummary}. */
  readonly label: string;
  /** Its measure word; left out for points. */
  readonly unit?: string;
  readonly kind: 'percent' | 'count' | 'times' | 'points';
  readonly direction: 'up' | 'down' | null;
  readonly value: number;
  /** Half a unit of the last printed digit. */
  readonly margin: number;
  /** Words such as 约 or 以上 stand before it. */
  readonly isRough?: true;
  readonly base: 'last' | number;
  /** The figure that has changed. */
  readonly of: number;
  readonly isLoose?: true;
  readonly text: string;
  readonly ofText: string;
  readonly place: PlaceInFile;
  readonly ofPlace: PlaceInFile;
}

export interface SectionSummary {
  /**
   * What it is for, or else its id; null for what stands before the first section, and for a section of no known kind.
   */
  readonly id: SectionRole | SectionId | null;
  readonly place: PlaceInFile;
  /** Han characters of its running text. */
  readonly han: number;
  /**
   * Smallest hashes of its runs of eight characters, 8 hexadecimal digits each; left out where they are not compared.
   */
  readonly minHashes?: string;
  readonly sentences: readonly SentenceSummary[];
}

/** A sentence; without its years and figures, and what these are. */
export interface SentenceSummary {
  /** Hash of its words, years and figures left out. */
  readonly words: string;
  readonly han: number;
  /** Hash of its figures without years; empty where it has none. */
  readonly figures: string;
  /** The years that it names, each with line, column from 1. */
  readonly years: readonly (readonly [year: number, line: number, column: number])[];
  /** It says what nearly every report says, or compares years. */
  readonly isCommon?: true;
  readonly place: PlaceInFile;
}

/** Something that a report says of itself and that explains why figures of two years do not fit. */
export interface Saying {
  readonly kind: SayingKind;
  /** What it is about; empty where that is not told. */
  readonly about: readonly SayingTopic[];
  readonly place: PlaceInFile;
}

export type SayingKind = 'cleanedUp' | 'relisted' | 'reorganised' | 'renamed' | 'corrected' | 'firstYear';
export type SayingTopic = 'requests' | 'documents' | 'items' | 'disclosure' | 'cases';

export interface NameSummary {
  readonly name: string;
  readonly place: PlaceInFile;
}

export interface CitationSummary {
  /** Its title, folded, without the year. */
  readonly title: string;
  readonly year: number;
  readonly place: PlaceInFile;
}

/** What a cell holds; `missing` where there is none. */
export type CellState =
  | { readonly kind: 'value'; readonly value: number; readonly margin: number }
  | { readonly kind: 'blank' | 'dash' | 'unreadable' | 'missing' };

/** Reads a cell of a table. */
export function cellState(cell: CellSummary | undefined): CellState {
  if (!cell) return { kind: 'missing' };
  const [state] = cell;
  if (state === null) return { kind: 'blank' };
  if (typeof state === 'number') return { kind: 'value', value: state, margin: 0 };
  if (state === '-') return { kind: 'dash' };
  if (state === '?') return { kind: 'unreadable' };
  const decimals = state.length - 1 - state.indexOf('.');
  return { kind: 'value', value: Number(state), margin: 10 ** -decimals / 2 };
}

/** Place of a row up to one of its cells, where the label stands on a line above it; else of the cell alone. */
export function placeInRow({ labels }: TableSummary, key: string, cell: CellSummary): PlaceInFile {
  const label = labels?.[key.slice(0, key.indexOf('.'))];
  const [line, column, endLine, endColumn] = placeOfCell(cell);
  return label && label[0] < line ? [...label, endLine, endColumn] : [line, column, endLine, endColumn];
}

/** Place of a cell. */
export function placeOfCell([, line, column, length]: CellSummary): PlaceInFile {
  return [line, column, line, column + length];
}

import type { Message, MessageId } from '../../messages/message.ts';
import type { KnownReport } from '../../model/across/body.ts';
import { formOf } from '../../model/summary/forms.ts';
import {
  cellState,
  placeInRow,
  placeOfCell,
  type CellState,
  type PlaceInFile,
  type SayingTopic,
  type Summary,
} from '../../model/summary/summary.ts';
import type { LevelsContext, RepeatsContext, SkipReason, YearsContext } from './acrossContexts.ts';
import type { FindingId, RelatedId, Severity } from './rule.ts';

/** One of the numbers from which the expected one is made. */
export interface ComparedTerm {
  readonly sign: '+' | '-';
  readonly report: Summary;
  /** `row.column`, or `prose.` and the metric. */
  readonly key: string;
  readonly value: number | null;
}

export type AcrossRelated = Message<RelatedId> & { readonly report: Summary; readonly place: PlaceInFile };

/** What follows a finding's message: how sure it is. */
export type AcrossNote = Message<Extract<MessageId, `across.${string}`>>;

/** What does not agree between reports. It stands in the later one, or in that of the upper body. */
export type AcrossFinding = Message<FindingId> & {
  readonly report: Summary;
  readonly place: PlaceInFile;
  readonly severity?: Severity;
  /** The nearest first. */
  readonly related: readonly AcrossRelated[];
  /** Null where no number is meant. */
  readonly stated: number | null;
  readonly expected: number | null;
  readonly terms: readonly ComparedTerm[];
  /** What is compared, for the fingerprint. */
  readonly keys: readonly string[];
  readonly notes: readonly AcrossNote[];
  /**
   * Stated less expected, where the same cell is the base of the next year's relation: see the middle of three years.
   */
  readonly chained?: number;
  /** A finding inside the report names the same cell and the same correction: this one stays unsaid. */
  readonly isToldInside?: boolean;
};

/** What became of one relation. `unknown`: a number is not there or not readable. */
export interface Verdict {
  readonly kind: 'holds' | 'broken' | 'unknown';
  readonly finding?: AcrossFinding;
}

export const HOLDS: Verdict = { kind: 'holds' };
export const UNKNOWN: Verdict = { kind: 'unknown' };

interface AcrossDetails {
  /** `workspace/name`. */
  readonly id: Extract<FindingId, `workspace/${string}`>;
  readonly catalogue: readonly string[];
  readonly basis: readonly string[];
  readonly severity: Severity;
}

/** Compares two years of one body. */
export interface YearsRule extends AcrossDetails {
  readonly scope: 'years';
  /** What it compares; text is compared whatever became of the figures. */
  readonly matter: 'figures' | 'text';
  /** Corrections of these matters silence it. */
  readonly topics: readonly SayingTopic[];
  /** What else a report may say that silences it. */
  readonly silencedBy?: readonly ('cleanedUp' | 'relisted' | 'firstYear')[];
  /** Whether it compares years between which reports are missing. */
  readonly spansGaps?: boolean;
  /** Why the two cannot be compared at all. */
  skip?(context: YearsContext): SkipReason | undefined;
  run(context: YearsContext): Iterable<Verdict>;
}

/** Compares a government with the bodies below it. */
export interface LevelsRule extends AcrossDetails {
  readonly scope: 'levels';
  skip?(context: LevelsContext): SkipReason | undefined;
  run(context: LevelsContext): Iterable<Verdict>;
}

/** Looks at several reports of one body and year. */
export interface RepeatsRule extends AcrossDetails {
  readonly scope: 'repeats';
  run(context: RepeatsContext): Iterable<Verdict>;
}

/** A check that needs several reports. Pure, as those of one report are: it sees its context alone. */
export type AcrossRule = YearsRule | LevelsRule | RepeatsRule;

/** Declares a rule on several reports. */
export function defineAcrossRule<R extends AcrossRule>(rule: R): R {
  return rule;
}

type AcrossFindingDetails<Id extends FindingId> = Omit<AcrossFinding, 'message' | 'args' | 'notes' | 'related'> &
  Partial<Pick<AcrossFinding, 'notes' | 'related'>> &
  Extract<Message<FindingId>, { message: Id }>;

/** A verdict with its finding, the empty parts filled in. */
export function broken<Id extends FindingId>(details: AcrossFindingDetails<Id>): Verdict {
  const made: unknown = { notes: [], related: [], ...details };
  // The compiler has compared the arguments with the id above; it cannot see that for a type parameter.
  return { kind: 'broken', finding: made as AcrossFinding };
}

/** A difference without the traces of binary fractions. */
export function differenceOf(stated: number, expected: number): number {
  return Number((stated - expected).toFixed(6));
}

/** State of a cell of a report's table. */
export function stateOf(report: Summary, table: string, key: string): CellState {
  return cellState(report.tables[table]?.cells[key]);
}

/** Place of a cell; of the title where the draft has no such cell. */
export function cellPlace(report: Summary, table: string, key: string): PlaceInFile {
  const cell = report.tables[table]?.cells[key];
  return cell ? placeOfCell(cell) : report.title;
}

/** Place of a cell with its label, where that stands above it; of the title where the draft has no such cell. */
export function rowPlace(report: Summary, table: string, key: string): PlaceInFile {
  const found = report.tables[table];
  const cell = found?.cells[key];
  return found && cell ? placeInRow(found, key, cell) : report.title;
}

/** Whether figures of a cell stood run together and were parted: then nothing more than information rests on them. */
export function isParted(report: Summary, table: string, key: string): boolean {
  return report.tables[table]?.cells[key]?.[4] === true;
}

/** Labels of a cell's row and column as the edition of its table prints them. */
export function labelsOf(
  report: Summary,
  table: string,
  key: string,
): { readonly row: string; readonly column: string } {
  const [rowKey = '', columnKey = ''] = key.split('.');
  for (const part of formOf(report, table)?.parts ?? []) {
    const row = part.rows.find(each => each.key === rowKey);
    const column = part.columns.find(each => each.key === columnKey);
    if (row && column) return { row: row.label || (row.path.at(-1) ?? ''), column: column.label };
  }
  return { row: rowKey, column: columnKey };
}

/** A cell of another report as a related place. */
export function relatedCell(report: KnownReport, table: string, key: string): AcrossRelated {
  const state = stateOf(report, table, key);
  return {
    report,
    place: rowPlace(report, table, key),
    message: 'related.yearCell',
    args: {
      year: report.year,
      ...labelsOf(report, table, key),
      text: state.kind === 'value' ? String(state.value) : '',
    },
  };
}

/** Cells that must not be taken for numbers as they stand. */
const NO_VALUE: ReadonlySet<CellState['kind']> = new Set(['dash', 'unreadable', 'missing']);

/**
 * A row's numbers, blanks beside figures counted as 0. Undefined for a cell that is not readable, missing or a dash,
 * and for all of a row without any figure. `hasBlank`: whether a blank was taken for 0.
 */
export function numberIn(
  report: Summary,
  table: string,
  key: string,
  row: () => readonly string[],
): { readonly value: number; readonly margin: number; readonly wasBlank: boolean } | undefined {
  const state = stateOf(report, table, key);
  if (state.kind === 'value') return { value: state.value, margin: state.margin, wasBlank: false };
  if (NO_VALUE.has(state.kind)) return undefined;
  const isFilled = row().some(each => stateOf(report, table, each).kind === 'value');
  return isFilled ? { value: 0, margin: 0, wasBlank: true } : undefined;
}

/** Whether a row's scope differs between two reports, or between the row and what is compared. */
export function rowScopesDiffer(a: Summary, b: Summary, table: string, row: string): boolean {
  const first = a.tables[table]?.scopes?.[row];
  const second = b.tables[table]?.scopes?.[row];
  return first !== second;
}

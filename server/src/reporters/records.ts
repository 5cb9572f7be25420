import type { DecisionRecord } from '../analysis/files/decision.ts';
import type { ComparisonOf } from '../analysis/across/reported.ts';
import type { EditionId } from '../format/types.ts';
import type { ReportScope } from '../model/summary/summary.ts';
import type { Severity } from '../rules/support/rule.ts';

/** What findings are printed as. */
export type Format = 'text' | 'json' | 'jsonl' | 'sarif' | 'github' | 'gitlab' | 'csv' | 'xlsx';

/** A place as it is printed: 1-based, columns in UTF-16 units, the end exclusive. */
export interface PlaceRecord {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as it is printed, in the order of its members; structured-cloneable. */
export interface FindingRecord extends PlaceRecord {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** In words, for a document that was converted. */
  readonly where?: string;
  readonly related: readonly (Partial<Pick<FileRecord, 'path'>> & PlaceRecord & { readonly message: string })[];
  readonly comparison?: ComparisonOf;
  readonly decision?: DecisionRecord;
  readonly fingerprint: string;
}

/** A finding that does not count, and why. */
export interface SuppressedRecord extends FindingRecord {
  readonly by: 'baseline' | 'decision' | 'settings' | 'draft';
  readonly reason: string;
}

/** A checked file; structured-cloneable. */
export interface FileRecord {
  /** As given. */
  readonly path: string;
  /** Id of the kind of report; null for a text that is none. */
  readonly kind: string | null;
  readonly edition: EditionId | null;
  /** Its name for people, where a format file of the workspace gives it. */
  readonly editionName?: string;
  readonly reportYear: number | null;
  readonly publicBody: string | null;
  /** The body with its place, where reports are compared. */
  readonly body?: string | null;
  /** What was left out or restored, for a document that was converted. */
  readonly notes?: readonly string[];
  /** Members of its entry in JSON that nothing else needs, as text. */
  readonly details: string;
  readonly findings: readonly FindingRecord[];
  readonly suppressed: readonly SuppressedRecord[];
}

/** A body's report of one year in the table of bodies. */
export interface SummaryRow {
  readonly body: string;
  readonly year: number;
  readonly parent: string | null;
  readonly path: string;
  readonly edition: EditionId | null;
  readonly scope: ReportScope | null;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  readonly accepted: number;
  /** By `row.column`; null where unknown. */
  readonly figures: Readonly<Record<string, number | null>>;
}

export type Counts = Record<Severity, number>;

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Rank of a severity: the higher, the graver. */
export const RANKS: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/** Counts of nothing yet. */
export function noCounts(): Counts {
  return { error: 0, warning: 0, information: 0, hint: 0 };
}

/** Findings by line and column; of one place those inside the report first. */
export function inOrder<T extends PlaceRecord>(findings: readonly T[]): readonly T[] {
  return [...findings].sort((a, b) => a.line - b.line || a.column - b.column);
}

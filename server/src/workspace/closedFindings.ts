import type { Findings, ReportedFinding } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Severity } from '../rules/support/rule.ts';

/** A finding of a closed report as it is shown, and what decides whether it is. */
export interface KeptFinding<T> {
  readonly rule: string;
  readonly severity: Severity;
  readonly fingerprint: string;
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
  readonly shown: T;
}

/** What tells a finding, and how grave it is. */
export type FindingMark = Pick<ReportedFinding, 'rule' | 'severity' | 'fingerprint'>;

/** What is kept of the findings inside a closed report. */
export interface CheckedReport<T> {
  /** All of them. */
  readonly marks: readonly FindingMark[];
  /** All of them, or errors and warnings alone, or none. */
  readonly kept: readonly KeptFinding<T>[];
  readonly extent: Extent;
}

/** How much is kept of a report's findings. */
export type Extent = 'none' | 'grave' | 'all';

const EXTENTS: readonly Extent[] = ['none', 'grave', 'all'];

/** Whether findings on errors and warnings alone are meant. */
export function isGrave(severity: Severity): boolean {
  return severity === 'error' || severity === 'warning';
}

/**
 * Findings inside reports that are not open: what tells each, and those that are shown, in the form in which
 * they are. The text is gone: what was not kept has to be read and checked again.
 */
export class ClosedFindings<T> {
  private readonly checked = new Map<string, CheckedReport<T>>();

  /** `show` makes of a finding what is kept. */
  constructor(private readonly show: (snapshot: Snapshot, finding: ReportedFinding) => T) {}

  at(path: string): CheckedReport<T> | undefined {
    return this.checked.get(path);
  }

  /** Whether as much is known of a report as is wanted. */
  isKnown(path: string, wanted: Extent): boolean {
    const known = this.checked.get(path);
    return known !== undefined && EXTENTS.indexOf(known.extent) >= EXTENTS.indexOf(wanted);
  }

  add(path: string, snapshot: Snapshot, { findings }: Findings, extent: Extent): void {
    const marks = findings.map(({ rule, severity, fingerprint }) => ({ rule, severity, fingerprint }));
    const wanted =
      extent === 'none' ? [] : extent === 'all' ? findings : findings.filter(each => isGrave(each.severity));
    const kept = wanted.map(finding => {
      const { line, character } = snapshot.source.positionAt(finding.span.start);
      return {
        rule: finding.rule,
        severity: finding.severity,
        fingerprint: finding.fingerprint,
        line: line + 1,
        column: character + 1,
        shown: this.show(snapshot, finding),
      };
    });
    this.checked.set(path, { marks, kept, extent });
  }

  forget(path: string): void {
    this.checked.delete(path);
  }

  clear(): void {
    this.checked.clear();
  }
}

import type { KnownFindings } from './known.ts';
import { inOrder, type FileRecord, type FindingRecord, type SummaryRow } from '../reporters/records.ts';
import { figuresOf, type WorkspaceRecord } from '../reporters/workspaceRecord.ts';
import type { Body } from '../model/across/body.ts';

/** A file with its findings across reports put among the others, and what is known of them taken into account. */
export function settle(file: FileRecord, workspace: WorkspaceRecord | undefined, known: KnownFindings): FileRecord {
  if (!workspace) return known.judge(file);
  const across = workspace.findings.get(file.path) ?? [];
  const additions = workspace.additions.get(file.path) ?? [];
  const findings = additions.length === 0 ? file.findings : file.findings.map(each => withRelated(each, additions));
  const suppressed = workspace.suppressed.get(file.path) ?? [];
  return known.judge({
    ...file,
    findings: across.length === 0 ? findings : inOrder([...findings, ...across]),
    suppressed: suppressed.length === 0 ? file.suppressed : [...file.suppressed, ...suppressed],
  });
}

/** The first finding on a cell gets the place of the cell in the other report. */
function withRelated(
  finding: FindingRecord,
  additions: readonly { readonly line: number; readonly column: number; readonly related: FindingRecord['related'] }[],
): FindingRecord {
  const found = additions.find(({ line, column }) => line === finding.line && column === finding.column);
  return found ? { ...finding, related: [...finding.related, ...found.related] } : finding;
}

/** The table of bodies: a row a report of a body, years ascending. */
export function summaryRows(bodies: readonly Body[], files: ReadonlyMap<string, FileRecord>): readonly SummaryRow[] {
  return bodies.flatMap(({ id, reports, parent }) =>
    reports.map(report => {
      const { findings = [], suppressed = [] } = files.get(report.path) ?? {};
      const errors = findings.filter(({ severity }) => severity === 'error').length;
      const warnings = findings.filter(({ severity }) => severity === 'warning').length;
      return {
        body: id,
        year: report.year,
        parent,
        path: report.path,
        edition: report.edition,
        scope: report.scope,
        errors,
        warnings,
        others: findings.length - errors - warnings,
        accepted: suppressed.length,
        figures: figuresOf(report),
      };
    }),
  );
}

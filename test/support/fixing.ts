import type { ReportedFinding } from '../../server/src/analysis/findings.ts';

function count(findings: readonly ReportedFinding[], rule: string): number {
  return findings.filter(finding => finding.rule === rule).length;
}

/** Findings of a rule; one that is about many cells of a table weighs as many. */
export function weight(findings: readonly ReportedFinding[], rule: string): number {
  return findings
    .filter(finding => finding.rule === rule)
    .reduce((sum, { args }) => sum + Math.max(1, 'count' in args ? args.count : 1), 0);
}

/** Rules with more errors or warnings than before. */
export function newTrouble(before: readonly ReportedFinding[], after: readonly ReportedFinding[]): string[] {
  const serious = (findings: readonly ReportedFinding[]) =>
    findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return [...new Set(serious(after).map(({ rule }) => rule))].filter(
    rule => count(serious(after), rule) > count(serious(before), rule),
  );
}

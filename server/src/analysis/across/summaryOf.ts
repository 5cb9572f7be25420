import type { Report } from '../../model/report.ts';
import { summarise } from '../../model/summary/summarise.ts';
import type { Summary } from '../../model/summary/summary.ts';
import { ACROSS_RULES } from '../../rules/acrossRules.ts';
import { silencesOf } from '../silences.ts';

const RULES: ReadonlySet<string> = new Set(ACROSS_RULES.map(({ id }) => id));

/** What is kept of a report to compare it with others, with what its comments silence of those checks. */
export function summaryOf(report: Report, path: string): Summary {
  const silenced = silencesOf(report).all.flatMap(({ rule, reason, scope }) => {
    if (!RULES.has(rule) || reason === '') return [];
    const { source } = report;
    return [[rule, source.lineAt(scope.start) + 1, source.lineAt(scope.end) + 1, reason] as const];
  });
  return summarise(report, path, silenced);
}

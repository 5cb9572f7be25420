import { brokenIn } from '../../model/equations/evaluate.ts';
import type { Outcome } from '../../model/equations/outcome.ts';
import { brokenEquation, type EquationRuleId } from './brokenEquation.ts';
import type { TableContext } from './contexts.ts';
import type { ReportFacts } from './reportFacts.ts';
import { defineRule, type Finding, type FindingId, type LintRule } from './rule.ts';

/** A rule that reports broken equations of official tables. */
export type EquationRule = Omit<LintRule, 'checks' | 'id'> & EquationReport & EquationDetails;

/** A rule that words broken equations itself, or looks at none, may have a message with any arguments. */
type EquationReport =
  | { readonly id: EquationRuleId; readonly equations: readonly string[]; readonly report?: undefined }
  | { readonly id: FindingId; readonly equations: readonly []; readonly report?: undefined }
  | {
      readonly id: FindingId;
      /** Ids of the equations, in the order in which they are reported. */
      readonly equations: readonly string[];
      /** What is reported instead of the equation itself; undefined for nothing. */
      readonly report: (outcome: Outcome) => Finding | undefined;
    };

interface EquationDetails {
  /** Whether a broken equation is explained all the same, and not reported. */
  readonly unless?: (outcome: Outcome, facts: ReportFacts) => boolean;
  /** What else of a table the rule reports, be it judged or not. */
  readonly also?: (context: TableContext) => Iterable<Finding>;
}

/** The rule that a row describes. */
export function equationRule({ equations, unless, report, also, ...rule }: EquationRule): LintRule {
  return defineRule({
    ...rule,
    kinds: 'every',
    scope: 'table',
    *run(context) {
      const { table, standing, facts } = context;
      for (const id of standing === 'judged' ? equations : []) {
        for (const outcome of brokenIn(table)) {
          if (outcome.equation.id !== id || unless?.(outcome, facts)) continue;
          // A row that words nothing itself has such an id: see EquationReport.
          const found = report ? report(outcome) : brokenEquation(outcome, { id: rule.id as EquationRuleId });
          if (found) yield found;
        }
      }
      if (also) yield* also(context);
    },
  });
}

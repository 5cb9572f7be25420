import { evaluate } from '../../model/equations/evaluate.ts';
import type { Outcome } from '../../model/equations/outcome.ts';
import { brokenEquation } from './brokenEquation.ts';
import type { TableContext } from './contexts.ts';
import type { ReportFacts } from './reportFacts.ts';
import { defineRule, type Finding, type LintRule } from './rule.ts';

/** A rule that reports broken equations of official tables. */
export interface EquationRule extends Omit<LintRule, 'checks'> {
  /** Ids of the equations, in the order in which they are reported. */
  readonly equations: readonly string[];
  /** Whether a broken equation is explained all the same, and not reported. */
  readonly unless?: (outcome: Outcome, facts: ReportFacts) => boolean;
  /** What is reported instead of the equation itself; undefined for nothing. */
  readonly report?: (outcome: Outcome) => Finding | undefined;
  /** What else of a table the rule reports, be it judged or not. */
  readonly also?: (context: TableContext) => Iterable<Finding>;
}

/** The rule that a row describes. */
export function equationRule({ equations, unless, report, also, ...rule }: EquationRule): LintRule {
  return defineRule({
    ...rule,
    scope: 'table',
    *run(context) {
      const { table, standing, facts } = context;
      for (const id of standing === 'judged' ? equations : []) {
        for (const outcome of evaluate(table)) {
          if (outcome.equation.id !== id || outcome.kind !== 'broken' || unless?.(outcome, facts)) continue;
          const found = report ? report(outcome) : brokenEquation(outcome, { id: rule.id });
          if (found) yield found;
        }
      }
      if (also) yield* also(context);
    },
  });
}

import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 现行有效件数一般不少于本年制发件数；当年又废止的除外。 */
export const effectiveBelowIssued = defineRule({
  id: 'totals/effective-below-issued',
  catalogue: ['T2-01'],
  basis: ['edition:2021#t2.disclosure'],
  severity: 'information',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T2-01')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/effective-below-issued' });
    }
  },
});

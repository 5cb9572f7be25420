import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 上一年项目数量加本年增减后不会少于零。 */
export const itemsBelowZero = defineRule({
  id: 'totals/items-below-zero',
  catalogue: ['T2-13'],
  basis: ['edition:2019#t2.disclosure'],
  severity: 'warning',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T2-13')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/items-below-zero' });
    }
  },
});

import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 本年新公开数量不会多于对外公开总数量。 */
export const disclosedAboveTotal = defineRule({
  id: 'totals/disclosed-above-total',
  catalogue: ['T2-12'],
  basis: ['edition:2019#t2.disclosure'],
  severity: 'warning',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T2-12')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/disclosed-above-total' });
    }
  },
});

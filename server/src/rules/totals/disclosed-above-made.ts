import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 本年新公开数量一般不多于本年新制作数量。 */
export const disclosedAboveMade = defineRule({
  id: 'totals/disclosed-above-made',
  catalogue: ['T2-11'],
  basis: ['edition:2019#t2.disclosure'],
  severity: 'information',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T2-11')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/disclosed-above-made' });
    }
  },
});

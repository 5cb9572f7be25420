import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 表三各列：（七）总计 = 本年度办理结果各项之和。 */
export const resultTotal = defineRule({
  id: 'totals/result-total',
  catalogue: ['T3-02'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T3-02')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/result-total' });
    }
  },
});

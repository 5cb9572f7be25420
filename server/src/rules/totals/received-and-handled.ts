import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 表三各列：新收 + 上年结转 = 办理结果总计 + 结转下年度。勾稽关系印在每份官方表格上。 */
export const receivedAndHandled = defineRule({
  id: 'totals/received-and-handled',
  catalogue: ['T3-01'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T3-01')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/received-and-handled' });
    }
  },
});

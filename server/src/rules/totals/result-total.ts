import { outcomesOf } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 表三（七）总计不等于各项办理结果之和。
 *
 * 每一列逐列核对。一格填错使几个算式不平的，只在这一格报告一次。
 *
 * 不报：
 * - （七）总计还没有填。
 * - 各项结果的总计格空着，只填了（七）总计。
 * - 有一格缺失或看不懂。
 *
 * English: In a column of table three （七）总计 is not the sum of the results. A blank total, and total cells left
 * blank in the rows above it, are fine.
 */
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

import { outcomesOf } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 表四总计不等于各种结果之和。
 *
 * 行政复议、未经复议直接起诉、复议后起诉三组分别核对：总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结。
 *
 * 不报：
 * - 总计还没有填。
 * - 数字行没有填完。
 * - 复议后起诉多于复议：可能是以前年度的案件。
 *
 * English: In table four a total is not the sum of its four outcomes. A blank total and a line of figures that is not
 * complete are not judged.
 */
export const reviewLitigationTotal = defineRule({
  id: 'totals/review-litigation-total',
  catalogue: ['T4-01'],
  basis: ['edition:2019#t4.review_litigation', 'edition:2021#t4.review_litigation'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T4-01')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/review-litigation-total' });
    }
  },
});

import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 表四：复议、直接起诉、复议后起诉的总计 = 维持 + 纠正 + 其他 + 尚未审结。 */
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

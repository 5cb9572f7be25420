import { outcomesOf } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 上一年项目数量加本年增减后少于零。
 *
 * 2019年格式表二。“本年增/减”写作增145、减6、+3、-8、0都能读。
 *
 * 不报：
 * - 上一年项目数量还没有填。
 *
 * English: Last year's number of items plus this year's change is below zero (2019 format). Blank cells are not
 * judged.
 */
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

import { outcomesOf } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 本年新公开数量多于对外公开总数量。
 *
 * 2019年格式表二。对外公开总数量包括本年新公开的。
 *
 * 不报：
 * - 还没有填的。
 *
 * English: More documents were newly disclosed than are disclosed in all (2019 format). Blank cells are not judged.
 */
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

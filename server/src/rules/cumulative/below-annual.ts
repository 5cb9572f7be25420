import { outcomesOf } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 历年累计少于本年数。
 *
 * 2018年及以前各地的统计表：历年累计包括本年。
 *
 * 不报：
 * - 还没有填的。
 *
 * English: A cumulative figure is below this year's, which it includes (statistics tables up to 2018). Blank cells are
 * not judged.
 */
export const belowAnnual = defineRule({
  id: 'cumulative/below-annual',
  catalogue: ['C01'],
  basis: ['edition:2007#fj-2018'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'C01')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'cumulative/below-annual' });
    }
  },
});

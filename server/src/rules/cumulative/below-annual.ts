import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/** 历年累计包括本年，不会少于本年数。 */
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

import { evaluate, outcomesOf, type Outcome } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 答复总数多于受理总数。
 *
 * 2018年及以前福建省的统计表。上年受理、本年答复的也计入本年答复，所以本年一列以历年累计核对：累计答复不多于累计受理的，
 * 本年多出的就是上年结转。只作提示。
 *
 * 不报：
 * - 历年累计平衡的。
 * - 受理或答复已因分项之和报告错误的。
 * - 还没有填的。
 *
 * English: More requests were replied to than received (Fujian's statistics tables). Requests of the year before may be
 * replied to this year: where the cumulative figures agree, nothing is said.
 */
export const repliedAboveReceived = defineRule({
  id: 'cumulative/replied-above-received',
  catalogue: ['C06'],
  basis: ['edition:2007#fj-2018'],
  severity: 'information',
  *run({ report }) {
    const outcomes = outcomesOf(report, 'C06');
    for (const outcome of outcomes) {
      if (outcome.kind !== 'broken' || isSuspect(outcome)) continue;
      const inAll = outcomes.find(({ table, axis }) => table === outcome.table && axis.key === 'cumulative');
      if (outcome === inAll || inAll?.kind === 'unknown')
        yield brokenEquation(outcome, { id: 'cumulative/replied-above-received' });
    }
  },
});

/** Whether one of the figures stands in a sum that fails: then that is the fault. */
function isSuspect({ table, left, right }: Outcome): boolean {
  const figures = [...left, ...right].map(({ figure }) => figure);
  return evaluate(table).some(
    ({ kind, equation, left: a, right: b }) =>
      (kind === 'broken' || kind === 'blocked') &&
      equation.id !== 'C06' &&
      [...a, ...b].some(({ figure }) => figure !== undefined && figures.includes(figure)),
  );
}

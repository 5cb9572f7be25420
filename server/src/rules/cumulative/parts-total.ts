import { outcomesOf } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 统计表的分项之和与总数不符。
 *
 * 2018年及以前的统计表，本年度和历年累计两列。同一组行的分项是错误；历年累计的申请渠道曾有传真、电子邮件等行，
 * 只作警告；全国式样的行出处未核，只作建议。一个渠道多于总数的也报告。
 *
 * 不报：
 * - 网站与公报：同一信息在几个渠道公开，不求和。
 * - 分项全空。
 * - 总数还没有填。
 *
 * English: In a statistics table up to 2018 the parts do not add up to the total. Website and gazette overlap and are
 * not summed; cumulative channels are a warning, the unverified national form a hint.
 */
export const partsTotal = defineRule({
  id: 'cumulative/parts-total',
  catalogue: ['C02'],
  basis: ['edition:2007#fj-2018'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(
      report,
      'C02a',
      'C02b',
      'C02c',
      'C02d',
      'N01',
      'N02',
      'N03',
      'N04',
      'N05',
      'N06',
      'N07',
      'N09',
    )) {
      if (outcome.kind !== 'broken') continue;
      const id = outcome.equation.operator === '=' ? 'cumulative/parts-total' : 'cumulative/parts-total#above';
      if (outcome.table.spec.isUnverified) yield brokenEquation(outcome, { id, severity: 'hint' });
      else if (outcome.equation.id === 'C02c') yield brokenEquation(outcome, { id, severity: 'warning' });
      else yield brokenEquation(outcome, { id });
    }
  },
});

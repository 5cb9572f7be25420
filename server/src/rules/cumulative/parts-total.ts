import { outcomesOf } from '../../model/evaluate.ts';
import { brokenEquation } from '../equation.ts';
import { defineRule } from '../rule.ts';

/**
 * 统计表的分项之和与总数不符（本年度和历年累计两列）。
 *
 * 同一组行的分项是错误；历年累计的申请渠道曾有传真、电子邮件等行，只作警告；全国式样的行出处未核，只作提示。
 * 网站与公报两个渠道会重叠，不求和，只要求不多于总数。
 */
export const partsTotal = defineRule({
  id: 'cumulative/parts-total',
  catalogue: ['C02'],
  basis: ['edition:2007#fj-2018'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'C02a', 'C02b', 'C02c', 'C02d', 'N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07')) {
      if (outcome.kind !== 'broken') continue;
      const id = outcome.equation.operator === '=' ? 'cumulative/parts-total' : 'cumulative/parts-total#above';
      if (outcome.table.spec.isUnverified) yield brokenEquation(outcome, { id, severity: 'hint' });
      else if (outcome.equation.id === 'C02c') yield brokenEquation(outcome, { id, severity: 'warning' });
      else yield brokenEquation(outcome, { id });
    }
  },
});

import { FEE_CELL } from '../../format/metrics.ts';
import { figureKey } from '../../model/report.ts';
import { defineRule, finding } from '../support/rule.ts';

/** From this amount on 万元 is hardly meant: 316441万元 is a real value of a large city. */
const TOO_MUCH_WAN_YUAN = 10_000_000;

/**
 * 收费金额可能误以元为单位。
 *
 * 表二行政事业性收费一栏以万元为单位。写了“元”，或是一千万以上的整数（即千亿元以上），请核对。
 *
 * 不报：
 * - 小数和0。
 * - 一千万以下的数：316441（万元）是大城市的真实数额。
 *
 * English: The fee amount may be in yuan instead of 万元: it says 元, or is a whole number of ten million and more.
 * Decimals and 0 are fine.
 */
export const feeUnit = defineRule({
  id: 'tables/fee-unit',
  catalogue: ['T2-04'],
  basis: ['edition:2021#t2.disclosure'],
  severity: 'information',
  scope: 'table',
  *run({ table, standing }) {
    if (standing === 'otherEdition' || table.spec.role !== 'disclosure') return;
    const fee = table.figures.get(figureKey(FEE_CELL.row, FEE_CELL.column));
    if (!fee) return;
    const { quantity } = fee;
    const statesYuan =
      quantity.kind === 'value'
        ? quantity.unit === '元'
        : quantity.kind === 'unreadable' && /元/.test(quantity.text) && !/[万亿]元/.test(quantity.text);
    const isHuge =
      quantity.kind === 'value' &&
      quantity.unit === undefined &&
      quantity.decimals === 0 &&
      quantity.value >= TOO_MUCH_WAN_YUAN;
    if (statesYuan || isHuge)
      yield finding(fee.span, {
        message: statesYuan ? 'tables/fee-unit#yuan' : 'tables/fee-unit',
        args: { stated: fee.text },
      });
  },
});

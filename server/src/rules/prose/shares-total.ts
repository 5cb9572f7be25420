import { defineRule, finding } from '../support/rule.ts';
import { disagreements, placeOfFigure, relatedFigures } from '../support/statedFigures.ts';

/**
 * 各项占比之和不是 100%。
 *
 * 以“其他”收尾的占比清单已列全部，合计应为 100%。低于 99.5% 或高于 100.5%，且不是逐项四舍五入造成的，才报告。写了总数和各
 * 项件数的由“分项之和”“占比”两条核对，这里不再说。
 *
 * 不报：
 * - 没有以“其他”收尾的，带“等”“主要”的。
 * - 约数，满意率、增长率等不是占比的。
 * - 合计离 100% 太远的：不是同一个总数的占比。
 *
 * English: The shares of a list that ends with 其他 do not make up 100 percent. Open lists are not judged; lists with a
 * whole and counts are the matter of other rules.
 */
export const sharesTotal = defineRule({
  id: 'prose/shares-total',
  catalogue: ['P12'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, figure, shares, total },
    } of disagreements(context, 'sharesTotal')) {
      yield finding(placeOfFigure(chain, figure), {
        message: 'prose/shares-total',
        severity: certainty,
        args: { total, parts: shares.map(({ number }) => `${String(number.value)}%`).join(' + ') },
        related: relatedFigures(chain, shares, figure),
      });
    }
  },
});

import { defineRule, finding } from '../support/rule.ts';
import { disagreements, placeOfFigure, relatedFigures, writtenFigure } from '../support/statedFigures.ts';

/**
 * 平均数与总数、个数不符。
 *
 * 一句话里只有一个总数、一个个数和一个平均数，单位都写明的，相除核对：“培训10场，共580人次，平均每场58人次”。
 *
 * 不报：
 * - 总数或个数在别的句子里的，或同一句有几个可用的数。
 * - 约数（末位有小数的“约”按四舍五入比）。
 * - 日均、人均等没有写明除数的（月均、季均按 12、4 除，只作提示：年中才开始的不是这样算）；“每个”后面的名称与个数不是一类的。
 *
 * English: An average does not fit the one total and the one number of things that its sentence states. Anything less
 * plain is not judged.
 */
export const average = defineRule({
  id: 'prose/average',
  catalogue: ['P10'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, figure, figures, total, divisor, computed },
    } of disagreements(context, 'average')) {
      const place = placeOfFigure(chain, figure);
      const [each = figure] = figures;
      const [stated, related] = [writtenFigure(chain, figure), relatedFigures(chain, figures, figure)];
      if (figure === total)
        yield finding(place, {
          message: 'prose/average#each',
          severity: certainty,
          args: { stated, each: writtenFigure(chain, each), count: divisor, computed },
          related,
        });
      else
        yield finding(place, {
          message: 'prose/average',
          severity: certainty,
          args: { stated, total: total.number.value, count: divisor, computed },
          related,
        });
    }
  },
});

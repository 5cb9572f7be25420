import { defineRule, finding } from '../support/rule.ts';
import { disagreements, placeOfFigure, relatedFigures, writtenFigure } from '../support/statedFigures.ts';

/**
 * “其中”的一项多于总数。
 *
 * 同一句里写“20个，其中26个……”，单位相同，其中的一项不会多于总数。没有“其中”、用“属实的43件”一类说法的，只提示。
 *
 * 不报：
 * - 单位不同的，或说的不是同一类（20个部门，其中设账号26个）。
 * - 前面还有更大的同类数字，不知“其中”指哪一个。
 * - 约数，同比、累计、浏览量等不是分项的数。
 * - 分项之和与总数已另报的。
 *
 * English: A part named with 其中 is larger than its whole, in one sentence and one unit; information
 * where no such word names it. Different kinds of things, rough and cumulative numbers are not compared.
 */
export const partAboveWhole = defineRule({
  id: 'prose/part-above-whole',
  catalogue: ['P09'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, whole, figure, figures, isDescribed },
    } of disagreements(context, 'partAboveWhole')) {
      yield finding(placeOfFigure(chain, figure), {
        message: isDescribed === true ? 'prose/part-above-whole#described' : 'prose/part-above-whole',
        severity: certainty,
        args: { part: writtenFigure(chain, figure), whole: writtenFigure(chain, whole) },
        related: relatedFigures(chain, figures, figure),
      });
    }
  },
});

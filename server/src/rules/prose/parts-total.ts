import { defineRule, finding } from '../support/rule.ts';
import { disagreements, placeOfFigure, relatedFigures } from '../support/statedFigures.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/**
 * 正文分项之和与总数不符。
 *
 * 一句话里写了总数又逐项列出分项的，把分项加起来与总数比。用“分别为”列举、以“其他”收尾或逐项写了占比的是全部分项，不符是错误；没有写明是全部的，和大于总数，或列了几项而相差不多的，是警告。
 *
 * 差额不像是错、漏、多了一位数字的（412 与 395），也可能是读错了句子，轻一级：错误改为警告，警告改为提示。
 * 反过来，“其中”没有写明是全部、而与总数只差一位数字的（三到六项占一半以上，更多的项、千以上的两项占四分之三以上），多半是全部，是警告；“主办、会办”“原创、转载”一类不是这个就是那个的两项也是。
 *
 * 没有写明是分项的也核对，合计与总数接近的才报：“累计10次”“共整理310卷”收尾的、“已整改9个，未整改8个”、前一句是总数而后一句以“其余”收尾的，是警告；先总后分、没有连接词的只提示。
 *
 * 逐项写了占比、按占比看得出是哪一项写错的，报在那一项，这一项的占比不另报。一个数写错牵连的别的占比、总数也不另报。
 *
 * 诉求的即时答复与派发之和多于受理的，新媒体账号各项与总数不符的，也在这里；未必列全的，只提示。原来的规则名 prose/media-accounts、prose/handled-above-received 照样可以用来忽略。
 *
 * 不报：
 * - 带“等”“主要”的列举（分项之和多于总数的除外），约数（余、近、约、超、以上；分项之和超出余、近的范围的，提示）。
 * - 网站、微信、公报等渠道会重叠，不求和。
 * - “其中”只提到个别分项的。
 * - 全文电子化、同比等不是分项的数；“累计”与前面各项合计相差很多的，是历来的数。
 * - 并列的几项没有谁是总数的，写明“同一稿件”“多渠道”有重叠的。
 *
 * English: Parts named in a sentence do not add up to the whole it states. Lists closed by their wording are errors;
 * open lists that stay below their total, rough numbers and overlapping channels are not judged. Where no word joins
 * total and parts, only sums that come near are told, as warnings or information.
 */
export const partsTotal = defineRule({
  id: 'prose/parts-total',
  catalogue: ['P02', 'C02'],
  basis: ['practice'],
  severity: 'error',
  kinds: 'every',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, list, sum, figure, figures },
    } of disagreements(context, 'partsTotal')) {
      const stated = list.whole.number.value;
      yield finding(placeOfFigure(chain, figure), {
        message: 'prose/parts-total',
        severity: certainty,
        args: {
          stated,
          computed: withoutBinaryTraces(sum),
          difference: withoutBinaryTraces(stated - sum),
          parts: list.parts.map(each => String(each.figure.number.value)).join(' + '),
        },
        related: relatedFigures(chain, figures, figure),
      });
    }
  },
});

import { defineRule, finding } from '../support/rule.ts';
import { disagreements, placeOfFigure, relatedFigures, writtenFigure } from '../support/statedFigures.ts';

/**
 * 与上年比的增减数不符。
 *
 * 一句话（或前后两句）里写了两年的数，又写了增减的数或幅度的，把两年的数相减核对：“46件，比上年的41件增加5件”“由46件降至41件，减少
 * 5件，下降10.9%”。幅度按印出的位数比，末位相差一个单位以内都算对。
 *
 * “翻番”“翻两番”“多一倍”“逐年递减”这类写法也与两年（各年）的数核对，只作提示。
 *
 * 不报：
 * - 只写幅度或只写增减数，没有写上年数的。
 * - “基本持平”“大体相当”而相差不多的。
 * - 约数，倍数，年均、累计的增减，几项并列的“分别”。
 * - 两年的单位或口径不同的。
 *
 * English: Both years' values and the change stand in one sentence or in two, and the change does not fit. Rates
 * alone, rough numbers and several years are not judged.
 */
export const yearOnYear = defineRule({
  id: 'prose/year-on-year',
  catalogue: ['P04'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, figure, figures, before, after, computed },
    } of disagreements(context, 'change')) {
      yield finding(placeOfFigure(chain, figure), {
        message: 'prose/year-on-year',
        severity: certainty,
        args: { stated: writtenFigure(chain, figure), before, after, sign: Math.sign(after - before), computed },
        related: relatedFigures(chain, figures, figure),
      });
    }
  },
});

import { defineRule, finding } from '../support/rule.ts';
import { disagreements, placeOfFigure, relatedFigures } from '../support/statedFigures.ts';

/**
 * 一句话或一段里的收到、结转与办结对不上。
 *
 * 一句话写全了新收、上年结转、办结、结转下年的，前两项之和应等于后两项之和；分几句写的，一段里各只写一次的也核对。
 *
 * 没有写结转下年的，办结不应多于前两项之和；写“办理”的应等于办结与结转下年之和。没有写上年结转、办结多于收到的只作提示。
 *
 * 写了上年末数、增减数和现有数的，也这样核对。
 * “由15个减少到12个，关停2个”一类的，另有增减没有写的只作提示。
 *
 * 不报：
 * - 缺一项的；约数；分渠道、分申请人的。
 * - “收到”已含上年结转、对得上的。
 *
 * English: A sentence, or a paragraph that names each once, in which received, carried in, answered and carried out do
 * not add up; or a stock with its changes.
 */
export const flow = defineRule({
  id: 'prose/flow',
  catalogue: ['P13'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, figure, figures, sum },
    } of disagreements(context, 'flow'))
      yield finding(placeOfFigure(chain, figure), {
        message: 'prose/flow',
        severity: certainty,
        args: { sum },
        related: relatedFigures(chain, figures, figure),
      });
    for (const {
      chain,
      found: { certainty, figure, figures, sum, computed },
    } of disagreements(context, 'stock'))
      yield finding(placeOfFigure(chain, figure), {
        message: 'prose/flow#stock',
        severity: certainty,
        args: { stated: figure.number.value, sum, computed },
        related: relatedFigures(chain, figures, figure),
      });
  },
});

import { defineRule, finding } from '../support/rule.ts';
import { differenceFrom, disagreements, placeOfFigure, writtenFigure } from '../support/statedFigures.ts';

/**
 * 同一个数前后两处不一致。
 *
 * 正文两处说的是同一件事（同一网站的同一专栏发布的信息，主动公开、申请、复议、诉讼、查阅的总数），范围的词也相同，数却不同。12345
 * 平台与信箱受理的件数只差一点的，可能口径不同，只提示核对；同一渠道公开的信息两处只差一位数字的，也只提示。
 *
 * 不报：
 * - 范围不同（全市、市本级，某一渠道，某月，累计）或年度不同的。
 * - 约数；单位不同的；一处说总数、一处说其中一部分。
 * - 有三种以上数字的：多半是几个单位、几个栏目各说各的。
 * - 表格有这个数的（与表格比），总数与分项之和已报的。
 *
 * English: The same metric with the same scope is stated twice with different values. Other scopes, years and channels
 * are other metrics; nearly equal counts of a hotline are only pointed out.
 */
export const sameMetric = defineRule({
  id: 'prose/same-metric',
  catalogue: ['P06'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, figure, earlier, earlierChain, isOfHotline },
    } of disagreements(context, 'same')) {
      const text = writtenFigure(earlierChain, earlier);
      yield finding(placeOfFigure(chain, figure), {
        message: isOfHotline === true ? 'prose/same-metric#hotline' : 'prose/same-metric',
        severity: certainty,
        args: {
          stated: writtenFigure(chain, figure),
          earlier: text,
          difference: differenceFrom(figure, earlier.number.value),
        },
        related: [{ span: placeOfFigure(earlierChain, earlier), message: 'related.figure', args: { text } }],
      });
    }
  },
});

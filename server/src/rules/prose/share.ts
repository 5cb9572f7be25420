import { completeClaims } from '../../model/statements/claims.ts';
import { openApplications } from '../support/openApplications.ts';
import { defineRule, finding, replace } from '../support/rule.ts';
import { disagreements, placeOfFigure, relatedFigures, writtenFigure } from '../support/statedFigures.ts';

/**
 * 占比与件数不符。
 *
 * 分项后面写了“占…%”的，用件数除以总数核对，按印出的位数四舍五入，末位相差一个单位以内都算对。分母不一定是前面的总数，本段和上一段出现过的任何一个总数对得上就不报。
 * 名称与前面的件数相同的率（及格56人，及格率），百分数后面的分式（18/72），写明总数的占比（占413条的）也核对。
 * 一部分的占比、比率（办结率、满意率、“占…%”）超过 100% 的，找不到分母也提醒；完成率、增长率一类不在此列。
 * 写在件数之前的办结率、“分别占”几项的也这样核对。“占近四成”“占三分之二”“占比过半”一类的说法，差得明显的只作提示。
 *
 * 不报：
 * - 约数，“以上”“左右”。
 * - 找不到分母的百分比（满意率、办结率）。
 * - 为使各项合计 100% 而调整的末项。
 *
 * English: A share printed with a part does not fit part ÷ whole, whichever total of the passage is taken as the whole.
 * Shares and rates of what there is are never above 100 percent. Shares in words (two thirds, nearly 40 percent) are
 * information, and only where they are far off.
 */
export const share = defineRule({
  id: 'prose/share',
  catalogue: ['P03'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run(context) {
    for (const {
      chain,
      found: { certainty, figure, figures, partValue, base, computed },
    } of disagreements(context, 'share')) {
      // 办结率100% is told of by prose/complete-claim.
      const isClaim = completeClaims(chain.reading).some(({ end }) => end === figure.end);
      if (isClaim && openApplications(context)) continue;
      const span = placeOfFigure(chain, figure);
      yield finding(span, {
        message: 'prose/share',
        severity: certainty,
        args: { stated: writtenFigure(chain, figure), part: partValue, whole: base, computed },
        related: relatedFigures(chain, figures, figure),
        fixes: [
          { kind: 'review', message: 'fix.useShare', args: { value: computed }, edits: [replace(span, computed)] },
        ],
      });
    }
    for (const { chain, found } of disagreements(context, 'aboveAll'))
      yield finding(placeOfFigure(chain, found.figure), {
        message: 'prose/share#above-all',
        severity: found.certainty,
        args: { stated: writtenFigure(chain, found.figure) },
      });
  },
});

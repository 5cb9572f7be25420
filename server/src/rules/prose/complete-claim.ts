import { placeInChain } from '../../model/statements/chains.ts';
import { completeClaims } from '../../model/statements/claims.ts';
import { wordsOf } from '../../syntax/inline.ts';
import { openApplications } from '../support/openApplications.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 正文称依申请公开办结率（答复率）100%，而数字显示没有全部办结。
 *
 * 表格有结转下年度的，或正文已答复数少于受理数的，与“办结率100%”对不上。
 *
 * 不报：
 * - “按时办结率”“及时答复率”说的是时限，满意率、公开率说的是别的事。
 * - 热线、信箱、建议提案的办结率。
 * - 受理数已另报写错，改正后就是全部答复的。
 *
 * 已在这里说明的，不再按占比重复报告。
 *
 * English: All applications are said to be closed, but some were carried over, or fewer were answered than received.
 */
export const completeClaim = defineRule({
  id: 'prose/complete-claim',
  catalogue: ['P08'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  *run(context) {
    const { report, chains } = context;
    const mentions = chains.flatMap(chain =>
      completeClaims(chain.reading).map(({ start, end }) => placeInChain(chain, start, end)),
    );
    // Said more than once, it is still one claim: the last stands nearest to the figures.
    const last = mentions.pop();
    const left = last && openApplications(context);
    if (!left) return;
    const { spans, ...message } = left;
    yield {
      span: last,
      ...message,
      fixes: [],
      related: [...mentions, ...spans].map(span => ({
        span,
        message: 'related.figure',
        args: { text: wordsOf(report.source.slice(span)) },
      })),
    };
  },
});

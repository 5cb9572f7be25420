import type { Message } from '../../messages/message.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { placeInChain } from '../../model/statements/chains.ts';
import { completeClaims } from '../../model/statements/claims.ts';
import type { Metric } from '../../format/metrics.ts';
import { wordsOf } from '../../syntax/inline.ts';
import type { Span } from '../../text/span.ts';
import type { ReportContext } from '../support/contexts.ts';
import { defineRule } from '../support/rule.ts';
import { placeOfFigure } from '../support/statedFigures.ts';

/**
 * 正文称依申请公开办结率（答复率）100%，而数字显示没有全部办结。
 *
 * 表格有结转下年度的，或正文已答复数少于受理数的，与“办结率100%”对不上。
 *
 * 不报：
 * - “按时办结率”“及时答复率”说的是时限，满意率、公开率说的是别的事。
 * - 热线、信箱、建议提案的办结率。
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
    const left = last && leftOver(context);
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

/** Applications that the figures leave open. */
function leftOver({
  report,
  stated,
}: ReportContext):
  | (Message<'prose/complete-claim' | 'prose/complete-claim#replied'> & { spans: readonly Span[] })
  | undefined {
  const figureOf = (metric: Metric) => stated.find(each => each.metric === metric && each.period === 'annual');
  const [carried] = cellExpressionsOf(report, 'carriedOut', 'annual');
  if (carried && carried.value > 0)
    return {
      message: 'prose/complete-claim',
      args: { carried: carried.value },
      spans: carried.figures.map(({ span }) => span),
    };
  const open = carried ? undefined : figureOf('carriedOut');
  if (open && open.figure.number.value > 0)
    return {
      message: 'prose/complete-claim',
      args: { carried: open.figure.number.value },
      spans: [placeOfFigure(open.chain, open.figure)],
    };
  const received = figureOf('received') ?? figureOf('newReceived');
  const replied = figureOf('replied');
  if (!received || !replied || replied.figure.number.value >= received.figure.number.value) return undefined;
  return {
    message: 'prose/complete-claim#replied',
    args: { received: received.figure.number.value, replied: replied.figure.number.value },
    spans: [received, replied].map(({ chain, figure }) => placeOfFigure(chain, figure)),
  };
}

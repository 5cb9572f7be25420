import { sentencesOf, type Sentence } from '../../model/prose/passages.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import type { ReportQuantity } from '../../model/links/reportQuantities.ts';
import type { Span } from '../../text/span.ts';
import type { ReportOutline } from '../support/contexts.ts';
import type { Message } from '../../messages/message.ts';
import { wordsOf } from '../../syntax/inline.ts';
import { defineRule } from '../support/rule.ts';

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
  readers: { claims: text => (/100\s?[%％]/.test(text) ? sentencesOf(text).flatMap(readClaim) : []) },
  *run({ report, quantities }, { claims }) {
    const left = leftOver(report, quantities);
    if (left === undefined) return;
    const mentions = claims.map(({ fact: { start, end }, place }) => place(start, end));
    // Said more than once, it is still one claim: the last stands nearest to the figures.
    const last = mentions.pop();
    if (!last) return;
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

/** Where a sentence says of applications, and not of a deadline or a mailbox, that all were closed. */
function readClaim({ text, start }: Sentence): Span[] {
  const match = /(?:办结|答复|办理|回复)率(?:均)?(?:达到|达|为|是)?(?:了)?\s?100(?:\.0+)?\s?[%％]/.exec(text);
  if (!match) return [];
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  const clause = before.slice(before.search(/[^，,、；;]*[，,]?[^，,、；;]*$/));
  if (
    !/依申请公开|信息公开申请|公开申请/.test(clause) ||
    /按时|按期|及时|限时|法定|时限|信箱|热线|12345|建议|提案|投诉|诉求/.test(clause)
  )
    return [];
  return [{ start: start + match.index, end: start + match.index + match[0].length }];
}

/** Applications that the figures leave open. */
function leftOver(
  report: ReportOutline,
  quantities: readonly ReportQuantity[],
): (Message<'prose/complete-claim' | 'prose/complete-claim#replied'> & { spans: readonly Span[] }) | undefined {
  const [carried] = cellExpressionsOf(report, 'carriedOut', 'annual');
  if (carried && carried.value > 0)
    return {
      message: 'prose/complete-claim',
      args: { carried: carried.value },
      spans: carried.figures.map(({ span }) => span),
    };
  const annual = quantities.filter(({ period }) => period === 'annual');
  const received = annual.find(({ metric }) => metric === 'received');
  const replied = annual.find(({ metric }) => metric === 'replied');
  if (!received || !replied || replied.figure.value >= received.figure.value) return undefined;
  return {
    message: 'prose/complete-claim#replied',
    args: { received: received.figure.value, replied: replied.figure.value },
    spans: [received.span, replied.span],
  };
}

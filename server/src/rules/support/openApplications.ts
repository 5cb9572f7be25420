import type { Metric } from '../../format/metrics.ts';
import type { Message } from '../../messages/message.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { rightValues } from '../../model/statements/relations/disagreement.ts';
import type { Span } from '../../text/span.ts';
import type { ReportContext } from './contexts.ts';
import { placeOfFigure } from './statedFigures.ts';

/** Applications that the figures leave open, as prose/complete-claim tells of them; undefined where none is known. */
export function openApplications({
  report,
  stated,
  disagreements,
}: Pick<ReportContext, 'report' | 'stated' | 'disagreements'>):
  (Message<'prose/complete-claim' | 'prose/complete-claim#replied'> & { spans: readonly Span[] }) | undefined {
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
  // What was received is told to have to be what was answered.
  const isToldWrong = disagreements.some(
    ({ found }) => found.figure === received.figure && rightValues(found).includes(replied.figure.number.value),
  );
  if (isToldWrong) return undefined;
  return {
    message: 'prose/complete-claim#replied',
    args: { received: received.figure.number.value, replied: replied.figure.number.value },
    spans: [received, replied].map(({ chain, figure }) => placeOfFigure(chain, figure)),
  };
}

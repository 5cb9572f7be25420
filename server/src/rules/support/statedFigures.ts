import { placeInChain, type Chain } from '../../model/statements/chains.ts';
import type { StatedFigure } from '../../model/statements/statedFigure.ts';
import type { Disagreement, DisagreementOf, Kind } from '../../model/statements/relations/disagreement.ts';
import { cellExpressionsOf, type CellExpression } from '../../model/links/cellExpressions.ts';
import type { Span } from '../../text/span.ts';
import { isTelling } from './brokenEquation.ts';
import type { Finding, Related } from './rule.ts';
import type { ReportContext } from './contexts.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** The disagreements of a report that are of one kind. */
export function* disagreements<K extends Kind>(
  { disagreements: all }: Pick<ReportContext, 'disagreements'>,
  kind: K,
): Iterable<Disagreement<DisagreementOf<K>>> {
  for (const each of all) if (each.found.kind === kind) yield each as Disagreement<DisagreementOf<K>>;
}

/** What the tables say of the quantity that a figure does not fit; the likeliest first. */
export function readingsFor(
  { report }: Pick<ReportContext, 'report'>,
  { kind, metric }: DisagreementOf<'table' | 'cumulative'>,
): readonly CellExpression[] {
  return cellExpressionsOf(report, metric, kind === 'table' ? 'annual' : 'cumulative');
}

/** Length of `</b>`: fewer signs between a figure and its measure word are no tag. */
const SHORTEST_TAG = 4;

/** Place of a figure with its measure word in the draft; alone, where tags stand between them. */
export function placeOfFigure(chain: Chain, { start, end }: StatedFigure): Span {
  const whole = placeInChain(chain, start, end);
  if (whole.end - whole.start - (end - start) < SHORTEST_TAG) return whole;
  const text = chain.reading.text;
  let digits = start;
  while (digits < end && '0123456789,.，'.includes(text.charAt(digits))) digits++;
  return placeInChain(chain, start, Math.max(digits, start + 1));
}

/** A figure as the draft writes it, without marks. */
export function writtenFigure({ reading: { text } }: Chain, { start, end }: StatedFigure): string {
  return text.slice(start, end);
}

/** A difference as the draft would write it beside the figure: in its measure word, in 万 where the figure is. */
export function differenceFrom({ number: { value, scale, unit } }: StatedFigure, other: number): string {
  const measure = scale === 1 ? unit : `${SCALES[scale] ?? ''}${unit}`;
  const difference = Math.abs(value - other) / (scale in SCALES ? scale : 1);
  return `${String(withoutBinaryTraces(difference))}${measure}`;
}

const SCALES: Readonly<Record<number, string>> = { 1e4: '万', 1e8: '亿' };

/** The other figures that take part. */
export function relatedFigures(chain: Chain, figures: readonly StatedFigure[], but: StatedFigure): Related[] {
  return figures.flatMap((each): Related[] =>
    each === but
      ? []
      : [{ span: placeOfFigure(chain, each), message: 'related.figure', args: { text: writtenFigure(chain, each) } }],
  );
}

const MOST_RELATED = 8;

/** The cells of a reading; of several those that are not zero. */
export function relatedCells({ figures }: CellExpression): Finding['related'] {
  const telling = figures.filter(isTelling);
  return (telling.length === 0 ? figures : telling).slice(0, MOST_RELATED).map(cell => ({
    span: cell.span,
    message: 'related.member',
    args: { row: cell.row.label || (cell.row.path.at(-1) ?? ''), column: cell.column.label, text: cell.text },
  }));
}

import type { Report } from '../../report.ts';
import { cellExpressionsOf } from '../../links/cellExpressions.ts';
import type { Chain } from '../chains.ts';
import type { StatedFigure } from '../figures.ts';
import type { StatedQuantity } from '../quantities.ts';
import { marginOf } from './arithmetic.ts';
import type { Certainty, Disagreement } from './disagreement.ts';

type Tables = Pick<Report, 'edition' | 'tables'>;

/** Metrics whose wording names one cell, so that a difference is an error. */
const CERTAIN: ReadonlySet<string> = new Set(['newReceived', 'carriedIn', 'replied', 'carriedOut', 'issued', 'repealed', 'disclosed', 'granted', 'partiallyGranted']);

/** Figures that differ from every reading of the cells that they name. */
export function againstTables(chain: Chain, quantities: readonly StatedQuantity[], report: Tables): readonly Disagreement[] {
  const found: Disagreement[] = [];
  for (const quantity of quantities) {
    const { metric, period, figure } = quantity;
    const readings = cellExpressionsOf(report, metric, period);
    if (readings.length === 0 || readings.some(({ value }) => fits(figure, value))) continue;
    if (period === 'cumulative') {
      // 累计 is also said of what one year adds up to.
      if (cellExpressionsOf(report, metric, 'annual').some(({ value }) => fits(figure, value))) continue;
      if (figure.when !== 'allYears' && figure.year === undefined) continue;
      found.push({ kind: 'cumulative', chain, certainty: 'error', figure, figures: [figure], metric, readings });
      continue;
    }
    if (hasOtherReading(quantity, quantities, chain, readings.map(({ value }) => value))) continue;
    found.push({ kind: 'table', chain, certainty: certaintyOf(quantity), figure, figures: [figure], metric, readings });
  }
  return found;
}

export function fits(figure: StatedFigure, value: number): boolean {
  const factor = figure.number.unit === '万元' ? 10_000 : figure.number.unit === '亿元' ? 100_000_000 : 1;
  return Math.abs(figure.number.value * factor - value) <= marginOf(figure) * factor + 1e-6;
}

function certaintyOf({ metric, wording, figure, isOfArea }: StatedQuantity): Certainty {
  if (wording === 'loose') return 'information';
  if (isOfArea || figure.unknown > 0 || figure.matterSource === 'heading') return 'warning';
  return wording === 'cell' && (CERTAIN.has(metric) || metric.startsWith('cell ')) ? 'error' : 'warning';
}

/** Whether the sentence can be read so that the table is right. */
function hasOtherReading({ figure, metric, isOfArea }: StatedQuantity, all: readonly StatedQuantity[], { reading: { figures } }: Chain, values: readonly number[]): boolean {
  // Two figures of one sentence with the same row are parts of it: quarters, offices.
  const others = all.filter(each => each.metric === metric && each.period === 'annual' && each.figure !== figure);
  if (others.some(each => each.figure.sentence === figure.sentence && each.figure.number.value !== figure.number.value && !isRepeat(each.figure, figure))) return true;
  // 「全县收到150件，其中县本级60件」, and the table has the 60.
  if (isOfArea && figures.some(each => (each.whose === 'ownLevel' || each.whose === 'own') && values.some(value => value === each.number.value))) return true;
  return false;
}

/** A figure in brackets or behind 合计 that says the same again. */
function isRepeat(a: StatedFigure, b: StatedFigure): boolean {
  return a.roles.has('total') || b.roles.has('total');
}

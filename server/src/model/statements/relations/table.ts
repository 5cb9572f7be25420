import type { Report } from '../../report.ts';
import { cellExpressionsOf } from '../../links/cellExpressions.ts';
import type { Chain } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { StatedQuantity } from '../statedQuantity.ts';
import { marginOf } from './arithmetic.ts';
import type { Certainty, Disagreement } from './disagreement.ts';

type Tables = Pick<Report, 'edition' | 'tables'>;

/** Metrics whose wording names one cell, so that a difference is an error. */
const CERTAIN: ReadonlySet<string> = new Set([
  'newReceived',
  'carriedIn',
  'replied',
  'carriedOut',
  'issued',
  'repealed',
  'disclosed',
  'granted',
  'partiallyGranted',
]);

/** Figures that differ from every reading of the cells that they name. */
export function againstTables(
  chain: Chain,
  quantities: readonly StatedQuantity[],
  report: Tables,
): readonly Disagreement[] {
  const found: Disagreement[] = [];
  found.push(...recent(chain, report));
  for (const quantity of quantities) {
    const { metric, period, figure } = quantity;
    // What others hand over, or are handed, is a share of what the table counts.
    if (figure.steps.includes('closedShare')) continue;
    const readings = cellExpressionsOf(report, metric, period);
    if (readings.length === 0 || readings.some(({ value }) => fits(figure, value))) continue;
    if (period === 'cumulative') {
      // 累计 is also said of what one year adds up to.
      if (cellExpressionsOf(report, metric, 'annual').some(({ value }) => fits(figure, value))) continue;
      if (figure.when !== 'allYears' && figure.year === undefined) continue;
      found.push({ kind: 'cumulative', chain, certainty: 'error', figure, figures: [figure], metric, readings });
      continue;
    }
    if (
      hasOtherReading(
        quantity,
        quantities,
        chain,
        readings.map(({ value }) => value),
      )
    )
      continue;
    found.push({ kind: 'table', chain, certainty: certaintyOf(quantity), figure, figures: [figure], metric, readings });
  }
  return found;
}

/** 近3年收到2件，均已答复: they are among those of all years. */
function recent(chain: Chain, report: Tables): readonly Disagreement[] {
  const { figures, tokens } = chain.reading;
  const readings = cellExpressionsOf(report, 'replied', 'cumulative');
  const [first] = readings;
  if (!first) return [];
  return figures.flatMap((figure): Disagreement[] => {
    if (
      figure.when !== 'several' ||
      figure.matter !== 'applications' ||
      !figure.steps.includes('received') ||
      figure.kind !== 'count' ||
      figure.number.value <= first.value
    )
      return [];
    let isAll = false;
    for (let at = figure.token + 1; at < tokens.length; at++) {
      const token = tokens[at];
      if (
        token === undefined ||
        token.kind === 'number' ||
        (token.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph'))
      )
        return [];
      if (token.kind !== 'word') continue;
      if (token.meaning.role === 'all') isAll = true;
      if (isAll && (token.meaning.step === 'replied' || token.meaning.part === 'manner=onTime'))
        return [
          { kind: 'cumulative', chain, certainty: 'warning', figure, figures: [figure], metric: 'replied', readings },
        ];
    }
    return [];
  });
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
function hasOtherReading(
  { figure, metric, isOfArea }: StatedQuantity,
  all: readonly StatedQuantity[],
  { reading: { figures } }: Chain,
  values: readonly number[],
): boolean {
  // Two figures of one sentence with the same row are parts of it: quarters, offices.
  const others = all.filter(each => each.metric === metric && each.period === 'annual' && each.figure !== figure);
  if (
    others.some(
      each =>
        each.figure.sentence === figure.sentence &&
        each.figure.number.value !== figure.number.value &&
        !isRepeat(each.figure, figure),
    )
  )
    return true;
  // 「全县收到150件，其中县本级60件」, and the table has the 60.
  if (
    isOfArea &&
    figures.some(
      each => (each.whose === 'ownLevel' || each.whose === 'own') && values.some(value => value === each.number.value),
    )
  )
    return true;
  return false;
}

/** A figure in brackets or behind 合计 that says the same again. */
function isRepeat(a: StatedFigure, b: StatedFigure): boolean {
  return a.roles.has('total') || b.roles.has('total');
}

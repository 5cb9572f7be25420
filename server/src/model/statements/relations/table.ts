import { labelTextOf } from '../labelText.ts';
import type { TableAnswers } from '../../links/tableNumbers.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import { PARAGRAPH_END } from '../tokens.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { StatedQuantity } from '../statedQuantity.ts';
import { isShare, marginOf } from './arithmetic.ts';
import type { Certainty, ChainDisagreement } from './disagreement.ts';

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
  chain: ChainReading,
  quantities: readonly StatedQuantity[],
  tables: TableAnswers,
): readonly ChainDisagreement[] {
  const found: ChainDisagreement[] = [];
  found.push(...recent(chain, tables));
  for (const quantity of quantities) {
    const { metric, period, figure } = quantity;
    // What others hand over, or are handed, is a share of what the table counts.
    if (figure.steps.includes('closedShare')) continue;
    const isSummed = period === 'cumulative' && isOfYear(figure, chain) && tables.valuesOf(metric, period).length === 0;
    const values = tables.valuesOf(metric, isSummed ? 'annual' : period);
    if (values.length === 0 || values.some(value => fits(figure, value))) continue;
    // The cell does not fit its own table, and does so with the number of the text: that is told of at the cell.
    if (tables.correctedOf(metric, isSummed ? 'annual' : period).some(value => fits(figure, value))) continue;
    // Where none of its own are counted, those that it published are another's.
    if (metric === 'publishedDocuments' && values.every(value => value === 0)) continue;
    if ((isSummed || isLooselyDecided(quantity)) && !values.some(value => isNear(figure, value))) continue;
    if (period === 'cumulative' && !isSummed) {
      // 累计 is also said of what one year adds up to.
      if (tables.valuesOf(metric, 'annual').some(value => fits(figure, value))) continue;
      if (figure.when !== 'allYears' && figure.year === undefined) continue;
      found.push({ kind: 'cumulative', certainty: 'error', figure, figures: [figure], metric, values });
      continue;
    }
    if (metric === 'replied' && isBesideWithdrawn(figure, chain, values)) continue;
    if (isOfOtherWhole(figure, chain)) continue;
    if (isAmongOthers(figure, chain, values) || hasOtherReading(quantity, quantities, chain, values)) continue;
    const certainty = isSummed ? 'information' : certaintyOf(quantity);
    found.push({ kind: 'table', certainty, figure, figures: [figure], metric, values });
  }
  return found;
}

/** 2024年，我局累计收到66件: what the year adds up to, where its sentence tells nothing of other years. */
function isOfYear(figure: StatedFigure, { text, tokens, figures, facts }: ChainReading): boolean {
  const { index, start, labelFrom, sentence, when, year, matter } = figure;
  const from = tokens[labelFrom]?.start ?? start;
  if (when !== 'cumulative' || !text.slice(from, start).includes('累计')) return false;
  const passage = text.slice(Math.max(0, start - LONGEST_SENTENCE), start);
  const before = passage.slice(Math.max(...SENTENCE_ENDS.map(sign => passage.lastIndexOf(sign))) + 1);
  const isNamed = (year !== undefined && year === facts.year) || /[全本]年/.test(before);
  // 2024年收到66件，累计收到660件
  const isBesideYear = figures
    .slice(Math.max(0, index - MOST_AMONG), index)
    .some(each => each.sentence === sentence && each.matter === matter && each.when === 'this' && !isSaidOf(each));
  return isNamed && !isBesideYear && !OTHER_YEARS.test(before);

  function isSaidOf(each: StatedFigure): boolean {
    return labelTextOf(each, { text, tokens }).includes('累计');
  }
}

const LONGEST_SENTENCE = 120;
const SENTENCE_ENDS = ['。', '；', PARAGRAPH_END];
const OTHER_YEARS = /截[至止]|以来|至今|今为止|历年|近[两几三四五\d]年|目前|年底|年末/;

/** 出具答复131件，申请人撤回2件: the table counts both as closed. */
function isBesideWithdrawn(
  { sentence, number }: StatedFigure,
  chain: ChainReading,
  values: readonly number[],
): boolean {
  const withdrawn = chain.figures.filter(
    each => each.sentence === sentence && each.kind === 'count' && each.parts.includes('manner=withdrawn'),
  );
  return withdrawn.some(each => values.includes(number.value + each.number.value));
}

/** 办理许可9600件、处罚210件: cases may be other than decisions. */
function isLooselyDecided({ wording, metric }: StatedQuantity): boolean {
  // 行政复议案件174件 may be all there are, and not those on disclosure.
  const isOfCases = metric === 'review' || metric === 'litigation' || metric.startsWith('cell ');
  return (
    wording === 'loose' && (isOfCases || metric === 'licenses' || metric === 'penalties' || metric === 'compulsions')
  );
}

/** What is twice as much, or half, is of other years. */
function isNear({ number }: StatedFigure, value: number): boolean {
  return number.value < value * 2 && value < number.value * 2;
}

/** 近3年收到2件，均已答复: they are among those of all years. */
function recent(chain: ChainReading, tables: TableAnswers): readonly ChainDisagreement[] {
  const { figures, tokens } = chain;
  return figures.flatMap((figure): ChainDisagreement[] => {
    if (
      figure.when !== 'several' ||
      figure.matter !== 'applications' ||
      !figure.steps.includes('received') ||
      figure.kind !== 'count'
    )
      return [];
    const values = tables.valuesOf('replied', 'cumulative');
    const [first] = values;
    if (first === undefined || figure.number.value <= first) return [];
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
        return [{ kind: 'cumulative', certainty: 'warning', figure, figures: [figure], metric: 'replied', values }];
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

/** 135件办结件中，77件在10日内答复; 70件办结申请中不予公开12件: the count of its sentence that fits the cell is another. */
function isAmongOthers(figure: StatedFigure, { figures, tokens }: ChainReading, values: readonly number[]): boolean {
  const next = figures[figure.index + 1];
  // 三个部门收到69件，占全县新收168件的41%
  if (next?.sentence === figure.sentence && next.stats.has('share') && values.some(value => fits(next, value)))
    return true;
  for (let i = figure.index - MOST_AMONG; i <= figure.index + 1; i++) {
    const each = figures[i];
    if (each === undefined || each === figure || each.sentence !== figure.sentence || each.kind !== 'count') continue;
    if (!isSameMeasure(each.number.unit, figure.number.unit) || !values.some(value => fits(each, value))) continue;
    const whole = each.index < figure.index ? each : figure;
    if (isOfBehind(whole, tokens)) return true;
  }
  return false;
}

/** 公文1685件，主动公开374件。不予公开719件，占42.67%: its share is of a count of something else in its paragraph. */
function isOfOtherWhole(figure: StatedFigure, { figures }: ChainReading): boolean {
  const share = figures[figure.index + 1];
  if (share?.number.unit !== '%' || share.number.decimals === 0 || share.sentence !== figure.sentence) return false;
  return figures
    .slice(Math.max(0, figure.index - MOST_SHARED), figure.index)
    .some(
      each =>
        each.paragraph === figure.paragraph &&
        each.kind === 'count' &&
        each.matter !== figure.matter &&
        each.number.unit === figure.number.unit &&
        isShare(figure.number.value, each.number.value, share),
    );
}

/** So many figures before one are looked at for what its share is of. */
const MOST_SHARED = 12;

/** How many figures before one are looked at for what it is among. */
const MOST_AMONG = 6;

/** Whether 中 closes the noun behind a figure. */
function isOfBehind({ token, nounTo }: StatedFigure, tokens: ChainReading['tokens']): boolean {
  for (let at = token + 1; at < nounTo; at++) {
    const each = tokens[at];
    if (each?.kind === 'word' && each.meaning.role === 'of') return true;
  }
  return false;
}

/** Whether the sentence can be read so that the table is right. */
function hasOtherReading(
  { figure, metric, isOfArea }: StatedQuantity,
  all: readonly StatedQuantity[],
  { figures }: ChainReading,
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
  if ((metric === 'issued' || metric === 'repealed') && isMadeUpWith(metric, figure, figures, values)) return true;
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

/** 修订2件、新制定4件: what was revised was made, too; 废止1件，宣布失效1件. */
function isMadeUpWith(
  metric: 'issued' | 'repealed',
  figure: StatedFigure,
  figures: readonly StatedFigure[],
  values: readonly number[],
): boolean {
  return [figures[figure.index - 1], figures[figure.index + 1]].some(
    each =>
      each?.sentence === figure.sentence &&
      each.kind === 'count' &&
      each.steps.includes('repealed') === (metric === 'repealed') &&
      !each.steps.includes('effective') &&
      isSameMeasure(each.number.unit, figure.number.unit) &&
      values.includes(figure.number.value + each.number.value),
  );
}

/** A figure in brackets or behind 合计 that says the same again. */
function isRepeat(a: StatedFigure, b: StatedFigure): boolean {
  return a.roles.has('total') || b.roles.has('total');
}

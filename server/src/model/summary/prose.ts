import { CARRIED_OVER, yuanIn, type Metric } from '../../format/metrics.ts';
import type { Report } from '../report.ts';
import { chainsOf, placeInChain, type Chain } from '../statements/chains.ts';
import { denialsIn, type Denial } from '../statements/denials.ts';
import { earlierQuantitiesOf, quantitiesOf } from '../statements/quantities.ts';
import { marginOf } from '../statements/relations/arithmetic.ts';
import type { StatedFigure } from '../statements/statedFigure.ts';
import type { StatedQuantity } from '../statements/statedQuantity.ts';
import { placeOf } from './places.ts';
import { changesOf } from './proseChanges.ts';
import { isCount, isOfYear, isRate, isToTheEnd, labelOf, reachesBeyond } from './proseFigures.ts';
import type { ChangeSummary, RateSummary, StatementSummary } from './summary.ts';

const MOST_STATEMENTS = 200;
const MOST_RATES = 60;
const MOST_COUNTS = 80;
/** A count with fewer words before it may be of anything: 发布300条. */
const SHORTEST_LABEL = 4;

/** What the running text says of the quantities of the tables, and how it says that they changed. */
export function summariseProse(report: Report): {
  readonly statements: readonly StatementSummary[];
  readonly changes: readonly ChangeSummary[];
  readonly rates: readonly RateSummary[];
} {
  const statements: StatementSummary[] = [];
  const changes: ChangeSummary[] = [];
  const rates: RateSummary[] = [];
  const counts: RateSummary[] = [];
  for (const chain of chainsOf(report)) {
    const quantities = quantitiesOf(chain.reading);
    const earlier = earlierQuantitiesOf(chain.reading);
    for (const quantity of [...quantities, ...earlier]) {
      if (statements.length >= MOST_STATEMENTS) break;
      const isToEnd = isToTheEnd(quantity.figure, chain, report);
      const isUpTo = isToEnd && quantity.figure.when === 'cumulative';
      // 截至2024年底，共公开: of which years is not told.
      if (reachesBeyond(quantity.figure, chain, report) || (isToEnd && !isUpTo)) continue;
      const isEarlier = earlier.includes(quantity);
      // 2023年受理的2件也已办结: some of that year.
      if (isEarlier && chain.reading.text.charAt(quantity.figure.start - 1) === '的') continue;
      const period = isUpTo ? 'cumulative' : periodOf(quantity, isEarlier, report);
      if (period === undefined) continue;
      const said = statementOf(quantity, period, chain, report);
      statements.push(isUpTo ? { ...said, isLoose: true } : said);
    }
    for (const figure of chain.reading.figures) {
      const restated = restatedOf(figure, quantities, chain);
      const period = restated && periodOf(restated, true, report);
      if (restated && period !== undefined && statements.length < MOST_STATEMENTS)
        statements.push(statementOf(restated, period, chain, report));
    }
    for (const quantity of quantities) {
      const annual = isOfYear(quantity, report) ? undefined : ofThisYear(quantity, chain, report);
      if (annual && statements.length < MOST_STATEMENTS) statements.push(statementOf(annual, 'this', chain, report));
    }
    for (const denial of denialsIn(chain.reading))
      if (statements.length < MOST_STATEMENTS && (denial.year ?? report.reportYear?.value) === report.reportYear?.value)
        statements.push(denialOf(denial, chain, report));
    changes.push(...changesOf(chain, quantities, report).slice(0, MOST_STATEMENTS - changes.length));
    for (const figure of chain.reading.figures) {
      if (isRate(figure) && rates.length < MOST_RATES) rates.push(rateOf(figure, chain, report));
      if (isCount(figure, report) && counts.length < MOST_COUNTS) counts.push(rateOf(figure, chain, report));
    }
  }
  return { statements, changes, rates: [...rates, ...counts.filter(({ label }) => label.length >= SHORTEST_LABEL)] };
}

function periodOf(
  quantity: StatedQuantity,
  isEarlier: boolean,
  report: Report,
): StatementSummary['period'] | undefined {
  const { figure } = quantity;
  const { reportYear } = report;
  if (!isEarlier) return isOfYear(quantity, report) ? 'this' : 'cumulative';
  if (figure.when === 'last') {
    const isOther = figure.year !== undefined && reportYear && figure.year !== reportYear.value - 1;
    return isOther ? undefined : 'last';
  }
  return figure.year;
}

function statementOf(
  { metric, figure, isOfArea, wording }: StatedQuantity,
  period: StatementSummary['period'],
  chain: Chain,
  { source }: Report,
): StatementSummary {
  const { value, isAbove } = figure.number;
  const factor = metric === 'fees' ? (yuanIn(figure.number.unit) ?? 1) : 1;
  const margin = marginOf(figure) * factor;
  return {
    metric,
    period,
    low: value * factor - margin,
    high: isAbove ? null : value * factor + margin,
    ...(isOfArea ? { isOfArea: true } : {}),
    ...(wording === 'loose' || figure.unknown > 0 ? { isLoose: true } : {}),
    text: chain.reading.text.slice(figure.start, figure.end),
    place: placeOf(source, placeInChain(chain, figure.start, figure.end)),
  };
}

/** 收到12件，去年同期为10件; 12件（2023年为10件）: a bare figure of an earlier year is of what was told right before. */
function restatedOf(
  figure: StatedFigure,
  quantities: readonly StatedQuantity[],
  { reading: { figures, text } }: Chain,
): StatedQuantity | undefined {
  const { kind, number, sentence, index, start } = figure;
  if (kind !== 'count' || number.precision !== 'exact' || index === 0) return undefined;
  const between = text.slice(figures[index - 1]?.end, start);
  if (!RESTATED.test(between)) return undefined;
  const before = figures.slice(Math.max(0, index - 2), index).findLast(each => each.kind === 'count');
  const told = quantities.find(each => each.figure === before);
  if (!before || !told || before.sentence !== sentence || before.number.unit !== number.unit) return undefined;
  if (isCarriedOver(told.metric) || told.period !== 'annual') return undefined;
  // The year of the sentence is not that of 与上年的48件相比.
  const named = /20\d\d/.exec(between)?.[0];
  return { ...told, figure: { ...figure, year: named === undefined ? undefined : Number(named) } };
}

/** Nothing but the year stands before such a figure. */
const RESTATED =
  /^[，,、；;（(]?(?:[较比与](?:之)?)?(?:上一?年度?|去年|前一年|20\d\d年度?)(?:同期)?(?:的|为|是|有|共|共有|则为)?[：:（(]?$/;

/** 累计公开4309条，其中2024年新增288条: the part of a figure of all years that is of the report's. */
function ofThisYear(
  quantity: StatedQuantity,
  { reading: { figures, text } }: Chain,
  { reportYear }: Report,
): StatedQuantity | undefined {
  const { figure } = quantity;
  const next = figures[figure.index + 1];
  if (next?.kind !== 'count' || next.sentence !== figure.sentence || next.number.unit !== figure.number.unit)
    return undefined;
  const [isSaid, year = reportYear?.value] = OF_THIS_YEAR.exec(text.slice(figure.end, next.start)) ?? [];
  return isSaid === undefined || Number(year) !== reportYear?.value ? undefined : { ...quantity, figure: next };
}

const OF_THIS_YEAR =
  /^[，,；（(]?(?:其中)?[，,：:]?(?:(20\d\d)年度?|本年度?|今年|当年)(?:新增|新公开|增加|主动公开|公开|新收|收到|受理)了?$/;

/** What came from last year is told of last year, and is this year's figure. */
function isCarriedOver(metric: Metric): boolean {
  return metric === CARRIED_OVER.into || metric === CARRIED_OVER.from;
}

/** 未收到申请, 无上年结转: there were none. */
function denialOf({ metric, start, end }: Denial, chain: Chain, { source }: Report): StatementSummary {
  const text = chain.reading.text.slice(start, end);
  return { metric, period: 'this', low: 0, high: 0, text, place: placeOf(source, placeInChain(chain, start, end)) };
}

function rateOf(figure: StatedFigure, chain: Chain, { source }: Report): RateSummary {
  const { start, end, number } = figure;
  return {
    label: labelOf(figure, chain),
    ...(figure.kind === 'count' ? { unit: number.unit } : {}),
    value: number.value,
    margin: marginOf(figure),
    text: chain.reading.text.slice(start, end),
    place: placeOf(source, placeInChain(chain, start, end)),
  };
}

import { CARRIED_OVER, yuanIn, type Metric } from '../../format/metrics.ts';
import type { Report } from '../report.ts';
import { chainsOf, placeInChain, type Chain } from '../statements/chains.ts';
import { denialsIn, type Denial } from '../statements/denials.ts';
import { earlierQuantitiesOf, quantitiesOf } from '../statements/quantities.ts';
import { isSameMeasure } from '../statements/measures.ts';
import { marginOf } from '../statements/relations/arithmetic.ts';
import { hasBothYears } from '../statements/relations/change.ts';
import type { StatedFigure } from '../statements/statedFigure.ts';
import type { StatedQuantity } from '../statements/statedQuantity.ts';
import { placeOf } from './places.ts';
import { fold } from '../../text/fold.ts';
import type { ChangeSummary, RateSummary, StatementSummary } from './summary.ts';

const MOST_STATEMENTS = 200;
const MOST_RATES = 60;
const MOST_COUNTS = 80;
const LONGEST_LABEL = 40;
/** A count with fewer words before it may be of anything: 发布300条. */
const SHORTEST_LABEL = 4;
/** Words that say that a figure reaches beyond the year. */
const BEYOND = /截[至止]|目前为止/;
const SENTENCE_BEFORE = 60;

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
      if (reachesBeyond(quantity.figure, chain)) continue;
      const isEarlier = earlier.includes(quantity);
      // 2023年受理的2件也已办结: some of that year.
      if (isEarlier && chain.reading.text.charAt(quantity.figure.start - 1) === '的') continue;
      const period = periodOf(quantity, isEarlier, report);
      if (period !== undefined) statements.push(statementOf(quantity, period, chain, report));
    }
    for (const figure of chain.reading.figures) {
      const restated = restatedOf(figure, quantities, chain);
      const period = restated && periodOf(restated, true, report);
      if (restated && period !== undefined && statements.length < MOST_STATEMENTS)
        statements.push(statementOf(restated, period, chain, report));
    }
    for (const denial of denialsIn(chain.reading))
      if (statements.length < MOST_STATEMENTS && (denial.year ?? report.reportYear?.value) === report.reportYear?.value)
        statements.push(denialOf(denial, chain, report));
    for (const change of chain.reading.figures) {
      const found = changeOf(change, quantities, chain, report);
      if (found && changes.length < MOST_STATEMENTS) changes.push(found);
      if (isRate(change) && rates.length < MOST_RATES) rates.push(rateOf(change, chain, report));
      if (isCount(change, report) && counts.length < MOST_COUNTS) counts.push(rateOf(change, chain, report));
    }
  }
  return { statements, changes, rates: [...rates, ...counts.filter(({ label }) => label.length >= SHORTEST_LABEL)] };
}

function reachesBeyond({ start }: StatedFigure, { reading: { text } }: Chain): boolean {
  const before = text.slice(Math.max(0, start - SENTENCE_BEFORE), start);
  return BEYOND.test(before.slice(before.search(/[^。；\n]*$/)));
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

/** 2024年，累计收到12件: of that year and no more; 截至 is asked for before. */
function isOfYear({ period, figure: { when, year } }: StatedQuantity, { reportYear }: Report): boolean {
  return period === 'annual' || (when === 'cumulative' && year !== undefined && year === reportYear?.value);
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
  if (!RESTATED.test(text.slice(figures[index - 1]?.end, start))) return undefined;
  const before = figures.slice(Math.max(0, index - 2), index).findLast(each => each.kind === 'count');
  const told = quantities.find(each => each.figure === before);
  if (!before || !told || before.sentence !== sentence || before.number.unit !== number.unit) return undefined;
  return isCarriedOver(told.metric) || told.period !== 'annual' ? undefined : { ...told, figure };
}

/** Nothing but the year stands before such a figure. */
const RESTATED =
  /^[，,、；;（(]?(?:[较比与](?:之)?)?(?:上一?年度?|去年|前一年|20\d\d年度?)(?:同期)?(?:的|为|是|有|共|共有|则为)?[（(]?$/;

/** What came from last year is told of last year, and is this year's figure. */
function isCarriedOver(metric: Metric): boolean {
  return metric === CARRIED_OVER.into || metric === CARRIED_OVER.from;
}

/** 未收到申请, 无上年结转: there were none. */
function denialOf({ metric, start, end }: Denial, chain: Chain, { source }: Report): StatementSummary {
  const text = chain.reading.text.slice(start, end);
  return { metric, period: 'this', low: 0, high: 0, text, place: placeOf(source, placeInChain(chain, start, end)) };
}

/** Words between a figure and its change that make the change one against an earlier year. */
const COMPARED = /同比|[比较与]?(?:上一?年度?|去年|前一年)|[比较与同](?:20\d\d)年/;
const OTHER_BASE = /环比|[一二三四上下]季度|半年|上月|月份|同期[^，。；]{0,2}月/;

/** A change of a quantity whose base stands elsewhere; undefined where that is not certain. */
function changeOf(
  change: StatedFigure,
  quantities: readonly StatedQuantity[],
  chain: Chain,
  report: Report,
): ChangeSummary | undefined {
  const { source, reportYear } = report;
  const kind = KINDS[change.kind];
  if (kind === undefined || !reportYear || change.when === 'planned' || change.when === 'several') return undefined;
  if (change.stats.has('average') || change.stats.has('per') || hasBothYears(change, chain.reading)) return undefined;
  const { figures, text } = chain.reading;
  const before = figures
    .slice(0, change.index)
    .findLast(each => each.depth <= change.depth || each.sentence !== change.sentence);
  const nearest = changedFigure(change, before, figures);
  const subject = kind === 'points' ? undefined : subjectOf(change, nearest, chain);
  if (subject === 'share') return undefined;
  if (subject === 'own' && isAmongOthers(nearest, change, figures)) return undefined;
  const of = subject === 'applications' ? applicationsBefore(change, nearest, quantities) : nearest;
  if (!of || (change.kind === 'difference' && !isSameMeasure(change.number.unit, of.number.unit))) return undefined;
  const quantity = kind === 'points' ? undefined : quantities.find(({ figure }) => figure === of);
  if (quantity ? !isOfYear(quantity, report) || reachesBeyond(of, chain) : kind !== 'points' && !isCount(of, report))
    return undefined;
  const between = text.slice(Math.max(of.end, nearest?.end ?? 0), change.start);
  if (!COMPARED.test(between) || OTHER_BASE.test(between) || isRespective(of, change, chain)) return undefined;
  const named = /(20\d\d)年/.exec(between)?.[1];
  const year = named === undefined ? undefined : Number(named);
  if (year !== undefined && year >= reportYear.value) return undefined;
  return {
    metric: quantity?.metric ?? null,
    label: labelOf(of, chain),
    ...(kind === 'points' ? {} : { unit: of.number.unit }),
    kind,
    direction: change.direction ?? null,
    value: change.number.value,
    margin: kind === 'count' || kind === 'points' ? marginOf(change) : 10 ** -change.number.decimals / 2,
    ...(change.number.precision === 'rough' ? { isRough: true } : {}),
    base: year ?? 'last',
    of: of.number.value,
    ...(quantity && (quantity.wording === 'loose' || of.unknown > 0) ? { isLoose: true } : {}),
    text: text.slice(change.start, change.end),
    ofText: text.slice(of.start, of.end),
    place: placeOf(source, placeInChain(chain, change.start, change.end)),
    ofPlace: placeOf(source, placeInChain(chain, of.start, of.end)),
  };
}

/** 2件和7件，同比分别下降60%和12.5%: which change is of which figure is not read. */
function isRespective(of: StatedFigure, change: StatedFigure, { reading: { text } }: Chain): boolean {
  return text.slice(of.end, change.start).includes('分别');
}

/** Words that name what has changed, in the clause of the change itself. */
const OF_SHARE = /占比|比重|比例|[^效]率/;
/** 公开信息数量同比, 解读总量较上年: the clause has a subject of its own. */
const OF_ITS_OWN = /[\u4e00-\u9fff]{2}(?:数量?|总量|总数|[^数总质]量)(?:同比|[比较与]|上一?年|去年)/;
const OF_APPLICATIONS = /申请(?:公开)?(?:件|数|总数|数量|总量|量)|(?:收到|受理|办理)[^，。；]{0,12}申请(?!人)/;

/** 结转下年15件，收到申请数量同比增长75%: what a change says itself that it is of; undefined where it does not. */
function subjectOf(
  { start }: StatedFigure,
  nearest: StatedFigure | undefined,
  { reading: { text } }: Chain,
): 'share' | 'applications' | 'own' | undefined {
  const before = text.slice(Math.max(nearest?.end ?? 0, start - SENTENCE_BEFORE), start);
  const clause = before.slice(before.search(/[^，,；;。（(\n]*$/));
  if (OF_SHARE.test(clause)) return 'share';
  if (OF_APPLICATIONS.test(clause)) return 'applications';
  return OF_ITS_OWN.test(clause) ? 'own' : undefined;
}

/** 信息5条、解读3篇，信息数量比上年减少2条: whether another count of the sentence may be what has changed. */
function isAmongOthers(
  nearest: StatedFigure | undefined,
  { sentence, index }: StatedFigure,
  figures: readonly StatedFigure[],
): boolean {
  return figures.some(
    each => each.sentence === sentence && each.index < index && each.kind === 'count' && each !== nearest,
  );
}

/** The applications that came in, told last before a change in its paragraph. */
function applicationsBefore(
  change: StatedFigure,
  nearest: StatedFigure | undefined,
  quantities: readonly StatedQuantity[],
): StatedFigure | undefined {
  const received = quantities.filter(
    ({ metric, figure }) =>
      (metric === 'received' || metric === 'newReceived') &&
      figure.index < change.index &&
      figure.paragraph === change.paragraph,
  );
  return (received.find(({ figure }) => figure === nearest) ?? received.at(-1))?.figure;
}

const KINDS: Readonly<Partial<Record<StatedFigure['kind'], ChangeSummary['kind']>>> = {
  change: 'percent',
  difference: 'count',
  times: 'times',
  points: 'points',
};

/** Whether a figure is a share or a rate of its year. */
function isRate({ kind, number, when }: StatedFigure): boolean {
  return (
    (kind === 'share' || kind === 'rate' || kind === 'percent') &&
    number.unit === '%' &&
    number.precision !== 'rough' &&
    (when === undefined || when === 'this')
  );
}

/** Whether a figure counts something of its year. */
function isCount({ kind, number, when, year, stats, roles }: StatedFigure, { reportYear }: Report): boolean {
  return (
    kind === 'count' &&
    number.unit !== '' &&
    number.precision === 'exact' &&
    !number.isAbove &&
    (when === undefined || when === 'this' || (when === 'cumulative' && year === reportYear?.value)) &&
    stats.size === 0 &&
    !roles.has('not')
  );
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

/** The words of its clause before a figure. */
function labelOf({ labelFrom, start }: StatedFigure, { reading: { text, tokens } }: Chain): string {
  const from = tokens[labelFrom]?.start ?? start;
  return fold(text.slice(Math.max(from, start - LONGEST_LABEL), start)).replace(FILLER, '');
}

/** Words of time and of sums, which come and go from year to year. */
const FILLER = /(?:19|20)\d\d年度?|全年|今年|本年度?|累计|共计|总计|共/g;

/** The figure that has changed: the count right before, or the one before a change that is told twice (5件、增长10%). */
function changedFigure(
  change: StatedFigure,
  before: StatedFigure | undefined,
  figures: readonly StatedFigure[],
): StatedFigure | undefined {
  let each = before;
  if (each && (each.kind === 'difference' || each.kind === 'change') && each.sentence === change.sentence) {
    const { index, depth } = each;
    each = figures.slice(0, index).findLast(other => other.depth <= depth);
  }
  if (!each || each.sentence !== change.sentence || each.number.precision === 'rough') return undefined;
  return (change.kind === 'points' ? isRate(each) : each.kind === 'count') ? each : undefined;
}

/** Key of a quantity that the text states, for a comparison's terms. */
export function proseKey(metric: Metric): string {
  return `prose.${metric}`;
}

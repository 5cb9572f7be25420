import type { Report } from '../report.ts';
import { placeInChain, type Chain } from '../statements/chains.ts';
import { isSameMeasure } from '../statements/measures.ts';
import { marginOf } from '../statements/relations/arithmetic.ts';
import { hasBothYears } from '../statements/relations/change.ts';
import type { StatedFigure } from '../statements/statedFigure.ts';
import type { StatedQuantity } from '../statements/statedQuantity.ts';
import { placeOf } from './places.ts';
import { isCount, isOfYear, isRate, isToTheEnd, labelOf, reachesBeyond, SENTENCE_BEFORE } from './proseFigures.ts';
import type { ChangeSummary } from './summary.ts';

/** Words between a figure and its change that make the change one against an earlier year. */
const COMPARED = /同比|[比较与]?(?:上一?年度?|去年|前一年)|[比较与同](?:20\d\d)年/;
const OTHER_BASE = /环比|[一二三四上下]季度|半年|上月|月份|同期[^，。；]{0,2}月/;

/** Changes of quantities whose base stands elsewhere, those alone of which it is certain what has changed. */
export function changesOf(
  chain: Chain,
  quantities: readonly StatedQuantity[],
  report: Report,
): readonly ChangeSummary[] {
  const found: ChangeSummary[] = [];
  let told: Told | undefined;
  for (const change of chain.reading.figures) {
    const flat = flatOf(change, { quantities, chain, report, told });
    if (flat) found.push(flat);
    const against = changeOf(change, { quantities, chain, report, told });
    if (!against) continue;
    found.push(against);
    told = { base: against.base, end: change.end };
  }
  return found;
}

/** The year against which the last change was told, and where that ends. */
interface Told {
  readonly base: ChangeSummary['base'];
  readonly end: number;
}

interface Surroundings {
  readonly quantities: readonly StatedQuantity[];
  readonly chain: Chain;
  readonly report: Report;
  readonly told: Told | undefined;
}

/** 整改报告9篇，与上年持平: nothing has changed. */
function flatOf(of: StatedFigure, { quantities, chain, report }: Surroundings): ChangeSummary | undefined {
  const { text } = chain.reading;
  const said = FLAT.exec(text.slice(of.end, of.end + LONGEST_FLAT));
  const quantity = quantities.find(({ figure }) => figure === of);
  if (!said || !(quantity ? isOfYear(quantity, report) && !isOfMore(of, chain, report) : isCount(of, report)))
    return undefined;
  const start = of.end + said[0].length - (said[1] ?? '').length;
  const end = of.end + said[0].length;
  return {
    metric: quantity?.metric ?? null,
    label: labelOf(of, chain),
    unit: of.number.unit,
    kind: 'count',
    direction: null,
    value: 0,
    margin: 0,
    base: said[2] === undefined ? 'last' : Number(said[2]),
    of: of.number.value,
    ...(quantity && (quantity.wording === 'loose' || of.unknown > 0) ? { isLoose: true } : {}),
    text: text.slice(start, end),
    ofText: text.slice(of.start, of.end),
    place: placeOf(report.source, placeInChain(chain, start, end)),
    ofPlace: placeOf(report.source, placeInChain(chain, of.start, of.end)),
  };
}

const FLAT =
  /^[，,（(]?(?:数量)?((?:与|同|和)(?:上一?年度?|去年|(20\d\d)年度?)(?:同期)?(?:持平|相同|一致)(?![^，。；、）)]))/;
const LONGEST_FLAT = 24;

function changeOf(change: StatedFigure, around: Surroundings): ChangeSummary | undefined {
  const { quantities, chain, report } = around;
  const { source } = report;
  const kind = KINDS[change.kind];
  if (kind === undefined || change.when === 'planned' || change.when === 'several') return undefined;
  if (change.stats.has('average') || change.stats.has('per') || hasBothYears(change, chain.reading)) return undefined;
  const { text } = chain.reading;
  const { of, between } = respectiveOf(change, chain) ?? whatChanged(change, quantities, chain) ?? {};
  if (!of || between === undefined) return undefined;
  if (change.kind === 'difference' && !isSameMeasure(change.number.unit, of.number.unit)) return undefined;
  const quantity = kind === 'points' ? undefined : quantities.find(({ figure }) => figure === of);
  const isUsable = quantity ? isOfYear(quantity, report) && !isOfMore(of, chain, report) : isCount(of, report);
  if (!isUsable && (quantity || kind !== 'points')) return undefined;
  const base = baseOf(change, of, between, around);
  if (!base) return undefined;
  const isLoose = base.isTakenOver || (quantity && (quantity.wording === 'loose' || of.unknown > 0));
  return {
    metric: quantity?.metric ?? null,
    label: labelOf(of, chain),
    ...(kind === 'points' ? {} : { unit: of.number.unit }),
    kind,
    direction: change.direction ?? null,
    value: change.number.value,
    margin: kind === 'count' || kind === 'points' ? marginOf(change) : 10 ** -change.number.decimals / 2,
    ...(change.number.precision === 'rough' ? { isRough: true } : {}),
    base: base.year,
    of: of.number.value,
    ...(isLoose === true ? { isLoose } : {}),
    text: text.slice(change.start, change.end),
    ofText: text.slice(of.start, of.end),
    place: placeOf(source, placeInChain(chain, change.start, change.end)),
    ofPlace: placeOf(source, placeInChain(chain, of.start, of.end)),
  };
}

/** 截至2024年底，累计公开170条，比上年增加40条: whether it may be the figure of all years that has changed. */
function isOfMore(figure: StatedFigure, chain: Chain, report: Report): boolean {
  return reachesBeyond(figure, chain, report) || isToTheEnd(figure, chain, report);
}

/** A figure that has changed, with the words between it and the change. */
interface Changed {
  readonly of: StatedFigure;
  readonly between: string;
}

function whatChanged(change: StatedFigure, quantities: readonly StatedQuantity[], chain: Chain): Changed | undefined {
  const { figures, text } = chain.reading;
  const before = figures
    .slice(0, change.index)
    .findLast(each => each.depth <= change.depth || each.sentence !== change.sentence);
  const nearest = changedFigure(change, before, figures);
  const subject = change.kind === 'points' ? undefined : subjectOf(change, nearest, chain);
  if (subject === 'share') return undefined;
  if (subject === 'own' && isAmongOthers(nearest, change, figures)) return undefined;
  const of = subject === 'applications' ? applicationsBefore(change, nearest, quantities) : nearest;
  // 2件和7件，同比分别下降60%和12.5%, where these are not as many: which change is of which figure is not known.
  if (!of || text.slice(of.end, change.start).includes('分别')) return undefined;
  return { of, between: text.slice(Math.max(of.end, nearest?.end ?? 0), change.start) };
}

/** 建议26件、提案15件，分别比上年增加3件、减少2件: the figure of the same place in the row before. */
function respectiveOf(change: StatedFigure, { reading: { figures, text } }: Chain): Changed | undefined {
  let first = change.index;
  const gapBefore = (at: number) => text.slice(figures[at - 1]?.end ?? 0, figures[at]?.start);
  const isNext = (at: number) => {
    const figure = figures[at];
    return figure?.kind === change.kind && figure.sentence === change.sentence && gapBefore(at).length <= WIDEST_GAP;
  };
  while (first > 0 && !gapBefore(first).includes('分别')) {
    if (change.index - first > LONGEST_ROW || !isNext(first) || !isNext(first - 1)) return undefined;
    first--;
  }
  let end = change.index + 1;
  while (end - first <= LONGEST_ROW && isNext(end)) end++;
  const count = end - first;
  const row = figures.slice(Math.max(0, first - count), first);
  const isRow = row.every(({ kind, sentence }) => kind === 'count' && sentence === change.sentence);
  const other = figures[first - count - 1];
  if (count < 2 || row.length !== count || !isRow) return undefined;
  if (other?.kind === 'count' && other.sentence === change.sentence) return undefined;
  const of = row[change.index - first];
  return of && { of, between: gapBefore(first) };
}

/** Signs and a verb between two changes of a row. */
const WIDEST_GAP = 8;
const LONGEST_ROW = 8;

/** Nothing but a verb stands between a figure and its change. */
const BARE =
  /^[，,、；（(\s]*(?:[也均亦]|同步|略有?|小幅)?(?:增加|增长|上升|提高|提升|减少|下降|降低|回落|净增|[多少增减升降])了?$/;

/** The year against which a change is told, be it by the change before it in the same words. */
function baseOf(
  change: StatedFigure,
  of: StatedFigure,
  between: string,
  { chain, report, told }: Surroundings,
): { readonly year: ChangeSummary['base']; readonly isTakenOver: boolean } | undefined {
  const { text } = chain.reading;
  const { reportYear } = report;
  if (OTHER_BASE.test(between) || !reportYear) return undefined;
  if (!COMPARED.test(between)) {
    const since = told && text.slice(told.end, change.start);
    const goesOn = since !== undefined && !/。(?!其中)|\n/.test(since) && !OTHER_BASE.test(since);
    const isBare = BARE.test(between) && change.direction !== undefined && told !== undefined && of.start > told.end;
    return goesOn && isBare ? { year: told.base, isTakenOver: true } : undefined;
  }
  const named = /(20\d\d)年/.exec(between)?.[1];
  if (named === undefined) return { year: 'last', isTakenOver: false };
  return Number(named) < reportYear.value ? { year: Number(named), isTakenOver: false } : undefined;
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

import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isExact, marginOf } from './arithmetic.ts';
import { pairApart, pairBehind, pairFrom, pairTold, valueOf, type Pair, type Value } from './changePairs.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { halvesOf, quartersOf } from './halves.ts';
import { hasOwnChange, isEarlier } from './years.ts';

/** Figures so far before a change are not compared. */
const FARTHEST = 6;

/** Changes that do not fit the figures of both years. */
export function changes(chain: ChainReading): readonly ChainDisagreement[] {
  const { figures } = chain;
  return figures.flatMap(figure => judge(figure, chain) ?? []);
}

function judge(change: StatedFigure, chain: ChainReading): ChainDisagreement | undefined {
  if (change.kind !== 'difference' && change.kind !== 'change' && change.kind !== 'points' && change.kind !== 'times')
    return undefined;
  if (
    change.stats.has('average') ||
    change.stats.has('per') ||
    !isExact(change) ||
    (change.direction === undefined && change.kind === 'difference' && !change.stats.has('change')) ||
    change.when === 'planned' ||
    change.when === 'several'
  )
    return undefined;
  const pair = pairOf(change, chain);
  if (!pair) return undefined;
  const { before, after } = pair;
  const computed = expected(change, before, after);
  if (computed === undefined) return undefined;
  if (fitsAnother(change, pair, chain)) return undefined;
  return {
    kind: 'change',
    certainty: pair.isLoose === true ? 'information' : 'warning',
    figure: change,
    figures: [change, ...pair.figures],
    before: before.value,
    after: after.value,
    computed,
  };
}

/** Whether the sentence of a change tells both years' values, so that the change can be judged by it alone. */
export function hasBothYears(change: StatedFigure, chain: ChainReading): boolean {
  return pairOf(change, chain) !== undefined;
}

/** The values of both years that a change is of: last year's is named, or stands behind 由. */
function pairOf(change: StatedFigure, chain: ChainReading): Pair | undefined {
  const { figures } = chain;
  const halves = halvesOf(change, figures) ?? quartersOf(change, chain);
  if (halves) return pairFrom(halves.before, halves.after);
  const near = comparable(change, figures);
  const told = near.length === 0 ? pairTold(change, chain) : undefined;
  if (told) return told;
  const to = near.find(each => each.stats.has('to'));
  const from = near.findLast(each => each.stats.has('from') && each.index < (to?.index ?? change.index));
  // 好评率由97%提高到99%，提高2%: points are meant.
  if (to && from) return { before: valueOf(from), after: valueOf(to), figures: [from, to] };
  // 2022年度甲级56家，增长8%；丙级21家，减少9家: what has a change of its own is what another year came to.
  const now = near.at(-1);
  const last =
    near.findLast(each => isEarlier(each) && (each === now || !hasOwnChange(each, figures))) ??
    earlierBehind(change, figures) ??
    comparedBeside(change, chain);
  if (last) {
    const after =
      near.findLast(each => each !== last && !isEarlier(each) && each.kind !== 'per' && each.index < last.index) ??
      near.findLast(each => each !== last && !isEarlier(each));
    if (!after) return pairApart(change, chain);
    // 受理32件，较上年的40件减少8件；复议2件，较上年减少1件: the change is of what was counted last.
    const isOfNext = ({ index }: StatedFigure) => index > last.index && after.index < last.index;
    if (near.some(each => isOfNext(each) && !isEarlier(each) && isSameMeasure(each.number.unit, last.number.unit)))
      return undefined;
    const isOther = after.matterSource === 'label' && last.matterSource === 'label' && after.matter !== last.matter;
    if (!isOther && isSameMeasure(after.number.unit, last.number.unit))
      return { before: valueOf(last), after: valueOf(after), figures: [last, after] };
  }
  const apart = last ? undefined : (pairApart(change, chain) ?? pairBehind(change, figures));
  if (apart) return apart;
  // 减少5件，下降10.9%: the year before follows from the difference.
  const added = addedBefore(change, chain);
  if (added) return added;
  const difference = figures[change.index - 1];
  if (
    change.kind === 'change' &&
    difference?.kind === 'difference' &&
    difference.sentence === change.sentence &&
    difference.direction !== undefined &&
    isExact(difference)
  ) {
    const all = comparable(difference, figures);
    const after = all.at(-1);
    // 来信办理197件；热线受理22050件，同比增加3722件: other things are told of too.
    const isOther = (each: StatedFigure) =>
      each.matterSource === 'label' && after?.matter !== undefined && each.matter !== after.matter;
    const counts = all.filter(each => each === after || !(hasOwnChange(each, figures) || isOther(each)));
    // Both years may be told without words that say which is which.
    const both = counts
      .flatMap((a, i) => counts.slice(i + 1).map(b => [a, b] as const))
      .find(([a, b]) => Math.abs(a.number.value - b.number.value) === difference.number.value);
    if (both) {
      const [low, high] = both[0].number.value < both[1].number.value ? both : [both[1], both[0]];
      const [before, now] = difference.direction === 'up' ? [low, high] : [high, low];
      return { before: valueOf(before), after: valueOf(now), figures: [before, now, difference] };
    }
    // 受理22050件，办结22050件: the same, whichever is meant.
    if (counts.some(each => each.number.value !== after?.number.value)) return undefined;
    if (!after || isEarlier(after) || !isInUnit(after, difference)) return undefined;
    const before = after.number.value - (difference.direction === 'up' ? 1 : -1) * difference.number.value;
    return before > 0
      ? { before: { value: before, margin: 0 }, after: valueOf(after), figures: [difference, after] }
      : undefined;
  }
  return undefined;
}

/** 比上年增加5件（上年13件）; 增长8.3%，上年为120件: the year before told right behind, before anything of this year. */
function earlierBehind(change: StatedFigure, figures: readonly StatedFigure[]): StatedFigure | undefined {
  for (let i = change.index + 1; i <= change.index + 2; i++) {
    const each = figures[i];
    if (each?.sentence !== change.sentence) return undefined;
    if (each.kind === 'difference' || each.kind === 'change') continue;
    // 上年同期为100件
    const isPlain = [...each.roles].every(role => role === 'all');
    const isOfKind = change.kind === 'points' ? each.number.unit === '%' : each.kind === 'count';
    return isEarlier(each) && isOfKind && isExact(each) && isPlain ? each : undefined;
  }
  return undefined;
}

/** 发稿145篇，环比一季度（122篇）增长18.9%: the number in brackets behind what it is compared with. */
function comparedBeside(change: StatedFigure, { figures, tokens }: ChainReading): StatedFigure | undefined {
  const each = figures[change.index - 1];
  if (each?.kind !== 'count' || each.sentence !== change.sentence || each.depth !== change.depth + 1) return undefined;
  if (!isExact(each) || each.labelFrom !== each.token || tokens[each.token + 1]?.kind !== 'sign') return undefined;
  for (let at = each.bracket - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'sign' || token.kind === 'number') return undefined;
    if (token.kind === 'word' && token.meaning.stat === 'compared') return each;
  }
  return undefined;
}

/** 用户1899人，年内新增310人，增长19.5%: before that there were 1589. */
function addedBefore(change: StatedFigure, { figures, tokens, text }: ChainReading): Pair | undefined {
  const [stock, added] = [figures[change.index - 2], figures[change.index - 1]];
  if (change.kind !== 'change' || change.direction !== 'up' || change.matterSource === 'label' || !stock || !added)
    return undefined;
  // 同比增长 is of last year.
  if (text.slice(tokens[change.labelFrom]?.start, change.start).includes('比')) return undefined;
  const areOfSentence = [stock, added].every(
    each => each.sentence === change.sentence && each.kind === 'count' && isExact(each) && each.depth === change.depth,
  );
  if (!areOfSentence || !isSameMeasure(stock.number.unit, added.number.unit)) return undefined;
  if (
    !added.steps.includes('added') ||
    isEarlier(stock) ||
    stock.steps.includes('added') ||
    added.matterSource === 'label'
  )
    return undefined;
  const before = stock.number.value - added.number.value;
  return before > 0
    ? { before: { value: before, margin: 0 }, after: valueOf(stock), figures: [stock, added], isLoose: true }
    : undefined;
}

/** 达到443，比上年增加41人次: a number that stands alone is of the unit of what it was changed by. */
function isInUnit({ number: { unit } }: StatedFigure, difference: StatedFigure): boolean {
  return unit === '' || isSameMeasure(unit, difference.number.unit);
}

/** Counts (rates for a change in points) before a change in its sentence. */
function comparable(change: StatedFigure, figures: readonly StatedFigure[]): readonly StatedFigure[] {
  const isOfKind = (each: StatedFigure) =>
    change.kind === 'points' ? each.number.unit === '%' && each.kind !== 'change' : each.kind === 'count';
  return figures
    .slice(Math.max(0, change.index - FARTHEST), change.index)
    .filter(
      each =>
        each.sentence === change.sentence &&
        (each.depth <= change.depth || isToldBeside(each, change, figures)) &&
        isOfKind(each) &&
        isExact(each) &&
        (change.kind !== 'difference' ||
          each.number.unit === '' ||
          isSameMeasure(each.number.unit, change.number.unit)),
    );
}

/** 与上年（24件）相比下降20.8%: in brackets, and nothing counted stands between. */
function isToldBeside(each: StatedFigure, change: StatedFigure, figures: readonly StatedFigure[]): boolean {
  return (
    isEarlier(each) &&
    figures.slice(each.index + 1, change.index).every(({ kind }) => kind === 'difference' || kind === 'change')
  );
}

/** What a change should be; undefined where it fits. */
function expected(change: StatedFigure, before: Value, after: Value): string | undefined {
  const { number, direction, kind } = change;
  const difference = after.value - before.value;
  if (kind === 'times') {
    if (before.value <= 0) return undefined;
    const times = after.value / before.value;
    const margin = number.decimals > 0 ? 10 ** -number.decimals : 0.05;
    // 增长1倍 is twice as much.
    const isStated = [times, ...(direction === 'up' ? [times - 1] : [])].some(
      each => Math.abs(each - number.value) <= margin + 1e-9,
    );
    return isStated ? undefined : `${times.toFixed(Math.max(1, number.decimals))}倍`;
  }
  const isRate = kind === 'change';
  if (isRate && before.value <= 0) return undefined;
  const exact = isRate ? (Math.abs(difference) / before.value) * 100 : Math.abs(difference);
  const margin = isRate
    ? 10 ** -number.decimals + ((before.margin + after.margin) / Math.max(1, before.value)) * 100
    : marginOf(change) + before.margin + after.margin;
  const isRight =
    direction === undefined || difference === 0 || number.value === 0 || difference > 0 === (direction === 'up');
  if (Math.abs(exact - number.value) <= margin + 1e-9 && isRight) return undefined;
  const decimals = isRate ? number.decimals : Math.max(number.decimals, 0);
  const shown = isRate ? exact : exact / number.scale;
  return `${shown.toFixed(decimals)}${number.scale === 10_000 ? '万' : ''}${number.unit}`;
}

/** Whether other figures of the sentence and the one before fit the change. */
function fitsAnother(change: StatedFigure, pair: Pair, { figures, text }: ChainReading): boolean {
  // 维持14件、纠正3件；诉讼21件，比上年（16件）多5件: what stands before the semicolon is of something else.
  const first = Math.min(change.start, ...pair.figures.map(({ start }) => start));
  const from = pair.figures.some(isEarlier) ? text.lastIndexOf('；', first) : -1;
  const near = figures.filter(
    each =>
      each !== change &&
      each.start > from &&
      each.sentence === change.sentence &&
      isExact(each) &&
      (change.kind === 'points' ? each.number.unit === '%' : each.kind === 'count'),
  );
  return near.some(a =>
    near.some(
      b =>
        a !== b &&
        !(pair.figures.includes(a) && pair.figures.includes(b)) &&
        isSameMeasure(a.number.unit, b.number.unit) &&
        expected(change, valueOf(a), valueOf(b)) === undefined,
    ),
  );
}

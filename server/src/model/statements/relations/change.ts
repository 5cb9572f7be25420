import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isExact, marginOf } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';

/** Figures so far before a change are not compared. */
const FARTHEST = 6;

/** Changes that do not fit the figures of both years. */
export function changes(chain: ChainReading): readonly ChainDisagreement[] {
  const { figures } = chain;
  return [...figures.flatMap(figure => judge(figure, chain) ?? []), ...flats(chain)];
}

function judge(change: StatedFigure, chain: ChainReading): ChainDisagreement | undefined {
  if (change.kind !== 'difference' && change.kind !== 'change' && change.kind !== 'points' && change.kind !== 'times')
    return undefined;
  if (
    change.stats.has('average') ||
    change.stats.has('per') ||
    !isExact(change) ||
    (change.direction === undefined && change.kind === 'difference') ||
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
    certainty: 'warning',
    figure: change,
    figures: [change, ...pair.figures],
    before: before.value,
    after: after.value,
    computed,
  };
}

interface Value {
  readonly value: number;
  readonly margin: number;
}
interface Pair {
  readonly before: Value;
  readonly after: Value;
  readonly figures: readonly StatedFigure[];
}

function valueOf(figure: StatedFigure): Value {
  return { value: figure.number.value, margin: marginOf(figure) };
}

/** Whether the sentence of a change tells both years' values, so that the change can be judged by it alone. */
export function hasBothYears(change: StatedFigure, chain: ChainReading): boolean {
  return pairOf(change, chain) !== undefined;
}

/** The values of both years that a change is of: last year's is named, or stands behind 由. */
function pairOf(change: StatedFigure, { figures }: ChainReading): Pair | undefined {
  const near = comparable(change, figures);
  const to = near.find(each => each.stats.has('to'));
  const from = near.findLast(each => each.stats.has('from') && each.index < (to?.index ?? change.index));
  // 好评率由97%提高到99%，提高2%: points are meant.
  if (to && from) return { before: valueOf(from), after: valueOf(to), figures: [from, to] };
  const last = near.findLast(each => isEarlier(each)) ?? earlierBehind(change, figures);
  if (last) {
    const after =
      near.findLast(each => each !== last && !isEarlier(each) && each.kind !== 'per' && each.index < last.index) ??
      near.findLast(each => each !== last && !isEarlier(each));
    const isOther = after?.matterSource === 'label' && last.matterSource === 'label' && after.matter !== last.matter;
    if (after && !isOther && isSameMeasure(after.number.unit, last.number.unit))
      return { before: valueOf(last), after: valueOf(after), figures: [last, after] };
  }
  // 减少5件，下降10.9%: the year before follows from the difference.
  const difference = figures[change.index - 1];
  if (
    change.kind === 'change' &&
    difference?.kind === 'difference' &&
    difference.sentence === change.sentence &&
    difference.direction !== undefined &&
    isExact(difference)
  ) {
    const counts = comparable(difference, figures);
    const after = counts.at(-1);
    // Both years may be told without words that say which is which.
    const both = counts
      .flatMap((a, i) => counts.slice(i + 1).map(b => [a, b] as const))
      .find(([a, b]) => Math.abs(a.number.value - b.number.value) === difference.number.value);
    if (both) {
      const [low, high] = both[0].number.value < both[1].number.value ? both : [both[1], both[0]];
      const [before, now] = difference.direction === 'up' ? [low, high] : [high, low];
      return { before: valueOf(before), after: valueOf(now), figures: [before, now, difference] };
    }
    if (counts.length > 1) return undefined;
    if (!after || isEarlier(after) || !isSameMeasure(after.number.unit, difference.number.unit)) return undefined;
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
    return isEarlier(each) && each.kind === 'count' && isExact(each) && isPlain ? each : undefined;
  }
  return undefined;
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

function isEarlier({ when, steps }: StatedFigure): boolean {
  return when === 'last' && !steps.includes('carriedIn');
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
function fitsAnother(change: StatedFigure, pair: Pair, { figures }: ChainReading): boolean {
  const near = figures.filter(
    each =>
      each !== change &&
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

/** 与上年持平: both values are the same. */
function flats(chain: ChainReading): readonly ChainDisagreement[] {
  const { figures, tokens } = chain;
  return figures.flatMap((figure): ChainDisagreement[] => {
    if (figure.kind !== 'count' || !isEarlier(figure) || !isExact(figure)) return [];
    const said = saidBehind(figure, tokens);
    const after = figures
      .slice(0, figure.index)
      .findLast(
        each => each.sentence === figure.sentence && each.kind === 'count' && !isEarlier(each) && isExact(each),
      );
    if (said === undefined || !after || !isSameMeasure(after.number.unit, figure.number.unit)) return [];
    const difference = after.number.value - figure.number.value;
    if (said === 'flat' ? difference === 0 : difference === 0 || difference > 0 === (said === 'up')) return [];
    return [
      {
        kind: 'change',
        certainty: 'warning',
        figure: after,
        figures: [after, figure],
        before: figure.number.value,
        after: after.number.value,
        computed: String(figure.number.value),
      },
    ];
  });
}

/** What is said of the comparison with last year's figure in its sentence, without a number. */
function saidBehind(figure: StatedFigure, tokens: ChainReading['tokens']): 'flat' | 'up' | 'down' | undefined {
  let said: 'flat' | 'up' | 'down' | undefined;
  for (let at = figure.token + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'number' || token?.kind === 'unknown') return said === 'flat' ? said : undefined;
    if (
      token === undefined ||
      (token.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph' || token.sign === 'semicolon'))
    )
      return said;
    if (token.kind !== 'word') continue;
    const { stat } = token.meaning;
    if (stat === 'flat' || stat === 'up' || stat === 'down') said = stat;
  }
  return said;
}

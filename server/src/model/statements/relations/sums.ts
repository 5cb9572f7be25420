import { memoByObject } from '../../../text/memo.ts';
import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isEqual, isExact } from './arithmetic.ts';
import { isResult } from '../lists/listFigures.ts';
import type { ChainDisagreement } from './disagreement.ts';

/** The figures of each sentence of a chain. */
export const sentencesOf = memoByObject(
  (figures: readonly StatedFigure[]): readonly (readonly [StatedFigure, ...StatedFigure[]])[] => {
    const sentences: [StatedFigure, ...StatedFigure[]][] = [];
    for (const figure of figures) {
      const last = sentences.at(-1);
      if (last?.[0].sentence === figure.sentence) last.push(figure);
      else sentences.push([figure]);
    }
    return sentences;
  },
);

/** 收到 (+ 上年结转) = 办结 + 结转下年, where one sentence names them all. */
export function flows(chain: ChainReading): readonly ChainDisagreement[] {
  if (!chain.figures.some(({ steps }) => steps.includes('carriedOut'))) return repliesAbove(chain);
  // Among other classes of the replies, one is not all of them.
  const classes = new Set(
    chain.lists.flatMap(({ form, parts }) =>
      (form === 'among' || form === 'of') && parts.some(({ figure }) => isResult(figure))
        ? parts.map(({ figure }) => figure)
        : [],
    ),
  );
  return sentencesOf(chain.figures).flatMap((sentence): ChainDisagreement[] => {
    const counts = sentence.filter(
      each =>
        !classes.has(each) &&
        each.kind === 'count' &&
        isExact(each) &&
        each.matter === 'applications' &&
        each.parts.every(part => part === 'manner=onTime') &&
        each.when !== 'last' &&
        each.when !== 'partial',
    );
    const only = (...steps: string[]) => {
      const found = counts.filter(each => steps.some(step => each.steps.includes(step)));
      return found.length === 1 ? found[0] : undefined;
    };
    const [carriedIn, carriedOut] = [only('carriedIn'), only('carriedOut')];
    // 处理35件（含上年结转2件），办结32件，3件结转下年
    const fresh = only('newReceived', 'received') ?? (carriedIn && carriedIn.depth > 0 ? only('handled') : undefined);
    // 办结60件，2件结转下年答复: what is still to be replied to is no reply. 收到62件，完成60件
    const repliesOf = (word: string) =>
      counts.filter(({ steps }) => steps.includes(word) && !steps.includes('carriedOut'));
    const told = repliesOf('replied');
    const replies =
      told.length > 0 ? told : repliesOf('done').filter(({ index }) => fresh !== undefined && index > fresh.index);
    const [replied] = replies;
    if (
      !fresh ||
      !replied ||
      replies.length > 1 ||
      sentence.some(each => each.kind === 'count' && isOtherEnd(each)) ||
      !carriedOut ||
      new Set([fresh, replied, carriedOut, carriedIn]).size < (carriedIn ? 4 : 3)
    )
      return [];
    const out = replied.number.value + carriedOut.number.value;
    const into = fresh.number.value + (carriedIn?.number.value ?? 0);
    if (fresh.number.value === out || into === out) return [];
    // 受理29件（含上年结转3件）; 受理29件（不含上年结转3件）
    const isIncluded =
      carriedIn !== undefined &&
      carriedIn.depth > fresh.depth &&
      carriedIn.index === fresh.index + 1 &&
      !carriedIn.roles.has('not');
    // What was carried in only adds to what came in: more cannot have come in than went out.
    if (!carriedIn && fresh.number.value < out) return [];
    const isTogether = !carriedIn || isIncluded;
    return [
      {
        kind: 'flow',
        certainty: 'warning',
        figure: isTogether ? fresh : replied,
        figures: [fresh, ...(carriedIn && !isIncluded ? [carriedIn] : []), replied, carriedOut],
        computed: isTogether ? out : into - carriedOut.number.value,
        sum: `${fresh.number.value}${carriedIn && !isIncluded ? ` + ${carriedIn.number.value}` : ''} ≠ ${replied.number.value} + ${carriedOut.number.value}`,
      },
    ];
  });
}

/** 收到25件，办结30件（含上年结转1件）: more than what came in and what was there cannot be replied to. */
function repliesAbove({ figures }: ChainReading): readonly ChainDisagreement[] {
  return figures.flatMap((carriedIn): ChainDisagreement[] => {
    const [fresh, replied] = figures.slice(Math.max(0, carriedIn.index - 2), carriedIn.index);
    if (!carriedIn.steps.includes('carriedIn') || !fresh || !replied) return [];
    const all = [fresh, replied, carriedIn];
    if (all.some(each => each.kind !== 'count' || !isExact(each) || each.matter !== 'applications')) return [];
    if (carriedIn.depth <= replied.depth || !carriedIn.roles.has('opener') || carriedIn.roles.has('not')) return [];
    if (carriedIn.sentence !== fresh.sentence || fresh.depth !== replied.depth) return [];
    if (!fresh.steps.some(step => step === 'newReceived' || step === 'received') || !replied.steps.includes('replied'))
      return [];
    if (replied.number.value <= fresh.number.value + carriedIn.number.value) return [];
    const sum = `${fresh.number.value} + ${carriedIn.number.value} ≠ ${replied.number.value}`;
    const computed = fresh.number.value + carriedIn.number.value;
    return [{ kind: 'flow', certainty: 'warning', figure: replied, figures: all, computed, sum }];
  });
}

/** 5件逾期未补正，2件撤回: told beside the replies, neither these nor what was carried over. */
function isOtherEnd({ steps, parts }: StatedFigure): boolean {
  return steps.includes('otherNoCorrection') || steps.includes('otherFeeUnpaid') || parts.includes('manner=withdrawn');
}

/** 年初 + 新增 − 关停 = 年末, 上年累计 + 本年 = 累计, where one sentence names them all. */
export function stocks(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap((sentence): ChainDisagreement[] => {
    if (sentence.length < 3) return [];
    const counts = sentence.filter(each => each.kind === 'count' || each.kind === 'difference');
    if (counts.length < 3 || counts.length > 5 || counts.some(each => !isExact(each) || each.depth > 0)) return [];
    const [first] = counts;
    if (!first || counts.some(each => !isSameMeasure(each.number.unit, first.number.unit))) return [];
    const signOf = (each: StatedFigure) =>
      each.steps.includes('removed') || isTakenAway(each) || (each.kind === 'difference' && each.direction === 'down')
        ? -1
        : each.steps.includes('added') || (each.kind === 'difference' && each.direction === 'up')
          ? 1
          : 0;
    const isStart = (each: StatedFigure) => each.kind === 'count' && each.when === 'last' && signOf(each) === 0;
    const starts = counts.filter(
      each =>
        isStart(each) ||
        each.stats.has('from') ||
        (each.when === 'cumulative' && each.year !== undefined && each !== counts.at(-1)),
    );
    const ends = counts.filter(
      each =>
        each.kind === 'count' &&
        !starts.includes(each) &&
        (each.when === 'cumulative' || each.when === 'allYears' || each.stats.has('to')) &&
        signOf(each) === 0,
    );
    const [start, end] = [starts[0], ends[0]];
    if (!start || !end || starts.length > 1 || ends.length > 1) return [];
    const all = counts.filter(each => each !== start && each !== end);
    // 新增1637人、取消472人，净增1165人: the difference is what the moves come to, and none besides.
    const counted = all.filter(({ kind }) => kind === 'count');
    const moves = counted.length > 1 ? counted : all;
    const isFromTo = start.stats.has('from') && end.stats.has('to');
    if (start.stats.has('from') !== end.stats.has('to')) return [];
    const isYear = !isFromTo && moves.length === 1 && moves[0]?.when !== 'cumulative' && moves[0]?.kind === 'count';
    if (moves.length === 0 || !(isYear || moves.every(each => signOf(each) !== 0))) return [];
    const computed = moves.reduce(
      (sum, each) => sum + (isYear && signOf(each) === 0 ? 1 : signOf(each)) * each.number.value,
      start.number.value,
    );
    if (isEqual(computed, end.number.value, counts)) return [];
    const sum = [start, ...moves]
      .map((each, i) => (i === 0 ? String(each.number.value) : `${signOf(each) < 0 ? '−' : '+'} ${each.number.value}`))
      .join(' ');
    const signs = new Set(moves.map(signOf));
    const isOneWay = isFromTo && signs.size < 2;
    // 由15个减少到12个，关停4个: others may have come; of fewer than went it is odd.
    if (isOneWay && (isOfOtherThings(moves, end) || signs.has(1) === computed > end.number.value)) return [];
    const certainty = isOneWay ? 'information' : 'warning';
    return [{ kind: 'stock', certainty, figure: end, figures: [start, ...moves, end], computed, sum }];
  });
}

/** 账号由12个减少到8个，新增专栏3个 */
function isOfOtherThings(moves: readonly StatedFigure[], end: StatedFigure): boolean {
  return moves.some(each => each.matter !== end.matter);
}

/** 撤销栏目2个; of decisions it is an outcome. */
function isTakenAway({ steps, matter }: StatedFigure): boolean {
  return steps.includes('corrected') && (matter === 'columns' || matter === 'accounts' || matter === 'places');
}

/** Rates above one hundred percent that cannot be. */
export function isRateAboveAll(figure: StatedFigure): boolean {
  return (figure.kind === 'rate' || figure.kind === 'share') && figure.number.value > 100;
}

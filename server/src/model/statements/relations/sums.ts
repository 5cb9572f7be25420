import { memoByObject } from '../../../text/memo.ts';
import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isEqual, isExact, marginOf } from './arithmetic.ts';
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
  if (!chain.figures.some(({ steps }) => steps.includes('carriedOut'))) return [];
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
        each.parts.length === 0 &&
        each.when !== 'last' &&
        each.when !== 'partial',
    );
    const only = (...steps: string[]) => {
      const found = counts.filter(each => steps.some(step => each.steps.includes(step)));
      return found.length === 1 ? found[0] : undefined;
    };
    const [fresh, carriedIn, carriedOut] = [only('newReceived', 'received'), only('carriedIn'), only('carriedOut')];
    const replied = only('replied');
    if (
      !fresh ||
      !replied ||
      !carriedOut ||
      new Set([fresh, replied, carriedOut, carriedIn]).size < (carriedIn ? 4 : 3)
    )
      return [];
    // What was carried in only adds to what came in: more cannot have come in than went out.
    if (!carriedIn && fresh.number.value > replied.number.value + carriedOut.number.value)
      return [
        {
          kind: 'flow',
          certainty: 'warning',
          figure: fresh,
          figures: [fresh, replied, carriedOut],
          computed: replied.number.value + carriedOut.number.value,
          sum: `${fresh.number.value} ≠ ${replied.number.value} + ${carriedOut.number.value}`,
        },
      ];
    const out = replied.number.value + carriedOut.number.value;
    const into = fresh.number.value + (carriedIn?.number.value ?? 0);
    if (!carriedIn || into === out || fresh.number.value === out) return [];
    const figures = [fresh, carriedIn, replied, carriedOut];
    return [
      {
        kind: 'flow',
        certainty: 'warning',
        figure: replied,
        figures,
        computed: into - carriedOut.number.value,
        sum: `${fresh.number.value} + ${carriedIn.number.value} ≠ ${replied.number.value} + ${carriedOut.number.value}`,
      },
    ];
  });
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

/** 10期，每期200份，共2000份; 培训10场580人次，平均每场58人次: three figures of one sentence, no more. */
export function averages(chain: ChainReading): readonly ChainDisagreement[] {
  return sentencesOf(chain.figures).flatMap((sentence): ChainDisagreement[] => {
    if (sentence.length === 2) return yearlyMean(chain, sentence);
    if (sentence.length !== 3) return [];
    const means = sentence.filter(each => each.kind === 'average' || each.kind === 'per');
    const [mean] = means;
    const others = sentence.filter(each => each !== mean && each.kind === 'count' && each.number.unit !== '');
    if (
      !mean ||
      means.length > 1 ||
      others.length !== 2 ||
      sentence.some(each => each.number.precision === 'rough' && !(each === mean && each.number.decimals > 0))
    )
      return [];
    const totals = others.filter(each => isOfMean(each, mean));
    const [total] = totals;
    const count = others.find(each => each !== total);
    if (!total || !count || totals.length > 1 || count.number.value <= 0 || count.number.scale > 1) return [];
    const perUnit = unitOfEach(chain, mean);
    if (perUnit === undefined || !isCountedIn(perUnit, count.number.unit)) return [];
    if (!isOfThings(chain, mean, count)) return [];
    const computed = total.number.value / count.number.value;
    const margin =
      mean.kind === 'average'
        ? Math.max(mean.number.scale * 10 ** -mean.number.decimals, marginOf(total) / count.number.value)
        : (marginOf(total) + marginOf(mean)) / count.number.value;
    if (Math.abs(computed - mean.number.value) <= margin + 1e-9) return [];
    const isExactly = mean.number.decimals === 0 && mean.number.value * count.number.value === total.number.value;
    if (isExactly) return [];
    return [
      {
        kind: 'average',
        certainty: 'warning',
        figure: mean.kind === 'per' ? total : mean,
        figures: [mean, total, count],
        total,
        divisor: count.number.value,
        computed: (mean.kind === 'per' ? mean.number.value * count.number.value : computed).toFixed(
          mean.kind === 'per' ? 0 : Math.max(1, mean.number.decimals),
        ),
      },
    ];
  });
}

/** 每期47人，共188人次: persons who came are counted once each time. */
function isOfMean(total: StatedFigure, mean: StatedFigure): boolean {
  const [a, b] = [total.number.unit, mean.number.unit];
  return isSameMeasure(a, b) || (PERSONS.has(a) && PERSONS.has(b));
}

const PERSONS: ReadonlySet<string> = new Set(['人', '名', '人次']);

/** Parts of a year by the words that say a mean of them; days and weeks only come near. */
const PARTS_OF_YEAR: readonly (readonly [words: readonly string[], count: number])[] = [
  [['月均', '每月', '月平均'], 12],
  [['季均', '每季度', '季平均'], 4],
];

/** 全年推送588条，月均49条: two figures of one sentence, no more. Whoever began within the year has another mean. */
function yearlyMean(chain: ChainReading, [first, second]: readonly StatedFigure[]): ChainDisagreement[] {
  const [mean, total] = first?.kind === 'count' ? [second, first] : [first, second];
  if (!mean || total?.kind !== 'count' || (mean.kind !== 'average' && mean.kind !== 'per')) return [];
  if (![mean, total].every(each => isExact(each)) || !isSameMeasure(total.number.unit, mean.number.unit)) return [];
  if (total.when !== undefined && total.when !== 'this') return [];
  const label = chain.text.slice(chain.tokens[mean.labelFrom]?.start ?? mean.start, mean.start);
  const count = PARTS_OF_YEAR.find(([words]) => words.some(word => label.includes(word)))?.[1];
  if (count === undefined) return [];
  const computed = total.number.value / count;
  const margin = mean.number.scale * 10 ** -mean.number.decimals + marginOf(total) / count;
  if (Math.abs(computed - mean.number.value) <= margin + 1e-9) return [];
  return [
    {
      kind: 'average',
      certainty: 'information',
      figure: mean,
      figures: [mean, total],
      total,
      divisor: count,
      computed: computed.toFixed(Math.max(1, mean.number.decimals)),
    },
  ];
}

/** 每批 of 9批次, 人均 of 13名, 日均 of 365天. */
function isCountedIn(per: string, unit: string): boolean {
  return unit.startsWith(per) || (SAME_COUNT[per] ?? '').includes(unit);
}

const SAME_COUNT: Readonly<Record<string, string>> = { 个: '家', 人: '名位', 日: '天', 天: '日' };

/** The measure word behind 每: 每期, 每个. */
function unitOfEach({ text }: ChainReading, mean: StatedFigure): string | undefined {
  // 场均65人
  if (text.charAt(mean.start - 1) === '均') return text.charAt(mean.start - 2);
  const at = text.lastIndexOf('每', mean.start);
  return at < 0 || mean.start - at > 16 ? undefined : text.charAt(at + 1);
}

/** Rates above one hundred percent that cannot be. */
export function isRateAboveAll(figure: StatedFigure): boolean {
  return (figure.kind === 'rate' || figure.kind === 'share') && figure.number.value > 100;
}

/** 平均每个窗口 and 40个窗口: what each of them is, where it is said, is what was counted. */
function isOfThings({ text, tokens }: ChainReading, mean: StatedFigure, count: StatedFigure): boolean {
  if (text.charAt(mean.start - 1) === '均') return true;
  const at = text.lastIndexOf('每', mean.start);
  const name = text
    .slice(at + 2, mean.start)
    .replaceAll('约', '')
    .trim();
  if (name === '' || isVerb(tokens, at + 2, mean)) return true;
  const first = tokens[count.labelFrom]?.start ?? count.start;
  const last = tokens[count.nounTo - 1]?.end ?? count.end;
  return text.slice(Math.min(first, count.start), Math.max(last, count.end)).includes(name.slice(0, 2));
}

/** 每期印发50份: what was done with each, and no thing of another kind. */
function isVerb(tokens: ChainReading['tokens'], from: number, { token }: StatedFigure): boolean {
  for (let at = token - 1; at >= 0; at--) {
    const each = tokens[at];
    if (each === undefined || each.start < from) return at < token - 1;
    if (each.kind !== 'word' || each.meaning.step === undefined || each.meaning.matter !== undefined) return false;
  }
  return false;
}

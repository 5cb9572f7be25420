import type { Meaning } from '../../format/meanings.ts';
import type { FigureKind, StatedFigure } from './statedFigure.ts';
import type { Token, WordToken } from './tokens.ts';
import type { WrittenNumber } from './writtenNumbers.ts';

/** Behind a verb of change, before the value that was reached. */
const REACHED = '到至为';

/** Where a figure is read: its chain, the figure before it, and its sentence. */
export interface FigurePlace {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly before: StatedFigure | undefined;
  readonly sentence: number;
}

/** What kind of number a figure is, by its unit and the words of its label. */
export function kindOf(
  { unit }: WrittenNumber,
  label: readonly WordToken[],
  token: number,
  place: FigurePlace,
): FigureKind {
  const { before, sentence } = place;
  const last = label.findLast(
    ({ meaning: { stat, role } }) =>
      // 办结率、满意率均达100%: each of them, and no mean.
      !(unit === '%' && stat === 'average' && role === 'all') &&
      stat !== undefined &&
      stat !== 'compared' &&
      stat !== 'from' &&
      stat !== 'to',
  )?.meaning.stat;
  const has = (stat: Meaning['stat']) => label.some(({ meaning }) => meaning.stat === stat);
  if (unit === '%') {
    if (last === 'share' || last === 'rate') return last;
    if (last === 'up' || last === 'down' || last === 'change') return 'change';
    if (before && isDirectlyBehind(before, token, place)) return 'share';
    // 占办结总量97件的38.8%: the count before is the base.
    if (before && before.sentence === sentence && before.stats.has('share') && before.kind === 'count') return 'share';
    if (
      before &&
      before.number.unit === '%' &&
      before.sentence === sentence &&
      label.every(({ meaning }) => meaning.stat === undefined)
    )
      return before.kind;
    return 'percent';
  }
  if (unit === '个百分点' || unit === '百分点') return 'points';
  if (unit === '倍') return 'times';
  if (has('average')) return 'average';
  if (has('per')) return 'per';
  // 相差139份
  if (last === 'change' && place.text.startsWith('相差', label.at(-1)?.start)) return 'difference';
  return (last === 'up' || last === 'down') && isLastWord(label, token, place) ? 'difference' : 'count';
}

/** 12件（3.5%）: nothing but an opening bracket stands between. */
function isDirectlyBehind(before: StatedFigure, token: number, { tokens }: FigurePlace): boolean {
  const between = tokens.slice(before.token + 1, token);
  const [first, ...others] = between;
  return (
    first?.kind === 'sign' &&
    (first.sign === 'open' || first.sign === 'comma') &&
    others.every(
      each =>
        each.kind === 'word' &&
        each.meaning.matter === undefined &&
        each.meaning.step === undefined &&
        each.meaning.stat === undefined,
    )
  );
}

/** 增量为23篇 says by how much. */
const AMOUNT_OF_CHANGE = /量$/;
/** Words of change that go before their verb. */
const BARE = ['多', '少'];

/** 比上年（24件）, 较2023年同期 */
const COMPARED = /[比较][^，。；]{0,16}$/;
const LONGEST_COMPARED = 18;

/** Whether the word of change stands directly before the number, but for words without meaning of their own. */
function isLastWord(label: readonly WordToken[], token: number, { text, tokens }: FigurePlace): boolean {
  for (let i = label.length - 1; i >= 0; i--) {
    const { meaning, start } = label[i] as WordToken;
    if (meaning.stat === 'up' || meaning.stat === 'down') {
      const next = tokens[token - 1];
      // 减少 + 到 says what was reached; 增 + 加: the longer word is not known.
      const isNoun = AMOUNT_OF_CHANGE.test(text.slice(start, label[i]?.end));
      if (next !== undefined && !isNoun && REACHED.includes(text.charAt(next.end - 1))) return false;
      return next?.kind !== 'unknown' || (next.end - next.start === 1 && next.start === label[i]?.end);
    }
    // 比上年少收4件, 较去年多发12条: the verb stands directly between.
    const before = label[i - 1];
    const isBetween = before?.end === start && BARE.includes(text.slice(before.start, before.end));
    if (isBetween && meaning.matter === undefined && tokens[token - 1] === label[i])
      return COMPARED.test(text.slice(Math.max(0, before.start - LONGEST_COMPARED), before.start));
    if (meaning.matter !== undefined || meaning.step !== undefined || meaning.part !== undefined) return false;
  }
  return false;
}

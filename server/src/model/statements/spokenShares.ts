import { charClassTable, isSignAt } from '../../text/charTable.ts';
import { chineseToNumber } from '../../text/numerals.ts';

/** A share written in words, with what it may stand for in percent: 近四成, 三分之二, 过半. */
export interface SpokenShare {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

const NUMERALS = '一二三四五六七八九十两';
const IS_NUMERAL = charClassTable(NUMERALS);
/** Signs with which a share begins. */
const BEGINS = charClassTable(`${NUMERALS}半`);
/** 成立, 成果: 成 begins another word. */
const NO_TENTHS_BEHIND = `${NUMERALS}立功果为员本效熟套就交品长型都年人绩分`;
const HALVES = ['半数', '一半', '半'];
/** 半年, 半天 are no shares. */
const NO_HALF_BEHIND = '年天月日小个夜径成价途数';

type Bound = 'below' | 'under' | 'above' | 'near';
const BEFORE: readonly (readonly [word: string, bound: Bound])[] = [
  ['将近', 'below'],
  ['接近', 'below'],
  ['近', 'below'],
  ['不足', 'under'],
  ['不到', 'under'],
  ['未达', 'under'],
  ['超过', 'above'],
  ['超', 'above'],
  ['逾', 'above'],
  ['过', 'above'],
  ['大约', 'near'],
  ['约', 'near'],
];
const BEHIND: readonly (readonly [word: string, bound: Bound])[] = [
  ['以上', 'above'],
  ['多', 'above'],
  ['余', 'above'],
  ['以下', 'under'],
  ['左右', 'near'],
  ['上下', 'near'],
];
/** How far a round word may be from what it stands for, in percent; what is rounded further is not looked at. */
const SLACK = 1;
const TENTH = 10;
const FRACTION = 8;

/** The shares that a text says in words, in its order. */
export function spokenShares(text: string): readonly SpokenShare[] {
  const found: SpokenShare[] = [];
  for (let at = 0; at < text.length; at++) {
    if (BEGINS[text.charCodeAt(at)] === 0) continue;
    const share = tenthsAt(text, at) ?? fractionAt(text, at) ?? halfAt(text, at);
    if (!share) continue;
    found.push(bounded(text, share));
    at = share.end - 1;
  }
  return found;
}

interface Spoken {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** What the next rounder word would differ by. */
  readonly grain: number;
}

/** 四成 */
function tenthsAt(text: string, at: number): Spoken | undefined {
  if (IS_NUMERAL[text.charCodeAt(at)] !== 1 || text.charAt(at + 1) !== '成') return undefined;
  if (isSignAt(text, at + 2, NO_TENTHS_BEHIND) || IS_NUMERAL[text.charCodeAt(at - 1)] === 1) return undefined;
  const value = chineseToNumber(text.charAt(at));
  return value === undefined || value > 9 ? undefined : { start: at, end: at + 2, value: value * TENTH, grain: TENTH };
}

/** 三分之二 */
function fractionAt(text: string, at: number): Spoken | undefined {
  if (IS_NUMERAL[text.charCodeAt(at)] !== 1 || !text.startsWith('分之', at + 1)) return undefined;
  if (IS_NUMERAL[text.charCodeAt(at - 1)] === 1 || IS_NUMERAL[text.charCodeAt(at + 4)] === 1) return undefined;
  const [whole, part] = [chineseToNumber(text.charAt(at)), chineseToNumber(text.charAt(at + 3))];
  return whole === undefined || part === undefined || part >= whole
    ? undefined
    : { start: at, end: at + 4, value: (part / whole) * 100, grain: FRACTION };
}

/** 过半, 一半以上, 近半数 */
function halfAt(text: string, at: number): Spoken | undefined {
  if (text.charAt(at) !== '半' && !text.startsWith('一半', at)) return undefined;
  const word = HALVES.find(each => text.startsWith(each, at));
  if (word === undefined || isSignAt(text, at + word.length, NO_HALF_BEHIND)) return undefined;
  const isBare = word === '半' && !BEFORE.some(([before]) => endsAt(text, at, before));
  return isBare ? undefined : { start: at, end: at + word.length, value: 50, grain: TENTH };
}

function endsAt(text: string, at: number, word: string): boolean {
  return at >= word.length && text.startsWith(word, at - word.length);
}

function bounded(text: string, { start, end, value, grain }: Spoken): SpokenShare {
  const before = BEFORE.find(([word]) => endsAt(text, start, word));
  const behind = BEHIND.find(([word]) => text.startsWith(word, end));
  const bound = before?.[1] ?? behind?.[1] ?? 'near';
  const place = {
    start: start - (before?.[0].length ?? 0),
    end: end + (before === undefined ? (behind?.[0].length ?? 0) : 0),
  };
  switch (bound) {
    case 'below':
      return { ...place, low: value - grain, high: value + SLACK };
    case 'under':
      return { ...place, low: value - 2 * grain, high: value };
    case 'above':
      // 过半 is true of all that is more.
      return { ...place, low: value, high: value === 50 ? 100 : value + 2 * grain };
    case 'near':
      return { ...place, low: value - grain / 2 - SLACK, high: value + grain / 2 + SLACK };
  }
}

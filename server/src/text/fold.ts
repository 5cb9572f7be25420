import { WHITE_SPACE } from './charTable.ts';
import { IGNORABLE_PAIR_STARTS, IGNORABLE_SIGNS } from './ignorable.ts';
import { unifiedTable } from './unify.ts';

/**
 * Folding used for matching labels and titles, never for output.
 *
 * Width (`（１）` = `(1)`), white space of every kind (also U+00A0, U+3000 and zero-width signs), bracket variants
 * (〔〕【】[]《》〈〉<> each become round ones, as in Word, WPS and web copies), quotation marks, letter case, and radicals
 * in place of characters make no difference.
 */
export function fold(text: string): string {
  let folded = '';
  /** Place behind what is in `folded`; signs that stay as they are are taken over in one piece. */
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // foldSign(code), written out for the time before code is compiled.
    const sign = FOLDED[code] ?? code;
    if (sign === code && sign !== NOTHING) continue;
    folded += text.slice(done, at);
    if (sign !== NOTHING) folded += String.fromCharCode(sign);
    done = at + 1;
  }
  return done === 0 ? text : folded + text.slice(done);
}

/** What {@link foldSign} gives for signs that are left out. */
export const NOTHING = 0;

/** A folded text that remembers where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** `origin[i]` is the index in the unfolded text; one entry more than characters, the last is its length. */
  readonly origin: readonly number[];
}

/** {@link fold} with the way back. */
export function foldWithOrigin(text: string): Folded {
  const origin: number[] = [];
  for (let at = 0; at < text.length; at++) if (foldSign(text.charCodeAt(at)) !== NOTHING) origin.push(at);
  origin.push(text.length);
  return { text: fold(text), origin };
}

/** {@link fold} for one UTF-16 unit: the unit that it becomes, or {@link NOTHING}. */
export function foldSign(code: number): number {
  return FOLDED[code] ?? code;
}

const FOLDED: Uint16Array = makeTable();

function makeTable(): Uint16Array {
  const table = unifiedTable();
  const lower = (code: number) => String.fromCharCode(code).toLowerCase().charCodeAt(0);
  for (let code = 0x41; code <= 0x5a; code++) table[code] = lower(code);
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = lower(code - 0xfee0);
  for (let code = 0; code <= 0x20; code++) table[code] = NOTHING;
  for (const nothing of [WHITE_SPACE, IGNORABLE_SIGNS, IGNORABLE_PAIR_STARTS])
    for (let at = 0; at < nothing.length; at++) table[nothing.charCodeAt(at)] = NOTHING;
  for (const [signs, to] of [
    ['〔【［[〈《<＜', '('],
    ['〕】］]〉》>＞', ')'],
    ['“”„‟＂「」『』"‘’‚＇', "'"],
    ['、丶﹑，', ','],
    ['。．', '.'],
    ['：', ':'],
    ['；', ';'],
    ['－—–', '-'],
  ] as const) {
    for (const sign of signs) table[sign.charCodeAt(0)] = to.charCodeAt(0);
  }
  return table;
}

/** The label's words without its number, a leading 其中 and a suffix in brackets: `1.属于国家秘密（市本级）` → `属于国家秘密`. */
export function coreOf(label: string): string {
  return coreOfFolded(fold(label));
}

/** {@link coreOf} for a label that is folded already. */
export function coreOfFolded(folded: string): string {
  let text = folded.startsWith('其中') ? folded.replace(/^其中[,:]?/, '') : folded;
  text = text.replace(NUMBER, '');
  const bracket = text.lastIndexOf('(');
  if (bracket > 0 && text.endsWith(')')) {
    const open = outermostBracket(text);
    if (open > 0) text = text.slice(0, open);
  }
  return PUNCTUATION.test(text) ? text.replace(/[':,.;]/g, '') : text;
}

const NUMBER = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[,.:])/;
const PUNCTUATION = /[':,.;]/;

/** {@link fold} without punctuation, which stands between a label's number and its words in many ways (1. 1、). */
export function withoutPunctuation(label: string): string {
  const folded = fold(label);
  return PUNCTUATION.test(folded) ? folded.replace(/[,.:;']/g, '') : folded;
}

/** Index of the bracket that the closing one at the end belongs to. */
function outermostBracket(text: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text.charAt(i) === ')') depth++;
    else if (text.charAt(i) === '(' && --depth === 0) return i;
  }
  return -1;
}

/** How alike two folded texts are, from 0 to 1 (Dice coefficient of their pairs of neighbouring characters). */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const shared = a.length <= b.length ? sharedPairs(a, b) : sharedPairs(b, a);
  return (2 * shared) / (a.length + b.length - 2);
}

/** How many pairs of neighbouring characters of one text stand in the other as well, each as often as in both. */
function sharedPairs(a: string, b: string): number {
  // Labels are short: to look through them takes less time than to make a map.
  if (a.length > LONGEST_LOOKED_THROUGH) return sharedPairsOfLong(a, b);
  /** Bits of the pairs of `a` that were met. */
  let taken = 0;
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const [first, second] = [b.charCodeAt(i), b.charCodeAt(i + 1)];
    for (let j = 0; j + 1 < a.length; j++) {
      if (a.charCodeAt(j) !== first || a.charCodeAt(j + 1) !== second || (taken & (1 << j)) !== 0) continue;
      taken |= 1 << j;
      shared++;
      break;
    }
  }
  return shared;
}

const LONGEST_LOOKED_THROUGH = 32;

function sharedPairsOfLong(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared++;
  }
  return shared;
}

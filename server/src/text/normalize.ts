/**
 * Folding used for matching labels and titles, never for output.
 *
 * Width (`（１）` = `(1)`), white space of every kind (also U+00A0, U+3000 and zero-width signs), bracket variants
 * (〔〕【】[]《》〈〉<> each become round ones, as in Word, WPS and web copies), quotation marks and letter case make no difference.
 */
export function fold(text: string): string {
  if (IS_FOLDED.test(text)) return text;
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldSign(text.charCodeAt(i), text.charAt(i));
  return folded;
}

/** Most labels and words are folded as they stand. */
const IS_FOLDED = /^[\u4e00-\u4e35\u4e37-\u9fff0-9a-z().,:']*$/;

/** A folded text that remembers where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** `origin[i]` is the index in the unfolded text; one entry more than characters, the last is its length. */
  readonly origin: readonly number[];
}

/** {@link fold} with the way back. */
export function foldWithOrigin(text: string): Folded {
  let folded = '';
  const origin: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = foldSign(text.charCodeAt(i), text.charAt(i));
    if (sign === '') continue;
    folded += sign;
    origin.push(i);
  }
  origin.push(text.length);
  return { text: folded, origin };
}

const FOLDED = new Map<string, string>([
  ...pairs('〔【［[〈《<＜', '('), ...pairs('〕】］]〉》>＞', ')'),
  ...pairs('“”„‟＂「」『』"‘’‚＇', "'"),
  ['、', ','], ['丶', ','], ['﹑', ','], ['，', ','], ['。', '.'], ['．', '.'], ['：', ':'], ['；', ';'], ['－', '-'], ['—', '-'], ['–', '-'],
]);

/** 丶, which stands for 、: the last sign that folds among the Chinese characters. */
const LAST_FOLDED_CHARACTER = 0x4e36;

function pairs(signs: string, to: string): [string, string][] {
  return [...signs].map(sign => [sign, to]);
}

function foldSign(code: number, sign: string): string {
  // Characters of words are nearly all of a text.
  if (code > LAST_FOLDED_CHARACTER && code <= 0x9fff) return sign;
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff) return '';
  if ((code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x205f || code === 0x2060) return '';
  const mapped = FOLDED.get(sign);
  if (mapped !== undefined) return mapped;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  return code < 0x80 ? sign.toLowerCase() : sign;
}

/** The label's words without its number, a leading 其中 and a suffix in brackets: `1.属于国家秘密（市本级）` → `属于国家秘密`. */
export function coreOf(label: string): string {
  let text = fold(label);
  text = text.replace(/^其中[,:]?/, '');
  text = text.replace(/^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[,.:])/, '');
  const bracket = text.lastIndexOf('(');
  if (bracket > 0 && text.endsWith(')')) {
    const open = outermostBracket(text);
    if (open > 0) text = text.slice(0, open);
  }
  return text.replace(/[':,.;]/g, '');
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
  return (2 * shared) / (a.length + b.length - 2);
}

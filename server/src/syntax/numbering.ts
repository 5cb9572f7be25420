import { charClassTable } from '../text/charTable.ts';
import { chineseToNumber, circledToNumber, halfWidthDigits, isDigit } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';
import type { NumberingStyle } from './block.ts';
import { indentOf, isBlank } from './lineReader.ts';

/** A number found in front of a title; spans count from the line's start. */
export interface NumberingShape {
  readonly style: NumberingStyle;
  readonly value: number;
  readonly span: Span;
  readonly stray?: Span;
  /** The signs that stand for its numeral and only look like one: — for 一. */
  readonly lookAlike?: Span;
}

export const CHINESE_NUMERALS = '一二三四五六七八九十百〇零';
const NUMERALS = `${CHINESE_NUMERALS}壹贰叁肆伍陆柒捌玖拾`;
const FORMAL = '零壹贰叁肆伍陆柒捌玖拾';
const PLAIN = '零一二三四五六七八九十';
/** Signs that input methods, scanners and word processors give for a numeral. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...Array.from('—－ー–―─━‐‑‒−﹣﹘ｰㄧ㇐-', (sign): [string, string] => [sign, '一']),
  ['ニ', '二'],
  ['＝', '二'],
  ['ミ', '三'],
  ['≡', '三'],
  ['ハ', '八'],
  ['＋', '十'],
]);
/** Look-alikes as a class of a regular expression, the hyphen last. */
export const LOOK_ALIKE_SIGNS = [...LOOK_ALIKES.keys()].join('').replaceAll('-', '') + '-';

/** The numeral that a sign looks like; the sign itself for all others. */
export function plainNumeral(sign: string): string {
  const formal = FORMAL.indexOf(sign);
  return LOOK_ALIKES.get(sign) ?? (formal > 0 ? PLAIN.charAt(formal) : sign);
}

/** Signs that hold a number with its brackets or its point: ㈠ ㊀ ⑴ ⒈. */
const WHOLE_NUMBERS: readonly (readonly [first: number, last: number, style: NumberingStyle])[] = [
  [0x3220, 0x3229, 'chineseBracket'],
  [0x3280, 0x3289, 'chineseBracket'],
  [0x2474, 0x2487, 'arabicBracket'],
  [0x2488, 0x249b, 'arabic'],
];

/** Signs with which a number in front of a title begins. */
const STARTS = charClassTable(
  `（(〔[［第0123456789０１２３４５６７８９${NUMERALS}${[...LOOK_ALIKES.keys()].join('')}` +
    [...WHOLE_NUMBERS, [0x2460, 0x2473] as const]
      .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCharCode(first + i)))
      .join(''),
);

/** Whether a number in front of a title may begin at `at`, as its first sign says. */
export function mayBeNumbering(line: string, at: number): boolean {
  return STARTS[line.charCodeAt(at)] === 1;
}

/** The number that stands at `at`, with a stray 是 behind it, if any. */
export function readNumbering(line: string, at: number, end: number): NumberingShape | null {
  if (at >= end || !mayBeNumbering(line, at)) return null;
  const text = line.slice(at, Math.min(end, at + 16));
  const found = numberingAt(text);
  if (!found) return null;
  const length = found.length + indentOf(text.slice(found.length));
  const base = {
    style: found.style,
    value: found.value,
    span: { start: at, end: at + found.length },
    ...(found.lookAlike ? { lookAlike: { start: at + found.lookAlike.start, end: at + found.lookAlike.end } } : {}),
  };
  return found.style === 'chineseBracket' && text.charAt(length) === '是' && text.charAt(length + 1) !== '否'
    ? { ...base, stray: { start: at + length, end: at + length + 1 } }
    : base;
}

interface FoundNumber {
  readonly style: NumberingStyle;
  readonly value: number;
  readonly length: number;
  readonly lookAlike?: Span;
}

function numberingAt(text: string): FoundNumber | null {
  const circled = circledToNumber(text);
  if (circled !== undefined) return { style: 'circled', value: circled, length: 1 };
  const whole = wholeNumber(text);
  if (whole) return whole;
  const opens = '（(〔[［'.includes(text.charAt(0)) && text !== '';
  let at = opens ? 1 : 0;
  while (opens && isBlank(text.charAt(at)) && at < text.length) at++;
  const isPart = !opens && text.startsWith('第');
  if (isPart) at = 1;
  return chineseAt(text, at, opens, isPart) ?? (isPart ? null : arabicAt(text, at, opens));
}

function wholeNumber(text: string): FoundNumber | null {
  const code = text.charCodeAt(0);
  const found = WHOLE_NUMBERS.find(([first, last]) => code >= first && code <= last);
  if (!found) return null;
  const [first, , style] = found;
  return { style, value: code - first + 1, length: '、.．'.includes(text.charAt(1)) && text.length > 1 ? 2 : 1 };
}

function chineseAt(text: string, from: number, opens: boolean, isPart: boolean): FoundNumber | null {
  let at = from;
  let numeral = '';
  let isLike = false;
  for (; at < text.length; at++) {
    const sign = text.charAt(at);
    if (!NUMERALS.includes(sign) && !LOOK_ALIKES.has(sign)) break;
    isLike ||= LOOK_ALIKES.has(sign);
    numeral += plainNumeral(sign);
  }
  if (at === from) return null;
  const value = chineseToNumber(numeral);
  if (value === undefined || value === 0 || value > 40) return null;
  const lookAlike = isLike ? { lookAlike: { start: from, end: at } } : {};
  if (isPart) {
    const word = /^部分[、：:．.\s\u3000]*/.exec(text.slice(at));
    return word ? { style: 'chinese', value, length: at + word[0].length, ...lookAlike } : null;
  }
  // A dash in brackets says that there is none; before a known title it is read by readLooseNumbering.
  if (opens) return isLike ? null : closing(text, at, 'chineseBracket', value);
  const sign = text.slice(at).trimStart().charAt(0);
  // A dash before a point or a comma is a list, a range or a negative number.
  if (sign === '' || !(isLike ? '、丶﹑' : '、．.，,丶﹑').includes(sign)) return null;
  return { style: 'chinese', value, length: text.indexOf(sign, at) + 1, ...lookAlike };
}

function arabicAt(text: string, from: number, opens: boolean): FoundNumber | null {
  if (!isDigit(text.charCodeAt(from))) return null;
  const digits = /^\d{1,2}(?!\d)/.exec(halfWidthDigits(text.slice(from)));
  if (!digits) return null;
  const value = Number(digits[0]);
  const at = from + digits[0].length;
  if (value === 0) return null;
  if (opens) return closing(text, at, 'arabicBracket', value);
  const sign = text.charAt(at);
  if (sign === '）' || sign === ')') return { style: 'arabicBracket', value, length: at + 1 };
  if (sign === '' || !'.．、'.includes(sign)) return null;
  if (sign !== '、' && /^\d/.test(halfWidthDigits(text.slice(at + 1)))) {
    // 「1.5万件」 is a number, 「1.2019年…」 an item.
    if (!/^(?:19|20)\d\d年/.test(halfWidthDigits(text.slice(at + 1)))) return null;
  }
  return { style: 'arabic', value, length: at + 1 };
}

function closing(text: string, at: number, style: NumberingStyle, value: number): FoundNumber | null {
  while (at < text.length && isBlank(text.charAt(at))) at++;
  if (text.charAt(at) === '' || !'）)〕]］'.includes(text.charAt(at))) return null;
  const sign = text.charAt(at + 1);
  const length = sign !== '' && '、.．'.includes(sign) ? at + 2 : at + 1;
  return { style, value, length };
}

/**
 * A numeral that counts only where nothing but a known title follows: of a first-level heading without its sign or with
 * another one (一 总体情况, 一：总体情况, 一总体情况), or a sign that looks like one in brackets (（—）总体情况).
 */
export function readLooseNumbering(line: string, at: number, end: number): NumberingShape | null {
  if (at >= end || !mayBeNumbering(line, at)) return null;
  const text = line.slice(at, Math.min(end, at + 12));
  const loose = LOOSE.exec(text);
  const match = loose ?? IN_BRACKETS.exec(text);
  const numeral = match?.[1];
  const value = numeral === undefined ? undefined : chineseToNumber(Array.from(numeral, plainNumeral).join(''));
  if (!match || numeral === undefined || value === undefined || value === 0 || value > 12) return null;
  const isLike = Array.from(numeral).some(sign => LOOK_ALIKES.has(sign));
  const start = at + match[0].indexOf(numeral);
  return {
    style: loose ? 'chinese' : 'chineseBracket',
    value,
    span: { start: at, end: at + match[0].length },
    ...(isLike ? { lookAlike: { start, end: start + numeral.length } } : {}),
  };
}

/** A hyphen with a blank behind it is the bullet of a list. */
const LOOSE = new RegExp(`^(?![-‐‑–]\\s)([${NUMERALS}]{1,3}|[${LOOK_ALIKE_SIGNS}])\\s{0,4}[：:·•。；;．.，,)）]?`);
const IN_BRACKETS = new RegExp(`^[（(]\\s{0,2}([${LOOK_ALIKE_SIGNS}])\\s{0,2}[)）]`);

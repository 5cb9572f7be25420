import { plainDigits, THOUSANDS_BLANKS } from './groupedDigits.ts';
import { chineseToNumber, halfWidthDigits, numberToChinese } from './numerals.ts';

/** A number as a draft writes it. */
export interface WrittenNumber {
  /** Place in the text that it was found in. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: number;
}

const IN_DIGITS = new RegExp(`\\d{1,3}(?:[,${THOUSANDS_BLANKS}]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?`);
const SEPARATOR = new RegExp(`\\d([,，${THOUSANDS_BLANKS}])\\d`);
const IN_WORDS = /^[一二三四五六七八九十百千零〇两]+/;

/**
 * The number that a text begins with or holds, in digits of any width or, at its start, in words; undefined for none.
 */
export function writtenNumber(text: string): WrittenNumber | undefined {
  const words = IN_WORDS.exec(text)?.[0];
  const value = words === undefined ? undefined : chineseToNumber(words);
  if (words !== undefined && value !== undefined) return { start: 0, end: words.length, text: words, value };
  const match = IN_DIGITS.exec(halfWidthDigits(text));
  if (!match) return undefined;
  const end = match.index + match[0].length;
  return { start: match.index, end, text: text.slice(match.index, end), value: Number(plainDigits(match[0])) };
}

/** `value` as `pattern` is written: with its separators, its width, its words; with `decimals` behind the point. */
export function writeLike(pattern: string, value: number, decimals = 0): string {
  if (IN_WORDS.test(pattern)) return numberToChinese(value);
  const plain = value.toFixed(decimals);
  const [whole = '', fraction] = plain.split('.');
  const separator = SEPARATOR.exec(pattern)?.[1]?.replace('，', ',');
  const grouped = separator ? whole.replace(/\d(?=(?:\d{3})+$)/g, digit => digit + separator) : whole;
  const written = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  if (!/[０-９]/.test(pattern)) return written;
  return written.replace(/[\d.,]/g, sign =>
    sign === ',' && !pattern.includes('，') ? sign : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
  );
}

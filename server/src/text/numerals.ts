import { charClassTable } from './charTable.ts';
import { LastResult } from './lastResult.ts';

const DIGITS = '零一二三四五六七八九';
const VALUES = new Map<string, number>([
  ...[...DIGITS].map((sign, value): [string, number] => [sign, value]),
  ['〇', 0],
  ['○', 0],
  ['两', 2],
]);
const UNITS = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/**
 * A sum or product of decimal numbers as it would be written, without the traces of binary fractions; known to six
 * decimals.
 */
export function withoutBinaryTraces(value: number): number {
  // Nearly all are whole, and writing one takes longer than all else that is done with it.
  return Number.isInteger(value) ? value : Number(value.toFixed(6));
}

/** Value of a Chinese numeral below ten thousand (`二十一`, `一百零三`, `二〇二四`); undefined for anything else. */
export function chineseToNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 12) return undefined;
  if ([...text].every(sign => VALUES.has(sign))) {
    return text.length === 1 || text.length === 4
      ? [...text].reduce((sum, sign) => sum * 10 + (VALUES.get(sign) ?? 0), 0)
      : undefined;
  }
  let total = 0;
  let digit: number | undefined;
  let lastUnit = Infinity;
  for (const sign of text) {
    const unit = UNITS.get(sign);
    if (unit !== undefined) {
      if (unit >= lastUnit || (digit === undefined && unit !== 10)) return undefined;
      total += (digit ?? 1) * unit;
      digit = undefined;
      lastUnit = unit;
      continue;
    }
    const value = VALUES.get(sign);
    if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
    digit = value;
  }
  return total + (digit ?? 0);
}

/** Chinese numeral of a whole number from 0 to 99 (`12` → `十二`); larger numbers stay in Arabic digits. */
export function numberToChinese(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  if (value < 10) return DIGITS.charAt(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

/** Value of the sign ①…⑳ at `at` of a text; undefined for any other. */
export function circledToNumber(text: string, at = 0): number | undefined {
  const code = text.charCodeAt(at);
  return code >= 0x2460 && code <= 0x2473 ? code - 0x245f : undefined;
}

/** The sign ①…⑳ of a number from 1 to 20; undefined outside. */
export function numberToCircled(value: number): string | undefined {
  return Number.isInteger(value) && value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : undefined;
}

/** Whether a UTF-16 unit is a digit, half or full width; false for the NaN outside a text. */
export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** `text` with its digits made full-width. */
export function fullWidthDigits(text: string): string {
  return text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Texts of this length and more are kept, since one reader after the other asks for a paragraph's. */
const SHORTEST_KEPT = 30;
const lastHalfWidth = new LastResult(withHalfWidthDigits);

/** `text` with full-width digits, point, comma, percent and signs made half-width; the length stays the same. */
export function halfWidthDigits(text: string): string {
  return text.length < SHORTEST_KEPT ? withHalfWidthDigits(text) : lastHalfWidth.get(text);
}

const [COMMA, OTHER] = [1, 2] as const;
const WIDE = charClassTable('，', '０１２３４５６７８９．％＋－');

function withHalfWidthDigits(text: string): string {
  let kinds = 0;
  for (let at = 0; at < text.length; at++) kinds |= WIDE[text.charCodeAt(at)] ?? 0;
  // Commas stand in every sentence, the others seldom.
  const plain = (kinds & COMMA) === 0 ? text : text.replaceAll('，', ',');
  return (kinds & OTHER) === 0
    ? plain
    : plain.replace(/[０-９．％＋－]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

import { alternatives, CELL_UNITS } from '../text/measureWords.ts';
import { charClassTable, WHITE_SPACE } from '../text/charTable.ts';
import { THOUSANDS_BLANKS } from '../text/groupedDigits.ts';
import { IGNORABLE_PAIR_STARTS, IGNORABLE_SIGNS, withoutIgnorable } from '../text/ignorable.ts';
import { halfWidthDigits } from '../text/numerals.ts';

/**
 * The content of a cell. Blank and dash are not zero: official practice leaves zeros blank, so they count as 0 only
 * inside a sum that has at least one figure.
 */
export type Quantity =
  | { readonly kind: 'value'; readonly value: number; readonly decimals: number; readonly unit?: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'dash' }
  | { readonly kind: 'unreadable'; readonly text: string }
  /** A cell that is meant for words, blank or not. */
  | { readonly kind: 'words'; readonly text: string };

const NUMBER = new RegExp(
  `^(增加|减少|增|减|\\+|-|−)?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(${alternatives(CELL_UNITS)})?$`,
);
type PlainQuantity = Extract<Quantity, { readonly kind: 'value' }>;

/** Nearly all figures of a table are short whole numbers: each of these is made once. */
const LONGEST_SHORT = 3;
const SHORT: readonly PlainQuantity[] = Array.from({ length: 10 ** LONGEST_SHORT }, (_, value) => ({
  kind: 'value',
  value,
  decimals: 0,
}));
const LONGEST_PLAIN = 12;

/** A whole number in half-width digits; undefined for anything else. */
function readPlain(text: string): PlainQuantity | undefined {
  if (text.length === 0 || text.length > LONGEST_PLAIN) return undefined;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return text.length <= LONGEST_SHORT ? SHORT[value] : { kind: 'value', value, decimals: 0 };
}

const DASHES = new Set(['-', '—', '——', '–', '－', '/', '／', '\\', '―', '一']);
/** All signs of figures with their units and notes, of dashes and blanks; a text with any other sign holds words. */
const FIGURE_SIGNS = charClassTable(
  `0123456789,.+-−０１２３４５６７８９，．＋－增加减少${CELL_UNITS.join('')}${[...DASHES].join('')}` +
    `①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳¹²³⁰⁴⁵⁶⁷⁸⁹[]^*＊※（）()【】注${WHITE_SPACE}${IGNORABLE_SIGNS}`,
  IGNORABLE_PAIR_STARTS,
);

/**
 * Reads a cell. Accepts full-width digits, thousands separators, `增145` and `减6`, signs and a unit behind the number
 * (`63014.23万元` → 63014.23 with unit 万元). Never throws: other text gives `unreadable`.
 */
export function readCellValue(text: string): Exclude<Quantity, { readonly kind: 'words' }> {
  const plain = readPlain(text);
  if (plain) return plain;
  const written = withoutNote(withoutIgnorable(halfWidthDigits(text)).trim());
  const body = written.replace(/\s+/g, '');
  if (body === '') return { kind: 'blank' };
  if (DASHES.has(body)) return { kind: 'dash' };
  if (body.length > 40 || isSeveralFigures(written)) return { kind: 'unreadable', text: body };
  const match = NUMBER.exec(body);
  if (!match) return { kind: 'unreadable', text: body };
  const [, sign, whole = '', fraction = '', unit] = match;
  const size = Number(whole.replaceAll(',', '') + fraction);
  const isNegative = sign !== undefined && '减少-−'.includes(sign);
  const value = isNegative && size !== 0 ? -size : size;
  return { kind: 'value', value, decimals: Math.max(0, fraction.length - 1), ...(unit === undefined ? {} : { unit }) };
}

/**
 * Thousands set off by a blank (1 146, 2 058 311) are one figure, other figures with white space between are several.
 */
function isSeveralFigures(written: string): boolean {
  return /\d\s+\d/.test(written) && !BLANK_THOUSANDS.test(written);
}

const BLANK_THOUSANDS = new RegExp(`^\\D{0,2}\\d{1,3}(?:[${THOUSANDS_BLANKS}]\\d{3}){1,4}(?:\\.\\d+)?\\D*$`);

/** A figure without the sign of a note behind it: 20①, 20[1], 20¹, 20*, 20注1. */
function withoutNote(written: string): string {
  return written.replace(NOTE, '');
}

const NOTE =
  /(?<=\d)\s?(?:[①-⑳]|[（(]?[¹²³⁰⁴-⁹]{1,2}[)）]?|\[\^?[\d¹²³⁰⁴-⁹]{1,2}\]|[*＊※]{1,3}|[（([【]?注[\d①-⑳¹²³⁰⁴-⁹]{0,2}[)）\]】]?)$/;

const UNITS: ReadonlySet<string> = new Set(CELL_UNITS);

/** Whether a cell holds nothing but a unit, as in the column 计量单位. */
export function isUnitText(text: string): boolean {
  return UNITS.has(text.trim());
}

/** Whether a cell holds no words: a number, a dash or nothing. */
export function isFigureText(text: string): boolean {
  return hasNoWords(text) && readCellValue(text).kind !== 'unreadable';
}

/** Whether a text is written with the signs of figures alone; others need not be read as one. */
export function hasNoWords(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const kind = FIGURE_SIGNS[text.charCodeAt(at)];
    if (kind === 0) return false;
    // An ignorable sign of two units.
    if (kind === 2) at++;
  }
  return true;
}

import { readCellValue } from '../../syntax/cellValue.ts';
import { halfWidthDigits } from '../../text/numerals.ts';

/** Signs that are taken for 0 or 1, by pasting, by text recognition or by the keyboard: each becomes one digit. */
const ALWAYS = new Map<string, string>([
  ...[...'OoＯｏОоΟο〇○◯'].map((sign): [string, string] => [sign, '0']),
  ...[...'lIＩｌ丨｜|∣'].map((sign): [string, string] => [sign, '1']),
]);
/** Letters that look like a digit only where digits stand beside them. */
const BESIDE_DIGITS = new Map<string, string>([
  ...[...'SＳ'].map((sign): [string, string] => [sign, '5']),
  ...[...'BＢ'].map((sign): [string, string] => [sign, '8']),
  ...[...'ZＺ'].map((sign): [string, string] => [sign, '2']),
]);
const LONGEST = 12;

/**
 * The digits that a cell's signs look like (`1O` → `10`, `〇` → `0`); undefined where it holds anything else.
 *
 * Several such signs without one digit are no figure but a place to fill in (○○), a Roman number (II) or a word.
 */
export function digitsLike(text: string): string | undefined {
  const body = halfWidthDigits(text).trim();
  if (body === '' || body.length > LONGEST) return undefined;
  const hasDigit = /\d/.test(body);
  if (!hasDigit && body.length > 1) return undefined;
  let digits = '';
  let count = 0;
  for (const sign of body) {
    const digit = ALWAYS.get(sign) ?? (hasDigit ? BESIDE_DIGITS.get(sign) : undefined);
    if (digit !== undefined) count++;
    else if (!/[\d,.]/.test(sign)) return undefined;
    digits += digit ?? sign;
  }
  const isFigure = count > 0 && readCellValue(digits).kind === 'value' && !/^0\d/.test(digits);
  return isFigure ? digits : undefined;
}

/** Whether a cell holds signs that only look like a figure. */
export function isLookAlike(text: string): boolean {
  return text.length <= LONGEST && digitsLike(text) !== undefined;
}

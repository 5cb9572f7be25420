import { charClassTable, isHan, isSignAt, WHITE_SPACE } from './charTable.ts';

// Whole numbers with their thousands set apart, as GB/T 15835—2011, 5.1.1 has it: by commas or by narrow blanks.

/** Blanks between thousands: 12 345. The standard asks for a quarter of a character, drafts have any of these. */
export const THOUSANDS_BLANKS = ' \u00a0\u2005\u2006\u2009\u202f\u3000';

const COMMAS = ',，';
const [DIGIT, SPACE] = [1, 2] as const;
const KINDS = charClassTable('0123456789', WHITE_SPACE);
const LONGEST = 32;
/** Signs in whose place a line begins. */
const LINE_STARTS = '\uf8ff\n';

/** End of the half-width digits at `at` of a text, with what stands between their thousands: 12,345, 12 345件. */
export function endOfGroupedDigits(text: string, at: number): number {
  const first = endOfDigits(text, at);
  if (first - at > 3) return first;
  if (isSignAt(text, first, THOUSANDS_BLANKS)) return endOfBlankGroups(text, at, first);
  for (let end = first; end < first + LONGEST;) {
    const next = isSignAt(text, end, COMMAS) ? endOfDigits(text, end + 1) : end;
    if (next === end + 4) end = next;
    // No thousands if fewer or more digits follow the last comma.
    else return next > end + 1 ? first : end;
  }
  return first;
}

/** Such digits without what stands between them, with the point of a decimal fraction behind them. */
export function plainDigits(written: string): string {
  return /[^\d.]/.test(written) ? written.replaceAll('．', '.').replace(/[^\d.]/g, '') : written;
}

/**
 * End of the digits at `at` with the groups behind them, if what they count follows; else `first`, the end of the first
 * ones: figures without a measure word may be a table's, 1 120条 at the beginning of a line may be an item with one.
 */
function endOfBlankGroups(text: string, at: number, first: number): number {
  if (at === 0 || isSignAt(text, at, '0') || isSignAt(text, at - 1, LINE_STARTS)) return first;
  // 14 276 862件: the third of a row of figures, or a number of millions.
  if (isSignAt(text, at - 1, THOUSANDS_BLANKS) && isDigit(text, at - 2)) return first;
  let end = first;
  while (end < first + LONGEST && isSignAt(text, end, THOUSANDS_BLANKS) && isDigit(text, end + 1)) {
    if (endOfDigits(text, end + 1) !== end + 4) return first;
    end += 4;
  }
  let behind = isSignAt(text, end, '.．') ? endOfDigits(text, end + 1) : end;
  while (KINDS[text.charCodeAt(behind)] === SPACE) behind++;
  return isSignAt(text, behind, '%％') || isHan(text.charCodeAt(behind)) ? end : first;
}

function isDigit(text: string, at: number): boolean {
  return KINDS[text.charCodeAt(at)] === DIGIT;
}

function endOfDigits(text: string, at: number): number {
  while (isDigit(text, at)) at++;
  return at;
}

import type { StatedFigure } from './statedFigure.ts';

/** One digit alone may be any other: no slip is seen in it. */
const FEWEST_DIGITS = 2;

/**
 * Whether a list that does not add up differs as it does by one slip: a digit that is another, with what it carries
 * over (38 for 42, 995 for 1015), two that changed places, or one missing or too many. What was read as a list and is
 * none differs by any number.
 */
export function differsBySlip(whole: StatedFigure, parts: readonly StatedFigure[], sum: number): boolean {
  const difference = Math.abs(whole.number.value - sum);
  // Fractions are not counted in digits.
  if (!Number.isInteger(difference)) return true;
  const digits = Number(String(difference).replace(/0+$/, ''));
  return digits < 10 || (digits % 9 === 0 && digits <= 9 * 9) || isOneSlipAway(whole, parts, sum);
}

/**
 * Whether one slip of the keys makes parts add up to their whole: a digit of the whole or of one part that is another,
 * missing or too many, or two that changed places.
 */
export function isOneSlipAway(whole: StatedFigure, parts: readonly StatedFigure[], sum: number): boolean {
  const { value } = whole.number;
  return isSlip(value, sum) || parts.some(({ number }) => isSlip(number.value, number.value + value - sum));
}

/** 47 and 74, 158 and 258, 137 and 13 */
function isSlip(a: number, b: number): boolean {
  const [one, other] = [String(a), String(b)];
  if (b < 0 || Math.min(one.length, other.length) < FEWEST_DIGITS) return false;
  if (one.length !== other.length) {
    const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
    const at = [...shorter].findIndex((digit, i) => digit !== longer.charAt(i));
    return longer.length - shorter.length === 1 && (at < 0 || longer.slice(at + 1) === shorter.slice(at));
  }
  const differing = [...one].flatMap((digit, i) => (digit === other.charAt(i) ? [] : [i]));
  const [first, second] = differing;
  if (differing.length !== 2 || first === undefined || second !== first + 1) return differing.length === 1;
  return one.charAt(first) === other.charAt(second) && one.charAt(second) === other.charAt(first);
}

import { halfWidthDigits } from '../../text/numerals.ts';
import { matchesOf } from '../../text/matches.ts';

/** A year to which applications are said to be carried over, or from which; `start`: its four digits. */
export interface CarriedYear {
  readonly year: number;
  readonly start: number;
  /** To the next year, or from the one before. */
  readonly isOut: boolean;
}

const YEAR = '((?:19|20)\\d\\d)\\s?年度?';
/** 3件结转至2024年继续办理: what is carried stands before. */
const OUT = new RegExp(
  `件[^，。；、：（）\\d]{0,16}(?:[，,]\\s?)?(?:需|将|拟|已|依法|依规|均)?(?:结转|顺延|转入|转至|转到|延至|留待|跨入|递延|移至)(?:至|到|入)?\\s?${YEAR}(?:继续|再|接续|续)?(?:办理|处理|答复|办结|办)?(?=[，。；、）]|$)`,
  'g',
);
const IN = new RegExp(`${YEAR}(?:未办结)?(?:结转|顺延|转入|遗留)(?:至|到)?(?:本年度?|今年|而来|过来|来)`, 'g');
/** Where one of these stands before it, it is told of an earlier year. */
const EARLIER = /[上去往前]一?年|以前年|(?:19|20)\d\d\s?年/;
const LONGEST_BEFORE = 40;

/** The years of carrying over that are told of the report year alone. */
export function readCarriedYears(text: string): CarriedYear[] {
  const digits = halfWidthDigits(text);
  const placed = (match: RegExpExecArray, isOut: boolean): CarriedYear => {
    const [whole, year = ''] = match;
    return { year: Number(year), start: match.index + whole.lastIndexOf(year), isOut };
  };
  const out = matchesOf(digits, OUT).filter(({ index }) => {
    const before = digits.slice(Math.max(0, index - LONGEST_BEFORE), index);
    return !EARLIER.test(before.slice(Math.max(...['。', '；'].map(sign => before.lastIndexOf(sign))) + 1));
  });
  return [...out.map(match => placed(match, true)), ...matchesOf(digits, IN).map(match => placed(match, false))];
}

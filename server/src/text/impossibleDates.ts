import { matchesOf } from './matches.ts';
import { halfWidthDigits } from './numerals.ts';

/** A date that no calendar has, or in which a letter or another sign was taken for a digit or for 日. */
export interface ImpossibleDate {
  readonly start: number;
  readonly end: number;
  /** What was meant, where it can be told. */
  readonly likely: string | undefined;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 2024年2月30日, 6月31日, 13月5日 */
const DAY = /(?<![\d.])(?:((?:19|20)\d\d)\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日(?![内均])/g;
/** 2024年13月 */
const MONTH = /(?<![\d.])(?:19|20)\d\d\s*年\s*(\d{2})\s*月(?!\s*\d)/g;
/** 2O24年, 20l4年 */
const LETTER = /(?<![\dA-Za-z])(?=[\dOoIl]{4}\s*年)(?=\d*[OoIl])2[\dOo][\dOoIl]{2}(?=\s*年)/g;
/** 1月18曰 */
const SAYS = /(?<=月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*)曰/g;
/** 20224年，我局: a digit too many or too few in the year that begins a clause. */
const YEAR = /(?<=^|[。；;，,\n　])(?:20\d{3}|20\d)\s*年(?=[度，,我本全至])/g;

/** Dates that cannot be, in order. */
export function impossibleDates(text: string): ImpossibleDate[] {
  const digits = halfWidthDigits(text);
  const found: ImpossibleDate[] = [];
  const add = ({ index, 0: whole }: RegExpMatchArray, likely?: string): void => {
    const start = index ?? 0;
    if (!found.some(other => start < other.end && other.start < start + whole.length))
      found.push({ start, end: start + whole.length, likely });
  };
  for (const match of matchesOf(digits, DAY)) {
    const [, year, month = '', day = ''] = match;
    if (!isDay(year, Number(month), Number(day))) add(match);
  }
  for (const match of matchesOf(digits, MONTH)) if (Number(match[1]) > 12 || Number(match[1]) === 0) add(match);
  for (const match of matchesOf(digits, LETTER)) add(match, match[0].replace(/[Oo]/g, '0').replace(/[Il]/g, '1'));
  for (const match of matchesOf(digits, SAYS)) add(match, '日');
  for (const match of matchesOf(digits, YEAR)) add(match);
  return found.sort((a, b) => a.start - b.start);
}

function isDay(year: string | undefined, month: number, day: number): boolean {
  const days = DAYS[month - 1] ?? 0;
  const isLeap =
    year === undefined || (Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0));
  return day >= 1 && day <= (month === 2 && !isLeap ? 28 : days);
}

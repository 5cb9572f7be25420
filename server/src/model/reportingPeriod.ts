import { YEAR } from '../format/reportNames.ts';
import { yearValue } from '../format/titleText.ts';
import { damagedDates } from '../text/damagedDates.ts';
import { impossibleDates } from '../text/impossibleDates.ts';
import { chineseToNumber, fullWidthDigits, halfWidthDigits } from '../text/numerals.ts';
import { sentencesOf } from './prose/passages.ts';
import { matchesOf } from '../text/matches.ts';

/** A day of a period; its year where it is written. */
export interface PeriodDay {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

/** What a text states as the time that its figures cover. */
export interface StatedPeriod {
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /**
   * First and last day; undefined where they are damaged or not given as days: such a period is stated, but not judged.
   */
  readonly days: readonly [from: PeriodDay, to: PeriodDay] | undefined;
  /** The year in which it begins and ends. */
  readonly year: number | undefined;
  /** The body was founded in mid-year and counts from then on. */
  readonly startsInYear: boolean;
}

const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
/** A wrong year of four digits (2204年) is one of the period as well. */
const PERIOD_YEAR = `(?:\\d{4}|${YEAR})`;
const DATE = `(?:(${PERIOD_YEAR})\\s*年\\s*)?(?<!\\d)(${NUMBER})\\s*月\\s*(${NUMBER})\\s*日`;
const TO = '(?:至|到|止于|[-—–~～－]{1,2})';
const RANGE = new RegExp(`${DATE}\\s*(?:零时)?起?\\s*[，,]?\\s*${TO}\\s*${DATE}`);
const SUBJECT = /统计|期限|时限|时段|涵盖|起止|报告期/;
/** A period in whole months, or in figures alone: 2024年1月至12月, 2024.1.1-2024.12.31, 2024-01-01至2024-12-31. */
const IN_MONTHS = new RegExp(
  `(${PERIOD_YEAR})\\s*年\\s*(${NUMBER})\\s*月份?\\s*起?\\s*${TO}\\s*(?:(${PERIOD_YEAR})\\s*年\\s*)?(${NUMBER})\\s*月`,
);
const IN_FIGURES = new RegExp(
  `(\\d{4})[./-]\\d{1,2}[./-]\\d{1,2}\\s*起?\\s*${TO}\\s*(?:(\\d{4})[./-])?\\d{1,2}[./-]\\d{1,2}`,
);
const FOUNDED = /成立|组建|挂牌|设立|机构改革|划转|合并/;
/** Behind these words dates are those of the period even where a few words stand between. */
const FARTHEST = 30;
const LONGEST_TEXT = 20_000;

/** The periods that a paragraph states for its figures. */
export function statedPeriods(whole: string): StatedPeriod[] {
  const read = whole.slice(0, LONGEST_TEXT);
  if (!SUBJECT.test(read) || !/月|[\d０-９][./-][\d０-９]|[\d０-９]\s*日/.test(read)) return [];
  const digits = halfWidthDigits(read);
  return sentencesOf(read).flatMap(sentence => {
    const { text, start } = sentence;
    const period = readPeriod(text, digits.slice(start, start + text.length));
    return period ? [{ ...period, start: sentence.start + period.start, end: sentence.start + period.end }] : [];
  });
}

/** `text`: the sentence with half-width digits. */
function readPeriod(sentence: string, text: string): StatedPeriod | undefined {
  const subject = SUBJECT.exec(text);
  if (!subject) return undefined;
  const startsInYear = FOUNDED.test(text);
  const damaged = [...damagedDates(text), ...impossibleDates(text)].find(({ start, end }) =>
    isNear(subject.index, start, end),
  );
  if (damaged) {
    const year = /^(?:19|20)\d\d/.exec(damaged.likely ?? text.slice(damaged.start));
    return {
      start: damaged.start,
      end: damaged.end,
      text: sentence.slice(damaged.start, damaged.end),
      days: undefined,
      year: year ? Number(year[0]) : undefined,
      startsInYear,
    };
  }
  const range = RANGE.exec(text);
  if (range) {
    const end = range.index + range[0].length;
    if (!isNear(subject.index, range.index, end) || /\d\s*$/.test(text.slice(0, range.index))) return undefined;
    const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = range;
    const from = dayOf(fromYear, fromMonth, fromDay);
    const to = dayOf(toYear, toMonth, toDay);
    return {
      start: range.index,
      end,
      text: sentence.slice(range.index, end),
      days: [from, to],
      year: to.year === undefined || to.year === from.year ? from.year : undefined,
      startsInYear,
    };
  }
  const other = IN_MONTHS.exec(text) ?? IN_FIGURES.exec(text);
  if (!other) return undefined;
  const end = other.index + other[0].length;
  if (!isNear(subject.index, other.index, end)) return undefined;
  const year = yearOf(other[1]);
  const last = yearOf(other[0].includes('月') ? other[3] : other[2]);
  return {
    start: other.index,
    end,
    text: sentence.slice(other.index, end),
    days: undefined,
    year: last === undefined || last === year ? year : undefined,
    startsInYear,
  };
}

/** The words about the period and the dates stand together. */
function isNear(subject: number, start: number, end: number): boolean {
  return subject < start ? start - subject <= FARTHEST : subject - end <= 12;
}

function dayOf(year: string | undefined, month: string | undefined, day: string | undefined): PeriodDay {
  return { year: yearOf(year), month: numberOf(month) ?? 0, day: numberOf(day) ?? 0 };
}

function yearOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : yearValue(text);
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d/.test(text) ? Number(text) : chineseToNumber(text);
}

const YEARS_OF_PERIOD = new RegExp(`${PERIOD_YEAR}(?=\\s*年)`, 'g');
const CHINESE_DIGITS = '〇一二三四五六七八九';

/**
 * The years that a period names other than `year`, by their places in its text, with `year` in the same kind of digits;
 * empty where more than its years is wrong, so that they alone would not make it the calendar year.
 */
export function wrongYearsOf(
  { days, text }: StatedPeriod,
  year: number,
): { readonly start: number; readonly end: number; readonly right: string }[] {
  if (
    !days ||
    !isCalendarYear(
      [
        { ...days[0], year },
        { ...days[1], year },
      ],
      year,
    )
  )
    return [];
  return matchesOf(halfWidthDigits(text), YEARS_OF_PERIOD)
    .map(({ index: start, 0: { length } }) => ({
      start,
      end: start + length,
      right: yearWrittenLike(text.slice(start, start + length), year),
    }))
    .filter(({ start, end, right }) => text.slice(start, end) !== right);
}

function yearWrittenLike(written: string, year: number): string {
  if (/\d/.test(written)) return String(year);
  if (/[０-９]/.test(written)) return fullWidthDigits(String(year));
  return String(year).replace(/\d/g, digit => CHINESE_DIGITS.charAt(Number(digit)));
}

/** Whether a period is the calendar year. */
export function isCalendarYear([from, to]: readonly [PeriodDay, PeriodDay], year: number): boolean {
  return (
    (from.year ?? year) === year &&
    from.month === 1 &&
    from.day === 1 &&
    (to.year ?? from.year ?? year) === year &&
    to.month === 12 &&
    to.day === 31
  );
}

import { passagesOf, type Passage } from '../../model/prose/passages.ts';
import type { Placed } from '../../syntax/block.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 统计期限没有写、不是全年，或日期残缺。
 *
 * 年度报告反映报告年度1月1日至12月31日的情况。残缺的日期（“2018年11日至2018年1231日”）不按错误的期限判断，只请补全；
 * 没有写的只作建议。条例没有规定怎样写，依据是各地报告的惯例。
 *
 * 不报：
 * - 年中组建的单位，写明了组建、成立或挂牌。
 * - 别的时段，如活动的起止日期。
 * - 正在写的半句。
 *
 * English: The reporting period is absent, damaged, or not the calendar year. A body founded in mid-year that says so,
 * and periods of other things, are fine.
 */
export const reportingPeriod = defineRule({
  id: 'dates/reporting-period',
  catalogue: ['S07'],
  basis: ['practice'],
  severity: 'error',
  scope: 'report',
  *run({ report, beginning }) {
    const year = report.reportYear?.value;
    if (year === undefined || !report.edition) return;
    const periods = statedPeriods(report, beginning(FIRST_BLOCKS));
    if (periods.length === 0) {
      const isWhole = report.title !== null && report.sections.length > 0;
      if (isWhole && report.title?.span)
        yield finding(report.title.span, {
          message: 'dates/reporting-period#absent',
          severity: 'hint',
          args: { year },
        });
      return;
    }
    for (const { span, text, from, to, isDamaged, startsInYear } of periods) {
      const args = { stated: text, year };
      if (isDamaged) yield finding(span, { message: 'dates/reporting-period#damaged', severity: 'warning', args });
      else if (from && to && !isCalendarYear(from, to, year) && !startsInYear)
        yield finding(span, { message: 'dates/reporting-period', args });
    }
  },
});

interface Day {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

interface Period {
  readonly span: Span;
  readonly text: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly isDamaged: boolean;
  /** The body was founded in mid-year and counts from then on. */
  readonly startsInYear: boolean;
}

const DATE = '(?:(\\d{4})\\s*年\\s*)?(?<!\\d)(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日';
const RANGE = new RegExp(`${DATE}\\s*(?:零时)?起?\\s*[，,]?\\s*(?:至|到|止于|[-—–~～－]{1,2})\\s*${DATE}`);
const SUBJECT = /统计|期限|时限|时段|涵盖|起止|报告期/;
/** Something that was meant to be a range of dates. */
const ATTEMPT =
  /(?:19|20)\d\d\s*[年月][^，,。；;]{0,20}?(?:至|到|[-—–~～－]{1,2})[^，,。；;]{0,6}?\d{1,4}[^，,。；;]{0,14}?(?:日|月(?!\d{1,4}\s*日))/;

/** 2024.1.1-2024.12.31, 2024-01-01至2024-12-31. */
const IN_FIGURES =
  /(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\s*(?:起)?\s*(?:至|到|[-—–~～－]{1,2})\s*(?:(?:19|20)\d\d[./-])?\d{1,2}[./-]\d{1,2}/;

/** The period is stated in the introduction or where the first section begins. */
const FIRST_BLOCKS = 60;

function statedPeriods(report: ReportOutline, beginning: readonly Placed[]): Period[] {
  const second = report.sections[1];
  const blocks = beginning.filter(
    ({ at, block }) =>
      (!second || at < second.heading.at) &&
      (block.kind === 'paragraph' || block.kind === 'heading') &&
      SUBJECT.test(block.text.text) &&
      /[\d０-９]/.test(block.text.text),
  );
  const periods: Period[] = [];
  for (const passage of passagesOf(blocks)) {
    for (const sentence of passage.sentences) {
      const period = readPeriod(passage, sentence);
      if (period) periods.push(period);
    }
  }
  return periods;
}

function readPeriod(passage: Passage, sentence: { text: string; start: number }): Period | undefined {
  const text = halfWidthDigits(sentence.text);
  const subject = SUBJECT.exec(text);
  if (!subject) return undefined;
  const range = RANGE.exec(text);
  const startsInYear = /成立|组建|挂牌|设立|机构改革|划转|合并/.test(text);
  if (range && isNear(subject.index, range.index, range[0].length) && !/\d\s*$/.test(text.slice(0, range.index))) {
    const end = range.index + range[0].length;
    const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = range;
    const day = (year: string | undefined, month: string | undefined, date: string | undefined): Day => ({
      year: year === undefined ? undefined : Number(year),
      month: Number(month),
      day: Number(date),
    });
    return {
      span: passage.place(sentence.start + range.index, sentence.start + end),
      text: sentence.text.slice(range.index, end),
      from: day(fromYear, fromMonth, fromDay),
      to: day(toYear, toMonth, toDay),
      isDamaged: false,
      startsInYear,
    };
  }
  const attempt = ATTEMPT.exec(text) ?? IN_FIGURES.exec(text);
  if (!attempt || range || !isNear(subject.index, attempt.index, attempt[0].length)) return undefined;
  // A period in whole months (2024年1月至12月) or in figures alone is stated, but not judged.
  const end = attempt.index + attempt[0].length;
  return {
    span: passage.place(sentence.start + attempt.index, sentence.start + end),
    text: sentence.text.slice(attempt.index, end),
    isDamaged: isDamaged(attempt[0]),
    startsInYear,
  };
}

/** The words about the period and the dates stand together. */
function isNear(subject: number, at: number, length: number): boolean {
  return subject < at ? at - subject <= 30 : subject - (at + length) <= 12;
}

/** A year without 年, a month without 月, or a number too long for either. */
function isDamaged(text: string): boolean {
  return (
    /(?:19|20)\d\d\s*月/.test(text) ||
    /年\s*\d{1,2}\s*日/.test(text) ||
    /年\s*\d{3,}\s*日/.test(text) ||
    /月\s*\d{3,}\s*日/.test(text)
  );
}

function isCalendarYear(from: Day, to: Day, year: number): boolean {
  return (
    (from.year ?? year) === year &&
    from.month === 1 &&
    from.day === 1 &&
    (to.year ?? from.year ?? year) === year &&
    to.month === 12 &&
    to.day === 31
  );
}

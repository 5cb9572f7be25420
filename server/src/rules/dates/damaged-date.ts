import { needing } from '../../syntax/paragraphFacts.ts';
import { impossibleDates, type ImpossibleDate } from '../../text/impossibleDates.ts';
import { damagedDates, yearsAlone, type DamagedDate } from '../../text/damagedDates.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, finding, replace, type Fix } from '../support/rule.ts';

/**
 * 日期残缺：丢了“年”“月”或一个数字，或多打了数字；日历上没有的日期。
 *
 * “20241月1日”“202412月31日”“2018年1231日”“202020年12月31日”不是完整的日期，看不准是哪一天。残缺的统计期限也在这里报，
 * 不按错误的期限判断。只有一种读法的，说明可能是哪一天，可以用快速修复补全。从网页、PDF 抄来时丢了字的也报，一个日期一条：
 * 公布的是这份草稿，原文写没写对，从草稿里看不出来。
 *
 * “2024年2月30日”“6月31日”“2024年13月”在日历上没有；“2O25年”里混了字母，
 * “18曰”不是“日”，“20224年，我局”年份多了一位。
 *
 * 不报：
 * - 不是日期的数：件数、次数、编号、电话、邮编（“浏览202311次”）。
 * - “日均”“30日内”“365日”。
 * - 只写到月的，“5月1日至3日”。
 *
 * English: A date that lost 年, 月 or a digit, or got digits twice. Where one reading is likely, the message names it
 * and a fix writes it. What a converter lost is told as well, each date once: the draft is what will be published.
 * Days that no calendar has, and letters in a year, are told too. Numbers that are no dates and days that are counted
 * are fine.
 */
export const damagedDate = defineRule({
  id: 'dates/damaged-date',
  catalogue: ['S07'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  checks: [
    {
      scope: 'paragraph',
      reader: needing('年月日', damagedDates),
      *run({ text, place }, found) {
        for (const { start, end, likely } of found as readonly DamagedDate[]) {
          const span = place(start, end);
          const date = text.slice(start, end);
          if (likely === undefined) yield finding(span, { message: 'dates/damaged-date', args: { date } });
          else
            yield finding(span, {
              message: 'dates/damaged-date#likely',
              args: { date, expected: likely },
              fixes: [useDate(span, likely)],
            });
        }
      },
    },
    {
      scope: 'paragraph',
      reader: needing('年月', impossibleDates),
      *run({ text, place }, found) {
        for (const { start, end, likely } of found as readonly ImpossibleDate[]) {
          const span = place(start, end);
          const date = text.slice(start, end);
          if (likely === undefined) yield finding(span, { message: 'dates/damaged-date#none', args: { date } });
          else
            yield finding(span, {
              message: 'dates/damaged-date#sign',
              args: { date, expected: likely },
              fixes: [useDate(span, likely)],
            });
        }
      },
    },
    {
      scope: 'paragraph',
      reader: needing('12１２', yearsAlone),
      *run({ place, facts: { reportYear } }, found) {
        for (const { start, year } of found as ReturnType<typeof yearsAlone>) {
          // Any other number of four digits may be a count.
          if (reportYear === null || Math.abs(year - reportYear) > 1) continue;
          const span = place(start, start + 4);
          const expected = `${String(year)}年`;
          yield finding(span, {
            message: 'dates/damaged-date#year',
            severity: 'information',
            args: { expected },
            fixes: [useDate(span, expected)],
          });
        }
      },
    },
  ],
});

/** Writes the date that was meant, where somebody looked at it. */
function useDate(span: Span, expected: string): Fix {
  return { kind: 'review', message: 'fix.useDate', args: { expected }, edits: [replace(span, expected)] };
}

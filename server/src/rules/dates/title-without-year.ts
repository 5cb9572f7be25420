import type { YearSource } from '../../model/report.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 标题没有写年度。
 *
 * 年度从正文、统计期限或文件名知道，标题却没有写；提示里说明是从哪里知道的。读者和检索都靠标题认年度，建议写上。
 *
 * 不报：
 * - 年度写在标题上下一行的，全文看不出年度的。
 * - 没有标题的节选；用检查指令写明年度的。
 *
 * English: The title does not say the year, though the text, the period or the file's name does. A draft without a
 * title or without any year is fine.
 */
export const titleWithoutYear = defineRule({
  id: 'dates/title-without-year',
  catalogue: ['S09'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'report',
  *run({ report }) {
    const { title, reportYear, yearSource } = report;
    if (!title?.span || !reportYear || !BESIDE_TITLE.has(yearSource) || HAS_YEAR.test(title.value)) return;
    yield finding(title.span, {
      message:
        yearSource === 'fileName'
          ? 'dates/title-without-year#fileName'
          : yearSource === 'period'
            ? 'dates/title-without-year#period'
            : 'dates/title-without-year',
      args: { year: reportYear.value },
    });
  },
});

const BESIDE_TITLE: ReadonlySet<YearSource | null> = new Set(['text', 'period', 'fileName']);
/** A year that could not be read, or is still to be filled in. */
const HAS_YEAR = /[\d０-９]{4}|[二〇○零一][〇○零一二三四五六七八九十]{2,3}|[XxＸ×]/;

import { needing } from '../../syntax/paragraphFacts.ts';
import { chineseToNumber, halfWidthDigits } from '../../text/numerals.ts';
import { defineRule, finding, replace } from '../support/rule.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 落款或印发日期的年份与报告年度矛盾。
 *
 * 年度报告反映全年情况，次年才能落款。落款、印发日期在报告年度12月以前，多半是年初仍顺手写了上一年，或沿用了上年的文本。
 * 落款在1月至3月的，快速修复改成次年。
 *
 * 不报：
 * - 报告年度12月的日期：可能年底成文。
 * - 正文里的日期。
 * - 晚于时限的日期，另有规则。
 *
 * English: The date of signature or issue lies in the report year (before December) or earlier, while a report on the
 * whole year is signed in the next. Dates in running text are fine.
 */
export const signatureYear = defineRule({
  id: 'dates/signature-year',
  catalogue: ['S12'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  readers: { dates: needing('月', readDates) },
  *run({ report, ending }, { dates }) {
    const year = report.reportYear?.value;
    if (year === undefined) return;
    const last = report.sections.at(-1);
    const start = last ? last.heading.at + 1 : (ending(LAST_BLOCKS)[0]?.at ?? 0);
    for (const { fact, text, placed, place } of dates) {
      if (placed.at < start) continue;
      if (fact.year > year || (fact.year === year && fact.month >= 12)) continue;
      const digits = place(fact.start, fact.start + fact.yearLength);
      const next = String(year + 1);
      yield finding(place(fact.start, fact.end), {
        message: 'dates/signature-year',
        args: { date: text.slice(fact.start, fact.end), year, next },
        fixes:
          fact.month <= 3 && /^\d/.test(text.charAt(fact.start))
            ? [{ kind: 'review', message: 'fix.useYear', args: { year: next }, edits: [replace(digits, next)] }]
            : [],
      });
    }
  },
});

interface SignatureDate {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly yearLength: number;
  readonly month: number;
}

/** A report without sections is looked at from here. */
const LAST_BLOCKS = 12;

const DATE =
  /(\d{4}|二[〇○零O0][〇○零一二三四五六七八九]{2})\s*年\s*(\d{1,2}|[元一二三四五六七八九十]{1,2})\s*月\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*日/g;
/** A signature stands on a short line without punctuation: body and date. */
const LONGEST_LINE = 160;
const LONGEST_BEFORE = 100;

function readDates(text: string): SignatureDate[] {
  if (text.length > LONGEST_LINE) return [];
  const digits = halfWidthDigits(text);
  const found: SignatureDate[] = [];
  for (const match of matchesOf(digits, DATE)) {
    const [whole, year = '', month = ''] = match;
    const end = match.index + whole.length;
    const before = digits.slice(0, match.index).trimEnd();
    const after = digits.slice(end).trimStart();
    if (before.length > LONGEST_BEFORE || /[。，,；;：:、“《]|[自于至到从在截]$|[-—–~～]$/.test(before)) continue;
    if (!/^(?:$|印发|公布|附[件表]|[（(]?(?:公?章|盖章|此件))/.test(after)) continue;
    // A name of something that happened on the day: …会议2024年5月1日.
    if (before !== '' && !/[局府委办厅会室处所院心队站县区市镇乡道]$|[）)]$|表$/.test(before)) continue;
    found.push({
      start: match.index,
      end,
      yearLength: year.length,
      year: /^\d/.test(year) ? Number(year) : (chineseToNumber(year.replace(/[○O0]/g, '〇')) ?? Infinity),
      month: month === '元' ? 1 : /^\d/.test(month) ? Number(month) : (chineseToNumber(month) ?? 12),
    });
  }
  return found;
}

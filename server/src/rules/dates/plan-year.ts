import type { Section } from '../../model/report.ts';
import { matchesOf } from '../../text/matches.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import type { Span } from '../../text/span.ts';
import type { ReportContext } from '../support/contexts.ts';
import { defineRule, finding, replace, type Finding } from '../support/rule.ts';

/**
 * 计划的年份不是报告年度的下一年。
 *
 * 2023年度的报告，题目里的“及2024年工作计划”、“2024年工作打算”一部分，写的是下一年；写成2023年或别的年份，多半是套用旧稿时没有
 * 改。下一步安排一部分里，“2023年，我局将继续……”同样。
 *
 * 不报：
 * - 说的是计划的制定、落实、完成情况：“2023年工作计划完成情况”。
 * - 标题没有写年份，或者不只一个年份。
 *
 * English: The plan that a title, a heading or its part names is not for the year after the report's. Plans that were
 * made or carried out, and headings with no year or with several, are fine.
 */
export const planYear = defineRule({
  id: 'dates/plan-year',
  catalogue: ['S12'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run({ report, passages }) {
    const year = report.reportYear?.value;
    if (year === undefined) return;
    const { title, source } = report;
    if (title?.span) yield* judged(source.slice(title.span), title.span.start, IN_TITLE, year);
    for (const section of report.sections) {
      if (section.spec?.year !== 'next') continue;
      const heading = section.title;
      if (YEARS_NAMED.test(halfWidthDigits(heading)) && !CARRIED_OUT.test(heading))
        yield* judged(source.slice(section.titleSpan), section.titleSpan.start, IN_HEADING, year);
      yield* inText(section, passages, year);
    }
  },
});

const YEAR = '((?:19|20|１９|２０)[\\d０-９]{2})';
const PLAN = '(?:要点|方案|计划|安排|打算|思路|重点|部署|目标)';
const IN_TITLE = new RegExp(`[及暨和与、]\\s?(?:对)?\\s?${YEAR}\\s?年度?[^，。；：]{0,16}?${PLAN}`, 'g');
const IN_HEADING = new RegExp(`${YEAR}\\s?年度?[^，。；：]{0,16}?(?:${PLAN}|举措)`, 'g');
/** One year and no other. */
const YEARS_NAMED = /^(?:(?!(?:19|20)\d\d).)*(?:19|20)\d\d(?:(?!(?:19|20)\d\d).)*$/;
const CARRIED_OUT = /制定|印发|出台|落实|完成|执行|贯彻|对照|情况/;
/** The body is still to do it: 将继续, 将进一步. */
const STILL_TO_DO = new RegExp(
  `^[\\s　]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）).、．])?\\s?${YEAR}\\s?年度?\\s?[，,]?[^，。；\\d]{0,16}?(?:将(?=继续|进一步|持续|不断|着力|认真|加大|严格|坚持|围绕|紧紧围绕|切实|积极|努力|大力|扎实|以|在|按照|重点|从)|计划|拟)`,
);

/** A year of a plan that is not the next; `at`: where the text stands in the draft. */
function* judged(text: string, at: number, pattern: RegExp, year: number): Iterable<Finding> {
  for (const match of matchesOf(text, pattern)) {
    const [whole, written = ''] = match;
    const start = at + match.index + whole.indexOf(written);
    yield* wrong({ start, end: start + written.length }, written, year);
  }
}

function* inText(section: Section, passages: ReportContext['passages'], year: number): Iterable<Finding> {
  for (const passage of passages) {
    const { text } = passage;
    const span = passage.place(0, Math.min(1, text.length));
    if (span.start <= section.titleSpan.end || span.start >= section.span.end) continue;
    const match = STILL_TO_DO.exec(text);
    const [whole = '', written = ''] = match ?? [];
    const start = whole.indexOf(written);
    if (match && numberOf(written) === year) yield* wrong(passage.place(start, start + written.length), written, year);
  }
}

function* wrong(span: Span, written: string, year: number): Iterable<Finding> {
  if (numberOf(written) === year + 1) return;
  const next = String(year + 1);
  yield finding(span, {
    message: 'dates/plan-year',
    args: { found: numberOf(written), year, next },
    fixes: [{ kind: 'review', message: 'fix.useYear', args: { year: next }, edits: [replace(span, next)] }],
  });
}

function numberOf(written: string): number {
  return Number(halfWidthDigits(written));
}

import { COMPARED_OR_PLANNED } from '../../format/data/vocabulary.ts';
import { alternatives, WORK_UNITS } from '../../text/measureWords.ts';
import { REPORT_NAME } from '../../format/reportNames.ts';
import { sentencesOf } from '../../model/prose/passages.ts';
import type { TextFact } from '../../syntax/paragraphFacts.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import { defineRule, finding, replace, type Fix } from '../support/rule.ts';

/**
 * 正文沿用了上年的年份。
 *
 * 2023年度报告里写“本镇2022年主动公开……条”“2022年，我局收到申请……件”，多半是套用上年文本时没有改。句子以报告年度之前一两年
 * 的年份开头、说的是本机关的公开工作，同一段又没有提到报告年度的，报告；有数字或自称（本镇、我局）的是警告，其余是建议。
 * 附表标题的年份、所引“编制某年年度报告的通知”的年份是上年的，只作建议。快速修复改成报告年度。
 *
 * 不报：
 * - 同比、与上年相比，历年累计，“自2019年起”“2022年7月正式开通”。
 * - 上年的报告、预算、决算、计划和文件。
 * - 对上年问题的整改，存在的主要问题一部分。
 * - 下一年的打算，按年份逐年列举的。
 *
 * English: A sentence about this year's work begins with the year before. Comparisons, history, documents and budgets
 * of other years, remedies for last year's problems and lists by year are fine.
 */
export const otherYear = defineRule({
  id: 'dates/other-year',
  catalogue: ['S12'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  readers: { years: readYears },
  *run({ report }, { years }) {
    const year = report.reportYear?.value;
    if (year === undefined) return;
    const problems = report.sections.find(({ id }) => id === 'problems');
    const stated = String(year);
    for (const [i, { fact, text, placed, place }] of years.entries()) {
      if (fact.year >= year || fact.year < year - EARLIER) continue;
      const args = { found: fact.year, year };
      const span = place(fact.start, fact.start + 4);
      const fixes: Fix[] = [{ kind: 'review', message: 'fix.useYear', args: { year }, edits: [replace(span, stated)] }];
      if (fact.kind !== 'subject') {
        if (fact.year === year - 1)
          yield finding(span, {
            message: fact.kind === 'caption' ? 'dates/other-year#caption' : 'dates/other-year#notice',
            severity: 'hint',
            args,
            fixes,
          });
        continue;
      }
      if (problems && problems.span.start <= placed.at && placed.at < problems.span.end) continue;
      const digits = halfWidthDigits(text);
      if (digits.includes(stated) || digits.includes(String(year + 1)) || /今年|本年|同年|当年/.test(text)) continue;
      // One year after the other, each in its paragraph: a chronicle, surely so where it began before.
      if (follows(years[i - 1], fact.year - 1, placed)) continue;
      const isSure = fact.isSure && !follows(years[i + 1], fact.year + 1, placed);
      yield finding(span, { message: 'dates/other-year', severity: isSure ? 'warning' : 'hint', args, fixes });
    }
  },
});

/** Whether another paragraph begins with this year. */
function follows(
  other: TextFact<StatedYear> | undefined,
  year: number,
  placed: TextFact<StatedYear>['placed'],
): boolean {
  return other !== undefined && other.placed !== placed && other.fact.kind === 'subject' && other.fact.year === year;
}

/** Years before the report year that a copied text may bear. */
const EARLIER = 2;

interface StatedYear {
  readonly kind: 'subject' | 'caption' | 'notice';
  readonly year: number;
  /** Place of its four digits. */
  readonly start: number;
  /** The sentence states a figure of the year, or names the reporting body as its subject. */
  readonly isSure: boolean;
}

const YEAR = /[12１２][\d０-９]{3}\s*年/;
const NUMBER = '(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）).、．]\\s*)?';
const SELF =
  '(?:本|我)(?:机关|单位|局|委|办|厅|院|中心|镇|乡|街道|街|县|市|区|省)|全[省市县区镇乡街州]|[^\\s，。；、]{0,8}(?:局|镇|乡|街道)';
/** A sentence that begins with a year and goes on about the body's own work. */
const SUBJECT = new RegExp(
  `^[\\s　]*${NUMBER}(${SELF})?(?:在)?\\s*((?:19|20)\\d\\d)\\s*年(?:度|全年)?(?:中|期间)?\\s*[，,]?\\s*((?:本|我)(?:机关|单位|局|委|办|厅|院|中心|镇|乡|街道|街|县|市|区|省))?\\s*(?=共|全[省市县区镇乡]|累计|主动公开|依申请|收到|受理|办理|未收到|没有收到|没有发生|未发生|政府信息公开|制发|公开|发布|认真|严格|按照|深入|持续|不断|通过|高度重视|积极)`,
);
const FIGURE = new RegExp(`\\d\\s*(?:余|多)?(?:${alternatives(WORK_UNITS)}|万)`);
const CAPTION =
  /^[\s　]*(?:附[件表]\s*\d?\s*[:：]?\s*)?[^《，。；]{0,30}?((?:19|20)\d\d)\s*年(?:度)?\s*(?:政府)?信息公开(?:工作)?(?:情况)?统计表[\s　]*$/;
const NOTICE = new RegExp(
  `编[制写报](?:和|及)?(?:公布|发布|公开)?((?:19|20)\\d\\d)\\s*年(?:度)?[^》。，]{0,6}${REPORT_NAME}[^》。]{0,20}通知`,
  'g',
);

function readYears(text: string): StatedYear[] {
  if (!YEAR.test(text)) return [];
  const digits = halfWidthDigits(text);
  const found: StatedYear[] = [];
  const caption = digits.length <= 80 ? CAPTION.exec(digits) : null;
  if (caption)
    found.push({
      kind: 'caption',
      year: Number(caption[1]),
      start: caption[0].indexOf(caption[1] ?? ''),
      isSure: false,
    });
  for (const match of digits.matchAll(NOTICE)) {
    found.push({
      kind: 'notice',
      year: Number(match[1]),
      start: match.index + match[0].indexOf(match[1] ?? ''),
      isSure: false,
    });
  }
  for (const { text: sentence, start } of sentencesOf(digits)) {
    const beginning = sentence.slice(0, 80);
    const match = YEAR.test(beginning) ? SUBJECT.exec(beginning) : null;
    if (!match || COMPARED_OR_PLANNED.test(sentence)) continue;
    const [whole, self, year = '', body] = match;
    const isSure = FIGURE.test(sentence) || self !== undefined || body !== undefined;
    found.push({ kind: 'subject', year: Number(year), start: start + whole.indexOf(year), isSure });
  }
  return found.sort((a, b) => a.start - b.start);
}

import { COMPARED_OR_PLANNED } from '../../format/data/vocabulary.ts';
import { alternatives, WORK_UNITS } from '../../text/measureWords.ts';
import { readCarriedYears } from '../support/carriedYears.ts';
import { ownNames } from '../../model/publicBody.ts';
import { REPORT_NAME } from '../../format/reportNames.ts';
import { sentencesOf } from '../../model/prose/passages.ts';
import { needing, type TextFact } from '../../syntax/paragraphFacts.ts';
import { halfWidthDigits } from '../../text/numerals.ts';
import { defineRule, finding, replace, type Fix } from '../support/rule.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * 正文沿用了上年的年份。
 *
 * 2023年度报告里写“本镇2022年主动公开……条”“2022年，我局收到申请……件”，多半是套用上年文本时没有改。句子以报告年度之前一两年
 * 的年份开头、说的是本机关的公开工作，同一段又没有提到报告年度的，报告；有数字或自称（本镇、我局）的是警告，其余是提示。
 * 句子以“2022年，某某局”开头、某某局就是本机关的，“截至2021年底，我局……”说现状的，同样报告。报告年度的打算（2023年度报告
 * 写“2023年，我局将进一步……”）、截至报告年度年初的累计数，多半也是沿用上年的文本。附表标题的年份、所引“编制某年年度报告的
 * 通知”的年份是上年的，也许说的正是上年，只作建议。“现将某某局2022年度政府信息公开工作情况报告如下”说的是本报告。
 * “3件结转至2023年继续办理”（2023年度报告）应结转到下一年，“2024年结转至本年”应来自上一年，多半也是沿用上年的文本。
 * 句子以下一年开头，说的却是已有的数字或没有收到申请的，截至以后某年年底已有的，也报告。快速修复改成报告年度，打算改成下一年。
 *
 * 不报：
 * - 同比、与上年相比，历年累计，“自2019年起”“2022年7月正式开通”。
 * - 上年的报告、预算、决算、计划和文件。
 * - 对上年问题的整改，存在的主要问题一部分。
 * - 下一年的打算，按年份逐年列举的。
 * - 前面写着上年或别的年份的结转：“上年5件结转至2023年办理”。
 * - “2023年，我局将政府信息公开纳入考核”：“将”是“把”。
 *
 * English: A sentence about this year's work begins with the year before, or the report year's work is still planned.
 * Comparisons, history, documents and budgets of other years, remedies for last year's problems and lists by year are
 * fine.
 */
export const otherYear = defineRule({
  id: 'dates/other-year',
  catalogue: ['S12'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  readers: { years: needing('年', readYears), carried: needing('年', readCarriedYears) },
  *run({ report }, { years, carried }) {
    const { publicBody } = report;
    const year = report.reportYear?.value;
    if (year === undefined) return;
    const problems = report.sections.find(({ role }) => role === 'problems');
    const stated = String(year);
    for (const { fact, place } of carried) {
      const right = fact.isOut ? year + 1 : year - 1;
      if (fact.year === right) continue;
      const span = place(fact.start, fact.start + 4);
      yield finding(span, {
        message: fact.isOut ? 'dates/other-year#carriedOut' : 'dates/other-year#carriedIn',
        args: { found: fact.year, year, right: String(right) },
        fixes: [
          { kind: 'review', message: 'fix.useYear', args: { year: right }, edits: [replace(span, String(right))] },
        ],
      });
    }
    for (const [i, { fact, text, placed, place }] of years.entries()) {
      const isProblems = problems !== undefined && problems.span.start <= placed.at && placed.at < problems.span.end;
      if (fact.kind === 'plan' || fact.kind === 'start') {
        if (fact.year === year) yield stillToCome(fact, place, isProblems);
        continue;
      }
      const args = { found: fact.year, year };
      const isOwn = fact.subject !== undefined && isOwnName(fact.subject, publicBody?.value);
      const isLater =
        fact.kind === 'state'
          ? // What there is at the end of a later year cannot be known yet; an annex may be of another body and year.
            fact.year > year && (fact.subject === undefined || isOwn || ALL_OF_IT.test(fact.subject))
          : fact.year === year + 1 && !halfWidthDigits(text).includes(stated);
      if (isLater && fact.isTold === true && !isProblems)
        yield finding(place(fact.start, fact.start + 4), { message: 'dates/other-year#next', args });
      if (fact.year >= year || fact.year < year - EARLIER) continue;
      const span = place(fact.start, fact.start + 4);
      const fixes: Fix[] = [{ kind: 'review', message: 'fix.useYear', args: { year }, edits: [replace(span, stated)] }];
      if (fact.kind === 'caption' || fact.kind === 'notice') {
        if (fact.year === year - 1)
          yield finding(span, {
            message: fact.kind === 'caption' ? 'dates/other-year#caption' : 'dates/other-year#notice',
            severity: 'hint',
            args,
            fixes,
          });
        continue;
      }
      if (isProblems) continue;
      // 现将某局2022年度政府信息公开工作情况报告如下: whatever years stand beside it.
      if (fact.kind === 'report') {
        if (isOwnName(fact.subject ?? '', publicBody?.value))
          yield finding(span, { message: 'dates/other-year', args, fixes });
        continue;
      }
      if (fact.subject !== undefined && !isOwn) continue;
      const digits = halfWidthDigits(text);
      // A state at the end of an earlier year stands beside this year's work as well as by itself.
      const isState = fact.kind === 'state';
      if (isState) {
        if (digits.includes(`${stated}年底`) || digits.includes(`${stated}年12月`)) continue;
      } else if (digits.includes(stated) || digits.includes(String(year + 1)) || /今年|本年|同年|当年/.test(text))
        continue;
      // One year after the other, each in its paragraph: a chronicle, surely so where it began before.
      if (follows(years[i - 1], fact.year - 1, placed)) continue;
      // Two paragraphs on one year are no chronicle.
      const isAgain = follows(years[i - 1], fact.year, placed);
      const isSure = (fact.isSure || isOwn) && (isAgain || !follows(years[i + 1], fact.year + 1, placed));
      yield finding(span, { message: 'dates/other-year', severity: isSure ? 'warning' : 'information', args, fixes });
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

/** A plan for the report year, or a total up to its first months, in the report on it. */
function stillToCome({ kind, year, start }: StatedYear, place: TextFact<StatedYear>['place'], isProblems: boolean) {
  const span = place(start, start + 4);
  const next = year + 1;
  return finding(span, {
    message: kind === 'plan' ? 'dates/other-year#plan' : 'dates/other-year#start',
    severity: kind === 'plan' && isProblems ? 'warning' : 'information',
    args: { year, next: String(next) },
    fixes: [{ kind: 'review', message: 'fix.useYear', args: { year: next }, edits: [replace(span, String(next))] }],
  });
}

/** Whether the words behind a year begin with a name of the reporting body. */
function isOwnName(words: string, body: string | undefined): boolean {
  return body !== undefined && ownNames(body).some(name => words.startsWith(name));
}

/** Years before the report year that a copied text may bear. */
const EARLIER = 2;

interface StatedYear {
  /**
   * Year of: the work that a sentence speaks of, a state at its end, a plan, a total up to its first months, a caption,
   * a notice that is cited, the report that a sentence introduces.
   */
  readonly kind: 'subject' | 'state' | 'plan' | 'start' | 'caption' | 'notice' | 'report';
  readonly year: number;
  /** Place of its four digits. */
  readonly start: number;
  /** The sentence states a figure of the year, or names the reporting body as its subject. */
  readonly isSure: boolean;
  /** The sentence tells what there was or was not, and nothing that is to come. */
  readonly isTold?: boolean;
  /** Words behind the year, where these alone tell whether the body's own work is meant. */
  readonly subject?: string;
}

const YEAR = /[12１２][\d０-９]{3}\s*年/;
const NUMBER = '(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）).、．]\\s*)?';
const SELF =
  '(?:本|我)(?:机关|单位|局|委|办|厅|院|中心|镇|乡|街道|街|县|市|区|省)|全[省市县区镇乡街州]|[^\\s，。；、]{0,8}(?:局|镇|乡|街道)';
/** A sentence that begins with a year and goes on about the body's own work. */
const SUBJECT = new RegExp(
  `^[\\s　]*${NUMBER}(?:[^，。；：、\\d]{2,24}(?:情况|数量|总数|方面))?(${SELF})?(?:在)?\\s*((?:19|20)\\d\\d)\\s*年(?:度|全年)?(?:中|期间)?\\s*[，,]?\\s*((?:本|我)(?:机关|单位|局|委|办|厅|院|中心|镇|乡|街道|街|县|市|区|省))?\\s*(?=共|无依申请|全[省市县区镇乡]|累计|制作|获取|答复|新增|组织|召开|依托|主动公开|依申请|收到|受理|办理|未收到|没有收到|没有发生|未发生|政府信息公开|制发|公开|发布|认真|严格|按照|深入|持续|不断|通过|高度重视|积极)`,
);
/** The same with any words behind the year: a name of the body may stand there. */
const NAMED = new RegExp(
  `^[\\s　]*${NUMBER}(?:在)?\\s*((?:19|20)\\d\\d)\\s*年(?:度|全年)?(?:中|期间)?\\s*[，,]?\\s*([^，。；、\\d]{3,30})`,
);
/** 截至2021年底，我局……运行正常. */
const STATE = new RegExp(
  `^[\\s　]*${NUMBER}截[至止]到?\\s*((?:19|20)\\d\\d)\\s*年(?:年?[底末]|12月(?:31日|底)?)\\s*[，,]\\s*([^，。；、\\d]{2,30})`,
);
/** 截止2025年1月21日，累计……: a day at which such a report is written, in the year before. */
const START = /截[至止]到?\s*((?:19|20)\d\d)\s*年\s*[1-3]\s*月\s*\d{1,2}\s*日[，,]?[^，。；]{0,12}累计/;
const PLAN = new RegExp(
  `^[\\s　]*${NUMBER}((?:19|20)\\d\\d)\\s*年(?:度)?\\s*[，,]?\\s*[^，,。；;、\\d]{0,24}?将(?=继续|进一步|持续|不断|着力|认真|加大|严格|坚持|围绕|紧紧围绕|切实|积极|努力|大力|扎实|逐步|从以下|从如下|采取以下|着重|致力|更加)`,
);
const SELF_NAME = /^(?:本|我)(?:机关|单位|局|委|办|厅|院|中心|镇|乡|街道|街|县|市|区|省)/;
/** All that the body has, without its name. */
const ALL_OF_IT = /^(?:全[省市县区镇乡街州]|(?:共|累计|主动)?公开(?!条例|指南)|现行有效)/;
const FIGURE = new RegExp(`\\d\\s*(?:余|多)?(?:${alternatives(WORK_UNITS)}|万)`);
const DENIAL = /(?:未|没有)(?:收到|发生|受理|接到)|无(?:政府信息)?(?:依申请|公开申请|行政复议|行政诉讼)/;
const TO_COME = /将|拟|预计|力争|争取|确保|目标|继续|下一步/;
const CAPTION =
  /^[\s　]*(?:附[件表]\s*\d?\s*[:：]?\s*)?[^《，。；]{0,30}?((?:19|20)\d\d)\s*年(?:度)?[^《，。；、]{0,16}?(?:政府)?信息公开(?:工作)?(?:情况)?(?:统计表|(?:发布)?总数量?(?:[（(][^（()）]{0,24}[）)])?[:：]?\s*\d*\s*[条件]?)[\s　]*$/;
const NOTICE = new RegExp(
  `编[制写报](?:和|及)?(?:公布|发布|公开)?((?:19|20)\\d\\d)\\s*年(?:度)?[^》。，]{0,6}${REPORT_NAME}[^》。]{0,20}通知`,
  'g',
);

/** 现将某局2022年度政府信息公开工作情况报告如下, 特向社会公开某乡2022年政府信息公开年度报告: the report itself. */
const OWN_REPORT = new RegExp(
  `(?:现将|现予?(?:公布|发布|公开)|特(?:此|向社会)?(?:公布|发布|公开))《?([^，。；：、《》\\d]{2,30})((?:19|20)\\d\\d)\\s*年(?:度)?(?:${REPORT_NAME}|(?:政府)?信息公开(?:工作)?(?:有关|相关)?情况)`,
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
  for (const match of matchesOf(digits, NOTICE)) {
    found.push({
      kind: 'notice',
      year: Number(match[1]),
      start: match.index + match[0].indexOf(match[1] ?? ''),
      isSure: false,
    });
  }
  const report = OWN_REPORT.exec(digits);
  if (report) {
    const [whole, subject = '', year = ''] = report;
    const start = report.index + whole.indexOf(year);
    found.push({ kind: 'report', year: Number(year), start, isSure: true, subject });
  }
  for (const { text: sentence, start } of sentencesOf(digits)) {
    const beginning = sentence.slice(0, 80);
    if (!YEAR.test(beginning)) continue;
    const early = START.exec(sentence);
    if (early) found.push(fact('start', early, start, false));
    const plan = PLAN.exec(beginning);
    if (plan) {
      found.push(fact('plan', plan, start, false));
      continue;
    }
    const state = STATE.exec(beginning);
    if (state) {
      const rest = sentence.slice(sentence.indexOf(state[2] ?? ''));
      if (!/\d{4}\s*年/.test(rest) && !COMPARED_OR_PLANNED.test(rest))
        found.push({
          ...fact('state', state, start, false),
          ...subjectOf(state[2] ?? ''),
          isTold: FIGURE.test(rest) && !TO_COME.test(rest),
        });
      continue;
    }
    const match = SUBJECT.exec(beginning);
    if (COMPARED_OR_PLANNED.test(sentence)) continue;
    const named = match ? null : NAMED.exec(beginning);
    if (named) found.push({ ...fact('subject', named, start, false), subject: named[2] ?? '' });
    if (!match) continue;
    const [whole, self, year = '', body] = match;
    const isSure = FIGURE.test(sentence) || self !== undefined || body !== undefined;
    const isTold = (FIGURE.test(sentence) || DENIAL.test(sentence)) && !TO_COME.test(sentence);
    found.push({ kind: 'subject', year: Number(year), start: start + whole.indexOf(year), isSure, isTold });
  }
  return found.sort((a, b) => a.start - b.start);
}

function fact(kind: StatedYear['kind'], match: RegExpExecArray, at: number, isSure: boolean): StatedYear {
  const [whole, year = ''] = match;
  return { kind, year: Number(year), start: at + match.index + whole.indexOf(year), isSure };
}

function subjectOf(words: string): Pick<StatedYear, 'isSure' | 'subject'> {
  return SELF_NAME.test(words) ? { isSure: true } : { isSure: false, subject: words };
}

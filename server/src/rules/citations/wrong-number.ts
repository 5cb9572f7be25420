import { statuteOf, type CitationContext, type Mention } from '../../model/citations/citation.ts';
import { articlesOnReport } from '../../model/citations/reportBasis.ts';
import { isNumber, issuerOf, type DocumentNumber } from '../../statutes/registry/documentNumbers.ts';
import { sentenceAround } from '../../model/prose/passages.ts';
import { statutes, versionOfNotice, versionsOf } from '../../statutes/index.ts';
import type { Statute } from '../../statutes/types.ts';
import { policyDocuments } from '../../statutes/data/policy-documents.ts';
import { within } from '../../text/span.ts';
import { citationFindings, type JudgedCitations } from '../support/citationFindings.ts';
import { defineRule, finding, replace, type Finding } from '../support/rule.ts';

/**
 * 文号与题名不符。
 *
 * 题名后面的文号与收录的不同：《政府信息公开条例》是国务院令第711号（2007年公布的是第492号），年度报告格式是国办公开办函
 * 〔2021〕30号，常被误作国办发、国办函、国办公开函，或写错年份。2019年的通知和2021年的通知题名不同，题名是一个、文号是另一个的，
 * 同样报告。条例后面括号里的年份既不是公布、施行也不是修订的年份的（“条例（2020年）”），
 * 同样报告。快速修复改为正确的文号。政策文件的文号未核原文，题名里的年份与文号相差一年以上的也可能
 * 有别的原因，都只按提示报告。
 *
 * 不报：
 * - 文号的括号写法不同。
 * - 另一版本的文号，题名两个版本都可以用的：另有规则。
 * - 题名没有收录，或收录的文号没有核实。
 *
 * English: A document number contradicts the title before it, or is one under which the format of the report is often
 * miscited. The numbers of policy documents were not verified: information only. Forms of brackets make no difference.
 */
export const wrongNumber = defineRule({
  id: 'citations/wrong-number',
  catalogue: ['S11'],
  basis: ['statute:format-2021', 'statute:ogi-2019'],
  severity: 'warning',
  kinds: 'every',
  scope: 'paragraph',
  *run(context) {
    yield* versionsIn(context);
    yield* findingsOf(context);
  },
});

/** 《…条例》（2020年）: a year in which the regulation that demands the report was neither made nor revised. */
const versionsIn = citationFindings('mentions', function* ({ mentions, text, place }, context) {
  for (const mention of mentions) {
    const statute = statuteOf(mention, context);
    if (!statute || articlesOnReport(statute.id).length === 0) continue;
    const from = mention.nameSpan.end;
    const match = YEAR_BEHIND.exec(text.slice(from, from + LONGEST_YEAR));
    const year = match?.[1];
    if (!match || year === undefined) continue;
    const days = versionsOf(statute, context.local?.statutes).flatMap(each => [
      each.promulgated,
      each.effective,
      ...(each.amended ?? []),
    ]);
    const years = [...new Set(days.flatMap(day => (day === undefined ? [] : [day.slice(0, 4)])))].sort();
    if (years.includes(year)) continue;
    const start = from + match[0].indexOf(year);
    const right = (statute.amended?.at(-1) ?? statute.promulgated ?? '').slice(0, 4);
    const span = place(start, start + year.length);
    yield finding(place(from, from + match[0].length), {
      message: 'citations/wrong-number#version',
      args: { title: statute.title, year, right },
      fixes: [{ kind: 'review', message: 'fix.useYear', args: { year: right }, edits: [replace(span, right)] }],
    });
  }
});

const YEAR_BEHIND = /^[》\s]{0,2}[（(]\s*(\d{4})\s*年?(?:修订|修正|修改|公布|颁布|发布|施行|版|本)*\s*[）)]/;
const LONGEST_YEAR = 16;

const findingsOf = citationFindings('numbers', function* (block, context) {
  const judged = new Set<DocumentNumber>();
  for (const mention of block.mentions) {
    const number = numberOf(mention, block);
    const wrong = number && judge(mention, number, block, context);
    if (!number || !wrong) continue;
    judged.add(number);
    yield wrong;
  }
  for (const number of block.numbers) {
    const wrong = judged.has(number) ? undefined : miscited(number, block);
    if (wrong) yield wrong;
  }
});

/**
 * The only number in the parentheses behind a title, or directly behind it; undefined for a mention that is a number.
 */
function numberOf({ nameSpan, span }: Mention, { text, numbers }: JudgedCitations): DocumentNumber | undefined {
  if (within(numbers, nameSpan).length > 0) return undefined;
  const behind = within(numbers, { start: nameSpan.end, end: Math.max(span.end, nameSpan.end + 4) }).filter(
    number => number.span.start < span.end || isGap(text.slice(nameSpan.end, number.span.start)),
  );
  return behind.length === 1 ? behind[0] : undefined;
}

function isGap(text: string): boolean {
  return /^[\s（(]{0,3}$/.test(text);
}

function judge(
  mention: Mention,
  number: DocumentNumber,
  block: JudgedCitations,
  context: CitationContext,
): Finding | undefined {
  const statute = statuteOf(mention, context);
  if (!statute) return judgePolicy(mention, number, block);
  const expected = statute.documentNumber;
  if (
    expected === undefined ||
    statute.unverified?.includes('documentNumber') === true ||
    statute.verification === 'unverified'
  )
    return undefined;
  const numbered = versionsOf(statute, context.local?.statutes).find(
    ({ documentNumber }) => documentNumber !== undefined && isNumber(number, documentNumber),
  );
  if (numbered) return ofOtherNotice(mention, number, numbered, context, block);
  // Another issuer's number may stand there for another reason: that of the notice which hands a document on.
  if ((number.kind === 'order') !== expected.includes('令')) return undefined;
  if (number.kind === 'letter' && !isAlike(number, expected)) return undefined;
  if (number.kind === 'order' && !number.issuer.endsWith('国务院令') && !/^国?令$/.test(number.issuer))
    return undefined;
  return found(number, block, expected, statute.title);
}

/** The title that one notice alone has, and the number of another: either may be the one that was meant. */
function ofOtherNotice(
  { name }: Mention,
  number: DocumentNumber,
  numbered: Statute,
  { local }: CitationContext,
  block: JudgedCitations,
): Finding | undefined {
  const only = versionOfNotice(name, numbered, local?.statutes);
  if (!only?.documentNumber || only === numbered) return undefined;
  return finding(block.place(number.span.start, number.span.end), {
    message: 'citations/wrong-number#notice',
    args: { number: numbered.documentNumber ?? '', right: only.documentNumber },
  });
}

/**
 * Year and serial number in common, or year and issuer, under the same office: what is less alike is another document's
 * number, that of a province's notice for one.
 */
function isAlike(number: DocumentNumber, expected: string): boolean {
  if (issuerOf(number).charAt(0) !== expected.charAt(0)) return false;
  if (isOtherYear(number, expected)) return true;
  return (
    expected.includes(`〔${number.year}〕`) &&
    (expected.endsWith(`〕${number.serial}号`) || expected.startsWith(issuerOf(number)))
  );
}

function judgePolicy({ name }: Mention, number: DocumentNumber, block: JudgedCitations): Finding | undefined {
  const policy = policyDocuments.find(
    document =>
      name.includes(document.title) ||
      (name.includes('政务公开') &&
        name.includes('要点') &&
        document.title.includes('要点') &&
        document.number.startsWith('国办发') &&
        name.includes(document.title.slice(0, '2018年'.length)) &&
        issuerOf(number) === '国办发'),
  );
  const issuer = policy?.number.slice(0, policy.number.indexOf('〔'));
  if (
    policy &&
    issuer === issuerOf(number) &&
    policy.number.includes(`〔${number.year}〕`) &&
    !isNumber(number, policy.number)
  ) {
    return {
      ...found(number, block, policy.number, policy.title, 'citations/wrong-number#policy'),
      severity: 'information',
    };
  }
  const year = YEAR_OF_TITLE.exec(name)?.[1];
  if (
    number.kind !== 'letter' ||
    year === undefined ||
    number.year.length !== 4 ||
    Math.abs(Number(year) - Number(number.year)) <= 1
  )
    return undefined;
  return finding(block.place(number.span.start, number.span.end), {
    message: 'citations/wrong-number#year',
    severity: 'information',
    args: { titleYear: year, year: number.year },
  });
}

/** A year that the document itself is for, not one it looks back to. */
const YEAR_OF_TITLE = /(?:^|印发|做好|下达|编制)(20\d\d)\s?年度?(?!以来|至|[-—~～、])/;

/** The report is drawn up by what is cited. */
const ASKS_FOR_REPORT = /编制[^，。；]{0,16}(?:报告|年报)|报告格式|(?:报告|年报)[^，。；]{0,6}编制/;

/** The same issuer and serial number, of another year: 国办公开办函〔2019〕30号. */
function isOtherYear(number: DocumentNumber, expected: string): boolean {
  return expected.startsWith(`${issuerOf(number)}〔`) && expected.endsWith(`〕${String(Number(number.serial))}号`);
}

/** A number known to be wrong, where the sentence speaks of the annual report. */
function miscited(number: DocumentNumber, block: JudgedCitations): Finding | undefined {
  const { text: sentence } = sentenceAround(block.text, number.span.start, number.span.end);
  const statute = statutes.find(
    ({ miscitedNumbers, documentNumber = '' }) =>
      miscitedNumbers !== undefined &&
      !isNumber(number, documentNumber) &&
      (miscitedNumbers.some(each => isNumber(number, each)) ||
        (number.kind === 'letter' &&
          ASKS_FOR_REPORT.test(sentence) &&
          [documentNumber, ...miscitedNumbers].some(each => isOtherYear(number, each)))),
  );
  if (statute?.documentNumber === undefined) return undefined;
  return /报告格式|年度报告|年报|编制/.test(sentence)
    ? found(number, block, statute.documentNumber, statute.title)
    : undefined;
}

function found(
  number: DocumentNumber,
  { text, place }: JudgedCitations,
  expected: string,
  title: string,
  message: 'citations/wrong-number' | 'citations/wrong-number#policy' = 'citations/wrong-number',
): Finding {
  const start = number.span.start + number.issuer.length - issuerOf(number).length;
  const span = place(start, number.span.end);
  const written = text.slice(start, number.span.end);
  const right =
    number.kind === 'order' && !written.startsWith('中华人民共和国')
      ? expected.replace(/^中华人民共和国/, '')
      : expected;
  return finding(span, {
    message,
    args: { number: written, title, right },
    fixes: [{ kind: 'review', message: 'fix.useNumber', args: { number: right }, edits: [replace(span, right)] }],
  });
}

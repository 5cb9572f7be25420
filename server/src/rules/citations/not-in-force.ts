import type { MessageValues } from '../../messages/arguments.ts';
import { statuteOf, type CitationContext, type Mention } from '../../model/citations/citation.ts';
import { isNumber } from '../../statutes/registry/documentNumbers.ts';
import type { CitationReading } from '../../model/citations/paragraphCitations.ts';
import { sentenceAround } from '../../model/prose/passages.ts';
import { hintBefore } from '../../statutes/registry/statuteNames.ts';
import { nextVersion, previousVersion, versionOfNotice, versionsOf } from '../../statutes/index.ts';
import type { Statute } from '../../statutes/types.ts';
import { fold } from '../../text/fold.ts';
import { memoByContext } from '../../text/memo.ts';
import { span, within, type Span } from '../../text/span.ts';
import type { JudgedCitations } from '../support/citationFindings.ts';
import { defineRule, finding, replace, type Finding, type Fix, type Related } from '../support/rule.ts';

/**
 * 引用的法规、文件当时没有公布，或已被取代。
 *
 * 报告公布时还没有公布的法规、文件，报告不可能依据它编制。2018年及以前的报告说“新修订的《条例》”已经出台、已经贯彻，而修订条例
 * 2019年4月3日才公布：多半照抄了任务分解表，只作提示；写明国务院令第711号的按警告报告；快速修复改为旧的文号，或删去“新修订的”。2019年以后仍写国务院令第492号的，已被第711号
 * 取代，快速修复改为新的文号。
 *
 * 不报：
 * - 把修订作为今后的事写的：即将、拟、修订草案。
 * - 2019年及以后说新《条例》，2018年及以前写第492号。
 * - 写明是原条例、旧条例，或同一句也写了新的文号。
 * - 公布日期没有核实的。
 *
 * English: A law or document that was not yet promulgated when the report was published, the revised regulation in a
 * report on a year before it, or the number of a version that has been replaced. Outlooks and the words 原, 旧 are fine.
 */
export const notInForce = defineRule({
  id: 'citations/not-in-force',
  catalogue: ['S11'],
  basis: ['statute:ogi-2019', 'statute:ogi-2007'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run({ facts: { citations: context }, citations, dates }) {
    const published = dates.signature ?? dates.page;
    const related: Related[] = published
      ? [{ span: published.span, message: 'related.published', args: { date: published.text } }]
      : [];
    // What is said of a version is said once for the draft, and put right everywhere.
    const said = new Map<string, Finding[]>();
    const suspects = [...citations()].filter(({ fact }) => isSuspect(fact, context));
    for (const found of suspects.flatMap(block => [...findingsIn(block, context)])) {
      const args: MessageValues = found.args;
      const what = `${found.message} ${String(args['title'] ?? args['number'])}`;
      const same = said.get(what);
      if (same) same.push(found);
      else said.set(what, [found]);
    }
    for (const [first, ...others] of said.values()) if (first) yield together(first, others, related);
  },
});

function together(first: Finding, others: readonly Finding[], related: readonly Related[]): Finding {
  const again = others.map(({ span }): Related => ({ span, message: 'related.again', args: {} }));
  const [fix] = first.fixes;
  const edits = [first, ...others].flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return { ...first, related: [...related, ...again], fixes: fix ? [{ ...fix, edits }] : [] };
}

/** Whether anything is to be found in a paragraph; most have nothing, and need not be judged in each version. */
const isSuspect = memoByContext(({ text, citations, mentions, numbers }: CitationReading, context: CitationContext) => {
  // Written out, as a copy by `...` with another member is slow in Node.js 20.
  const block = { text, citations, mentions, numbers, place: span };
  return !findingsIn(block, context).next().done;
});

function* findingsIn(block: JudgedCitations, context: CitationContext): Generator<Finding> {
  for (const mention of block.mentions) {
    const found = judge(mention, block, context);
    if (found) yield found;
  }
}

function judge(mention: Mention, block: JudgedCitations, context: CitationContext): Finding | undefined {
  const statute = statuteOf(mention, context);
  if (!statute) return undefined;
  return (
    tooEarly(mention, statute, block, context) ??
    newVersion(mention, statute, block, context) ??
    replaced(mention, statute, block, context)
  );
}

/** Last day on which the report can have been published, an ISO date; undefined where nothing tells. */
function lastDayOf({ reportYear, publishedOn }: CitationContext): string | undefined {
  return publishedOn ?? (reportYear === null ? undefined : `${String(reportYear + 1)}-12-31`);
}

/** Day on which a statute was made; undefined where it was not verified or only its year is known. */
function madeOn(statute: Statute): string | undefined {
  if (statute.unverified?.includes('promulgated') === true || statute.verification === 'unverified') return undefined;
  const day = statute.amended?.at(-1) ?? statute.promulgated ?? statute.adopted;
  return day?.length === 10 ? day : undefined;
}

/** A law cited by its full title or its number before it existed in any version. */
function tooEarly(
  mention: Mention,
  statute: Statute,
  block: JudgedCitations,
  context: CitationContext,
): Finding | undefined {
  const lastDay = lastDayOf(context);
  if (lastDay === undefined) return undefined;
  const [oldest = statute] = versionsOf(statute, context.local?.statutes);
  // A number means one version, a title the law in any.
  const first = isNumberItself(mention, statute) ? statute : oldest;
  const made = first.adopted ?? madeOn(first);
  if (made === undefined || made.length < 10 || made <= lastDay || !isNamedInFull(mention, statute)) return undefined;
  if (isOutlook(mention, block)) return undefined;
  return finding(placeOf(mention, block), { message: 'citations/not-in-force', args: { title: statute.title, made } });
}

function isNamedInFull({ name }: Mention, { title, documentNumber }: Statute): boolean {
  const folded = fold(name);
  return (
    folded === fold(title) ||
    folded === fold(title.replace(/^中华人民共和国/, '')) ||
    (documentNumber !== undefined && folded === fold(documentNumber))
  );
}

/** The draft says that it means a version which came later. */
function newVersion(
  mention: Mention,
  statute: Statute,
  block: JudgedCitations,
  context: CitationContext,
): Finding | undefined {
  const { reportYear, publishedOn, local } = context;
  const made = madeOn(statute);
  if (mention.reason !== 'stated' || made === undefined || !previousVersion(statute, local?.statutes)) return undefined;
  const isNumbered = hasNumber(mention, statute, block);
  if (!isNumbered && !isCalledNew(mention, block)) return undefined;
  const fixes = withoutNew(mention, statute, block, local);
  const args = { version: statute.version ?? '', title: statute.title, made, effective: statute.effective ?? '' };
  if (publishedOn !== undefined && publishedOn < made) {
    if (isOutlook(mention, block)) return undefined;
    return finding(placeOf(mention, block), {
      message: 'citations/not-in-force#unpublished',
      args,
      fixes,
      severity: isNumbered ? 'warning' : 'information',
    });
  }
  if (reportYear === null || made <= `${String(reportYear)}-12-31` || isOutlook(mention, block)) return undefined;
  return finding(placeOf(mention, block), {
    message: 'citations/not-in-force#later',
    args: { ...args, year: reportYear },
    fixes,
    severity: 'information',
  });
}

const CALLED_NEW = /(?:最新|新修订|新修改|新颁布|新公布|新版|修订后|修改后|新)的?$/;

/** The name of the version before: its number instead of the new one, the name without 新. */
function withoutNew(
  { name, nameSpan, span }: Mention,
  statute: Statute,
  { text, numbers, place }: JudgedCitations,
  local: CitationContext['local'],
): Fix[] {
  const before = previousVersion(statute, local?.statutes)?.documentNumber?.replace(/^中华人民共和国/, '');
  const number = within(numbers, span).find(
    each => statute.documentNumber !== undefined && isNumber(each, statute.documentNumber),
  );
  if (number) {
    const { start, end } = writtenAt(
      number.span,
      text.slice(number.span.start, number.span.end),
      statute.documentNumber ?? '',
    );
    // The title of a notice goes with its own number.
    return before === undefined || versionOfNotice(name, statute, local?.statutes)
      ? []
      : [
          {
            kind: 'review',
            message: 'fix.useNumber',
            args: { number: before },
            edits: [replace(place(start, end), before)],
          },
        ];
  }
  const words = CALLED_NEW.exec(text.slice(Math.max(0, nameSpan.start - 12), nameSpan.start))?.[0] ?? '';
  const inName = words === '' ? (/^(?:最?新(?:修订|修改)?|修订后)的?(?=.)/.exec(name)?.[0] ?? '') : '';
  const start =
    words === ''
      ? nameSpan.start + text.slice(nameSpan.start, nameSpan.end).indexOf(inName)
      : nameSpan.start - words.length;
  const written = words + inName;
  return written === ''
    ? []
    : [
        {
          kind: 'review',
          message: 'fix.removeWords',
          args: { words: written },
          edits: [replace(place(start, start + written.length), '')],
        },
      ];
}

function isCalledNew({ name, nameSpan }: Mention, { text }: JudgedCitations): boolean {
  return (
    hintBefore(text.slice(Math.max(0, nameSpan.start - 12), nameSpan.start)).age === 'new' ||
    /^(?:最?新|修订后)/.test(name)
  );
}

/** Words that speak of what is to come, or of the draft of a revision. */
const OUTLOOK =
  /即将|将[要会于以]|拟|待|迎接|筹备|准备|今后|下一步|下一年|明年|计划|展望|草案|征求意见|为契机|(?:19|20)\d\d年[^，。；]{0,8}(?:将|起)/;

function isOutlook({ span }: Mention, { text }: JudgedCitations): boolean {
  return OUTLOOK.test(sentenceAround(text, span.start, span.end).text);
}

const SPEAKS_OF_OLD = /原|旧|修[订改]前|废止|取代|代替|替代|失效|相比|历年|自\d{4}年/;
const BASIS = /(?:根据|依据|按照|依照)/;

/** The number of a version that had been replaced. */
function replaced(
  mention: Mention,
  statute: Statute,
  block: JudgedCitations,
  { reportYear, local }: CitationContext,
): Finding | undefined {
  const later = nextVersion(statute, local?.statutes);
  if (!later || reportYear === null || (mention.reason !== 'stated' && !isNumberItself(mention, statute)))
    return undefined;
  const { start, end: behind } = mention.span;
  const number = within(block.numbers, { start, end: behind + 4 }).find(
    each => statute.documentNumber !== undefined && isNumber(each, statute.documentNumber),
  );
  if (!number || later.documentNumber === undefined) return undefined;
  const from =
    statute.superseded?.from ??
    (later.firstReportYear === undefined ? undefined : `${String(later.firstReportYear)}-01-01`);
  if (from === undefined || from > `${String(reportYear)}-12-31`) return undefined;
  const sentence = sentenceAround(block.text, mention.span.start, mention.span.end);
  const end = sentence.start + sentence.text.length;
  const isOfNew = within(block.numbers, { start: sentence.start, end }).some(each =>
    isNumber(each, later.documentNumber ?? ''),
  );
  if (isOfNew || SPEAKS_OF_OLD.test(sentence.text)) return undefined;
  const isCertain =
    statute.superseded?.from !== undefined && (from <= `${String(reportYear)}-01-01` || BASIS.test(sentence.text));
  const written = block.text.slice(number.span.start, number.span.end);
  const right = later.documentNumber.replace(/^中华人民共和国/, written.includes('中华人民共和国') ? '$&' : '');
  const at = writtenAt(number.span, written, statute.documentNumber ?? '');
  const span = block.place(at.start, at.end);
  return finding(span, {
    message: 'citations/not-in-force#replaced',
    severity: isCertain ? 'warning' : 'information',
    args: { number: block.text.slice(at.start, at.end), from, later: right },
    fixes: versionOfNotice(mention.name, statute, local?.statutes)
      ? []
      : [{ kind: 'review', message: 'fix.useNumber', args: { number: right }, edits: [replace(span, right)] }],
  });
}

function isNumberItself({ name }: Mention, { documentNumber = '' }: Statute): boolean {
  const folded = fold(name);
  return folded.endsWith('号') && fold(documentNumber).endsWith(folded);
}

/** The number without words that lead up to it. */
function writtenAt(span: Span, written: string, printed: string): Span {
  const first = ['中华人民共和国', '国', '法']
    .map(word => written.indexOf(word))
    .filter(at => at >= 0 && printed.includes(written.charAt(at)));
  return { start: span.start + (first.length > 0 ? Math.min(...first) : 0), end: span.end };
}

function hasNumber({ span }: Mention, { documentNumber }: Statute, { numbers }: JudgedCitations): boolean {
  return documentNumber !== undefined && within(numbers, span).some(number => isNumber(number, documentNumber));
}

function placeOf({ nameSpan }: Mention, { place }: JudgedCitations): Span {
  return place(nameSpan.start, nameSpan.end);
}

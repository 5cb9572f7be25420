import type { SectionSpec } from '../../format/types.ts';
import { isKnownByContent } from '../../model/contents.ts';
import { firstCellOf, type BoundTable, type Item, type Section } from '../../model/report.ts';
import { withNumber } from '../../model/writing/headingForm.ts';
import { writeSection, type WriteOptions } from '../../model/writing/write.ts';
import { isBlank } from '../../syntax/lineReader.ts';
import { numberToChinese } from '../../text/numerals.ts';
import { shift, type Span } from '../../text/span.ts';
import type { ReportContext, ReportOutline } from '../support/contexts.ts';
import { missingAmong, missingContent } from '../support/missingContent.ts';
import { defineRule, finding, replace, type Edit, type Finding, type Fix, type Severity } from '../support/rule.ts';

/**
 * 缺少规定的部分。
 *
 * 2019年、2021年格式规定六个部分，缺一不可；没有内容的部分也要保留标题，写明“无”。快速修复在应有的位置插入标题、
 * 提示和标准表格。同一处连着缺几个部分的合为一条，一次补齐；才写了标题和引言的草稿只作提示。
 *
 * 2007年条例时期（报告年度2018年及以前）没有统一格式，第三十二条要求的是内容，写在别的标题下也算；全文找不到时只作提示。
 *
 * 法治政府建设年度报告按内容认，写在哪一部分、用什么标题都算；写到了最后（下一年安排、其他情况或落款）、全文又找不到某项内容的，只作提示。
 *
 * 不报：
 * - 没有标题也看不出年度的摘录。
 * - 标题是收录的变体，如“行政机关主动公开政府信息情况”。
 * - 标题行丢失、内容还在的（规定的表格在前一部分里，或表格之后接着“（一）存在问题的改进情况”）：只提示补上标题。
 * - 2007年条例时期内容写在别的部分，如在概述中写主动公开的数量。
 * - 2017年及以后的报告没有写收费：复制等收费已于2017年4月取消。
 *
 * English: A prescribed part is missing. The formats of 2019 and 2021 demand six parts; under the regulation of 2007
 * only the matter must be reported, under whatever heading. Title variants and matters reported elsewhere are fine;
 * where only the heading was lost, an information asks for it. Parts that are missing at one place are one finding with
 * one fix; for a draft that has no more than title and introduction it is an information. Reports on law-based
 * government are known by content: what is told nowhere is a hint.
 */
export const missingSection = defineRule({
  id: 'structure/missing-section',
  catalogue: ['S01'],
  basis: ['edition:2019', 'edition:2021', 'statute:ogi-2019#50', 'statute:ogi-2007#32'],
  severity: 'error',
  kinds: 'every',
  scope: 'report',
  *run(context) {
    const { report, contents, passages, paragraphs, style } = context;
    const { edition } = report;
    // An extract has no title and does not say its year, whatever its file is called: what it leaves out is not
    // missing.
    if (!edition || (!report.title && (report.yearSource === null || report.yearSource === 'fileName'))) return;
    if (contents.length > 0) {
      yield* missingAmong(context, edition.sections);
      return;
    }
    // A form without sections, and a kind whose content is nowhere to be seen yet.
    if (edition.sections.every(isKnownByContent)) return;
    if (report.sections.length === 0) {
      if (report.title && edition.isPrescribed && isJustBegun(report, paragraphs))
        yield tellMissing(report, style, { parts: requiredParts(edition.sections), next: undefined }, 'information');
      else if (report.title)
        yield finding(report.title.span ?? start(), {
          message: 'structure/missing-section#none',
          severity: 'information',
        });
      return;
    }
    if (edition.isPrescribed) yield* missingPrescribed(report, style, edition.sections);
    else yield* missingContent(report, passages, edition.sections);
  },
});

function start(): Span {
  return { start: 0, end: 0 };
}

/** Paragraphs behind the title of a draft that has no more than its introduction, and their length together. */
const MOST_PARAGRAPHS = 2;
const LONGEST_BEGINNING = 600;

/** Whether nothing but a title and an introduction is written. */
function isJustBegun({ title, tables, otherTables }: ReportOutline, paragraphs: ReportContext['paragraphs']): boolean {
  if (tables.length + otherTables.length > 0 || !title?.span) return false;
  const { end } = title.span;
  const behind = paragraphs.filter(({ at }) => at >= end);
  const length = behind.reduce((sum, { block }) => sum + block.text.text.length, 0);
  return behind.length <= MOST_PARAGRAPHS && length <= LONGEST_BEGINNING;
}

/** A required part with its place in the format, counted from 1. */
interface Part {
  readonly spec: SectionSpec;
  readonly ordinal: number;
}

/** Parts that are missing at one place: before the section `next`, or at the end. */
interface Gap {
  readonly parts: readonly Part[];
  readonly next: Section | undefined;
}

function requiredParts(specs: readonly SectionSpec[]): Part[] {
  return specs.flatMap((spec, index) => (spec.requirement === 'required' ? [{ spec, ordinal: index + 1 }] : []));
}

function* missingPrescribed(
  report: ReportOutline,
  style: WriteOptions | null,
  specs: readonly SectionSpec[],
): Iterable<Finding> {
  const present = new Set(report.sections.map(({ id }) => id));
  const strangers = report.sections.filter(({ id }) => id === null);
  const gaps = new Map<Section | undefined, Part[]>();
  for (const part of requiredParts(specs)) {
    const { spec, ordinal } = part;
    if (present.has(spec.id)) continue;
    const numeral = numberToChinese(ordinal);
    // A heading that nobody knows, with this number, is rather this section under another name.
    const stranger = strangers.find(({ heading }) => heading.block.numbering?.value === ordinal);
    if (stranger) {
      yield finding(stranger.titleSpan, {
        message: 'structure/missing-section#renamed',
        severity: 'warning',
        args: { title: spec.title, ordinal, numeral, basis: spec.basis, found: stranger.title },
      });
      continue;
    }
    const isBehind = ({ id }: Section) => id !== null && specs.findIndex(each => each.id === id) >= ordinal;
    const next = report.sections.find(isBehind);
    const before = report.sections.findLast(
      ({ id, span }) =>
        id !== null && span.start < (next?.span.start ?? Infinity) && specs.some(each => each.id === id),
    );
    const headingArgs = { title: spec.title, ordinal, numeral };
    const table = tableWithoutHeading(report, spec, before, next);
    if (table) {
      yield finding(firstCellOf(table), {
        message: 'structure/missing-section#table',
        severity: 'information',
        args: headingArgs,
        fixes: headingFix(report, style, spec, ordinal, table),
      });
      continue;
    }
    const item = itemWithoutHeading(spec, before);
    if (item) {
      yield finding(item.titleSpan, {
        message: 'structure/missing-section#heading',
        severity: 'information',
        args: { ...headingArgs, found: item.title },
      });
      continue;
    }
    const gap = gaps.get(next);
    if (gap) gap.push(part);
    else gaps.set(next, [part]);
  }
  for (const [next, parts] of gaps) {
    const isSure = parts.some(({ spec: { verification } }) => verification !== 'unverified');
    yield tellMissing(report, style, { parts, next }, isSure ? 'error' : 'hint');
  }
}

function tellMissing(report: ReportOutline, style: WriteOptions | null, gap: Gap, severity: Severity): Finding {
  const { parts, next } = gap;
  const { edition } = report;
  const anchor = next?.titleSpan ?? report.sections.at(-1)?.titleSpan ?? report.title?.span ?? start();
  const fixes = insertFix(report, style, gap);
  const [{ spec, ordinal } = { spec: undefined, ordinal: 0 }] = parts;
  if (spec && parts.length === 1)
    return finding(anchor, {
      message: 'structure/missing-section',
      severity,
      args: { title: spec.title, ordinal, numeral: numberToChinese(ordinal), basis: spec.basis },
      fixes,
    });
  return finding(anchor, {
    message: 'structure/missing-section#several',
    severity,
    args: {
      count: parts.length,
      titles: parts.map(part => `${numberToChinese(part.ordinal)}、${part.spec.title}`).join('；'),
      ...(edition && edition.id !== edition.root ? { basis: edition.name } : {}),
    },
    fixes,
  });
}

/**
 * The first official table of a part whose heading was lost: it stands where the part belongs, behind the part before
 * and in front of the next.
 */
function tableWithoutHeading(
  { tables }: ReportOutline,
  spec: SectionSpec,
  before: Section | undefined,
  next: Section | undefined,
): BoundTable | undefined {
  return tables.find(
    table =>
      spec.tables.includes(table.spec.id) &&
      table.span.start >= (before?.span.start ?? 0) &&
      table.span.start < (next?.span.start ?? before?.span.end ?? Infinity),
  );
}

/**
 * The first item of a part without tables whose heading was lost, as it is when pages are converted: in the part
 * before, which consists of a table and has no items of its own, a list begins that speaks of the problems.
 */
function itemWithoutHeading(spec: SectionSpec, before: Section | undefined): Item | undefined {
  if (spec.role !== 'problems' || !before?.spec || before.spec.tables.length === 0) return undefined;
  const [first] = before.items;
  return first && first.heading.block.numbering?.value === 1 && PROBLEMS.test(first.title) ? first : undefined;
}

const PROBLEMS = /(?:问题|不足).*(?:改进|整改|情况)|(?:主要|存在).{0,6}(?:问题|不足)/;

/** Writes the parts of a gap, one behind the other, and counts on the sections behind them. */
function insertFix(report: ReportOutline, options: WriteOptions | null, { parts, next }: Gap): Fix[] {
  const { edition, sections, source } = report;
  if (!options || !edition) return [];
  const lineEnd = options.lineEnd ?? '\n';
  const before = next ? sections.slice(0, sections.indexOf(next)) : sections;
  const behind = sections.slice(before.length);
  const numbers: number[] = [];
  const texts = parts.map(({ spec, ordinal }) => {
    // A table that stands elsewhere is to be moved here, not written twice.
    const absent = spec.tables.filter(id => !report.tables.some(table => table.spec.id === id));
    const number = numberBetween(ordinal, before, behind, numbers.at(-1));
    numbers.push(number);
    return writeSection(edition, { ...spec, tables: absent }, number, options);
  });
  const text = texts.join(lineEnd + lineEnd);
  const fix = (edits: readonly Edit[]): Fix[] => [
    parts.length === 1
      ? { kind: 'review', message: 'fix.insertSection', args: { title: parts[0]?.spec.title ?? '' }, edits }
      : { kind: 'review', message: 'fix.insertSections', args: { count: parts.length }, edits },
  ];
  if (!next) {
    const last = sections.at(-1);
    const at = last ? bodyEnd(report, last) : source.text.trimEnd().length;
    return fix([replace({ start: at, end: last ? at : source.text.length }, lineEnd + lineEnd + text)]);
  }
  const { start } = source.line(source.lineAt(next.heading.at));
  // Within a line, headings are found by other signs than on lines of their own.
  if (source.text.slice(start, next.heading.at).trim() !== '') return [];
  const inserted = text + lineEnd + lineEnd;
  const [first, ...others] = renumbered(report, behind, numbers);
  // The next heading may begin with its number: two edits at one place are put in either order.
  if (first?.span.start === start) return fix([replace(first.span, inserted + first.text), ...others]);
  return fix([replace({ start, end: start }, inserted), ...(first ? [first, ...others] : [])]);
}

/** Writes the heading before the table with which the content of a part begins. */
function headingFix(
  { edition, sections, source }: ReportOutline,
  options: WriteOptions | null,
  spec: SectionSpec,
  ordinal: number,
  table: BoundTable,
): Fix[] {
  const { start } = source.line(source.lineAt(table.span.start));
  if (!options || !edition || !isBlank(source.text.slice(start, table.span.start))) return [];
  const behind = sections.filter(({ span }) => span.start > table.span.start);
  const number = numberBetween(ordinal, sections.slice(0, sections.length - behind.length), behind);
  const text = writeSection(edition, { ...spec, tables: [] }, number, options, ['']);
  const edits = [replace({ start, end: start }, text), ...renumbered({ source }, behind, [number])];
  return [{ kind: 'review', message: 'fix.insertHeading', args: { title: spec.title }, edits }];
}

/**
 * The number of a section to be inserted: the format's, where the sections around it leave room for that. `inserted`:
 * the number of the one that is inserted right before it.
 */
function numberBetween(
  ordinal: number,
  before: readonly Section[],
  behind: readonly Section[],
  inserted?: number,
): number {
  const last = inserted ?? before.findLast(isNumbered)?.heading.block.numbering?.value ?? 0;
  const next = behind.find(isNumbered)?.heading.block.numbering?.value ?? Infinity;
  return ordinal > last && ordinal < next ? ordinal : last + 1;
}

function isNumbered({ heading }: Section): boolean {
  return heading.block.numbering !== undefined;
}

/**
 * Edits that count on the sections behind inserted ones, as far as their numbers follow each other and begin with one
 * that is used now.
 */
function renumbered(
  { source }: Pick<ReportOutline, 'source'>,
  behind: readonly Section[],
  inserted: readonly number[],
): Edit[] {
  const edits: Edit[] = [];
  const numbered = behind.filter(isNumbered);
  const last = inserted.at(-1) ?? 0;
  let expected = numbered[0]?.heading.block.numbering?.value ?? 0;
  if (expected < (inserted[0] ?? Infinity) || expected > last) return [];
  const shiftedBy = last + 1 - expected;
  for (const { heading } of numbered) {
    const { numbering } = heading.block;
    if (numbering?.value !== expected) break;
    const place = shift(numbering.span, heading.at);
    edits.push(replace(place, withNumber({ style: numbering.style, text: source.slice(place) }, expected + shiftedBy)));
    expected++;
  }
  return edits;
}

/** Where the last section ends: before the signature and its date, if there are any. */
function bodyEnd(report: ReportOutline, last: Section): number {
  let { end } = last.span;
  for (const placed of [...last.blocks].reverse()) {
    if (placed.block.kind !== 'paragraph' || !isSignature(placed.block.text.text, report)) break;
    const before = last.blocks[last.blocks.indexOf(placed) - 1];
    end = before ? endOfLine(report, placed.at) : last.titleSpan.end;
  }
  return end;
}

/** End of the last filled text before `at`. */
function endOfLine(report: ReportOutline, at: number): number {
  return report.source.text.slice(0, at).trimEnd().length;
}

function isSignature(text: string, report: ReportOutline): boolean {
  return (
    /^(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/.test(text.trim()) ||
    (report.publicBody !== null && text.trim() === report.publicBody.value)
  );
}

import type { TextFact } from '../../syntax/paragraphFacts.ts';
import { ordinalSlips, readOrdinals, type Ordinal } from '../../model/wording/ordinals.ts';
import { isCellText } from '../../model/prose/passages.ts';
import type { Section } from '../../model/report.ts';
import type { Block, Numbering, NumberingStyle, Placed } from '../../syntax/block.ts';
import { numberToChinese, numberToCircled } from '../../text/numerals.ts';
import { shift, type Span } from '../../text/span.ts';
import type { BlockContext, ReportOutline, SectionContext } from '../support/contexts.ts';
import { defineRule, finding, replace, reportCheck, type Edit, type Finding } from '../support/rule.ts';

/**
 * 编号跳号、重号，写成样子像数字的符号，或编号后多出“是”字。
 *
 * 一级标题按全文核对，条目按各部分核对。“—、总体情况”里的破折号不是“一”，“㈠总体情况”与“二、”“三、”写法不同：标题照样认得，
 * 提示改正。编号后多出的“是”（“（一）是持续加大……”）是“一是”与编号混用。快速修复重新编号、改正或删去“是”。
 * 正文里的“一是、二是”跳号、重号，或没有“一是”就写“二是”的，同样报告。后一个编号证明确实写错的，按警告报告。
 *
 * 不报：
 * - “其次”“二要”“（二）”等别的写法接着的。
 * - 下一级重新从1起号，各级混用一、（一）1.（1）①。
 * - 中间的编号写在段落里，如“问题：（一）……（二）……”。
 * - 跳过的编号正是所缺的规定部分：缺项另报，编号本身没有错。
 *
 * English: A number is skipped or repeated, is written with a sign that only looks like a numeral (— for 一), or a
 * stray 是 follows it; so for lists 一是…二是… in the text. A slip that the next number proves is a warning. Levels that
 * start anew and numbers written inside a paragraph are fine.
 */
export const numbering = defineRule({
  id: 'structure/numbering',
  catalogue: ['S10'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  checks: [
    { scope: 'report', run: ({ report }) => sections(report) },
    { scope: 'section', run: items },
    reportCheck({
      readers: { ordinals: readOrdinals },
      run: ({ report }, { ordinals }) => ordinalFindings(report, ordinals),
    }),
    { scope: 'block', run: strays },
  ],
});

const ORDINAL_MESSAGES = {
  repeated: 'structure/numbering#ordinal',
  skipped: 'structure/numbering#ordinal',
  first: 'structure/numbering#first',
  odd: 'structure/numbering#odd',
} as const;

/** 一是, 二是 … in the running text of each section. */
function* ordinalFindings(report: ReportOutline, all: readonly TextFact<Ordinal>[]): Iterable<Finding> {
  if (report.sections.length > MOST_SECTIONS) return;
  const starts = report.sections.map(({ heading }) => heading.at);
  const parts = [-1, ...starts].map((start, i): readonly [number, number] => [start, starts[i] ?? Infinity]);
  for (const [start, end] of parts) {
    const inside = all.filter(({ placed }) => placed.at >= start && placed.at < end);
    for (const { fact, kind, expected, isProved } of ordinalSlips(inside)) {
      const span = fact.place(fact.fact.start, fact.fact.end);
      const right = `${numberToChinese(expected)}是`;
      yield finding(span, {
        message: ORDINAL_MESSAGES[kind],
        severity: isProved ? 'warning' : 'information',
        args: { found: `${numberToChinese(fact.fact.value)}是`, expected: right },
        fixes:
          kind === 'first' || kind === 'odd'
            ? []
            : [{ kind: 'review', message: 'fix.useNumeral', args: { expected: right }, edits: [replace(span, right)] }],
      });
    }
  }
}

/** With more first-level numbers than this the draft is no report, and its numbers are not judged. */
const MOST_SECTIONS = 60;

function* sections(report: ReportOutline): Iterable<Finding> {
  const isNumbered = ({ heading }: Section) => heading.block.numbering?.style === 'chinese';
  if (report.sections.filter(isNumbered).length > MOST_SECTIONS) return;
  const numbered = report.sections.filter((section, i) => isNumbered(section) || isInGap(report, section, i));
  let last = 0;
  for (const [i, section] of numbered.entries()) {
    const { heading } = section;
    const number = heading.block.numbering;
    const expected = last + 1;
    if (number?.style !== 'chinese') {
      yield inOtherForm(section, expected);
      last = expected;
      continue;
    }
    // The next number goes on where this one should be: the others are right.
    const isProved = numbered[i + 1]?.heading.block.numbering?.value === expected + 1;
    if (number.value !== expected && !isOfficialNumber(report, section, expected)) {
      yield finding(shift(number.span, heading.at), {
        message: number.value === last ? 'structure/numbering#repeated' : 'structure/numbering',
        severity: isProved ? 'warning' : 'information',
        args: {
          found: report.source.slice(shift(number.span, heading.at)).trim(),
          expected: numberText(number.style, expected),
        },
        related:
          i > 0
            ? [
                {
                  span: numbered[i - 1]?.titleSpan ?? { start: 0, end: 0 },
                  message: 'related.precedingNumber',
                  args: {},
                },
              ]
            : [],
        fixes: [
          {
            kind: 'review',
            message: 'fix.renumber',
            args: {},
            edits: numbered.flatMap((each, j) =>
              renumber(span => report.source.slice(span), each.heading.at, each.heading.block.numbering, j + 1),
            ),
          },
        ],
      });
    }
    last = isProved ? expected : number.value;
  }
}

/**
 * Whether a section stands among those numbered 一、 with the title that belongs there, numbered otherwise or not at all.
 */
function isInGap(report: ReportOutline, { id }: Section, index: number): boolean {
  const { edition, sections } = report;
  if (!edition?.isPrescribed || id === null || edition.sections[index]?.id !== id) return false;
  const next = sections[index + 1]?.heading.block.numbering;
  return next?.style === 'chinese' && next.value === index + 2;
}

function inOtherForm({ heading, title, titleSpan }: Section, value: number): Finding {
  const { numbering: number } = heading.block;
  const expected = numberText('chinese', value);
  const place = number ? shift(number.span, heading.at) : { start: titleSpan.start, end: titleSpan.start };
  return finding(number ? place : titleSpan, {
    message: 'structure/numbering#form',
    args: { title, expected },
    fixes: [{ kind: 'review', message: 'fix.useNumeral', args: { expected }, edits: [replace(place, expected)] }],
  });
}

/** Whether a number skips over parts that are missing: that finding says it all, and the number is right. */
function isOfficialNumber(report: ReportOutline, { id, heading }: Section, expected: number): boolean {
  const value = heading.block.numbering?.value ?? 0;
  if (!report.edition?.isPrescribed || value < expected || report.edition.sections[value - 1]?.id !== id) return false;
  const skipped = report.edition.sections.slice(expected - 1, value - 1);
  return skipped.every(spec => !report.sections.some(other => other.id === spec.id));
}

interface OpenList {
  readonly style: NumberingStyle;
  value: number;
  at: number;
  /** Where the numbers were when the last one started anew: （二）…（一）…（二）…（三）… may go on with （三）. */
  outer: number;
}

/**
 * Items below the first level, section by section. A form that comes again goes on where it was; inner lists start
 * anew.
 */
function* items({ section, slice }: SectionContext): Iterable<Finding> {
  const open: OpenList[] = [];
  for (const [index, placed] of section.blocks.entries()) {
    const number = numberOf(placed.block);
    if (!number || number.style === 'chinese' || isTableRow(section.blocks[index + 1])) continue;
    const known = open.findIndex(({ style }) => style === number.style);
    const list = open[known];
    if (!list) {
      open.push({ style: number.style, value: number.value, at: placed.at, outer: -1 });
      continue;
    }
    open.splice(known + 1);
    const expected = list.value + 1;
    const isFine =
      number.value === expected ||
      number.value === 1 ||
      number.value === list.outer + 1 ||
      isWrittenBetween(slice({ start: list.at, end: placed.at }), number.style, expected, number.value);
    const isProved = !isFine && nextOf(section.blocks, index, number.style) === expected + 1;
    if (!isFine) {
      yield finding(shift(number.span, placed.at), {
        message: number.value === list.value ? 'structure/numbering#repeated' : 'structure/numbering',
        severity: isProved ? 'warning' : 'information',
        args: { found: slice(shift(number.span, placed.at)).trim(), expected: numberText(number.style, expected) },
        fixes: [
          { kind: 'review', message: 'fix.renumber', args: {}, edits: renumber(slice, placed.at, number, expected) },
        ],
      });
    }
    if (number.value === 1) list.outer = list.value;
    else if (number.value !== expected) list.outer = -1;
    list.value = isProved ? expected : number.value;
    list.at = placed.at;
  }
}

/** The next number of a form, within the blocks that follow. */
function nextOf(blocks: readonly Placed[], index: number, style: NumberingStyle): number | undefined {
  for (let i = index + 1; i < Math.min(blocks.length, index + FOLLOWING); i++) {
    const block = blocks[i]?.block;
    const number = block && numberOf(block);
    if (number?.style === style) return number.value;
  }
  return undefined;
}

const FOLLOWING = 30;

/** A number before a line that holds only a figure or a unit names a row of a table that lost its cells. */
function isTableRow(next: Placed | undefined): boolean {
  return next?.block.kind === 'paragraph' && isCellText(next.block.text.text);
}

/** The numbers between may stand inside a paragraph: `…问题：（一）…（二）…`. */
function isWrittenBetween(between: string, style: NumberingStyle, expected: number, found: number): boolean {
  if (found < expected) return false;
  const text = between.replace(/[（〔]/g, '(').replace(/[）〕]/g, ')');
  for (let value = expected; value < found; value++) {
    const plain = numberText(style, value)
      .replace(/[（]/g, '(')
      .replace(/[）]/g, ')')
      .replace(/[.、]$/, '');
    if (!text.includes(plain)) return false;
  }
  return true;
}

function* strays({ block, slice }: BlockContext): Iterable<Finding> {
  const number = numberOf(block);
  if (number?.lookAlike) {
    const numeral = numberToChinese(number.value);
    yield finding(number.lookAlike, {
      message: 'structure/numbering#look-alike',
      args: { found: slice(number.lookAlike), expected: numeral },
      fixes: [
        {
          kind: 'safe',
          message: 'fix.useNumeral',
          args: { expected: numeral },
          edits: [replace(number.lookAlike, numeral)],
        },
      ],
    });
  }
  if (!number?.stray) return;
  yield finding(number.stray, {
    message: 'structure/numbering#stray',
    args: { found: slice({ start: number.span.start, end: number.stray.end }) },
    fixes: [{ kind: 'review', message: 'fix.removeStray', args: {}, edits: [replace(number.stray, '')] }],
  });
}

function numberOf(block: Block): Numbering | undefined {
  return block.kind === 'heading' || block.kind === 'paragraph' ? block.numbering : undefined;
}

function renumber(slice: (span: Span) => string, at: number, number: Numbering | undefined, value: number): Edit[] {
  if (!number || number.value === value) return [];
  const place: Span = shift(number.span, at);
  const text = number.lookAlike
    ? slice(place).replace(slice(shift(number.lookAlike, at)), numberToChinese(number.value))
    : slice(place);
  const digits =
    number.style === 'chinese' || number.style === 'chineseBracket'
      ? numberToChinese(value)
      : number.style === 'circled'
        ? (numberToCircled(value) ?? String(value))
        : String(value);
  return [replace(place, text.replace(/[一二三四五六七八九十]+|[\d０-９]+|[①-⑳]/, digits))];
}

function numberText(style: NumberingStyle, value: number): string {
  switch (style) {
    case 'chinese':
      return `${numberToChinese(value)}、`;
    case 'chineseBracket':
      return `（${numberToChinese(value)}）`;
    case 'arabic':
      return `${String(value)}.`;
    case 'arabicBracket':
      return `（${String(value)}）`;
    case 'circled':
      return numberToCircled(value) ?? String(value);
  }
}

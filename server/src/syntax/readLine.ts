import { joined, offsetOf, part, place, type MappedText } from '../text/mappedText.ts';
import { shift } from '../text/span.ts';
import type { Heading, Numbering, Paragraph, Placed } from './block.ts';
import { readHeading, type HeadingShape, type LineHints } from './headings.ts';
import { headingsInside } from './headingsInside.ts';
import { withoutMarks } from './inlineMarks.ts';
import { labelFinder } from './labels.ts';
import { inner, isBlank } from './lineReader.ts';
import { readNumbering, type NumberingShape } from './numbering.ts';
import { FlatRows } from './tables/flat.ts';
import { tablesInLine } from './tables/inLine.ts';
import { tableBlock } from './tables/layout.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Lines longer than this may be a whole report scraped onto one line; headings and tables are looked for inside. */
const LONG_LINE = 200;
/** A line with more blocks is not a report; the rest of it becomes one paragraph. */
const MOST_BLOCKS_ON_A_LINE = 500;
/** Headings are looked for in this many characters at the beginning of a piece. */
const LONGEST_HEADING_LINE = 2000;

/**
 * The blocks of one line in order: a heading with the text that runs on behind it, or a paragraph. A line that holds a
 * whole report has several of them, and tables.
 */
export function readLine(
  line: MappedText,
  hints: LineHints,
  vocabulary: Vocabulary,
  start = offsetOf(line, 0),
): Placed[] {
  const blocks: Placed[] = [];
  const cuts = headingsInside(line.text, vocabulary, line.text.length > LONG_LINE);
  let from = 0;
  for (let next = 0; from < line.text.length;) {
    while ((cuts[next] ?? Infinity) <= from) next++;
    const cut = cuts[next] ?? line.text.length;
    const at = from === 0 ? start : offsetOf(line, from);
    if (blocks.length >= MOST_BLOCKS_ON_A_LINE) {
      const text = rebase(part(line, from, line.text.length), at);
      blocks.push({ at, block: { kind: 'paragraph', length: text.text.length, text } });
      break;
    }
    const isCut = cuts.length > 0;
    const piece = rebase(part(line, from, cut), at);
    const { block, taken } = readText(piece, vocabulary, from === 0 ? { ...hints, isCut } : { isCut });
    if (block.kind === 'paragraph' && line.text.length > LONG_LINE)
      blocks.push(...withTables(piece, block, at, vocabulary));
    else blocks.push({ at, block });
    from += Math.max(1, taken);
  }
  return blocks;
}

/** A paragraph split at the tables that stand in it, in order. */
function withTables(text: MappedText, paragraph: Paragraph, at: number, vocabulary: Vocabulary): Placed[] {
  const tables = tablesInLine(text.text, vocabulary);
  if (tables.length === 0) return [{ at, block: paragraph }];
  const blocks: Placed[] = [];
  const addText = (start: number, end: number) => {
    if (isBlank(text.text.slice(start, end))) return;
    const from = offsetOf(text, start);
    const piece = rebase(part(text, start, end), from);
    blocks.push({ at: at + from, block: readText(piece, vocabulary, { isCut: true }).block });
  };
  let done = 0;
  for (const table of tables) {
    addText(done, table.start);
    const rows = new FlatRows(labelFinder(vocabulary));
    for (const cells of table.rows) {
      for (const [i, { start, end }] of cells.entries()) {
        const cell = { text: text.text.slice(start, end), span: shift(place(text, start, end), at) };
        if (i === 0) rows.addWords(cell);
        else rows.addCell(cell);
      }
    }
    const from = at + offsetOf(text, table.start);
    const end = at + place(text, table.start, table.end).end;
    blocks.push({
      at: from,
      block: tableBlock('inLine', { rows: rows.finish(), columnCount: 0, end, next: end }, from),
    });
    done = table.end;
  }
  addText(done, text.text.length);
  return blocks;
}

/** A heading or a paragraph at the beginning of a line's text, and how many of its characters it takes. */
function readText(
  line: MappedText,
  vocabulary: Vocabulary,
  hints: LineHints,
): { block: Heading | Paragraph; taken: number } {
  const text = line.text;
  const isLong = text.length > LONGEST_HEADING_LINE;
  const shape = readHeading(isLong ? text.slice(0, LONGEST_HEADING_LINE) : text, vocabulary, hints);
  if (shape) return { block: headingOf(line, shape, isLong), taken: shape.rest ?? text.length };
  const body = inner(text);
  const numbering = readNumbering(text, body.start, body.end);
  const paragraph: Paragraph = {
    kind: 'paragraph',
    length: text.length,
    text: withoutMarks(part(line, body.start, body.end)),
    ...(numbering ? { numbering: numberingOf(line, numbering) } : {}),
  };
  return { block: paragraph, taken: text.length };
}

const CLOSING = '：:。；;，,';

function headingOf(line: MappedText, shape: HeadingShape, isLong: boolean): Heading {
  const closing = line.text.charAt(shape.span.end);
  return {
    kind: 'heading',
    length: line.text.length,
    text: withoutMarks(
      shape.marks
        ? joined(part(line, shape.span.start, shape.marks.start), part(line, shape.marks.end, shape.span.end))
        : part(line, shape.span.start, shape.span.end),
    ),
    title: withoutMarks(part(line, shape.title.start, shape.title.end)),
    ...(shape.numbering ? { numbering: numberingOf(line, shape.numbering) } : {}),
    ...(shape.markdownLevel === undefined ? {} : { markdownLevel: shape.markdownLevel }),
    ...(closing !== '' && CLOSING.includes(closing) ? { closing } : {}),
    runsOn: shape.rest !== undefined || isLong,
  };
}

function numberingOf(line: MappedText, shape: NumberingShape): Numbering {
  return {
    style: shape.style,
    value: shape.value,
    span: place(line, shape.span.start, shape.span.end),
    ...(shape.stray ? { stray: place(line, shape.stray.start, shape.stray.end) } : {}),
    ...(shape.lookAlike ? { lookAlike: place(line, shape.lookAlike.start, shape.lookAlike.end) } : {}),
  };
}

/** The same text with places counted from `at`. */
function rebase(text: MappedText, at: number): MappedText {
  return {
    text: text.text,
    pieces: text.pieces.map(piece => ({ ...piece, from: piece.from - at, to: piece.to - at })),
  };
}

import { joined, offsetOf, part, place, plain, type MappedText } from '../text/mappedText.ts';
import { isPiece, detachString } from '../text/detach.ts';
import { shift } from '../text/span.ts';
import {
  indexOfBlock,
  type Block,
  type Cell,
  type DirectiveCommand,
  type Heading,
  type Numbering,
  type Paragraph,
  type Placed,
  type Row,
  type Table,
} from './block.ts';
import { readDirective } from './directives.ts';
import { ClosingTags } from './closingTags.ts';
import {
  headingsInside,
  readHeading,
  readNumbering,
  type HeadingShape,
  type LineHints,
  type NumberingShape,
} from './headings.ts';
import { isWebPage, readHtml } from './html.ts';
import { indentOf, inner, isBlank, lineFrom, lookedAt, lookFrom, nextFilledLine, type Line } from './lineReader.ts';
import { FlatRows } from './tables/flat.ts';
import { tablesInLine } from './tables/inLine.ts';
import { layOut, type ReadTable } from './tables/layout.ts';
import { LAYOUTS } from './tables/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Past so many headings a line is no report, and the rest of it is text. */
const MOST_BLOCKS_ON_A_LINE = 500;

/** What reading leaves for the next version of the draft. */
export interface Parsed extends Reading {
  readonly text: string;
}

interface Reading {
  readonly blocks: readonly Placed[];
  /** For each block how far behind its start the text was looked at to read it; empty for a web page. */
  readonly reaches: readonly number[];
}

/** Lines longer than this may be a whole report scraped onto one line; headings are looked for inside. */
const LONG_LINE = 200;

/**
 * Reads a draft into blocks. Never throws and never loses text: what is nothing else is a paragraph.
 *
 * With the previous version, blocks that the edit did not touch are the same objects. Reading starts with the first block
 * for which the edited text was looked at, and stops where an old boundary comes round again.
 */
export function parse(text: string, vocabulary: Vocabulary, previous?: Parsed): Parsed {
  if (isWebPage(text)) {
    const blocks = readPage(text, vocabulary);
    return {
      text,
      blocks: previous ? keepUntouched(blocks, changeBetween(previous.text, text), previous) : blocks,
      reaches: [],
    };
  }
  if (!previous || isWebPage(previous.text)) return { text, ...readBlocks(text, 0, vocabulary) };
  return { text, ...readAgain(text, vocabulary, previous) };
}

/** Changed region: `text[start..end)` stands where the old text had `start..oldEnd`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly oldEnd: number;
}

function readAgain(text: string, vocabulary: Vocabulary, previous: Parsed): Reading {
  const change = changeBetween(previous.text, text);
  if (change.start === change.end && change.start === change.oldEnd) return previous;
  // Comments, fences and HTML reach to their end signs however far: an edit that touches one reads everything.
  const around =
    previous.text.slice(Math.max(0, change.start - 8), change.oldEnd + 8) +
    text.slice(Math.max(0, change.start - 8), change.end + 8);
  if (/<!-|-->|<\/?table|```|~~~/i.test(around)) {
    const { blocks, reaches } = readBlocks(text, 0, vocabulary);
    return { blocks: keepUntouched(blocks, change, previous), reaches };
  }
  // A sign put behind a line end may belong to it, as LF does behind CR.
  const firstTouched = previous.blocks.findIndex(({ at }, i) => at + (previous.reaches[i] ?? 0) >= change.start);
  const kept = firstTouched < 0 ? [...previous.blocks] : previous.blocks.slice(0, firstTouched);
  // A line is read as a whole: what stands on it is kept together or not at all.
  while (kept.length > 0 && !isLineStart(text, endOf(kept))) kept.pop();
  const delta = change.end - change.oldEnd;
  const fresh = readBlocks(text, endOf(kept), vocabulary, at => {
    if (at <= change.end) return undefined;
    const index = indexOfBlock(previous.blocks, at - delta);
    return index < 0
      ? undefined
      : {
          blocks: previous.blocks.slice(index).map(placed => ({ at: placed.at + delta, block: placed.block })),
          reaches: previous.reaches.slice(index),
        };
  });
  return {
    blocks: [...kept, ...keepUntouched(fresh.blocks, change, previous)],
    reaches: [...previous.reaches.slice(0, kept.length), ...fresh.reaches],
  };
}

function endOf(blocks: readonly Placed[]): number {
  const last = blocks.at(-1);
  return last ? last.at + last.block.length : 0;
}

/** Puts old blocks in the place of equal new ones outside the change, so that what hangs on them need not be made again. */
function keepUntouched(blocks: readonly Placed[], change: Change, previous: Parsed): readonly Placed[] {
  const delta = change.end - change.oldEnd;
  return blocks.map(placed => {
    const end = placed.at + placed.block.length;
    const oldAt = end <= change.start ? placed.at : placed.at >= change.end ? placed.at - delta : undefined;
    const block = oldAt === undefined ? undefined : previous.blocks[indexOfBlock(previous.blocks, oldAt)]?.block;
    if (block === placed.block) return placed;
    // A tag before a block decides what it is: equal text alone does not make it the same.
    return { at: placed.at, block: block && isSame(block, placed.block) ? block : detached(placed.block) };
  });
}

/**
 * A block that was just read, with texts of its own. A piece of a long text keeps the whole of it in memory, and what is
 * read again near each edit would keep every version of the draft.
 */
function detached(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: withOwnText(block.text), title: withOwnText(block.title) };
    case 'paragraph':
      return { ...block, text: withOwnText(block.text) };
    case 'directive':
      return { ...block, command: withOwnTexts(block.command) };
    case 'table': {
      const copies = new Map<Cell, Cell>();
      const copy = (cell: Cell): Cell => {
        if (!isPiece(cell.text)) return cell;
        const known = copies.get(cell) ?? withOwnText(cell);
        copies.set(cell, known);
        return known;
      };
      return { ...block, rows: block.rows.map(row => ({ ...row, cells: row.cells.map(copy) })) };
    }
  }
}

function withOwnText<T extends { readonly text: string }>(data: T): T {
  return { ...data, text: detachString(data.text) };
}

function withOwnTexts(command: DirectiveCommand): DirectiveCommand {
  switch (command.kind) {
    case 'silence':
      return { ...command, rule: detachString(command.rule), reason: detachString(command.reason) };
    case 'edition':
      return { ...command, edition: detachString(command.edition) };
    case 'unreadable':
      return withOwnText(command);
    case 'year':
    case 'note':
      return command;
  }
}

/** Whether two pieces of data hold the same all the way down. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every(key => key in right && isSame(left[key], right[key]));
}

function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = commonLength(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, end: after.length - tail, oldEnd: before.length - tail };
}

/** Largest n up to `limit` for which the pieces 0–n agree; compares large pieces first. */
function commonLength(limit: number, agrees: (from: number, to: number) => boolean): number {
  let done = 0;
  for (let step = 65536; step >= 1; step >>= 2) while (done + step <= limit && agrees(done, done + step)) done += step;
  return done;
}

/** Reads blocks from `from` on; `resume(at)` may give all that follows a boundary. */
function readBlocks(
  text: string,
  from: number,
  vocabulary: Vocabulary,
  resume?: (at: number) => Reading | undefined,
): Reading {
  const blocks: Placed[] = [];
  const reaches: number[] = [];
  const ends = new ClosingTags(text);
  let line = nextFilledLine(text, from);
  while (line) {
    const at = line.start;
    const rest = resume?.(at);
    if (rest) {
      for (const placed of rest.blocks) blocks.push(placed);
      for (const reach of rest.reaches) reaches.push(reach);
      break;
    }
    lookFrom(line.next);
    const special = isLineStart(text, at)
      ? (readComment(text, line, ends) ?? readFence(text, line, ends) ?? readTable(text, line, vocabulary, ends))
      : null;
    const found = special ? [{ at, block: special.block }] : readLine(plain(line.text, at), {}, vocabulary);
    line = nextFilledLine(text, Math.max(special?.next ?? line.next, at + 1));
    const end = line?.start ?? text.length;
    const looked = lookedAt();
    for (const [i, placed] of found.entries()) {
      blocks.push({ at: placed.at, block: { ...placed.block, length: (found[i + 1]?.at ?? end) - placed.at } });
      reaches.push(looked - placed.at);
    }
  }
  return { blocks, reaches };
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || '\r\n'.includes(text.charAt(at - 1));
}

interface ReadBlock {
  readonly block: Block;
  readonly next: number;
}

/** The blocks of one line: a heading, the text that runs on behind it, and where a whole report stands on the line, more of both. */
function readLine(line: MappedText, hints: LineHints, vocabulary: Vocabulary): { at: number; block: Block }[] {
  const blocks: { at: number; block: Block }[] = [];
  const cuts = line.text.length > LONG_LINE ? headingsInside(line.text, vocabulary) : [];
  let from = 0;
  for (let next = 0; from < line.text.length;) {
    while ((cuts[next] ?? Infinity) <= from) next++;
    const cut = cuts[next] ?? line.text.length;
    const at = offsetOf(line, from);
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

/** A paragraph with the tables that stand in it, in order. */
function withTables(
  text: MappedText,
  paragraph: Paragraph,
  at: number,
  vocabulary: Vocabulary,
): { at: number; block: Block }[] {
  const tables = tablesInLine(text.text, vocabulary);
  if (tables.length === 0) return [{ at, block: paragraph }];
  const blocks: { at: number; block: Block }[] = [];
  const addText = (start: number, end: number) => {
    if (isBlank(text.text.slice(start, end))) return;
    const from = offsetOf(text, start);
    blocks.push({
      at: at + from,
      block: readText(rebase(part(text, start, end), from), vocabulary, { isCut: true }).block,
    });
  };
  let done = 0;
  for (const table of tables) {
    addText(done, table.start);
    const rows = new FlatRows();
    for (const cells of table.rows) {
      for (const [i, { start, end }] of cells.entries()) {
        const cell = { text: text.text.slice(start, end), span: shift(place(text, start, end), at) };
        if (i === 0) rows.start(cell);
        else rows.add(cell);
      }
    }
    const from = at + offsetOf(text, table.start);
    const end = at + place(text, table.start, table.end).end;
    blocks.push({ at: from, block: tableOf('inLine', { rows: rows.finish(), columnCount: 0, end, next: end }, from) });
    done = table.end;
  }
  addText(done, text.text.length);
  return blocks;
}

/** A heading or a paragraph at the beginning of a line's text, and how many of its characters it takes. */
function readText(
  line: MappedText,
  vocabulary: Vocabulary,
  hints: LineHints = {},
): { block: Heading | Paragraph; taken: number } {
  const text = line.text;
  const shape = readHeading(text.length > 2000 ? text.slice(0, 2000) : text, vocabulary, hints);
  if (shape) {
    const taken = shape.rest ?? text.length;
    return { block: headingOf(line, shape, text.length > 2000), taken };
  }
  const body = inner(text);
  const numbering = readNumbering(text, body.start, body.end);
  const paragraph: Paragraph = {
    kind: 'paragraph',
    length: text.length,
    text: part(line, body.start, body.end),
    ...(numbering ? { numbering: numberingOf(line, numbering) } : {}),
  };
  return { block: paragraph, taken: text.length };
}

function headingOf(line: MappedText, shape: HeadingShape, isCut: boolean): Heading {
  return {
    kind: 'heading',
    length: line.text.length,
    text: shape.marks
      ? joined(part(line, shape.span.start, shape.marks.start), part(line, shape.marks.end, shape.span.end))
      : part(line, shape.span.start, shape.span.end),
    title: part(line, shape.title.start, shape.title.end),
    ...(shape.numbering ? { numbering: numberingOf(line, shape.numbering) } : {}),
    ...(shape.markdownLevel === undefined ? {} : { markdownLevel: shape.markdownLevel }),
    runsOn: shape.rest !== undefined || isCut,
  };
}

function numberingOf(line: MappedText, shape: NumberingShape): Numbering {
  return {
    style: shape.style,
    value: shape.value,
    span: place(line, shape.span.start, shape.span.end),
    ...(shape.stray ? { stray: place(line, shape.stray.start, shape.stray.end) } : {}),
  };
}

function readComment(text: string, first: Line, ends: ClosingTags): ReadBlock | null {
  const at = first.start;
  const start = at + indentOf(first.text);
  if (!text.startsWith('<!--', start)) return null;
  const close = ends.comment(start + 4);
  if (close < 0) return null;
  const end = close + 3;
  const line = lineFrom(text, end);
  const command = readDirective(text.slice(start + 4, close), start + 4 - at);
  return {
    block: { kind: 'directive', length: end - at, span: { start: start - at, end: end - at }, command },
    next: isBlank(line.text) ? line.next : end,
  };
}

/** A fenced block is somebody's example: one note, not text of the report. */
function readFence(text: string, first: Line, ends: ClosingTags): ReadBlock | null {
  const at = first.start;
  const fence = /^ {0,3}(```+|~~~+)/.exec(first.text)?.[1];
  if (fence === undefined || !ends.mayCloseFence(fence, first.next)) return null;
  for (let line = lineFrom(text, first.next); line.start < text.length; line = lineFrom(text, line.next)) {
    if (line.text.trim() === fence) {
      return {
        block: {
          kind: 'directive',
          length: line.end - at,
          span: { start: 0, end: line.end - at },
          command: { kind: 'note' },
        },
        next: line.next,
      };
    }
  }
  ends.fenceIsOpen(fence, first.next);
  return null;
}

function readTable(text: string, first: Line, vocabulary: Vocabulary, ends: ClosingTags): ReadBlock | null {
  for (const layout of LAYOUTS) {
    const table = layout.read(text, first, vocabulary, ends);
    if (table) return { block: tableOf(layout.id, table, first.start), next: table.next };
  }
  return null;
}

function tableOf(layout: Table['layout'], table: ReadTable, at: number, start = at): Table {
  const moved = new Map<Cell, Cell>();
  const move = (cell: Cell): Cell => {
    const known = moved.get(cell) ?? { ...cell, span: shift(cell.span, -at) };
    moved.set(cell, known);
    return known;
  };
  return {
    kind: 'table',
    layout,
    length: table.end - at,
    span: { start: start - at, end: table.end - at },
    columnCount: table.columnCount,
    rows: table.rows.map((row): Row => ({ span: shift(row.span, -at), cells: row.cells.map(move) })),
  };
}

/** A saved web page. */
function readPage(text: string, vocabulary: Vocabulary): Placed[] {
  const found: { at: number; block: Block }[] = [];
  for (const piece of readHtml(text)) {
    if (piece.kind === 'table') {
      const at = piece.span.start;
      found.push({
        at,
        block: tableOf('html', { ...layOut(piece.rows), end: piece.span.end, next: piece.span.end }, at),
      });
    } else if (piece.kind === 'comment') {
      const at = piece.span.start;
      const command = readDirective(text.slice(piece.content.start, piece.content.end), piece.content.start - at);
      if (command.kind !== 'note')
        found.push({
          at,
          block: { kind: 'directive', length: piece.span.end - at, span: shift(piece.span, -at), command },
        });
    } else found.push(...readLine(piece.text, piece.hints, vocabulary));
  }
  return found.map(({ at, block }, index) => ({
    at,
    block: { ...block, length: (found[index + 1]?.at ?? text.length) - at },
  }));
}

function rebase(text: MappedText, at: number): MappedText {
  return {
    text: text.text,
    pieces: text.pieces.map(piece => ({ ...piece, from: piece.from - at, to: piece.to - at })),
  };
}

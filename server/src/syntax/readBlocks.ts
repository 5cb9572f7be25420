import { fold } from '../text/fold.ts';
import { plain } from '../text/mappedText.ts';
import type { Block, Placed } from './block.ts';
import { readDirective } from './directives.ts';
import { hiddenElement } from './htmlParser.ts';
import { hasSeparators, withLineEnds, type Line } from './line.ts';
import { knownBlocksOf } from './knownBlocks.ts';
import { labelFinder } from './labels.ts';
import { indentOf, isBlank, LineReader, type EndTag } from './lineReader.ts';
import { readParagraphLines } from './paragraphLines.ts';
import { readLine } from './readLine.ts';
import { LAYOUTS } from './tables/index.ts';
import { tablesJoinedIn } from './tables/joinedTables.ts';
import { tableBlock } from './tables/layout.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isWebPage, readPage } from './webPage.ts';
import { writtenSignsIn } from './writtenSigns.ts';

/** A draft read into blocks, with what {@link reparse} needs to read its next version. */
export interface Parsed extends ReadBlocks {
  /** As it was read: see {@link withLineEnds}. */
  readonly text: string;
  readonly hasSeparators: boolean;
  /** With which it was read. */
  readonly vocabulary: Vocabulary;
}

export interface ReadBlocks {
  readonly blocks: readonly Placed[];
  /** One for each block; empty for a web page. */
  readonly lookaheads: readonly Lookahead[];
}

/** The text that a block depends on. */
export interface Lookahead {
  /** Number of UTF-16 units from the block's start that were read to tell what the block is. */
  readonly reach: number;
  /**
   * End tags that were looked for in the whole rest of the draft and are not there; places count from the block's
   * start.
   */
  readonly missingTags: readonly EndTag[];
  /** Whether reading can begin with this block; else it was read together with the one before. */
  readonly isFirst: boolean;
}

/**
 * Reads a draft into blocks. Never throws and never loses text: what is nothing else is a paragraph. A block that was
 * read before, in whatever draft, is the same object.
 */
export function parse(written: string, vocabulary: Vocabulary): Parsed {
  const isParted = hasSeparators(written);
  const text = isParted ? withLineEnds(written) : written;
  const { blocks, lookaheads } = isWebPage(text) ? readWebPage(text, vocabulary) : readBlocks(text, vocabulary);
  return {
    text,
    hasSeparators: isParted,
    vocabulary,
    blocks: knownBlocksOf(vocabulary).inPlaceOf(text, blocks),
    lookaheads,
  };
}

/** The blocks of a saved web page, which is read as a whole. */
export function readWebPage(text: string, vocabulary: Vocabulary): ReadBlocks {
  const found = readPage(text, vocabulary);
  return { blocks: found.map((placed, i) => inDraft(text, placed, found[i + 1]?.at ?? text.length)), lookaheads: [] };
}

/**
 * Reads the blocks of a draft that is no web page, from the line that starts at `from` to the end, or up to the first
 * block start for which `isKnown` is true. A block depends on the text from its start on, never on the text before.
 */
export function readBlocks(
  text: string,
  vocabulary: Vocabulary,
  from = 0,
  isKnown?: (at: number) => boolean,
): ReadBlocks {
  const blocks: Placed[] = [];
  const lookaheads: Lookahead[] = [];
  const reader = new LineReader(text);
  let line = reader.nextFilledLine(from);
  while (line) {
    const at = line.start;
    if (isKnown?.(at)) break;
    reader.startBlock();
    const { found, next } = readAt(reader, reader.lineFrom(at), vocabulary);
    line = reader.nextFilledLine(Math.max(next, at + 1));
    const end = line?.start ?? text.length;
    const { furthestOffset, missingTags } = reader;
    for (const [i, placed] of found.entries()) {
      blocks.push(inDraft(text, placed, found[i + 1]?.at ?? end));
      lookaheads.push({
        reach: furthestOffset - placed.at,
        missingTags: missingTags.map(tag => ({ ...tag, from: tag.from - placed.at })),
        isFirst: i === 0 && reader.isLineStart(placed.at),
      });
    }
  }
  return { blocks, lookaheads };
}

/** A block that was read, with what follows from the draft's text up to the next one. */
function inDraft(text: string, { at, block }: Placed, end: number): Placed {
  const signs = writtenSignsIn(text, at, end);
  return { at, block: { ...block, length: end - at, ...(signs ? { signs } : {}) } };
}

/** The blocks that begin with a line or the rest of one, and where the next may start. */
function readAt(
  reader: LineReader,
  first: Line,
  vocabulary: Vocabulary,
  isFenced = false,
): { readonly found: readonly Placed[]; readonly next: number } {
  const special = reader.isLineStart(first.start) ? readSpecial(reader, first, vocabulary, isFenced) : null;
  if (special)
    return { found: [{ at: first.start, block: special.block }, ...(special.inside ?? [])], next: special.next };
  const { text, next } = readParagraphLines(
    reader,
    first,
    vocabulary,
    line => readSpecial(reader, line, vocabulary, isFenced) !== null,
  );
  const found = readLine(text, {}, vocabulary, first.start);
  // Comments, tags and struck-out text before the first words stay a block: what was read to know that is kept with it.
  const empty: Block = { kind: 'paragraph', length: 0, text: plain('', 0) };
  const isWhole = found[0]?.at === first.start;
  const blocks = isWhole ? found : [{ at: first.start, block: empty }, ...found];
  // Whatever a parser says of places, two blocks stand at two.
  return { found: blocks.filter(({ at }, i) => i === 0 || at > (blocks[i - 1]?.at ?? 0)), next };
}

interface ReadBlock {
  readonly block: Block;
  /** What stands behind it and was read together with it. */
  readonly inside?: readonly Placed[];
  /** Where the next block may start. */
  readonly next: number;
}

/** What begins with a line and is no running text. `isFenced`: a fence around it was opened already. */
function readSpecial(reader: LineReader, first: Line, vocabulary: Vocabulary, isFenced: boolean): ReadBlock | null {
  return (
    readComment(reader, first) ??
    (isFenced ? null : readFence(reader, first, vocabulary)) ??
    readHidden(reader, first) ??
    readTable(reader, first, vocabulary)
  );
}

function readComment(reader: LineReader, first: Line): ReadBlock | null {
  const at = first.start;
  const indent = indentOf(first.text);
  if (!first.text.startsWith('<!--', indent)) return null;
  const start = at + indent;
  const close = reader.commentEnd(start + 4);
  if (close === undefined) return null;
  const end = close + 3;
  const line = reader.lineFrom(end);
  const command = readDirective(reader.slice(start + 4, close), start + 4 - at);
  return {
    block: { kind: 'directive', length: end - at, span: { start: start - at, end: end - at }, command },
    next: isBlank(line.text) ? line.next : end,
  };
}

/**
 * A fenced block is an example and not text of the report: it becomes one note. Where it holds the tables of a report
 * and nothing else, or a whole report, it only shows how they are written: then the fences alone are notes.
 */
function readFence(reader: LineReader, first: Line, vocabulary: Vocabulary): ReadBlock | null {
  const at = first.start;
  const fence = FENCE.exec(first.text)?.[1];
  if (fence === undefined) return null;
  const close = reader.fenceEnd(fence, first.next);
  if (!close) return null;
  const note = (length: number): Block => ({
    kind: 'directive',
    length,
    span: { start: 0, end: length },
    command: { kind: 'note' },
  });
  const whole = { block: note(close.end - at), next: close.next };
  const language = LANGUAGE.exec(first.text)?.[0] ?? '';
  if (!LANGUAGES_OF_TEXT.has(language.toLowerCase())) return whole;
  const inside = readFenced(reader.upTo(close.start), first.next, vocabulary);
  if (!isReport(inside, vocabulary)) return whole;
  const end = { at: close.start, block: note(close.end - close.start) };
  return { block: note(first.end - at), inside: [...inside, end], next: close.next };
}

const FENCE = /^ {0,3}(```+|~~~+)/;
const LANGUAGE = /(?<=[`~\s])[\w-]{1,20}/;
/** What programs that answer in Markdown write behind a fence around text. */
const LANGUAGES_OF_TEXT = new Set('|text|txt|plain|plaintext|markdown|md|table|html|csv|tsv'.split('|'));

/** The blocks of what a fence holds; in it fences are none. */
function readFenced(reader: LineReader, from: number, vocabulary: Vocabulary): readonly Placed[] {
  const blocks: Placed[] = [];
  let line = reader.nextFilledLine(from);
  while (line) {
    const { found, next } = readAt(reader, reader.lineFrom(line.start), vocabulary, true);
    blocks.push(...found);
    line = reader.nextFilledLine(Math.max(next, line.start + 1));
  }
  return blocks;
}

/** Headings of sections that a fenced report has at least. */
const FEWEST_SECTIONS = 4;

/** Whether blocks are tables of a report and nothing else, or a report: tables, and headings of most sections. */
function isReport(blocks: readonly Placed[], vocabulary: Vocabulary): boolean {
  const finder = labelFinder(vocabulary);
  const tables = blocks.filter(
    ({ block }) =>
      block.kind === 'table' && block.rows.some(({ cells }) => cells.some(cell => finder.isLabel(cell.text))),
  );
  const sections = blocks.filter(
    ({ block }) => block.kind === 'heading' && vocabulary.titles.has(fold(block.title.text)),
  );
  return tables.length > 0 && (tables.length === blocks.length || sections.length >= FEWEST_SECTIONS);
}

const START_TAG = /^<[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,2000})?>/i;

/** An element over several lines that the page hides, or that is struck out: one note. */
function readHidden(reader: LineReader, first: Line): ReadBlock | null {
  const at = first.start;
  const indent = indentOf(first.text);
  if (first.text.charAt(indent) !== '<') return null;
  const tag = START_TAG.exec(first.text.slice(indent))?.[0];
  const name = tag === undefined ? undefined : hiddenElement(tag);
  const close = name === undefined ? undefined : reader.elementEnd(name, at + indent);
  if (!close || close.end <= first.end) return null;
  const line = reader.lineFrom(close.end);
  return {
    block: {
      kind: 'directive',
      length: close.end - at,
      span: { start: indent, end: close.end - at },
      command: { kind: 'note' },
    },
    next: isBlank(line.text) ? line.next : close.end,
  };
}

function readTable(reader: LineReader, first: Line, vocabulary: Vocabulary): ReadBlock | null {
  for (const layout of LAYOUTS) {
    const table = layout.read(reader, first, vocabulary);
    if (!table) continue;
    const [only, ...others] = tablesJoinedIn(table, vocabulary);
    const inside = others.map(each => {
      const at = each.rows[0]?.span.start ?? each.end;
      return { at, block: tableBlock(layout.id, each, at) };
    });
    return { block: tableBlock(layout.id, only ?? table, first.start), inside, next: table.next };
  }
  return null;
}

import { plain } from '../text/mappedText.ts';
import type { Block, Placed } from './block.ts';
import { ClosingTags } from './closingTags.ts';
import { readDirective } from './directives.ts';
import { indentOf, isBlank, LineReader, type Line } from './lineReader.ts';
import { readLine } from './readLine.ts';
import { LAYOUTS } from './tables/index.ts';
import { tableBlock } from './tables/layout.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isWebPage, readPage } from './webPage.ts';

/** A draft read into blocks, with what {@link reparse} needs to read its next version. */
export interface Parsed extends ReadBlocks {
  readonly text: string;
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
  /** Whether it depends as well on the tags that follow anywhere behind it (see {@link LineReader.noteTags}). */
  readonly dependsOnTags: boolean;
}

/** Reads a draft into blocks. Never throws and never loses text: what is nothing else is a paragraph. */
export function parse(text: string, vocabulary: Vocabulary): Parsed {
  if (isWebPage(text)) return { text, blocks: readPage(text, vocabulary), lookaheads: [] };
  return { text, ...readBlocks(text, vocabulary) };
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
  const tags = new ClosingTags(text);
  let line = reader.nextFilledLine(from);
  while (line) {
    const at = line.start;
    if (isKnown?.(at)) break;
    reader.startBlock();
    reader.noteRead(line.next);
    const special = isLineStart(text, at)
      ? (readComment(reader, line, tags) ?? readFence(reader, line, tags) ?? readTable(reader, line, vocabulary, tags))
      : null;
    const found = special ? [{ at, block: special.block }] : readLine(plain(line.text, at), {}, vocabulary);
    line = reader.nextFilledLine(Math.max(special?.next ?? line.next, at + 1));
    const end = line?.start ?? text.length;
    for (const [i, placed] of found.entries()) {
      blocks.push({ at: placed.at, block: { ...placed.block, length: (found[i + 1]?.at ?? end) - placed.at } });
      lookaheads.push({ reach: reader.furthestOffset - placed.at, dependsOnTags: reader.dependsOnTags });
    }
  }
  return { blocks, lookaheads };
}

/** Whether a line starts at this offset. */
export function isLineStart(text: string, at: number): boolean {
  return at === 0 || '\r\n'.includes(text.charAt(at - 1));
}

interface ReadBlock {
  readonly block: Block;
  /** Where the next block may start. */
  readonly next: number;
}

function readComment(reader: LineReader, first: Line, tags: ClosingTags): ReadBlock | null {
  const { text } = reader;
  const at = first.start;
  const start = at + indentOf(first.text);
  if (!text.startsWith('<!--', start)) return null;
  const close = tags.comment(start + 4);
  if (close < 0) {
    reader.noteTags();
    return null;
  }
  const end = close + 3;
  const line = reader.lineFrom(end);
  const command = readDirective(text.slice(start + 4, close), start + 4 - at);
  return {
    block: { kind: 'directive', length: end - at, span: { start: start - at, end: end - at }, command },
    next: isBlank(line.text) ? line.next : end,
  };
}

/** A fenced block is an example and not text of the report: it becomes one note. */
function readFence(reader: LineReader, first: Line, tags: ClosingTags): ReadBlock | null {
  const at = first.start;
  const fence = /^ {0,3}(```+|~~~+)/.exec(first.text)?.[1];
  if (fence === undefined) return null;
  const close = tags.fenceEnd(fence, first.next);
  if (!close) {
    reader.noteTags();
    return null;
  }
  reader.noteRead(close.next);
  const length = close.end - at;
  return {
    block: { kind: 'directive', length, span: { start: 0, end: length }, command: { kind: 'note' } },
    next: close.next,
  };
}

function readTable(reader: LineReader, first: Line, vocabulary: Vocabulary, tags: ClosingTags): ReadBlock | null {
  for (const layout of LAYOUTS) {
    const table = layout.read(reader, first, vocabulary, tags);
    if (table) return { block: tableBlock(layout.id, table, first.start), next: table.next };
  }
  return null;
}

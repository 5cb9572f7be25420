import { isPiece, detachString } from '../text/detach.ts';
import { indexOfBlock, type Block, type Cell, type DirectiveCommand, type Placed } from './block.ts';
import { ClosingTags } from './closingTags.ts';
import { hasEndTag } from './lineReader.ts';
import { parse, readBlocks, type Lookahead, type Parsed, type ReadBlocks } from './readBlocks.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isWebPage } from './webPage.ts';

/**
 * Reads the next version of a draft. Equal to `parse(text, vocabulary)`, but blocks that the edit did not touch are the
 * same objects as in `previous`.
 *
 * Reading starts with the first block that depends on the edited text, and stops at the first block boundary that also
 * existed before. A web page is read as a whole, and so is a draft whose formats have changed.
 */
export function reparse(previous: Parsed, text: string, vocabulary: Vocabulary): Parsed {
  if (previous.vocabulary !== vocabulary) return parse(text, vocabulary);
  const change = changeBetween(previous.text, text);
  if (change.start === change.end && change.start === change.oldEnd) return previous;
  if (isWebPage(text)) {
    const parsed = parse(text, vocabulary);
    return { ...parsed, blocks: keepUntouched(parsed.blocks, change, previous) };
  }
  if (isWebPage(previous.text)) return parse(text, vocabulary);
  return { text, vocabulary, ...readAround(text, vocabulary, change, previous) };
}

/** Changed range: `text[start..end)` stands where the previous text had `start..oldEnd`. */
interface ChangedRange {
  readonly start: number;
  readonly end: number;
  readonly oldEnd: number;
}

function readAround(text: string, vocabulary: Vocabulary, change: ChangedRange, previous: Parsed): ReadBlocks {
  const delta = change.end - change.oldEnd;
  const oldIndex = (at: number) => (at > change.end ? indexOfBlock(previous.blocks, at - delta) : -1);
  const kept = countUntouched(text, change, previous);
  const from = endOfBlocks(previous.blocks, kept);
  let resumeAt = previous.blocks.length;
  const fresh = readBlocks(text, vocabulary, from, at => {
    const index = oldIndex(at);
    // Blocks that were read together depend on where the first of them begins, which may be another place now.
    if (index < 0 || previous.lookaheads[index]?.isFirst !== true) return false;
    resumeAt = index;
    return true;
  });
  const blocks = previous.blocks.slice(0, kept);
  for (const placed of keepUntouched(fresh.blocks, change, previous)) blocks.push(placed);
  for (let i = resumeAt; i < previous.blocks.length; i++) {
    const placed = previous.blocks[i] as Placed;
    blocks.push(delta === 0 ? placed : { at: placed.at + delta, block: placed.block });
  }
  const lookaheads = previous.lookaheads.slice(0, kept);
  for (const lookahead of fresh.lookaheads) lookaheads.push(lookahead);
  for (let i = resumeAt; i < previous.lookaheads.length; i++) lookaheads.push(previous.lookaheads[i] as Lookahead);
  return { blocks, lookaheads };
}

/** Number of blocks at the beginning of the draft that do not depend on the changed text. */
function countUntouched(text: string, change: ChangedRange, { blocks, lookaheads }: Parsed): number {
  const tags = new ClosingTags(text);
  // A character put behind a line end may belong to it, as LF does behind CR: hence `>=`.
  const touched = blocks.findIndex(({ at }, i) => {
    const { reach, missingTags } = lookaheads[i] as Lookahead;
    return at + reach >= change.start || missingTags.some(tag => hasEndTag(tags, { ...tag, from: tag.from + at }));
  });
  let count = touched < 0 ? blocks.length : touched;
  while (count > 0 && lookaheads[count]?.isFirst === false) count--;
  return count;
}

/** Offset at which the first `count` blocks end. */
function endOfBlocks(blocks: readonly Placed[], count: number): number {
  const last = blocks[count - 1];
  return last ? last.at + last.block.length : 0;
}

/**
 * Puts previous blocks in the place of equal new ones outside the change, so that what is kept with them stays valid.
 */
function keepUntouched(
  blocks: readonly Placed[],
  change: ChangedRange,
  { blocks: oldBlocks }: Parsed,
): readonly Placed[] {
  const delta = change.end - change.oldEnd;
  return blocks.map(({ at, block }) => {
    const oldAt = at + block.length <= change.start ? at : at >= change.end ? at - delta : undefined;
    const old = oldAt === undefined ? undefined : oldBlocks[indexOfBlock(oldBlocks, oldAt)]?.block;
    // Equal text alone does not make it the same block: a tag before it may decide what it is.
    return { at, block: old && isSame(old, block) ? old : detached(block) };
  });
}

/**
 * A copy of a block that does not refer to the draft's text. A substring keeps the whole text in memory, so blocks read
 * near each edit would keep every version of the draft.
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

/** Deep equality of plain data. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every(key => key in right && isSame(left[key], right[key]));
}

function changeBetween(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length);
  const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = commonLength(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, end: after.length - tail, oldEnd: before.length - tail };
}

/** Largest n up to `limit` for which the stretches 0–n agree. Large stretches are compared first, natively. */
function commonLength(limit: number, agrees: (from: number, to: number) => boolean): number {
  let done = 0;
  for (let step = 65536; step >= 1; step >>= 2) while (done + step <= limit && agrees(done, done + step)) done += step;
  return done;
}

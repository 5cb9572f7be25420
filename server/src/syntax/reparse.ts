import { indexOfBlock, type Placed } from './block.ts';
import { isSame } from './blockCopies.ts';
import { ClosingTags } from './closingTags.ts';
import { knownBlocksOf } from './knownBlocks.ts';
import { hasSeparators, withLineEnds } from './line.ts';
import { hasEndTag } from './lineReader.ts';
import { parse, readBlocks, readWebPage, type Lookahead, type Parsed, type ReadBlocks } from './readBlocks.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isWebPage } from './webPage.ts';

/**
 * Reads the next version of a draft. Equal to `parse(text, vocabulary)`, but blocks that the edit did not touch are the
 * same objects as in `previous`.
 *
 * Reading starts with the first block that depends on the edited text, and stops at the first block boundary that also
 * existed before. A web page is read as a whole, and so is a draft whose formats have changed.
 */
export function reparse(previous: Parsed, written: string, vocabulary: Vocabulary): Parsed {
  if (previous.vocabulary !== vocabulary) return parse(written, vocabulary);
  const text = previous.hasSeparators ? withLineEnds(written) : written;
  const change = changeBetween(previous.text, text);
  if (!previous.hasSeparators && hasSeparators(text.slice(change.start, change.end))) return parse(written, vocabulary);
  if (change.start === change.end && change.start === change.oldEnd) return previous;
  if (isWebPage(text)) {
    const { blocks, lookaheads } = readWebPage(text, vocabulary);
    return {
      text,
      hasSeparators: previous.hasSeparators,
      vocabulary,
      blocks: keepUntouched(text, blocks, [], change, previous),
      lookaheads,
    };
  }
  if (isWebPage(previous.text)) return parse(written, vocabulary);
  return { ...previous, text, ...readAround(text, vocabulary, change, previous) };
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
  knownBlocksOf(vocabulary).keep(previous.text, previous.blocks.slice(kept, resumeAt));
  const before = previous.blocks.slice(0, kept);
  const behind = previous.blocks.slice(resumeAt);
  const read = keepUntouched(text, fresh.blocks, [before, behind], change, previous);
  const moved = delta === 0 ? behind : behind.map(({ at, block }) => ({ at: at + delta, block }));
  const blocks = [...before, ...read, ...moved];
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
 * Puts previous blocks in the place of equal new ones outside the change, and blocks that were read earlier in the
 * place of others, so that what is kept with them stays valid. `kept`: the rest of the draft's blocks.
 */
function keepUntouched(
  text: string,
  fresh: readonly Placed[],
  kept: readonly (readonly Placed[])[],
  change: ChangedRange,
  { blocks: oldBlocks, vocabulary }: Parsed,
): readonly Placed[] {
  const delta = change.end - change.oldEnd;
  const untouched = fresh.map(({ at, block }) => {
    const oldAt = at + block.length <= change.start ? at : at >= change.end ? at - delta : undefined;
    const old = oldAt === undefined ? undefined : oldBlocks[indexOfBlock(oldBlocks, oldAt)]?.block;
    // Equal text alone does not make it the same block: a tag before it may decide what it is.
    return old && isSame(old, block) ? { at, block: old } : undefined;
  });
  const isNew = (_: Placed, i: number) => untouched[i] === undefined;
  const others = [...kept, untouched.filter(placed => placed !== undefined)];
  const known = knownBlocksOf(vocabulary).inPlaceOf(text, fresh.filter(isNew), others);
  let next = 0;
  return untouched.map(placed => placed ?? (known[next++] as Placed));
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

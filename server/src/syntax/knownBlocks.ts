import { detachString } from '../text/detach.ts';
import { LIMITS } from '../text/limits.ts';
import { memoByObject } from '../text/memo.ts';
import type { Block, Placed } from './block.ts';
import { detached, isSame } from './blockCopies.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Blocks that were met lately, whichever draft they stood in. What was found out about a block is kept with it, so a
 * paragraph or a table that comes back (undone, moved, in a draft that is opened again, in the report of another unit)
 * is read into a block and no more.
 */
class KnownBlocks {
  /** By their text in the draft, those met last at the end; several where a draft holds the same several times. */
  private readonly blocks = new Map<string, readonly Block[]>();
  private characters = 0;

  /**
   * Puts known blocks in the place of equal new ones; `others` are the rest of the draft's blocks. A block stands in a
   * draft once.
   */
  inPlaceOf(text: string, fresh: readonly Placed[], others: readonly (readonly Placed[])[] = []): readonly Placed[] {
    const placed = new Set<Block>();
    let elsewhere: Set<Block> | undefined;
    return fresh.map(({ at, block }) => {
      const written = text.slice(at, at + block.length);
      const known = this.blocks.get(written);
      if (known) elsewhere ??= new Set(others.flatMap(all => all.map(each => each.block)));
      const isFree = (each: Block) => !placed.has(each) && elsewhere?.has(each) !== true;
      // Equal text alone does not make it the same block: a tag before it may decide what it is.
      const own = known?.find(each => isFree(each) && isSame(each, block)) ?? detached(block);
      placed.add(own);
      this.remember(written, own, text.length);
      return { at, block: own };
    });
  }

  /** Keeps blocks of a draft for the case that they come back. */
  keep(text: string, leaving: readonly Placed[]): void {
    for (const { at, block } of leaving) this.remember(text.slice(at, at + block.length), block, text.length);
  }

  /** Forgets all, so that a draft is read as if it were the first one. */
  clear(): void {
    this.blocks.clear();
    this.characters = 0;
  }

  private remember(written: string, block: Block, draftLength: number): void {
    if (written.length > LIMITS.knownBlockLength) return;
    const most = Math.min(Math.max(draftLength, LIMITS.knownBlockCharacters), LIMITS.mostKnownCharacters);
    const known = this.blocks.get(written) ?? [];
    const isNew = known.length < LIMITS.equalKnownBlocks && !known.includes(block);
    this.blocks.delete(written);
    this.blocks.set(detachString(written), isNew ? [...known, block] : known);
    if (isNew) this.characters += written.length;
    for (const [oldest, { length }] of this.blocks) {
      if (this.characters <= most) break;
      this.blocks.delete(oldest);
      this.characters -= oldest.length * length;
    }
  }
}

/** What a block is follows from its text and the words that make headings and tables. */
export const knownBlocksOf = memoByObject((_: Vocabulary) => new KnownBlocks());

import { type Block, type Heading, isKind, type Paragraph, type Placed } from './block.ts';
import { place } from '../text/mappedText.ts';
import { shift, type Span } from '../text/span.ts';

/** What was read out of one paragraph or heading, with its place in the draft. */
export class TextFact<T> {
  constructor(
    readonly fact: T,
    readonly placed: Placed<Heading | Paragraph>,
  ) {}

  get text(): string {
    return this.placed.block.text.text;
  }

  /** Place in the draft of the characters `start`–`end` of the text; may be taken off the fact. */
  readonly place = (start: number, end: number): Span =>
    shift(place(this.placed.block.text, start, end), this.placed.at);
}

/** Text behind this in one paragraph is not read. */
const LONGEST_TEXT = 100000;

type Read = (text: string, block: Heading | Paragraph) => readonly unknown[];

/** Every reader of the program, with the bit of the signs of which a text must hold one; a block is shown to all at once. */
const readers: { readonly read: Read; readonly needs: number }[] = [];
/** Bits of the readers that look for a sign. */
const SEARCHED = new Uint32Array(0x10000);
const BITS = 32;
let searches = 0;

/** What one reader found in a block, or how it failed; blocks in which it found nothing have none. */
type Yield =
  | { readonly reader: number; readonly facts: readonly unknown[] }
  | { readonly reader: number; readonly error: unknown };
interface BlockFacts {
  readonly readers: number;
  readonly yields: readonly Yield[];
}
interface Entry {
  readonly placed: Placed<Heading | Paragraph>;
  readonly found: Yield;
}
interface ListFacts {
  readonly readers: number;
  readonly byReader: ReadonlyMap<number, readonly Entry[]>;
}

const byBlock = new WeakMap<Block, BlockFacts>();
const byList = new WeakMap<readonly Placed<Block>[], ListFacts>();

/**
 * A reader of running text that looks at each paragraph and heading once: what it gives depends on nothing but the
 * words, so it is kept with the block and found again in the next version of the draft. A list of blocks is gone through
 * once for all readers together. A reader that throws does so where its own facts are asked for, and harms no other.
 * A text without any of `signs` is not shown to the reader.
 */
export function textFacts<T>(
  read: (text: string, block: Heading | Paragraph) => readonly T[],
  signs?: string,
): (blocks: readonly Placed<Block>[]) => Iterable<TextFact<T>> {
  const reader = readers.push({ read, needs: signs === undefined ? 0 : search(signs) }) - 1;
  return function* (blocks) {
    for (const { placed, found } of factsIn(blocks).byReader.get(reader) ?? []) {
      if ('error' in found) throw found.error;
      // What a reader finds is what it was declared to find.
      for (const fact of found.facts as readonly T[]) yield new TextFact(fact, placed);
    }
  };
}

function search(signs: string): number {
  if (searches === BITS) throw new RangeError('more readers than bits');
  const bit = 1 << searches++;
  for (let i = 0; i < signs.length; i++) SEARCHED[signs.charCodeAt(i)] = (SEARCHED[signs.charCodeAt(i)] ?? 0) | bit;
  return bit;
}

/** Bits of the readers of which a text holds a sign. */
function searchedIn(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= SEARCHED[text.charCodeAt(at)] ?? 0;
  return bits;
}

/**
 * A reader that is made while the program runs, as for the statutes of one workspace: like {@link textFacts}, but it keeps
 * what it finds itself and goes with it.
 */
export function passingTextFacts<T>(
  read: (text: string, block: Heading | Paragraph) => readonly T[],
): (blocks: readonly Placed<Block>[]) => Iterable<TextFact<T>> {
  const known = new WeakMap<Block, readonly T[]>();
  return function* (blocks) {
    for (const placed of blocks) {
      if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
      const { block } = placed;
      let facts = known.get(block);
      if (!facts) known.set(block, (facts = read(block.text.text.slice(0, LONGEST_TEXT), block)));
      for (const fact of facts) yield new TextFact(fact, placed);
    }
  };
}

function factsIn(blocks: readonly Placed<Block>[]): ListFacts {
  const known = byList.get(blocks);
  if (known?.readers === readers.length) return known;
  const byReader = new Map<number, Entry[]>();
  for (const placed of blocks) {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
    for (const found of yieldsOf(placed.block)) {
      const entries = byReader.get(found.reader);
      if (entries) entries.push({ placed, found });
      else byReader.set(found.reader, [{ placed, found }]);
    }
  }
  const facts = { readers: readers.length, byReader };
  byList.set(blocks, facts);
  return facts;
}

const NOBODY: (typeof readers)[number] = { read: () => [], needs: 0 };

function yieldsOf(block: Heading | Paragraph): readonly Yield[] {
  const known = byBlock.get(block);
  if (known?.readers === readers.length) return known.yields;
  const text = block.text.text.slice(0, LONGEST_TEXT);
  const yields: Yield[] = [];
  const held = searchedIn(text);
  for (let reader = 0; reader < readers.length; reader++) {
    const { read, needs } = readers[reader] ?? NOBODY;
    if (needs !== 0 && (held & needs) === 0) continue;
    try {
      const facts = read(text, block);
      if (facts.length > 0) yields.push({ reader, facts });
    } catch (error) {
      yields.push({ reader, error });
    }
  }
  byBlock.set(block, { readers: readers.length, yields });
  return yields;
}

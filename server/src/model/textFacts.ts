import type { Block, Heading, Paragraph, Placed } from '../syntax/block.ts';
import { place } from '../text/mapped.ts';
import { shift, type Span } from '../text/span.ts';
import { isKind } from './report.ts';

/** What was read out of one paragraph or heading, with its place in the draft. */
export interface TextFact<T> {
  readonly fact: T;
  readonly text: string;
  readonly placed: Placed<Heading | Paragraph>;
  /** Place in the draft of the characters `start`–`end` of the text. */
  place(start: number, end: number): Span;
}

/** Text behind this in one paragraph is not read. */
const LONGEST_TEXT = 100000;

/**
 * A reader of running text that looks at each paragraph and heading once: what it gives depends on nothing but the
 * words, so it is kept with the block and found again in the next version of the draft.
 */
export function textFacts<T>(read: (text: string, block: Heading | Paragraph) => readonly T[]): (blocks: readonly Placed<Block>[]) => Iterable<TextFact<T>> {
  const known = new WeakMap<Block, readonly T[]>();
  return function* (blocks) {
    for (const placed of blocks) {
      if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
      const { block, at } = placed;
      let facts = known.get(block);
      if (!facts) known.set(block, (facts = read(block.text.text.slice(0, LONGEST_TEXT), block)));
      for (const fact of facts) {
        yield { fact, text: block.text.text, placed, place: (start, end) => shift(place(block.text, start, end), at) };
      }
    }
  };
}

import { type Block, type Heading, isKind, type Paragraph, type Placed } from './block.ts';
import { LIMITS } from '../text/limits.ts';
import { memoByObject } from '../text/memo.ts';
import { place } from '../text/mappedText.ts';
import { shift, type Span } from '../text/span.ts';

/** A block of running text. */
export type TextBlock = Heading | Paragraph;

/**
 * Reads something out of one paragraph or heading. What it gives follows from the block alone, so it is kept with the
 * block; places count from the start of `text`.
 */
export type ParagraphReader<T> = (text: string, block: TextBlock) => readonly T[];

/** What was read out of one paragraph or heading, with its place in the draft. */
export class TextFact<T> {
  constructor(
    readonly fact: T,
    readonly placed: Placed<TextBlock>,
  ) {}

  get text(): string {
    return this.placed.block.text.text;
  }

  /** Gives the place in the draft of the characters `start`–`end` of the text; bound, safe to destructure. */
  get place(): (start: number, end: number) => Span {
    const { at, block } = this.placed;
    return (start, end) => shift(place(block.text, start, end), at);
  }
}

/** The text of a block as readers get it: what stands behind `LIMITS.paragraphLength` is not read. */
export function textOf({ text: { text } }: TextBlock): string {
  return text.length > LIMITS.paragraphLength ? text.slice(0, LIMITS.paragraphLength) : text;
}

/** One reader over lists of blocks: each block is read once, and where the reader throws it does so for the caller. */
export function paragraphFacts<T>(
  read: ParagraphReader<T>,
): (blocks: readonly Placed<Block>[]) => Iterable<TextFact<T>> {
  const factsOf = memoByObject((block: TextBlock) => read(textOf(block), block));
  return function* (blocks) {
    for (const placed of blocks) {
      if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
      for (const fact of factsOf(placed.block)) yield new TextFact(fact, placed);
    }
  };
}

/** What one of several readers found in a block, or how it failed. */
export type Reading =
  | { readonly reader: number; readonly facts: readonly unknown[] }
  | { readonly reader: number; readonly error: unknown };

const NOTHING: readonly Reading[] = [];

/**
 * Shows a block to several readers, in their order; `reader` in the results is the index in the list. Readers that
 * found nothing have no result, and the error of one leaves the others alone.
 */
export function readTogether(readers: readonly ParagraphReader<unknown>[], block: TextBlock): readonly Reading[] {
  const text = textOf(block);
  let readings: Reading[] | undefined;
  for (let reader = 0; reader < readers.length; reader++) {
    try {
      const facts = readers[reader]?.(text, block) ?? [];
      if (facts.length > 0) (readings ??= []).push({ reader, facts });
    } catch (error) {
      (readings ??= []).push({ reader, error });
    }
  }
  return readings ?? NOTHING;
}

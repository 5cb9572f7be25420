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
export interface ParagraphReader<T> {
  (text: string, block: TextBlock): readonly T[];
  /** A text without any of these signs holds nothing for the reader: it is not shown to it. */
  readonly needs?: string;
}

/** A reader that finds nothing in a text without any of some signs. */
export function needing<R extends ParagraphReader<unknown>>(needs: string, read: R): R & { readonly needs: string } {
  return Object.assign(((text, block) => read(text, block)) as R, { needs });
}

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

/** Needs of more readers are not looked at: those are shown every text. */
const MOST_NEEDS = 31;

/** Several readers, to which blocks are shown in their order. */
export class ReaderSet {
  /** Of each sign a bit for every reader that needs it. */
  private readonly needed = new Int32Array(0x10000);
  /** The bit of each reader; 0 for one that is shown every text. */
  private readonly bits: readonly number[];

  constructor(readonly readers: readonly ParagraphReader<unknown>[]) {
    let count = 0;
    this.bits = readers.map(({ needs }) => {
      if (needs === undefined || count === MOST_NEEDS) return 0;
      const bit = 1 << count++;
      for (let at = 0; at < needs.length; at++) {
        const code = needs.charCodeAt(at);
        this.needed[code] = (this.needed[code] ?? 0) | bit;
      }
      return bit;
    });
  }

  /**
   * Shows a block to those readers that may find something; `reader` in the results is the index in the list. Readers
   * that found nothing have no result, and the error of one leaves the others alone.
   */
  read(block: TextBlock): readonly Reading[] {
    const text = textOf(block);
    const { readers, bits } = this;
    const present = this.bitsIn(text);
    let readings: Reading[] | undefined;
    for (let reader = 0; reader < readers.length; reader++) {
      const bit = bits[reader] ?? 0;
      if (bit !== 0 && (present & bit) === 0) continue;
      try {
        const facts = readers[reader]?.(text, block) ?? [];
        if (facts.length > 0) (readings ??= []).push({ reader, facts });
      } catch (error) {
        (readings ??= []).push({ reader, error });
      }
    }
    return readings ?? NOTHING;
  }

  /** Bits of the readers that find a sign that they need in a text. */
  private bitsIn(text: string): number {
    const { needed } = this;
    let present = 0;
    for (let at = 0; at < text.length; at++) present |= needed[text.charCodeAt(at)] ?? 0;
    return present;
  }
}

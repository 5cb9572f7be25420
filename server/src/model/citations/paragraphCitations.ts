import { type Heading, isKind, type Paragraph, type Placed } from '../../syntax/block.ts';
import { LIMITS } from '../../text/limits.ts';
import { place } from '../../text/mappedText.ts';
import { memoByObject } from '../../text/memo.ts';
import { shift, type Span } from '../../text/span.ts';
import { documentNumbersIn, type DocumentNumber } from '../../statutes/registry/documentNumbers.ts';
import { type Report } from '../report.ts';
import type { Citation, CitationContext, TextCitations } from './citation.ts';
import { citationContext } from './citationContext.ts';
import { readCitations } from './citationScanner.ts';

/** Everything that a paragraph or heading cites and names. */
export interface Reading extends TextCitations {
  /** The whole text of the paragraph. */
  readonly text: string;
  /** Document numbers, those of statutes too. */
  readonly numbers: readonly DocumentNumber[];
}

/** Citations and named statutes of one paragraph or heading of a draft; their spans count from the start of `text`. */
export class BlockCitations {
  constructor(
    /** The same object as long as the paragraph and the context of the draft stay the same. */
    readonly reading: Reading,
    readonly placed: Placed<Heading | Paragraph>,
  ) {}

  get citations(): Reading['citations'] {
    return this.reading.citations;
  }

  get mentions(): Reading['mentions'] {
    return this.reading.mentions;
  }

  get numbers(): Reading['numbers'] {
    return this.reading.numbers;
  }

  get text(): string {
    return this.reading.text;
  }

  /** Gives the place in the draft of the characters `start`–`end` of the text; bound, safe to destructure. */
  get place(): (start: number, end: number) => Span {
    const { at, block } = this.placed;
    return (start, end) => shift(place(block.text, start, end), at);
  }
}

/** A text without any of these cites nothing. */
const SIGNS = /[《〈＜<«“‘「『"第]|条例|法|令|规定|办法|解释|格式|号/;

/** Readings of paragraphs and headings, kept with the block for each context; null where nothing is cited or named. */
const readingIn = memoByObject((context: CitationContext) =>
  memoByObject((block: Heading | Paragraph) => read(block.text.text, context)),
);

/** Everything that one paragraph or heading cites and names; null where that is nothing. */
export function readingOf(block: Heading | Paragraph, context: CitationContext): Reading | null {
  return readingIn(context)(block);
}

/**
 * The paragraphs and headings among blocks of a draft that cite or name something, in order. Each is read once for a
 * context ({@link citationContext}) and found again in the next version of the draft.
 */
export function* citationsOf(report: Report, blocks: readonly Placed[] = report.blocks): Iterable<BlockCitations> {
  const context = citationContext(report);
  for (const placed of blocks) {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
    const reading = readingOf(placed.block, context);
    if (reading) yield new BlockCitations(reading, placed);
  }
}

function read(text: string, context: CitationContext): Reading | null {
  const part = text.slice(0, LIMITS.paragraphLength);
  if (!SIGNS.test(part)) return null;
  const { citations, mentions } = readCitations(part, context);
  const numbers = documentNumbersIn(part);
  return citations.length + mentions.length + numbers.length === 0 ? null : { text, citations, mentions, numbers };
}

/**
 * The citation with which a paragraph would end if it stopped at `end` (counted from the start of its text) and went on
 * with `words`; undefined where it would end with none. Read from the paragraph's start, as the kept citations are, so
 * that what is offered while a clause is being typed is the clause that is cited once it stands there.
 */
export function citationTypedAt(
  report: Report,
  { block }: Placed<Heading | Paragraph>,
  end: number,
  words = '',
): Citation | undefined {
  if (end > LIMITS.paragraphLength) return undefined;
  const text = block.text.text.slice(0, end) + words;
  const last = readCitations(text, citationContext(report)).citations.at(-1);
  return last?.span.end === text.length ? last : undefined;
}

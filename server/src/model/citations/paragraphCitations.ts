import { isKind, type Placed } from '../../syntax/block.ts';
import { TextFact, textOf, type TextBlock } from '../../syntax/paragraphFacts.ts';
import { memoByContext } from '../../text/memo.ts';
import { documentNumbersIn, type DocumentNumber } from '../../statutes/registry/documentNumbers.ts';
import { type Report } from '../report.ts';
import type { Citation, CitationContext, TextCitations } from './citation.ts';
import { citationContext } from './citationContext.ts';
import { readCitations } from './citationScanner.ts';

/** Everything that a paragraph or heading cites and names. */
export interface CitationReading extends TextCitations {
  /** The whole text of the paragraph. */
  readonly text: string;
  /** Document numbers, those of statutes too. */
  readonly numbers: readonly DocumentNumber[];
}

/** Citations and named statutes of one paragraph or heading of a draft; their spans count from the start of `text`. */
export class BlockCitations extends TextFact<CitationReading> {
  get citations(): CitationReading['citations'] {
    return this.fact.citations;
  }

  get mentions(): CitationReading['mentions'] {
    return this.fact.mentions;
  }

  get numbers(): CitationReading['numbers'] {
    return this.fact.numbers;
  }
}

/** A text without any of these cites nothing. */
const SIGNS = /[《〈＜<«“‘「『"第]|条例|法|令|规定|办法|解释|格式|号/;

/** Everything that one paragraph or heading cites and names; null where that is nothing. */
export const readingOf = memoByContext(read);

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

function read(block: TextBlock, context: CitationContext): CitationReading | null {
  const text = textOf(block);
  if (!SIGNS.test(text)) return null;
  const { citations, mentions } = readCitations(text, context);
  const numbers = documentNumbersIn(text);
  const isEmpty = citations.length + mentions.length + numbers.length === 0;
  return isEmpty ? null : { text: block.text.text, citations, mentions, numbers };
}

/**
 * The citation with which a paragraph would end if it stopped at `end` (counted from the start of its text) and went on
 * with `words`; undefined where it would end with none. Read from the paragraph's start, as the kept citations are, so
 * that what is offered while a clause is being typed is the clause that is cited once it stands there.
 */
export function citationTypedAt(
  report: Report,
  { block }: Placed<TextBlock>,
  end: number,
  words = '',
): Citation | undefined {
  const read = textOf(block);
  if (end > read.length) return undefined;
  const text = read.slice(0, end) + words;
  const last = readCitations(text, citationContext(report)).citations.at(-1);
  return last?.span.end === text.length ? last : undefined;
}

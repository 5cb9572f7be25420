import { type Block, type Heading, isKind, type Paragraph, type Placed } from '../../syntax/block.ts';
import { place } from '../../text/mappedText.ts';
import { shift, type Span } from '../../text/span.ts';
import { citationContext, readCitations, type CitationContext, type TextCitations } from './citationScanner.ts';
import { documentNumbersIn, type DocumentNumber } from '../../statutes/registry/documentNumbers.ts';
import { type Report } from '../report.ts';

export interface Reading extends TextCitations {
  /** Document numbers, those of statutes too. */
  readonly numbers: readonly DocumentNumber[];
}

/** What one paragraph or heading of a draft cites and names; spans count from the start of `text`. */
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
    return this.placed.block.text.text;
  }

  /** Place in the draft of the characters `start`–`end` of the text; may be taken off. */
  readonly place = (start: number, end: number): Span =>
    shift(place(this.placed.block.text, start, end), this.placed.at);
}

/** Text behind this in one paragraph is not read. */
const LONGEST_TEXT = 100000;
/** A text without any of these cites nothing. */
const SIGNS = /[《〈＜<«“‘「『"第]|条例|法|令|规定|办法|解释|格式|号/;
const NOTHING: Reading = { citations: [], mentions: [], numbers: [] };

const known = new WeakMap<CitationContext, WeakMap<Block, Reading>>();

/**
 * The paragraphs and headings among blocks of a draft that cite or name something, in order. Each is read once for a
 * context ({@link citationContext}) and found again in the next version of the draft.
 */
export function* citationsOf(report: Report, blocks: readonly Placed[] = report.blocks): Iterable<BlockCitations> {
  const context = citationContext(report);
  let readings = known.get(context);
  if (!readings) known.set(context, (readings = new WeakMap<Block, Reading>()));
  for (const placed of blocks) {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
    let reading = readings.get(placed.block);
    if (!reading) readings.set(placed.block, (reading = read(placed.block.text.text.slice(0, LONGEST_TEXT), context)));
    if (reading !== NOTHING) yield new BlockCitations(reading, placed);
  }
}

function read(text: string, context: CitationContext): Reading {
  if (!SIGNS.test(text)) return NOTHING;
  const { citations, mentions } = readCitations(text, context);
  const numbers = documentNumbersIn(text);
  return citations.length + mentions.length + numbers.length === 0 ? NOTHING : { citations, mentions, numbers };
}

import type { Block, Heading, Paragraph, Placed } from '../syntax/block.ts';
import { place } from '../text/mapped.ts';
import { shift, type Span } from '../text/span.ts';
import { citationContext, readCitations, type CitationContext, type TextCitations } from './citations.ts';
import { documentNumbersIn, type DocumentNumber } from './documentNumbers.ts';
import { isKind, type Report } from './report.ts';

interface Reading extends TextCitations {
  /** Document numbers, those of statutes too. */
  readonly numbers: readonly DocumentNumber[];
}

/** What one paragraph or heading of a draft cites and names; spans count from the start of `text`. */
export interface BlockCitations extends Reading {
  /** The same object as long as the paragraph and the context of the draft stay the same. */
  readonly reading: object;
  readonly text: string;
  readonly placed: Placed<Heading | Paragraph>;
  /** Place in the draft of the characters `start`–`end` of the text. */
  place(start: number, end: number): Span;
}

/** Text behind this in one paragraph is not read. */
const LONGEST_TEXT = 100000;
/** A text without any of these cites nothing. */
const SIGNS = /[《〈＜<«“‘「『"第]|条例|法|令|规定|办法|解释|格式|号/;
const NOTHING: Reading = { citations: [], mentions: [], numbers: [] };

const known = new WeakMap<CitationContext, WeakMap<Block, Reading>>();
const byReport = new WeakMap<Report, readonly BlockCitations[]>();

/**
 * The paragraphs and headings of a draft that cite or name something, in order. Each is read once for a context
 * ({@link citationContext}) and found again in the next version of the draft.
 */
export function citationsOf(report: Report): readonly BlockCitations[] {
  let found = byReport.get(report);
  if (!found) byReport.set(report, (found = readBlocks(report)));
  return found;
}

function readBlocks(report: Report): BlockCitations[] {
  const found: BlockCitations[] = [];
  const context = citationContext(report);
  let readings = known.get(context);
  if (!readings) known.set(context, (readings = new WeakMap<Block, Reading>()));
  for (const placed of report.blocks) {
    if (!isKind(placed, 'paragraph') && !isKind(placed, 'heading')) continue;
    const { block, at } = placed;
    const { text } = block.text;
    let reading = readings.get(block);
    if (!reading) readings.set(block, (reading = read(text.slice(0, LONGEST_TEXT), context)));
    if (reading === NOTHING) continue;
    const { citations, mentions, numbers } = reading;
    found.push({ citations, mentions, numbers, reading, text, placed, place: (start, end) => shift(place(block.text, start, end), at) });
  }
  return found;
}

function read(text: string, context: CitationContext): Reading {
  if (!SIGNS.test(text)) return NOTHING;
  const reading = { ...readCitations(text, context), numbers: documentNumbersIn(text) };
  return reading.citations.length + reading.mentions.length + reading.numbers.length === 0 ? NOTHING : reading;
}

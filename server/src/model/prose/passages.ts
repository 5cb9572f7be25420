import { type Block, isKind, type Placed } from '../../syntax/block.ts';
import { isFigureText, isUnitText } from '../../syntax/cellValue.ts';
import { place, type MappedText } from '../../text/mappedText.ts';
import { memoByObject } from '../../text/memo.ts';
import { charClassTable } from '../../text/charTable.ts';
import { shift, type Span } from '../../text/span.ts';

/** A sentence and its place in the text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** A piece of running text and where it stands. */
export interface Passage {
  readonly text: string;
  /** Its sentences. */
  readonly sentences: readonly Sentence[];
  /** Place in the draft of the characters `start`–`end` of the text. */
  place(start: number, end: number): Span;
}

/** Passages longer than this are read only up to here by checks that look for one statement. */
const LONGEST_PASSAGE = 20000;

/** Running text of blocks: paragraphs and headings, not tables and comments. */
export const passagesOf = memoByObject((blocks: readonly Placed<Block>[]): readonly Passage[] =>
  blocks.flatMap(placed =>
    isKind(placed, 'paragraph') || isKind(placed, 'heading') ? [new BlockPassage(placed.block.text, placed.at)] : [],
  ),
);

const passageSentences = memoByObject((mapped: MappedText) => sentencesOf(passageTextOf(mapped)));

function passageTextOf({ text }: MappedText): string {
  return text.length > LONGEST_PASSAGE ? text.slice(0, LONGEST_PASSAGE) : text;
}

class BlockPassage implements Passage {
  constructor(
    private readonly mapped: MappedText,
    private readonly at: number,
  ) {}

  get text(): string {
    return passageTextOf(this.mapped);
  }

  get sentences(): readonly Sentence[] {
    return passageSentences(this.mapped);
  }

  place(start: number, end: number): Span {
    return shift(place(this.mapped, start, end), this.at);
  }
}

/** Sentences of a text that is no passage as it stands; one ends at 。！？； or the end. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && SENTENCE_ENDS[text.charCodeAt(at)] === 0) continue;
    if (at > start) sentences.push({ text: text.slice(start, at), start });
    start = at + 1;
  }
  return sentences;
}

const SENTENCE_ENDS = charClassTable('。！？；!?;');

const ENDS = charClassTable('。！？；!?;\n');
/** A sentence is looked for no further than this on either side. */
const LONGEST_SENTENCE = 300;

/** The sentence that holds the characters `start`–`end` of a text: up to the nearest 。！？； on either side. */
export function sentenceAround(text: string, start: number, end = start): Sentence {
  let from = start;
  while (from > 0 && start - from < LONGEST_SENTENCE && ENDS[text.charCodeAt(from - 1)] === 0) from--;
  let to = end;
  while (to < text.length && to - end < LONGEST_SENTENCE && ENDS[text.charCodeAt(to)] === 0) to++;
  return { text: text.slice(from, to), start: from };
}

/** Lines longer than this hold words. */
const LONGEST_CELL = 60;

/** Whether a line holds a figure or a unit and no words: a cell of a table that lost its layout. */
export function isCellText(text: string): boolean {
  return text.length <= LONGEST_CELL && (isFigureText(text) || isUnitText(text));
}

import type { Block, Placed } from '../syntax/block.ts';
import { isFigureText, isUnitText } from '../syntax/quantity.ts';
import { place, type MappedText } from '../text/mapped.ts';
import { shift, type Span } from '../text/span.ts';
import { isKind } from './report.ts';

/** A piece of running text and where it stands. */
export interface Passage {
  readonly text: string;
  /** Place in the draft of the characters `start`–`end` of the text. */
  place(start: number, end: number): Span;
}

/** Passages longer than this are read only up to here by checks that look for one statement. */
const LONGEST_PASSAGE = 20000;

/** Running text of blocks: paragraphs and headings, not tables and comments. */
export function passagesOf(blocks: readonly Placed<Block>[]): Passage[] {
  return blocks.flatMap(placed => (isKind(placed, 'paragraph') || isKind(placed, 'heading') ? [passage(placed.block.text, placed.at)] : []));
}

function passage(text: MappedText, at: number): Passage {
  return { text: text.text.slice(0, LONGEST_PASSAGE), place: (start, end) => shift(place(text, start, end), at) };
}

/** Sentences of a passage with their places in its text; a sentence ends at 。！？； or the end. */
export function sentencesOf(text: string): { readonly text: string; readonly start: number }[] {
  const sentences: { text: string; start: number }[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !'。！？；!?;'.includes(text.charAt(i))) continue;
    if (i > start) sentences.push({ text: text.slice(start, i), start });
    start = i + 1;
  }
  return sentences;
}

/** Whether a line holds a figure or a unit and no words: a cell of a table that lost its layout. */
export function isCellText(text: string): boolean {
  return isFigureText(text) || isUnitText(text);
}

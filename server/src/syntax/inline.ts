import { plain, type MappedText } from '../text/mappedText.ts';
import { readInlineHtml } from './inlineHtml.ts';
import { kindsIn, withoutMarks, withoutNotes } from './inlineMarks.ts';

// The words of a text without what only marks them: tags, entities, comments, struck-out text, footnote signs, ignorable
// signs, emphasis. Whoever reads words gets them so; every character still knows its place.

/** A line of a draft, which starts at offset `from`, without tags, entities, notes and ignorable signs; emphasis stays. */
export function inlineText(line: string, from: number): MappedText {
  const { tags, notes } = kindsIn(line);
  const text = tags ? withoutTags(line, from) : plain(line, from);
  return notes || tags ? withoutNotes(text) : text;
}

/**
 * The words of a cell or a stretch of running text as it is written in Markdown or plain text. A break between two
 * figures stays a line break.
 */
export function wordsOf(written: string): string {
  const { tags, notes, marks } = kindsIn(written);
  if (!tags && !notes && !marks) return written;
  return withoutMarks(inlineText(written, 0)).text.trim();
}

function withoutTags(line: string, from: number): MappedText {
  return readInlineHtml(line, from) ?? plain(line, from);
}

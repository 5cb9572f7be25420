import { plain, type MappedText } from '../text/mappedText.ts';
import { readInlineHtml } from './inlineHtml.ts';
import { kindsIn, runningText, withoutMarks, withoutNotes } from './inlineMarks.ts';

// The words of a text without what only marks them: tags, entities, comments, struck-out text, footnote signs,
// ignorable signs, emphasis. Whoever reads words gets them so; every character still knows its place.

/**
 * The words of a line of a draft, which starts at offset `from`: without tags, entities, notes and ignorable signs, its
 * digits half-width. Signs of emphasis stay, as they tell headings.
 */
export function inlineText(line: string, from: number): MappedText {
  return runningText(withoutTags(line, from));
}

/**
 * The words of a cell or a stretch of running text as it is written in Markdown or plain text. A break between two
 * figures stays a line break.
 */
export function wordsOf(written: string): string {
  const { tags, notes, marks } = kindsIn(written);
  if (!tags && !notes && !marks) return written;
  return withoutMarks(withoutNotes(withoutTags(written, 0))).text.trim();
}

function withoutTags(line: string, from: number): MappedText {
  return (kindsIn(line).tags ? readInlineHtml(line, from) : undefined) ?? plain(line, from);
}

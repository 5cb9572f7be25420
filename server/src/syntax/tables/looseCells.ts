import { wordsOf } from '../inline.ts';
import type { Line } from '../line.ts';
import { inner, isBlank, type LineReader } from '../lineReader.ts';
import type { LooseCell } from './layout.ts';

// Cells of rows whose cells a sign parts.

/** A quoted cell runs over no more lines than this. */
const MOST_QUOTED_LINES = 12;

/** The cell that a text from `from` on is, without the blanks around it. */
export function plainCell(text: string, from: number): LooseCell {
  const { start, end } = inner(text);
  return start >= end
    ? { text: '', span: { start: from, end: from } }
    : { text: wordsOf(text.slice(start, end)), span: { start: from + start, end: from + end } };
}

/** What may stand behind a quoted cell, besides the line's end; it goes on behind no longer line. */
export interface QuotedForm {
  readonly followers: readonly string[];
  readonly longestLine: number;
}

/**
 * The cell in quotation marks that begins at `from`, the line in which it ends, and where; undefined where they are not
 * closed before what may stand behind them.
 */
export function quotedCell(
  reader: LineReader,
  from: number,
  first: Line,
  { followers, longestLine }: QuotedForm,
): { readonly cell: LooseCell; readonly line: Line; readonly end: number } | undefined {
  let line = first;
  let at = from + 1;
  for (let count = 0; count < MOST_QUOTED_LINES; count++) {
    while (at < line.end) {
      const quote = line.text.indexOf('"', at - line.start);
      if (quote < 0) break;
      const end = line.start + quote + 1;
      const behind = line.text.charAt(quote + 1);
      if (behind === '"') {
        at = end + 1;
        continue;
      }
      const isLast = !followers.includes(behind);
      if (isLast && !isBlank(line.text.slice(quote + 1))) return undefined;
      const body = reader.slice(from + 1, end - 1);
      const { start, end: to } = inner(body);
      // A break between two figures stays one: they are two.
      const text = wordsOf(body.slice(start, to).replaceAll('""', '"'))
        .replace(/(?<!\d)[\r\n\t]+|[\r\n\t]+(?!\d)/g, ' ')
        .replace(/[\r\n\t]+/g, '\n');
      const span = { start: from + 1 + start, end: from + 1 + Math.max(start, to) };
      return { cell: { text, span }, line, end: isLast ? line.end : end };
    }
    if (line.next >= reader.length || line.text.length > longestLine) return undefined;
    line = reader.lineFrom(line.next);
    at = line.start;
  }
  return undefined;
}

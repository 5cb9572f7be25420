import { shift } from '../../text/span.ts';
import { readHtml } from '../html.ts';
import { hasSaneNesting } from '../htmlElements.ts';
import { indentOf } from '../lineReader.ts';
import { readHeading } from '../headings.ts';
import { layOut, type TableLayout } from './layout.ts';

const TABLE_TAG = /^\s*<table(?:[\s>]|$)/i;
/** Tags around a table on its line, as programs that convert write it: `<html><body><table>…</table></body></html>`. */
const AROUND =
  /^(?:\s{0,99}<(?:html|body|div|center|p|figure|section)(?:\s[^<>]{0,300})?>){1,6}\s{0,99}(?=<table[\s>])/i;
const END_TAGS = /^(?:\s{0,99}<\/[a-z]{1,20}>){0,6}\s{0,99}$/i;
const LONGEST_AROUND = 2000;
/** Pages nest tables to lay them out, but never deeper than this. */
const MOST_WRAPPERS = 8;

/**
 * HTML `<table>` in a Markdown or plain draft, with merged cells. A missing end tag ends it at the next heading or
 * table. A table that holds several tables is not read itself: those in it that start on a line of their own are.
 */
export const html: TableLayout = {
  id: 'html',
  read(reader, first, vocabulary) {
    const around = AROUND.exec(first.text.slice(0, LONGEST_AROUND))?.[0].length;
    if (around === undefined && !TABLE_TAG.test(first.text)) return null;
    const start = first.start + (around ?? indentOf(first.text));
    const close = reader.elementEnd('table', start);
    if (close && (close.innermost > 1 || close.depth > MOST_WRAPPERS)) return null;
    let end = close?.end;
    if (end === undefined) {
      let line = reader.lineFrom(first.next);
      while (
        line.start < reader.length &&
        !TABLE_TAG.test(line.text) &&
        (line.text.includes('<') || readHeading(line.text, vocabulary) === null)
      )
        line = reader.lineFrom(line.next);
      end = Math.min(line.start, reader.length);
    }
    const text = reader.slice(start, end);
    const table = hasSaneNesting(text) ? readHtml(text).find(piece => piece.kind === 'table') : undefined;
    if (!table) return null;
    const moved = table.rows.map(row => ({
      span: shift(row.span, start),
      cells: row.cells.map(({ text, span, rowSpan, columnSpan }) => ({
        text,
        span: shift(span, start),
        rowSpan,
        columnSpan,
      })),
    }));
    const rest = reader.lineFrom(end);
    const next = END_TAGS.test(rest.text.slice(0, LONGEST_AROUND)) ? rest.next : end;
    return { ...layOut(moved), end, next: Math.max(next, first.start + 1) };
  },
};

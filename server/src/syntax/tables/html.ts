import { hasSaneNesting, readHtml } from '../html.ts';
import { indentOf, lineFrom } from '../lineReader.ts';
import { readHeading } from '../headings.ts';
import { layOut, type TableLayout } from './layout.ts';

const TABLE_TAG = /^\s*<table[\s>]/i;
/** Tables that wrap a table only lay it out; more of them than this are nobody's page. */
const MOST_WRAPPERS = 8;

/**
 * HTML `<table>` in a Markdown or plain draft, with merged cells. A missing end tag ends it at the next heading or table.
 * A table that holds several tables is none: those that start on a line of their own are read.
 */
export const html: TableLayout = {
  id: 'html',
  read(source, first, vocabulary, ends) {
    const start = first.start + indentOf(first.text);
    if (source.charAt(start) !== '<' || !TABLE_TAG.test(source.slice(start, start + 7))) return null;
    const close = ends.table(start);
    if (close && (close.innermost > 1 || close.depth > MOST_WRAPPERS)) return null;
    let end = close?.end;
    if (end === undefined) {
      let line = lineFrom(source, first.next);
      while (
        line.start < source.length &&
        !TABLE_TAG.test(line.text) &&
        (line.text.includes('<') || readHeading(line.text, vocabulary) === null)
      )
        line = lineFrom(source, line.next);
      end = Math.min(line.start, source.length);
    }
    const text = source.slice(start, end);
    const table = hasSaneNesting(text) ? readHtml(text).find(piece => piece.kind === 'table') : undefined;
    if (!table) return null;
    const moved = table.rows.map(row => ({
      span: { start: row.span.start + start, end: row.span.end + start },
      cells: row.cells.map(cell => ({ ...cell, span: { start: cell.span.start + start, end: cell.span.end + start } })),
    }));
    const rest = lineFrom(source, end);
    const next = rest.text.trim() === '' ? rest.next : end;
    return { ...layOut(moved), end, next: Math.max(next, first.start + 1) };
  },
};

import { hasSaneNesting, readHtml } from '../html.ts';
import { indentOf, lineFrom } from '../lines.ts';
import { readHeading } from '../headings.ts';
import { layOut, type TableLayout } from './layout.ts';

/** HTML `<table>` in a Markdown or plain draft, with merged cells. A missing end tag ends it at the next heading. */
export const html: TableLayout = {
  id: 'html',
  read(source, at, vocabulary) {
    const first = lineFrom(source, at);
    const start = at + indentOf(first.text);
    if (!/^<table[\s>]/i.test(source.slice(start, start + 7))) return null;
    const close = closingTag(source, start);
    let end = close;
    if (end === undefined) {
      let line = lineFrom(source, first.next);
      while (line.start < source.length && (line.text.includes('<') || readHeading(line.text, vocabulary) === null)) line = lineFrom(source, line.next);
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

/** End of the table that starts at `start`; undefined when its end tag is missing. */
function closingTag(source: string, start: number): number | undefined {
  const tag = /<(\/?)table\b[^>]{0,2000}>/gi;
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return match.index + match[0].length;
  }
  return undefined;
}

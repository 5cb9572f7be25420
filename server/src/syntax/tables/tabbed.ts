import { isLabel } from '../headings.ts';
import { indentOf, inner, isBlank, lineFrom } from '../lines.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type TableLayout } from './layout.ts';

/** Tab-separated rows as Word, WPS and Excel put them on the clipboard; merged cells leave empty cells or repeat. */
export const tabbed: TableLayout = {
  id: 'tabbed',
  read(source, at, vocabulary) {
    const first = lineFrom(source, at);
    const isCaption = isLabel(first.text, vocabulary);
    if (!isRow(first.text) && !isCaption) return null;
    if (!isRow(lineFrom(source, first.next).text)) return null;
    const rows: { span: { start: number; end: number }; cells: LooseCell[] }[] = [];
    let line = first;
    let end = first.end;
    let next = first.next;
    for (;;) {
      if (!isRow(line.text)) {
        const following = lineFrom(source, line.next);
        if (line.next >= source.length || !isRow(following.text)) break;
        if (!isBlank(line.text) && !isLabel(line.text, vocabulary)) break;
      }
      if (!isBlank(line.text)) {
        rows.push({ span: { start: line.start, end: line.end }, cells: cellsOf(line.text, line.start) });
        end = line.end;
        next = line.next;
      }
      if (line.next >= source.length) break;
      line = lineFrom(source, line.next);
    }
    return rows.length < 2 ? null : { ...layOut(rows), end, next };
  },
};

/** A tab between or before cells; tabs before plain text are only an indent. */
function isRow(text: string): boolean {
  const tab = text.indexOf('\t', indentOf(text));
  if (tab >= 0) return true;
  const { start } = inner(text);
  return start < text.length && text.slice(0, start).split('\t').length > 2 && /^[\d一二三四五六七八九十（(①-⑳]/.test(text.slice(start));
}

function cellsOf(text: string, offset: number): LooseCell[] {
  const cells: LooseCell[] = [];
  let from = 0;
  for (const piece of text.split('\t', MOST_COLUMNS)) {
    const { start, end } = inner(piece);
    cells.push(start >= end
      ? { text: '', span: { start: offset + from, end: offset + from } }
      : { text: piece.slice(start, end), span: { start: offset + from + start, end: offset + from + end } });
    from += piece.length + 1;
  }
  return cells;
}

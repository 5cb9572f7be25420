import { coreOf } from '../../text/fold.ts';
import { isLabel } from '../headings.ts';
import { wordsOf } from '../inline.ts';
import { inner, isBlank } from '../lineReader.ts';
import { isFigureText } from '../cellValue.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type TableLayout } from './layout.ts';

/** Tab-separated rows as Word, WPS and Excel put them on the clipboard; merged cells leave empty cells or repeat. */
export const tabbed: TableLayout = {
  id: 'tabbed',
  read(reader, first, vocabulary) {
    if (!isRow(first.text, vocabulary) && !isLabel(first.text, vocabulary)) return null;
    if (!isRow(reader.lineFrom(first.next).text, vocabulary)) return null;
    const rows: { span: { start: number; end: number }; cells: LooseCell[] }[] = [];
    let line = first;
    let end = first.end;
    let next = first.next;
    for (;;) {
      if (!isRow(line.text, vocabulary)) {
        const following = reader.lineFrom(line.next);
        if (line.next >= reader.length || !isRow(following.text, vocabulary)) break;
        if (!isBlank(line.text) && !isLabel(line.text, vocabulary)) break;
      }
      if (!isBlank(line.text)) {
        rows.push({ span: { start: line.start, end: line.end }, cells: cellsOf(line.text, line.start) });
        end = line.end;
        next = line.next;
      }
      if (line.next >= reader.length) break;
      line = reader.lineBehind(line);
    }
    return rows.length < 2 ? null : { ...layOut(rows), end, next };
  },
};

/** A tab between cells; tabs before plain text are only an indent, before a label or figure they are empty cells. */
function isRow(text: string, vocabulary: Vocabulary): boolean {
  if (!text.includes('\t')) return false;
  const { start, end } = inner(text);
  if (text.indexOf('\t', start) >= 0) return true;
  if (start >= end || text.slice(0, start).split('\t').length <= 2) return false;
  const words = text.slice(start, end);
  return (
    isFigureText(words) || (words.length <= 80 && (isLabel(words, vocabulary) || vocabulary.cores.has(coreOf(words))))
  );
}

function cellsOf(text: string, offset: number): LooseCell[] {
  const cells: LooseCell[] = [];
  let from = 0;
  for (const piece of text.split('\t', MOST_COLUMNS)) {
    const { start, end } = inner(piece);
    cells.push(
      start >= end
        ? { text: '', span: { start: offset + from, end: offset + from } }
        : { text: wordsOf(piece.slice(start, end)), span: { start: offset + from + start, end: offset + from + end } },
    );
    from += piece.length + 1;
  }
  return cells;
}

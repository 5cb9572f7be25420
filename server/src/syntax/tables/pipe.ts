import { wordsOf } from '../inline.ts';
import { inner, type LineReader } from '../lineReader.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type TableLayout } from './layout.ts';

const DELIMITER = /^[\s|:-]*-[\s|:-]*$/;

/**
 * Markdown pipe table, with or without outer pipes; `\|` is a pipe in a cell, empty cells of merged headers stay empty.
 */
export const pipe: TableLayout = {
  id: 'pipe',
  read(reader, first) {
    if (!first.text.includes('|') || !startsHere(reader, first.text, first.next)) return null;
    const rows: { span: { start: number; end: number }; cells: LooseCell[] }[] = [];
    let line = first;
    let end = first.end;
    let next = first.next;
    const hasOuter = first.text.trimStart().startsWith('|');
    // Without outer pipes the last one stands before an empty cell.
    const closesRows = hasOuter || first.text.trimEnd().endsWith('|');
    for (;;) {
      const isRow =
        (hasOuter ? line.text.trimStart().startsWith('|') : countPipes(line.text) > 0) &&
        countPipes(line.text) <= MOST_COLUMNS;
      if (!isRow) break;
      if (!(DELIMITER.test(line.text) && line.text.includes('|'))) {
        rows.push({ span: { start: line.start, end: line.end }, cells: cellsOf(line.text, line.start, closesRows) });
      }
      end = line.end;
      next = line.next;
      if (line.next >= reader.length || line.next === line.start) break;
      line = reader.lineBehind(line);
    }
    return rows.length === 0 ? null : { ...layOut(rows), end, next };
  },
};

function startsHere(reader: LineReader, text: string, next: number): boolean {
  const { start, end } = inner(text);
  const pipes = countPipes(text.slice(start, end));
  if (pipes > MOST_COLUMNS) return false;
  if (text.charAt(start) === '|') return pipes >= 2;
  if (pipes === 0) return false;
  const following = reader.lineFrom(next).text;
  return DELIMITER.test(following) && following.includes('|');
}

/** Number of pipes between cells; counting stops where there are too many for a row. */
function countPipes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('|'); at >= 0 && count <= MOST_COLUMNS; at = text.indexOf('|', at + 1))
    if (text.charAt(at - 1) !== '\\') count++;
  return count;
}

function cellsOf(text: string, offset: number, closesRows: boolean): LooseCell[] {
  const body = inner(text);
  let from = body.start + (text.charAt(body.start) === '|' ? 1 : 0);
  const hasOuter =
    closesRows && text.charAt(body.end - 1) === '|' && text.charAt(body.end - 2) !== '\\' && body.end - 1 >= from;
  const to = hasOuter ? body.end - 1 : body.end;
  const cells: LooseCell[] = [];
  for (;;) {
    let bar = text.indexOf('|', from);
    while (bar > 0 && bar < to && text.charAt(bar - 1) === '\\') bar = text.indexOf('|', bar + 1);
    const end = bar < 0 || bar >= to ? to : bar;
    cells.push(cell(text.slice(from, end), offset + from));
    if (end === to) return cells;
    from = end + 1;
  }
}

function cell(text: string, from: number): LooseCell {
  let { start, end } = inner(text);
  // A figure in bold (`**5**`) is a figure.
  while (
    end - start > 4 &&
    text.startsWith('**', start) &&
    text.endsWith('**', end) &&
    text.slice(end - 2, end) === '**'
  ) {
    start += 2;
    end -= 2;
  }
  if (start >= end) {
    const middle = from + Math.min(1, text.length);
    return { text: '', span: { start: middle, end: middle } };
  }
  return {
    text: wordsOf(text.slice(start, end).replaceAll('\\|', '|')),
    span: { start: from + start, end: from + end },
  };
}

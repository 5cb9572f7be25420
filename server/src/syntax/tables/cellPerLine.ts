import type { Span } from '../../text/span.ts';
import { readHeading } from '../headings.ts';
import { isPageNumber, labelFinder, LONGEST_LABEL } from '../labels.ts';
import type { Line } from '../line.ts';
import { inner, isBlank, type LineReader } from '../lineReader.ts';
import { isFigureText, isUnitText } from '../cellValue.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { FlatRows } from './flat.ts';
import { LOOKAHEAD_LINES, MOST_COLUMNS, type TableLayout } from './layout.ts';

/**
 * One cell per line, as tables copied out of a page come: with or without blank lines between the cells, and with or
 * without `|` behind them (`156 |`). Columns are lost: a label starts a row, the texts up to the next label are its
 * cells.
 */
export const cellPerLine: TableLayout = {
  id: 'cellPerLine',
  read(reader, first, vocabulary) {
    if (!startsHere(reader, first, vocabulary)) return null;
    const rows = new FlatRows();
    let end = first.start;
    let next = first.start;
    for (let line: Line | undefined = first; line; line = reader.nextFilledLine(line.next, LOOKAHEAD_LINES)) {
      const cells = cellsOf(line.text, line.start);
      if (!continues(reader, line.text, line.next, cells, vocabulary, !rows.isEmpty)) break;
      for (const cell of cells) {
        if (isPageNumber(cell.text)) continue;
        if (rows.isEmpty || isTableLabel(cell.text, vocabulary)) rows.start(cell);
        else if (!labelFinder(vocabulary).isFragment(cell.text)) rows.add(cell);
      }
      end = line.end;
      next = line.next;
      if (line.next >= reader.length) break;
    }
    return { rows: rows.finish(), columnCount: 0, end, next };
  },
};

const WINDOW = 6;
const LONGEST_CELL = 24;

/** A table starts at a label when at least half of the next few filled lines are labels or figures too. */
function startsHere(reader: LineReader, first: Line, vocabulary: Vocabulary): boolean {
  const { start, end } = inner(first.text);
  if (end - start > LONGEST_LABEL && !first.text.includes('|')) return false;
  const cells = cellsOf(first.text, first.start);
  const label = cells[0];
  if (!label || cells.length > 1 || !isTableLabel(label.text, vocabulary)) return false;
  let fitting = 0;
  let seen = 0;
  let from = first.next;
  let budget = LOOKAHEAD_LINES;
  while (seen < WINDOW && budget > 0) {
    const line = reader.nextFilledLine(from, budget);
    if (!line) break;
    budget -= countLines(reader, from, line.next);
    from = line.next;
    const texts = cellsOf(line.text, line.start);
    if (texts.length === 0) continue;
    seen++;
    if (texts.every(cell => isCell(cell.text, vocabulary))) fitting++;
  }
  return fitting >= 2 && fitting * 2 >= seen;
}

function countLines(reader: LineReader, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = reader.lineFrom(at).next) count++;
  return count;
}

/** Whether a line still belongs to the table. */
function continues(
  reader: LineReader,
  text: string,
  next: number,
  cells: readonly { text: string }[],
  vocabulary: Vocabulary,
  hasBegun: boolean,
): boolean {
  if (cells.every(cell => isCell(cell.text, vocabulary))) return true;
  if (!hasBegun) return false;
  // A page number, or a piece of a label that was wrapped or written downwards.
  if (
    cells.every(cell => isPageNumber(cell.text) || labelFinder(vocabulary).isFragment(cell.text)) &&
    isFollowed(reader, next, vocabulary)
  )
    return true;
  if (readTitle(text, vocabulary)) return false;
  if (text.trimEnd().endsWith('|')) return true;
  const longest = Math.max(...cells.map(cell => cell.text.length));
  if (longest > LONGEST_CELL) return false;
  // A short text between cells (a unit, a renamed label) belongs to the table if a cell follows it.
  const following = reader.nextFilledLine(next, LOOKAHEAD_LINES);
  if (!following || readTitle(following.text, vocabulary)) return false;
  return cellsOf(following.text, following.start).every(cell => isCell(cell.text, vocabulary));
}

function readTitle(text: string, vocabulary: Vocabulary): boolean {
  const heading = readHeading(text, vocabulary);
  return heading !== null && (heading.numbering?.style === 'chinese' || heading.numbering === undefined);
}

function isCell(text: string, vocabulary: Vocabulary): boolean {
  return isTableLabel(text, vocabulary) || isFigureText(text) || isUnitText(text);
}

/** A label as printed or by its core, or a column heading that is a bare year. */
function isTableLabel(text: string, vocabulary: Vocabulary): boolean {
  return labelFinder(vocabulary).isLabel(text) || /^(?:19|20)\d\d\s?年度?$/.test(text);
}

/** Whether a cell of the table comes within the next few filled lines. */
function isFollowed(reader: LineReader, at: number, vocabulary: Vocabulary): boolean {
  let budget = LOOKAHEAD_LINES;
  for (let count = 0; count < WINDOW && budget > 0; count++) {
    const line = reader.nextFilledLine(at, budget);
    if (!line) return false;
    budget -= countLines(reader, at, line.next);
    at = line.next;
    const cells = cellsOf(line.text, line.start);
    if (cells.some(cell => isCell(cell.text, vocabulary))) return true;
    if (!cells.every(cell => isPageNumber(cell.text) || labelFinder(vocabulary).isFragment(cell.text))) return false;
  }
  return false;
}

/** The texts between pipes; a line of nothing but pipes has none. */
function cellsOf(text: string, offset: number): { text: string; span: Span }[] {
  const cells: { text: string; span: Span }[] = [];
  let from = 0;
  for (const piece of text.split('|', MOST_COLUMNS)) {
    if (!isBlank(piece)) {
      const { start, end } = inner(piece);
      cells.push({ text: piece.slice(start, end), span: { start: offset + from + start, end: offset + from + end } });
    }
    from += piece.length + 1;
  }
  return cells;
}

import type { Span } from '../../text/span.ts';
import { readHeading } from '../headings.ts';
import { labelFinder, LONGEST_LABEL } from '../labels.ts';
import type { Line } from '../line.ts';
import { wordsOf } from '../inline.ts';
import { inner, isBlank, type LineReader } from '../lineReader.ts';
import { isPageNumber, isPageNumberLine } from '../pageNumber.ts';
import { isFigureText, isUnitText } from '../cellValue.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { FlatRows, isCellText, type Gap, type Piece } from './flat.ts';
import { LOOKAHEAD_LINES, MOST_COLUMNS, type TableLayout } from './layout.ts';

/**
 * One cell per line, as tables copied out of a page come: with or without blank lines between the cells, and with
 * or without `|` behind them (`156 |`). Columns are lost: a label starts a row, the texts up to the next label are
 * its cells. A cell of several paragraphs is several lines: labels are put together again.
 */
export const cellPerLine: TableLayout = {
  id: 'cellPerLine',
  read(reader, first, vocabulary) {
    if (!startsHere(reader, first, vocabulary)) return null;
    const rows = new FlatRows(labelFinder(vocabulary));
    const blanks = new BlankCells();
    const pipes = new BarePipes();
    let end = first.start;
    let next = first.start;
    for (let line: Line | undefined = first; line; line = reader.nextFilledLine(line.next, LOOKAHEAD_LINES)) {
      const cells = cellsOf(line.text, line.start);
      if (!continues(reader, line, cells, vocabulary, rows)) break;
      if (!rows.isEmpty) blanks.note(countLines(reader, next, line.start), end, rows);
      if (line.text.trim() === '|') pipes.count();
      else if (cells[0] && !rows.isEmpty) pipes.note(end, rows, isTableLabel(cells[0].text, vocabulary));
      if (!isPageNumber(line.text) && isPageNumberLine(reader, line)) rows.markNext();
      for (const cell of cells) addCell(rows, cell, vocabulary);
      end = line.end;
      next = line.next;
      if (line.next >= reader.length) break;
    }
    blanks.fillIn();
    pipes.note(end, rows, false);
    pipes.fillIn(rows);
    return { rows: rows.finish(), columnCount: 0, end, next };
  },
};

/** Empty cells that one row of a table may have side by side. */
const MOST_BLANK = 7;

/**
 * Cells that were left empty. Where blank lines part the cells, as many of them everywhere, an empty cell is one blank
 * line more with as many again behind it: one line between two cells, three where an empty cell stands between them.
 */
class BlankCells {
  private readonly gaps: {
    readonly lines: number;
    readonly at: number;
    readonly gap: Gap;
    readonly add: (cell: Piece) => void;
  }[] = [];

  /** `lines` blank lines stand behind `at`, where the last cell ends. */
  note(lines: number, at: number, rows: FlatRows): void {
    this.gaps.push({ lines, at, gap: rows.gapHere(), add: rows.placeholder() });
  }

  /** Puts empty cells into the rows, if the blank lines of the whole table are told by cells. */
  fillIn(): void {
    const least = this.gaps.reduce((fewest, { lines }) => Math.min(fewest, lines), Infinity);
    if (least < 1) this.fillInLines();
    if (least < 1 || this.gaps.some(({ lines }) => (lines - least) % (least + 1) !== 0)) return;
    for (const { lines, at, add } of this.gaps.reverse()) {
      const count = (lines - least) / (least + 1);
      if (count > MOST_BLANK) continue;
      for (let i = 0; i < count; i++) add({ text: '', span: { start: at, end: at } });
    }
  }

  /**
   * Where cells follow each other without blank lines, as word processors write tables as text, each blank line is an
   * empty cell if all rows that have some before their last figure become as long as each other and as all other rows.
   */
  private fillInLines(): void {
    const inner = this.gaps.filter(({ lines, gap }) => lines > 0 && !gap.isLast);
    const close = this.gaps.filter(({ lines, gap }) => lines === 0 && gap.at > 0 && !gap.isLast);
    if (close.length < LEAST_ALIKE) return;
    const lengths = new Map<object, number>();
    for (const { gap } of this.gaps) lengths.set(gap.row, gap.length);
    const longest = Math.max(0, ...lengths.values());
    const filled = new Map<object, number>();
    for (const { lines, gap } of inner)
      if (gap.length > 0) filled.set(gap.row, (filled.get(gap.row) ?? gap.length) + lines);
    const widths = new Set(filled.values());
    const [width = 0] = widths;
    if (widths.size !== 1 || filled.size < LEAST_ALIKE || width < SHORTEST_ROW || longest > width) return;
    // Rows without any are as long, if they are no rows of another part.
    const others = [...lengths].filter(([row]) => !filled.has(row)).map(([, length]) => length);
    if (others.some(length => length >= SHORTEST_ROW && length !== width)) return;
    for (const { lines, at, gap } of inner.reverse())
      gap.fill(Array.from({ length: lines }, (): Piece => ({ text: '', span: { start: at, end: at } })));
  }
}

/** Fewer rows may be as long as each other by chance. */
const LEAST_ALIKE = 3;
const SHORTEST_ROW = 5;

/**
 * Lines of nothing but one pipe. Where rows follow each other without one, each of them is a cell that was left empty:
 * `56 |`, `|`, `|`, `58 |`. Where each row begins with one, or one stands between all cells, they are none.
 */
class BarePipes {
  private readonly gaps: { readonly pipes: number; readonly at: number; readonly gap: Gap }[] = [];
  private pipes = 0;
  private areCells = false;

  count(): void {
    this.pipes++;
  }

  /** A cell or a label comes behind the lines that were counted since the last one. */
  note(at: number, rows: FlatRows, isLabel: boolean): void {
    if (this.pipes === 0 && (!isLabel || this.areCells)) return;
    const gap = rows.gapHere();
    if (this.pipes > 0) this.gaps.push({ pipes: this.pipes, at, gap });
    else if (gap.at > 0) this.areCells = true;
    this.pipes = 0;
  }

  /** Puts empty cells between the figures of rows, and behind them as far as the longest row goes. */
  fillIn(rows: FlatRows): void {
    if (!this.areCells) return;
    const empty = (count: number, at: number) =>
      Array.from({ length: count }, (): Piece => ({ text: '', span: { start: at, end: at } }));
    const last = new Set(this.gaps.filter(({ gap }) => gap.isLast));
    for (const each of [...this.gaps].reverse())
      if (!last.has(each) && each.pipes <= MOST_BLANK) each.gap.fill(empty(each.pipes, each.at));
    const { width } = rows;
    for (const { pipes, at, gap } of last) gap.fill(empty(Math.min(pipes, width - gap.length), at), true);
  }
}

const WINDOW = 6;
const LEAST_DOWNWARDS = 4;
const LONGEST_DOWNWARDS = 12;
const LONGEST_CELL = 24;
/** Of the words behind a label in a form of labels and values. */
const LONGEST_WORDS = 200;

function addCell(rows: FlatRows, cell: Piece, vocabulary: Vocabulary): void {
  const { text } = cell;
  if (isPageNumber(text)) return;
  if (rows.awaitsWords && !isTableLabel(text, vocabulary)) {
    rows.addCell(cell);
    return;
  }
  if (rows.isEmpty || isTableLabel(text, vocabulary) || rows.goesOnWith(cell)) rows.addWords(cell);
  else if (isCellText(text, labelFinder(vocabulary))) rows.addCell(cell);
  else rows.addWords(cell);
}

/**
 * A table starts at a label when at least half of the next few filled lines are labels, pieces of them or figures
 * too.
 */
function startsHere(reader: LineReader, first: Line, vocabulary: Vocabulary): boolean {
  const { start, end } = inner(first.text);
  if (end - start > LONGEST_LABEL && !first.text.includes('|')) return false;
  const cells = cellsOf(first.text, first.start);
  const label = cells[0];
  if (!label || cells.length > 1 || !isTableLabel(label.text, vocabulary)) return false;
  const finder = labelFinder(vocabulary);
  let fitting = 0;
  let whole = 0;
  let seen = 0;
  let downwards = 0;
  let from = first.next;
  let budget = LOOKAHEAD_LINES;
  while (seen < WINDOW && budget > 0) {
    const line = reader.nextFilledLine(from, budget);
    if (!line) break;
    budget -= countLines(reader, from, line.next);
    from = line.next;
    const texts = cellsOf(line.text, line.start);
    if (isPipeRow(line.text, texts)) break;
    if (texts.length === 0) continue;
    seen++;
    const isWhole = texts.every(cell => isCell(cell.text, vocabulary));
    if (isWhole) whole++;
    else if (texts.every(cell => cell.text.length === 1)) downwards++;
    if (isWhole || texts.every(cell => finder.isFragment(cell.text))) fitting++;
  }
  // Labels that are written downwards have one sign a line.
  const isDownwards = whole >= 1 && downwards >= LEAST_DOWNWARDS && fitting === seen;
  return isDownwards || (whole >= 2 && fitting * 2 >= seen);
}

/** A row of a table with pipes, which is read by itself. */
function isPipeRow(text: string, cells: readonly unknown[]): boolean {
  return cells.length > 1 && text.trimStart().startsWith('|');
}

function countLines(reader: LineReader, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = reader.lineFrom(at).next) count++;
  return count;
}

/** Whether a line still belongs to the table. */
function continues(
  reader: LineReader,
  { text, next }: Line,
  cells: readonly Piece[],
  vocabulary: Vocabulary,
  rows: FlatRows,
): boolean {
  if (isPipeRow(text, cells)) return false;
  if (cells.every(cell => isCell(cell.text, vocabulary))) return true;
  if (rows.isEmpty) return false;
  if (rows.awaitsWords && text.length <= LONGEST_WORDS && !readTitle(text, vocabulary)) return true;
  if (cells.every(cell => rows.goesOnWith(cell))) return true;
  // A page number, or a piece of a label that was wrapped or written downwards.
  if (cells.every(cell => isPiece(cell.text, vocabulary)) && isFollowed(reader, next, vocabulary)) return true;
  if (isSpelled(reader, cells, next, vocabulary)) return true;
  if (readTitle(text, vocabulary)) return false;
  if (text.trimEnd().endsWith('|')) return true;
  const longest = Math.max(...cells.map(cell => cell.text.length));
  if (longest > LONGEST_LABEL) return false;
  // A short text between cells (a unit, a renamed label) belongs to the table if a cell follows it, a long one if
  // figures do.
  const following = reader.nextFilledLine(next, LOOKAHEAD_LINES);
  if (!following || readTitle(following.text, vocabulary)) return false;
  return cellsOf(following.text, following.start).every(cell =>
    longest > LONGEST_CELL ? isFigureText(cell.text) : isCell(cell.text, vocabulary),
  );
}

/** Whether a line is the first sign of a label that is written downwards, one sign a line. */
function isSpelled(reader: LineReader, cells: readonly Piece[], next: number, vocabulary: Vocabulary): boolean {
  const finder = labelFinder(vocabulary);
  let word = cells.length === 1 ? (cells[0]?.text ?? '') : '';
  if (word.length !== 1) return false;
  for (let at = next; word.length < LONGEST_DOWNWARDS && at < reader.length && finder.isBeginning(word);) {
    const line = reader.lineFrom(at);
    const { start, end } = inner(line.text);
    if (end - start !== 1) return false;
    word += line.text.charAt(start);
    if (finder.isLabel(word)) return true;
    at = line.next;
  }
  return false;
}

function readTitle(text: string, vocabulary: Vocabulary): boolean {
  const heading = readHeading(text, vocabulary);
  return heading !== null && (heading.numbering?.style === 'chinese' || heading.numbering === undefined);
}

function isCell(text: string, vocabulary: Vocabulary): boolean {
  return isTableLabel(text, vocabulary) || isFigureText(text) || isUnitText(text);
}

/** What may stand between the cells of a table: a page number, or a piece of a label, if only its number. */
function isPiece(text: string, vocabulary: Vocabulary): boolean {
  return isPageNumber(text) || /^\d{1,2}[.．、]$/.test(text) || labelFinder(vocabulary).isFragment(text);
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
    if (!cells.every(cell => isPiece(cell.text, vocabulary))) return false;
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
      const words = wordsOf(piece.slice(start, end));
      cells.push({ text: words, span: { start: offset + from + start, end: offset + from + end } });
    }
    from += piece.length + 1;
  }
  return cells;
}

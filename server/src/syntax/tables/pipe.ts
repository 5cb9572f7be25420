import { isFigureText, isUnitText } from '../cellValue.ts';
import { wordsOf } from '../inline.ts';
import { labelFinder } from '../labels.ts';
import type { Line } from '../line.ts';
import { inner, type LineReader } from '../lineReader.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { layOut, MOST_COLUMNS, type LooseCell, type TableLayout } from './layout.ts';

/** The line below a head: `| --- | :-: |`. */
const DELIMITER = /^[\s|｜:-]*-[\s|｜:-]*$/;
/** The pipe of an input method's full-width signs, a slip for `|`. */
const WIDE = '｜';

/**
 * Markdown pipe table, with or without outer pipes; `\|` is a pipe in a cell, empty cells of merged headers stay
 * empty. A row of a table may lack its first pipe. A full-width pipe is one where the row has as many cells as the
 * others then.
 */
export const pipe: TableLayout = {
  id: 'pipe',
  read(reader, first, vocabulary) {
    if (!/[|｜]/.test(first.text) || !startsHere(reader, first, vocabulary)) return null;
    const lines: Line[] = [];
    let line = first;
    let end = first.end;
    let next = first.next;
    const opening = inner(first.text).start;
    const hasOuter = '|｜'.includes(first.text.charAt(opening));
    for (;;) {
      const isRow = hasOuter ? goesOn(line.text, lines.at(-1)?.text, vocabulary) : countPipes(line.text, true) > 0;
      if (!isRow || countPipes(line.text, true) > MOST_COLUMNS) break;
      if (!isDelimiter(line.text)) lines.push(line);
      end = line.end;
      next = line.next;
      if (line.next >= reader.length || line.next === line.start) break;
      line = reader.lineBehind(line);
    }
    // Without outer pipes the last one stands before an empty cell.
    const closesRows = hasOuter || /[|｜]\s*$/.test(first.text);
    const rows = rowsOf(hasOuter ? lines : joined(lines), closesRows, vocabulary);
    return rows.length === 0 ? null : { ...layOut(rows), end, next };
  },
};

/**
 * Lines of rows that end in a pipe and begin without one, each with those behind it on which the row goes on: an empty
 * cell broke the line, so that a pipe stands alone on the next one, or at its beginning.
 */
function joined(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => text.trim() === '|')) return lines;
  const rows: Line[] = [];
  let count = 0;
  for (const line of lines) {
    const above = rows.at(-1);
    const goesOnAbove =
      line.text.charAt(inner(line.text).start) === '|' && above?.text.trimEnd().endsWith('|') === true;
    if (above && goesOnAbove && ++count < MOST_ROW_LINES) {
      const text = above.text.padEnd(line.start - above.start) + line.text;
      rows[rows.length - 1] = { ...line, start: above.start, text };
    } else {
      rows.push(line);
      count = 0;
    }
  }
  return rows;
}

/** A row has no more cells than this, and so no more lines. */
const MOST_ROW_LINES = 30;

function startsHere(reader: LineReader, { text, next }: Line, vocabulary: Vocabulary): boolean {
  const { start, end } = inner(text);
  const pipes = countPipes(text.slice(start, end), false);
  if (pipes > MOST_COLUMNS) return false;
  if (text.charAt(start) === '|') return pipes >= 2;
  if (text.charAt(start) === WIDE) return countPipes(text, true) >= 2 && isRowOfWords(text, vocabulary);
  if (pipes === 0) return false;
  const following = reader.lineFrom(next).text;
  if (isDelimiter(following)) return true;
  if (!isRowOfWords(following, vocabulary)) return false;
  return isRowOfWords(text, vocabulary) || (isCaption(text, vocabulary) && textsOf(following).length > 1);
}

/** `第二十条第（一）项 |`: a label over the whole width, above rows that have more pipes. */
function isCaption(text: string, vocabulary: Vocabulary): boolean {
  const [only, ...others] = cellsOf(text, 0, true, false);
  return only !== undefined && others.length === 0 && labelFinder(vocabulary).isLabel(only.text);
}

/** Whether a line below a row with an outer pipe is one too: it has that pipe, or is a row that lacks it. */
function goesOn(text: string, above: string | undefined, vocabulary: Vocabulary): boolean {
  if ('|｜'.includes(text.charAt(inner(text).start) || ' ')) return true;
  const pipes = countPipes(text, true);
  if (pipes < 2) return false;
  const isAlike = above !== undefined && Math.abs(countPipes(above, true) - pipes) <= 1;
  return isAlike || isRowOfWords(text, vocabulary);
}

/** Whether a line with pipes holds labels, pieces of labels and figures, and nothing else. */
function isRowOfWords(text: string, vocabulary: Vocabulary): boolean {
  const pipes = countPipes(text, true);
  if (pipes < 2 || pipes > MOST_COLUMNS) return false;
  const finder = labelFinder(vocabulary);
  const texts = textsOf(text);
  return (
    texts.some(each => finder.isLabel(each)) &&
    texts.every(each => finder.isLabel(each) || isFigureText(each) || isUnitText(each) || finder.isFragment(each))
  );
}

function textsOf(text: string): string[] {
  return cellsOf(text, 0, true, true).flatMap(each => (each.text === '' ? [] : [each.text]));
}

function isDelimiter(text: string): boolean {
  return DELIMITER.test(text) && /[|｜]/.test(text);
}

/** Number of pipes between cells; counting stops where there are too many for a row. */
function countPipes(text: string, withWide: boolean): number {
  let count = 0;
  for (let at = nextPipe(text, 0, withWide); at >= 0 && count <= MOST_COLUMNS; at = nextPipe(text, at + 1, withWide))
    count++;
  return count;
}

/** Index of the next pipe that is not escaped; -1 for none. */
function nextPipe(text: string, from: number, withWide: boolean): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if ((sign === '|' || (withWide && sign === WIDE)) && text.charAt(at - 1) !== '\\') return at;
  }
  return -1;
}

interface LooseRow {
  readonly span: { readonly start: number; readonly end: number };
  readonly cells: readonly LooseCell[];
}

/**
 * The rows of lines. A full-width pipe parts cells where its row has the width of the others then, or all rows have
 * one.
 */
function rowsOf(lines: readonly Line[], closesRows: boolean, vocabulary: Vocabulary): readonly LooseRow[] {
  const plain = lines.map(line => cellsOf(line.text, line.start, closesRows, false));
  const widths = new Map<number, number>();
  for (const [i, { text }] of lines.entries()) {
    const width = plain[i]?.length ?? 0;
    if (!text.includes(WIDE)) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const usual = [...widths].sort((a, b) => b[1] - a[1])[0]?.[0];
  return lines.map(({ start, end, text }, i) => {
    let cells = plain[i] ?? [];
    if (text.includes(WIDE) && cells.length !== usual) {
      const parted = cellsOf(text, start, closesRows, true);
      if (usual === undefined || parted.length === usual || isRowOfWords(text, vocabulary)) cells = parted;
    }
    return { span: { start, end }, cells };
  });
}

function cellsOf(text: string, offset: number, closesRows: boolean, withWide: boolean): LooseCell[] {
  const body = inner(text);
  const isPipe = (at: number) => text.charAt(at) === '|' || (withWide && text.charAt(at) === WIDE);
  let from = body.start + (isPipe(body.start) ? 1 : 0);
  const hasOuter = closesRows && isPipe(body.end - 1) && text.charAt(body.end - 2) !== '\\' && body.end - 1 >= from;
  const to = hasOuter ? body.end - 1 : body.end;
  const cells: LooseCell[] = [];
  for (;;) {
    const bar = nextPipe(text, from, withWide);
    const end = bar < 0 || bar >= to ? to : bar;
    cells.push(cell(text.slice(from, end), offset + from));
    if (end === to) return cells;
    from = end + 1;
  }
}

const MERGED = /^(?:[\\/]\d{1,2}){1,2}\. /;

/** What programs for tables of data write for a blank cell. */
const BLANK = /^(?:NaN|Unnamed: \d{1,3})$/;

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
  // What Textile writes before a merged cell: `\4. `, `/2. `.
  const merged = text.charAt(start) === '\\' || text.charAt(start) === '/' ? MERGED.exec(text.slice(start, end)) : null;
  start += merged?.[0].length ?? 0;
  if (start >= end || BLANK.test(text.slice(start, end))) {
    const middle = from + Math.min(1, text.length);
    return { text: '', span: { start: middle, end: middle } };
  }
  return {
    // A backslash pair breaks a line in the tables of wikis; at the end of a cell the next row goes on with it.
    text: wordsOf(text.slice(start, end).replaceAll('\\|', '|').replaceAll(' \\\\ ', ' ').replace(/\\+$/, '')),
    span: { start: from + start, end: from + end },
  };
}

import { withoutRadicals } from '../../text/unify.ts';
import { unplaced, type Grid, type GridCell } from '../pieces.ts';
import { joinCell, NO_TEXT, tidied } from './joinText.ts';
import type { PdfCell, PdfTable } from './pdfGrid.ts';
import { isNarrow, linesOf, signRows } from './pdfLines.ts';
import { boxAround, liesIn, type Box, type PdfSign } from './pdfPage.ts';

/** Columns so narrow that they are the space between the two lines of a border. */
const SLIVER = 6;
/** Parts of the type's size: within it figures are one word, and this much of a sign may lie over a border. */
const [WORD_GAP, OVER_BORDER] = [0.3, 0.1];

/** A table's grid, with the signs that no cell holds. */
export function filledGrid(
  table: PdfTable,
  signs: readonly PdfSign[],
): { readonly grid: Grid; readonly left: PdfSign[] } {
  const inCells = new Map<PdfCell, PdfSign[]>();
  const left: PdfSign[] = [];
  const cellAt = cellFinder(table);
  for (const word of wordsOf(signs, cellAt)) {
    const cell = cellAt(boxAround(word));
    if (!cell) left.push(...word);
    else inCells.set(cell, [...(inCells.get(cell) ?? []), ...word]);
  }
  const rows: GridCell[][] = table.rows.slice(1).map(() => []);
  for (const cell of table.cells) {
    const { row, column, rowSpan, columnSpan } = cell;
    const lines = linesOf(inCells.get(cell) ?? []).map(({ text }) => tidied(unplaced(withoutRadicals(oneSpace(text)))));
    rows[row]?.push({ column, columnSpan, rowSpan, text: lines.length > 0 ? joinCell(lines) : NO_TEXT });
  }
  const columnCount = table.columns.length - 1;
  const slivers = new Set(
    Array.from({ length: columnCount }, (_, i) => i).filter(
      i => (table.columns[i + 1] ?? 0) - (table.columns[i] ?? 0) < SLIVER,
    ),
  );
  return { grid: { columnCount, slivers, rows }, left };
}

function oneSpace(text: string): string {
  return text.replaceAll('\t', ' ');
}

/**
 * Signs by words, since a figure may be wider than its cell: a sign that lies across a border, or is drawn with those
 * before it, goes where the middle of its word lies, while figures of two cells that all but touch are two words.
 */
function wordsOf(signs: readonly PdfSign[], cellAt: (box: Box) => PdfCell | undefined): PdfSign[][] {
  const words: PdfSign[][] = [];
  const upright = signs.filter(({ turn }) => turn === 0);
  for (const sign of signs) if (sign.turn !== 0) words.push([sign]);
  for (const row of signRows(upright)) {
    let before: PdfSign | undefined;
    for (const sign of row) {
      if (before && isOneWord(before, sign, cellAt)) words.at(-1)?.push(sign);
      else words.push([sign]);
      before = sign;
    }
  }
  return words;
}

function isOneWord(a: PdfSign, b: PdfSign, cellAt: (box: Box) => PdfCell | undefined): boolean {
  if (!isNarrow(a.text) || !isNarrow(b.text) || b.left - a.right > WORD_GAP * b.size) return false;
  if (a.run === b.run) return true;
  const [cellOfA, cellOfB] = [cellAt(a), cellAt(b)];
  if (!cellOfA || !cellOfB || cellOfA === cellOfB) return true;
  const over = OVER_BORDER * b.size;
  return a.right > cellOfA.right + over || b.left < cellOfB.left - over;
}

/** Finds the cell in which the middle of a box lies. */
function cellFinder({ columns, rows, cells }: PdfTable): (box: Box) => PdfCell | undefined {
  const width = columns.length - 1;
  const at = new Map<number, PdfCell>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        at.set(row * width + column, cell);
  return box => {
    const row = intervalOf(rows, (box.top + box.bottom) / 2);
    const column = intervalOf(columns, (box.left + box.right) / 2);
    const cell = row < 0 || column < 0 ? undefined : at.get(row * width + column);
    return cell && liesIn(box, cell) ? cell : undefined;
  };
}

/** Index of the interval between borders that holds a place; -1 where none does. */
function intervalOf(borders: readonly number[], place: number): number {
  let [low, high] = [0, borders.length - 1];
  if (place < (borders[0] ?? Infinity) || place > (borders[high] ?? -Infinity)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((borders[middle] ?? Infinity) <= place) low = middle;
    else high = middle;
  }
  return low;
}

import { VOCABULARY } from '../../model/vocabulary.ts';
import { isLabel } from '../../syntax/headings.ts';
import type { Grid, GridCell } from '../pieces.ts';
import { joinCell } from './joinText.ts';

/** A table's grid with the places of its columns' borders on the page. */
export interface PlacedGrid {
  readonly grid: Grid;
  readonly columns: readonly number[];
}

/** Points by which columns of one table may differ between two pages. */
const DIFFERENCE = 4;

/**
 * A table and the one at the beginning of the next page as one, where that has the same columns; undefined where it is
 * another. Header rows that are repeated are left out, and a row or a cell that the page parted is put together.
 */
export function joinedTables(first: PlacedGrid, second: PlacedGrid): PlacedGrid | undefined {
  const columns = commonColumns(first.columns, second.columns);
  if (!columns) return undefined;
  const above = onColumns(first, columns);
  const below = withoutHeader(above, onColumns(second, columns));
  const rows = putTogether(above, below);
  return {
    columns,
    grid: {
      columnCount: columns.length - 1,
      slivers: first.columns.length === columns.length ? (first.grid.slivers ?? new Set()) : new Set(),
      rows,
    },
  };
}

/** Borders of both, counted from the left one, where one table has all of the other's. */
function commonColumns(first: readonly number[], second: readonly number[]): readonly number[] | undefined {
  const [a, b] = [first, second].map(columns => columns.map(place => place - (columns[0] ?? 0)));
  if (!a || !b || Math.abs((a.at(-1) ?? 0) - (b.at(-1) ?? 0)) > DIFFERENCE) return undefined;
  const [more, fewer] = a.length >= b.length ? [a, b] : [b, a];
  return fewer.every(place => more.some(other => Math.abs(other - place) <= DIFFERENCE)) ? more : undefined;
}

/** The rows of a grid on the borders of another. */
function onColumns({ grid, columns }: PlacedGrid, borders: readonly number[]): GridCell[][] {
  const places = columns.map(place => {
    const from = place - (columns[0] ?? 0);
    return borders.findIndex(border => Math.abs(border - from) <= DIFFERENCE);
  });
  return grid.rows.map(cells =>
    cells.map(cell => {
      const column = places[cell.column] ?? 0;
      return { ...cell, column, columnSpan: (places[cell.column + cell.columnSpan] ?? 0) - column };
    }),
  );
}

function plain({ text }: GridCell): string {
  return text.text.replace(/\s+/g, '');
}

/** Rows without those at the beginning that repeat the beginning of the table. */
function withoutHeader(above: readonly GridCell[][], below: readonly GridCell[][]): GridCell[][] {
  const wordsOf = (cells: readonly GridCell[]) => cells.map(cell => `${String(cell.column)} ${plain(cell)}`).join('\n');
  let repeated = 0;
  while (
    repeated < below.length - 1 &&
    repeated < above.length &&
    below[repeated]?.some(cell => plain(cell) !== '') === true &&
    wordsOf(above[repeated] ?? []) === wordsOf(below[repeated] ?? [])
  )
    repeated++;
  const rest = below.slice(repeated);
  // A cell that reached over the header and on: what is left of it stays.
  const isCut = below.slice(0, repeated).some((cells, row) => cells.some(cell => row + cell.rowSpan > repeated));
  return isCut ? [...below] : rest;
}

/** The rows of both, with what the page parted put together. */
function putTogether(above: readonly GridCell[][], below: readonly GridCell[][]): GridCell[][] {
  const rows = above.map(cells => [...cells]);
  const [next = [], ...others] = below;
  const last = lastCells(rows);
  const isOneRow = isParted(last, next);
  const kept: GridCell[] = [];
  for (const cell of next) {
    const before = last.find(
      ({ cell: { column, columnSpan } }) => column === cell.column && columnSpan === cell.columnSpan,
    );
    if (!before || !(isOneRow || isOneCell(before.cell, cell))) {
      kept.push(cell);
      continue;
    }
    const row = rows[before.row] ?? [];
    row[row.indexOf(before.cell)] = {
      ...before.cell,
      text: joinCell([before.cell.text, cell.text].filter(({ text }) => text !== '')),
      rowSpan: before.cell.rowSpan + cell.rowSpan - (isOneRow ? 1 : 0),
    };
  }
  return [...rows, ...(isOneRow ? [] : [kept]), ...others];
}

interface Last {
  readonly cell: GridCell;
  readonly row: number;
}

/** The cells that reach to the last row. */
function lastCells(rows: readonly (readonly GridCell[])[]): Last[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap(cell => (row + cell.rowSpan === rows.length ? [{ cell, row }] : [])),
  );
}

/** Whether a cell that is merged over several rows goes on: its words stand in one of the halves, or in both. */
function isOneCell(above: GridCell, below: GridCell): boolean {
  const [a, b] = [plain(above), plain(below)];
  if (above.rowSpan === 1 && below.rowSpan === 1) return false;
  if (b === '') return above.rowSpan > 1 || a !== '';
  return a === '' ? below.rowSpan > 1 : isTornLabel(a, b);
}

function isTornLabel(a: string, b: string): boolean {
  return a !== '' && b !== '' && isLabel(a + b, VOCABULARY) && !isLabel(a, VOCABULARY) && !isLabel(b, VOCABULARY);
}

/**
 * Whether the page parted one row: a label stands in two halves, or the label is on one page and all figures are on the
 * other.
 */
function isParted(above: readonly Last[], below: readonly GridCell[]): boolean {
  const pairs = below.map(cell => {
    const before = above.find(
      ({ cell: { column, columnSpan } }) => column === cell.column && columnSpan === cell.columnSpan,
    );
    return before && before.cell.rowSpan === 1 && cell.rowSpan === 1
      ? ([plain(before.cell), plain(cell)] as const)
      : undefined;
  });
  const own = pairs.filter(pair => pair !== undefined);
  if (own.length < 2 || own.some(([a, b]) => a !== '' && b !== '' && !isTornLabel(a, b))) return false;
  if (own.some(([a, b]) => isTornLabel(a, b))) return true;
  const isFigure = (text: string) => /^[\d.,，．%％－—/-]+$/.test(text);
  const [figuresAbove, figuresBelow] = [0, 1].map(side => own.some(pair => isFigure(pair[side] ?? '')));
  const wordsBelow = own.some(([, b]) => b !== '' && !isFigure(b));
  const wordsAbove = own.some(([a]) => a !== '' && !isFigure(a));
  return figuresAbove === false && figuresBelow === true && wordsAbove && !wordsBelow;
}

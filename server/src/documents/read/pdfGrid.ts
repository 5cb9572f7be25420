import { LIMITS } from '../../text/limits.ts';
import { refuse } from '../refused.ts';
import type { Box } from './pdfPage.ts';
import { neighbours, linesByTable, NARROWEST, OPEN, TOUCH, type Lines, type Rule } from './pdfRules.ts';
import { Sides } from './pdfSides.ts';

/** A table by its lines: where its columns and rows begin and end, and its cells. */
export interface PdfTable extends Box {
  /** One more than there are columns. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly PdfCell[];
}

export interface PdfCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Points that a table is wide at least. */
const SMALLEST = 30;

/**
 * The tables of a page by their ruled lines: lines that touch are one table, and cells are what they enclose. Where
 * lines reach beyond the last one across them, as at the end of a page, the table is closed there. A box around a text
 * is no table.
 */
export function tablesOf(rules: readonly Box[]): PdfTable[] {
  const tables = linesByTable(rules).flatMap(lines => tableOf(lines) ?? []);
  // A frame around tables is none.
  return tables.filter(
    table => !tables.some(other => other !== table && table.cells.some(cell => encloses(cell, other))),
  );
}

function encloses(cell: Box, { left, top, right, bottom }: Box): boolean {
  return (
    cell.left <= left + TOUCH && cell.top <= top + TOUCH && cell.right >= right - TOUCH && cell.bottom >= bottom - TOUCH
  );
}

function tableOf({ across, down }: Lines): PdfTable | undefined {
  const columns = bordersOf(down, across);
  const rows = bordersOf(across, down);
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  const [width, height] = [columns.length - 1, rows.length - 1];
  if (width < 1 || height < 1 || right - left < SMALLEST) return undefined;
  if (width > LIMITS.documentColumns) refuse('documents.refused.tableTooWide', { limit: LIMITS.documentColumns });
  if (width * height > LIMITS.documentCells) refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
  const cells = cellsOf(new Sides(columns, rows, across, down));
  return cells.length < 2 ? undefined : { left, top, right, bottom, columns, rows, cells };
}

/** Places of the borders, with those at which the lines across them end. */
function bordersOf(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const borders = neighbours(lines, ({ at }) => at, NARROWEST).map(
    group => group.reduce((sum, { at }) => sum + at, 0) / group.length,
  );
  const first = Math.min(...crossing.map(({ from }) => from));
  const last = Math.max(...crossing.map(({ to }) => to));
  if (first < (borders[0] ?? first) - OPEN) borders.unshift(first);
  if (last > (borders.at(-1) ?? last) + OPEN) borders.push(last);
  return borders;
}

/** Boxes between which no line is drawn are one cell. */
function cellsOf(sides: Sides): PdfCell[] {
  const { width, height, columns, rows } = sides;
  const taken = sides.outside();
  const cells: PdfCell[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (taken[row * width + column] === 1) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < width &&
        taken[row * width + column + columnSpan] !== 1 &&
        !sides.isBefore(row, column + columnSpan)
      )
        columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < height && goesOn(sides, taken, row + rowSpan, column, columnSpan)) rowSpan++;
      for (let y = row; y < row + rowSpan; y++)
        for (let x = column; x < column + columnSpan; x++) taken[y * width + x] = 1;
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        left: columns[column] ?? 0,
        right: columns[column + columnSpan] ?? 0,
        top: rows[row] ?? 0,
        bottom: rows[row + rowSpan] ?? 0,
      });
    }
  }
  return cells;
}

/** Whether a row of boxes belongs to the cell above it. */
function goesOn(sides: Sides, taken: Uint8Array, row: number, column: number, span: number): boolean {
  for (let x = column; x < column + span; x++) {
    if (taken[row * sides.width + x] === 1 || sides.isAbove(row, x)) return false;
    if (x > column && sides.isBefore(row, x)) return false;
  }
  return true;
}

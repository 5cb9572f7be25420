import type { LayoutCell, TableSpec } from '../format/types.ts';
import { figureKey, type BoundTable } from '../model/report.ts';
import { standardForm } from '../model/writing/standardTable.ts';
import type { Table } from '../syntax/block.ts';
import { officialCells } from './draftTable.ts';
import type { Grid } from './pieces.ts';

/** A table as it is published. */
export interface PublishedTable {
  readonly kind: 'table';
  /** The official table that it is; null for any other. */
  readonly spec: TableSpec | null;
  readonly columnCount: number;
  readonly rows: readonly (readonly PublishedCell[])[];
}

export interface PublishedCell {
  /** A line break stands between figures that are two. */
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Whether the official form prints it. */
  readonly isLabel: boolean;
}

/** A table with cells as the draft has it; in the official layout where it is one, every label equal. */
export function ownTable(block: Table): PublishedTable {
  const grid = gridOf(block);
  const official = officialCells(grid);
  if (!official) {
    return {
      kind: 'table',
      spec: null,
      columnCount: grid.columnCount,
      rows: grid.rows.map(cells => cells.map(cell => ({ ...cell, text: cell.text.text, isLabel: false }))),
    };
  }
  return inLayout(official.spec, i => official.cells[i]?.text.text ?? '');
}

/** A table in its official layout; texts by the place of a cell among the layout's. */
function inLayout(spec: TableSpec, textAt: (index: number, cell: LayoutCell) => string): PublishedTable {
  const taken: Set<number>[] = spec.layout.map(() => new Set());
  let next = 0;
  let columnCount = 0;
  const rows = spec.layout.map((cells, row) => {
    let column = 0;
    return cells.map((cell): PublishedCell => {
      while (taken[row]?.has(column) === true) column++;
      const { rowSpan = 1, columnSpan = 1 } = cell;
      for (const line of taken.slice(row, row + rowSpan))
        for (let x = column; x < column + columnSpan; x++) line.add(x);
      columnCount = Math.max(columnCount, column + columnSpan);
      return { column, rowSpan, columnSpan, isLabel: cell.kind === 'text', text: textAt(next++, cell) };
    });
  });
  return { kind: 'table', spec, columnCount, rows };
}

/**
 * A table that lost its columns as the official form of its edition, with its figures as written; texts for which that
 * has no place beside it.
 */
export function standardTable(table: BoundTable): {
  readonly table: PublishedTable;
  readonly notPlaced: readonly string[];
} {
  const { spec, figures } = table;
  const textOf = (cell: LayoutCell) =>
    cell.kind === 'text' ? cell.text : (figures.get(figureKey(cell.row, cell.column))?.text ?? '');
  return {
    table: inLayout(spec, (_, cell) => textOf(cell)),
    notPlaced: standardForm(table, spec, 'tabbed').notPlaced,
  };
}

/** The grid of a table block; rows that are shorter than others end in empty cells. */
function gridOf({ rows, columnCount }: Table): Grid {
  const width = Math.max(columnCount, ...rows.map(({ cells }) => cells.length));
  const isCovered = rows.map(() => new Set<number>());
  return {
    columnCount: width,
    rows: rows.map(({ cells }, row) => {
      const own = [...new Set(cells)].filter(cell => cell.row === row);
      for (const cell of own)
        for (const line of isCovered.slice(row, row + cell.rowSpan))
          for (let x = cell.column; x < cell.column + cell.columnSpan; x++) line.add(x);
      const missing = Array.from({ length: width }, (_, x) => x).filter(x => isCovered[row]?.has(x) !== true);
      const gridCells = own.map(({ column, columnSpan, rowSpan, text }) => ({
        column,
        columnSpan,
        rowSpan,
        text: plainText(text),
      }));
      const empty = missing.map(column => ({ column, columnSpan: 1, rowSpan: 1, text: plainText('') }));
      return [...gridCells, ...empty].sort((a, b) => a.column - b.column);
    }),
  };
}

function plainText(text: string) {
  return { text, pieces: [{ at: 0, length: text.length, from: 0, to: 0 }] };
}

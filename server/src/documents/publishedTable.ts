import type { LayoutCell, TableSpec } from '../format/types.ts';
import { figureKey, type BoundTable } from '../model/report.ts';
import { standardForm } from '../model/writing/standardTable.ts';
import type { Placed, Table } from '../syntax/block.ts';
import type { MappedText } from '../text/mappedText.ts';
import { memoByObject } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
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

/** A cell, whose words know where they stand in the draft; a line break stands between figures that are two. */
export interface PublishedCell extends MappedText {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Whether the official form prints it. */
  readonly isLabel: boolean;
}

/** A table with cells as the draft has it; in the official layout where it is one, every label equal. */
export function ownTable({ at, block }: Placed<Table>): PublishedTable {
  const { rows, ...table } = tableOf(block);
  return {
    ...table,
    rows: rows.map(cells =>
      cells.map(cell => ({
        ...cell,
        pieces: cell.pieces.map(({ from, to, ...piece }) => ({ ...piece, from: from + at, to: to + at })),
      })),
    ),
  };
}

/** The same for a table whose places count from its own start; a preview asks for it at every key. */
const tableOf = memoByObject((block: Table): PublishedTable => {
  const grid = gridOf(block);
  const official = officialCells(grid);
  if (!official) {
    return {
      kind: 'table',
      spec: null,
      columnCount: grid.columnCount,
      rows: grid.rows.map(cells => cells.map(({ text, ...cell }) => ({ ...cell, ...text, isLabel: false }))),
    };
  }
  return inLayout(official.spec, i => official.cells[i]?.text ?? NO_WORDS);
});

/** A table in its official layout; texts by the place of a cell among the layout's. */
function inLayout(spec: TableSpec, wordsAt: (index: number, cell: LayoutCell) => MappedText): PublishedTable {
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
      return { column, rowSpan, columnSpan, isLabel: cell.kind === 'text', ...wordsAt(next++, cell) };
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
  const wordsOf = (cell: LayoutCell): MappedText => {
    if (cell.kind === 'text') return { text: cell.text, pieces: [] };
    const figure = figures.get(figureKey(cell.row, cell.column));
    return figure ? standingAt(figure.text, figure.span) : NO_WORDS;
  };
  return {
    table: inLayout(spec, (_, cell) => wordsOf(cell)),
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
      const gridCells = own.map(({ column, columnSpan, rowSpan, text, span }) => ({
        column,
        columnSpan,
        rowSpan,
        text: standingAt(text, span),
      }));
      const empty = missing.map(column => ({ column, columnSpan: 1, rowSpan: 1, text: NO_WORDS }));
      return [...gridCells, ...empty].sort((a, b) => a.column - b.column);
    }),
  };
}

/** Words that stand nowhere in the draft. */
const NO_WORDS: MappedText = { text: '', pieces: [] };

/** Words of a cell at its place. */
function standingAt(text: string, { start, end }: Span): MappedText {
  return { text, pieces: [{ at: 0, length: text.length, from: start, to: end }] };
}

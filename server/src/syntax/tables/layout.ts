import { shift, type Span } from '../../text/span.ts';
import type { Cell, LayoutId, Row, Table } from '../block.ts';
import type { Line } from '../line.ts';
import type { LineReader } from '../lineReader.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** A table as a layout reads it; offsets count from the start of the draft. */
export interface ReadTable {
  readonly rows: readonly Row[];
  readonly columnCount: number;
  /** Where the table's text ends. */
  readonly end: number;
  /** Where the next block may start. */
  readonly next: number;
}

/**
 * A way of writing a table. `read` returns null when no table of this layout starts with the line `first`. It may look
 * at most {@link LOOKAHEAD_LINES} physical lines beyond the table, and reads the text through `reader` alone, which
 * records how far it looked.
 */
export interface TableLayout {
  readonly id: LayoutId;
  read(reader: LineReader, first: Line, vocabulary: Vocabulary): ReadTable | null;
}

/** Physical lines that a layout may look ahead. */
export const LOOKAHEAD_LINES = 40;

/** A line with more cells is not a row of a report's table. */
export const MOST_COLUMNS = 400;

/** Merged cells of one table cover at most so many places; cells behind that limit keep only their first place. */
const MOST_COVERED_PLACES = 100_000;

/** A cell before the grid is laid out. */
export interface LooseCell {
  readonly text: string;
  readonly span: Span;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

/** Lays rows out on a grid: a merged cell is the same object in every place that it covers. */
export function layOut(
  rows: readonly {
    readonly span: Span;
    readonly cells: readonly LooseCell[];
  }[],
): { rows: Row[]; columnCount: number } {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  let columnCount = 0;
  let covered = 0;
  for (const [r, row] of rows.entries()) {
    const line = grid[r] ?? [];
    let column = 0;
    for (const loose of row.cells) {
      while (line[column] !== undefined) column++;
      const isSpent = covered > MOST_COVERED_PLACES;
      const rowSpan = isSpent ? 1 : Math.min(loose.rowSpan ?? 1, rows.length - r);
      const columnSpan = isSpent ? 1 : Math.min(loose.columnSpan ?? 1, Math.max(1, MOST_COLUMNS - column));
      covered += rowSpan * columnSpan - 1;
      const cell: Cell = { text: loose.text, span: loose.span, row: r, column, rowSpan, columnSpan };
      for (let down = 0; down < rowSpan; down++) {
        const target = grid[r + down];
        if (target) for (let right = 0; right < columnSpan; right++) target[column + right] ??= cell;
      }
      column += columnSpan;
    }
    columnCount = Math.max(columnCount, line.length);
  }
  const laid = rows.map((row, r): Row => ({
    span: row.span,
    cells: (grid[r] ?? []).filter(cell => cell !== undefined),
  }));
  return { rows: laid, columnCount };
}

/** The block of a table read at `at` of the draft; the table's own text starts at `start`. */
export function tableBlock(layout: LayoutId, table: ReadTable, at: number, start = at): Table {
  /** Merged cells: others stand in one place. */
  const moved = new Map<Cell, Cell>();
  const move = (cell: Cell): Cell => {
    const { text, span, row, column, rowSpan, columnSpan } = cell;
    const isMerged = rowSpan > 1 || columnSpan > 1;
    const known = isMerged ? moved.get(cell) : undefined;
    if (known) return known;
    const copy = { text, span: shift(span, -at), row, column, rowSpan, columnSpan };
    if (isMerged) moved.set(cell, copy);
    return copy;
  };
  return {
    kind: 'table',
    layout,
    length: table.end - at,
    span: { start: start - at, end: table.end - at },
    columnCount: table.columnCount,
    rows: table.rows.map((row): Row => ({ span: shift(row.span, -at), cells: row.cells.map(move) })),
  };
}

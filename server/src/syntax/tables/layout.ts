import type { Cell, LayoutId, Row } from '../block.ts';
import type { ClosingTags } from '../closingTags.ts';
import type { Line } from '../lineReader.ts';
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
 * A way of writing a table. `read` gives null when no table of this layout starts with the line `first`; it may
 * look at most {@link LOOKAHEAD_LINES} physical lines beyond what it takes, by the functions of lines.ts alone, which note
 * how far was looked.
 */
export interface TableLayout {
  readonly id: LayoutId;
  read(source: string, first: Line, vocabulary: Vocabulary, ends: ClosingTags): ReadTable | null;
}

/** Physical lines that a layout may look ahead. */
export const LOOKAHEAD_LINES = 40;

/** A line with more cells is no row of a report's table. */
export const MOST_COLUMNS = 400;

/** So many places are covered by the merged cells of one table; of those behind them only the first place counts. */
const MOST_COVERED_PLACES = 100_000;

/** A cell before the grid is laid out. */
export interface LooseCell {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

/** Lays loose rows out on a grid: merged cells stand, as the same object, in every place that they cover. */
export function layOut(
  rows: readonly {
    readonly span: { readonly start: number; readonly end: number };
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

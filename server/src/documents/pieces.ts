import type { MappedText } from '../text/mappedText.ts';
import type { Note } from './notes.ts';

/**
 * What a document holds, in order: what every reader gives and the draft is written from. Texts know where they stand
 * in the part that holds them; what stands nowhere there (a restored number) has an empty place.
 */
export type Piece =
  | {
      readonly kind: 'paragraph';
      readonly text: MappedText;
      readonly isCentred?: boolean;
      readonly isBullet?: boolean;
      /** Whether it stands in a text box. */
      readonly isBoxed?: boolean;
    }
  | { readonly kind: 'table'; readonly grid: Grid }
  | { readonly kind: 'comment'; readonly author: string; readonly text: string }
  | { readonly kind: 'footnote'; readonly number: number; readonly text: string };

/** A table as a grid; a merged cell stands where it begins. */
export interface Grid {
  readonly columnCount: number;
  /** Columns so narrow that nobody sees them: their two borders are one. */
  readonly slivers?: ReadonlySet<number>;
  readonly rows: readonly (readonly GridCell[])[];
}

export interface GridCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: MappedText;
}

/** A document read: its pieces, and what was left out or restored. */
export interface ReadDocument {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
}

/** A text that stands nowhere in a part of the file: in a PDF file signs have places on a page, texts have none. */
export function unplaced(text: string): MappedText {
  return { text, pieces: [{ at: 0, length: text.length, from: 0, to: 0 }] };
}

/**
 * The grid without columns and rows in which no cell begins: nothing separates them from those before. Programs add
 * them when they write a table again.
 */
export function withoutPhantoms(grid: Grid): Grid {
  const columns = new Set(grid.rows.flatMap(cells => cells.map(({ column }) => column)));
  const filled = new Set(grid.rows.flatMap(cells => cells.flatMap(each => (each.columnSpan === 1 ? each.column : []))));
  const isSliver = (column: number) => grid.slivers?.has(column) === true && !filled.has(column);
  const columnAt: number[] = [];
  for (let column = 0, kept = 0; column <= grid.columnCount; column++) {
    columnAt.push(kept);
    if (columns.has(column) && !isSliver(column)) kept++;
  }
  const rowAt: number[] = [];
  for (let row = 0, kept = 0; row <= grid.rows.length; row++) {
    rowAt.push(kept);
    if ((grid.rows[row]?.length ?? 0) > 0) kept++;
  }
  const at = (places: readonly number[], i: number) => places[Math.min(i, places.length - 1)] ?? 0;
  return {
    columnCount: at(columnAt, grid.columnCount),
    rows: grid.rows.flatMap((cells, row) =>
      cells.length === 0
        ? []
        : [
            cells.map(cell => ({
              ...cell,
              column: at(columnAt, cell.column),
              columnSpan: Math.max(1, at(columnAt, cell.column + cell.columnSpan) - at(columnAt, cell.column)),
              rowSpan: Math.max(1, at(rowAt, row + cell.rowSpan) - at(rowAt, row)),
            })),
          ],
    ),
  };
}

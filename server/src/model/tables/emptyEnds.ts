import type { Cell, Table } from '../../syntax/block.ts';
import { memoByObjectAndKey } from '../../text/memo.ts';
import { distinctCells, isWords } from './cells.ts';

/** Where the rows of a table have the empty cells that merged cells leave beside the figures. */
export interface EmptyEnds {
  /**
   * How many of a row's cells behind its label stand before its figures; undefined where that is not known. `from`: the
   * grid column of the first of the cells.
   */
  before(values: readonly Cell[], width: number, from: number): number | undefined;
  /** Whether a row of so many cells has all its figures, and none that is blank first or last. */
  isWholeLength(cells: number): boolean;
}

/**
 * Learns it from the rows that leave no choice, given how many figures most rows have. All of them have their figures
 * right behind the label, and what is empty at the end, or all have them in the same columns of the grid.
 */
export const emptyEnds = memoByObjectAndKey((table: Table, usualWidth: number): EmptyEnds => {
  const behindLabel = new Set<number>();
  const inGrid = new Set<number>();
  const wholeLengths = new Set<number>();
  for (const row of table.rows) {
    const cells = distinctCells(row.cells);
    const from = cells.findLastIndex(isWords) + 1;
    const values = cells.slice(from);
    if (from > 0 && values.length === usualWidth && values[0]?.text !== '' && values.at(-1)?.text !== '')
      wholeLengths.add(row.cells.length);
    if (from === 0 || values.length <= usualWidth || values.every(({ text }) => text === '')) continue;
    const { least, most } = choicesIn(values, usualWidth);
    if (least !== most) continue;
    behindLabel.add(least);
    inGrid.add(from + least);
  }
  return {
    isWholeLength: cells => wholeLengths.has(cells),
    before(values, width, from) {
      const { least, most } = choicesIn(values, width);
      if (least >= most) return least === most ? least : undefined;
      const fitting = new Set(
        [
          ...(behindLabel.size === 1 ? behindLabel : []),
          ...(inGrid.size === 1 ? [...inGrid].map(at => at - from) : []),
        ].filter(count => least <= count && count <= most),
      );
      const [only, ...others] = fitting;
      return others.length > 0 ? undefined : only;
    },
  };
});

/** The fewest and the most cells that may be left out before the figures; the fewest is more where none fits. */
function choicesIn(values: readonly Cell[], width: number): { readonly least: number; readonly most: number } {
  const excess = values.length - width;
  const first = values.findIndex(({ text }) => text !== '');
  const filledTo = values.findLastIndex(({ text }) => text !== '') + 1;
  return { least: Math.max(0, filledTo - width), most: Math.min(excess, first < 0 ? excess : first) };
}

/** Cells without the empty ones that merged cells leave before and behind the figures. */
export function withoutEmptyEnds(cells: readonly Cell[]): readonly Cell[] {
  const first = cells.findIndex(cell => cell.text !== '');
  return cells.slice(Math.max(0, first), cells.findLastIndex(cell => cell.text !== '') + 1);
}

import type { ColumnSpec } from '../../format/types.ts';
import type { Cell, Row } from '../../syntax/block.ts';
import { isUnit } from './cells.ts';

/**
 * Cells of a row by the header above them (columns by grid column); undefined where it does not name every column or a
 * cell fits none.
 */
export function cellsByHeader(
  header: ReadonlyMap<number, ColumnSpec>,
  columns: readonly ColumnSpec[],
  row: Row,
  values: readonly Cell[],
): Map<ColumnSpec, Cell> | undefined {
  const named = new Set(header.values());
  if (columns.some(column => !named.has(column))) return undefined;
  // A row that is shorter than the head lost a cell somewhere.
  if (row.cells.length <= Math.max(...header.keys())) return undefined;
  const mapped = new Map<ColumnSpec, Cell>();
  for (const cell of values) {
    const column = header.get(row.cells.indexOf(cell));
    if (!column) {
      if (cell.text !== '' && !isUnit(cell)) return undefined;
      continue;
    }
    const known = mapped.get(column);
    if (!known) mapped.set(column, cell);
    else if (cell.text !== '' && known.text !== cell.text) return undefined;
  }
  return mapped;
}

import type { ColumnSpec, PartSpec } from '../../format/types.ts';
import type { Cell, Row, Table } from '../../syntax/block.ts';
import { fold } from '../../text/fold.ts';
import { isUnit } from './cells.ts';
import type { PartMatcher } from './matcher.ts';

/** Columns by grid column; null for one with a name that the form does not have (`占比`, `上年总计`). */
export type Header = Map<number, ColumnSpec | null>;

/**
 * Cells of a row by the header above them; undefined where it does not name every column or a cell stands below no
 * name. Those in columns that the form does not have are left out.
 */
export function cellsByHeader(
  header: Header,
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
    if (column === null) continue;
    if (column === undefined) {
      if (cell.text !== '' && !isUnit(cell)) return undefined;
      continue;
    }
    const known = mapped.get(column);
    if (!known) mapped.set(column, cell);
    else if (cell.text !== '' && known.text !== cell.text) return undefined;
  }
  return mapped;
}

/**
 * Whether a header, as far as it names columns, has them in the order of the form. Where it has not, a row's figures
 * stand in no order that is known.
 */
export function isInOrder(header: Header, columns: readonly ColumnSpec[]): boolean {
  const order = [...header]
    .sort(([a], [b]) => a - b)
    .flatMap(([, column]) => (column === null ? [] : [columns.indexOf(column)]));
  return order.every((index, i) => i === 0 || index >= (order[i - 1] ?? 0));
}

/**
 * Whether a head lost the widths of its merged cells: the name of a group of columns stands over one column, beside a
 * column's name that reaches down to the names of the group's columns. Those stand anywhere then.
 */
export function hasLostWidths({ rows }: Table, part: PartMatcher): boolean {
  return rows.some(
    ({ cells }) =>
      cells.some(({ rowSpan, text }) => rowSpan > 1 && part.columns.find(text) !== undefined) &&
      cells.some(cell => cell.columnSpan === 1 && hasGroup([cell], part.spec)),
  );
}

/** Whether one of some cells names a group of columns. */
export function hasGroup(cells: readonly Cell[], { columns }: PartSpec): boolean {
  return cells.some(({ text }) => columns.some(({ group = [] }) => group.some(name => fold(name) === fold(text))));
}

import type { ColumnSpec, RowSpec } from '../../format/types.ts';
import { figureKey, type TableContent, type Figure } from '../report.ts';

/** A sum that running text uses and no row of the official table states: 不予公开 is the sum of its eight rows. */
export interface Subtotal {
  /** `refused`, `unable`, `rejected` or `other`. */
  readonly key: string;
  /** Label of the merged cell before the rows (（三）不予公开), or of the row where there is but one. */
  readonly label: string;
  readonly column: ColumnSpec;
  readonly rows: readonly RowSpec[];
  /** The cells that the draft has. */
  readonly figures: readonly Figure[];
  /** Undefined where a cell is missing or unreadable, or all are blank: then the sum is not known. */
  readonly value: number | undefined;
}

/** Every subtotal of a table in every column. */
export function subtotalsOf(table: TableContent): Subtotal[] {
  return table.spec.parts.flatMap(part =>
    Object.entries(table.spec.subtotals).flatMap(([key, members]) => {
      const rows = part.rows.filter(row => members.includes(row.key));
      return rows.length === 0 ? [] : part.columns.map(column => subtotal(table, key, rows, column));
    }),
  );
}

function subtotal(table: TableContent, key: string, rows: readonly RowSpec[], column: ColumnSpec): Subtotal {
  const figures = rows.flatMap(row => table.figures.get(figureKey(row.key, column.key)) ?? []);
  const values = figures.flatMap(({ quantity }) => (quantity.kind === 'value' ? [quantity.value] : []));
  const isKnown =
    figures.length === rows.length &&
    values.length > 0 &&
    figures.every(({ quantity }) => quantity.kind !== 'unreadable');
  const [first] = rows;
  return {
    key,
    label: (rows.length === 1 ? first?.label : first?.path.at(-1)) ?? '',
    column,
    rows,
    figures,
    value: isKnown ? values.reduce((sum, value) => sum + value, 0) : undefined,
  };
}

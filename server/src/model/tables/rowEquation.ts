import type { ColumnSpec, Equation, TableSpec } from '../../format/types.ts';
import type { Cell } from '../../syntax/block.ts';
import { memoByContext } from '../../text/memo.ts';
import { numberIn } from './cells.ts';

/** The equation that makes one of these columns the sum of others in every row; undefined for none. */
export function rowEquationOf(spec: TableSpec, columns: readonly ColumnSpec[]): Equation | undefined {
  return rowEquationIn(columns, spec);
}

const rowEquationIn = memoByContext((columns: readonly ColumnSpec[], { equations }: TableSpec) =>
  equations.find(
    ({ over, operator, left, right }) =>
      over === 'rows' &&
      operator === '=' &&
      [...left, ...right].every(key => columns.some(column => column.key === key)),
  ),
);

/** Whether numbers in the order of the columns satisfy a row's equation. */
export function addsUp(numbers: readonly number[], equation: Equation, columns: readonly ColumnSpec[]): boolean {
  const sum = (keys: readonly string[]) =>
    columns.reduce((total, column, i) => (keys.includes(column.key) ? total + (numbers[i] ?? NaN) : total), 0);
  return sum(equation.left) === sum(equation.right);
}

/** {@link addsUp} for cells. */
export function addUp(cells: readonly Cell[], total: Equation, columns: readonly ColumnSpec[]): boolean {
  return addsUp(cells.map(numberIn), total, columns);
}

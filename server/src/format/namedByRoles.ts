import type { EquationDescription, PartDescription, TableDescription } from './description.ts';
import { idOfRole } from './roles.ts';

/** A table with the names of its roles in place of those that its file gives to it, its rows and its columns. */
export function namedByRoles(table: TableDescription): TableDescription {
  const { parts } = table;
  const rows = new Map((parts ?? []).flatMap(part => part.rows.flatMap(row => ('key' in row ? renamed(row) : []))));
  const columns = new Map((parts ?? []).flatMap(part => (part.columns ?? []).flatMap(renamed)));
  const id = idOfRole(table.role) ?? table.id;
  if (rows.size === 0 && columns.size === 0) return id === table.id ? table : { ...table, id };
  const rowKeys = (keys: readonly string[]) => keys.map(key => rows.get(key) ?? key);
  const columnKeys = (keys: readonly string[]) => keys.map(key => columns.get(key) ?? key);
  const { equations, implications, subtotals } = table;
  return {
    ...table,
    id,
    ...(parts ? { parts: parts.map(partByRoles) } : {}),
    ...(equations
      ? {
          equations: equations.map((equation): EquationDescription => {
            const [terms, places] = equation.over === 'columns' ? [rowKeys, columnKeys] : [columnKeys, rowKeys];
            return {
              ...equation,
              left: terms(equation.left),
              right: terms(equation.right),
              ...(equation.each ? { each: places(equation.each) } : {}),
            };
          }),
        }
      : {}),
    ...(implications
      ? {
          implications: implications.map(({ when, empty, ...rest }) => ({
            ...rest,
            when: when.map(({ row, is }) => ({ row: rows.get(row) ?? row, is })),
            empty: rowKeys(empty),
          })),
        }
      : {}),
    ...(subtotals ? { subtotals: subtotals.map(subtotal => ({ ...subtotal, rows: rowKeys(subtotal.rows) })) } : {}),
  };
}

function partByRoles(part: PartDescription): PartDescription {
  return {
    ...part,
    rows: part.rows.map(row => ('key' in row ? byRole(row) : row)),
    ...(part.columns ? { columns: part.columns.map(byRole) } : {}),
  };
}

interface Named {
  readonly key: string;
  readonly role?: string;
}

function byRole<T extends Named>(named: T): T {
  return named.role === undefined ? named : { ...named, key: named.role };
}

function renamed({ key, role }: Named): readonly (readonly [key: string, role: string])[] {
  return role === undefined ? [] : [[key, role]];
}

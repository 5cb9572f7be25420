import { BUILT_IN } from './editionSet.ts';
import { TABLE_ROLES, type TableRole } from './roles.ts';

/** Rows and columns that tables of a role may have, with the labels that the official forms print. */
export interface RolesOfTable {
  readonly rows: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
}

/** Roles of rows and columns by that of their table: the keys of the tables that are built in, the newest first. */
export const ROLES: ReadonlyMap<TableRole, RolesOfTable> = new Map(TABLE_ROLES.map(role => [role, rolesIn(role)]));

/** Roles of rows, and of columns, of tables of any role. */
export const ROW_ROLES: readonly string[] = [...new Set([...ROLES.values()].flatMap(({ rows }) => [...rows.keys()]))];
export const COLUMN_ROLES: readonly string[] = [
  ...new Set([...ROLES.values()].flatMap(({ columns }) => [...columns.keys()])),
];

function rolesIn(role: TableRole): RolesOfTable {
  const rows = new Map<string, string>();
  const columns = new Map<string, string>();
  for (const { parts } of BUILT_IN.tables.filter(table => table.role === role).reverse()) {
    for (const part of parts) {
      for (const { key, label, path } of part.rows) if (!rows.has(key)) rows.set(key, label || (path.at(-1) ?? ''));
      for (const { key, label } of part.columns) if (!columns.has(key)) columns.set(key, label);
    }
  }
  return { rows, columns };
}

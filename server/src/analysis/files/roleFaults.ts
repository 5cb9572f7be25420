import type { TableDescription } from '../../format/description.ts';
import { ROLES } from '../../format/roleNames.ts';
import { idOfRole } from '../../format/roles.ts';
import type { TableSpec } from '../../format/types.ts';
import { placeOf, type JsonReader, type Node } from './jsonReader.ts';

/**
 * What is wrong with the roles of a table: rows and columns that its role does not have, two for one thing, a role that
 * another table of the edition has. `table`: what the description makes, `others`: the edition's other tables.
 */
export function checkRoles(
  { parts = [] }: TableDescription,
  { id, role }: TableSpec,
  others: readonly TableSpec[],
  node: Node,
  reader: JsonReader,
): void {
  const taken = idOfRole(role) === undefined ? undefined : others.find(other => other.role === role);
  if (taken) reader.complain(placeOf(node, 'role'), 'formatFile.roleTaken', { name: role ?? '', title: taken.id });
  const known = role && ROLES.get(role);
  const roles = { rows: new Map<string, string>(), columns: new Map<string, string>() };
  let needsRole = false;
  for (const [i, { rows, columns = [] }] of parts.entries()) {
    const lists = [
      ['rows', rows.map(row => ('key' in row ? row : undefined))],
      ['columns', columns],
    ] as const;
    for (const [list, entries] of lists) {
      for (const [at, entry] of entries.entries()) {
        if (!entry) continue;
        const { key, role: own } = entry;
        const name = own ?? key;
        const place = placeOf(node, 'parts', i, list, at, own === undefined ? 'key' : 'role');
        if (own !== undefined && !known) needsRole = true;
        else if (own !== undefined && known && !known[list].has(own))
          reader.complain(place, 'formatFile.notChoice', { names: [...known[list].keys()].join(', ') });
        // The columns of two parts may be called alike.
        const other = roles[list].get(name);
        if (other !== undefined && other !== key) reader.complain(place, 'formatFile.idTwice', { name });
        roles[list].set(name, key);
      }
    }
  }
  if (needsRole) reader.complain(placeOf(node, 'id'), 'formatFile.roleNeeded', { name: id });
}

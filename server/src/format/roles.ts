// What tables, rows and columns are for, whatever a format calls them. Rules, models and features ask for these.

/** What a table is for. */
export type TableRole = 'disclosure' | 'requests' | 'cases' | 'statistics';

export const TABLE_ROLES: readonly TableRole[] = ['disclosure', 'requests', 'cases', 'statistics'];

/**
 * Ids of the tables of which an edition has one each: those of the editions that are built in. A table of a workspace's
 * own format that has such a role bears its id, and a row or column with a role bears that as its key. So cells are
 * named alike in all editions: in quantities, in summaries, in fingerprints and in what is printed.
 */
export const TABLES = {
  disclosure: 't2.disclosure',
  requests: 't3.requests',
  cases: 't4.review_litigation',
} as const satisfies Partial<Record<TableRole, string>>;

/** The id of a table with a role; undefined for a role that several tables of an edition may have. */
export function idOfRole(role: TableRole | undefined): string | undefined {
  return role === undefined || role === 'statistics' ? undefined : TABLES[role];
}

import { editionById, tableById } from '../../format/index.ts';
import type { Edition } from '../../format/types.ts';
import type { Summary, TableForm } from './summary.ts';

// What the cells of a summary are: as the edition prints them, which is built in or came with the table.

/** The form of a report's table; undefined where the report has no such table. */
export function formOf({ tables }: Pick<Summary, 'tables'>, id: string): TableForm | undefined {
  const table = tables[id];
  return table && (table.form ?? tableById(editionById(table.edition), id));
}

/** Whether a report's edition has a column in a table, be the table in the report or not. */
export function hasColumn(report: Summary, table: string, column: string): boolean {
  if (report.edition === null) return false;
  const form = report.tables[table]?.form ?? tableById(editionById(report.edition), table);
  return form?.parts.some(({ columns }) => columns.some(({ key }) => key === column)) ?? false;
}

/** Whether a report is of a time without prescribed tables. */
export function isFreeForm({ edition, isFreeForm: isSo }: Pick<Summary, 'edition' | 'isFreeForm'>): boolean {
  return isSo ?? (edition !== null && editionById(edition)?.isPrescribed === false);
}

/** The form of a table where it is none of those that are built in: the summary then holds it. */
export function ownForm(table: TableForm & { readonly id: string }, edition: Edition): TableForm | undefined {
  if (tableById(editionById(edition.root), table.id) === table) return undefined;
  const { role, title, englishTitle, section, subtotals, parts } = table;
  return {
    ...(role ? { role } : {}),
    title,
    englishTitle,
    section,
    subtotals,
    parts: parts.map(({ rows, columns }) => ({
      rows: rows.map(({ key, label, path }) => ({ key, label, path })),
      columns: columns.map(({ key, label }) => ({ key, label })),
    })),
  };
}

/** Whether a format file of the workspace's own prescribes neither sections nor tables. */
export function isOwnFreeForm({ root, isPrescribed }: Edition): boolean {
  return !isPrescribed && !editionById(root);
}

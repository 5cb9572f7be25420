import type { BodyReports, FolderReports } from '../../../server/src/protocol/workspace.ts';

/** Which units are shown, by what was found in their reports of the year. */
export const FOUND = ['all', 'errors', 'grave', 'toFix', 'unchecked', 'clean'] as const;
export type Found = (typeof FOUND)[number];

/** Years of a folder's reports, the newest first. */
export function yearsOf({ bodies }: FolderReports): readonly number[] {
  const years = new Set(bodies.flatMap(({ reports }) => reports.flatMap(({ year }) => year ?? [])));
  return [...years].sort((a, b) => b - a);
}

/** Bodies that have others below them. */
export function bodiesAbove({ bodies }: FolderReports): readonly BodyReports[] {
  const parents = new Set(bodies.map(({ parent }) => parent));
  return bodies.filter(({ id }) => parents.has(id));
}

/** Ids of the bodies that are shown: by a part of their name, and by what was found in the report of the year. */
export function bodiesShown(
  { bodies }: FolderReports,
  { year, name, found }: { readonly year: number; readonly name: string; readonly found: Found },
): readonly string[] {
  const wanted = name.trim();
  return bodies.filter(body => body.name.includes(wanted) && isWanted(body, year, found)).map(({ id }) => id);
}

function isWanted({ reports }: BodyReports, year: number, found: Found): boolean {
  if (found === 'all') return true;
  const report = reports.find(each => each.year === year);
  if (!report) return false;
  const { counts } = report;
  switch (found) {
    case 'errors':
      return counts !== null && counts.errors > 0;
    case 'grave':
      return counts !== null && counts.errors + counts.warnings > 0;
    case 'toFix':
      return counts !== null && counts.toFix > 0;
    case 'unchecked':
      return counts === null;
    case 'clean':
      return counts !== null && counts.errors + counts.warnings === 0;
  }
}

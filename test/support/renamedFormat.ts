import type { EditionDescription, TableDescription } from '../../server/src/format/description.ts';
import { editionById } from '../../server/src/format/index.ts';
import type { BuiltInId } from '../../server/src/format/editionIds.ts';
import type { Equation, PartSpec, TableSpec } from '../../server/src/format/types.ts';

/**
 * A built-in edition as a workspace's own might be written: it extends nothing, every id and key is another, and roles
 * say what its sections, tables, rows and columns are.
 */
export function renamedEdition(id: BuiltInId): EditionDescription {
  const { kind, name, years, isPrescribed, legalBasis, issuingDocument, sections, tables, deadlines } = editionById(id);
  return {
    id: `own-${id}`,
    kind: kind.id,
    name,
    years: { from: years.from, ...(years.to === null ? {} : { to: years.to }) },
    isPrescribed,
    ...(issuingDocument ? { issuingDocument } : {}),
    ...(legalBasis ? { legalBasis: { statute: legalBasis.statuteId, articles: legalBasis.articles } } : {}),
    deadlines,
    sections: sections.map(({ id: section, tables: _, headings: __, ...rest }) => ({
      ...rest,
      id: `chapter-${section}`,
    })),
    tables: tables.map(renamedTable),
  };
}

function renamedTable(table: TableSpec): TableDescription {
  const { id, role, section, parts, equations, subtotals, title, englishTitle, isRequired, initials } = table;
  return {
    id: `own.${id}`,
    title,
    englishTitle,
    isRequired,
    initials,
    ...(role ? { role } : {}),
    section: `chapter-${section}`,
    parts: parts.map(part => renamedPart(part, role !== undefined)),
    equations: equations.map(renamedEquation),
    subtotals: Object.entries(subtotals).map(([name, rows]) => ({ name, rows: rows.map(own) })),
  };
}

function renamedPart({ id: _, rows, columns, unitColumn, ...rest }: PartSpec, hasRole: boolean) {
  const named = (key: string) => ({ key: own(key), ...(hasRole ? { role: key } : {}) });
  return {
    ...rest,
    ...(unitColumn ? { unitColumn } : {}),
    rows: rows.map(row => ({ ...row, ...named(row.key) })),
    columns: columns.map(column => ({ ...column, ...named(column.key) })),
  };
}

function renamedEquation({ left, right, each, ...rest }: Equation): Equation {
  return { ...rest, left: left.map(own), right: right.map(own), ...(each ? { each: each.map(own) } : {}) };
}

function own(key: string): string {
  return `own-${key}`;
}

import type {
  EditionDescription,
  PartDescription,
  RowDescription,
  SectionDescription,
  TableDescription,
} from './description.ts';
import { namedByRoles } from './namedByRoles.ts';
import { patternsOf } from './titlePattern.ts';
import { tableLayout, VALUE_KEY, type PrintedPart } from './tableLayout.ts';
import type { ReportKind } from './kind.ts';
import type { ColumnSpec, Edition, PartSpec, RowSpec, SectionSpec, TableSpec } from './types.ts';

/** What an edition is made with besides its description. */
export interface EditionParents {
  /** Set where tables, rows and columns keep the names of their file, though they have roles: to check the file. */
  readonly keepsNames?: boolean;
  readonly kind: ReportKind;
  /** The edition that it extends. */
  readonly base: Edition | undefined;
  /** The one that it counts as across years. */
  readonly root: string;
}

/**
 * The edition that a description means. Parts that it leaves as they are stay the same objects, so that what is known
 * of them is known once.
 */
export function editionOf(description: EditionDescription, { kind, base, root, keepsNames }: EditionParents): Edition {
  const { id, name, englishName, years, legalBasis, issuingDocument } = description;
  const described = (description.tables ?? []).map(table => (keepsNames ? table : namedByRoles(table)));
  const tables = merged(base?.tables ?? [], described, tableOf);
  const sections = merged(base?.sections ?? [], description.sections ?? [], (section, known) =>
    sectionOf(section, known, name),
  );
  return {
    id,
    kind,
    root,
    name,
    englishName: englishName ?? name,
    years: { from: years.from, to: years.to ?? null },
    issuingDocument: issuingDocument ?? base?.issuingDocument ?? null,
    legalBasis: legalBasis
      ? { statuteId: legalBasis.statute, articles: legalBasis.articles }
      : (base?.legalBasis ?? null),
    isPrescribed: description.isPrescribed ?? base?.isPrescribed ?? false,
    sections: sections.map(section => withTables(section, tables)),
    tables,
    deadlines: description.deadlines?.map(({ note: _, ...deadline }) => deadline) ?? base?.deadlines ?? [],
    unquoted: description.unquoted ?? base?.unquoted ?? [],
    phrases: [...(base?.phrases ?? []), ...(description.phrases ?? [])],
  };
}

/** The parts of a base with those described: the same ids are changed, others added where they belong. */
function merged<T extends { readonly id: string }, D extends { readonly id: string; readonly after?: string }>(
  base: readonly T[],
  described: readonly D[],
  make: (description: D, base: T | undefined) => T,
): readonly T[] {
  const parts = [...base];
  for (const description of described) {
    const at = parts.findIndex(({ id }) => id === description.id);
    const part = make(description, parts[at]);
    if (at >= 0) parts[at] = part;
    else {
      const before = parts.findIndex(({ id }) => id === description.after);
      parts.splice(before < 0 ? parts.length : before + 1, 0, part);
    }
  }
  return parts;
}

/** `edition`: its name, the basis of a section that states none. */
function sectionOf(
  { after: _, note: __, headings, ...given }: SectionDescription,
  base: SectionSpec | undefined,
  edition: string,
): SectionSpec {
  const title = given.title ?? given.id;
  return {
    title,
    requirement: 'required',
    guidance: `写${title}。`,
    basis: edition,
    tables: [],
    initials: '',
    year: 'report',
    ...base,
    ...given,
    variants: [...(base?.variants ?? []), ...(given.variants ?? [])],
    headings: [...(base?.headings ?? []), ...patternsOf(headings)],
    keywords: [...(base?.keywords ?? []), ...(given.keywords ?? [])],
  };
}

/** A section with the ids of the tables that stand in it. */
function withTables(section: SectionSpec, tables: readonly TableSpec[]): SectionSpec {
  const ids = tables.filter(table => table.section === section.id).map(({ id }) => id);
  const isSame = ids.length === section.tables.length && ids.every((id, i) => section.tables[i] === id);
  return isSame ? section : { ...section, tables: ids };
}

function tableOf(
  { parts, subtotals, equations, implications, note: _, ...given }: TableDescription,
  base: TableSpec | undefined,
): TableSpec {
  const printed = parts?.map(printedPart);
  return {
    title: given.id,
    englishTitle: given.title ?? base?.title ?? given.id,
    section: '',
    isRequired: true,
    initials: '',
    ...base,
    ...given,
    parts: printed?.map(({ spec }) => spec) ?? base?.parts ?? [],
    layout: printed ? tableLayout(printed) : (base?.layout ?? []),
    equations: equations?.map(({ note: __, ...equation }) => ({ total: 'none', ...equation })) ?? base?.equations ?? [],
    implications: implications?.map(({ note: __, ...implication }) => implication) ?? base?.implications ?? [],
    subtotals: subtotals
      ? Object.fromEntries(subtotals.map(({ name, rows }) => [name, rows]))
      : (base?.subtotals ?? {}),
  };
}

function printedPart(part: PartDescription, index: number): PrintedPart {
  const { unitColumn } = part;
  const lines = part.rows.map(row => ('key' in row ? rowOf(row) : row));
  const spec: PartSpec = {
    id: part.id ?? `part${String(index + 1)}`,
    caption: part.caption ?? '',
    corner: part.corner ?? '',
    ...(unitColumn ? { unitColumn: { label: unitColumn.label, variants: unitColumn.variants ?? [] } } : {}),
    columns: (part.columns ?? (part.keyValue ? [VALUE] : [])).map((column): ColumnSpec => ({
      type: 'count',
      ...column,
    })),
    rows: lines.filter(line => 'key' in line),
    ...(part.rowsAcross ? { rowsAcross: true } : {}),
    ...(part.keyValue ? { keyValue: true } : {}),
  };
  return { spec, lines };
}

/** The column of values beside labels; no head names it. */
const VALUE = { key: VALUE_KEY, label: '' };

function rowOf(row: RowDescription): RowSpec {
  return { label: '', path: [], ...row };
}

import type {
  EditionDescription,
  PartDescription,
  RowDescription,
  SectionDescription,
  TableDescription,
} from '../../format/description.ts';
import { editionOf } from '../../format/editionOf.ts';
import type { ReportKind } from '../../format/kind.ts';
import type { Edition, Equation, TableSpec } from '../../format/types.ts';
import { statuteById } from '../../statutes/index.ts';
import { fold } from '../../text/fold.ts';
import { checkCell, checkShape } from './cellFaults.ts';
import { placeOf, type JsonReader, type Node } from './jsonReader.ts';
import { checkRoles } from './roleFaults.ts';
import { checkWords } from './wordFaults.ts';
import { checkEquation, checkImplication, checkKeys } from './relationFaults.ts';

/** An edition whose fields are right, with the one that it extends and its place in its file. */
export interface EditionToCheck {
  readonly edition: EditionDescription;
  readonly kind: ReportKind;
  readonly base: Edition | undefined;
  readonly node: Node;
  readonly reader: JsonReader;
}

/**
 * Reports at their places the parts of an edition that do not fit together: ids that stand twice or name nothing, rows
 * that no label leads to, equations that cannot hold.
 */
export function checkEdition({ edition, kind, base, node, reader }: EditionToCheck): void {
  const statute = edition.legalBasis?.statute;
  if (statute !== undefined && !statuteById(statute))
    reader.complain(placeOf(node, 'legalBasis', 'statute'), 'formatFile.unknownStatute', { name: statute });
  for (const [i, { month, day }] of (edition.deadlines ?? []).entries()) {
    if (day > new Date(Date.UTC(2024, month, 0)).getUTCDate())
      reader.complain(placeOf(node, 'deadlines', i, 'day'), 'formatFile.noSuchDay');
  }
  const sections = edition.sections ?? [];
  const tables = edition.tables ?? [];
  checkIds(sections, 'id', i => placeOf(node, 'sections', i, 'id'), reader);
  checkIds(tables, 'id', i => placeOf(node, 'tables', i, 'id'), reader);
  const known = new Set(base?.sections.map(({ id }) => id));
  for (const [i, section] of sections.entries()) {
    checkSection(section, known, placeOf(node, 'sections', i), reader);
    known.add(section.id);
  }
  const made = editionOf(edition, { kind, base, root: edition.id, keepsNames: true });
  checkWords(tables, i => placeOf(node, 'tables', i), reader);
  for (const [i, table] of tables.entries()) checkTable(table, placeOf(node, 'tables', i), made, reader);
}

function checkSection(
  { id, title, after }: SectionDescription,
  known: ReadonlySet<string>,
  node: Node,
  reader: JsonReader,
): void {
  if (!known.has(id) && title === undefined)
    reader.complain(placeOf(node, 'id'), 'formatFile.needed', { name: 'title' });
  if (after !== undefined && !known.has(after))
    reader.complain(placeOf(node, 'after'), 'formatFile.unknownKey', { name: after, names: [...known].join(', ') });
}

function checkTable(description: TableDescription, node: Node, edition: Edition, reader: JsonReader): void {
  const { id, parts, section, equations, implications } = description;
  const table = edition.tables.find(each => each.id === id);
  if (!table) return;
  const needed = [
    ['title', table.title === id && description.title === undefined],
    // A form without sections is tables alone.
    ['section', table.section === '' && edition.sections.length > 0],
    ['parts', table.parts.length === 0 && parts === undefined],
  ] as const;
  for (const [name, isMissing] of needed)
    if (isMissing) reader.complain(placeOf(node, 'id'), 'formatFile.needed', { name });
  if (section !== undefined && !edition.sections.some(each => each.id === section)) {
    const names = edition.sections.map(each => each.id).join(', ');
    reader.complain(placeOf(node, 'section'), 'formatFile.unknownKey', { name: section, names });
  }
  checkRoles(
    description,
    table,
    edition.tables.filter(other => other !== table),
    node,
    reader,
  );
  if (parts) {
    checkParts(parts, placeOf(node, 'parts'), reader);
    const alike = edition.tables.find(other => other !== table && holdsLabelsOf(other, table));
    if (alike) reader.warn(placeOf(node, 'id'), 'formatFile.tablesAlike', { title: alike.title });
    const lost = equations ? undefined : table.equations.find(equation => !hasTermsOf(table, equation));
    if (lost) reader.complain(placeOf(node, 'parts'), 'formatFile.equationLost', { name: lost.id });
  }
  checkIds(
    [...(equations ?? []), ...(implications ?? [])],
    'id',
    i =>
      i < (equations ?? []).length
        ? placeOf(node, 'equations', i, 'id')
        : placeOf(node, 'implications', i - (equations ?? []).length, 'id'),
    reader,
  );
  for (const [i, equation] of (equations ?? []).entries())
    checkEquation(equation, table, placeOf(node, 'equations', i), reader);
  for (const [i, implication] of (implications ?? []).entries())
    checkImplication(implication, table, placeOf(node, 'implications', i), reader);
  const rows = table.parts.flatMap(part => part.rows);
  for (const [i, { rows: keys }] of (description.subtotals ?? []).entries())
    checkKeys(keys, rows, placeOf(node, 'subtotals', i, 'rows'), reader);
}

/** Whether a table has the rows and columns that an equation names. */
function hasTermsOf({ parts }: TableSpec, { left, right, each = [] }: Equation): boolean {
  const keys = new Set(parts.flatMap(({ rows, columns }) => [...rows, ...columns].map(({ key }) => key)));
  return [...left, ...right, ...each].every(key => keys.has(key));
}

/** Whether a table has all labels of another: then reports that hold the other are read as this one, too. */
function holdsLabelsOf(table: TableSpec, other: TableSpec): boolean {
  const own = labelsOf(table);
  return [...labelsOf(other)].every(label => own.has(label));
}

function labelsOf({ parts }: TableSpec): ReadonlySet<string> {
  const named = parts.flatMap(({ rows, columns }) => [...rows, ...columns]);
  return new Set(named.map(({ label }) => fold(label)).filter(label => label !== ''));
}

function checkParts(parts: readonly PartDescription[], node: Node, reader: JsonReader): void {
  if (parts.length === 0) reader.complain(node, 'statuteFile.empty');
  const rowPlaces: Node[] = [];
  const rows: RowDescription[] = [];
  for (const [i, part] of parts.entries()) {
    const columnsNode = placeOf(node, i, 'columns');
    checkShape(part, parts.length, placeOf(node, i), reader);
    const given = part.columns ?? [];
    if (given.length === 0 && !part.keyValue) {
      if (part.columns) reader.complain(columnsNode, 'statuteFile.empty');
      else reader.complain(placeOf(node, i), 'formatFile.needed', { name: 'columns' });
    }
    checkIds(given, 'key', at => placeOf(columnsNode, at, 'key'), reader);
    for (const [at, column] of given.entries()) checkCell(column, placeOf(columnsNode, at), reader);
    const columns = given.map(({ label, variants, group = [] }) => ({
      labels: [label, ...(variants ?? [])],
      path: group,
    }));
    checkLabels(
      columns,
      at => placeOf(columnsNode, at),
      (place, label) => {
        reader.complain(place, 'formatFile.labelTwice', { label });
      },
    );

    const own = part.rows.flatMap((row, at) => ('key' in row ? [{ row, place: placeOf(node, i, 'rows', at) }] : []));
    if (own.length === 0) reader.complain(placeOf(node, i, 'rows'), 'statuteFile.empty');
    for (const { row, place } of own) {
      const hasName = part.rowsAcross ? (row.path?.length ?? 0) > 0 : row.label !== undefined;
      checkCell(row, place, reader);
      if (!hasName) reader.complain(place, 'formatFile.needed', { name: part.rowsAcross ? 'path' : 'label' });
    }
    const labels = own.map(({ row: { label, variants = [], path = [] } }) => ({
      labels: label === undefined ? [] : [label, ...variants],
      path,
    }));
    // Where all rows before them are there, their order tells them apart.
    checkLabels(
      labels,
      at => own[at]?.place ?? node,
      (place, label) => {
        reader.warn(place, 'formatFile.labelTwice', { label });
      },
    );
    rows.push(...own.map(({ row }) => row));
    rowPlaces.push(...own.map(({ place }) => placeOf(place, 'key')));
  }
  checkIds(rows, 'key', at => rowPlaces[at] ?? node, reader);
}

interface Labelled {
  readonly labels: readonly string[];
  /** Labels of the merged cells that it stands under. */
  readonly path: readonly string[];
}

/** Rows, or columns, that no label tells apart: under the same merged cells, each label leads to one of them. */
function checkLabels(
  entries: readonly Labelled[],
  placeAt: (index: number) => Node,
  tell: (place: Node, label: string) => void,
): void {
  const taken = new Map<string, number>();
  for (const [i, { labels, path }] of entries.entries()) {
    for (const label of labels) {
      const key = [...path, label].map(fold).join('\n');
      const other = taken.get(key) ?? i;
      if (other !== i) tell(placeAt(i), label);
      taken.set(key, other);
    }
  }
}

function checkIds<Name extends string>(
  entries: readonly Readonly<Record<Name, string>>[],
  name: Name,
  placeAt: (index: number) => Node,
  reader: JsonReader,
): void {
  const taken = new Set<string>();
  for (const [i, entry] of entries.entries()) {
    if (taken.has(entry[name])) reader.complain(placeAt(i), 'formatFile.idTwice', { name: entry[name] });
    taken.add(entry[name]);
  }
}

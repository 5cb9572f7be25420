import type {
  EditionDescription,
  EquationDescription,
  ImplicationDescription,
  PartDescription,
  RowDescription,
  SectionDescription,
  TableDescription,
} from '../../format/description.ts';
import { FIGURE_TYPES, isForWords, YES_AND_NO } from '../../format/cellTypes.ts';
import { editionOf } from '../../format/editionOf.ts';
import type { ReportKind } from '../../format/kind.ts';
import type {
  CellDemands,
  CellType,
  ColumnSpec,
  Edition,
  Equation,
  PartSpec,
  RowSpec,
  TableSpec,
} from '../../format/types.ts';
import { statuteById } from '../../statutes/index.ts';
import { fold } from '../../text/fold.ts';
import { memberOf, type JsonReader, type Node } from './jsonReader.ts';

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
  const made = editionOf(edition, { kind, base, root: edition.id });
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

/** What a part of labels and values is without, and what other parts are without. */
function checkShape(part: PartDescription, count: number, node: Node, reader: JsonReader): void {
  const { keyValue, columns, caption, corner, unitColumn, rowsAcross, rows } = part;
  if (keyValue) {
    if (count > 1 || columns || caption !== undefined || corner !== undefined || unitColumn || rowsAcross)
      reader.complain(placeOf(node, 'keyValue'), 'formatFile.keyValueAlone');
    for (const [at, row] of rows.entries())
      if ('key' in row && (row.path?.length ?? 0) > MOST_GROUPS)
        reader.complain(placeOf(node, 'rows', at, 'path'), 'formatFile.keyValueDepth');
    return;
  }
  for (const [at, row] of rows.entries())
    for (const name of ['beside', 'repeats'] as const)
      if ('key' in row && row[name])
        reader.complain(placeOf(node, 'rows', at, name), 'formatFile.keyValueOnly', { name });
}

/** Merged cells before a label in a part of labels and values. */
const MOST_GROUPS = 2;

/** What is said of cells fits their kind. */
function checkCell(cell: Partial<CellDemands> & { readonly type?: CellType }, node: Node, reader: JsonReader): void {
  const { type = 'count', choices, pattern, minimum, maximum } = cell;
  const isChoice = type === 'choice' || type === 'choices';
  const complain = (name: keyof CellDemands, types: readonly string[]): void => {
    reader.complain(placeOf(node, name), 'formatFile.notForType', { name, names: types.join(', ') });
  };
  if (choices && !isChoice) complain('choices', ['choice', 'choices']);
  if (isChoice && (choices?.length ?? 0) === 0) reader.complain(node, 'formatFile.needed', { name: 'choices' });
  if (pattern !== undefined && type !== 'identifier') complain('pattern', ['identifier']);
  for (const name of ['minimum', 'maximum'] as const)
    if (cell[name] !== undefined && isForWords(type)) complain(name, FIGURE_TYPES);
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    reader.complain(placeOf(node, 'minimum'), 'formatFile.boundsReversed');
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

interface Keyed {
  readonly key: string;
}

/** An equation names rows and columns of one part, and says something that figures may fulfil or not. */
function checkEquation(equation: EquationDescription, { parts }: TableSpec, node: Node, reader: JsonReader): void {
  const { over, left, right, each = [], total = 'none', operator } = equation;
  const rowsOf = ({ rows }: PartSpec): readonly Keyed[] => rows;
  const columnsOf = ({ columns }: PartSpec): readonly Keyed[] => columns;
  const [termsOf, placesOf] = over === 'columns' ? [rowsOf, columnsOf] : [columnsOf, rowsOf];
  if (left.length === 0) reader.complain(placeOf(node, 'left'), 'statuteFile.empty');
  const terms = parts.flatMap(termsOf);
  const known =
    checkKeys(left, terms, placeOf(node, 'left'), reader) && checkKeys(right, terms, placeOf(node, 'right'), reader);
  checkKeys(each, parts.flatMap(placesOf), placeOf(node, 'each'), reader);
  const names = [...left, ...right];
  if (
    known &&
    names.length > 0 &&
    !parts.some(part => names.every(name => termsOf(part).some(({ key }) => key === name)))
  )
    reader.complain(node, 'formatFile.acrossParts');
  if (known) checkRange(equation, parts, node, reader);
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice >= 0) {
    const [side, at] = twice < left.length ? ['left', twice] : ['right', twice - left.length];
    reader.complain(placeOf(node, side, at), 'formatFile.termTwice', { name: names[twice] ?? '' });
  }
  const sum = total === 'left' ? left : right;
  if (total !== 'none' && (operator !== '=' || sum.length !== 1))
    reader.complain(placeOf(node, 'total'), 'formatFile.noTotal');
}

/** The terms of an equation are figures, and may fulfil it or not. */
function checkRange(equation: EquationDescription, parts: readonly PartSpec[], node: Node, reader: JsonReader): void {
  const { over, left, right, operator } = equation;
  const columns = parts.flatMap(part => part.columns);
  const terms: readonly (RowSpec | ColumnSpec)[] = over === 'columns' ? parts.flatMap(part => part.rows) : columns;
  // Without a kind of its own a row has that of its columns, which may differ.
  const kinds = new Set(columns.map(({ type }) => type));
  const [shared] = kinds.size === 1 ? kinds : [];
  const kindOf = (term: RowSpec | ColumnSpec): CellType | undefined => term.type ?? shared;
  for (const side of ['left', 'right'] as const) {
    for (const [i, name] of equation[side].entries()) {
      const type = terms.filter(({ key }) => key === name).map(kindOf)[0];
      if (type && isForWords(type)) reader.complain(placeOf(node, side, i), 'formatFile.wordsInEquation', { name });
    }
  }
  const rangeOf = (names: readonly string[]): readonly [number, number] => {
    const found = names.flatMap(name => terms.find(({ key }) => key === name) ?? []);
    const least = found.map(term => term.minimum ?? (isNeverNegative(kindOf(term)) ? 0 : -Infinity));
    return [sum(least), sum(found.map(({ maximum }) => maximum ?? Infinity))];
  };
  const [[leastLeft, mostLeft], [leastRight, mostRight]] = [rangeOf(left), rangeOf(right)];
  const isAlways = operator === '>=' ? leastLeft >= mostRight : operator === '<=' && mostLeft <= leastRight;
  const isNever = (operator !== '>=' && leastLeft > mostRight) || (operator !== '<=' && mostLeft < leastRight);
  if (isNever) reader.complain(node, 'formatFile.neverHolds');
  else if (isAlways) reader.complain(node, 'formatFile.alwaysHolds');
}

function isNeverNegative(type: CellType | undefined): boolean {
  return type === 'count' || type === 'amount';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** An implication names rows of the table, and answers that their cells may hold. */
function checkImplication(
  { when, empty }: ImplicationDescription,
  { parts }: TableSpec,
  node: Node,
  reader: JsonReader,
): void {
  const rows = parts.flatMap(part => part.rows);
  if (when.length === 0) reader.complain(placeOf(node, 'when'), 'statuteFile.empty');
  if (empty.length === 0) reader.complain(placeOf(node, 'empty'), 'statuteFile.empty');
  checkKeys(empty, rows, placeOf(node, 'empty'), reader);
  for (const [i, { row, is }] of when.entries()) {
    const spec = rows.find(({ key }) => key === row);
    if (!spec) {
      const names = rows.slice(0, MOST_NAMED).map(({ key }) => key);
      reader.complain(placeOf(node, 'when', i, 'row'), 'formatFile.unknownKey', { name: row, names: names.join(', ') });
      continue;
    }
    const at = empty.indexOf(row);
    if (at >= 0) reader.complain(placeOf(node, 'empty', at), 'formatFile.termTwice', { name: row });
    const answers = spec.type === 'yesNo' ? YES_AND_NO : spec.choices;
    if (answers && !answers.some(answer => fold(answer) === fold(is)))
      reader.complain(placeOf(node, 'when', i, 'is'), 'formatFile.notAnswer', { value: is, names: answers.join('、') });
  }
}

/** Whether all keys are known; one that is not is reported in the list at `node`. */
function checkKeys(keys: readonly string[], known: readonly Keyed[], node: Node, reader: JsonReader): boolean {
  const names = new Set(known.map(({ key }) => key));
  let isKnown = true;
  for (const [i, name] of keys.entries()) {
    if (names.has(name)) continue;
    reader.complain(placeOf(node, i), 'formatFile.unknownKey', {
      name,
      names: [...names].slice(0, MOST_NAMED).join(', '),
    });
    isKnown = false;
  }
  return isKnown;
}

/** Names that a message lists. */
const MOST_NAMED = 12;

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

/** The value to which names and indexes lead; the nearest one around it where there is none. */
function placeOf(node: Node, ...steps: readonly (string | number)[]): Node {
  let place = node;
  for (const step of steps) {
    const next = typeof step === 'number' ? place.children?.[step] : memberOf(place, step);
    if (!next) break;
    place = next;
  }
  return place;
}

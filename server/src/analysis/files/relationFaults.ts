import { isForWords, YES_AND_NO } from '../../format/cellTypes.ts';
import type { EquationDescription, ImplicationDescription } from '../../format/description.ts';
import type { CellType, ColumnSpec, PartSpec, RowSpec, TableSpec } from '../../format/types.ts';
import { fold } from '../../text/fold.ts';
import { placeOf, type JsonReader, type Node } from './jsonReader.ts';

interface Keyed {
  readonly key: string;
}

/** An equation names rows and columns of one part, and says something that figures may fulfil or not. */
export function checkEquation(
  equation: EquationDescription,
  { parts }: TableSpec,
  node: Node,
  reader: JsonReader,
): void {
  const { over, left, right, each = [], total = 'none', operator } = equation;
  const rowsOf = ({ rows }: PartSpec): readonly Keyed[] => rows;
  const columnsOf = ({ columns }: PartSpec): readonly Keyed[] => columns;
  const [termsOf, placesOf] = over === 'columns' ? [rowsOf, columnsOf] : [columnsOf, rowsOf];
  if (left.length === 0) reader.complain(placeOf(node, 'left'), 'statuteFile.empty');
  if (over === 'rows' && parts.every(({ keyValue }) => keyValue)) {
    reader.complain(placeOf(node, 'over'), 'formatFile.keyValueOver');
    return;
  }
  const terms = parts.flatMap(termsOf);
  const others = parts.flatMap(placesOf);
  const isNamed = (name: string, keyed: readonly Keyed[]): boolean => keyed.some(({ key }) => key === name);
  const names = [...left, ...right];
  // Rows named where columns are meant, or the other way round: one fault, and not one for each name.
  const other = names.find(name => !isNamed(name, terms) && isNamed(name, others));
  if (other !== undefined && names.every(name => !isNamed(name, terms))) {
    reader.complain(placeOf(node, 'over'), over === 'rows' ? 'formatFile.overColumns' : 'formatFile.overRows', {
      name: other,
    });
    return;
  }
  const known =
    checkKeys(left, terms, placeOf(node, 'left'), reader) && checkKeys(right, terms, placeOf(node, 'right'), reader);
  checkKeys(each, others, placeOf(node, 'each'), reader);
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
export function checkImplication(
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
export function checkKeys(keys: readonly string[], known: readonly Keyed[], node: Node, reader: JsonReader): boolean {
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

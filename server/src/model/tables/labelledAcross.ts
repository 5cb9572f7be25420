import type { ColumnSpec, RowSpec } from '../../format/types.ts';
import type { Cell, Table } from '../../syntax/block.ts';
import { readCellValue } from '../../syntax/cellValue.ts';
import { withoutPunctuation } from '../../text/fold.ts';
import { memoByObject } from '../../text/memo.ts';
import { cover } from '../../text/span.ts';
import type { BindingBuilder } from './bindingBuilder.ts';
import { distinctCells, isWords } from './cells.ts';
import type { PartMatcher } from './matcher.ts';

/** More rows or columns has no such table, however it is laid out. */
const MOST_LINES = 40;
/** A label has hardly more before it than its number. */
const NUMBER = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]*/;

interface Labelled {
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly cell: Cell;
}

/**
 * Reads a table whose rows stand side by side in the form and another way in the draft: below each other, beside their
 * columns, or each in a table of its own. Every figure must stand beside and below labels that name one row and one
 * column, no two the same, and rows must be whole; else nothing is read.
 */
export function bindByLabels(builder: BindingBuilder, table: Table, part: PartMatcher): boolean {
  if (table.columnCount === 0 || Math.max(table.columnCount, table.rows.length) > MOST_LINES) return false;
  const found = new Map<RowSpec, Map<ColumnSpec, Labelled>>();
  for (const [r, { cells }] of table.rows.entries()) {
    for (const [c, cell] of cells.entries()) {
      const { kind } = readCellValue(cell.text);
      if (kind === 'unreadable') {
        if (isWords(cell)) continue;
        return false;
      }
      const labelled = labelsOf(table, r, c, cell, part);
      if (!labelled && kind === 'value') return false;
      if (!labelled) continue;
      const row = found.get(labelled.row) ?? new Map<ColumnSpec, Labelled>();
      if (row.has(labelled.column)) return false;
      found.set(labelled.row, row.set(labelled.column, labelled));
    }
  }
  const { columns, rows } = part.spec;
  const known = rows.flatMap(row => found.get(row) ?? []);
  if (known.length === 0 || known.some(row => row.size !== columns.length)) return false;
  for (const row of known) {
    const figures = columns.flatMap(column => row.get(column) ?? []);
    const spec = figures[0]?.row;
    const span = cover(figures.map(({ cell }) => cell.span)) ?? table.span;
    if (!spec) continue;
    builder.addRow({ part: part.spec, spec, label: '', labelSpan: span, span, match: 'exact' });
    for (const { column, cell } of figures) builder.addFigure(spec, column, cell);
  }
  return true;
}

/**
 * Whether the labels of such a table follow each other as in the form: those of its rows from the first to the last,
 * those of its columns too, again and again. Labels that were broken come in any order: columns are known to stand in
 * another one only where each row has all of them.
 */
export function standsInOrder(table: Table, part: PartMatcher): boolean {
  const { rows, columns } = part.spec;
  const lines = table.rows.map(({ cells }) => distinctCells(cells).map(({ text }) => text));
  const named = lines.flatMap(texts => placesIn(texts, text => rowNamed(text, part), rows));
  if (!isRound(named)) return false;
  const rounds = lines.map(texts => placesIn(texts, text => part.columns.find(text)?.entries[0], columns));
  return (table.columnCount > 0 ? rounds : [rounds.flat()]).every(
    places => places.length !== rows.length * columns.length || isRound(places),
  );
}

function placesIn<T>(texts: readonly string[], find: (text: string) => T | undefined, all: readonly T[]): number[] {
  return texts.flatMap(text => {
    const found = find(text);
    return found === undefined ? [] : [all.indexOf(found)];
  });
}

/** Whether places rise, from the first one again and again. */
function isRound(places: readonly number[]): boolean {
  if (places[0] !== 0 && places.includes(0)) return false;
  return places.every((place, i) => place === 0 || place >= (places[i - 1] ?? 0));
}

/** The row and the column that the labels around a cell name; undefined where they name none or several. */
function labelsOf(table: Table, r: number, c: number, cell: Cell, part: PartMatcher): Labelled | undefined {
  const rows = new Set<RowSpec>();
  const columns = new Set<ColumnSpec>();
  const take = (text: string): void => {
    const row = rowNamed(text, part);
    const column = part.columns.find(text)?.entries[0];
    if (row) rows.add(row);
    if (column) columns.add(column);
  };
  for (let left = 0; left < c; left++) take(besideIn(table, r, left));
  for (const text of aboveIn(table, r, c)) take(text);
  const [row, ...otherRows] = rows;
  const [column, ...otherColumns] = columns;
  return row && column && otherRows.length === 0 && otherColumns.length === 0 ? { row, column, cell } : undefined;
}

/** The words in a column of labels beside a row; a blank there goes on with those above it. */
function besideIn({ rows }: Table, r: number, column: number): string {
  for (let at = r; at >= 0; at--) {
    const cell = rows[at]?.cells[column];
    if (cell && isWords(cell)) return at === r || hasFigures(rows[at]?.cells ?? []) ? cell.text : '';
    if (!cell || cell.text !== '') return '';
  }
  return '';
}

/**
 * The words above a cell, up to the next figures above a label; a blank among words goes on with those on its left. In
 * a table of one row its name stands in the corner.
 */
function aboveIn({ rows }: Table, r: number, c: number): readonly string[] {
  const texts: string[] = [];
  for (let at = r - 1; at >= 0; at--) {
    const cells = rows[at]?.cells ?? [];
    if (hasFigures(cells)) {
      if (texts.length > 0) break;
      continue;
    }
    const own = cells.slice(0, c + 1).findLast(({ text }) => text !== '');
    if (own) texts.push(own.text);
    const [corner] = cells;
    if (corner && corner !== own && cells.length === 2) texts.push(corner.text);
  }
  return texts;
}

function hasFigures(cells: readonly Cell[]): boolean {
  return cells.some(({ text }) => readCellValue(text).kind === 'value');
}

/** The row that a text names: 复议后起诉, 行政诉讼（复议后起诉）, （一）行政复议. */
function rowNamed(text: string, part: PartMatcher): RowSpec | undefined {
  return namesOf(part).get(withoutPunctuation(text.trim().replace(NUMBER, '')));
}

const namesOf = memoByObject(({ spec: { rows } }: PartMatcher) => {
  const names = new Map<string, RowSpec>();
  for (const row of rows) {
    names.set(withoutPunctuation(row.path.at(-1) ?? row.label), row);
    names.set(withoutPunctuation(row.path.join('')), row);
  }
  return names;
});

import type { PartSpec, TableSpec } from '../../format/types.ts';
import type { Cell, Table } from '../../syntax/block.ts';
import { isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import { labelFinder } from '../../syntax/labels.ts';
import { cover } from '../../text/span.ts';
import { VOCABULARY } from '../vocabulary.ts';
import type { BindingBuilder } from './bindingBuilder.ts';
import { areColumnNumbers, distinctCells, isWords, numberIn } from './cells.ts';
import { bindByLabels, standsInOrder } from './labelledAcross.ts';
import { matcherFor, type Matcher, type PartMatcher } from './matcher.ts';
import { addsUp, rowEquationOf } from './rowEquation.ts';
import { splitRun } from './runTogether.ts';
import { isTornHead } from './tornHead.ts';

/**
 * Reads a table whose rows stand side by side (section four): its figures are the first line of cells without labels,
 * row after row.
 */
export function bindAcrossRows(builder: BindingBuilder, table: Table, matcher: Matcher): void {
  const part = matcher.parts[0];
  if (!part) return;
  const { rows, columns } = part.spec;
  for (const row of table.rows) {
    for (const { text } of row.cells) {
      const column = matcher.column(text, part);
      if (column) builder.seeColumn(part.spec, column);
    }
  }
  const width = rows.length * columns.length;
  const isFlat = table.columnCount === 0;
  const figures = isFlat ? onlyRun(table, width) : lineOfFigures(table, width);
  const [first] = figures;
  const isInOrder = standsInOrder(table, part);
  if (((figures.length !== width || !isInOrder) && bindByLabels(builder, table, part)) || !first) return;
  if (!isInOrder) {
    builder.leaveUnplaced(figures);
    return;
  }
  if (isFlat && figures.length === 1 && width > 1) {
    bindRun(builder, part, first);
    return;
  }
  const span = cover(figures.map(cell => cell.span)) ?? table.span;
  for (const [r, spec] of rows.entries()) {
    builder.addRow({ part: part.spec, spec, label: '', labelSpan: span, span, match: 'exact' });
    if (figures.length !== width) continue;
    for (const [c, column] of columns.entries()) {
      const cell = figures[r * columns.length + c];
      if (cell) builder.addFigure(spec, column, cell);
    }
  }
  if (figures.length !== width) builder.leaveUnplaced(figures);
}

/**
 * Whether a table holds one line of exactly the figures of such a table. Its heads may be broken: then its words are
 * labels and pieces of labels, or each row adds up.
 */
export function holdsLineOf(table: Table, spec: TableSpec): boolean {
  const [part] = spec.parts;
  if (!part?.rowsAcross) return false;
  const width = part.rows.length * part.columns.length;
  const isFlat = table.columnCount === 0;
  const lines = table.rows.filter(({ cells }) => !areColumnNumbers(distinctCells(cells)) && cells.some(isValue));
  const figures = isFlat ? onlyRun(table, width) : lines.length === 1 ? lineOfFigures(table, width) : [];
  if (figures.length !== width) return false;
  const words = table.rows.flatMap(({ cells }) => cells.filter(cell => isWords(cell) && !isUnitText(cell.text)));
  const known = words.filter(({ text }) => isOfLabels(text, matcherFor(spec)));
  if (known.length === words.length) return true;
  const numbers = figures.map(numberIn);
  // Zeros add up below any head.
  return rowsAddUp(spec, part, numbers) && (known.length > 0 || numbers.some(number => number > 0));
}

/** Whether a text is a label of a table, or made of pieces of labels. */
function isOfLabels(text: string, matcher: Matcher): boolean {
  return matcher.isKnown(text) || labelFinder(VOCABULARY).isFragment(text) || isTornHead(text);
}

/** Whether the figures of every row, one row behind the other, satisfy the row's equation; false where it has none. */
function rowsAddUp(spec: TableSpec, { rows, columns }: PartSpec, numbers: readonly number[]): boolean {
  const total = rowEquationOf(spec, columns);
  const width = columns.length;
  return total !== undefined && rows.every((_, r) => addsUp(numbers.slice(r * width, (r + 1) * width), total, columns));
}

/** Figures run together in one cell are split where only one way lets every row add up. */
function bindRun(builder: BindingBuilder, { spec: part }: PartMatcher, run: Cell): void {
  const { rows, columns } = part;
  const fits = (numbers: readonly number[]) => rowsAddUp(builder.spec, part, numbers);
  const texts = splitRun(run.text, rows.length * columns.length, fits);
  for (const spec of rows)
    builder.addRow({ part, spec, label: '', labelSpan: run.span, span: run.span, match: 'exact' });
  if (texts && run.span.end - run.span.start === run.text.length)
    builder.addRunFigures(
      rows.flatMap(row => columns.map(column => ({ row, column }))),
      texts,
      run,
    );
  else for (const row of rows.slice(0, 1)) builder.addShortRow(row, [run]);
}

/**
 * The figures of a table without columns where no label stands between them, without numbers of the columns before
 * them; empty where one does.
 */
function onlyRun(table: Table, width: number): readonly Cell[] {
  const runs: Cell[][] = [[]];
  for (const cell of table.rows.flatMap(row => row.cells)) {
    if (isWords(cell)) runs.push([]);
    else runs.at(-1)?.push(cell);
  }
  const filled = runs.filter(run => run.some(cell => readCellValue(cell.text).kind !== 'blank'));
  const [run = [], ...others] = filled;
  if (others.length > 0) return [];
  return run.length > width && areColumnNumbers(run.slice(0, width)) ? run.slice(width) : run;
}

/**
 * The first line of cells that holds figures and at most one label, which stands before them; a line that numbers the
 * columns only where no other follows.
 */
function lineOfFigures(table: Table, width: number): readonly Cell[] {
  let numbering: readonly Cell[] = [];
  let blank: readonly Cell[] = [];
  for (const row of table.rows) {
    const cells = distinctCells(row.cells);
    const from = cells.findLastIndex(isWords) + 1;
    const values = withoutEmpty(cells.slice(from), width);
    if (values.length === 0 || (from > 1 && !areColumnNumbers(cells))) continue;
    const trimmed =
      values.length > width
        ? [...values.slice(0, width), ...values.slice(width).filter(cell => cell.text !== '')]
        : values;
    if (trimmed.length < width && !trimmed.some(isValue)) continue;
    // Converters put an empty row above a table that has no head of its own.
    if (trimmed.every(({ text }) => text === '')) {
      blank = trimmed;
      continue;
    }
    if (!areColumnNumbers(cells)) return trimmed;
    numbering = trimmed;
  }
  return numbering.length > 0 ? numbering : blank;
}

/**
 * Cells without the empty ones around and between them, where there are more than `width` and as many are filled: other
 * tables of the same sheet have other columns.
 */
function withoutEmpty(cells: readonly Cell[], width: number): readonly Cell[] {
  if (cells.length <= width) return cells;
  const filled = cells.filter(({ text }) => text !== '');
  return filled.length === width ? filled : cells;
}

function isValue({ text }: Cell): boolean {
  return readCellValue(text).kind === 'value';
}

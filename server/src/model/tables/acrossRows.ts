import type { TableSpec } from '../../format/types.ts';
import type { Cell, Table } from '../../syntax/block.ts';
import { readCellValue } from '../../syntax/cellValue.ts';
import { cover } from '../../text/span.ts';
import type { BindingBuilder } from './bindingBuilder.ts';
import { distinctCells, isWords } from './cells.ts';
import type { Matcher, PartMatcher } from './matcher.ts';
import { addsUp, rowEquationOf } from './rowEquation.ts';
import { splitRun } from './runTogether.ts';

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
  const figures = isFlat ? onlyRun(table) : lineOfFigures(table, width);
  const [first] = figures;
  if (!first) return;
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

/** Whether a table holds one line of exactly the figures of such a table, whatever its heads look like. */
export function holdsLineOf(table: Table, { parts: [part] }: TableSpec): boolean {
  if (!part?.rowsAcross) return false;
  const width = part.rows.length * part.columns.length;
  if (table.columnCount === 0) return onlyRun(table).length === width;
  const lines = table.rows.filter(row =>
    distinctCells(row.cells).some(cell => readCellValue(cell.text).kind === 'value'),
  );
  return lines.length === 1 && lineOfFigures(table, width).length === width;
}

/** Figures run together in one cell are split where only one way lets every row add up. */
function bindRun(builder: BindingBuilder, { spec: part }: PartMatcher, run: Cell): void {
  const { rows, columns } = part;
  const total = rowEquationOf(builder.spec, columns);
  const fits = (numbers: readonly number[]) =>
    total !== undefined &&
    rows.every((_, r) => addsUp(numbers.slice(r * columns.length, (r + 1) * columns.length), total, columns));
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

/** The figures of a table without columns where no label stands between them; empty where one does. */
function onlyRun(table: Table): readonly Cell[] {
  const runs: Cell[][] = [[]];
  for (const cell of table.rows.flatMap(row => row.cells)) {
    if (isWords(cell)) runs.push([]);
    else runs.at(-1)?.push(cell);
  }
  const filled = runs.filter(run => run.some(cell => readCellValue(cell.text).kind !== 'blank'));
  return filled.length === 1 ? (filled[0] ?? []) : [];
}

/** The first line of cells that holds figures and at most one label, which stands before them. */
function lineOfFigures(table: Table, width: number): readonly Cell[] {
  for (const row of table.rows) {
    const cells = distinctCells(row.cells);
    const from = cells.findLastIndex(isWords) + 1;
    const values = cells.slice(from);
    if (from > 1 || values.length === 0) continue;
    const trimmed =
      values.length > width
        ? [...values.slice(0, width), ...values.slice(width).filter(cell => cell.text !== '')]
        : values;
    if (trimmed.length >= width || trimmed.some(cell => readCellValue(cell.text).kind === 'value')) return trimmed;
  }
  return [];
}

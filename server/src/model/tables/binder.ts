import type { ColumnSpec, Edition, RowSpec } from '../../format/types.ts';
import type { Cell, Row, Table } from '../../syntax/block.ts';
import { isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import { fold } from '../../text/fold.ts';
import { memoByObjectAndKey } from '../../text/memo.ts';
import { bindAcrossRows } from './acrossRows.ts';
import { addsUp, BindingBuilder, rowEquationOf, type Binding } from './bindingBuilder.ts';
import { distinctCells, isUnit, isWords } from './cells.ts';
import type { Matcher, PartMatcher, RowHit } from './matcher.ts';
import { recogniseTable } from './recognise.ts';
import { splitRun } from './runTogether.ts';
import { placeUnlabelledRows, type RowOrFigures } from './unlabelledRows.ts';

/**
 * Recognises a table by its labels, not by its place: as one of the report's edition, or of another one where that fits
 * clearly better. Null where it is none of the official tables.
 */
export const bindTable = memoByObjectAndKey((table: Table, edition: Edition | null): Binding | null => {
  const recognised = recogniseTable(table, edition);
  if (!recognised) return null;
  const { matcher } = recognised;
  const builder = new BindingBuilder(matcher.spec);
  if (matcher.spec.parts[0]?.rowsAcross) bindAcrossRows(builder, table, matcher);
  else new Binder(builder, table, matcher).bind();
  return builder.finish(recognised.edition.id);
});

/** The label of a row and the official row that it names, if any. */
interface RowLabel {
  /** Index of the last cell that belongs to the label. */
  readonly last: number;
  readonly cell: Cell | undefined;
  readonly row: RowHit | undefined;
}

/** Reads the rows of one table against one official table, from the first to the last. */
class Binder {
  private readonly isFlat: boolean;
  /** Part that the rows read now belong to. */
  private part: PartMatcher | undefined;
  /** Columns by grid column, from the header last read. */
  private header = new Map<number, ColumnSpec>();
  /** Index in its part of the row last found. */
  private lastRow = -1;
  private readonly sequence: RowOrFigures[] = [];

  constructor(
    private readonly builder: BindingBuilder,
    private readonly table: Table,
    private readonly matcher: Matcher,
  ) {
    this.isFlat = table.columnCount === 0;
    if (matcher.parts.length === 1) this.part = matcher.parts[0];
  }

  bind(): void {
    for (const row of this.table.rows) this.readRow(row);
    placeUnlabelledRows(this.builder, this.matcher, this.sequence, this.table.span);
  }

  private readRow(row: Row): void {
    const cells = distinctCells(row.cells);
    const filled = cells.filter(cell => cell.text !== '');
    if (filled.length === 0 || this.readCaption(filled) || this.readHeader(row, cells)) return;
    if (this.isFlat && cells.every(isNumberOrDash)) {
      this.sequence.push(cells);
      return;
    }
    const label = this.readLabel(cells);
    if (!label) return;
    const values = cells.slice(label.last + 1);
    if (!label.row) {
      if (label.cell && values.some(cell => readCellValue(cell.text).kind === 'value'))
        this.builder.addExtraRow(label.cell.text, label.cell.span);
      return;
    }
    const { part, row: spec, match } = label.row;
    this.part = part;
    this.lastRow = part.spec.rows.indexOf(spec);
    this.builder.addRow({
      part: part.spec,
      spec,
      match,
      label: label.cell?.text ?? spec.label,
      labelSpan: label.cell?.span ?? row.span,
      span: row.span,
    });
    this.sequence.push(spec);
    this.placeValues(part, spec, row, values);
  }

  /** A row of captions alone begins a part. */
  private readCaption(filled: readonly Cell[]): boolean {
    const parts = filled.map(cell => this.matcher.caption(cell.text));
    const part = parts[0];
    if (!part || parts.includes(undefined)) return false;
    this.part = part;
    this.header = new Map();
    return true;
  }

  /** A row of column labels: two of them, or the corner text with one. Flat tables give one label at a time. */
  private readHeader(row: Row, cells: readonly Cell[]): boolean {
    const texts = cells.filter(cell => cell.text !== '');
    if (texts.some(cell => readCellValue(cell.text).kind === 'value')) return false;
    const candidates = this.part
      ? [this.part, ...this.matcher.parts.filter(part => part !== this.part)]
      : this.matcher.parts;
    for (const part of candidates) {
      const found = texts.filter(cell => this.matcher.column(cell.text, part) !== undefined);
      const hasCorner = texts.some(cell => fold(cell.text) === fold(part.spec.corner));
      const isHeader = this.isFlat
        ? found.length === texts.length && texts.length === 1 && this.isColumnOnly(texts[0]?.text ?? '', part)
        : found.length >= 2 || (found.length === 1 && (hasCorner || (texts.length === 1 && cells.length === 1)));
      if (!isHeader || (found.length < texts.length && texts.some(cell => this.isRowOnly(cell.text, part)))) continue;
      if (hasCorner || part !== this.part) this.header = new Map();
      this.part = part;
      this.takeHeader(part, row, found);
      return true;
    }
    return false;
  }

  private takeHeader(part: PartMatcher, row: Row, labels: readonly Cell[]): void {
    for (const cell of labels) {
      const column = this.matcher.column(cell.text, part);
      if (!column || !this.builder.seeColumn(part.spec, column)) continue;
      this.builder.addHeader(part.spec, {
        spec: column,
        label: cell.text,
        labelSpan: cell.span,
        gridColumn: this.isFlat ? undefined : row.cells.indexOf(cell),
      });
    }
    if (this.isFlat) return;
    for (const [at, cell] of row.cells.entries()) {
      const column = cell.text === '' ? undefined : this.matcher.column(cell.text, part);
      if (column) this.header.set(at, column);
    }
  }

  /** 总计 and 其他 name columns, and rows where a number stands before them: as printed they are the column. */
  private isColumnOnly(text: string, part: PartMatcher): boolean {
    return part.columns.find(text)?.match === 'exact' || this.matcher.rows(text).length === 0;
  }

  private isRowOnly(text: string, part: PartMatcher): boolean {
    return (
      this.matcher.rows(text).some(found => found.match === 'exact') && this.matcher.column(text, part) === undefined
    );
  }

  private readLabel(cells: readonly Cell[]): RowLabel | undefined {
    let last = -1;
    let best: RowHit | undefined;
    let bestCell: Cell | undefined;
    const path: string[] = [];
    for (const [index, cell] of cells.entries()) {
      if (cell.text === '') continue;
      const found = this.matcher.rows(cell.text);
      if (found.length === 0 && !this.matcher.isNonDataLabel(cell.text)) continue;
      if (this.isFlat && index > 0) break;
      last = index;
      const chosen = this.choose(found, path);
      path.push(cell.text);
      if (chosen) {
        best = chosen;
        bestCell = cell;
      }
    }
    return best ? { last, cell: bestCell, row: best } : this.readUnknownLabel(cells, last);
  }

  /** The label of a row that the form does not have, or that is written nearly as the form does. */
  private readUnknownLabel(cells: readonly Cell[], lastNonData: number): RowLabel | undefined {
    const words = cells.findIndex(cell => cell.text !== '' && readCellValue(cell.text).kind === 'unreadable');
    if (lastNonData >= 0 && words <= lastNonData && !cells.slice(lastNonData + 1).some(isWords)) return undefined;
    const lastOfFirstThree = cells.slice(0, 3).findLastIndex(isWords);
    const last = Math.max(lastNonData, words, lastOfFirstThree);
    const cell = cells[last];
    if (!cell) return undefined;
    const similar = this.matcher.similarRow(cell.text);
    return { last, cell, row: similar && !this.builder.hasRow(similar.row) ? similar : undefined };
  }

  /** Of rows with the same words, the one whose merged labels stand before it, else the next in order. */
  private choose(found: readonly RowHit[], path: readonly string[]): RowHit | undefined {
    if (found.length <= 1) return found[0];
    const before = new Set(path.map(fold));
    const inPath = found.filter(({ row }) => row.path.some(label => before.has(fold(label))));
    const list = inPath.length > 0 ? inPath : found;
    const open = list.filter(({ row }) => !this.builder.hasRow(row));
    const ahead = open.filter(({ part, row }) => part.spec.rows.indexOf(row) > this.lastRow);
    return ahead[0] ?? open[0] ?? list[0];
  }

  /** Gives the cells behind a label to columns: by the header above them, else by their order. */
  private placeValues(part: PartMatcher, spec: RowSpec, row: Row, found: readonly Cell[]): void {
    const { columns, unitColumn } = part.spec;
    let values = found;
    const first = values[0];
    const isUnitCell =
      first !== undefined &&
      (isUnitText(first.text) || (unitColumn !== undefined && (isUnit(first) || first.text === '')));
    if (isUnitCell && values.length > columns.length) values = values.slice(1);
    if (!this.isFlat) {
      const mapped = this.byHeader(columns, row, values);
      if (mapped) {
        for (const [column, cell] of mapped) this.builder.addFigure(spec, column, cell);
        return;
      }
      while (values.length > columns.length && values[0]?.text === '') values = values.slice(1);
      while (values.length > columns.length && values.at(-1)?.text === '') values = values.slice(0, -1);
      const texts = new Set(values.map(cell => cell.text));
      if (columns.length === 1 && values.length > 1 && texts.size === 1) values = values.slice(0, 1);
    }
    const isExact = values.length === columns.length;
    if (isExact || (this.isFlat && columns.length > 1 && holdsSeveralRows(values, columns))) {
      for (const [i, column] of columns.entries()) {
        const cell = values[i];
        if (cell) this.builder.addFigure(spec, column, cell);
      }
      // More rows than labels: the first is this row, the others are placed by their order.
      for (let at = columns.length; at < values.length; at += columns.length)
        this.sequence.push(values.slice(at, at + columns.length));
      return;
    }
    const run = values[0];
    if (this.isFlat && run && values.length === 1 && this.placeRun(spec, columns, run)) return;
    // In a flat table a label without cells is a row that was left blank.
    if (this.isFlat && !run) return;
    this.builder.addShortRow(spec, values);
  }

  /** Figures run together in one cell are split where only one way fits the row's total. */
  private placeRun(spec: RowSpec, columns: readonly ColumnSpec[], run: Cell): boolean {
    const total = rowEquationOf(this.matcher.spec, columns);
    const texts = splitRun(run.text, columns.length, numbers => total === undefined || addsUp(numbers, total, columns));
    if (!texts || run.span.end - run.span.start !== run.text.length) return false;
    const places = columns.map(column => ({ row: spec, column }));
    this.builder.addRunFigures(places, texts, run);
    return true;
  }

  /** Cells by the header above them; undefined where the header does not name every column or a cell fits none. */
  private byHeader(
    columns: readonly ColumnSpec[],
    row: Row,
    values: readonly Cell[],
  ): Map<ColumnSpec, Cell> | undefined {
    const named = new Set(this.header.values());
    if (columns.some(column => !named.has(column))) return undefined;
    const mapped = new Map<ColumnSpec, Cell>();
    for (const cell of values) {
      const column = this.header.get(row.cells.indexOf(cell));
      if (!column) {
        if (cell.text !== '' && !isUnit(cell)) return undefined;
        continue;
      }
      const known = mapped.get(column);
      if (!known) mapped.set(column, cell);
      else if (cell.text !== '' && known.text !== cell.text) return undefined;
    }
    return mapped;
  }
}

function isNumberOrDash({ text }: Cell): boolean {
  const { kind } = readCellValue(text);
  return kind === 'value' || kind === 'dash';
}

function holdsSeveralRows(values: readonly Cell[], columns: readonly ColumnSpec[]): boolean {
  return values.length > columns.length && values.length % columns.length === 0;
}

import type { ChosenEdition, EditionSet } from '../../format/editionSet.ts';
import type { ColumnSpec, Edition, RowSpec, TableSpec } from '../../format/types.ts';
import type { Cell, Row, Table } from '../../syntax/block.ts';
import { hasNoWords, isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import { fold } from '../../text/fold.ts';
import { memoByObject, memoByObjectAndKey } from '../../text/memo.ts';
import { bindAcrossRows } from './acrossRows.ts';
import { bindKeyValue } from './bindKeyValue.ts';
import { BindingBuilder, type Binding } from './bindingBuilder.ts';
import { areColumnNumbers, distinctCells, isFigure, isUnit, numberIn } from './cells.ts';
import { cellsByHeader, hasGroup, hasLostWidths, isInOrder, type Header } from './columnHeader.ts';
import { matcherFor, type Matcher, type PartMatcher } from './matcher.ts';
import { recogniseTable } from './recognise.ts';
import { addsUp, rowEquationOf } from './rowEquation.ts';
import { MOST_LABEL_CELLS, readLabel, withPaths } from './rowLabels.ts';
import { emptyEnds, withoutEmptyEnds, type EmptyEnds } from './emptyEnds.ts';
import { withoutRowNumbers } from './rowNumbers.ts';
import { belowEachOther } from './sideBySide.ts';
import { splitRun } from './runTogether.ts';
import { upright } from './transposed.ts';

/**
 * Recognises a table by its labels, not by its place: as one of the report's edition, or of another one where that fits
 * clearly better. Null where it is none of the official tables.
 */
export function bindTable(table: Table, { edition, editions }: ChosenEdition): Binding | null {
  return bindingsIn(editions)(table, edition);
}

const bindingsIn = memoByObject((editions: EditionSet) =>
  memoByObjectAndKey((table: Table, edition: Edition | null): Binding | null => {
    const recognised = recogniseTable(table, { edition, editions });
    return recognised ? bindTo(table, recognised.matcher, recognised.edition) : null;
  }),
);

/** Reads a table as (a piece of) the official table that is expected where it stands. */
export const bindTableAs = memoByObjectAndKey((table: Table, { spec, edition }: Expected) =>
  bindTo(table, matcherFor(spec), edition),
);

/** An official table, and the edition that it is expected in; the same object for the same two. */
export interface Expected {
  readonly spec: TableSpec;
  readonly edition: Edition;
}

function bindTo(written: Table, matcher: Matcher, edition: Edition): Binding {
  const table = withoutRowNumbers(written);
  const builder = new BindingBuilder(matcher.spec);
  if (matcher.spec.parts[0]?.rowsAcross) bindAcrossRows(builder, table, matcher);
  else if (matcher.spec.parts[0]?.keyValue) bindKeyValue(builder, table, matcher, edition.unquoted);
  else new Binder(builder, belowEachOther(upright(table, matcher), matcher), matcher).bind();
  return builder.finish(edition);
}

/** Reads the rows of one table against one official table, from the first to the last. */
class Binder {
  private readonly isFlat: boolean;
  /** Part that the rows read now belong to. */
  private part: PartMatcher | undefined;
  /** From the header last read. */
  private header: Header = new Map();
  /** Index in its part of the row last found. */
  private lastRow = -1;
  /** Rows that some label of the table names as the form does: no other label stands for them. */
  private readonly named = new Set<RowSpec>();

  constructor(
    private readonly builder: BindingBuilder,
    private readonly table: Table,
    private readonly matcher: Matcher,
  ) {
    this.isFlat = table.columnCount === 0;
    if (matcher.parts.length === 1) this.part = matcher.parts[0];
  }

  bind(): void {
    for (const { cells } of this.table.rows) {
      for (const cell of distinctCells(cells).slice(0, MOST_LABEL_CELLS)) {
        const [hit, ...others] = this.matcher.rows(cell.text);
        if (hit && others.length === 0) this.named.add(hit.row);
      }
    }
    for (const row of this.table.rows) this.readRow(row);
    this.builder.placeLines(this.table);
    if (this.isFlat && this.builder.hasLostOrder) this.builder.dropUnbalanced();
  }

  private readRow(row: Row): void {
    const cells = withPaths(distinctCells(row.cells), this.matcher);
    const filled = cells.filter(cell => cell.text !== '');
    if (filled.length === 0) return;
    if (this.isNumbering(filled) || this.readCaption(filled) || this.readHeader(row, cells)) {
      this.builder.addStranger();
      return;
    }
    if (filled.every(isFigure)) {
      this.addLines(this.isFlat ? cells : withoutEmptyEnds(cells));
      return;
    }
    const { matcher, isFlat, lastRow, named } = this;
    const label = readLabel(cells, { matcher, isFlat, lastRow, named, hasRow: spec => this.builder.hasRow(spec) });
    if (!label) {
      this.builder.addStranger();
      return;
    }
    const values = cells.slice(label.last + 1);
    if (!label.row) {
      this.readUnknownRow(label.cell, values);
      return;
    }
    const { part, row: spec, match } = label.row;
    const text = label.cell?.text ?? spec.label;
    // The rest of a label that was broken, below the figures of its row.
    if (match === 'similar' && values.every(cell => cell.text === '') && this.builder.continuesLine(text, spec)) {
      this.builder.addStranger(text);
      return;
    }
    this.part = part;
    this.lastRow = part.spec.rows.indexOf(spec);
    this.builder.addRow({
      part: part.spec,
      spec,
      match,
      label: text,
      labelSpan: label.cell?.span ?? row.span,
      span: row.span,
    });
    this.placeValues(part, spec, row, values, label.cell);
  }

  /** A row whose label the form does not have: a piece of a label with the row's figures, or a row too many. */
  private readUnknownRow(label: Cell | undefined, values: readonly Cell[]): void {
    if (!label || !values.some(cell => readCellValue(cell.text).kind === 'value')) {
      this.builder.addStranger(label?.text);
      return;
    }
    if (this.isFlat || this.matcher.isPieceOfRow(label.text))
      this.addLines(this.isFlat ? values : withoutEmptyEnds(values), label);
    else {
      this.builder.addExtraRow(label.text, label.span);
      this.builder.addStranger();
    }
  }

  /** Figures of rows whose label is not known, as many to a row as there are columns. */
  private addLines(cells: readonly Cell[], label?: Cell): void {
    const width = (this.part ?? this.matcher.parts[0])?.spec.columns.length ?? 1;
    const isWhole = width > 1 && cells.length > width && cells.length % width === 0;
    for (let at = 0; at < cells.length; at += isWhole ? width : cells.length)
      this.builder.addLine(isWhole ? cells.slice(at, at + width) : cells, at === 0 ? label : undefined);
  }

  /** Whether a row below a head numbers the columns. Without a grid it stands behind the head's last label. */
  private isNumbering(filled: readonly Cell[]): boolean {
    if (!this.builder.isBelowHead) return false;
    const [first, ...others] = filled;
    const isBehindHead = this.isFlat && this.part?.columns.find(first?.text ?? '')?.match === 'exact';
    return areColumnNumbers(isBehindHead ? others : filled);
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

  /**
   * A row of column labels: two of them, or one with the name of a group of columns, or the corner text. Flat tables
   * give one label at a time.
   */
  private readHeader(row: Row, cells: readonly Cell[]): boolean {
    const texts = cells.filter(cell => cell.text !== '');
    if (texts.some(({ text }) => hasNoWords(text) && readCellValue(text).kind === 'value')) return false;
    const candidates = this.part
      ? [this.part, ...this.matcher.parts.filter(part => part !== this.part)]
      : this.matcher.parts;
    for (const part of candidates) {
      const found = texts.filter(cell => this.matcher.column(cell.text, part) !== undefined);
      const hasCorner = texts.some(cell => fold(cell.text) === fold(part.spec.corner));
      const isHeader = this.isFlat
        ? found.length === texts.length && texts.length === 1 && this.isColumnOnly(texts[0]?.text ?? '', part)
        : found.length >= 2 ||
          hasCorner ||
          (found.length === 1 && (hasGroup(texts, part.spec) || (texts.length === 1 && cells.length === 1)));
      if (!isHeader || (found.length < texts.length && texts.some(cell => this.isRowOnly(cell.text, part)))) continue;
      if (hasCorner || part !== this.part) this.header = new Map();
      this.part = part;
      this.takeHeader(part, row, found);
      return true;
    }
    return false;
  }

  private takeHeader(part: PartMatcher, row: Row, labels: readonly Cell[]): void {
    const arePlaces = !this.isFlat && !hasLostWidths(this.table, part);
    for (const cell of labels) {
      const column = this.matcher.column(cell.text, part);
      if (!column || !this.builder.seeColumn(part.spec, column)) continue;
      this.builder.addHeader(part.spec, {
        spec: column,
        label: cell.text,
        labelSpan: cell.span,
        gridColumn: arePlaces ? row.cells.indexOf(cell) : undefined,
      });
    }
    if (!arePlaces) return;
    for (const [at, cell] of row.cells.entries()) {
      if (cell.text === '') continue;
      const column = this.matcher.column(cell.text, part);
      if (column) this.header.set(at, column);
      else if (!this.header.has(at) && !this.matcher.isKnown(cell.text)) this.header.set(at, null);
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

  /** Gives the cells behind a label to columns: by the header above them, else by their order. */
  private placeValues(
    part: PartMatcher,
    spec: RowSpec,
    row: Row,
    found: readonly Cell[],
    label: Cell | undefined,
  ): void {
    const { columns, unitColumn } = part.spec;
    let values = found;
    const first = values[0];
    const isUnitCell =
      first !== undefined &&
      (isUnitText(first.text) || (unitColumn !== undefined && (isUnit(first) || first.text === '')));
    const isExtra =
      values.length > columns.length || (this.isFlat && unitColumn !== undefined && isUnitText(first?.text ?? ''));
    if (isUnitCell && isExtra) values = values.slice(1);
    if (!this.isFlat) {
      const mapped = cellsByHeader(this.header, columns, row, values);
      if (mapped) {
        for (const [column, cell] of mapped) this.builder.addFigure(spec, column, cell);
        return;
      }
      values = this.withoutMergedEnds(values, columns.length, row.cells.indexOf(values[0] as Cell));
    }
    // Empty cells behind a whole row are what is left of labels that are merged in the next one.
    else if (values.length > columns.length && values.slice(columns.length).every(({ text }) => text === ''))
      values = values.slice(0, columns.length);
    // The text of a merged cell in each place that it covers: three in section two.
    const isWide = this.isFlat ? this.table.layout === 'aligned' && values.length === 3 : values.length > 1;
    if (columns.length === 1 && isWide && new Set(values.map(({ text }) => text)).size === 1)
      values = values.slice(0, 1);
    // Blanks that were told by the places of the others must fit the row's total as well.
    if (this.table.layout === 'aligned' && !this.isBalanced(values)) values = values.filter(({ text }) => text !== '');
    const isInPlace = !this.mayBeShifted(row, values) && isInOrder(this.header, columns);
    if (values.length === columns.length && isInPlace) {
      this.builder.addRowFigures(spec, columns, values);
      return;
    }
    const run = values[0];
    // In a flat table a label without cells is a row that was left blank.
    if (this.isFlat && !run) return;
    if (this.isFlat && run && values.length === 1 && this.placeRun(spec, columns, run, label)) return;
    if (this.isFlat && this.placeLastTwo(spec, columns, values)) return;
    // More figures than columns: rows whose labels are lost, or figures that are not this row's at all.
    if (this.isFlat && columns.length > 1 && values.length > columns.length) this.addLines(values);
    else this.builder.addShortRow(spec, values);
  }

  /**
   * The cells of a row without the empty ones that merged cells leave before or behind its figures: with a blank at
   * both ends, those that other rows of the table leave. As they are where that is not known.
   */
  private withoutMergedEnds(values: readonly Cell[], width: number, from: number): readonly Cell[] {
    if (values.length <= width) return values;
    const before = this.ends().before(values, width, from);
    return before === undefined ? values : values.slice(before, before + width);
  }

  private ends(): EmptyEnds {
    return emptyEnds(this.table, this.part?.spec.columns.length ?? 0);
  }

  /**
   * Whether a blank at an end may be a label's merged cell: the row has fewer cells than the table, so it lost some.
   * Not where other rows are as short and have all their figures, and it adds up as it stands.
   */
  private mayBeShifted(row: Row, values: readonly Cell[]): boolean {
    if (this.isFlat || row.cells.length >= this.table.columnCount) return false;
    if (values[0]?.text !== '' && values.at(-1)?.text !== '') return false;
    if (!values.some(({ text }) => text !== '')) return false;
    return !this.ends().isWholeLength(row.cells.length) || !this.isBalanced(values);
  }

  /** Whether figures, of which one is no zero, satisfy the equation of their row. */
  private isBalanced(values: readonly Cell[]): boolean {
    const columns = this.part?.spec.columns ?? [];
    const total = rowEquationOf(this.matcher.spec, columns);
    const numbers = values.map(numberIn);
    return (
      total !== undefined &&
      columns.length === values.length &&
      numbers.some(number => number > 0) &&
      addsUp(numbers, total, columns)
    );
  }

  /** Figures run together in one cell are split where only one way fits the row's total. */
  private placeRun(spec: RowSpec, columns: readonly ColumnSpec[], run: Cell, label: Cell | undefined): boolean {
    const total = rowEquationOf(this.matcher.spec, columns);
    // Without a total only figures that stand close to their label, too, are known to have lost the blanks between
    // them.
    if (!total && label?.span.end !== run.span.start) return false;
    const texts = splitRun(run.text, columns.length, numbers => total === undefined || addsUp(numbers, total, columns));
    if (!texts || run.span.end - run.span.start !== run.text.length) return false;
    const places = columns.map(column => ({ row: spec, column }));
    this.builder.addRunFigures(places, texts, run);
    return true;
  }

  /**
   * The last figure and the total run together (`0 0 0 0 0 02`), where only one way of parting them adds up. No number
   * begins with 0, so nothing else can have happened; `0 0 0 0 0 12` may as well be a row that lost a cell.
   */
  private placeLastTwo(spec: RowSpec, columns: readonly ColumnSpec[], values: readonly Cell[]): boolean {
    const last = values.at(-1);
    if (!last || values.length !== columns.length - 1 || !/^0\d+$/.test(last.text)) return false;
    const total = rowEquationOf(this.matcher.spec, columns);
    if (!total) return false;
    if (last.span.end - last.span.start !== last.text.length) return false;
    const before = values.slice(0, -1).map(numberIn);
    const texts = splitRun(last.text, 2, pair => addsUp([...before, ...pair], total, columns));
    if (!texts) return false;
    const places = columns.map(column => ({ row: spec, column }));
    this.builder.addRowFigures(spec, columns, values.slice(0, -1));
    this.builder.addRunFigures(places.slice(-2), texts, last);
    return true;
  }
}

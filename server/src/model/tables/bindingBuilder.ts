import { isForWords } from '../../format/cellTypes.ts';
import type { ColumnSpec, Edition, PartSpec, RowSpec, TableSpec } from '../../format/types.ts';
import type { Cell, Table } from '../../syntax/block.ts';
import { YUAN_IN_WAN } from '../../format/metrics.ts';
import { readCellValue, type Quantity } from '../../syntax/cellValue.ts';
import { withoutPunctuation } from '../../text/fold.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';
import { cover, type Span } from '../../text/span.ts';
import { figureKey, type BoundColumn, type Figure, type ShortRow } from '../report.ts';
import type { LabelMatch } from './labelIndex.ts';
import { addUp, rowEquationOf } from './rowEquation.ts';
import {
  alternatingLines,
  bareLabelOf,
  hasFiguresFirst,
  labelOfPlaced,
  placeLines,
  type FigureLine,
  type SequenceItem,
} from './rowSequence.ts';

/** One block read as (part of) an official table; spans count from the block's start. */
export interface Binding {
  readonly spec: TableSpec;
  readonly edition: Edition;
  readonly rows: readonly BindingRow[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly repeatedFigures: readonly Figure[];
  readonly seenColumns: ReadonlyMap<PartSpec, ReadonlySet<string>>;
  readonly headers: ReadonlyMap<PartSpec, readonly BoundColumn[]>;
  readonly extraRows: readonly { readonly label: string; readonly span: Span }[];
  readonly shortRows: readonly ShortRow[];
  /** The table from its first row to its last; lines of figures in it that got no row are unplaced. */
  readonly sequence: readonly SequenceItem[];
  /** Lines of figures of which it is not known which rows they are. */
  readonly unplaced: readonly FigureLine[];
}

export interface BindingRow {
  readonly part: PartSpec;
  readonly spec: RowSpec;
  readonly label: string;
  readonly labelSpan: Span;
  readonly span: Span;
  readonly match: LabelMatch;
}

/** Collects the rows and figures of a binding. The first figure found for a row and column stays. */
export class BindingBuilder {
  private readonly rows: BindingRow[] = [];
  private readonly figures = new Map<string, Figure>();
  private readonly seenColumns = new Map<PartSpec, Set<string>>();
  private readonly headers = new Map<PartSpec, BoundColumn[]>();
  private readonly extraRows: { label: string; span: Span }[] = [];
  private readonly shortRows: ShortRow[] = [];
  private readonly found = {
    rows: new Set<RowSpec>(),
    sequence: new Array<SequenceItem>(),
    unplaced: new Array<FigureLine>(),
    repeated: new Array<Figure>(),
  };

  constructor(readonly spec: TableSpec) {}

  addRow(row: BindingRow): void {
    this.rows.push(row);
    this.found.rows.add(row.spec);
    this.found.sequence.push({ kind: 'row', row: row.spec });
  }

  hasRow(spec: RowSpec): boolean {
    return this.found.rows.has(spec);
  }

  /** Whether no row and no figures stand right above what is read next. */
  get isBelowHead(): boolean {
    return (this.found.sequence.at(-1)?.kind ?? 'other') === 'other';
  }

  /** Whether words go on with those beside the figures read last, and both begin the label of a row. */
  continuesLine(text: string, row: RowSpec): boolean {
    const { sequence } = this.found;
    let words = text;
    for (let i = sequence.length - 1; i >= 0 && words.length <= LONGEST_LABEL; i--) {
      const item = sequence[i];
      if (!item || item.kind === 'row') return false;
      words = item.words + words;
      if (item.kind === 'line') return item.words !== '' && bareLabelOf(row).startsWith(withoutPunctuation(words));
    }
    return false;
  }

  /** Adds figures whose row is not known, and the cell with the words beside them. */
  addLine(cells: readonly Cell[], label: Cell | undefined): void {
    this.found.sequence.push({ kind: 'line', cells, words: label?.text ?? '', labelSpan: label?.span });
  }

  /** Notes figures that belong to no row for sure. */
  leaveUnplaced(cells: readonly Cell[]): void {
    this.found.unplaced.push({ kind: 'line', cells, words: '' });
  }

  /** Adds what is no row: a caption, a head, the label of a group, a piece of a label. */
  addStranger(words = ''): void {
    this.found.sequence.push({ kind: 'other', words });
  }

  /** Adds a row that the official table does not have. */
  addExtraRow(label: string, span: Span): void {
    this.extraRows.push({ label, span });
  }

  /** Adds a row whose cells cannot be assigned to columns. */
  addShortRow(row: RowSpec, cells: readonly Cell[]): void {
    this.shortRows.push({ row, values: cells.map(cell => figureOf(row, UNKNOWN_COLUMN, cell)) });
  }

  /** Records that a header names a column; true the first time. */
  seeColumn(part: PartSpec, column: ColumnSpec): boolean {
    let seen = this.seenColumns.get(part);
    if (!seen) this.seenColumns.set(part, (seen = new Set()));
    const isNew = !seen.has(column.key);
    seen.add(column.key);
    return isNew;
  }

  addHeader(part: PartSpec, column: BoundColumn): void {
    const columns = this.headers.get(part);
    if (columns) columns.push(column);
    else this.headers.set(part, [column]);
  }

  /** `quantity`: what the cell states, where its text alone does not tell. */
  addFigure(row: RowSpec, column: ColumnSpec, cell: Cell, quantity?: Quantity): void {
    const key = figureKey(row.key, column.key);
    const figure = figureOf(row, column, cell);
    if (!this.figures.has(key)) this.figures.set(key, quantity ? { ...figure, quantity } : figure);
  }

  /** Adds what the row of a group states that stands once more: the second account. */
  addRepeated(row: RowSpec, column: ColumnSpec, cell: Cell, quantity: Quantity): void {
    this.found.repeated.push({ ...figureOf(row, column, cell), quantity });
  }

  /** Adds the figures of a row in the order of the columns. */
  addRowFigures(row: RowSpec, columns: readonly ColumnSpec[], cells: readonly Cell[]): void {
    for (const [i, column] of columns.entries()) {
      const cell = cells[i];
      if (cell) this.addFigure(row, column, cell);
    }
  }

  /** Adds the figures `texts` that stand run together in one cell, in the order of `places`. */
  addRunFigures(
    places: readonly { readonly row: RowSpec; readonly column: ColumnSpec }[],
    texts: readonly string[],
    run: Cell,
  ): void {
    let at = run.span.start;
    for (const [i, { row, column }] of places.entries()) {
      const text = texts[i] ?? '';
      const span = { start: at, end: at + text.length };
      const key = figureKey(row.key, column.key);
      if (!this.figures.has(key))
        this.figures.set(key, { row, column, quantity: readCellValue(text), span, text, isSplit: true });
      at = span.end;
    }
  }

  /** Whether a row has a figure in one of these columns. */
  hasFigures(row: RowSpec, columns: readonly ColumnSpec[]): boolean {
    return columns.some(column => this.figures.has(figureKey(row.key, column.key)));
  }

  /** Gives lines of figures without a label to rows, as far as that is sure. */
  placeLines({ span: tableSpan, columnCount }: Table): void {
    const [part] = this.spec.parts;
    const { sequence } = this.found;
    const isFlat = columnCount === 0;
    const alternating = alternatingLines(this.spec, sequence, row => isFlat && this.isFilled(row));
    for (const { part: own, row, line } of alternating ?? []) this.addRowFigures(row, own.columns, line.cells);
    if (alternating) {
      this.found.unplaced = [];
      return;
    }
    const columns = part?.columns ?? [];
    const { placed, left } = placeLines(
      this.spec,
      sequence,
      row => this.hasFigures(row, columns),
      row => columns.flatMap(({ key }) => this.figures.get(figureKey(row.key, key)) ?? []).map(cellOf),
    );
    this.found.unplaced = [...left];
    for (const each of placed) {
      if (!part) continue;
      const { row, line } = each;
      this.addRowFigures(row, part.columns, line.cells);
      if (this.hasRow(row)) continue;
      const span = cover(line.cells.map(cell => cell.span)) ?? tableSpan;
      const { label, labelSpan = span, match } = labelOfPlaced(each, !isFlat);
      this.rows.push({ part, spec: row, match, label, labelSpan, span });
      this.found.rows.add(row);
    }
  }

  /**
   * Takes back the figures of rows that do not add up, and where as many lines as rows have no place, those of rows
   * that cannot: where other figures stand in no row, the table has lost its order, and what stands behind a label may
   * be another row's.
   */
  dropUnbalanced(): void {
    const areOthers = hasFiguresFirst(this.spec, this.found.sequence, row => this.isFilled(row));
    const areMostLost = this.found.unplaced.length >= this.filledRows.size || this.isShifted;
    for (const { part, spec: row } of this.rows) {
      const total = rowEquationOf(this.spec, part.columns);
      const keys = part.columns.map(({ key }) => figureKey(row.key, key));
      const figures = keys.flatMap(key => this.figures.get(key) ?? []);
      const isSure = !areOthers && (total ? addUp(figures.map(cellOf), total, part.columns) : !areMostLost);
      if (figures.length === 0 || isSure) continue;
      for (const key of keys) this.figures.delete(key);
      this.shortRows.push({ row, values: figures });
    }
  }

  /** Whether figures stand in no row, or most rows have too few or too many: then the others may have theirs. */
  get hasLostOrder(): boolean {
    const short = this.shortRows.filter(({ values }) => values.some(({ text }) => text !== '')).length;
    return this.found.unplaced.length > 0 || this.isShifted || (short >= LEAST_SHORT && short > this.filledRows.size);
  }

  /** Whether the last label of a table without sums has no figures: what stands behind a label is the next row's. */
  private get isShifted(): boolean {
    const last = this.found.sequence.findLast(({ kind }) => kind !== 'other');
    return this.spec.parts.some(
      ({ columns, rows }) =>
        columns.length >= LEAST_SHIFTED &&
        rowEquationOf(this.spec, columns) === undefined &&
        last?.kind === 'row' &&
        rows.includes(last.row) &&
        !this.hasFigures(last.row, columns) &&
        !this.shortRows.some(({ row }) => row === last.row),
    );
  }

  private get filledRows(): ReadonlySet<RowSpec> {
    return new Set([...this.figures.values()].map(({ row }) => row));
  }

  private isFilled(row: RowSpec): boolean {
    return this.hasFigures(
      row,
      this.spec.parts.flatMap(({ columns }) => columns),
    );
  }

  finish(edition: Edition): Binding {
    const { spec, rows, figures, seenColumns, headers, extraRows, shortRows } = this;
    const { sequence, unplaced, repeated } = this.found;
    return {
      spec,
      edition,
      rows,
      figures,
      repeatedFigures: repeated,
      seenColumns,
      headers,
      extraRows,
      shortRows,
      sequence,
      unplaced,
    };
  }
}

/** A figure as the cell that holds it. */
export function cellOf({ text, span }: Figure): Cell {
  return { text, span, row: 0, column: 0, rowSpan: 1, columnSpan: 1 };
}

/** UTF-16 units of a row's label, in as many pieces as it may be. */
const LONGEST_LABEL = 120;

/** Fewer rows may have lost a figure each. */
const LEAST_SHORT = 3;

/** Fewer columns do not tell figures of another row. */
const LEAST_SHIFTED = 3;

/** Column of a figure whose column is not known. */
const UNKNOWN_COLUMN: ColumnSpec = { key: '', label: '', type: 'count' };

/** The figure, or the words, that a cell holds. */
export function figureOf(row: RowSpec, column: ColumnSpec, { text, span }: Cell): Figure {
  return { row, column, quantity: quantityIn(row, column, text), span, text };
}

/** What a text states in the cell of a row and a column. */
export function quantityIn(row: RowSpec, column: ColumnSpec, text: string): Quantity {
  if (isForWords(row.type ?? column.type)) return { kind: 'words', text };
  const quantity = readCellValue(text);
  const isOtherUnit = quantity.kind === 'value' && quantity.unit === '元' && /万元/.test(row.unit ?? column.label);
  return isOtherUnit ? { ...quantity, ...inWanYuan(quantity.value) } : quantity;
}

function inWanYuan(yuan: number): { readonly value: number; readonly decimals: number } {
  const value = withoutBinaryTraces(yuan / YUAN_IN_WAN);
  return { value, decimals: /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0 };
}

import type { ColumnSpec, EditionId, Equation, PartSpec, RowSpec, TableSpec } from '../../format/types.ts';
import type { Cell } from '../../syntax/block.ts';
import { readCellValue } from '../../syntax/cellValue.ts';
import type { Span } from '../../text/span.ts';
import { figureKey, type BoundColumn, type Figure, type ShortRow } from '../report.ts';
import type { LabelMatch } from './labelIndex.ts';

/** One block read as (part of) an official table; spans count from the block's start. */
export interface Binding {
  readonly spec: TableSpec;
  readonly editionId: EditionId;
  readonly rows: readonly BindingRow[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly seenColumns: ReadonlyMap<PartSpec, ReadonlySet<string>>;
  readonly headers: ReadonlyMap<PartSpec, readonly BoundColumn[]>;
  readonly extraRows: readonly { readonly label: string; readonly span: Span }[];
  readonly shortRows: readonly ShortRow[];
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
  private readonly usedRows = new Set<RowSpec>();
  private readonly figures = new Map<string, Figure>();
  private readonly seenColumns = new Map<PartSpec, Set<string>>();
  private readonly headers = new Map<PartSpec, BoundColumn[]>();
  private readonly extraRows: { label: string; span: Span }[] = [];
  private readonly shortRows: ShortRow[] = [];

  constructor(readonly spec: TableSpec) {}

  addRow(row: BindingRow): void {
    this.rows.push(row);
    this.usedRows.add(row.spec);
  }

  hasRow(spec: RowSpec): boolean {
    return this.usedRows.has(spec);
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

  addFigure(row: RowSpec, column: ColumnSpec, cell: Cell): void {
    const key = figureKey(row.key, column.key);
    if (!this.figures.has(key)) this.figures.set(key, figureOf(row, column, cell));
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

  finish(editionId: EditionId): Binding {
    const { spec, rows, figures, seenColumns, headers, extraRows, shortRows } = this;
    return { spec, editionId, rows, figures, seenColumns, headers, extraRows, shortRows };
  }
}

/** Column of a figure whose column is not known. */
const UNKNOWN_COLUMN: ColumnSpec = { key: '', label: '', type: 'count' };

function figureOf(row: RowSpec, column: ColumnSpec, cell: Cell): Figure {
  return { row, column, quantity: readCellValue(cell.text), span: cell.span, text: cell.text };
}

/** The equation that makes one of these columns the sum of others in every row; undefined for none. */
export function rowEquationOf(spec: TableSpec, columns: readonly ColumnSpec[]): Equation | undefined {
  return spec.equations.find(
    ({ over, operator, left, right }) =>
      over === 'rows' &&
      operator === '=' &&
      [...left, ...right].every(key => columns.some(column => column.key === key)),
  );
}

/** Whether numbers in the order of the columns satisfy a row's equation. */
export function addsUp(numbers: readonly number[], equation: Equation, columns: readonly ColumnSpec[]): boolean {
  const sum = (keys: readonly string[]) =>
    columns.reduce((total, column, i) => (keys.includes(column.key) ? total + (numbers[i] ?? NaN) : total), 0);
  return sum(equation.left) === sum(equation.right);
}

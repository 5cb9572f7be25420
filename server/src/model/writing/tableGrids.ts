import type { LayoutCell, TableSpec } from '../../format/types.ts';
import type { Cell, Table } from '../../syntax/block.ts';
import { coreOf, fold, similarity } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Binding } from '../tables/bindingBuilder.ts';
import type { TableLayout } from './write.ts';

/** Cells at their places; a merged one stands in all of its own. */
function gridOf({ rows }: Table): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  for (const cell of new Set(rows.flatMap(({ cells }) => cells))) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      const line = grid[r];
      if (line) for (let c = cell.column; c < cell.column + cell.columnSpan; c++) line[c] ??= cell;
    }
  }
  return grid;
}

/** The texts of a table that is laid out as the official form, or as some of its rows, with the form's merged cells. */
export function officialGrid(block: Table, { layout }: TableSpec): LayoutCell[][] | undefined {
  const grid = gridOf(block);
  const form = placesOf(layout);
  for (let from = 0; from + grid.length <= layout.length; from++) {
    const found = fitAt(grid, form.slice(from, from + grid.length), from);
    if (found) return found;
  }
  return undefined;
}

interface FormPlace {
  readonly cell: LayoutCell;
  readonly row: number;
  readonly column: number;
}

/** The form's cells with the grid place at which each starts, row by row. */
function placesOf(layout: TableSpec['layout']): FormPlace[][] {
  const taken: boolean[][] = layout.map(() => []);
  return layout.map((cells, row) => {
    let column = 0;
    return cells.map(cell => {
      while (taken[row]?.[column]) column++;
      const place = { cell, row, column };
      for (let r = row; r < row + (cell.rowSpan ?? 1); r++) {
        const line = taken[r];
        if (line) for (let c = column; c < column + (cell.columnSpan ?? 1); c++) line[c] = true;
      }
      return place;
    });
  });
}

/** Labels that must be those of the form for a grid to be it. */
const ENOUGH_LABELS = 0.6;

function fitAt(
  grid: readonly (readonly (Cell | undefined)[])[],
  form: readonly (readonly FormPlace[])[],
  from: number,
): LayoutCell[][] | undefined {
  let labels = 0;
  let fitting = 0;
  const columns = Math.max(...form.flat().map(({ cell, column }) => column + (cell.columnSpan ?? 1)));
  if (grid.some(line => line.length > columns)) return undefined;
  const result: LayoutCell[][] = [];
  for (const places of form) {
    const line: LayoutCell[] = [];
    for (const { cell, row, column } of places) {
      const { rowSpan = 1, columnSpan = 1 } = cell;
      if (row - from + rowSpan > grid.length) return undefined;
      const own = grid[row - from]?.[column];
      const text = own?.text ?? '';
      for (let r = row - from; r < row - from + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) {
          const covered = grid[r]?.[c];
          if (covered && covered.text !== '' && covered.text !== text) return undefined;
        }
      }
      // A cell that reaches out of its place belongs to another form.
      if (
        own &&
        (own.column < column ||
          own.column + own.columnSpan > column + columnSpan ||
          own.row < row - from ||
          own.row + own.rowSpan > row - from + rowSpan)
      )
        return undefined;
      if (cell.kind === 'text' && cell.text !== '') {
        labels++;
        if (text === '') return undefined;
        if (isLike(text, cell.text)) fitting++;
      }
      line.push({ kind: 'text', text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(columnSpan > 1 ? { columnSpan } : {}) });
    }
    result.push(line);
  }
  return fitting >= labels * ENOUGH_LABELS && labels > 0 ? result : undefined;
}

function isLike(text: string, label: string): boolean {
  return fold(text) === fold(label) || coreOf(text) === coreOf(label) || similarity(coreOf(text), coreOf(label)) >= 0.5;
}

/** Each cell once with its own extent. */
export function plainGrid(block: Table): LayoutCell[][] {
  const seen = new Set<Cell>();
  return block.rows.map(({ cells }) =>
    cells.flatMap((cell): LayoutCell[] => {
      if (seen.has(cell)) return [];
      seen.add(cell);
      return [written(cell, cell.rowSpan, cell.columnSpan)];
    }),
  );
}

function written({ text }: Cell, rowSpan: number, columnSpan: number): LayoutCell {
  return { kind: 'text', text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(columnSpan > 1 ? { columnSpan } : {}) };
}

/** Markdown drops cells that stand behind the header's last one. */
export function rectangular(grid: LayoutCell[][], columnCount: number, layout: TableLayout): LayoutCell[][] {
  const [header] = grid;
  if (layout !== 'pipe' || !header) return grid;
  const width = header.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
  const missing = Array.from({ length: Math.max(0, columnCount - width) }, (): LayoutCell => ({
    kind: 'text',
    text: '',
  }));
  return [[...header, ...missing], ...grid.slice(1)];
}

/**
 * The grid with merged cells as the form's labels tell: a label takes the empty places that it covers in the form, one
 * before several rows those down to the next label. Places of figures are never taken.
 */
export function mergedGrid(block: Table, { spec, figures, shortRows }: Binding): LayoutCell[][] {
  const grid = gridOf(block);
  const extents = new Map<string, { rowSpan: number; columnSpan: number }>();
  const figureExtents = new Map<string, number>();
  for (const cell of spec.layout.flat()) {
    const { rowSpan = 1, columnSpan = 1 } = cell;
    if (cell.kind === 'figure') figureExtents.set(`${cell.row}.${cell.column}`, columnSpan);
    else if (rowSpan > 1 || columnSpan > 1) extents.set(fold(cell.text), { rowSpan, columnSpan });
  }
  const id = ({ start, end }: Span) => `${String(start)}-${String(end)}`;
  const figureAt = new Map([...figures].map(([key, { span }]) => [id(span), key] as const));
  for (const { values } of shortRows) for (const { span } of values) figureAt.set(id(span), '');
  const taken = new Set<Cell>();
  const isFree = (cell: Cell | undefined) =>
    cell !== undefined &&
    cell.text === '' &&
    cell.rowSpan === 1 &&
    cell.columnSpan === 1 &&
    !taken.has(cell) &&
    !figureAt.has(id(cell.span));
  const hasFigure = (line: readonly (Cell | undefined)[]) =>
    line.some(cell => cell !== undefined && figureAt.has(id(cell.span)));
  return grid.map((line, r) =>
    [...new Set(line)].flatMap((cell): LayoutCell[] => {
      if (!cell || cell.row !== r || taken.has(cell)) return [];
      if (cell.rowSpan > 1 || cell.columnSpan > 1 || cell.text === '')
        return [written(cell, cell.rowSpan, cell.columnSpan)];
      const key = figureAt.get(id(cell.span));
      const extent =
        key === undefined ? extents.get(fold(cell.text)) : { rowSpan: 1, columnSpan: figureExtents.get(key) ?? 1 };
      if (!extent) return [written(cell, 1, 1)];
      let width = 1;
      while (width < extent.columnSpan && isFree(line[cell.column + width])) width++;
      const most = extent.rowSpan === 1 ? 1 : hasFigure(line) ? Infinity : extent.rowSpan;
      const covers = (down: number) => {
        const places = grid[r + down]?.slice(cell.column, cell.column + width) ?? [];
        return places.length === width && places.every(isFree);
      };
      let height = 1;
      while (height < most && covers(height)) height++;
      for (let down = 0; down < height; down++) {
        for (const covered of grid[r + down]?.slice(cell.column, cell.column + width) ?? [])
          if (covered && covered !== cell) taken.add(covered);
      }
      return [written(cell, height, width)];
    }),
  );
}

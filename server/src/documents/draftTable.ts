import { EDITIONS } from '../format/index.ts';
import type { LayoutCell, TableSpec } from '../format/types.ts';
import { VOCABULARY } from '../model/vocabulary.ts';
import { writeGrid, type TableLayout } from '../model/writing/write.ts';
import { isKind } from '../syntax/block.ts';
import { parse } from '../syntax/readBlocks.ts';
import type { MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import type { Grid, GridCell } from './pieces.ts';

/**
 * A table as it stands in a draft, in pieces: what lays it out, and the cells' texts. A table that is an official one,
 * every label equal and nothing left over, is laid out as new drafts have it; any other keeps its own grid, as HTML
 * where cells are merged.
 */
export function draftTable(grid: Grid): (string | MappedText)[] {
  const official = officialCells(grid);
  if (official) return written(indexed(official.spec.layout), official.cells, 'html');
  const isMerged = grid.rows.some(cells => cells.some(cell => cell.columnSpan > 1 || cell.rowSpan > 1));
  const cells = grid.rows.flat();
  let next = 0;
  const layout = grid.rows.map(row =>
    row.map(({ columnSpan, rowSpan }): LayoutCell => ({
      kind: 'text',
      text: String(next++),
      ...(rowSpan > 1 ? { rowSpan } : {}),
      ...(columnSpan > 1 ? { columnSpan } : {}),
    })),
  );
  if (!isMerged) {
    const pipe = written(layout, cells, 'pipe');
    if (isReadAs(pipe, grid)) return pipe;
  }
  return written(layout, cells, 'html');
}

/** Signs that no document has where cells are to be put. */
const [BEFORE, BEHIND] = ['\ue000', '\ue001'];

/** The table in pieces; texts of the layout's cells are indices of `cells`. */
function written(
  layout: readonly (readonly LayoutCell[])[],
  cells: readonly GridCell[],
  style: TableLayout,
): (string | MappedText)[] {
  const frame = writeGrid(layout, style, cell => (cell.kind === 'text' ? BEFORE + cell.text + BEHIND : ''));
  return frame.split(new RegExp(`${BEFORE}(\\d+)${BEHIND}`)).map((piece, i) => {
    const cell = i % 2 === 1 ? cells[Number(piece)] : undefined;
    return cell ? cellTextOf(cell.text, style) : piece;
  });
}

/** A cell's text with what a layout would read otherwise written so that it stands for itself. */
function cellTextOf(text: MappedText, style: TableLayout): MappedText {
  if (!/[|&<>\n\t\\*_`~[]/.test(text.text)) return text;
  const builder = new MappedTextBuilder();
  for (const { at, length, from, to } of text.pieces) {
    const isVerbatim = to - from === length;
    for (let i = at; i < at + length; i++) {
      const start = isVerbatim ? from + i - at : from;
      builder.add(writtenSign(text.text.charAt(i), style), start, isVerbatim ? start + 1 : to);
    }
  }
  return builder.take();
}

function writtenSign(sign: string, style: TableLayout): string {
  switch (sign) {
    case '\n':
      return '<br>';
    case '\t':
      return ' ';
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '|':
      return style === 'pipe' ? '\\|' : sign;
    case '*':
    case '_':
    case '`':
    case '~':
      return style === 'pipe' ? `\\${sign}` : sign;
    default:
      return sign;
  }
}

/** Whether a table is read with the grid's texts in the grid's places. */
function isReadAs(pieces: readonly (string | MappedText)[], grid: Grid): boolean {
  const text = pieces.map(piece => (typeof piece === 'string' ? piece : piece.text)).join('');
  const { blocks } = parse(`${text}\n`, VOCABULARY);
  const [table] = blocks;
  if (!table || blocks.length !== 1 || !isKind(table, 'table') || table.block.layout !== 'pipe') return false;
  const { rows } = table.block;
  return (
    rows.length === grid.rows.length &&
    grid.rows.every((cells, row) =>
      cells.every(({ column, text: { text: own } }) => plain(rows[row]?.cells[column]?.text ?? '') === plain(own)),
    )
  );
}

function plain(text: string): string {
  return text.replace(/\s+/g, '');
}

// ── Official tables ──

/** The official layout whose labels a grid bears in the form's places, with its cells in the layout's order. */
export function officialCells(
  grid: Grid,
): { readonly spec: TableSpec; readonly cells: readonly GridCell[] } | undefined {
  const places = placesOf(grid);
  for (const spec of OFFICIAL_TABLES) {
    if (spec.layout.length !== grid.rows.length) continue;
    const cells = cellsInLayout(places, spec.layout, grid.columnCount);
    if (cells) return { spec, cells };
  }
  return undefined;
}

/** A layout whose cells are known by their indices. */
function indexed(layout: TableSpec['layout']): LayoutCell[][] {
  let next = 0;
  return layout.map(row => row.map(cell => ({ ...withoutFigure(cell), text: String(next++) })));
}

const OFFICIAL_TABLES: readonly TableSpec[] = EDITIONS.flatMap(({ tables }) => tables);

function withoutFigure({ rowSpan, columnSpan }: LayoutCell): Omit<LayoutCell & { kind: 'text' }, 'text'> {
  return {
    kind: 'text',
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(columnSpan === undefined ? {} : { columnSpan }),
  };
}

/** The cell that covers each place of the grid. */
function placesOf({ rows }: Grid): Map<number, GridCell>[] {
  const places = rows.map(() => new Map<number, GridCell>());
  for (const [row, cells] of rows.entries()) {
    for (const cell of cells) {
      for (const line of places.slice(row, row + cell.rowSpan))
        for (let column = cell.column; column < cell.column + cell.columnSpan; column++) line.set(column, cell);
    }
  }
  return places;
}

/** The grid's cells in the order of a layout; undefined where a label differs or something would be left over. */
function cellsInLayout(
  places: readonly ReadonlyMap<number, GridCell>[],
  layout: readonly (readonly LayoutCell[])[],
  columnCount: number,
): GridCell[] | undefined {
  const taken: Set<number>[] = layout.map(() => new Set());
  const cells: GridCell[] = [];
  const used = new Set<GridCell>();
  for (const [row, line] of layout.entries()) {
    let column = 0;
    for (const spec of line) {
      while (taken[row]?.has(column) === true) column++;
      const cell = places[row]?.get(column);
      if (!cell || used.has(cell)) return undefined;
      if (spec.kind === 'text' && plain(spec.text) !== plain(cell.text.text)) return undefined;
      used.add(cell);
      cells.push(cell);
      for (let y = row; y < row + (spec.rowSpan ?? 1); y++) {
        for (let x = column; x < column + (spec.columnSpan ?? 1); x++) {
          taken[y]?.add(x);
          const covered = places[y]?.get(x);
          // Places that the form's cell covers may be empty ones of their own.
          if (!covered || (covered !== cell && covered.text.text !== '')) return undefined;
        }
      }
      column += spec.columnSpan ?? 1;
    }
    if (taken[row]?.size !== columnCount) return undefined;
  }
  return cells;
}

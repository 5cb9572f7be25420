import type { TableCell, TableCells } from '../../protocol/protocol.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { BoundTable } from '../../model/report.ts';
import type { Cell, LayoutId } from '../../syntax/block.ts';
import { shift, type Span } from '../../text/span.ts';
import { toRange } from '../support/convert.ts';
import { cellsOf, officialTableAt } from '../support/place.ts';

/** Larger tables are no forms to be filled in. */
const MOST_CELLS = 5000;

/**
 * The cells of the official table at an offset of the draft, in reading order, for moving between them with the
 * keyboard; null where there is none.
 */
export function tableCellsAt(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
): TableCells | null {
  const table = officialTableAt(report, offset);
  if (!table || sizeOf(table) > MOST_CELLS) return null;
  const cells = placedCells(table);
  const below = cellsBelow(cells);
  return {
    range: toRange(source, table.span),
    rowsAreLines: table.blocks.every(({ block }) => KEEPS_ROWS[block.layout]),
    cells: cells.map(({ span, layout, isFigure }, i): TableCell => ({
      text: toRange(source, span),
      room: toRange(source, roomOf(source.text, span, layout)),
      isFigure,
      below: below[i] ?? null,
    })),
  };
}

/** Whether a line break between two cells tears their row. */
const KEEPS_ROWS: Readonly<Record<LayoutId, boolean>> = {
  html: true,
  pipe: true,
  grid: true,
  tabbed: true,
  delimited: true,
  aligned: true,
  cellPerLine: false,
  inLine: false,
};

function sizeOf({ blocks }: BoundTable): number {
  return blocks.reduce((sum, { block }) => sum + block.rows.reduce((size, { cells }) => size + cells.length, 0), 0);
}

interface PlacedCell {
  readonly span: Span;
  readonly layout: LayoutId;
  readonly isFigure: boolean;
  /** Counted through all blocks of the table. */
  readonly row: number;
  /** The first one that it covers. */
  readonly column: number;
}

function placedCells({ blocks, figures }: BoundTable): PlacedCell[] {
  const places = new Set([...figures.values()].map(({ span }) => `${String(span.start)}-${String(span.end)}`));
  const cells: PlacedCell[] = [];
  let rows = 0;
  for (const { at, block } of blocks) {
    const seen = new Set<Cell>();
    for (const row of block.rows) {
      for (const cell of cellsOf(row)) {
        if (seen.has(cell)) continue;
        seen.add(cell);
        const span = shift(cell.span, at);
        cells.push({
          span,
          layout: block.layout,
          isFigure: places.has(`${String(span.start)}-${String(span.end)}`),
          row: rows + cell.row,
          column: cell.column,
        });
      }
    }
    rows += block.rows.length;
  }
  return cells.sort((a, b) => a.span.start - b.span.start);
}

/**
 * Each cell's index of the figure below it: of its own column, for a label the first of the next row that has one, and
 * at a column's end the top of the next column; undefined at the end of the last.
 */
function cellsBelow(cells: readonly PlacedCell[]): (number | undefined)[] {
  const rows = new Map<number, number[]>();
  const columns = new Map<number, number>();
  for (const [i, { row, column, isFigure }] of cells.entries()) {
    if (!isFigure) continue;
    rows.set(row, [...(rows.get(row) ?? []), i]);
    if (!columns.has(column)) columns.set(column, i);
  }
  const order = [...rows.keys()].sort((a, b) => a - b);
  const tops = [...columns].sort(([a], [b]) => a - b);
  // From the last row upwards: in each column the figure nearest below.
  const nearest = new Map<number, number>();
  const below: (number | undefined)[] = [];
  let next = order.length - 1;
  for (const [i, cell] of [...cells.entries()].sort(([, a], [, b]) => b.row - a.row)) {
    while (next >= 0 && (order[next] ?? 0) > cell.row) {
      for (const figure of rows.get(order[next] ?? 0) ?? []) nearest.set(cells[figure]?.column ?? 0, figure);
      next--;
    }
    const following = rows.get(order[next + 1] ?? -1);
    below[i] = cell.isFigure
      ? (nearest.get(cell.column) ?? tops.find(([column]) => column > cell.column)?.[1])
      : (following?.find(figure => cells[figure]?.column === cell.column) ?? following?.[0]);
  }
  return below;
}

/** Signs that part cells on a line. */
const ENDS: Readonly<Partial<Record<LayoutId, string>>> = {
  pipe: '|｜\n\r',
  grid: '|\n\r',
  tabbed: '\t\n\r',
  html: '<>',
};

/** Blanks beside a text that are looked at: more stand beside none. */
const MOST_BLANKS = 1000;

/** A cell's text with the blanks up to what parts it from the next one. */
function roomOf(text: string, { start, end }: Span, layout: LayoutId): Span {
  const ends = ENDS[layout];
  if (ends === undefined) return { start, end };
  let from = start;
  let to = end;
  while (from > 0 && start - from < MOST_BLANKS && !ends.includes(text.charAt(from - 1))) from--;
  while (to < text.length && to - end < MOST_BLANKS && !ends.includes(text.charAt(to))) to++;
  return { start: from, end: to };
}

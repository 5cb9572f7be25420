import { type BoundTable, type Figure, type Report } from '../../model/report.ts';
import { cellPlace, textPlaceAt, type FigurePlace } from '../../model/figures/figureLinks.ts';
import { blockAt, type Cell, isKind, type Row } from '../../syntax/block.ts';
import { shift, touches, type Span } from '../../text/span.ts';

/** The cells of a row, a merged one once. */
export function cellsOf(row: Row): readonly Cell[] {
  return [...new Set(row.cells)];
}

/** The cell at a place, counted from the block's start; between two cells the blank one whose room it is. */
export function cellAt(row: Row, inside: number): Cell | undefined {
  const cells = cellsOf(row);
  const touched = cells.filter(cell => touches(cell.span, inside));
  if (touched.length > 0) return touched.find(cell => inside < cell.span.end) ?? touched[0];
  return cells.find(
    (cell, i) =>
      cell.text === '' &&
      (cells[i - 1]?.span.end ?? row.span.start) < inside &&
      inside < (cells[i + 1]?.span.start ?? row.span.end + 1),
  );
}

/** The official table whose lines hold an offset. */
export function officialTableAt({ tables }: Report, offset: number): BoundTable | undefined {
  return tables.find(({ span }) => touches(span, offset));
}

/** The figure whose cell is at a span of the draft. */
export function figureAt(table: BoundTable, { start, end }: Span): Figure | undefined {
  for (const figure of table.figures.values())
    if (figure.span.start === start && figure.span.end === end) return figure;
  return undefined;
}

/** The figure at an offset of the draft: of an official table's cell, or of running text. */
export function figurePlaceAt(report: Report, offset: number): FigurePlace | undefined {
  const placed = blockAt(report.blocks, offset);
  if (!placed || !isKind(placed, 'table')) return textPlaceAt(report, offset);
  const table = officialTableAt(report, offset);
  const row = placed.block.rows.find(({ span }) => touches(span, offset - placed.at));
  const cell = row && cellAt(row, offset - placed.at);
  const figure = table && cell && figureAt(table, shift(cell.span, placed.at));
  return figure && cellPlace(figure, table);
}

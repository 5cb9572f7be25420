import type { PublishedCell, PublishedTable } from '../publishedTable.ts';

/** Width of the type area in twips: 156 mm (GB/T 9704—2012, 5.2). */
export const TYPE_AREA = 8844;

/** Twips that a figure's column needs, and most that a column of row labels takes of the whole. */
const FIGURE_COLUMN = 670;

/**
 * Widths of a table's columns in twips, together the type area: columns of figures alike, what is left to the columns
 * of row labels, the innermost widest.
 */
export function columnWidths({ spec, columnCount, rows }: PublishedTable): readonly number[] {
  const labels = spec ? labelColumns(rows, columnCount) : 0;
  const figures = columnCount - labels;
  if (labels === 0 || columnCount < 8) return equalWidths(TYPE_AREA, columnCount);
  const left = TYPE_AREA - figures * FIGURE_COLUMN;
  if (left < labels * FIGURE_COLUMN) return equalWidths(TYPE_AREA, columnCount);
  // 三、本年度办理结果 stands upright, （三）不予公开 on three lines.
  const outer = [454, 800].slice(0, labels - 1);
  const inner = left - outer.reduce((sum, width) => sum + width, 0);
  return [...outer, inner, ...equalWidths(figures * FIGURE_COLUMN, figures)];
}

/** A label over so many rows in the first of many columns stands upright. */
const UPRIGHT_ROWS = 10;

/** Whether a cell's words run downwards: 三、本年度办理结果. */
export function standsUpright(
  { column, columnSpan, rowSpan }: PublishedCell,
  { columnCount }: PublishedTable,
): boolean {
  return column === 0 && columnSpan === 1 && rowSpan >= UPRIGHT_ROWS && columnCount > 5;
}

/** Columns at the left in which no figure stands. */
function labelColumns(rows: PublishedTable['rows'], columnCount: number): number {
  const first = rows.flatMap(cells => cells.filter(({ isLabel }) => !isLabel)).map(({ column }) => column);
  return first.length === 0 ? 0 : Math.min(columnCount, ...first);
}

function equalWidths(whole: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, i) => Math.round((whole * (i + 1)) / count) - Math.round((whole * i) / count),
  );
}

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
  if (!spec) return ownWidths(rows, columnCount);
  if (labels === 0 || columnCount < 8) return equalWidths(TYPE_AREA, columnCount);
  const left = TYPE_AREA - figures * FIGURE_COLUMN;
  if (left < labels * FIGURE_COLUMN) return equalWidths(TYPE_AREA, columnCount);
  // 三、本年度办理结果 stands upright, （三）不予公开 on three lines.
  const outer = [454, 800].slice(0, labels - 1);
  const inner = left - outer.reduce((sum, width) => sum + width, 0);
  return [...outer, inner, ...equalWidths(figures * FIGURE_COLUMN, figures)];
}

/** Half-points of the text in tables, and of the smallest that still can be read. */
export const TABLE_TEXT = 21;
const SMALLEST_TEXT = 12;
/** Twips that a half-width sign takes at that size, and what a cell's margins and borders take. */
const [SIGN_WIDTH, CELL_MARGINS] = [105, 66];
/** A column holds two characters beside each other. */
const FEWEST_SIGNS = 4;

/** Widths of the columns of a table that is no official one: alike, unless figures would be broken over lines. */
function ownWidths(rows: PublishedTable['rows'], columnCount: number): readonly number[] {
  const equal = equalWidths(TYPE_AREA, columnCount);
  const needs = longestRuns(rows, columnCount).map(run => Math.max(run, FEWEST_SIGNS) * SIGN_WIDTH + CELL_MARGINS);
  if (needs.every((need, i) => need <= (equal[i] ?? 0))) return equal;
  const needed = needs.reduce((sum, need) => sum + need, 0);
  if (needed > TYPE_AREA) return needs.map(need => Math.floor((need * TYPE_AREA) / needed));
  const rest = equalWidths(TYPE_AREA - needed, columnCount);
  return needs.map((need, i) => need + (rest[i] ?? 0));
}

/**
 * Half-points of the figures in each column, so that none is broken over two lines: 12345 above 6 is read as two
 * figures.
 */
export function textSizes({ rows, columnCount }: PublishedTable, widths: readonly number[]): readonly number[] {
  return longestRuns(rows, columnCount).map((run, column) => {
    const room = (widths[column] ?? 0) - CELL_MARGINS;
    const needed = run * SIGN_WIDTH;
    return needed <= room ? TABLE_TEXT : Math.max(SMALLEST_TEXT, Math.floor((TABLE_TEXT * room) / needed));
  });
}

/** Signs of the longest figure or word of Latin letters in each column, which no line break may part. */
function longestRuns(rows: PublishedTable['rows'], columnCount: number): number[] {
  const runs = new Array<number>(columnCount).fill(0);
  for (const { column, columnSpan, text } of rows.flat()) {
    if (columnSpan > 1) continue;
    for (const [run] of text.matchAll(/[!-~]+/g)) runs[column] = Math.max(runs[column] ?? 0, run.length);
  }
  return runs;
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

/** A cell of a row to be laid out; widths are display columns. */
export interface LaidCell {
  readonly width: number;
  /** Whether a figure stands there, or is to stand there. */
  readonly isFigure: boolean;
}

export interface LaidRow {
  readonly cells: readonly LaidCell[];
  /** The line below a Markdown header. */
  readonly isDelimiter: boolean;
}

/** Where the bars of a table's rows stand. */
export interface ColumnLayout {
  /** Row by row the display columns between the bars of each cell, blanks included. */
  readonly slots: readonly (readonly number[])[];
  /** Set where texts that fill their slots have no blanks beside them. */
  readonly isNarrow: boolean;
  /** Whether a column holds labels only: in a narrow table its texts begin right behind their bar. */
  isLabelColumn(column: number): boolean;
}

/** Longest line of a table of figures that is not shortened further, in display columns. */
export const LONGEST_TABLE_LINE = 140;
/** A column is not made wider than this; longer texts stand out of it. */
const WIDEST_COLUMN = 160;
/** As wide as the dashes below a header must be. */
const NARROWEST_COLUMN = 3;
const BLANKS_BESIDE = 2;

/**
 * Lays out the columns of a table. Where it is known which cells hold figures, only the bars beside columns of figures
 * stand in line: labels, the merged ones above and before others, run across the places that they cover. In other
 * tables all bars stand in line.
 */
export function layOutColumns(rows: readonly LaidRow[]): ColumnLayout {
  const figureColumns = columnsOfFigures(rows);
  const count = rows[0]?.cells.length ?? 0;
  if (figureColumns.size === 0 || rows.some(({ cells }) => cells.length !== count)) return plainLayout(rows);
  const table: FigureTable = {
    rows,
    hasFigures: rows.map(({ cells }) => cells.some(({ isFigure }) => isFigure)),
    count,
    figureColumns,
  };
  const isLabelColumn = (column: number) => !figureColumns.has(column);
  const roomy = barsInLine(table, BLANKS_BESIDE);
  const isNarrow = lengthOf(roomy) > LONGEST_TABLE_LINE;
  const bars = isNarrow ? shortened(table, barsInLine(table, 0)) : roomy;
  const slots = rows.map((_, at) => slotsOf(table, at, bars, isNarrow ? 0 : BLANKS_BESIDE));
  return { slots, isNarrow, isLabelColumn };
}

function columnsOfFigures(rows: readonly LaidRow[]): Set<number> {
  const columns = new Set<number>();
  for (const { cells } of rows) for (const [column, { isFigure }] of cells.entries()) if (isFigure) columns.add(column);
  return columns;
}

/** Every column as wide as its widest text. */
function plainLayout(rows: readonly LaidRow[]): ColumnLayout {
  const widths: number[] = [];
  for (const { cells, isDelimiter } of rows) {
    for (const [column, { width }] of cells.entries()) {
      const wanted = isDelimiter ? NARROWEST_COLUMN : Math.min(width, WIDEST_COLUMN);
      widths[column] = Math.max(widths[column] ?? NARROWEST_COLUMN, wanted);
    }
  }
  const slots = rows.map(({ cells }) => cells.map((_, column) => (widths[column] ?? 0) + BLANKS_BESIDE));
  return { slots, isNarrow: false, isLabelColumn: () => false };
}

// ── Tables of figures ──

interface FigureTable {
  readonly rows: readonly LaidRow[];
  /** Row by row whether the row has a figure. */
  readonly hasFigures: readonly boolean[];
  /** Cells in each row. */
  readonly count: number;
  readonly figureColumns: ReadonlySet<number>;
}

/** Display columns at which the bars that stand in line do, by the column behind them; the last closes the row. */
type Bars = ReadonlyMap<number, number>;

function isInLine({ count, figureColumns }: FigureTable, bar: number): boolean {
  return bar === 0 || bar === count || figureColumns.has(bar) || figureColumns.has(bar - 1);
}

/**
 * Whether a bar may give way to the text before it: the place behind it is one that a merged cell covers. Right above
 * figures and beside them it may not, so that each column stays below its label.
 */
function givesWay({ rows, count, hasFigures }: FigureTable, at: number, bar: number): boolean {
  const cell = rows[at]?.cells[bar];
  if (bar === 0 || bar === count || cell?.width !== 0 || cell.isFigure) return false;
  return hasFigures[at] !== true && hasFigures[at + 1] !== true;
}

/** Display columns that a cell needs between its bars. */
function need({ width, isFigure }: LaidCell, isDelimiter: boolean, blanks: number): number {
  if (isDelimiter) return NARROWEST_COLUMN + blanks;
  if (isFigure) return Math.min(width, WIDEST_COLUMN) + BLANKS_BESIDE;
  return Math.max(1, Math.min(width, WIDEST_COLUMN) + blanks);
}

/** Bars as far to the right as the texts before them ask, with a number of blanks beside labels. */
function barsInLine(table: FigureTable, blanks: number, ofFiguresOnly = false): Bars {
  const bars = new Map<number, number>([[0, 0]]);
  const { rows } = table;
  // For each row the last bar that stands in line, and what was needed since.
  const open = rows.map(() => ({ bar: 0, needed: 0 }));
  let before = 0;
  for (let bar = 1; bar <= table.count; bar++) {
    for (const [i, row] of rows.entries()) {
      const cell = row.cells[bar - 1];
      const state = open[i];
      if (cell && state) state.needed += 1 + need(cell, row.isDelimiter, blanks);
    }
    if (!isInLine(table, bar)) continue;
    let at = before + 1 + NARROWEST_COLUMN;
    for (const [i, state] of open.entries()) {
      if (givesWay(table, i, bar) || (ofFiguresOnly && table.hasFigures[i] !== true)) continue;
      at = Math.max(at, (bars.get(state.bar) ?? 0) + state.needed);
    }
    bars.set(bar, at);
    before = at;
    for (const i of rows.keys()) if (!givesWay(table, i, bar)) open[i] = { bar, needed: 0 };
  }
  return bars;
}

function lengthOf(bars: Bars): number {
  return Math.max(...bars.values()) + 1;
}

/** Narrower columns of figures, the widest first, until a line is short enough or the figures leave no room. */
function shortened(table: FigureTable, bars: Bars): Bars {
  let excess = lengthOf(bars) - LONGEST_TABLE_LINE;
  if (excess <= 0) return bars;
  const least = barsInLine(table, 0, true);
  const width = (of: Bars, column: number) => (of.get(column + 1) ?? 0) - (of.get(column) ?? 0);
  const columns = [...table.figureColumns].sort((a, b) => a - b);
  const widths = new Map(columns.map(column => [column, width(bars, column)]));
  while (excess > 0) {
    const spare = columns.filter(column => (widths.get(column) ?? 0) > width(least, column));
    const [widest] = spare.sort((a, b) => (widths.get(b) ?? 0) - (widths.get(a) ?? 0) || b - a);
    if (widest === undefined) break;
    widths.set(widest, (widths.get(widest) ?? 0) - 1);
    excess--;
  }
  const result = new Map<number, number>();
  let [before, at] = [0, 0];
  for (const [bar, old] of bars) {
    at += widths.get(bar - 1) ?? old - before;
    before = old;
    result.set(bar, bar === 0 ? 0 : at);
  }
  return result;
}

/**
 * The room of each cell of a row. Bars stand in line; texts that need more room take that of empty places before them,
 * and at last push the bars behind them.
 */
function slotsOf(table: FigureTable, at: number, bars: Bars, blanks: number): number[] {
  const { cells, isDelimiter } = table.rows[at] ?? { cells: [], isDelimiter: false };
  const stays = (bar: number) => bars.has(bar) && !givesWay(table, at, bar);
  // Where each bar may stand at the latest for all texts behind it to find room.
  const latest: number[] = [];
  for (let bar = table.count; bar >= 0; bar--) {
    const cell = cells[bar];
    const room = cell ? (latest[bar + 1] ?? Infinity) - 1 - need(cell, isDelimiter, 0) : Infinity;
    latest[bar] = Math.min(stays(bar) ? (bars.get(bar) ?? Infinity) : Infinity, room);
  }
  const slots: number[] = [];
  let from = 0;
  for (const [column, cell] of cells.entries()) {
    const bar = column + 1;
    const natural = from + 1 + need(cell, isDelimiter, blanks);
    const wanted = stays(bar) ? Infinity : Math.max(bars.get(bar) ?? 0, natural);
    const to = Math.max(Math.min(wanted, latest[bar] ?? natural), from + 1 + need(cell, isDelimiter, 0));
    slots.push(to - from - 1);
    from = to;
  }
  return slots;
}

import { LIMITS } from '../../text/limits.ts';
import { refuse } from '../refused.ts';
import type { Box } from './pdfPage.ts';

/** A table by its lines: where its columns and rows begin and end, and its cells. */
export interface PdfTable extends Box {
  /** One more than there are columns. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly PdfCell[];
}

export interface PdfCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A line: where it lies across, and from where to where it reaches. */
interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Points: lines this near are one; pieces of a line with such a gap are one; a line ends that much before another. */
const [SAME_LINE, PIECES, TOUCH] = [1.5, 4, 2.5];
/** Points between the borders of a column or a row at least; the two lines of a double border are nearer. */
const NARROWEST = 3.5;
/** What of the side of a cell must be drawn. */
const DRAWN = 0.6;
/** Points that a line must reach beyond the last one across to show that the table is open there. */
const OPEN = 6;
const [SHORTEST, SMALLEST] = [5, 30];
/** Crossings that are looked for; more are no tables but a drawing. */
const MOST_CROSSINGS = 4_000_000;

/**
 * The tables of a page by their ruled lines: lines that touch are one table, and cells are what they enclose. Where
 * lines reach beyond the last one across them, as at the end of a page, the table is closed there. A box around a text
 * is no table.
 */
export function tablesOf(rules: readonly Box[]): PdfTable[] {
  const across = joinedRules(
    rules.filter(isAcross).map(({ left, right, top, bottom }) => rule(top, bottom, left, right)),
  );
  const down = joinedRules(rules.filter(isDown).map(({ left, right, top, bottom }) => rule(left, right, top, bottom)));
  const tables = openJoined(connected(across, down)).flatMap(lines => tableOf(lines) ?? []);
  // A frame around tables is none.
  return tables.filter(
    table => !tables.some(other => other !== table && table.cells.some(cell => encloses(cell, other))),
  );
}

/** A dot may belong to a line in either direction. */
function isAcross({ left, right, top, bottom }: Box): boolean {
  return right - left >= bottom - top || Math.max(right - left, bottom - top) < TOUCH;
}

function isDown({ left, right, top, bottom }: Box): boolean {
  return right - left < bottom - top || Math.max(right - left, bottom - top) < TOUCH;
}

function rule(near: number, far: number, from: number, to: number): Rule {
  return { at: (near + far) / 2, from, to };
}

function encloses(cell: Box, { left, top, right, bottom }: Box): boolean {
  return (
    cell.left <= left + TOUCH && cell.top <= top + TOUCH && cell.right >= right - TOUCH && cell.bottom >= bottom - TOUCH
  );
}

/** Lines of which the pieces that lie in one line and touch are one. */
function joinedRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const line of clusters(rules, ({ at }) => at, SAME_LINE)) {
    const at = line.reduce((sum, each) => sum + each.at, 0) / line.length;
    let current: Rule | undefined;
    for (const { from, to } of [...line].sort((a, b) => a.from - b.from)) {
      if (current && from <= current.to + PIECES) current = { at, from: current.from, to: Math.max(current.to, to) };
      else {
        if (current) joined.push(current);
        current = { at, from, to };
      }
    }
    if (current) joined.push(current);
  }
  return joined.filter(({ from, to }) => to - from >= SHORTEST);
}

/** Items whose places lie within a distance of the first of them. */
function clusters<T>(items: readonly T[], placeOf: (item: T) => number, distance: number): T[][] {
  const found: T[][] = [];
  let start = -Infinity;
  for (const item of [...items].sort((a, b) => placeOf(a) - placeOf(b))) {
    if (placeOf(item) - start > distance) {
      found.push([]);
      start = placeOf(item);
    }
    found.at(-1)?.push(item);
  }
  return found;
}

interface Lines {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Lines that touch one another, directly or through others. */
function connected(across: readonly Rule[], down: readonly Rule[]): Lines[] {
  if (across.length * down.length > MOST_CROSSINGS)
    refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = i; at !== root;) [at, parent[at]] = [parent[at] ?? root, root];
    return root;
  };
  for (const [i, a] of across.entries())
    for (const [j, d] of down.entries())
      if (d.at >= a.from - TOUCH && d.at <= a.to + TOUCH && a.at >= d.from - TOUCH && a.at <= d.to + TOUCH)
        parent[rootOf(i)] = rootOf(across.length + j);
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
  const groupOf = (i: number) => {
    const root = rootOf(i);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    return group;
  };
  for (const [i, each] of across.entries()) groupOf(i).across.push(each);
  for (const [j, each] of down.entries()) groupOf(across.length + j).down.push(each);
  return [...groups.values()].filter(group => group.across.length > 0);
}

/**
 * Groups of lines, those of one table as one: where a table has no lines at its sides, a row that is one cell parts its
 * lines. Lines above each other are one table then, if they reach as far and are no farther apart than its rows.
 */
function openJoined(groups: readonly Lines[]): Lines[] {
  const joined: Lines[] = [];
  const top = ({ across }: Lines) => Math.min(...across.map(({ at }) => at));
  for (const group of [...groups].sort((a, b) => top(a) - top(b))) {
    const i = joined.findLastIndex(before => isOneTable(before, group));
    const before = joined[i];
    if (before)
      joined[i] = { across: [...before.across, ...group.across], down: [...before.down, ...group.down] };
    else joined.push(group);
  }
  return joined.filter(({ down }) => down.length > 0);
}

function isOneTable(above: Lines, below: Lines): boolean {
  const [a, b] = [extentOf(above), extentOf(below)];
  if (!a.isOpen || !b.isOpen || Math.abs(a.from - b.from) > NARROWEST || Math.abs(a.to - b.to) > NARROWEST) return false;
  const gap = b.top - a.bottom;
  return gap > 0 && gap < HIGHER * Math.max(a.row, b.row);
}

/** A heading between two tables stands in more space than a row has. */
const HIGHER = 1.3;

function extentOf({ across, down }: Lines) {
  const from = Math.min(...across.map(rule => rule.from));
  const to = Math.max(...across.map(rule => rule.to));
  const places = across.map(({ at }) => at).sort((a, b) => a - b);
  return {
    from,
    to,
    top: places[0] ?? 0,
    bottom: places.at(-1) ?? 0,
    /** Height of its highest row. */
    row: Math.max(0, ...places.map((at, i) => at - (places[i - 1] ?? at))),
    isOpen: down.every(({ at }) => at > from + OPEN && at < to - OPEN),
  };
}

function tableOf({ across, down }: Lines): PdfTable | undefined {
  const columns = bordersOf(down, across);
  const rows = bordersOf(across, down);
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  const [width, height] = [columns.length - 1, rows.length - 1];
  if (width < 1 || height < 1 || right - left < SMALLEST) return undefined;
  if (width > LIMITS.documentColumns) refuse('documents.refused.tableTooWide', { limit: LIMITS.documentColumns });
  if (width * height > LIMITS.documentCells) refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
  const cells = cellsOf(new Sides(columns, rows, across, down));
  return cells.length < 2 ? undefined : { left, top, right, bottom, columns, rows, cells };
}

/** Places of the borders, with those at which the lines across them end. */
function bordersOf(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const borders = clusters(lines, ({ at }) => at, NARROWEST).map(
    group => group.reduce((sum, { at }) => sum + at, 0) / group.length,
  );
  const first = Math.min(...crossing.map(({ from }) => from));
  const last = Math.max(...crossing.map(({ to }) => to));
  if (first < (borders[0] ?? first) - OPEN) borders.unshift(first);
  if (last > (borders.at(-1) ?? last) + OPEN) borders.push(last);
  return borders;
}

/** Which sides of the smallest boxes between borders are drawn. */
class Sides {
  readonly width: number;
  readonly height: number;
  /** Drawn part of the border above each box; one row more than there are. */
  private readonly above: Float64Array;
  private readonly before: Float64Array;

  constructor(
    readonly columns: readonly number[],
    readonly rows: readonly number[],
    across: readonly Rule[],
    down: readonly Rule[],
  ) {
    this.width = columns.length - 1;
    this.height = rows.length - 1;
    this.above = new Float64Array((this.height + 1) * this.width);
    this.before = new Float64Array((this.width + 1) * this.height);
    for (const line of across) {
      const row = nearest(rows, line.at);
      for (let column = 0; column < this.width; column++)
        this.above[row * this.width + column] =
          (this.above[row * this.width + column] ?? 0) + overlap(line, columns[column], columns[column + 1]);
    }
    for (const line of down) {
      const column = nearest(columns, line.at);
      for (let row = 0; row < this.height; row++)
        this.before[column * this.height + row] =
          (this.before[column * this.height + row] ?? 0) + overlap(line, rows[row], rows[row + 1]);
    }
    // Where the lines at both ends of a box reach the outer border, it is closed there.
    for (let row = 0; row < this.height; row++)
      for (const [column, border] of [
        [0, 0],
        [this.width - 1, this.width],
      ] as const)
        if (this.isAbove(row, column) && this.isAbove(row + 1, column)) this.before[border * this.height + row] = 1;
    for (let column = 0; column < this.width; column++)
      for (const [row, border] of [
        [0, 0],
        [this.height - 1, this.height],
      ] as const)
        if (this.isBefore(row, column) && this.isBefore(row, column + 1)) this.above[border * this.width + column] = 1;
  }

  isAbove(row: number, column: number): boolean {
    return (this.above[row * this.width + column] ?? 0) >= DRAWN;
  }

  isBefore(row: number, column: number): boolean {
    return (this.before[column * this.height + row] ?? 0) >= DRAWN;
  }

  /** Boxes from which one comes out of the table without crossing a line. */
  outside(): Uint8Array {
    const { width, height } = this;
    const isOutside = new Uint8Array(width * height);
    const waiting: number[] = [];
    const enter = (row: number, column: number) => {
      if (row < 0 || column < 0 || row >= height || column >= width || isOutside[row * width + column] === 1) return;
      isOutside[row * width + column] = 1;
      waiting.push(row * width + column);
    };
    for (let column = 0; column < width; column++) {
      if (!this.isAbove(0, column)) enter(0, column);
      if (!this.isAbove(height, column)) enter(height - 1, column);
    }
    for (let row = 0; row < height; row++) {
      if (!this.isBefore(row, 0)) enter(row, 0);
      if (!this.isBefore(row, width)) enter(row, width - 1);
    }
    for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
      const [row, column] = [Math.floor(box / width), box % width];
      if (!this.isAbove(row, column)) enter(row - 1, column);
      if (!this.isAbove(row + 1, column)) enter(row + 1, column);
      if (!this.isBefore(row, column)) enter(row, column - 1);
      if (!this.isBefore(row, column + 1)) enter(row, column + 1);
    }
    return isOutside;
  }
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  for (const [i, place] of places.entries())
    if (Math.abs(place - at) < Math.abs((places[best] ?? Infinity) - at)) best = i;
  return best;
}

function overlap({ from, to }: Rule, start = 0, end = 0): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start)) / (end - start);
}

/** Boxes between which no line is drawn are one cell. */
function cellsOf(sides: Sides): PdfCell[] {
  const { width, height, columns, rows } = sides;
  const taken = sides.outside();
  const cells: PdfCell[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (taken[row * width + column] === 1) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < width &&
        taken[row * width + column + columnSpan] !== 1 &&
        !sides.isBefore(row, column + columnSpan)
      )
        columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < height && goesOn(sides, taken, row + rowSpan, column, columnSpan)) rowSpan++;
      for (let y = row; y < row + rowSpan; y++)
        for (let x = column; x < column + columnSpan; x++) taken[y * width + x] = 1;
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        left: columns[column] ?? 0,
        right: columns[column + columnSpan] ?? 0,
        top: rows[row] ?? 0,
        bottom: rows[row + rowSpan] ?? 0,
      });
    }
  }
  return cells;
}

/** Whether a row of boxes belongs to the cell above it. */
function goesOn(sides: Sides, taken: Uint8Array, row: number, column: number, span: number): boolean {
  for (let x = column; x < column + span; x++) {
    if (taken[row * sides.width + x] === 1 || sides.isAbove(row, x)) return false;
    if (x > column && sides.isBefore(row, x)) return false;
  }
  return true;
}

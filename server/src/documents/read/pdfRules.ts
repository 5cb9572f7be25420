import { LIMITS } from '../../text/limits.ts';
import { refuse } from '../refused.ts';
import type { Box } from './pdfPage.ts';

/** A line: where it lies across, and from where to where it reaches. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that belong together. */
export interface Lines {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Points: lines this near are one, and pieces of a line with such a gap. */
const [SAME_LINE, PIECES] = [1.5, 4];
/** Points that a line may end before the one that it meets. */
export const TOUCH = 2.5;
/** Points between the borders of a column or a row at least; the two lines of a double border are nearer. */
export const NARROWEST = 3.5;
/** Points that a line must reach beyond the last one across to show that the table is open there. */
export const OPEN = 6;
const SHORTEST = 5;
/** Crossings that are looked for; more are no tables but a drawing. */
const MOST_CROSSINGS = 2000 * 2000;

/** The lines of a page, those of one table together. */
export function linesByTable(boxes: readonly Box[]): Lines[] {
  const across = boxes.filter(isAcross).map(({ left, right, top, bottom }) => rule(top, bottom, left, right));
  const down = boxes.filter(isDown).map(({ left, right, top, bottom }) => rule(left, right, top, bottom));
  return openJoined(connected(joinedRules(across), joinedRules(down)));
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

/** Lines of which the pieces that lie in one line and touch are one. */
function joinedRules(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const line of neighbours(rules, ({ at }) => at, SAME_LINE)) {
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
export function neighbours<T>(items: readonly T[], placeOf: (item: T) => number, distance: number): T[][] {
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

/** Lines that touch one another, directly or through others. */
function connected(across: readonly Rule[], down: readonly Rule[]): Lines[] {
  if (across.length + down.length > LIMITS.documentCells || across.length * down.length > MOST_CROSSINGS)
    refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = i; at !== root;) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
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
  const joined: { lines: Lines; extent: Extent }[] = [];
  const ordered = groups.map(lines => ({ lines, extent: extentOf(lines) })).sort((a, b) => a.extent.top - b.extent.top);
  for (const { lines, extent } of ordered) {
    const before = joined.findLast(each => isOneTable(each.extent, extent));
    if (before) {
      const { across, down } = before.lines;
      before.lines = { across: [...across, ...lines.across], down: [...down, ...lines.down] };
      before.extent = extentOf(before.lines);
    } else joined.push({ lines, extent });
  }
  return joined.flatMap(({ lines }) => (lines.down.length > 0 ? [lines] : []));
}

type Extent = ReturnType<typeof extentOf>;

function isOneTable(a: Extent, b: Extent): boolean {
  if (!a.isOpen || !b.isOpen || Math.abs(a.from - b.from) > NARROWEST || Math.abs(a.to - b.to) > NARROWEST)
    return false;
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

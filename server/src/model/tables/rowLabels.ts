import type { RowSpec } from '../../format/types.ts';
import type { Cell } from '../../syntax/block.ts';
import { readCellValue } from '../../syntax/cellValue.ts';
import { fold } from '../../text/fold.ts';
import { isFigure, isWords } from './cells.ts';
import type { Matcher, RowHit } from './matcher.ts';

/** Cells of a row that may hold labels: two groups' and the row's own. */
export const MOST_LABEL_CELLS = 3;

/** What is known of a table when one of its rows is read. */
export interface LabelState {
  readonly matcher: Matcher;
  /** Whether the table has no columns. */
  readonly isFlat: boolean;
  /** Index in its part of the row last found; -1 before the first. */
  readonly lastRow: number;
  /** Rows that some label of the table names as the form does: no other label stands for them. */
  readonly named: ReadonlySet<RowSpec>;
  hasRow(row: RowSpec): boolean;
}

/** The label of a row and the official row that it names, if any. */
export interface RowLabel {
  /** Index of the last cell that belongs to the label. */
  readonly last: number;
  readonly cell: Cell | undefined;
  readonly row: RowHit | undefined;
}

/** Signs between the label of a group and one of its rows; or nothing, before the number of a label. */
const PATHS = [/[/／>＞→·｜:：—–－-]+/, /(?<=.)(?=[（(][一二三四五六七八九十]{1,2}[)）]|(?<!\d)\d{1,2}[.．、](?!\d))/];
/** A label behind those of its groups is no longer. */
const LONGEST_PATH = 120;

/**
 * The cells of a row, a label that is written behind those of its groups (三、本年度办理结果 / （一）予以公开,
 * （三）不予公开1.属于国家秘密) as if each of them had its own.
 */
export function withPaths(cells: readonly Cell[], matcher: Matcher): readonly Cell[] {
  const at = cells.findIndex(cell => cell.text !== '');
  const label = cells[at];
  if (!label || label.text.length > LONGEST_PATH || !isWords(label) || matcher.rows(label.text).length > 0)
    return cells;
  for (const path of PATHS) {
    const parts = label.text.split(path).map(part => part.trim());
    const isPath =
      parts.length > 1 &&
      parts.every((part, i) => (i < parts.length - 1 ? matcher.isNonDataLabel(part) : matcher.rows(part).length > 0));
    if (isPath) return [...cells.slice(0, at), ...parts.map(text => ({ ...label, text })), ...cells.slice(at + 1)];
  }
  return cells;
}

/** The label at the beginning of a row's cells; undefined where no row of the table stands there. */
export function readLabel(cells: readonly Cell[], state: LabelState): RowLabel | undefined {
  const { matcher, isFlat } = state;
  let last = -1;
  let best: RowHit | undefined;
  let bestCell: Cell | undefined;
  const path: string[] = [];
  // Words alone, of which one names a column and others nothing: a head whose other labels are not known.
  const isHead = !isFlat && cells.filter(isWords).length > 1 && !cells.some(isFigure);
  for (const [index, cell] of cells.entries()) {
    if (cell.text === '') continue;
    const found = matcher
      .rows(cell.text)
      .filter(hit => !isOnlyColumn(cell.text, hit, state, isHead) && !isOtherBroken(cell.text, hit, state));
    if (found.length === 0 && !matcher.isNonDataLabel(cell.text)) {
      if (isFlat) break;
      continue;
    }
    if (isFlat && index > 0) break;
    last = index;
    const chosen = choose(found, path, state);
    path.push(cell.text);
    if (chosen) {
      best = chosen;
      bestCell = cell;
    }
  }
  return best ? { last, cell: bestCell, row: best } : readUnknownLabel(cells, last, state);
}

/**
 * In a head, and without a grid, the name of a column (总计, 其他) is that of the row with these words only where that
 * row comes next: else it is the head, and the figures behind it belong to a row whose label is lost.
 */
function isOnlyColumn(
  text: string,
  { part, row, match }: RowHit,
  { isFlat, lastRow }: LabelState,
  isHead: boolean,
): boolean {
  if ((!isFlat && !isHead) || match === 'exact' || part.columns.find(text)?.match !== 'exact') return false;
  return part.spec.rows.indexOf(row) !== lastRow + 1;
}

/** Without a grid, whether the words of a row (3.其他) have the number of another that is not read yet: its beginning. */
function isOtherBroken(text: string, { row, match }: RowHit, { matcher, isFlat, hasRow }: LabelState): boolean {
  return isFlat && match !== 'exact' && matcher.beginsOther(text, row, other => !hasRow(other));
}

/** The label of a row that the form does not have, or that is written nearly as the form does. */
function readUnknownLabel(cells: readonly Cell[], lastNonData: number, state: LabelState): RowLabel | undefined {
  const { matcher, isFlat, named, hasRow } = state;
  const words = cells.findIndex(cell => cell.text !== '' && readCellValue(cell.text).kind === 'unreadable');
  if (lastNonData >= 0 && words <= lastNonData && !cells.slice(lastNonData + 1).some(isWords)) return undefined;
  const mostLabels = isFlat ? 1 : MOST_LABEL_CELLS;
  const lastOfFirst = cells
    .slice(0, mostLabels)
    .findLastIndex(cell => isWords(cell) && !/^\d+[^\d.、．,，]/.test(cell.text));
  const last = isFlat ? Math.max(0, lastNonData) : Math.max(lastNonData, words, lastOfFirst);
  const cell = cells[last];
  if (!cell) return undefined;
  const similar = matcher.similarRow(cell.text);
  const isFree = similar !== undefined && !hasRow(similar.row) && !named.has(similar.row);
  return { last, cell, row: isFree ? similar : undefined };
}

/** Of rows with the same words, the one whose merged labels stand before it, else the next in order. */
function choose(
  found: readonly RowHit[],
  path: readonly string[],
  { hasRow, lastRow }: LabelState,
): RowHit | undefined {
  if (found.length <= 1) return found[0];
  const before = new Set(path.map(fold));
  const inPath = found.filter(({ row }) => row.path.some(label => before.has(fold(label))));
  const list = inPath.length > 0 ? inPath : found;
  const open = list.filter(({ row }) => !hasRow(row));
  const ahead = open.filter(({ part, row }) => part.spec.rows.indexOf(row) > lastRow);
  return ahead[0] ?? open[0] ?? list[0];
}

import { readCellValue } from '../cellValue.ts';
import type { Cell, Row } from '../block.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { fold } from '../../text/fold.ts';
import type { ReadTable } from './layout.ts';

/** A table of fewer rows is no two. */
const LEAST_ROWS = 4;
/** What a table begins with is no longer. */
const LONGEST_OPENING = 60;

/**
 * The official tables of a draft that has them as one, as a sheet of a workbook does: a row of words with which another
 * official table begins, below rows of the one before, begins a table; so does the title of a section right above it.
 */
export function tablesJoinedIn(table: ReadTable, vocabulary: Vocabulary): readonly ReadTable[] {
  const { rows } = table;
  if (!vocabulary.openings || rows.length < LEAST_ROWS) return [table];
  const cuts: number[] = [];
  let open: string | undefined;
  for (const [r, row] of rows.entries()) {
    const id = openedBy(row, vocabulary.openings);
    if (id === undefined || id === open) continue;
    const isBelowOther = open !== undefined || rows.slice(0, r).some(({ cells }) => cells.some(isFigure));
    const at = isTitle(rows[r - 1], vocabulary) ? r - 1 : r;
    // A cell that is merged over both makes them one table.
    if (isBelowOther && !rows[at]?.cells.some(cell => cell.row < at)) cuts.push(at);
    open = id;
  }
  if (cuts.length === 0) return [table];
  return [0, ...cuts].map((from, i): ReadTable => {
    const to = cuts[i] ?? rows.length;
    const own = movedUp(rows.slice(from, to), from);
    const end = i === cuts.length ? table.end : (own.at(-1)?.span.end ?? table.end);
    return { ...table, rows: own, end };
  });
}

function openedBy({ cells }: Row, openings: ReadonlyMap<string, string>): string | undefined {
  let id: string | undefined;
  for (const cell of cells) {
    if (isFigure(cell)) return undefined;
    if (id === undefined && cell.text.length > 1 && cell.text.length <= LONGEST_OPENING)
      id = openings.get(fold(cell.text));
  }
  return id;
}

function isFigure({ text }: Cell): boolean {
  return readCellValue(text).kind === 'value';
}

/** Whether a row holds the title of a section alone. */
function isTitle(row: Row | undefined, vocabulary: Vocabulary): boolean {
  const [only, ...others] = new Set(row?.cells.flatMap(({ text }) => (text === '' ? [] : [text])));
  return (
    only !== undefined && others.length === 0 && vocabulary.isTitle(only.replace(/^[一二三四五六七八九十]{1,3}、/, ''))
  );
}

/** Rows with their cells counted from another first row; a merged cell stays one object. */
function movedUp(rows: readonly Row[], by: number): readonly Row[] {
  if (by === 0) return rows;
  const moved = new Map<Cell, Cell>();
  const move = (cell: Cell): Cell => {
    const known = moved.get(cell);
    if (known) return known;
    const copy = { ...cell, row: cell.row - by };
    moved.set(cell, copy);
    return copy;
  };
  return rows.map(row => ({ ...row, cells: row.cells.map(move) }));
}

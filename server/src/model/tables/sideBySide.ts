import type { Cell, Row, Table } from '../../syntax/block.ts';
import { fold } from '../../text/fold.ts';
import { cover } from '../../text/span.ts';
import type { Matcher } from './matcher.ts';

/** A head of fewer cells has no two halves with a label and a column each. */
const LEAST_CELLS = 4;
/** Captions above the head. */
const MOST_ROWS_ABOVE = 3;

/**
 * A table whose rows stand in two halves beside each other, below the same head twice, as the form has them: those of
 * the left half first; or with an empty column between two sides that each begin with the form's corner. The table
 * itself where it is none.
 */
export function belowEachOther(table: Table, matcher: Matcher): Table {
  const { rows, columnCount } = table;
  if (columnCount < LEAST_CELLS) return table;
  const gap = gapIn(table, matcher);
  if (gap !== undefined) {
    const sides = [columnsOf(rows, 0, gap), columnsOf(rows, gap + 1, columnCount)];
    return { ...table, rows: sides.flat(), columnCount: Math.max(gap, columnCount - gap - 1) };
  }
  if (columnCount % 2 > 0) return table;
  const head = rows.slice(0, MOST_ROWS_ABOVE + 1).findIndex(row => isHeadTwice(row, columnCount, matcher));
  if (head < 0) return table;
  const width = columnCount / 2;
  const halves = [0, width].map(from => columnsOf(rows.slice(head), from, from + width));
  return { ...table, rows: [...rows.slice(0, head), ...halves.flat()], columnCount: width };
}

/** An empty column on both sides of which a head with the form's corner and a column begins. */
function gapIn({ rows, columnCount }: Table, matcher: Matcher): number | undefined {
  const corners = new Set(matcher.parts.flatMap(({ spec: { corner } }) => (corner === '' ? [] : fold(corner))));
  for (const { cells } of rows.slice(0, MOST_ROWS_ABOVE + 1)) {
    const corner = fold(cells[0]?.text ?? '');
    if (!corners.has(corner)) continue;
    const gap = cells.findIndex(
      ({ text }, i) =>
        i > 1 &&
        i < columnCount - 2 &&
        text === '' &&
        fold(cells[i + 1]?.text ?? '') === corner &&
        matcher.parts.some(part => matcher.column(cells[i + 2]?.text ?? '', part) !== undefined),
    );
    const isEmpty = rows.every(row => row.cells[gap] === undefined || isBlankAlone(row.cells[gap]));
    if (gap > 0 && isEmpty) return gap;
  }
  return undefined;
}

function isBlankAlone({ text, columnSpan }: Cell): boolean {
  return text === '' && columnSpan === 1;
}

/** Some columns of rows that hold a text there. */
function columnsOf(rows: readonly Row[], from: number, to: number): Row[] {
  return rows.flatMap(({ cells }): Row[] => {
    const own = cells.slice(from, to);
    return own.some(({ text }) => text !== '') ? [{ span: spanOf(own), cells: own }] : [];
  });
}

function isHeadTwice({ cells }: Row, columnCount: number, matcher: Matcher): boolean {
  if (cells.length !== columnCount || cells[0]?.text === '') return false;
  const width = columnCount / 2;
  return (
    cells.every(({ columnSpan }) => columnSpan === 1) &&
    cells.slice(0, width).every(({ text }, i) => text === cells[width + i]?.text) &&
    cells.some(({ text }) => matcher.parts.some(part => matcher.column(text, part) !== undefined))
  );
}

function spanOf(cells: readonly Cell[]): Row['span'] {
  return cover(cells.map(({ span }) => span)) ?? { start: 0, end: 0 };
}

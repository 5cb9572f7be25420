import type { Cell, Row, Table } from '../../syntax/block.ts';
import { cover } from '../../text/span.ts';
import type { Matcher } from './matcher.ts';

/** A head of fewer cells has no two halves with a label and a column each. */
const LEAST_CELLS = 4;
/** Captions above the head. */
const MOST_ROWS_ABOVE = 3;

/**
 * A table whose rows stand in two halves beside each other, below the same head twice, as the form has them: those of
 * the left half first. The table itself where it is none.
 */
export function belowEachOther(table: Table, matcher: Matcher): Table {
  const { rows, columnCount } = table;
  if (columnCount < LEAST_CELLS || columnCount % 2 > 0) return table;
  const head = rows.slice(0, MOST_ROWS_ABOVE + 1).findIndex(row => isHeadTwice(row, columnCount, matcher));
  if (head < 0) return table;
  const width = columnCount / 2;
  const halves = [0, width].map(from =>
    rows.slice(head).flatMap(({ cells }): Row[] => {
      const own = cells.slice(from, from + width);
      return own.some(({ text }) => text !== '') ? [{ span: spanOf(own), cells: own }] : [];
    }),
  );
  return { ...table, rows: [...rows.slice(0, head), ...halves.flat()], columnCount: width };
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

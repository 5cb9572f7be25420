import type { Cell, Row, Table } from '../../syntax/block.ts';
import { cover } from '../../text/span.ts';
import type { Matcher } from './matcher.ts';

/** Fewer labels of rows stand in the head of any table: 其他 and 总计 name columns as well. */
const LEAST_ROWS = 5;
const LEAST_COLUMNS = 3;

/** Rows and columns that labels take up at most. */
const MOST_HEADS = 3;

/** A table whose rows and columns were exchanged, as the form has them; the table itself where they were not. */
export function upright(table: Table, matcher: Matcher): Table {
  if (table.columnCount < LEAST_ROWS || table.rows.length <= LEAST_COLUMNS) return table;
  const heads = new Set(
    table.rows
      .slice(0, MOST_HEADS)
      .flatMap(({ cells }) => cells.filter(({ text }) => text !== '' && matcher.rows(text).length > 0)),
  );
  if (heads.size < LEAST_ROWS) return table;
  const sides = table.rows
    .slice(1)
    .filter(({ cells }) =>
      matcher.parts.some(part =>
        cells.slice(0, MOST_HEADS).some(({ text }) => matcher.column(text, part) !== undefined),
      ),
    );
  return sides.length < LEAST_COLUMNS ? table : transposed(table);
}

/** The table with its merged cells merged the other way. */
function transposed(table: Table): Table {
  const turned = new Map<Cell, Cell>();
  const turn = (cell: Cell): Cell => {
    const { row: column, column: row, rowSpan: columnSpan, columnSpan: rowSpan } = cell;
    const found = turned.get(cell) ?? { ...cell, row, column, rowSpan, columnSpan };
    turned.set(cell, found);
    return found;
  };
  const rows = Array.from({ length: table.columnCount }, (_, r): Row => {
    const cells = table.rows.flatMap(({ cells: each }) => each.slice(r, r + 1).map(turn));
    return { span: cover(cells.map(({ span }) => span)) ?? table.span, cells };
  });
  return { ...table, rows, columnCount: table.rows.length };
}

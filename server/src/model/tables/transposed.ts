import type { Cell, Row, Table } from '../../syntax/block.ts';
import { cover } from '../../text/span.ts';
import type { Matcher } from './matcher.ts';

/** Fewer labels of rows stand in the head of any table: 其他 and 总计 name columns as well. */
const LEAST_ROWS = 5;
const LEAST_COLUMNS = 3;

/** A table whose rows and columns were exchanged, as the form has them; the table itself where they were not. */
export function upright(table: Table, matcher: Matcher): Table {
  const [head, ...others] = table.rows;
  if (!head || table.columnCount < LEAST_ROWS || others.length < LEAST_COLUMNS) return table;
  const heads = head.cells.filter(({ text }) => text !== '' && matcher.rows(text).length > 0);
  if (heads.length < LEAST_ROWS || head.cells.some(cell => cell.columnSpan > 1)) return table;
  const sides = others.filter(({ cells: [first] }) =>
    matcher.parts.some(part => first !== undefined && matcher.column(first.text, part) !== undefined),
  );
  return sides.length < LEAST_COLUMNS ? table : transposed(table);
}

function transposed(table: Table): Table {
  const rows = Array.from({ length: table.columnCount }, (_, r): Row => {
    const cells = table.rows.flatMap((row, column): Cell[] => {
      const cell = row.cells[r];
      return cell ? [{ ...cell, row: r, column, rowSpan: 1, columnSpan: 1 }] : [];
    });
    return { span: cover(cells.map(({ span }) => span)) ?? table.span, cells };
  });
  return { ...table, rows, columnCount: table.rows.length };
}

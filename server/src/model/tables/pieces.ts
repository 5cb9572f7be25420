import type { TableSpec } from '../../format/types.ts';
import type { Table } from '../../syntax/block.ts';
import { isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import { memoByObjectAndKey } from '../../text/memo.ts';
import { holdsLineOf } from './acrossRows.ts';
import { distinctCells, isWords } from './cells.ts';
import { matcherFor } from './matcher.ts';

/**
 * Whether a table that its labels do not tell may be a piece of an official table: section four's is one line of exactly
 * its figures; of the others, every word is a label or a piece of one, and rows without a whole label have a figure for
 * each column.
 */
export const looksLikePiece = memoByObjectAndKey((table: Table, spec: TableSpec): boolean => {
  if (spec.parts[0]?.rowsAcross) return holdsLineOf(table, spec);
  const matcher = matcherFor(spec);
  const widths = new Set(spec.parts.map(({ columns }) => columns.length).filter(width => width >= LEAST_COLUMNS));
  let filled = 0;
  for (const row of table.rows) {
    const cells = distinctCells(row.cells).filter(cell => cell.text !== '' && !isUnitText(cell.text));
    const words = cells.filter(isWords);
    const figures = cells.length - words.length;
    if (words.some(({ text }) => !matcher.isKnown(text))) return false;
    if (!cells.some(cell => readCellValue(cell.text).kind === 'value')) continue;
    if (!widths.has(figures) && !words.some(({ text }) => matcher.rows(text).length > 0)) return false;
    filled++;
  }
  return filled > 0;
});

/** Fewer figures may stand in a row of any table. */
const LEAST_COLUMNS = 5;

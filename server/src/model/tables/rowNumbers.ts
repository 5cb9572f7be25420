import type { Cell, Row, Table } from '../../syntax/block.ts';

/** The head of a column that numbers the rows. */
const HEAD = /^(?:序\s*号|行\s*次|行\s*号|编\s*号|no\.?)$/i;
const NUMBER = /^\d{1,3}[.、．]?$/;
/** The head stands in one of the first rows. */
const MOST_HEAD_ROWS = 4;
const LEAST_COLUMNS = 3;

/**
 * A table without a first column that does nothing but number its rows, and without the letters and numbers around a
 * sheet of a workbook; the table itself where there are none.
 */
export function withoutRowNumbers(written: Table): Table {
  if (written.columnCount < LEAST_COLUMNS) return written;
  const table = withoutSheetHeads(written);
  const { rows, columnCount } = table;
  const head = rows.slice(0, MOST_HEAD_ROWS).find(({ cells: [first] }) => first !== undefined && isHead(first));
  if (!head) return table;
  const numbers = rows.filter(({ cells: [first] }) => first && NUMBER.test(first.text.trim()));
  if (numbers.length === 0 || !rows.every(row => isNumbered(row) || isCaption(row))) return table;
  return {
    ...table,
    rows: rows.map(row => ({ ...row, cells: isNumbered(row) ? row.cells.slice(1) : withoutSecond(row) })),
    columnCount: columnCount - 1,
  };
}

/** Without a first row of letters, A, B, C …; the rows below it are numbered then. */
function withoutSheetHeads(table: Table): Table {
  const [letters, ...rows] = table.rows;
  const texts = letters?.cells.map(({ text }) => text.trim()) ?? [];
  const from = texts[0] === '' ? 1 : 0;
  const areLetters =
    texts.length - from >= LEAST_COLUMNS && texts.slice(from).every((text, i) => text === LETTERS.charAt(i));
  if (!areLetters) return table;
  const areNumbered = from === 1 && rows.every(({ cells: [first] }, i) => first?.text.trim() === String(i + 1));
  return {
    ...table,
    rows: areNumbered ? rows.map(row => ({ ...row, cells: row.cells.slice(1) })) : rows,
    columnCount: table.columnCount - (areNumbered ? 1 : 0),
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function isHead({ text, columnSpan }: Cell): boolean {
  return columnSpan === 1 && HEAD.test(text.trim());
}

function isNumbered({ cells: [first] }: Row): boolean {
  return first !== undefined && (isHead(first) || first.text === '' || NUMBER.test(first.text.trim()));
}

/** Words over the whole row. */
function isCaption({ cells: [first, ...others] }: Row): boolean {
  return others.length > 0 && others.every(cell => cell === first || cell.text === '');
}

function withoutSecond({ cells }: Row): readonly Cell[] {
  return cells.filter((_, i) => i !== 1);
}

import type { CellDemands, CellType, ColumnSpec, FigureType, RowSpec, TableSpec, WordsType } from './types.ts';

const WORDS: Readonly<Record<WordsType, true>> = {
  text: true,
  address: true,
  yesNo: true,
  choice: true,
  choices: true,
  identifier: true,
};

const FIGURES: Readonly<Record<FigureType, true>> = { count: true, change: true, amount: true, decimal: true };

export const FIGURE_TYPES: readonly string[] = Object.keys(FIGURES);

/** All kinds of cell, those of figures first. */
export const CELL_TYPES: readonly string[] = [...FIGURE_TYPES, ...Object.keys(WORDS)];

/** Whether a cell of a kind holds words: nothing reckons with it, and no number formatting touches it. */
export function isForWords(type: CellType): type is WordsType {
  return type in WORDS;
}

/** What is demanded of the cell of a row and a column: by the row where it names a kind of cell, else by the column. */
export function demandsOn(row: RowSpec, column: ColumnSpec): CellDemands & { readonly type: CellType } {
  return row.type === undefined ? column : { ...row, type: row.type };
}

/** The answers that a cell of the kind `yesNo` may hold; the first two are offered. */
export const YES_AND_NO: readonly string[] = ['是', '否', '有', '无'];

/** Whether a table is one of labels with their values beside them. */
export function isKeyValue({ parts }: TableSpec): boolean {
  return parts.some(({ keyValue }) => keyValue === true);
}

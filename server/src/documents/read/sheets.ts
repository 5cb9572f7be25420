import { VOCABULARY } from '../../model/vocabulary.ts';
import { isFigureText } from '../../syntax/cellValue.ts';
import { isLabel, readHeading } from '../../syntax/headings.ts';
import { loss, remark } from '../notes.ts';
import { withoutPhantoms, type Grid, type GridCell, type Piece, type ReadDocument } from '../pieces.ts';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Undefined for a hidden one. */
  readonly grid: Grid | undefined;
  /** Cells that hold an error value. */
  readonly errors: number;
  /** Cells with a formula of which no program has stored the value. */
  readonly uncomputed: number;
  /** Cells of which a part is struck out. */
  readonly struck: number;
}

/** Sheet names that a note lists. */
const MOST_NAMES = 5;
/** Labels of official tables in a sheet from which on it is taken for one. */
const FEWEST_LABELS = 3;

/**
 * A workbook's visible sheets, each as the lines above its table, the table, and the lines below, or as several of
 * these where a whole report stands on it. Where some hold official tables only those are taken; what is left out is
 * named.
 */
export function workbookPieces(sheets: readonly Sheet[]): ReadDocument {
  const visible = sheets.flatMap(({ grid, ...sheet }) => (grid ? [{ ...sheet, grid }] : []));
  const official = visible.filter(({ grid }) => holdsLabels(grid));
  const taken = official.length > 0 ? official : visible;
  const left = sheets.filter(({ name }) => !taken.some(each => each.name === name)).map(({ name }) => name);
  const sum = (count: (sheet: (typeof taken)[number]) => number) => taken.reduce((all, sheet) => all + count(sheet), 0);
  const errors = sum(sheet => sheet.errors);
  const uncomputed = sum(sheet => sheet.uncomputed);
  const struck = sum(sheet => sheet.struck);
  return {
    pieces: taken.flatMap(({ grid }) => piecesOf(grid)),
    notes: [
      ...(left.length > 0
        ? [loss('documents.note.sheets', { count: left.length, names: left.slice(0, MOST_NAMES).join('、') })]
        : []),
      ...(uncomputed > 0 ? [loss('documents.note.uncomputed', { count: uncomputed })] : []),
      ...(struck > 0 ? [loss('documents.note.struck', { count: struck })] : []),
      ...(errors > 0 ? [remark('documents.note.cellErrors', { count: errors })] : []),
    ],
  };
}

function holdsLabels({ rows }: Grid): boolean {
  let found = 0;
  for (const { text } of rows.flat()) if (isLabel(text.text, VOCABULARY)) found++;
  return found >= FEWEST_LABELS;
}

/** A sheet's lines and tables: the title of a section, alone in its row, begins a new part. */
function piecesOf(grid: Grid): Piece[] {
  const cuts: number[] = [];
  let covered = 0;
  for (const [row, cells] of grid.rows.entries()) {
    const [only, ...others] = cells.filter(({ text }) => text.text !== '');
    if (row >= covered && others.length === 0 && only?.rowSpan === 1 && isSectionTitle(only.text.text)) cuts.push(row);
    covered = Math.max(covered, ...cells.map(({ rowSpan }) => row + rowSpan));
  }
  return [0, ...cuts].flatMap((from, i) =>
    partPieces({ columnCount: grid.columnCount, rows: grid.rows.slice(from, cuts[i]) }),
  );
}

function isSectionTitle(text: string): boolean {
  const heading = readHeading(text, VOCABULARY);
  return (
    heading?.rest === undefined &&
    heading !== null &&
    VOCABULARY.isTitle(text.slice(heading.title.start, heading.title.end))
  );
}

/** Lines and a table: rows at the beginning and the end that hold one text only are lines. */
function partPieces(grid: Grid): Piece[] {
  const texts = grid.rows.map(cells => cells.filter(({ text }) => text.text !== ''));
  const isLine = (row: number) => {
    const [only, ...others] = texts[row] ?? [];
    return others.length === 0 && (!only || (only.rowSpan === 1 && !isLabel(only.text.text, VOCABULARY)));
  };
  let start = 0;
  while (start < grid.rows.length && isLine(start)) start++;
  let end = grid.rows.length;
  while (end > start && isLine(end - 1)) end--;
  const lines = (from: number, to: number) =>
    texts.slice(from, to).flatMap(cells => cells.map(({ text }): Piece => ({ kind: 'paragraph', text })));
  const table = grid.rows.slice(start, end);
  return [
    ...lines(0, start),
    ...(table.length > 0
      ? withoutNeighbour({ columnCount: grid.columnCount, rows: table }).map((each): Piece => ({
          kind: 'table',
          grid: withoutPhantoms(each),
        }))
      : []),
    ...lines(end, grid.rows.length),
  ];
}

/**
 * An official table, and what stands at its right behind an empty column, as notes and sums that check it: it holds no
 * label, while the table before it has labels and figures.
 */
function withoutNeighbour({ columnCount, rows }: Grid): Grid[] {
  const cells = rows.flat();
  const filled = new Set(
    cells.flatMap(({ column, columnSpan, rowSpan, text }) =>
      text.text !== '' || columnSpan > 1 || rowSpan > 1 ? Array.from({ length: columnSpan }, (_, i) => column + i) : [],
    ),
  );
  const lastLabel = Math.max(...cells.map(each => (isLabel(each.text.text, VOCABULARY) ? endOf(each) : 0)));
  const hasFigures = (to: number) =>
    cells.some(({ column, text }) => column < to && text.text !== '' && isFigureText(text.text));
  for (let gap = lastLabel; gap < columnCount - 1; gap++) {
    if (filled.has(gap) || gap === 0 || !hasFigures(gap)) continue;
    const part = (from: number, to: number): Grid => ({
      columnCount: to - from,
      rows: rows.map(row =>
        row.flatMap(each => (each.column >= from && each.column < to ? [{ ...each, column: each.column - from }] : [])),
      ),
    });
    return [part(0, gap), part(gap + 1, columnCount)];
  }
  return [{ columnCount, rows }];
}

function endOf({ column, columnSpan }: GridCell): number {
  return column + columnSpan;
}

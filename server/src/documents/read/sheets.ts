import { EDITIONS } from '../../format/index.ts';
import { VOCABULARY } from '../../model/vocabulary.ts';
import { isFigureText, readCellValue } from '../../syntax/cellValue.ts';
import { isLabel, readHeading } from '../../syntax/headings.ts';
import { coreOf } from '../../text/fold.ts';
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
  /** Hidden rows and columns in which something is written. */
  readonly hidden: number;
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
  const taken = official.length > 0 ? ofLastYear(official) : visible;
  const left = sheets.filter(({ name }) => !taken.some(each => each.name === name)).map(({ name }) => name);
  const sum = (count: (sheet: (typeof taken)[number]) => number) => taken.reduce((all, sheet) => all + count(sheet), 0);
  const errors = sum(sheet => sheet.errors);
  const uncomputed = sum(sheet => sheet.uncomputed);
  const struck = sum(sheet => sheet.struck);
  const hidden = sum(sheet => sheet.hidden);
  return {
    pieces: taken.flatMap(({ grid }) => partsBeside(grid).flatMap(piecesOf)),
    notes: [
      ...(left.length > 0
        ? [loss('documents.note.sheets', { count: left.length, names: left.slice(0, MOST_NAMES).join('、') })]
        : []),
      ...(uncomputed > 0 ? [loss('documents.note.uncomputed', { count: uncomputed })] : []),
      ...(hidden > 0 ? [loss('documents.note.hidden', { count: hidden })] : []),
      ...(struck > 0 ? [loss('documents.note.struck', { count: struck })] : []),
      ...(errors > 0 ? [remark('documents.note.cellErrors', { count: errors })] : []),
    ],
  };
}

/** Of sheets that bear several years those of the last year that has figures, and those that bear none. */
function ofLastYear<T extends Pick<Sheet, 'name'> & { readonly grid: Grid }>(sheets: readonly T[]): readonly T[] {
  const years = sheets.map(yearOf);
  const filled = sheets.flatMap(({ grid }, i) => (grid.rows.flat().some(isAboveZero) ? (years[i] ?? []) : []));
  const last = Math.max(...filled);
  return filled.length === 0 ? sheets : sheets.filter((_, i) => years[i] === undefined || years[i] === last);
}

const TITLE_ROWS = 4;
const LONGEST_TITLE = 60;

/** The year that a sheet's first lines name, else its own name. */
function yearOf({ name, grid }: Pick<Sheet, 'name'> & { readonly grid: Grid }): number | undefined {
  const lines = grid.rows.slice(0, TITLE_ROWS).flatMap(row => row.filter(({ text }) => text.text !== ''));
  const titles = lines.map(({ text }) => text.text).filter(text => text.length <= LONGEST_TITLE);
  const years = new Set(
    titles.flatMap(text => [...text.matchAll(/(?<!\d)(20\d\d)\s?年/g)].map(([, year]) => Number(year))),
  );
  if (years.size > 1) return undefined;
  const [year] = years.size > 0 ? years : [Number(/(?<!\d)20\d\d(?!\d)/.exec(name)?.[0])];
  return year === undefined || Number.isNaN(year) ? undefined : year;
}

function isAboveZero({ text }: GridCell): boolean {
  const value = readCellValue(text.text);
  return value.kind === 'value' && value.value > 0;
}

function holdsLabels({ rows }: Grid): boolean {
  let found = 0;
  for (const { text } of rows.flat()) if (isLabel(text.text, VOCABULARY)) found++;
  return found >= FEWEST_LABELS;
}

/** The parts of a sheet whose tables stand beside each other; the sheet as one where none do. */
function partsBeside(grid: Grid): Grid[] {
  const parts = bandsOf(grid).map(tablesBeside);
  return parts.some(({ length }) => length > 1) ? parts.flat() : [grid];
}

/** What blank rows part. */
function bandsOf({ columnCount, rows }: Grid): Grid[] {
  const bands: (readonly GridCell[])[][] = [[]];
  let covered = 0;
  for (const [r, row] of rows.entries()) {
    if (r >= covered && row.every(({ text }) => text.text === '')) bands.push([]);
    else bands.at(-1)?.push(row);
    covered = Math.max(covered, ...row.map(({ rowSpan }) => r + rowSpan));
  }
  return bands.map(band => ({ columnCount, rows: band }));
}

/** Tables beside each other: the labels of an official one's rows stand right of another's labels and figures. */
function tablesBeside(grid: Grid): Grid[] {
  const behind = grid.rows.flatMap(row => {
    const label = row.findIndex(isRowLabel);
    const figure = row.findIndex((cell, i) => label >= 0 && i > label && isFilledIn(cell));
    return figure < 0 ? [] : row.slice(figure).filter(isRowLabel);
  });
  const first = Math.min(...behind.map(({ column }) => column));
  if (behind.length < FEWEST_LABELS) return [grid];
  const cells = grid.rows.flat().filter(({ text }) => text.text !== '');
  let end = 0;
  for (const cell of cells) if (endOf(cell) <= first && isFilledIn(cell)) end = Math.max(end, endOf(cell));
  let at = first;
  for (const { column } of cells) if (column >= end) at = Math.min(at, column);
  return [columnsOf(grid, 0, at), ...tablesBeside(columnsOf(grid, at, grid.columnCount))];
}

function isRowLabel({ text }: GridCell): boolean {
  return ROW_LABELS.has(coreOf(text.text));
}

function isFilledIn({ text }: GridCell): boolean {
  return text.text !== '' && isFigureText(text.text);
}

const ROW_LABELS: ReadonlySet<string> = new Set(
  EDITIONS.flatMap(({ tables }) => tables)
    .flatMap(({ parts }) => parts)
    .flatMap(({ rows }) => rows.map(({ label }) => coreOf(label)))
    .filter(core => core.length > 2),
);

/** Some columns of a grid; a cell that is merged over the edge keeps what lies inside. */
function columnsOf({ rows }: Grid, from: number, to: number): Grid {
  return {
    columnCount: to - from,
    rows: rows.map(row =>
      row.flatMap(each =>
        each.column >= from && each.column < to
          ? [{ ...each, column: each.column - from, columnSpan: Math.min(each.columnSpan, to - each.column) }]
          : [],
      ),
    ),
  };
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
function withoutNeighbour(grid: Grid): Grid[] {
  const { columnCount, rows } = grid;
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
    return [columnsOf(grid, 0, gap), columnsOf(grid, gap + 1, columnCount)];
  }
  return [grid];
}

function endOf({ column, columnSpan }: GridCell): number {
  return column + columnSpan;
}

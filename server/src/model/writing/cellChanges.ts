import type { ColumnSpec, PartSpec, RowSpec } from '../../format/types.ts';
import type { Cell, Placed, Table } from '../../syntax/block.ts';
import type { Change } from '../../text/change.ts';
import type { Source } from '../../text/source.ts';
import { memoByObject } from '../../text/memo.ts';
import { shift, type Span } from '../../text/span.ts';
import { quantityIn } from '../tables/bindingBuilder.ts';
import { figureKey, type BoundTable, type Figure, type TableContent } from '../report.ts';
import { hasCells } from './aroundTable.ts';
import { blockOf, intoCell } from './intoCell.ts';

/** Texts for cells of one table, by {@link figureKey}; an empty text empties the cell. */
export type CellTexts = ReadonlyMap<string, string>;

/** Figures that stand in one line of the form, and the cells that are to change in it. */
export interface LineOfCells {
  readonly cells: readonly { readonly row: RowSpec; readonly column: ColumnSpec }[];
  /** Those of {@link CellTexts} that it holds. */
  readonly texts: CellTexts;
}

/** Stands for a blank cell where a layout has no room for one: it is read as no number. */
export const NO_FIGURE = '—';

/** The lines of a table in which cells are to change: a row, or all rows where they stand side by side. */
export function linesOf({ spec }: Pick<BoundTable, 'spec'>, texts: CellTexts): readonly LineOfCells[] {
  return spec.parts.flatMap(part => rowsTogether(part).flatMap(rows => lineOf(rows, part.columns, texts) ?? []));
}

function rowsTogether({ rows, rowsAcross }: PartSpec): readonly (readonly RowSpec[])[] {
  return rowsAcross === true ? [rows] : rows.map(row => [row]);
}

function lineOf(rows: readonly RowSpec[], columns: readonly ColumnSpec[], texts: CellTexts): LineOfCells | undefined {
  const cells = rows.flatMap(row => columns.map(column => ({ row, column })));
  const own = new Map(
    cells.flatMap(({ row, column }) => {
      const key = figureKey(row.key, column.key);
      const text = texts.get(key);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
  return own.size === 0 ? undefined : { cells, texts: own };
}

/**
 * Changes that put texts into a line of cells; the ways to do so, the one that changes least first. None where the
 * draft has no place for them. Whether a way is read again as it is meant has to be tried: layouts without cells are
 * read by what stands around a figure.
 */
export function waysToWrite(source: Source, table: BoundTable, line: LineOfCells): readonly (readonly Change[])[] {
  const cellByCell = inTheirCells(source, table, line);
  const copies = cellByCell && inTheirCopies(source, table, line);
  const asWhole = isWithoutCells(table, line) ? wholeLine(source, table, line) : undefined;
  return [cellByCell, copies && [...cellByCell, ...copies], asWhole && [asWhole]].filter(way => way !== undefined);
}

/** Whether the draft has a place for a figure: its cell, or the label of its row in a layout without cells. */
function hasPlaceFor(table: BoundTable, row: RowSpec, column: ColumnSpec): boolean {
  if (table.figures.has(figureKey(row.key, column.key))) return true;
  const line = { cells: [{ row, column }], texts: new Map() };
  return labelOf(table, line) !== undefined;
}

/** A table with blank figures for the cells that are not written and have a place; the table itself without any. */
export const withBlankCells = memoByObject((table: BoundTable): TableContent => {
  const blanks = table.spec.parts.flatMap(({ rows, columns }) =>
    rows.flatMap(row =>
      columns.flatMap((column): [string, Figure][] => {
        const key = figureKey(row.key, column.key);
        if (table.figures.has(key) || !hasPlaceFor(table, row, column)) return [];
        return [[key, { row, column, quantity: quantityIn(row, column, ''), span: { start: 0, end: 0 }, text: '' }]];
      }),
    ),
  );
  return blanks.length === 0 ? table : { ...table, figures: new Map([...table.figures, ...blanks]) };
});

function isWithoutCells(table: BoundTable, line: LineOfCells): boolean {
  const figure = figuresOf(table, line).find(each => each !== undefined);
  const placed = figure ? blockOf(table, figure.span) : table.blocks.find(({ block }) => !hasCells(block));
  return placed !== undefined && !hasCells(placed.block);
}

function figuresOf({ figures }: BoundTable, { cells }: LineOfCells): readonly (Figure | undefined)[] {
  return cells.map(({ row, column }) => figures.get(figureKey(row.key, column.key)));
}

/** Each text in its cell; undefined where one has none. */
function inTheirCells(source: Source, table: BoundTable, { texts }: LineOfCells): Change[] | undefined {
  const changes: Change[] = [];
  for (const [key, text] of texts) {
    const figure = table.figures.get(key);
    const placed = figure && blockOf(table, figure.span);
    if (!figure || !placed || figure.isSplit === true) return undefined;
    const change = intoCell(source, table, figure, text === '' && !hasCells(placed.block) ? NO_FIGURE : text);
    if (!change) return undefined;
    changes.push(change);
  }
  return changes.sort((a, b) => a.span.start - b.span.start);
}

/** Each text in the cells behind its own that repeat it, as some programs copy merged cells; undefined for none. */
function inTheirCopies(source: Source, table: BoundTable, { texts }: LineOfCells): Change[] | undefined {
  const changes: Change[] = [];
  for (const [key, text] of texts) {
    const figure = table.figures.get(key);
    const placed = figure && blockOf(table, figure.span);
    if (!figure || !placed || figure.text === '' || !hasCells(placed.block)) continue;
    const isOwn = ({ span }: Cell) => span.start + placed.at === figure.span.start;
    const row = placed.block.rows.find(({ cells }) => cells.some(isOwn));
    const cells = [...new Set(row?.cells ?? [])];
    for (const cell of cells.slice(cells.findIndex(isOwn) + 1)) {
      if (cell.text !== figure.text) break;
      const change = intoCell(source, table, { ...figure, span: shift(cell.span, placed.at) }, text);
      if (change) changes.push(change);
    }
  }
  return changes.length === 0 ? undefined : changes;
}

/**
 * A line of a layout without cells written as a whole: in the place of its figures, else behind its label. Blank cells
 * get a dash there, or the figures behind them would move forward.
 */
function wholeLine(source: Source, table: BoundTable, line: LineOfCells): Change | undefined {
  const figures = figuresOf(table, line);
  const known = figures.filter(figure => figure !== undefined);
  const texts = line.cells.map(({ row, column }, i) => {
    const text = line.texts.get(figureKey(row.key, column.key)) ?? figures[i]?.text ?? '';
    return text === '' ? NO_FIGURE : text;
  });
  const first = known[0];
  if (first) {
    const last = known.reduce((a, b) => (b.span.end > a.span.end ? b : a));
    const placed = blockOf(table, first.span);
    if (!placed || !holdsFiguresAlone(source, known)) return undefined;
    const separator = separatorIn(source, table, placed);
    return { span: { start: first.span.start, end: last.span.end }, text: texts.join(separator) };
  }
  const label = labelOf(table, line);
  if (!label) return undefined;
  const separator = separatorIn(source, table, label.placed);
  return { span: { start: label.end, end: label.end }, text: texts.map(text => separator + text).join('') };
}

/** Whether nothing but blanks, line ends and bars stands between figures. */
function holdsFiguresAlone(source: Source, figures: readonly Figure[]): boolean {
  return figures.every((figure, i) => {
    const next = figures[i + 1];
    return !next || /^[\s|\u00a0\u3000]*$/.test(source.slice({ start: figure.span.end, end: next.span.start }));
  });
}

/** End of a row's label, behind which its figures belong; of the last label where rows stand side by side. */
function labelOf(table: BoundTable, { cells }: LineOfCells): { placed: Placed<Table>; end: number } | undefined {
  const part = table.spec.parts.find(({ rows }) => rows.some(row => row === cells[0]?.row));
  if (part?.rowsAcross === true) {
    const placed = table.blocks.at(-1);
    const last = placed?.block.rows.at(-1)?.cells.at(-1);
    return placed && last && !hasCells(placed.block) ? { placed, end: placed.at + last.span.end } : undefined;
  }
  const bound = table.parts.flatMap(({ rows }) => rows).find(({ spec }) => spec === cells[0]?.row);
  const placed = bound && blockOf(table, bound.labelSpan);
  if (!placed || bound.label === '' || hasCells(placed.block)) return undefined;
  return { placed, end: bound.labelSpan.end };
}

const LONGEST_SEPARATOR = 8;

/** What stands between two figures of a block, else between two of its cells. */
function separatorIn(source: Source, table: BoundTable, { at, block }: Placed<Table>): string {
  const between = (left: Span, right: Span): string | undefined => {
    const text = source.slice({ start: left.end, end: right.start });
    return text !== '' && text.length <= LONGEST_SEPARATOR && /^[\s|\u00a0\u3000]+$/.test(text) ? text : undefined;
  };
  const figures = [...table.figures.values()].map(({ span }) => span).sort((a, b) => a.start - b.start);
  const cells = block.rows.flatMap(row => row.cells).map(({ span }) => shift(span, at));
  for (const spans of [figures, cells]) {
    for (const [i, left] of spans.entries()) {
      const right = spans[i + 1];
      const found = right && between(left, right);
      if (found !== undefined) return block.layout === 'aligned' && !found.includes('\n') ? '  ' : found;
    }
  }
  return block.layout === 'cellPerLine' ? '\n' : '  ';
}

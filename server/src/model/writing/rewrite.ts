import type { LayoutCell, TableSpec } from '../../format/types.ts';
import { type Cell, isKind, type Placed, type Table } from '../../syntax/block.ts';
import { isWebPage } from '../../syntax/webPage.ts';
import { parse } from '../../syntax/readBlocks.ts';
import type { Change } from '../../text/change.ts';
import { coreOf, fold, similarity } from '../../text/fold.ts';
import type { Source } from '../../text/source.ts';
import { shift, type Span } from '../../text/span.ts';
import { bindTable } from '../tables/binder.ts';
import type { Binding } from '../tables/bindingBuilder.ts';
import { type Figure, type Report } from '../report.ts';
import { VOCABULARY } from '../vocabulary.ts';
import { cellText, writeGrid, writeTable, type TableLayout } from './write.ts';

/** A table with more cells is nobody's to convert by hand; reading it again at each move of the cursor would cost too much. */
const MOST_CELLS = 5000;

/**
 * A table written in another layout; every text in it is kept. Undefined where it has that layout already, or where the
 * layout could not be read back with the same figures (lines end with `\n`).
 *
 * A table laid out as the official form gets its merged cells; in another one, merged cells are put together as far as
 * the form's labels tell. Text beside the cells (a caption, comments) is put before and behind the table.
 */
export function convertTable(report: Report, placed: Placed<Table>, layout: TableLayout): Change | undefined {
  const { at, block } = placed;
  if (block.layout === layout || isWebPage(report.source.text)) return undefined;
  if (block.rows.reduce((count, { cells }) => count + cells.length, 0) > MOST_CELLS) return undefined;
  const binding = bindTable(block, report.edition);
  for (const text of writings(block, binding, layout)) {
    if (!isReadAs(text, layout, block, binding, report)) continue;
    const span = shift(block.span, at);
    const { before, behind } = besideCells(report.source, placed);
    return placeTable(report.source, span, [...before, text, ...behind].join('\n\n'));
  }
  return undefined;
}

/** The table in a layout, the best form first. */
function* writings(block: Table, binding: Binding | null, layout: TableLayout): Iterable<string> {
  const write = (cell: LayoutCell): string => (cell.kind === 'text' ? cellText(cell.text, layout) : '');
  const official = binding ? officialGrid(block, binding.spec) : undefined;
  if (official) yield writeGrid(official, layout, write);
  if (binding && !hasCells(block) && isComplete(block, binding)) {
    yield writeTable(binding.spec, layout, (row, column) =>
      cellText(binding.figures.get(`${row}.${column}`)?.text ?? '', layout),
    );
  }
  if (!hasCells(block)) return;
  if (binding && layout === 'html') yield writeGrid(mergedGrid(block, binding), layout, write);
  yield writeGrid(rectangular(plainGrid(block), block.columnCount, layout), layout, write);
}

/** Whether a table's layout has signs that part its cells; in the others merged and empty cells may be lost. */
function hasCells({ layout }: Table): boolean {
  switch (layout) {
    case 'pipe':
    case 'html':
    case 'tabbed':
    case 'grid':
      return true;
    case 'aligned':
    case 'cellPerLine':
    case 'inLine':
      return false;
  }
}

/** The table's text in its place, parted from what stands around it. */
export function placeTable(source: Source, span: Span, text: string): Change {
  const first = source.line(source.lineAt(span.start));
  const last = source.line(source.lineAt(span.end));
  const lineBefore = source.lineAt(span.start) - 1;
  const lineBehind = source.lineAt(span.end) + 1;
  const isFilled = (of: Span) => source.slice(of).trim() !== '';
  const startsLine = !isFilled({ start: first.start, end: span.start });
  const endsLine = !isFilled({ start: span.end, end: last.end });
  const before = !startsLine ? '\n\n' : lineBefore >= 0 && isFilled(source.line(lineBefore)) ? '\n' : '';
  const behind = !endsLine ? '\n\n' : lineBehind < source.lineCount && isFilled(source.line(lineBehind)) ? '\n' : '';
  // An indented tag would make the first row an indented one.
  return { span: { start: startsLine ? first.start : span.start, end: span.end }, text: before + text + behind };
}

// ── Grids ──

/** Cells at their places; a merged one stands in all of its own. */
function gridOf({ rows }: Table): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  for (const cell of new Set(rows.flatMap(({ cells }) => cells))) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      const line = grid[r];
      if (line) for (let c = cell.column; c < cell.column + cell.columnSpan; c++) line[c] ??= cell;
    }
  }
  return grid;
}

/** The texts of a table that is laid out as the official form, or as some of its rows, with the form's merged cells. */
function officialGrid(block: Table, { layout }: TableSpec): LayoutCell[][] | undefined {
  const grid = gridOf(block);
  const form = placesOf(layout);
  for (let from = 0; from + grid.length <= layout.length; from++) {
    const found = fitAt(grid, form.slice(from, from + grid.length), from);
    if (found) return found;
  }
  return undefined;
}

interface FormPlace {
  readonly cell: LayoutCell;
  readonly row: number;
  readonly column: number;
}

/** The form's cells with the grid place at which each starts, row by row. */
function placesOf(layout: TableSpec['layout']): FormPlace[][] {
  const taken: boolean[][] = layout.map(() => []);
  return layout.map((cells, row) => {
    let column = 0;
    return cells.map(cell => {
      while (taken[row]?.[column]) column++;
      const place = { cell, row, column };
      for (let r = row; r < row + (cell.rowSpan ?? 1); r++) {
        const line = taken[r];
        if (line) for (let c = column; c < column + (cell.columnSpan ?? 1); c++) line[c] = true;
      }
      return place;
    });
  });
}

/** Labels that must be those of the form for a grid to be it. */
const ENOUGH_LABELS = 0.6;

function fitAt(
  grid: readonly (readonly (Cell | undefined)[])[],
  form: readonly (readonly FormPlace[])[],
  from: number,
): LayoutCell[][] | undefined {
  let labels = 0;
  let fitting = 0;
  const columns = Math.max(...form.flat().map(({ cell, column }) => column + (cell.columnSpan ?? 1)));
  if (grid.some(line => line.length > columns)) return undefined;
  const result: LayoutCell[][] = [];
  for (const places of form) {
    const line: LayoutCell[] = [];
    for (const { cell, row, column } of places) {
      const { rowSpan = 1, columnSpan = 1 } = cell;
      if (row - from + rowSpan > grid.length) return undefined;
      const own = grid[row - from]?.[column];
      const text = own?.text ?? '';
      for (let r = row - from; r < row - from + rowSpan; r++) {
        for (let c = column; c < column + columnSpan; c++) {
          const covered = grid[r]?.[c];
          if (covered && covered.text !== '' && covered.text !== text) return undefined;
        }
      }
      // A cell that reaches out of its place belongs to another form.
      if (
        own &&
        (own.column < column ||
          own.column + own.columnSpan > column + columnSpan ||
          own.row < row - from ||
          own.row + own.rowSpan > row - from + rowSpan)
      )
        return undefined;
      if (cell.kind === 'text' && cell.text !== '') {
        labels++;
        if (text === '') return undefined;
        if (isLike(text, cell.text)) fitting++;
      }
      line.push({ kind: 'text', text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(columnSpan > 1 ? { columnSpan } : {}) });
    }
    result.push(line);
  }
  return fitting >= labels * ENOUGH_LABELS && labels > 0 ? result : undefined;
}

function isLike(text: string, label: string): boolean {
  return fold(text) === fold(label) || coreOf(text) === coreOf(label) || similarity(coreOf(text), coreOf(label)) >= 0.5;
}

/** Each cell once with its own extent. */
function plainGrid(block: Table): LayoutCell[][] {
  const seen = new Set<Cell>();
  return block.rows.map(({ cells }) =>
    cells.flatMap((cell): LayoutCell[] => {
      if (seen.has(cell)) return [];
      seen.add(cell);
      return [written(cell, cell.rowSpan, cell.columnSpan)];
    }),
  );
}

function written({ text }: Cell, rowSpan: number, columnSpan: number): LayoutCell {
  return { kind: 'text', text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(columnSpan > 1 ? { columnSpan } : {}) };
}

/** Markdown drops cells that stand behind the header's last one. */
function rectangular(grid: LayoutCell[][], columnCount: number, layout: TableLayout): LayoutCell[][] {
  const [header] = grid;
  if (layout !== 'pipe' || !header) return grid;
  const width = header.reduce((sum, { columnSpan = 1 }) => sum + columnSpan, 0);
  const missing = Array.from({ length: Math.max(0, columnCount - width) }, (): LayoutCell => ({
    kind: 'text',
    text: '',
  }));
  return [[...header, ...missing], ...grid.slice(1)];
}

/**
 * The grid with merged cells as the form's labels tell: a label takes the empty places that it covers in the form, one
 * before several rows those down to the next label. Places of figures are never taken.
 */
function mergedGrid(block: Table, { spec, figures, shortRows }: Binding): LayoutCell[][] {
  const grid = gridOf(block);
  const extents = new Map<string, { rowSpan: number; columnSpan: number }>();
  const figureExtents = new Map<string, number>();
  for (const cell of spec.layout.flat()) {
    const { rowSpan = 1, columnSpan = 1 } = cell;
    if (cell.kind === 'figure') figureExtents.set(`${cell.row}.${cell.column}`, columnSpan);
    else if (rowSpan > 1 || columnSpan > 1) extents.set(fold(cell.text), { rowSpan, columnSpan });
  }
  const id = ({ start, end }: Span) => `${String(start)}-${String(end)}`;
  const figureAt = new Map([...figures].map(([key, { span }]) => [id(span), key] as const));
  for (const { values } of shortRows) for (const { span } of values) figureAt.set(id(span), '');
  const taken = new Set<Cell>();
  const isFree = (cell: Cell | undefined) =>
    cell !== undefined &&
    cell.text === '' &&
    cell.rowSpan === 1 &&
    cell.columnSpan === 1 &&
    !taken.has(cell) &&
    !figureAt.has(id(cell.span));
  const hasFigure = (line: readonly (Cell | undefined)[]) =>
    line.some(cell => cell !== undefined && figureAt.has(id(cell.span)));
  return grid.map((line, r) =>
    [...new Set(line)].flatMap((cell): LayoutCell[] => {
      if (!cell || cell.row !== r || taken.has(cell)) return [];
      if (cell.rowSpan > 1 || cell.columnSpan > 1 || cell.text === '')
        return [written(cell, cell.rowSpan, cell.columnSpan)];
      const key = figureAt.get(id(cell.span));
      const extent =
        key === undefined ? extents.get(fold(cell.text)) : { rowSpan: 1, columnSpan: figureExtents.get(key) ?? 1 };
      if (!extent) return [written(cell, 1, 1)];
      let width = 1;
      while (width < extent.columnSpan && isFree(line[cell.column + width])) width++;
      const most = extent.rowSpan === 1 ? 1 : hasFigure(line) ? Infinity : extent.rowSpan;
      const covers = (down: number) => {
        const places = grid[r + down]?.slice(cell.column, cell.column + width) ?? [];
        return places.length === width && places.every(isFree);
      };
      let height = 1;
      while (height < most && covers(height)) height++;
      for (let down = 0; down < height; down++) {
        for (const covered of grid[r + down]?.slice(cell.column, cell.column + width) ?? [])
          if (covered && covered !== cell) taken.add(covered);
      }
      return [written(cell, height, width)];
    }),
  );
}

// ── Nothing is lost ──

/** Whether every figure of the form is known and all else in the table are words of the form, or pieces of them. */
function isComplete(block: Table, { spec, figures, shortRows, extraRows }: Binding): boolean {
  const keys = spec.parts.flatMap(({ rows, columns }) =>
    rows.flatMap(row => columns.map(column => `${row.key}.${column.key}`)),
  );
  if (shortRows.length > 0 || extraRows.length > 0 || !keys.every(key => figures.has(key))) return false;
  const words = spec.layout.flat().flatMap(cell => (cell.kind === 'text' ? [fold(cell.text)] : []));
  const places = new Set([...figures.values()].map(({ span }) => span.start));
  return block.rows.every(({ cells }) =>
    cells.every(
      cell => cell.text === '' || places.has(cell.span.start) || words.some(word => word.includes(fold(cell.text))),
    ),
  );
}

/** Whether a text is read as one table with the same texts and the same figures. */
function isReadAs(
  text: string,
  layout: TableLayout,
  block: Table,
  binding: Binding | null,
  { edition }: Report,
): boolean {
  const { blocks } = parse(`${text}\n`, VOCABULARY);
  const [read] = blocks;
  if (!read || blocks.length !== 1 || !isKind(read, 'table') || read.block.layout !== layout) return false;
  const texts = new Set(read.block.rows.flatMap(({ cells }) => cells.map(cell => plain(cell.text))));
  if (
    hasCells(block) &&
    !block.rows.every(({ cells }) => cells.every(cell => cell.text === '' || texts.has(plain(cell.text))))
  )
    return false;
  const again = bindTable(read.block, edition);
  if (!binding || !again) return binding === again;
  if (binding.spec !== again.spec || again.shortRows.length > binding.shortRows.length) return false;
  const keys = new Set([...binding.figures.keys(), ...again.figures.keys()]);
  return [...keys].every(key => stated(binding.figures.get(key)) === stated(again.figures.get(key)));
}

/** What a figure states; a dash may be read as one, or as the unit before a blank. */
function stated(figure: Figure | undefined): string {
  return figure && figure.quantity.kind !== 'blank' && figure.quantity.kind !== 'dash' ? plain(figure.text) : '';
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Text that a table holds beside its cells: a caption before it, comments and stray text behind it. */
export function besideCells(
  { text }: Source,
  { at, block }: Placed<Table>,
): { readonly before: readonly string[]; readonly behind: readonly string[] } {
  const outside: string[] = [];
  let from = at + block.span.start;
  const spans = [...new Set(block.rows.flatMap(({ cells }) => cells))]
    .map(({ span }) => shift(span, at))
    .sort((a, b) => a.start - b.start);
  for (const span of spans) {
    outside.push(text.slice(from, Math.max(from, span.start)));
    from = Math.max(from, span.end);
  }
  outside.push(text.slice(from, at + block.span.end));
  if (block.layout === 'html') {
    const rest = outside.join('');
    const caption = oneLine(
      rest
        .replace(COMMENT, '')
        .replace(/<[^>]*>/g, '')
        .replace(/&nbsp;|&#160;/gi, ' '),
    );
    return { before: caption === '' ? [] : [caption], behind: rest.match(COMMENT) ?? [] };
  }
  if (hasCells(block)) return { before: [], behind: [] };
  return {
    before: [],
    behind: outside
      .map(piece => oneLine(piece.replaceAll('|', ' ')))
      .filter(piece => piece !== '' && !PAGE_NUMBER.test(piece)),
  };
}

const COMMENT = /<!--[^]*?-->/g;
/** What is left of a page's end in the middle of a table. */
const PAGE_NUMBER = /^(?:[-—–] ?)?\d{1,3}(?: ?[-—–])?$/;

function oneLine(text: string): string {
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
}

import { printedTexts } from '../../format/index.ts';
import type { TableSpec } from '../../format/types.ts';
import { indexOfBlock, type Cell, type Placed, type Row, type Table } from '../../syntax/block.ts';
import { isWebPage } from '../../syntax/webPage.ts';
import { isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import type { Change } from '../../text/change.ts';
import { coreOf, fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { isOfEdition } from '../equations/judgedTables.ts';
import { figureKey, type BoundRow, type BoundTable, type Figure, type Report } from '../report.ts';
import { besideCells, hasCells, headingPlaces, placeTable } from './aroundTable.ts';
import { styleOf } from './draftStyle.ts';
import { cellText, writeTable, type TableLayout } from './write.ts';

/** A table's figures in the standard table, and the texts for which that has no place. */
export interface StandardForm {
  readonly text: string;
  /** Row by row: `其他主动公开文件：5、6`. */
  readonly notPlaced: readonly string[];
}

/** How texts without a place are noted below the table: in a comment, or as a line where comments are published. */
export type NoteStyle = 'comment' | 'line';

/**
 * Changes that put the standard table of the report's edition in the place of a table that differs from it: rows or
 * columns missing, renamed, added or in another order, another edition's, or cells that lost their columns. All figures
 * with a place there are kept as written; texts without one are noted below the table. Undefined for any other table.
 */
export function replaceByStandard(report: Report, table: BoundTable, note: NoteStyle): readonly Change[] | undefined {
  const [first] = table.blocks;
  if (!first || !differs(report, table) || isRemnant(report, table) || isInElement(report, table)) return undefined;
  return standardInPlace(report, table, layoutFor(report, first), note);
}

/**
 * Changes that put the standard table in the place of one that was pasted as text, so that its cells are cells again.
 * Undefined where a figure or a text would have no place there.
 */
export function tidyTable(report: Report, table: BoundTable, isMarkdown: boolean): readonly Change[] | undefined {
  if (!canBeTidied(report, table, isMarkdown)) return undefined;
  const layout = styleOf(report)?.layout ?? 'pipe';
  const spec = specFor(report, table);
  if (standardForm(table, spec, 'tabbed').notPlaced.length > 0) return undefined;
  return standardInPlace(report, table, layout === 'tabbed' && isMarkdown ? 'pipe' : layout, 'line');
}

/** Whether a table is written in lines of text whose cells are known all the same. In Markdown tabs make no table. */
export function canBeTidied(report: Report, table: BoundTable, isMarkdown: boolean): boolean {
  const { blocks, shortRows, unplaced, extraRows, repeats } = table;
  return (
    repeats === null &&
    shortRows.length + unplaced.length + extraRows.length === 0 &&
    !isWebPage(report.source.text) &&
    !isRemnant(report, table) &&
    !isInElement(report, table) &&
    blocks.every(({ block: { layout } }) => !hasCells({ layout }) || (isMarkdown && layout === 'tabbed'))
  );
}

/** Whether a table is a part of one element with others: rows alone cannot be written anew. */
function isInElement({ source, blocks }: Report, { blocks: own }: BoundTable): boolean {
  const isTag = (at: number) => source.slice({ start: at, end: at + '<table'.length }).toLowerCase() === '<table';
  return own.some(({ at, block }) => {
    if (block.layout !== 'html') return false;
    const next = blocks[indexOfBlock(blocks, at) + 1];
    return (
      !isTag(at + block.span.start) ||
      (next?.block.kind === 'table' && next.block.layout === 'html' && !isTag(next.at + next.block.span.start))
    );
  });
}

function specFor({ edition }: Report, table: BoundTable): TableSpec {
  return edition?.tables.find(({ id }) => id === table.spec.id) ?? table.spec;
}

function standardInPlace(
  report: Report,
  table: BoundTable,
  layout: TableLayout,
  note: NoteStyle,
): readonly Change[] | undefined {
  const spec = specFor(report, table);
  const [first, ...others] = table.blocks;
  if (!first) return undefined;
  const { text, notPlaced } = standardForm(table, spec, layout, report.reportYear?.value);
  const { source } = report;
  const beside = table.blocks.map(block => besideCells(source, block));
  const changes: Change[] = [
    placeTable(
      source,
      spanOf(first),
      [
        ...beside.flatMap(({ before }) => before),
        text,
        ...(notPlaced.length === 0 ? [] : [noteOf(notPlaced, note)]),
        ...beside.flatMap(({ behind }) => behind),
      ].join('\n\n'),
      headingPlaces(report.blocks),
    ),
  ];
  let end = spanOf(first).end;
  for (const block of others) {
    const span = spanOf(block);
    const between = source.slice({ start: end, end: span.start });
    // Captions that stand between the parts are in the standard table.
    const isCaption = between
      .split(/[\r\n]+/)
      .every(line => line.trim() === '' || spec.parts.some(({ caption }) => fold(caption) === fold(line)));
    changes.push({ span: isCaption ? { start: end, end: span.end } : span, text: '' });
    end = span.end;
  }
  return changes;
}

function spanOf({ at, block }: Placed<Table>): Span {
  return { start: at + block.span.start, end: at + block.span.end };
}

function layoutFor(report: Report, { block }: Placed<Table>): TableLayout {
  if (isWebPage(report.source.text)) return 'html';
  return block.layout === 'pipe' || block.layout === 'html' || block.layout === 'tabbed'
    ? block.layout
    : (styleOf(report)?.layout ?? 'pipe');
}

/** Whether a table is only a piece that a page break or a conversion tore off another one. */
function isRemnant({ tables }: Report, { spec, parts }: BoundTable): boolean {
  const rows = (of: readonly { readonly rows: readonly unknown[] }[]) =>
    of.reduce((sum, part) => sum + part.rows.length, 0);
  return tables.filter(each => each.spec === spec).length > 1 && rows(parts) * 2 < rows(spec.parts);
}

/** Whether a table is other than the standard one of the report's edition. */
function differs(report: Report, table: BoundTable): boolean {
  if (!isOfEdition(table, report) && report.edition?.tables.some(({ id }) => id === table.spec.id)) return true;
  if (table.extraRows.length > 0 || table.shortRows.length > 0 || table.unplaced.length > 0) return true;
  return table.parts.some(({ spec, rows, header }) => {
    const isOther = (row: BoundRow, i: number) =>
      row.match === 'similar' || row.spec !== spec.rows[i] || (row.label === '' && row.spec.label !== '');
    if (rows.length !== spec.rows.length || rows.some(isOther)) return true;
    // Without a grid the order in which columns are named has no meaning.
    const columns = header.some(({ gridColumn }) => gridColumn === undefined)
      ? []
      : [...header].sort((a, b) => (a.gridColumn ?? 0) - (b.gridColumn ?? 0));
    if (
      columns.length > 0 &&
      (columns.length !== spec.columns.length || columns.some((column, i) => column.spec !== spec.columns[i]))
    )
      return true;
    return rows.some(row => spec.columns.some(({ key }) => !table.figures.has(figureKey(row.spec.key, key))));
  });
}

/** The note below the table that lists texts without a place. */
export function noteOf(notPlaced: readonly string[], style: NoteStyle): string {
  const text = `未能放入标准表格：${notPlaced.join('；')}`;
  // Two hyphens may end a comment.
  return style === 'line'
    ? text
    : `<!-- ${text.replace(/--+/g, dashes => '－'.repeat(dashes.length)).replace(/-$/, '－')} -->`;
}

/** The standard table with a table's figures; a column that names a year keeps the year of the draft. */
export function standardForm(
  table: BoundTable,
  spec: TableSpec,
  layout: TableLayout,
  reportYear?: number,
): StandardForm {
  const keys = new Set(
    spec.parts.flatMap(({ rows, columns }) => rows.flatMap(row => columns.map(({ key }) => figureKey(row.key, key)))),
  );
  const placed = new Map([...table.figures].filter(([key]) => keys.has(key)));
  const year = yearInHeader(table) ?? reportYear;
  const text = writeTable(
    spec,
    layout,
    (row, column) => cellText(placed.get(figureKey(row, column))?.text ?? '', layout),
    { alignment: 'withFigures', ...(year === undefined ? {} : { reportYear: year }) },
  );
  return { text, notPlaced: notPlaced(table, spec, [...placed.values()]) };
}

function yearInHeader({ parts }: BoundTable): number | undefined {
  const label = parts.flatMap(({ header }) => header).find(({ spec }) => spec.namesYear)?.label;
  const year = /(?:19|20)\d\d/.exec(label ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
}

// ── What has no place ──

/** Every text of the table that is neither a label of a form nor a figure that was placed, row by row. */
function notPlaced(table: BoundTable, spec: TableSpec, placed: readonly Figure[]): string[] {
  const words = new Words([table.spec, spec]);
  const labels = new Set(
    table.parts.flatMap(({ rows, header }) => [...rows, ...header]).map(({ labelSpan }) => labelSpan.start),
  );
  const columns = new Map([...table.figures.values()].map(({ span, column }) => [span.start, column.label] as const));
  const places = [...placed].map(({ span }) => span).sort((a, b) => a.start - b.start);
  const groups: string[] = [];
  for (const { at, block } of table.blocks) {
    const seen = new Set<Cell>();
    for (const row of block.rows) {
      const cells = distinct(row, seen);
      const isLabel = (cell: Cell) => labels.has(at + cell.span.start) || words.has(cell.text);
      const left = cells.filter(
        cell =>
          cell.text !== '' &&
          readCellValue(cell.text).kind !== 'dash' &&
          !isLabel(cell) &&
          !isCovered(cell, at, places),
      );
      const [first, ...rest] = left;
      if (!first) continue;
      const label = cells.findLast(
        cell => cell.span.end <= first.span.start && isLabel(cell) && !isUnitText(cell.text),
      );
      const item = (cell: Cell) => [columns.get(at + cell.span.start), cell.text].filter(Boolean).join(' ');
      const isHeading = !label && rest.length > 0 && readCellValue(first.text).kind === 'unreadable';
      const heading = isHeading ? first.text : label?.text;
      const items = (isHeading ? rest : left).map(item).join('、');
      groups.push(heading === undefined ? items : `${heading}：${items}`);
    }
  }
  return groups;
}

/** Cells of a row that no row before it has. */
function distinct({ cells }: Row, seen: Set<Cell>): Cell[] {
  return cells.filter(cell => {
    const isNew = !seen.has(cell);
    seen.add(cell);
    return isNew;
  });
}

/** Whether figures that were placed make up the whole cell: one, or several that stood run together. */
function isCovered({ span }: Cell, at: number, places: readonly Span[]): boolean {
  let from = at + span.start;
  for (const place of places) if (place.start <= from && place.end > from) from = place.end;
  return from >= at + span.end;
}

const SHORTEST_PIECE = 2;

/** Words that forms print: labels, captions, units. */
class Words {
  private readonly texts = new Set<string>();
  private readonly cores = new Set<string>();

  constructor(specs: readonly TableSpec[]) {
    for (const spec of specs) {
      for (const text of printedTexts(spec)) this.add(text);
      for (const { rows, columns, unitColumn } of spec.parts) {
        for (const { label, variants = [] } of [...rows, ...columns, ...(unitColumn ? [unitColumn] : [])])
          for (const text of [label, ...variants]) this.add(text);
        for (const { unit } of rows) if (unit !== undefined) this.add(unit);
      }
    }
  }

  private add(text: string): void {
    this.texts.add(fold(text));
    if (coreOf(text).length >= 2) this.cores.add(coreOf(text));
  }

  has(text: string): boolean {
    const folded = fold(text);
    if (this.texts.has(folded) || this.cores.has(coreOf(text))) return true;
    // A piece of a broken label.
    return folded.length >= SHORTEST_PIECE && !/\d/.test(folded) && [...this.texts].some(word => word.includes(folded));
  }
}

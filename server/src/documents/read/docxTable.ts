import { LIMITS } from '../../text/limits.ts';
import type { MappedText } from '../../text/mappedText.ts';
import type { Grid, GridCell } from '../pieces.ts';
import { refuse } from '../refused.ts';
import { childOf, elementsOf, valueOfChild, type XmlElement } from '../xml.ts';

/** What a reader of tables needs of the document around it. */
export interface TableContext {
  readCell(cell: XmlElement): MappedText;
  /** A row that is struck out as a tracked change. */
  dropRow(): void;
  /** Text that stands in a cell which another covers: nobody sees it. */
  hideText(): void;
}

interface OpenCell extends GridCell {
  rowSpan: number;
}

/** Reads a Word table as a grid: merged by `gridSpan`, `vMerge` and `hMerge`, shifted by `gridBefore`. */
export function readDocxTable(table: XmlElement, context: TableContext): Grid {
  const rows: OpenCell[][] = [];
  /** The cell that covers each grid column in the row before. */
  let above = new Map<number, OpenCell>();
  let columnCount = 0;
  let count = 0;
  for (const row of rowsOf(table)) {
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del')) {
      context.dropRow();
      continue;
    }
    const cells: OpenCell[] = [];
    const covering = new Map<number, OpenCell>();
    let column = spanOf(valueOfChild(properties, 'w:gridBefore'), 0);
    for (const cell of cellsOf(row)) {
      const settings = childOf(cell, 'w:tcPr');
      const columnSpan = spanOf(valueOfChild(settings, 'w:gridSpan'), 1);
      const text = context.readCell(cell);
      const before = cells.at(-1);
      const over = above.get(column);
      if (isContinued(settings, 'w:hMerge') && before && before.column + before.columnSpan === column) {
        if (text.text !== '') context.hideText();
        cells[cells.length - 1] = { ...before, columnSpan: before.columnSpan + columnSpan };
      } else if (isContinued(settings, 'w:vMerge') && over?.column === column && over.columnSpan === columnSpan) {
        if (text.text !== '') context.hideText();
        over.rowSpan++;
        covering.set(column, over);
      } else cells.push({ column, columnSpan, rowSpan: 1, text });
      column += columnSpan;
      if (++count > LIMITS.documentCells) refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
    }
    for (const cell of cells) covering.set(cell.column, cell);
    above = covering;
    rows.push(cells);
    columnCount = Math.max(columnCount, column);
    if (columnCount > LIMITS.documentColumns)
      refuse('documents.refused.tableTooWide', { limit: LIMITS.documentColumns });
  }
  return { columnCount, rows, slivers: sliversOf(table) };
}

/** Columns of the grid narrower than a point, in twips: programs round widths and leave them. */
function sliversOf(table: XmlElement): ReadonlySet<number> {
  const widths = elementsOf(childOf(table, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) =>
    Number(attributes['w:w']),
  );
  return new Set(widths.flatMap((width, column) => (width < NARROWEST ? column : [])));
}

const NARROWEST = 20;

/** Whether a table only lays out the page: another one stands in it, or it frames a text. */
export function isLayoutTable(table: XmlElement): boolean {
  const cells = rowsOf(table).flatMap(cellsOf);
  return cells.length === 1 || cells.some(cell => elementsOf(cell, 'w:tbl').length > 0);
}

/** Rows, also those inside content controls. */
export function rowsOf(table: XmlElement): XmlElement[] {
  return inside(table, 'w:tr');
}

export function cellsOf(row: XmlElement): XmlElement[] {
  return inside(row, 'w:tc');
}

function inside(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap(child => {
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? inside(child, name) : [];
  });
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** `vMerge` without a value, or with any other than `restart`, continues. */
function isContinued(settings: XmlElement | undefined, name: string): boolean {
  const merge = childOf(settings, name);
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}

function spanOf(written: string | undefined, otherwise: number): number {
  const value = Number.parseInt(written ?? '', 10);
  return Number.isInteger(value) && value >= otherwise ? Math.min(value, LIMITS.documentColumns + 1) : otherwise;
}

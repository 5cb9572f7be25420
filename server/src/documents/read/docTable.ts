import { LIMITS } from '../../text/limits.ts';
import type { MappedText } from '../../text/mappedText.ts';
import type { Grid, GridCell } from '../pieces.ts';
import { refuse } from '../refused.ts';
import { viewOf } from './docProperties.ts';
import { NO_TEXT } from './joinText.ts';

/** A row of a table in a binary document: its cells' texts, and the definition that stands at its end. */
export interface BinaryRow {
  readonly cells: readonly MappedText[];
  /** Operand of sprmTDefTable (MS-DOC 2.9.322); undefined where the row has none. */
  readonly definition: Uint8Array | undefined;
}

/** Borders that are no further apart than this, in twips, are one. */
const CLOSEST = 20;
const [CONTINUES, RESTARTS] = [0x20, 0x40];
const CELL_LENGTH = 20;

/** The grid of consecutive rows: columns are the borders of all of them. */
export function gridOfRows(rows: readonly BinaryRow[]): Grid {
  const defined = rows.map(rowCells);
  const borders: number[] = [];
  for (const edge of defined.flatMap(cells => cells.flatMap(({ left, right }) => [left, right])).sort((a, b) => a - b))
    if (edge - (borders.at(-1) ?? -Infinity) > CLOSEST) borders.push(edge);
  const columnAt = (edge: number) => borders.findLastIndex(border => border <= edge + CLOSEST / 2);
  if (borders.length - 1 > LIMITS.documentColumns)
    refuse('documents.refused.tableTooWide', { limit: LIMITS.documentColumns });
  if (rows.length * borders.length > LIMITS.documentCells)
    refuse('documents.refused.tableTooLarge', { limit: LIMITS.documentCells });
  let above = new Map<number, { rowSpan: number }>();
  const grid = defined.map(cells => {
    const own: (GridCell & { rowSpan: number })[] = [];
    const covering = new Map<number, { rowSpan: number }>();
    for (const { left, right, text, isContinued } of cells) {
      const column = columnAt(left);
      const over = above.get(column);
      if (isContinued && over) {
        over.rowSpan++;
        covering.set(column, over);
        continue;
      }
      const cell = { column, columnSpan: Math.max(1, columnAt(right) - column), rowSpan: 1, text };
      own.push(cell);
      covering.set(column, cell);
    }
    above = covering;
    return own;
  });
  return { columnCount: Math.max(0, borders.length - 1), rows: grid };
}

interface DefinedCell {
  readonly left: number;
  readonly right: number;
  readonly text: MappedText;
  /** Whether it belongs to the cell above. */
  readonly isContinued: boolean;
}

/** Cells of a row between its borders; those merged sideways are one. */
function rowCells({ cells, definition }: BinaryRow): DefinedCell[] {
  const count = definition?.[0] ?? 0;
  const edgesEnd = 1 + 2 * (count + 1);
  // Without a definition the cells are taken to be equally wide.
  if (!definition || count === 0 || definition.length < edgesEnd)
    return cells.map((text, i) => ({ left: 1000 * i, right: 1000 * (i + 1), text, isContinued: false }));
  const view = viewOf(definition);
  const found: DefinedCell[] = [];
  let opening = 0;
  for (let i = 0; i < count; i++) {
    const at = edgesEnd + CELL_LENGTH * i;
    const flags = at + 2 <= definition.length ? view.getUint16(at, true) : 0;
    const [left, right] = [view.getInt16(1 + 2 * i, true), view.getInt16(3 + 2 * i, true)];
    const sideways = flags & 3;
    const last = found.at(-1);
    // The first of a set bears one flag, the others the other.
    if (sideways !== 0 && opening !== 0 && sideways !== opening && last) found[found.length - 1] = { ...last, right };
    else {
      const isContinued = (flags & CONTINUES) !== 0 && (flags & RESTARTS) === 0;
      found.push({ left, right, text: cells[i] ?? NO_TEXT, isContinued });
      opening = sideways;
    }
  }
  return found;
}

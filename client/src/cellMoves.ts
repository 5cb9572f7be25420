/** Two offsets in a document, in UTF-16 units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A cell of a table in the document as it is now. */
export interface Cell {
  readonly text: Extent;
  /** The text with the blanks beside it: where the cursor is in this cell. */
  readonly room: Extent;
  readonly isFigure: boolean;
  /** Index of the cell below; null at the end of the table. */
  readonly below: number | null;
}

/** A table whose cells are known. */
export interface CellTable {
  readonly extent: Extent;
  readonly rowsAreLines: boolean;
  readonly cells: readonly Cell[];
}

/** A replaced piece of a document. */
export interface Replacement {
  readonly offset: number;
  readonly length: number;
  /** Length of the new text. */
  readonly inserted: number;
}

export type Move = 'next' | 'previous' | 'below';

/**
 * The table after edits, so that keys typed before the server has read it again go to the right cells; undefined where
 * an edit reached beyond one cell. The edits are those of one event: their offsets are of the document before it.
 */
export function afterEdits(table: CellTable, edits: readonly Replacement[]): CellTable | undefined {
  let moved: CellTable | undefined = table;
  for (const edit of [...edits].sort((a, b) => b.offset - a.offset)) moved = moved && afterEdit(moved, edit);
  return moved;
}

function afterEdit(table: CellTable, edit: Replacement): CellTable | undefined {
  const { offset, length, inserted } = edit;
  const end = offset + length;
  if (offset > table.extent.end) return table;
  const by = inserted - length;
  const later = ({ start, end: to }: Extent): Extent => ({ start: start + by, end: to + by });
  if (end < table.extent.start) {
    return {
      ...table,
      extent: later(table.extent),
      cells: table.cells.map(cell => ({ ...cell, text: later(cell.text), room: later(cell.room) })),
    };
  }
  const at = table.cells.findIndex(({ room }) => room.start <= offset && end <= room.end);
  if (at < 0) return undefined;
  const cells = table.cells.map((cell, i): Cell => {
    if (i === at) {
      return {
        ...cell,
        text: {
          start: Math.min(cell.text.start, offset),
          end: Math.max(cell.text.end + by, offset + inserted),
        },
        room: { start: cell.room.start, end: cell.room.end + by },
      };
    }
    return cell.room.start >= end ? { ...cell, text: later(cell.text), room: later(cell.room) } : cell;
  });
  return { ...table, extent: { start: table.extent.start, end: table.extent.end + by }, cells };
}

/** Index of the cell that a selection lies in; -1 where it lies in none, or in several. */
export function cellAt({ cells }: CellTable, { start, end }: Extent): number {
  return cells.findIndex(({ room }) => room.start <= start && end <= room.end);
}

/**
 * What a move from the cell of an index selects: the text of the next or previous figure, or of the one below; behind
 * the last one the place behind the table. Undefined where there is no such cell, or nothing stands before it.
 */
export function targetOf({ cells }: CellTable, at: number, move: Move): Extent | 'behind' | undefined {
  const cell = cells[at];
  if (!cell) return undefined;
  switch (move) {
    case 'next':
      return cells.find(({ isFigure }, i) => i > at && isFigure)?.text ?? 'behind';
    case 'previous':
      return cells.findLast(({ isFigure }, i) => i < at && isFigure)?.text;
    case 'below':
      return cells[cell.below ?? -1]?.text ?? 'behind';
  }
}

import { displayWidth } from '../../text/width.ts';
import { layOutColumns } from './columnLayout.ts';

/** On which side of its cell a text stands. */
export type Alignment = 'left' | 'right' | 'centre';

/**
 * Blanks on both sides of a text in its slot: one between text and bar as far as there is room. A flush text begins
 * right behind its bar.
 */
export function paddingOf(
  width: number,
  slot: number,
  alignment: Alignment,
  { isFlush }: { readonly isFlush: boolean } = { isFlush: false },
): { readonly left: number; readonly right: number } {
  const room = Math.max(0, slot - width);
  if (isFlush) return { left: 0, right: room };
  const margin = Math.min(1, room);
  const left =
    alignment === 'right' ? Math.max(0, room - margin) : alignment === 'centre' ? Math.max(margin, room >> 1) : margin;
  return { left, right: room - left };
}

/** The dashes of a delimiter for its slot, its colons kept; without blanks beside them where the table is narrow. */
export function dashes(text: string, slot: number, isNarrow: boolean): string {
  const width = isNarrow ? slot : slot - 2;
  const left = text.startsWith(':') && text.length > 1 ? ':' : '';
  const right = text.endsWith(':') ? ':' : '';
  return left + '-'.repeat(Math.max(1, width - left.length - right.length)) + right;
}

/** A cell of a pipe table that is written. */
export interface PipeCell {
  readonly text: string;
  readonly isFigure: boolean;
}

/** How cells are aligned: as the texts of the figures ask, or as if these were blank, as tab stops are. */
export type TableAlignment = 'withFigures' | 'withBlanks';

/** The lines of a pipe table, the delimiter below the first row; compact without an alignment. */
export function writePipeRows(rows: readonly (readonly PipeCell[])[], alignment: TableAlignment | undefined): string[] {
  const delimiter = (rows[0] ?? []).map((): PipeCell => ({ text: '---', isFigure: false }));
  const [header = [], ...body] = rows;
  const lines = [header, delimiter, ...body];
  if (alignment === undefined) return lines.map(cells => `| ${cells.map(({ text }) => text).join(' | ')} |`);
  const width = ({ text, isFigure }: PipeCell) => (isFigure && alignment === 'withBlanks' ? 0 : displayWidth(text));
  const layout = layOutColumns(
    lines.map((cells, row) => ({
      cells: cells.map(cell => ({ width: width(cell), isFigure: cell.isFigure })),
      isDelimiter: row === 1,
    })),
  );
  return lines.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const slot = layout.slots[row]?.[column] ?? 0;
      const text = row === 1 ? dashes(cell.text, slot, layout.isNarrow) : cell.text;
      const { left, right } = paddingOf(row === 1 ? text.length : width(cell), slot, 'left', {
        isFlush: layout.isNarrow && layout.isLabelColumn(column),
      });
      return ' '.repeat(left) + text + ' '.repeat(right);
    });
    return `|${written.join('|')}|`;
  });
}

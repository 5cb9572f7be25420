import { detachString, isPiece } from '../text/detach.ts';
import type { Block, Cell, DirectiveCommand } from './block.ts';

/**
 * A copy of a block that does not refer to the draft's text. A substring keeps the whole text in memory, so blocks read
 * near each edit would keep every version of the draft.
 */
export function detached(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: withOwnText(block.text), title: withOwnText(block.title) };
    case 'paragraph':
      return { ...block, text: withOwnText(block.text) };
    case 'directive':
      return { ...block, command: withOwnTexts(block.command) };
    case 'table': {
      const copies = new Map<Cell, Cell>();
      const copy = (cell: Cell): Cell => {
        if (!isPiece(cell.text)) return cell;
        const known = copies.get(cell) ?? withOwnText(cell);
        copies.set(cell, known);
        return known;
      };
      return { ...block, rows: block.rows.map(row => ({ ...row, cells: row.cells.map(copy) })) };
    }
  }
}

function withOwnText<T extends { readonly text: string }>(data: T): T {
  return { ...data, text: detachString(data.text) };
}

function withOwnTexts(command: DirectiveCommand): DirectiveCommand {
  switch (command.kind) {
    case 'silence':
      return { ...command, rule: detachString(command.rule), reason: detachString(command.reason) };
    case 'edition':
      return { ...command, edition: detachString(command.edition) };
    case 'unreadable':
      return withOwnText(command);
    case 'year':
    case 'note':
      return command;
  }
}

/** Deep equality of plain data. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, i) => isSame(each, b[i]));
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every(key => key in right && isSame(left[key], right[key]));
}

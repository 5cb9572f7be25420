import type { Cell } from '../../syntax/block.ts';
import { isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import { fold } from '../../text/fold.ts';
import { isLookAlike } from './lookAlikes.ts';

const CHANGE_IN_WORDS = /^(?:增|减|增加|减少)\d+[/,、](?:增|减|增加|减少)\d+$/;

/** Whether a cell holds words: neither a figure, nor a change (增3/减2), nor characters that only look like a figure. */
export function isWords({ text }: Cell): boolean {
  return (
    text !== '' &&
    readCellValue(text).kind === 'unreadable' &&
    !CHANGE_IN_WORDS.test(fold(text)) &&
    /[\u4e00-\u9fff]/.test(text) &&
    !isLookAlike(text)
  );
}

/** Whether a cell holds a unit, or the dashes that stand for none. */
export function isUnit({ text }: Cell): boolean {
  return isUnitText(text) || readCellValue(text).kind === 'dash';
}

/** Each cell once; a merged cell stands in all of its places. */
export function distinctCells(cells: readonly Cell[]): readonly Cell[] {
  return [...new Set(cells)];
}

/** The number in a cell; 0 for a blank or a dash, NaN for words. */
export function numberIn({ text }: Cell): number {
  const quantity = readCellValue(text);
  return quantity.kind === 'value' ? quantity.value : quantity.kind === 'unreadable' ? NaN : 0;
}

import type { Cell } from '../../syntax/block.ts';
import { isUnitText, readCellValue } from '../../syntax/cellValue.ts';
import { fold } from '../../text/fold.ts';
import { isLookAlike } from './lookAlikes.ts';

const CHANGE_IN_WORDS = /^(?:增|减|增加|减少)\d+[/,、](?:增|减|增加|减少)\d+$/;

/** Words that stand in the place of a figure. */
const NOTHING = /^(?:无|没有|零|暂无)$/;

/** Whether a text says in a word that there is nothing, where a figure is to stand. */
export function isNothing(text: string): boolean {
  return NOTHING.test(text);
}

/**
 * Whether a cell holds words: neither a figure nor a word for none, nor a change (增3/减2), nor characters that only look
 * like a figure.
 */
export function isWords({ text }: Cell): boolean {
  return (
    text !== '' &&
    readCellValue(text).kind === 'unreadable' &&
    !CHANGE_IN_WORDS.test(fold(text)) &&
    /[\u4e00-\u9fff]/.test(text) &&
    !isNothing(text) &&
    !isLookAlike(text)
  );
}

/** Whether a cell holds a figure, or the dash that stands for none. */
export function isFigure({ text }: Cell): boolean {
  const { kind } = readCellValue(text);
  return kind === 'value' || kind === 'dash';
}

/** Whether a cell holds a unit, or the dashes that stand for none. */
export function isUnit({ text }: Cell): boolean {
  return isUnitText(text) || readCellValue(text).kind === 'dash';
}

/** Each cell once; a merged cell stands in all of its places. */
export function distinctCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.some(({ columnSpan }) => columnSpan > 1) ? [...new Set(cells)] : cells;
}

/** The number in a cell; 0 for a blank or a dash, NaN for words. */
export function numberIn({ text }: Cell): number {
  const quantity = readCellValue(text);
  return quantity.kind === 'value' ? quantity.value : quantity.kind === 'unreadable' ? NaN : 0;
}

/** What stands before the numbers of the columns: the names of the columns of labels, or of the row. */
const BESIDE_NUMBERS = /^(?:栏次|栏目|列次|列号|序号|[甲乙丙丁])$/;

/** Whether the cells of a row number the columns, as forms of statistics do: `甲 | 乙 | 1 | 2 | 3=1+2`. */
export function areColumnNumbers(cells: readonly Cell[]): boolean {
  const texts = cells.flatMap(({ text }) => (text === '' ? [] : [fold(text).replace(/^\((.*)\)$/, '$1')]));
  const first = texts.findIndex(text => !BESIDE_NUMBERS.test(text));
  if (first < 0 || texts.length - first < LEAST_NUMBERS) return false;
  return texts.slice(first).every((text, i) => text.replace(/=[\d+-]+$/, '') === String(i + 1));
}

const LEAST_NUMBERS = 3;

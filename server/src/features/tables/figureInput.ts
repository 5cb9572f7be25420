import { isForWords } from '../../format/cellTypes.ts';
import type { CellType, FigureType } from '../../format/types.ts';
import { NO_FIGURE } from '../../model/writing/cellChanges.ts';
import { readCellValue, type Quantity } from '../../syntax/cellValue.ts';
import { CELL_COUNT_UNITS } from '../../text/measureWords.ts';
import { chineseToNumber } from '../../text/numerals.ts';

/** What was typed or pasted for a cell: the text to write, or why it cannot stand there. */
export type FigureInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: 'notANumber' | 'fraction' | 'negative' | 'unit' | 'tooLarge' };

/** Larger numbers lose digits. */
const LARGEST = 1e15;
const COUNT_UNITS: ReadonlySet<string> = new Set(CELL_COUNT_UNITS);
const CHINESE = /^([零〇一二三四五六七八九十百千两]{1,12})\D{0,2}$/;

/**
 * Reads a figure in any form (full-width digits, separators, a measure word behind it, Chinese numerals) and gives it
 * in plain digits. Nothing typed empties the cell; a dash stays one. Words for a cell of words stay as they are.
 */
export function readFigureInput(typed: string, type: CellType): FigureInput {
  if (isForWords(type)) return { kind: 'text', text: typed.trim().replace(/\s*[\t\r\n]\s*/g, ' ') };
  const quantity = quantityOf(typed.trim());
  switch (quantity.kind) {
    case 'blank':
      return { kind: 'text', text: '' };
    case 'dash':
      return { kind: 'text', text: NO_FIGURE };
    case 'unreadable':
      return { kind: 'refused', why: 'notANumber' };
    case 'value':
      return writtenFor(quantity, type);
  }
}

function quantityOf(text: string): ReturnType<typeof readCellValue> {
  // 一 alone is read as a dash in a table, but nobody types it for one.
  const numeral = CHINESE.exec(text)?.[1];
  const value = numeral === undefined ? undefined : chineseToNumber(numeral);
  return value === undefined ? readCellValue(text) : { kind: 'value', value, decimals: 0 };
}

function writtenFor(quantity: Extract<Quantity, { kind: 'value' }>, type: FigureType): FigureInput {
  const { value, decimals, unit } = quantity;
  const fits = unit === undefined || (type === 'amount' ? unit === '万元' : COUNT_UNITS.has(unit));
  if (!fits) return { kind: 'refused', why: 'unit' };
  if (Math.abs(value) >= LARGEST) return { kind: 'refused', why: 'tooLarge' };
  if (value < 0 && type !== 'change') return { kind: 'refused', why: 'negative' };
  if (type === 'amount' || type === 'decimal') return { kind: 'text', text: value.toFixed(decimals) };
  return Number.isInteger(value) ? { kind: 'text', text: String(value) } : { kind: 'refused', why: 'fraction' };
}

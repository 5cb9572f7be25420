import { raised } from './joinText.ts';
import { boxAround, type Box, type PdfSign } from './pdfPage.ts';

/** A line of text as it is read; its box is that on the page. */
export interface PdfLine extends Box {
  readonly text: string;
  /** Height of the type in points. */
  readonly size: number;
  /** Whether a space of the document's own stands at its end. */
  readonly endsInSpace: boolean;
  /** Width of what cannot be parted at its beginning: a word, a number, or one sign with what must follow it. */
  readonly firstWord: number;
}

/** A sign with its place in the direction of reading: from left to right, lines from top to bottom. */
interface Placed extends Box {
  readonly sign: PdfSign;
}

/** Parts of the type's size: gaps between words and signs, between columns, and in which a sign is drawn twice. */
const WORD_GAP = 0.15;
const SIGN_GAP = 0.8;
const COLUMN_GAP = 1.5;
const TWICE = 0.2;
/** Parts of the type's size that raised signs have at most, and stand above the line at least. */
const [SMALLER, RAISED] = [0.8, 0.2];

/**
 * Signs as lines in the order of reading. Words are told by their distances alone, since many files write spaces where
 * nobody sees any. Between signs that stand far apart is a tab.
 */
export function linesOf(signs: readonly PdfSign[]): PdfLine[] {
  const turn = turnOf(signs);
  return rowsOf(signs.map(sign => placed(sign, turn))).map(lineOf);
}

/** Signs of a line as they are read, those that are drawn twice for bold type once. */
export function signRows(signs: readonly PdfSign[]): PdfSign[][] {
  return rowsOf(signs.map(sign => placed(sign, 0))).map(row => row.map(({ sign }) => sign));
}

/** How the signs are turned for reading; where some stand upright in lines that run downwards, it is those lines. */
function turnOf(signs: readonly PdfSign[]): PdfSign['turn'] {
  const downwards = signs.filter(({ turn, isVertical }) => turn === 1 || (isVertical && turn === 0)).length;
  if (downwards > 0) return 1;
  const [first] = signs;
  if (first && first.turn !== 0 && signs.every(({ turn }) => turn === first.turn)) return first.turn;
  return isStacked(signs) ? 1 : 0;
}

/** Whether upright signs stand one below the other in several columns: close in a column, apart in a row. */
function isStacked(signs: readonly PdfSign[]): boolean {
  const rows = rowsOf(signs.map(sign => placed(sign, 0)));
  const [first, second] = rows;
  if (rows.length < FEWEST_STACKED || !first || !second || rows.some(row => row.length > rows.length)) return false;
  if (signs.some(({ text }) => isNarrow(text))) return false;
  const isApart = rows.every(row =>
    row.every((each, i) => {
      const before = row[i - 1];
      return !before || each.left - before.right > each.sign.size / 3;
    }),
  );
  const isClose = rows.every((row, i) => {
    const before = rows[i - 1];
    return !before || boxAround(row).top - boxAround(before).bottom < (row[0]?.sign.size ?? 0) / 4;
  });
  return isApart && isClose && rows.some(row => row.length > 1);
}

const FEWEST_STACKED = 3;

function placed(sign: PdfSign, turn: PdfSign['turn']): Placed {
  const { left, top, right, bottom } = sign;
  switch (turn) {
    case 0:
      return { sign, left, top, right, bottom };
    case 1:
      return { sign, left: top, right: bottom, top: -right, bottom: -left };
    case 2:
      return { sign, left: -right, right: -left, top: -bottom, bottom: -top };
    case 3:
      return { sign, left: -bottom, right: -top, top: left, bottom: right };
  }
}

function rowsOf(signs: readonly Placed[]): Placed[][] {
  const middle = ({ top, bottom }: Placed) => (top + bottom) / 2;
  const ordered = [...signs].sort((a, b) => middle(a) - middle(b));
  const rows: Placed[][] = [];
  let [sum, row]: [number, Placed[]] = [0, []];
  for (const each of ordered) {
    const size = Math.max(each.bottom - each.top, (row[0]?.bottom ?? 0) - (row[0]?.top ?? 0));
    if (row.length === 0 || middle(each) - sum / row.length > size / 2) {
      rows.push((row = []));
      sum = 0;
    }
    row.push(each);
    sum += middle(each);
  }
  return rows.map(each => once(each.sort((a, b) => a.left - b.left)));
}

function once(row: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const each of row) {
    const isTwice = kept
      .slice(-2)
      .some(
        before =>
          before.sign.text === each.sign.text &&
          each.left - before.left < TWICE * each.sign.size &&
          Math.abs(each.top - before.top) < TWICE * each.sign.size,
      );
    if (!isTwice) kept.push(each);
  }
  return kept;
}

function lineOf(row: readonly Placed[]): PdfLine {
  let text = '';
  let before: Placed | undefined;
  /** The last sign on the line itself. */
  let base: Placed | undefined;
  for (const each of row) {
    if (before) text += between(before, each);
    const isNote = base !== undefined && isRaised(base, each);
    text += isNote ? raised(each.sign.text) : each.sign.text;
    if (!isNote) base = each;
    before = each;
  }
  const sizes = row.map(({ sign }) => sign.size).sort((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const end = row.findIndex((each, i) => {
    const next = row[i + 1];
    return !next || between(each, next) !== '' || !isBound(each.sign.text, next.sign.text);
  });
  const firstWord = boxAround(row.slice(0, end + 1));
  return {
    ...boxAround(row.map(({ sign }) => sign)),
    text: text.trim(),
    size,
    endsInSpace: row.at(-1)?.sign.isBeforeSpace === true,
    firstWord: firstWord.right - firstWord.left,
  };
}

/** Whether a sign stands raised behind another one, in smaller type. */
function isRaised(base: Placed, { bottom, sign: { size } }: Placed): boolean {
  return size < SMALLER * base.sign.size && base.bottom - bottom > RAISED * base.sign.size;
}

function between(a: Placed, b: Placed): string {
  const gap = b.left - a.right;
  const size = Math.max(a.sign.size, b.sign.size);
  if (gap > COLUMN_GAP * size) return '\t';
  if (gap > SIGN_GAP * size) return ' ';
  const isSpaced = gap > WORD_GAP * size || (a.sign.isBeforeSpace && gap > 0);
  return isSpaced && isNarrow(a.sign.text) && isNarrow(b.sign.text) ? ' ' : '';
}

/** Whether no line ends between two signs. */
function isBound(a: string, b: string): boolean {
  return (isNarrow(a) && isNarrow(b)) || BEGINS_NO_LINE.test(b) || ENDS_NO_LINE.test(a);
}

const BEGINS_NO_LINE = /^[，。、；：！？）》〉」』】〕”’％…—·,.;:!?)\]}%]/;
const ENDS_NO_LINE = /[（《〈「『【〔“‘([{]$/;

/** Letters and digits that words and numbers are made of. */
export function isNarrow(text: string): boolean {
  return /^[\u0021-\u024f]+$/.test(text);
}

import type { Span } from './span.ts';

/**
 * Text whose characters know where they stand in their block.
 *
 * A line of a plain draft is one piece. A paragraph of a saved web page has a piece for each run between tags, and one
 * for each decoded entity, so `&nbsp;` is one character here and six there.
 */
export interface MappedText {
  readonly text: string;
  /** Pieces in order of `at`; together they cover the text. */
  readonly pieces: readonly Piece[];
}

/** Characters `at`–`at + length` of the text stand at `from`–`to` of the block. */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

/** `text` as it stands at `from`. */
export function plain(text: string, from: number): MappedText {
  return { text, pieces: [{ at: 0, length: text.length, from, to: from + text.length }] };
}

/** Place in the block of the characters `start`–`end` of a mapped text. */
export function place(mapped: MappedText, start: number, end: number): Span {
  const from = offsetOf(mapped, start);
  if (end <= start) return { start: from, end: from };
  const last = pieceAt(mapped, end - 1);
  const to = isVerbatim(last) ? last.from + (end - last.at) : last.to;
  return { start: from, end: to };
}

/** Place in the block of character `index`. */
export function offsetOf(mapped: MappedText, index: number): number {
  const piece = pieceAt(mapped, index);
  const step = index - piece.at;
  if (isVerbatim(piece)) return piece.from + step;
  return step > 0 ? piece.to : piece.from;
}

/** Index in the text of the character that stands at `offset` of the block. */
export function indexOf(mapped: MappedText, offset: number): number {
  for (const piece of mapped.pieces) {
    if (offset >= piece.to) continue;
    return isVerbatim(piece) ? piece.at + Math.max(0, offset - piece.from) : piece.at;
  }
  return mapped.text.length;
}

/** Part `start`–`end` of a mapped text. */
export function part(mapped: MappedText, start: number, end: number): MappedText {
  if (start === 0 && end === mapped.text.length) return mapped;
  const pieces: Piece[] = [];
  for (let i = pieceIndexAt(mapped, start); i < mapped.pieces.length; i++) {
    const piece = mapped.pieces[i] ?? NOWHERE;
    if (piece.at >= end) break;
    const from = Math.max(piece.at, start);
    const to = Math.min(piece.at + piece.length, end);
    if (from >= to) continue;
    const where = place(mapped, from, to);
    pieces.push({ at: from - start, length: to - from, from: where.start, to: where.end });
  }
  if (pieces.length === 0) {
    const at = offsetOf(mapped, start);
    pieces.push({ at: 0, length: 0, from: at, to: at });
  }
  return { text: mapped.text.slice(start, end), pieces };
}

/** Two parts of one mapped text as one text. */
export function joined(first: MappedText, second: MappedText): MappedText {
  const moved = second.pieces.map(piece => ({ ...piece, at: piece.at + first.text.length }));
  return { text: first.text + second.text, pieces: [...first.pieces, ...moved] };
}

/** The mapped text without white space at its ends. */
export function trimmed(mapped: MappedText): MappedText {
  const text = mapped.text;
  const body = text.trim();
  if (body.length === text.length) return mapped;
  const start = text.indexOf(body);
  return part(mapped, start, start + body.length);
}

function isVerbatim(piece: Piece): boolean {
  return piece.to - piece.from === piece.length;
}

const NOWHERE: Piece = { at: 0, length: 0, from: 0, to: 0 };

function pieceAt(mapped: MappedText, index: number): Piece {
  return mapped.pieces[pieceIndexAt(mapped, index)] ?? NOWHERE;
}

function pieceIndexAt(mapped: MappedText, index: number): number {
  let low = 0;
  let high = mapped.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((mapped.pieces[middle]?.at ?? Infinity) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

import type { MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';

/** Signs of notes that the checker passes over and a document keeps: ①, [1]. */
const NOTE_SIGN = /^(?:[①-⑳¹²³⁰⁴-⁹]|\[(?:\d{1,2}|注\d{0,2})\])$/;

/**
 * Words as they are written: what the checker reads has half-width digits and no signs of notes, but neither import nor
 * export may change a sign. `source` is the text in which the places of `words` count from `at`.
 */
export function writtenText(words: MappedText, source: string, at = 0): MappedText {
  const builder = new MappedTextBuilder();
  let last: number | undefined;
  for (const piece of words.pieces) {
    if (piece.length === 0) continue;
    const [from, to] = [piece.from + at, piece.to + at];
    const gap = last === undefined || from <= last ? '' : source.slice(last, from);
    if (last !== undefined && NOTE_SIGN.test(gap)) builder.add(gap, last, from);
    const isVerbatim = to - from === piece.length;
    const text = isVerbatim ? source.slice(from, to) : words.text.slice(piece.at, piece.at + piece.length);
    builder.add(text.replace(/[\r\n\t]/g, ' '), from, to);
    last = to;
  }
  return builder.take();
}

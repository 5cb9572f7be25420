import type { Span } from './span.ts';
import { matchesOf } from './matches.ts';

/** Text whose bytes were taken for one Western letter each (as Latin-1 or windows-1252). */
export interface Misread {
  /** The first such letters. */
  readonly span: Span;
  /** The bytes that the text stands for; what stands for none is left out. */
  readonly bytes: Uint8Array;
}

/** What windows-1252 has at 0x80–0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Chinese, Japanese and Korean signs, also those of two units: text that holds one was not read byte by byte. */
const EAST_ASIAN = /[\u2e80-\udfff\uf900-\ufaff\uff00-\uffef]/;
/** Western languages have no five such letters in a row; one sign again and again, as dots, is a line. */
const RUN = /(?:([\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])(?!\1)){5,}/g;
/** So many letters in runs are no accident where they are half of the text, and these anywhere. */
const ENOUGH_OF_HALF = 20;
const ENOUGH = 400;
/** Letters that are underlined. */
const SHOWN = 12;

/**
 * A text that was read byte by byte: about half of its letters, those of tags left out, are of U+0080–U+00FF in long
 * runs, and none is East Asian. Undefined for any other text.
 */
export function misreadText(text: string): Misread | undefined {
  // Nearly every draft has such a sign in its first line.
  if (EAST_ASIAN.test(text)) return undefined;
  let first: Span | undefined;
  let inRuns = 0;
  for (const { index, 0: run } of matchesOf(text, RUN)) {
    first ??= { start: index, end: index + Math.min(SHOWN, run.length) };
    inRuns += run.length;
  }
  if (!first || inRuns < ENOUGH_OF_HALF || (inRuns < ENOUGH && inRuns < plainLetters(text) / 2)) return undefined;
  return { span: first, bytes: bytesOf(text) };
}

function plainLetters(text: string): number {
  return text.replace(/<[^<>]*>/g, '').match(/[a-z]/gi)?.length ?? 0;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code <= 0xff ? code : 0x80 + WINDOWS_1252.indexOf(text.charAt(at));
    if (byte !== 0x7f) bytes[count++] = byte;
  }
  return bytes.subarray(0, count);
}

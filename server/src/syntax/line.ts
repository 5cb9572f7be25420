import { isSignAt } from '../text/charTable.ts';
import type { Span } from '../text/span.ts';
import { unify } from '../text/unify.ts';

/** A physical line: `start`–`end` without its line end, `next` is where the following one starts. */
export interface Line extends Span {
  readonly next: number;
  /**
   * The line as it is read, as long as it is written: radicals are the characters that they stand for, and the marker
   * of a merge conflict, the marks of a quotation and a spreadsheet's empty columns are white space.
   */
  readonly text: string;
}

const [LF, CR] = [0x0a, 0x0d];

/** The line of a text that starts at `at`, or the rest of the line that `at` lies in. LF, CRLF and CR end a line. */
export function lineFrom(text: string, at: number): Line {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === LF || code === CR) break;
    end++;
  }
  const next =
    end === text.length ? end : text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  const hasMarks = isSignAt(text, at, MARKER_SIGNS) || text.charCodeAt(end - 1) === COMMA;
  return { start: at, end, next, text: hasMarks ? withoutMarks(text, at, end) : unify(text.slice(at, end)) };
}

/** Whether a text holds separators of lines, U+0085 among them, which {@link withLineEnds} may replace. */
export function hasSeparators(text: string): boolean {
  return /[\u0085\u2028\u2029]/.test(text);
}

/**
 * A text with line ends in the place of the separators that some programs write, as long as before: of those between
 * paragraphs, and of those between lines where the text has no other line ends or several stand together. One between
 * words may break the line in a cell: it stays, and is white space.
 */
export function withLineEnds(text: string): string {
  const hasOthers = /[\n\r\u2029]/.test(text);
  return hasOthers
    ? text.replace(/\u2029|[\u0085\u2028]{2,}/g, signs => '\n'.repeat(signs.length))
    : text.replace(/[\u0085\u2028]/g, '\n');
}

/** A line as it is read, with white space in the place of marks that are none of its words. */
function withoutMarks(text: string, at: number, end: number): string {
  const isStart = isLineStart(text, at);
  if (isStart && mergeMarkerAt(text, at) !== undefined) return ' '.repeat(end - at);
  const from = isStart ? quoteMarksAt(text, at, end) : at;
  const to = withoutCommas(text, from, end);
  return ' '.repeat(from - at) + unify(text.slice(from, to)) + ' '.repeat(end - to);
}

/** End of the marks (`> `, `>> `) that stand before each line of a text that is quoted in a mail. */
function quoteMarksAt(text: string, at: number, end: number): number {
  let behind = at;
  while (behind < end && text.charCodeAt(behind) === QUOTE) {
    let next = behind + 1;
    while (next < end && text.charCodeAt(next) === SPACE) next++;
    // A sign right before a word may be the end of a tag.
    if (next === behind + 1 && next < end && text.charCodeAt(next) !== QUOTE) break;
    behind = next;
  }
  return behind;
}

const [QUOTE, SPACE, COMMA] = [0x3e, 0x20, 0x2c];

/** End of a line without the commas that a spreadsheet puts behind a line of text, one for each of its columns. */
function withoutCommas(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && text.charCodeAt(at - 1) === COMMA) at--;
  return end - at >= LEAST_COMMAS ? at : end;
}

const LEAST_COMMAS = 5;

/** Whether a line starts at this offset. */
export function isLineStart(text: string, at: number): boolean {
  return at === 0 || '\r\n'.includes(text.charAt(at - 1));
}

/** Parts of a merge conflict as version control writes them into a file: this side, the common text, the other side. */
export type MergeMarker = 'begin' | 'base' | 'middle' | 'end';

const MARKER_SIGNS = '<|=>';
const MARKER_LENGTH = 7;
const MARKERS: ReadonlyMap<string, MergeMarker> = new Map([
  ['<', 'begin'],
  ['|', 'base'],
  ['=', 'middle'],
  ['>', 'end'],
]);

/** The marker that a line is which starts at `at`: seven equal signs and a name, or nothing but `=======`. */
export function mergeMarkerAt(text: string, at: number): MergeMarker | undefined {
  if (!isSignAt(text, at, MARKER_SIGNS)) return undefined;
  const sign = text.charAt(at);
  const marker = MARKERS.get(sign);
  if (marker === undefined || !text.startsWith(sign.repeat(MARKER_LENGTH), at)) return undefined;
  const behind = text.charAt(at + MARKER_LENGTH);
  return behind === '' || '\r\n'.includes(behind) || (behind === ' ' && marker !== 'middle') ? marker : undefined;
}

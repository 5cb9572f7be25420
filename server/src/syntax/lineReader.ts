import { charClassTable, WHITE_SPACE } from '../text/charTable.ts';
import type { Span } from '../text/span.ts';

/** A physical line: `start`–`end` without its line end, `next` is where the following one starts. */
export interface Line extends Span {
  readonly next: number;
  readonly text: string;
}

const [LF, CR] = [0x0a, 0x0d];

let farthest = 0;

/** From here on {@link lookedAt} tells of the lines that are read now. */
export function lookFrom(at: number): void {
  farthest = at;
}

/** Where the farthest line ends that was read since. Text behind it made no difference to what was read. */
export function lookedAt(): number {
  return farthest;
}

/** The line that starts at `at`, or the rest of the line that `at` lies in. LF, CRLF and CR end a line. */
export function lineFrom(source: string, at: number): Line {
  let end = at;
  while (end < source.length) {
    const code = source.charCodeAt(end);
    if (code === LF || code === CR) break;
    end++;
  }
  const next =
    end === source.length
      ? end
      : source.charCodeAt(end) === CR && source.charCodeAt(end + 1) === LF
        ? end + 2
        : end + 1;
  if (next > farthest) farthest = next;
  return { start: at, end, next, text: source.slice(at, end) };
}

/** The next line that is not blank, at most `limit` physical lines on; undefined at the end or past the limit. */
export function nextFilledLine(source: string, at: number, limit = Infinity): Line | undefined {
  for (let count = 0; count < limit && at < source.length; count++) {
    const line = lineFrom(source, at);
    if (!isBlank(line.text)) return line;
    at = line.next;
  }
  return undefined;
}

const BLANK = charClassTable(`${WHITE_SPACE}\u200b\u200c\u200d\u2060`);

/** Whether a text holds nothing but white space, zero-width signs included. */
export function isBlank(text: string): boolean {
  return indentOf(text) === text.length;
}

/** Index of the first character that is not white space. */
export function indentOf(text: string): number {
  let at = 0;
  while (at < text.length && BLANK[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** `text` between its first and last characters that are not white space. */
export function inner(text: string): Span {
  const start = indentOf(text);
  let end = text.length;
  while (end > start && BLANK[text.charCodeAt(end - 1)] === 1) end--;
  return { start, end };
}

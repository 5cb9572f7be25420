import type { Span } from '../text/span.ts';

/** A physical line: `start`–`end` without its line end, `next` is where the following one starts. */
export interface Line extends Span {
  readonly next: number;
  readonly text: string;
}

const LINE_END = /\r\n?|\n/g;

/** The line that starts at `at`, or the rest of the line that `at` lies in. LF, CRLF and CR end a line. */
export function lineFrom(source: string, at: number): Line {
  // One search for all three ends: a search for one that the draft does not have would read to its end for every line.
  LINE_END.lastIndex = at;
  const found = LINE_END.exec(source);
  const end = found?.index ?? source.length;
  return { start: at, end, next: found ? end + found[0].length : end, text: source.slice(at, end) };
}

/** The next line that is not blank, at most `limit` physical lines on; undefined at the end or past the limit. */
export function nextFilledLine(source: string, at: number, limit: number): Line | undefined {
  for (let count = 0; count < limit && at < source.length; count++) {
    const line = lineFrom(source, at);
    if (!isBlank(line.text)) return line;
    at = line.next;
  }
  return undefined;
}

/** Start of the first line at or behind `at` that is not blank; the draft's length when there is none. */
export function skipBlankLines(source: string, at: number): number {
  while (at < source.length) {
    const line = lineFrom(source, at);
    if (!isBlank(line.text)) return line.start;
    at = line.next;
  }
  return source.length;
}

const SPACE = /^[\s\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff]*$/;

/** Whether a text holds nothing but white space, zero-width signs included. */
export function isBlank(text: string): boolean {
  return SPACE.test(text);
}

/** Index of the first character that is not white space. */
export function indentOf(text: string): number {
  let at = 0;
  while (at < text.length && isBlank(text.charAt(at))) at++;
  return at;
}

/** `text` between its first and last characters that are not white space. */
export function inner(text: string): Span {
  const start = indentOf(text);
  let end = text.length;
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  return { start, end };
}

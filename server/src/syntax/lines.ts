import type { Span } from '../text/span.ts';

/** A physical line: `start`–`end` without its line end, `next` is where the following one starts. */
export interface Line extends Span {
  readonly next: number;
  readonly text: string;
}

/** The line that starts at `at`, or the rest of the line that `at` lies in. LF, CRLF and CR end a line. */
export function lineFrom(source: string, at: number): Line {
  const feed = source.indexOf('\n', at);
  const next = feed < 0 ? source.length : feed + 1;
  let text = source.slice(at, feed < 0 ? source.length : feed);
  if (feed >= 0 && text.endsWith('\r')) text = text.slice(0, -1);
  const lonely = text.indexOf('\r');
  if (lonely >= 0) return { start: at, end: at + lonely, next: at + lonely + 1, text: text.slice(0, lonely) };
  return { start: at, end: at + text.length, next, text };
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

import { charClassTable, WHITE_SPACE } from '../text/charTable.ts';
import type { Span } from '../text/span.ts';

/** A physical line: `start`–`end` without its line end, `next` is where the following one starts. */
export interface Line extends Span {
  readonly next: number;
  readonly text: string;
}

const [LF, CR] = [0x0a, 0x0d];

/**
 * Reads the lines of a draft and records how far it looked. A block depends on nothing behind that place, so an edit
 * there leaves the block as it is. Whoever reads the text without these methods must report it with {@link noteRead}.
 */
export class LineReader {
  private furthest = 0;
  private readsTags = false;

  constructor(readonly text: string) {}

  /** Forgets what was read so far, before a new block is read. */
  startBlock(): void {
    this.furthest = 0;
    this.readsTags = false;
  }

  /** Offset up to which the text was read since {@link startBlock}. */
  get furthestOffset(): number {
    return this.furthest;
  }

  /** Whether {@link noteTags} was called since {@link startBlock}. */
  get dependsOnTags(): boolean {
    return this.readsTags;
  }

  /** Records that the text was read up to `offset`. */
  noteRead(offset: number): void {
    if (offset > this.furthest) this.furthest = offset;
  }

  /**
   * Records that the block depends on which tags (ends of comments and fences, table tags) follow anywhere behind it, and
   * on nothing else there: an end tag was looked for and missed, or a table holds other tables.
   */
  noteTags(): void {
    this.readsTags = true;
  }

  /** The line that starts at `at`, or the rest of the line that `at` lies in. LF, CRLF and CR end a line. */
  lineFrom(at: number): Line {
    const line = lineFrom(this.text, at);
    if (line.next > this.furthest) this.furthest = line.next;
    return line;
  }

  /** The next line that is not blank, at most `limit` physical lines on; undefined at the end or past the limit. */
  nextFilledLine(at: number, limit = Infinity): Line | undefined {
    for (let count = 0; count < limit && at < this.text.length; count++) {
      const line = this.lineFrom(at);
      if (!isBlank(line.text)) return line;
      at = line.next;
    }
    return undefined;
  }
}

/** {@link LineReader.lineFrom} for a text of which nothing is kept. */
export function lineFrom(text: string, at: number): Line {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === LF || code === CR) break;
    end++;
  }
  const next =
    end === text.length ? end : text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  return { start: at, end, next, text: text.slice(at, end) };
}

const BLANK = charClassTable(`${WHITE_SPACE}\u200b\u200c\u200d\u2060`);

/** Whether a text holds nothing but white space, zero-width characters included. */
export function isBlank(text: string): boolean {
  return indentOf(text) === text.length;
}

/** Index of the first character that is not white space. */
export function indentOf(text: string): number {
  let at = 0;
  while (at < text.length && BLANK[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** The part of `text` between its first and last characters that are not white space. */
export function inner(text: string): Span {
  const start = indentOf(text);
  let end = text.length;
  while (end > start && BLANK[text.charCodeAt(end - 1)] === 1) end--;
  return { start, end };
}

import { charClassTable, WHITE_SPACE } from '../text/charTable.ts';
import { IGNORABLE_SIGNS } from '../text/ignorable.ts';
import type { Span } from '../text/span.ts';
import { ClosingTags, type ElementEnd } from './closingTags.ts';
import { isLineStart, lineFrom, mergeMarkerAt, type Line } from './line.ts';

/** An end tag that was looked for from an offset on: `-->`, the line that closes a fence, that of an HTML element. */
export type EndTag =
  | { readonly kind: 'comment'; readonly from: number }
  | { readonly kind: 'fence'; readonly from: number; readonly fence: string }
  | { readonly kind: 'element'; readonly from: number; readonly name: string };

/**
 * Reads the lines of a draft and records what of it was read, which is all that a block depends on: an edit elsewhere
 * leaves the block as it is. The text can be read by these methods alone.
 */
export class LineReader {
  private readonly tags: ClosingTags;
  private furthest = 0;
  private missing: EndTag[] = [];

  constructor(private readonly text: string) {
    this.tags = new ClosingTags(text);
  }

  /** Length of the draft. Whether a line is the last is known by its end, which was read. */
  get length(): number {
    return this.text.length;
  }

  /** Forgets what was read so far, before a new block is read. */
  startBlock(): void {
    this.furthest = 0;
    this.missing = [];
  }

  /** Offset up to which the text was read since {@link startBlock}. */
  get furthestOffset(): number {
    return this.furthest;
  }

  /** End tags that were looked for in the whole rest of the draft since {@link startBlock} and are not there. */
  get missingTags(): readonly EndTag[] {
    return this.missing.length === 0 ? NO_TAGS : this.missing;
  }

  /** Whether a line starts at an offset that was read. */
  isLineStart(at: number): boolean {
    return isLineStart(this.text, at);
  }

  /** The text between two offsets, as it is. */
  slice(start: number, end: number): string {
    this.noteRead(end);
    return this.text.slice(start, end);
  }

  /** Reads what stands before an offset as if the draft ended there. */
  upTo(end: number): LineReader {
    this.noteRead(end);
    return new LineReader(this.text.slice(0, end));
  }

  /** The line that starts at `at`, or the rest of the line that `at` lies in. LF, CRLF and CR end a line. */
  lineFrom(at: number): Line {
    const line = lineFrom(this.text, at);
    this.noteRead(line.next);
    return line;
  }

  /** The line behind another one; the markers of merge conflicts are left out. */
  lineBehind({ next }: Line): Line {
    let line = this.lineFrom(next);
    while (line.next > line.start && mergeMarkerAt(this.text, line.start) !== undefined)
      line = this.lineFrom(line.next);
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

  /** Offset of the next `-->`; undefined for none. */
  commentEnd(from: number): number | undefined {
    const end = this.tags.comment(from);
    this.noteTag(end === undefined ? undefined : end + 3, { kind: 'comment', from });
    return end;
  }

  /** The line from `from` on that closes a fence; undefined for none. */
  fenceEnd(fence: string, from: number): Line | undefined {
    const line = this.tags.fenceEnd(fence, from);
    this.noteTag(line?.next, { kind: 'fence', from, fence });
    return line;
  }

  /** End of the HTML element whose tag stands at `from`; undefined when its end tag is missing. */
  elementEnd(name: string, from: number): ElementEnd | undefined {
    const end = this.tags.element(name, from);
    this.noteTag(end?.end, { kind: 'element', from, name });
    return end;
  }

  private noteRead(offset: number): void {
    if (offset > this.furthest) this.furthest = offset;
  }

  private noteTag(end: number | undefined, tag: EndTag): void {
    if (end === undefined) this.missing.push(tag);
    else this.noteRead(end);
  }
}

const NO_TAGS: readonly EndTag[] = [];

/** Whether an end tag that was missing is there in a text. Queries must come in ascending order of offset. */
export function hasEndTag(tags: ClosingTags, tag: EndTag): boolean {
  switch (tag.kind) {
    case 'comment':
      return tags.comment(tag.from) !== undefined;
    case 'fence':
      return tags.fenceEnd(tag.fence, tag.from) !== undefined;
    case 'element':
      return tags.element(tag.name, tag.from) !== undefined;
  }
}

const BLANK = charClassTable(WHITE_SPACE + IGNORABLE_SIGNS);

/** Whether a text holds nothing but white space, ignorable signs included. */
export function isBlank(text: string): boolean {
  return indentOf(text) === text.length;
}

/** Index of the first character that is neither white space nor ignorable. */
export function indentOf(text: string): number {
  let at = 0;
  while (at < text.length && BLANK[text.charCodeAt(at)] === 1) at++;
  return at;
}

/** The part of `text` between its first and last characters that are neither white space nor ignorable. */
export function inner(text: string): Span {
  const start = indentOf(text);
  let end = text.length;
  while (end > start && BLANK[text.charCodeAt(end - 1)] === 1) end--;
  return { start, end };
}

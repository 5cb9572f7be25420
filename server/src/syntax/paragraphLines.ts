import { charClassTable } from '../text/charTable.ts';
import type { MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import { alternatives, CELL_UNITS } from '../text/measureWords.ts';
import { unify } from '../text/unify.ts';
import { displayWidth } from '../text/width.ts';
import { readHeading } from './headings.ts';
import { inlineText } from './inline.ts';
import { addPart, AROUND_LINE_BREAK, lineGap, withoutMarks } from './inlineMarks.ts';
import { isPageNumber } from './pageNumber.ts';
import type { Line } from './line.ts';
import { indentOf, inner, isBlank, type LineReader } from './lineReader.ts';
import { readNumbering } from './numbering.ts';
import type { Vocabulary } from './vocabulary.ts';

// Word processors, mails and PDF files break paragraphs into lines. A line that ends in the middle of a sentence goes
// on in the next one; where that is not clear, each is a paragraph of its own.

/** A paragraph with the lines into which it is broken. */
export interface ParagraphLines {
  readonly text: MappedText;
  /** Where the next block may start. */
  readonly next: number;
}

/** A paragraph of more lines is none; the rest of it is read as another. */
const MOST_LINES = 400;

/**
 * Reads the paragraph that begins with a line. `isSpecial` tells of a later line whether something else than running
 * text begins there: a table, a comment.
 */
export function readParagraphLines(
  reader: LineReader,
  first: Line,
  vocabulary: Vocabulary,
  isSpecial: (line: Line) => boolean,
): ParagraphLines {
  let last = withComments(reader, first);
  const text = inlineText(last.text, last.start);
  if (last.next >= reader.length || !OpenParagraph.mayBe(last)) return { text, next: last.next };
  const paragraph = new OpenParagraph(last, vocabulary);
  const lines = [last];
  while (lines.length < MOST_LINES) {
    const following = lineBehind(reader, last);
    if (!following || !paragraph.goesOnWith(following) || isSpecial(following)) break;
    last = withComments(reader, following);
    paragraph.add(last);
    lines.push(last);
  }
  return { text: lines.length === 1 ? text : joinLines(lines), next: last.next };
}

/** A line with those behind it into which a comment reaches that begins in it. */
function withComments(reader: LineReader, first: Line): Line {
  let line = first;
  for (let open = line.text.lastIndexOf('<!--'); open >= 0; open = line.text.lastIndexOf('<!--')) {
    if (line.text.indexOf('-->', open + 4) >= 0) break;
    const end = reader.commentEnd(line.start + open + 4);
    if (end === undefined) break;
    const rest = reader.lineFrom(end);
    line = { ...rest, start: line.start, text: unify(reader.slice(line.start, rest.end)) };
  }
  return line;
}

/** Blank lines around a page number, which a page break leaves inside a paragraph. */
const MOST_BLANKS = 4;

/** The line behind another; page numbers are passed over. */
function lineBehind(reader: LineReader, { next }: Line): Line | undefined {
  if (next >= reader.length) return undefined;
  const following = reader.lineFrom(next);
  if (!isBlank(following.text) && !isPageNumber(following.text)) return following;
  const number = reader.nextFilledLine(next, MOST_BLANKS);
  return number && isPageNumber(number.text) ? reader.nextFilledLine(number.next, MOST_BLANKS) : undefined;
}

function joinLines(lines: readonly Line[]): MappedText {
  const builder = new MappedTextBuilder();
  let last = '';
  for (const { start, text } of lines) {
    const mapped = inlineText(text, start);
    const body = inner(mapped.text);
    if (body.start === body.end) continue;
    const next = mapped.text.slice(body.start, body.start + AROUND_LINE_BREAK);
    if (last !== '' && lineGap(last, next) !== '') builder.add(' ', start, start);
    addPart(builder, mapped, body.start, body.end);
    last = mapped.text.slice(Math.max(body.start, body.end - AROUND_LINE_BREAK), body.end);
  }
  return builder.take();
}

/** Signs behind which no sentence goes on. */
const ENDS = '。！？：!?:…|.';
/** Signs behind which it does. */
const GOES_ON = '，、,（(《〈“‘「—';
const CLOSERS = '”’」』）)》〉】*_ \u3000';
const [OPEN, CLOSE] = [1, 2] as const;
const BRACKETS = charClassTable('（(《〈“「【', '）)》〉”」】');
const INNER_SIGNS = /[，。；、：（《“,]/;
/** A count with a comma behind it stands in a sentence: a numbered line with one is no heading. */
const STATES_COUNT = new RegExp(`[\\d０-９][余多]?(?:${alternatives(CELL_UNITS)})[，、；,;]`);

/** A wrapped line is no longer than this many characters. */
const LONGEST_WRAPPED = 80;
const LONGEST_LINE = 400;
/** A shorter line is not full: what follows it is a line of its own. */
const SHORTEST_FULL = 20;
/** A line without any sign is a wrapped one only from this length on. */
const SHORTEST_WITHOUT_SIGNS = 25;
/** Columns by which lines of one width may differ: a typesetter keeps signs away from line ends. */
const RAGGED = 6;

/** Part of the width that a line within a wrapped paragraph has at least. */
const NEARLY_FULL = 0.75;

/** The lines of a paragraph so far, and whether the next one belongs to it. */
class OpenParagraph {
  private readonly isHeading: boolean;
  /** Indent of the last line. */
  private indent = 0;
  private last = '';
  private depth = 0;
  private hasSigns = false;
  private widest = 0;
  private count = 0;

  constructor(
    first: Line,
    private readonly vocabulary: Vocabulary,
  ) {
    const heading = readHeading(first.text, vocabulary);
    this.isHeading =
      (heading !== null && heading.rest === undefined && !STATES_COUNT.test(first.text)) ||
      vocabulary.isReportTitle(first.text);
    this.add(first);
  }

  /** Whether a line may be the first of several; most end with a sentence. */
  static mayBe({ text }: Line): boolean {
    const { end } = inner(text);
    return end > 0 && text.length <= LONGEST_LINE && !isEnd(text.slice(0, end)) && !/[|\t]/.test(text);
  }

  add({ text }: Line): void {
    this.last = wordsIn(text);
    this.indent = indentWidth(text);
    this.count++;
    this.widest = Math.max(this.widest, displayWidth(this.last));
    this.hasSigns ||= INNER_SIGNS.test(this.last);
    for (let at = 0; at < this.last.length; at++) {
      const kind = BRACKETS[this.last.charCodeAt(at)];
      if (kind === OPEN) this.depth++;
      else if (kind === CLOSE) this.depth = Math.max(0, this.depth - 1);
    }
  }

  goesOnWith(following: Line): boolean {
    if (this.last.length > LONGEST_LINE || !isText(following.text.trim())) return false;
    const text = wordsIn(following.text);
    if (beginsItem(text, this.vocabulary)) return this.isHeading && this.completesTitle(text);
    if (/^[（(][一二三四五六七八九十\d]{1,3}[）)]\s?[项款条]/.test(text) && /[第条款]$/.test(this.last)) return true;
    // A bracket that nobody closed does not hold sentences together.
    if ((this.depth > 0 && !isEnd(this.last)) || GOES_ON.includes(this.last.charAt(this.last.length - 1))) return true;
    if (this.isHeading && this.count === 1) return this.completesTitle(text);
    if (this.isIndented(following.text) && !this.isFull(text)) return false;
    if (this.last.length > LONGEST_WRAPPED || LABEL.test(text)) return false;
    if (!INNER_SIGNS.test(text) && text.length < SHORTEST_WITHOUT_SIGNS) return false;
    if (!this.hasSigns && this.last.length < SHORTEST_WITHOUT_SIGNS) return false;
    const [width, other] = [displayWidth(this.last), displayWidth(text)];
    if (isEnd(this.last)) return this.count > 1 && width >= this.widest - RAGGED && other <= this.widest + RAGGED;
    if (this.count > 1 && width >= this.widest * NEARLY_FULL) return true;
    const isAsLong = width >= other - RAGGED || this.last.length >= text.length - RAGGED / 2;
    return (isAsLong && this.last.length >= SHORTEST_FULL) || /^\d+(?!\d*\s?年)/.test(text);
  }

  /** First lines of paragraphs are indented; in text with a margin further than the others. */
  private isIndented(line: string): boolean {
    const indent = indentWidth(line);
    if (indent === 0) return false;
    return this.count === 1 ? indent >= this.indent : indent > this.indent + 1;
  }

  /**
   * Whether the last line is as wide as the others: then it ends where the line was full, not where a sentence ends.
   */
  private isFull(following: string): boolean {
    const width = displayWidth(this.last);
    if (isEnd(this.last) || !this.hasSigns || this.last.length < SHORTEST_FULL) return false;
    return width >= (this.count > 1 ? this.widest : displayWidth(following)) - RAGGED;
  }

  private completesTitle(text: string): boolean {
    const title = readHeading(`${this.last}${text}`, this.vocabulary);
    return this.vocabulary.isTitle((title ? `${this.last}${text}`.slice(title.title.start) : '').trim());
  }
}

/** The words of a line, by which its width is measured too. */
function wordsIn(line: string): string {
  return withoutMarks(inlineText(line, 0)).text.trim();
}

function isEnd(text: string): boolean {
  let end = text.length;
  while (end > 0 && CLOSERS.includes(text.charAt(end - 1))) end--;
  return ENDS.includes(text.charAt(end - 1));
}

/** A line that says what follows: 联系电话：…. */
const LABEL = /^[\u4e00-\u9fff]{2,8}[：:]/;

/** Whether a line can be running text; marks of Markdown and tables show that it is something else. */
function isText(text: string): boolean {
  return text !== '' && !/^(?:[#>+|<]|[-*] |```|~~~)/.test(text) && !/[|\t]/.test(text);
}

/** Whether a line begins with a number or is a heading. 第二十条第 / （一）项 goes on. */
function beginsItem(text: string, vocabulary: Vocabulary): boolean {
  if (/^[一二三四五六七八九十]是/.test(text)) return true;
  const numbering = readNumbering(text, 0, text.length);
  if (numbering) return !/^\s?[项款条]/.test(text.slice(numbering.span.end));
  return readHeading(text, vocabulary) !== null || vocabulary.isReportTitle(text);
}

function indentWidth(text: string): number {
  return displayWidth(
    text
      .slice(0, indentOf(text))
      .replace(/[\f\ufeff]/g, '')
      .replaceAll('\t', '    '),
  );
}

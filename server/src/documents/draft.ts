import { findAnyTitle } from '../format/anyTitle.ts';
import { TITLE_LINES } from '../format/reportTitle.ts';
import { OGI_REPORT } from '../format/builtInKinds.ts';
import { BUILT_IN } from '../format/editionSet.ts';
import { readIdentity, type Identity } from '../model/identity.ts';
import { readKind } from '../model/kind.ts';
import { VOCABULARY } from '../model/vocabulary.ts';
import { isKind } from '../syntax/block.ts';
import { kindsIn, withoutMarks } from '../syntax/inlineMarks.ts';
import { parse } from '../syntax/readBlocks.ts';
import { joined, type MappedText } from '../text/mappedText.ts';
import { MappedTextBuilder } from '../text/mappedTextBuilder.ts';
import { draftTable } from './draftTable.ts';
import { notesText, type Note } from './notes.ts';
import { unplaced, type Piece, type ReadDocument } from './pieces.ts';

/** A document as a draft. */
export interface ImportedDraft {
  /** Markdown; each character knows where it stands in the part of the document that it came from. */
  readonly text: MappedText;
  readonly notes: readonly Note[];
}

type Paragraph = Extract<Piece, { kind: 'paragraph' }>;

/**
 * Writes a document as a draft in Markdown. Nothing is corrected and nothing guessed: words, figures and their order
 * are the document's; only what marks titles, headings and tables is added, and what was left out is said in a comment
 * before all else, in the language of drafts.
 */
export function writeDraft({ pieces, notes }: ReadDocument): ImportedDraft {
  const writer = new DraftWriter();
  if (notes.length > 0) writer.add(`<!-- ${commentText(`导入说明：${notesText(notes, 'zh-CN')}`)} -->`);
  const body = withTitle(pieces);
  for (const [i, piece] of body.entries()) {
    if (isTabbed(piece) && isTabbed(body[i - 1])) writer.addLine(piece.text);
    else writePiece(writer, piece);
  }
  return { text: writer.finish(), notes };
}

type DraftPiece = Piece | { readonly kind: 'title'; readonly text: MappedText };

/** Blocks of a draft, with blank lines between. */
class DraftWriter {
  private readonly builder = new MappedTextBuilder();
  private isBegun = false;
  /** Where in the document the last text stands. */
  private at = 0;

  /** A block of words that stand nowhere in the document, and of the document's. */
  add(...parts: readonly (string | MappedText)[]): void {
    if (this.isBegun) this.put('\n\n');
    this.isBegun = true;
    for (const each of parts) this.append(each);
  }

  /** A line behind the last, without a blank one between. */
  addLine(text: MappedText): void {
    this.put('\n');
    this.append(text);
  }

  finish(): MappedText {
    this.put('\n');
    return this.builder.take();
  }

  private append(text: string | MappedText): void {
    if (typeof text === 'string') this.put(text);
    else
      for (const { at, length, from, to } of text.pieces) {
        this.builder.add(text.text.slice(at, at + length), from, to);
        this.at = to;
      }
  }

  private put(text: string): void {
    this.builder.add(text, this.at, this.at);
  }
}

function writePiece(writer: DraftWriter, piece: DraftPiece): void {
  switch (piece.kind) {
    case 'title':
      writer.add('# ', escaped(piece.text));
      return;
    case 'paragraph':
      writeParagraph(writer, piece);
      return;
    case 'table':
      writer.add(...draftTable(piece.grid));
      return;
    case 'comment':
      writer.add(`<!-- ${commentText(`批注（${piece.author}）：${piece.text}`)} -->`);
      return;
    case 'footnote':
      writer.add(`[^${String(piece.number)}]: ${escaped(unplaced(piece.text)).text}`);
      return;
  }
}

function writeParagraph(writer: DraftWriter, { text, isBullet }: Paragraph): void {
  const words = escaped(text);
  const mark = headingMark(words.text);
  writer.add(mark === '' && isBullet === true ? '- ' : mark, words);
}

/** The mark of a heading that stands alone in its paragraph, as the reader of drafts takes it. */
function headingMark(text: string): string {
  const { blocks } = parse(`${text}\n`, VOCABULARY);
  const [first] = blocks;
  if (blocks.length !== 1 || !first || !isKind(first, 'heading') || first.block.runsOn) return '';
  switch (first.block.numbering?.style) {
    case undefined:
    case 'chinese':
      return '## ';
    case 'chineseBracket':
      return '### ';
    case 'arabic':
    case 'arabicBracket':
    case 'circled':
      return '';
  }
}

// ── The title ──

/** The pieces with the lines of the report's title as one. */
function withTitle(pieces: readonly Piece[]): DraftPiece[] {
  const first = pieces.findIndex(piece => piece.kind === 'paragraph');
  const lines: Paragraph[] = [];
  for (const piece of pieces.slice(Math.max(0, first))) {
    if (piece.kind !== 'paragraph' || lines.length >= TITLE_LINES) break;
    lines.push(piece);
  }
  const place = titleLines(lines);
  if (!place) return [...pieces];
  const own = lines.slice(place.first, place.last + 1);
  return [
    ...pieces.slice(0, first + place.first),
    { kind: 'title', text: own.map(({ text }) => text).reduce(joined) },
    ...pieces.slice(first + place.last + 1),
  ];
}

function titleLines(lines: readonly Paragraph[]): { first: number; last: number } | undefined {
  const found = findAnyTitle(lines.map(({ text }) => text.text));
  // Text that runs on behind the title keeps it in its paragraph.
  if (!found || found.title.end < found.text.trimEnd().length - LONGEST_BEHIND) return undefined;
  const whole = wholeTitle(lines);
  const isWhole =
    whole !== undefined &&
    whole.first <= found.first &&
    whole.last >= found.last &&
    lines.slice(whole.first, whole.last + 1).every(({ isCentred }) => isCentred === true) &&
    namesTheSame(lines, whole);
  return isWhole ? whole : found;
}

/** Behind the name a year in brackets, 格式 or the like may stand. */
const LONGEST_BEHIND = 16;

/** What the model reads of a text's title. */
function identityOf(text: string): Identity {
  const { blocks } = parse(text, VOCABULARY);
  return readIdentity(blocks, readKind(blocks, BUILT_IN) ?? OGI_REPORT);
}

/** The lines that the model takes for the title, with those above and below that name the body and the year. */
function wholeTitle(lines: readonly Paragraph[]): { first: number; last: number } | undefined {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += `${line.text.text}\n\n`;
  }
  const { place } = identityOf(text);
  if (!place) return undefined;
  const first = starts.indexOf(place.start);
  const last = starts.findLastIndex(start => start < place.end);
  return first < 0 ? undefined : { first, last };
}

/** Whether the lines as one name the same body and year as they do one below the other. */
function namesTheSame(lines: readonly Paragraph[], { first, last }: { first: number; last: number }): boolean {
  const own = lines.slice(first, last + 1).map(({ text }) => text.text);
  const read = (text: string) => {
    const { year, publicBody } = identityOf(`${text}\n`);
    return `${String(year?.value)} ${String(publicBody?.value)}`;
  };
  return read(own.join('\n\n')) === read(own.join(''));
}

// ── Signs of Markdown ──

/** Text whose signs would be read as Markdown or tags, written so that they stand for themselves. */
export function escaped(text: MappedText): MappedText {
  const { tags, marks, notes } = kindsIn(text.text);
  const isMarked = (marks || notes) && withoutMarks(text).text !== text.text;
  const isBlockMark = /^(?:#{1,6}(?=[\s#]|$)|>|[-*+](?=\s)|(?:-{3,}|={3,}|`{3,}|~{3,})\s*$)/.test(text.text);
  if (!tags && !isMarked && !isBlockMark) return text;
  const builder = new MappedTextBuilder();
  for (const { at, length, from, to } of text.pieces) {
    const isVerbatim = to - from === length;
    for (let i = at; i < at + length; i++) {
      const written = writtenSign(text.text, i, isMarked, isBlockMark && i === 0);
      const start = isVerbatim ? from + i - at : from;
      builder.add(written, start, isVerbatim ? start + 1 : to);
    }
  }
  return builder.take();
}

function writtenSign(text: string, at: number, isMarked: boolean, isBlockMark: boolean): string {
  const sign = text.charAt(at);
  const behind = text.slice(at + 1, at + 12);
  if (sign === '<' && /^[a-z/!?]/i.test(behind)) return '&lt;';
  if (sign === '&' && /^(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(behind)) return '&amp;';
  if (isBlockMark) return `\\${sign}`;
  if (!isMarked) return sign;
  if (sign === '\\') return /[!-/:-@[-`{}~]/.test(behind.charAt(0)) ? '\\\\' : sign;
  if (sign === '[') return /^\^\d{1,4}\]/.test(behind) ? sign : '\\[';
  return '*_`~'.includes(sign) ? `\\${sign}` : sign;
}

/** Words for a comment: it would end at two hyphens, and stays on one line. */
export function commentText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/--+/g, dashes => '－'.repeat(dashes.length))
    .replace(/-$/, '－');
}

/** A line of a table that is laid out by tab stops. */
function isTabbed(piece: DraftPiece | undefined): piece is Paragraph {
  return piece?.kind === 'paragraph' && piece.text.text.includes('\t');
}

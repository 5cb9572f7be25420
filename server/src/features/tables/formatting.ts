import type { TextEdit } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { hasMergeMarker } from '../../model/mergeConflicts.ts';
import { VOCABULARY } from '../../model/vocabulary.ts';
import type { Placed, Table } from '../../syntax/block.ts';
import { inner, LineReader } from '../../syntax/lineReader.ts';
import { pipe } from '../../syntax/tables/pipe.ts';
import type { Change } from '../../text/change.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { displayWidth, type AmbiguousWidth } from '../../text/width.ts';
import { toRange } from '../support/convert.ts';

export interface FormattingOptions {
  readonly ambiguousWidth: AmbiguousWidth;
}

/**
 * Edits that align the pipe tables of a draft, or those lines of them that meet `range`.
 *
 * Only the blanks beside pipes and the dashes of the line below the header change: no edit touches a figure or a word.
 * Other layouts, prose, line ends, indentation and missing outer pipes stay as they are; so does a table that alignment
 * would blow up, one with a merge conflict, and one that would be read otherwise afterwards.
 */
export function formatting(
  { source, blocks }: Pick<Snapshot, 'source' | 'blocks'>,
  range: Span | undefined,
  options: FormattingOptions,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const placed of blocks) {
    const { at, block } = placed;
    if (block.kind !== 'table' || block.layout !== 'pipe' || hasMergeMarker(block)) continue;
    if (range && (at + block.span.end < range.start || range.end < at + block.span.start)) continue;
    const changes = alignTable(source, { at, block }, options.ambiguousWidth).filter(
      ({ span }) => !range || meetsLineOf(source, span, range),
    );
    for (const { span, text } of edits.length + changes.length > MOST_EDITS ? asOne(source, changes) : changes) {
      edits.push({ range: toRange(source, span), newText: text });
    }
  }
  return edits;
}

/** More edits than this are sent as one for each table. */
const MOST_EDITS = 20_000;

function asOne(source: Source, changes: readonly Change[]): Change[] {
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last) return [];
  const span = { start: first.span.start, end: last.span.end };
  return [{ span, text: applied(source.slice(span), changes, span.start) }];
}

/** Whether a range holds part of the line that a change stands on. */
function meetsLineOf(source: Source, { start }: Span, range: Span): boolean {
  const line = source.line(source.lineAt(start));
  return line.start <= range.end && range.start <= line.end;
}

/** Text between two pipes. */
interface Piece {
  /** From the pipe before it, or the first sign of the line, to the pipe behind it or the last sign. */
  readonly span: Span;
  readonly text: string;
  readonly width: number;
  readonly hasPipeBefore: boolean;
  readonly hasPipeBehind: boolean;
}

interface PipeLine {
  readonly pieces: readonly Piece[];
  readonly isDelimiter: boolean;
}

/** A column is not made wider than this; longer texts stand out of it. */
const WIDEST_COLUMN = 160;
/** A table that alignment would make longer than this is left alone. */
const LONGEST_GROWTH = { factor: 4, plus: 100_000 };
const MOST_PIECES_ON_A_LINE = 400;
/** As wide as the dashes below a header must be. */
const NARROWEST_COLUMN = 3;

function alignTable(source: Source, { at, block }: Placed<Table>, ambiguous: AmbiguousWidth): Change[] {
  const whole = { start: at + block.span.start, end: at + block.span.end };
  const lines = readLines(source, whole, ambiguous);
  if (!lines) return [];
  const widths = columnWidths(lines);
  const aligned = alignments(lines);
  const changes = lines.flatMap(line => [...alignLine(source, line, widths, aligned)]);
  const growth = changes.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  const before = source.slice(whole);
  if (changes.length === 0 || growth > before.length * (LONGEST_GROWTH.factor - 1) + LONGEST_GROWTH.plus) return [];
  return isReadAs(block, applied(before, changes, whole.start)) ? changes : [];
}

/** The lines of a table; undefined where one of them has no pipe, or more than any table. */
function readLines(source: Source, whole: Span, ambiguous: AmbiguousWidth): PipeLine[] | undefined {
  const lines: PipeLine[] = [];
  const last = source.lineAt(Math.max(whole.start, whole.end - 1));
  for (let number = source.lineAt(whole.start); number <= last; number++) {
    const line = source.line(number);
    const pieces = readPieces(source.slice(line), line.start, ambiguous);
    if (pieces.length === 0 || pieces.length > MOST_PIECES_ON_A_LINE) return undefined;
    // The line below the header; a row of dashes further down is data.
    const isDelimiter = lines.length === 1 && pieces.every(({ text }) => DELIMITER_CELL.test(text));
    lines.push({ pieces, isDelimiter });
  }
  return lines;
}

const DELIMITER_CELL = /^:?-+:?$/;

/** The pieces of a line between its pipes; none where it has no pipe. A pipe behind a backslash parts nothing. */
function readPieces(text: string, offset: number, ambiguous: AmbiguousWidth): Piece[] {
  const { start, end } = inner(text);
  const bars: number[] = [];
  for (let bar = text.indexOf('|', start); bar >= 0 && bar < end; bar = text.indexOf('|', bar + 1)) {
    if (text.charAt(bar - 1) !== '\\') bars.push(bar);
    if (bars.length > MOST_PIECES_ON_A_LINE + 1) return [];
  }
  if (bars.length === 0) return [];
  const pieces: Piece[] = [];
  const add = (from: number, to: number) => {
    const words = trimBlanks(text.slice(from, to));
    pieces.push({
      span: { start: offset + from, end: offset + to },
      text: words,
      width: displayWidth(words, ambiguous),
      hasPipeBefore: text.charAt(from - 1) === '|' && from > start,
      hasPipeBehind: to < end,
    });
  };
  const [first = end] = bars;
  if (first > start) add(start, first);
  for (const [i, bar] of bars.entries()) {
    const next = bars[i + 1] ?? end;
    // Behind the closing pipe stands nothing.
    if (bar + 1 < end || next < end) add(bar + 1, next);
  }
  return pieces;
}

/** Full-width and no-break spaces are text here: they are kept. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function blanksFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function trimBlanks(text: string): string {
  const start = blanksFrom(text, 0);
  let end = text.length;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function columnWidths(lines: readonly PipeLine[]): number[] {
  const widths: number[] = [];
  for (const { pieces, isDelimiter } of lines) {
    for (const [column, { width }] of pieces.entries()) {
      const wanted = isDelimiter ? NARROWEST_COLUMN : Math.min(width, WIDEST_COLUMN);
      widths[column] = Math.max(widths[column] ?? NARROWEST_COLUMN, wanted);
    }
  }
  return widths;
}

type Alignment = 'left' | 'right' | 'centre';

function alignments(lines: readonly PipeLine[]): readonly Alignment[] {
  const delimiter = lines.find(({ isDelimiter }) => isDelimiter);
  return (delimiter?.pieces ?? []).map(({ text }) => {
    if (!text.endsWith(':')) return 'left';
    return text.startsWith(':') && text.length > 1 ? 'centre' : 'right';
  });
}

function* alignLine(
  source: Source,
  { pieces, isDelimiter }: PipeLine,
  widths: readonly number[],
  aligned: readonly Alignment[],
): Iterable<Change> {
  for (const [column, piece] of pieces.entries()) {
    const width = widths[column] ?? piece.width;
    const text = isDelimiter ? dashes(piece.text, width) : piece.text;
    const room = Math.max(0, width - (isDelimiter ? width : piece.width));
    const alignment = isDelimiter ? 'left' : (aligned[column] ?? 'left');
    const left = alignment === 'right' ? room : alignment === 'centre' ? room >> 1 : 0;
    const before = piece.hasPipeBefore ? ' '.repeat(left + 1) : '';
    // Nothing is put at the end of a line.
    const behind = piece.hasPipeBehind ? ' '.repeat(room - left + 1) : '';
    yield* changesOf(source, piece, before, text, behind);
  }
}

/** The dashes of a delimiter as wide as the column, its colons kept. */
function dashes(text: string, width: number): string {
  const left = text.startsWith(':') && text.length > 1 ? ':' : '';
  const right = text.endsWith(':') ? ':' : '';
  return left + '-'.repeat(Math.max(1, width - left.length - right.length)) + right;
}

/** What must change around a text, and in it where it is a delimiter's. */
function* changesOf(
  source: Source,
  { span, text: old }: Piece,
  before: string,
  text: string,
  behind: string,
): Iterable<Change> {
  const raw = source.slice(span);
  if (raw === before + text + behind) return;
  if (old === '' || old !== text) {
    yield { span, text: before + text + behind };
    return;
  }
  const start = blanksFrom(raw, 0);
  const end = start + old.length;
  if (raw.slice(0, start) !== before) yield { span: { start: span.start, end: span.start + start }, text: before };
  if (raw.slice(end) !== behind) yield { span: { start: span.start + end, end: span.end }, text: behind };
}

function applied(text: string, changes: readonly Change[], offset: number): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: by } of changes) {
    parts.push(text.slice(at, span.start - offset), by);
    at = span.end - offset;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Whether the reader of pipe tables finds the table's cells in a text. */
function isReadAs({ rows }: Table, text: string): boolean {
  const reader = new LineReader(text);
  const now = pipe.read(reader, reader.lineFrom(0), VOCABULARY)?.rows;
  return (
    now?.length === rows.length &&
    rows.every(({ cells }, r) => {
      const others = now[r]?.cells;
      return cells.length === others?.length && cells.every((cell, c) => cell.text === others[c]?.text);
    })
  );
}

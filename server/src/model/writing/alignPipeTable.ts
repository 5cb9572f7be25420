import type { ChosenEdition } from '../../format/editionSet.ts';
import { isKind, type Placed, type Table } from '../../syntax/block.ts';
import { inner, LineReader } from '../../syntax/lineReader.ts';
import { parse } from '../../syntax/readBlocks.ts';
import { pipe } from '../../syntax/tables/pipe.ts';
import type { Change } from '../../text/change.ts';
import { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { displayWidth, type AmbiguousWidth } from '../../text/width.ts';
import type { TableContent } from '../report.ts';
import { bindTable } from '../tables/binder.ts';
import { VOCABULARY } from '../vocabulary.ts';
import { layOutColumns, type ColumnLayout } from './columnLayout.ts';
import { dashes, paddingOf, type Alignment } from './pipeRows.ts';

/** A table that alignment would make longer than this is left alone. */
const LONGEST_GROWTH = { factor: 4, plus: 100_000 };
const MOST_PIECES_ON_A_LINE = 400;

/**
 * Changes that align a pipe table: only the blanks beside pipes and the dashes of the line below the header change.
 * `official` is what the table holds, where it is an official one. None where the table would be blown up, or read
 * otherwise afterwards.
 */
export function alignPipeTable(
  source: Pick<Source, 'slice' | 'line' | 'lineAt'>,
  { at, block }: Placed<Table>,
  official: Pick<TableContent, 'figures'> | undefined,
  ambiguous: AmbiguousWidth = 'wide',
): Change[] {
  const whole = { start: at + block.span.start, end: at + block.span.end };
  const lines = readLines(source, whole, ambiguous);
  if (!lines) return [];
  const places = new Set([...(official?.figures.values() ?? [])].map(({ span }) => span.start));
  const isFigure = ({ span }: Piece) => places.size > 0 && placeIn(places, span);
  const layout = layOutColumns(
    lines.map(({ pieces, isDelimiter }) => ({
      cells: pieces.map(piece => ({ width: piece.width, isFigure: isFigure(piece) })),
      isDelimiter,
    })),
  );
  const aligned = alignments(lines);
  const changes = lines.flatMap((line, i) => [...alignLine(source, line, i, layout, aligned)]);
  const growth = changes.reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
  const before = source.slice(whole);
  if (changes.length === 0 || growth > before.length * (LONGEST_GROWTH.factor - 1) + LONGEST_GROWTH.plus) return [];
  return isReadAs(block, applied(before, changes, whole.start)) ? changes : [];
}

/** A text that is one pipe table, aligned. */
export function alignedTable(text: string, chosen: ChosenEdition): string {
  const [placed] = parse(text, VOCABULARY).blocks;
  if (!placed || !isKind(placed, 'table')) return text;
  const official = bindTable(placed.block, chosen) ?? undefined;
  return applied(text, alignPipeTable(new Source(text), placed, official), 0);
}

/** A text with changes in it, in their order; `offset` is where the text starts. */
export function applied(text: string, changes: readonly Change[], offset: number): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: by } of changes) {
    parts.push(text.slice(at, span.start - offset), by);
    at = span.end - offset;
  }
  parts.push(text.slice(at));
  return parts.join('');
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

/** Whether one of some places stands in a piece; an empty cell's is one sign behind the pipe at most. */
function placeIn(places: ReadonlySet<number>, { start, end }: Span): boolean {
  for (let at = start; at <= end; at++) if (places.has(at)) return true;
  return false;
}

/** The lines of a table; undefined where one of them has no pipe, or more than any table. */
function readLines(
  source: Pick<Source, 'slice' | 'line' | 'lineAt'>,
  whole: Span,
  ambiguous: AmbiguousWidth,
): PipeLine[] | undefined {
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

function alignments(lines: readonly PipeLine[]): readonly Alignment[] {
  const delimiter = lines.find(({ isDelimiter }) => isDelimiter);
  return (delimiter?.pieces ?? []).map(({ text }) => {
    if (!text.endsWith(':')) return 'left';
    return text.startsWith(':') && text.length > 1 ? 'centre' : 'right';
  });
}

function* alignLine(
  source: Pick<Source, 'slice'>,
  { pieces, isDelimiter }: PipeLine,
  row: number,
  layout: ColumnLayout,
  aligned: readonly Alignment[],
): Iterable<Change> {
  for (const [column, piece] of pieces.entries()) {
    const slot = layout.slots[row]?.[column] ?? piece.width;
    const text = isDelimiter ? dashes(piece.text, slot, layout.isNarrow) : piece.text;
    const width = isDelimiter ? text.length : piece.width;
    const { left, right } = paddingOf(width, slot, isDelimiter ? 'left' : (aligned[column] ?? 'left'), {
      isFlush: layout.isNarrow && layout.isLabelColumn(column),
    });
    const before = piece.hasPipeBefore ? ' '.repeat(left) : '';
    // Nothing is put at the end of a line.
    const behind = piece.hasPipeBehind ? ' '.repeat(right) : '';
    yield* changesOf(source, piece, before, text, behind);
  }
}

/** What must change around a text, and in it where it is a delimiter's. */
function* changesOf(
  source: Pick<Source, 'slice'>,
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

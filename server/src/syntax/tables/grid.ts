import { displayWidth } from '../../text/width.ts';
import type { Cell, Row } from '../block.ts';
import { isFigureText } from '../cellValue.ts';
import type { Line } from '../line.ts';
import { indentOf, inner, isBlank } from '../lineReader.ts';
import type { TableLayout } from './layout.ts';

/** The upper border of a table, and one inside or below: `|---+---|` where programs go on with bars. */
const TOP = /^\+(?:[-=:]+\+)+$/;
const BORDER = /^[+|](?:[-=:]+[+|])+$/;
const LONGEST_LINE = 4000;

/** Signs of drawn boxes, and those of a plain text that stand for them. */
const DRAWN: ReadonlyMap<string, string> = new Map([
  ...Array.from('─━═╌┄', (sign): [string, string] => [sign, '-']),
  ...Array.from('│┃║╎┆', (sign): [string, string] => [sign, '|']),
  ...Array.from('┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯┠┨┯┷╞╡╤╧╪╟╢', (sign): [string, string] => [sign, '+']),
]);
const DRAWN_SIGNS = new RegExp(`[${[...DRAWN.keys()].join('')}]`, 'g');

/**
 * Grid tables as pandoc writes them: `+---+` borders, cells over several lines, merged cells without a border between.
 * Browsers of terminals and libraries draw them as boxes (`┌──┬──┐`).
 */
export const grid: TableLayout = {
  id: 'grid',
  read(reader, first) {
    const corner = first.text.charAt(indentOf(first.text));
    if (corner === '' || !'+┌┏╔╭'.includes(corner) || first.text.length > LONGEST_LINE) return null;
    let line = undrawn(first);
    if (!TOP.test(line.text.trim())) return null;
    // Borders alone would be read again from each of them.
    const second = undrawn(reader.lineFrom(line.next));
    if (second.text.length > LONGEST_LINE || segmentsOf(second, displayWidth).every(({ isBorder }) => isBorder))
      return null;
    const lines: Line[] = [];
    while (/^[+|]/.test(line.text.trimStart()) && line.text.length <= LONGEST_LINE) {
      lines.push(line);
      if (line.next >= reader.length) break;
      line = undrawn(reader.lineFrom(line.next));
    }
    const last = lines.at(-1);
    if (!last || lines.length < 3) return null;
    const placed = byBars(lines) ?? byBoundaries(lines);
    if (!placed) return null;
    const rows = layOutCells(readCells(placed.lines), placed.columnCount);
    return rows.length === 0 ? null : { rows, columnCount: placed.columnCount, end: last.end, next: last.next };
  },
};

/** A line with the signs of a plain text in the place of drawn ones. */
function undrawn(line: Line): Line {
  return { ...line, text: line.text.replace(DRAWN_SIGNS, sign => DRAWN.get(sign) ?? sign) };
}

/** Part of a line between two borders or bars; columns are display columns. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Offset of the text in the draft. */
  readonly at: number;
  readonly isBorder: boolean;
}

/** Columns that a text takes. */
type Width = (text: string) => number;

/**
 * How the program that wrote a table measured texts: by the columns that they take, or by their characters where
 * more lines end below the end of the upper border then.
 */
function widthIn(lines: readonly Line[]): Width {
  const texts = lines.map(({ text }) => text.trimEnd());
  const end = texts[0]?.length ?? 0;
  const byCharacters = texts.filter(text => text.length === end).length;
  const byColumns = texts.filter(text => displayWidth(text) === end).length;
  return byCharacters > byColumns ? text => text.length : displayWidth;
}

function segmentsOf(line: Line, width: Width): Segment[] {
  const segments: Segment[] = [];
  const { text } = line;
  let open: { index: number; column: number } | undefined;
  let column = 0;
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isBoundary(text, i)) continue;
    column += width(text.slice(done, i));
    done = i;
    if (open) {
      const content = text.slice(open.index + 1, i);
      segments.push({
        from: open.column,
        to: column,
        text: content,
        at: line.start + open.index + 1,
        isBorder: /^[-=:]+$/.test(content),
      });
    }
    open = { index: i, column };
  }
  return segments;
}

/** Whether a bar or a plus bounds a cell. A plus does where a border begins or ends; others are text (8+4). */
function isBoundary(text: string, i: number): boolean {
  const sign = text.charAt(i);
  if (sign === '|') return text.charAt(i - 1) !== '\\';
  return sign === '+' && (/[-=:]/.test(text.charAt(i + 1)) || /[-=:]/.test(text.charAt(i - 1)));
}

function boundariesOf(lines: readonly Line[], width: Width): readonly number[] {
  const columns = new Set<number>();
  for (const line of lines) {
    for (const { from, to, isBorder } of segmentsOf(line, width)) {
      if (!isBorder || !BORDER.test(line.text.trim())) continue;
      columns.add(from);
      columns.add(to);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

/** Index of the nearest boundary: programs measure the width of some characters differently. */
function indexOf(boundaries: readonly number[], column: number): number {
  let best = 0;
  for (const [i, boundary] of boundaries.entries())
    if (Math.abs(boundary - column) < Math.abs((boundaries[best] ?? 0) - column)) best = i;
  return best;
}

/** A segment in its columns, the last of which is before `end`. */
interface PlacedSegment extends Segment {
  readonly column: number;
  readonly end: number;
}

interface PlacedLines {
  readonly lines: readonly (readonly PlacedSegment[])[];
  readonly columnCount: number;
}

/** Merged cells have no bar or border between: the places of the borders tell the columns. */
function byBoundaries(lines: readonly Line[]): PlacedLines | undefined {
  const width = widthIn(lines);
  const boundaries = boundariesOf(lines, width);
  if (boundaries.length < 2) return undefined;
  return {
    lines: lines.map(line =>
      segmentsOf(line, width).map(segment => ({
        ...segment,
        column: indexOf(boundaries, segment.from),
        end: indexOf(boundaries, segment.to),
      })),
    ),
    columnCount: boundaries.length - 1,
  };
}

/**
 * Where every line has as many bars as the others, these tell the columns, however wide they are drawn. Between the
 * frame, and below the border of the head where there is no other, each line is a row.
 */
function byBars(lines: readonly Line[]): PlacedLines | undefined {
  const segments = lines.map(line =>
    segmentsOf(line, text => text.length).map((segment, i): PlacedSegment => ({ ...segment, column: i, end: i + 1 })),
  );
  const columnCount = segments[0]?.length ?? 0;
  if (columnCount < 2 || segments.some(({ length }) => length !== columnCount)) return undefined;
  const isBorder = segments.map(line => line.every(segment => segment.isBorder));
  const borders = isBorder.filter(is => is).length;
  const placed: (readonly PlacedSegment[])[] = [];
  for (let from = 0; from < segments.length;) {
    let to = from + 1;
    while (to < segments.length && isBorder[to] === false) to++;
    const [border = [], ...group] = segments.slice(from, to);
    const isApart = borders <= FRAME || (borders === FRAME_AND_HEAD && isRows(group));
    if (isApart) for (const line of group) placed.push(border, line);
    else placed.push(border, ...group);
    from = to;
  }
  return { lines: placed, columnCount };
}

const [FRAME, FRAME_AND_HEAD] = [2, 3];

/** Whether most of some lines begin with words, and several hold figures: cells over several lines do not. */
function isRows(lines: readonly (readonly Segment[])[]): boolean {
  const withWords = lines.filter(line => line.some(({ text }) => text.trim().length > 1 && !isFigureText(text)));
  const withFigures = lines.filter(line => line.some(({ text }) => !isBlank(text) && isFigureText(text)));
  return withWords.length * 2 > lines.length && withFigures.length > 1;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly parts: { text: string; start: number; end: number }[];
  readonly empty: number;
  rowSpan: number;
}

function readCells(lines: PlacedLines['lines']): OpenCell[] {
  const cells: OpenCell[] = [];
  const open = new Map<number, OpenCell>();
  let row = -1;
  for (const segments of lines) {
    const borders = segments.filter(({ isBorder }) => isBorder);
    if (borders.length > 0) {
      row++;
      for (const [column, cell] of open) {
        if (borders.some(border => border.column < column + cell.columnSpan && column < border.end))
          open.delete(column);
        else cell.rowSpan++;
      }
    }
    for (const { column, end, text, at, isBorder } of segments) {
      if (isBorder || end <= column) continue;
      let cell = open.get(column);
      if (!cell) {
        cell = { row, column, columnSpan: end - column, rowSpan: 1, parts: [], empty: at + Math.min(1, text.length) };
        open.set(column, cell);
        cells.push(cell);
      }
      if (isBlank(text)) continue;
      const body = inner(text);
      cell.parts.push({ text: text.slice(body.start, body.end), start: at + body.start, end: at + body.end });
    }
  }
  return cells;
}

function layOutCells(found: readonly OpenCell[], width: number): Row[] {
  const height = Math.max(0, ...found.map(({ row, rowSpan }) => row + rowSpan));
  const laid: (Cell | undefined)[][] = Array.from({ length: height }, () => []);
  for (const { row, column, columnSpan, rowSpan, parts, empty } of found) {
    const first = parts[0];
    const last = parts.at(-1);
    const span = first && last ? { start: first.start, end: last.end } : { start: empty, end: empty };
    const cell: Cell = { text: parts.map(part => part.text).join(' '), span, row, column, rowSpan, columnSpan };
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < Math.min(column + columnSpan, width); c++) (laid[r] ?? [])[c] ??= cell;
  }
  return laid
    .map((cells): Row => {
      const filled = cells.filter(cell => cell !== undefined);
      return {
        cells: filled,
        span: {
          start: Math.min(...filled.map(cell => cell.span.start)),
          end: Math.max(...filled.map(cell => cell.span.end)),
        },
      };
    })
    .filter(({ cells }) => cells.length > 0);
}

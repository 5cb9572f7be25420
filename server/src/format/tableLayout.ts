import type { HeadingDescription } from './description.ts';
import type { ColumnSpec, LayoutCell, PartSpec, RowSpec } from './types.ts';

/** A part with all lines that it prints, those without figures too. */
export interface PrintedPart {
  readonly spec: PartSpec;
  readonly lines: readonly (RowSpec | HeadingDescription)[];
}

type Line = LayoutCell[];

/** What a line without figures prints in their places. */
const NO_FIGURE = '——';

/**
 * The merged cells of a table as it is printed, line by line. Labels that rows or columns share stand once, beside or
 * above the first of them; the last column takes what a part has less than the widest one.
 */
export function tableLayout(parts: readonly PrintedPart[]): readonly (readonly LayoutCell[])[] {
  const width = Math.max(0, ...parts.map(({ spec }) => widthOf(spec)));
  return parts.flatMap(part => [
    ...(part.spec.caption === '' ? [] : [[text(part.spec.caption, width)]]),
    ...(part.spec.rowsAcross ? acrossLines(part.spec) : partLines(part, width)),
  ]);
}

function text(label: string, columnSpan = 1, rowSpan = 1): LayoutCell {
  return { kind: 'text', text: label, ...spans(columnSpan, rowSpan) };
}

function figure(row: string, column: string, columnSpan = 1): LayoutCell {
  return { kind: 'figure', row, column, ...spans(columnSpan, 1) };
}

function spans(columnSpan: number, rowSpan: number): Pick<LayoutCell, 'columnSpan' | 'rowSpan'> {
  return { ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}

/** Columns of labels before the figures. */
function labelsOf({ rows }: PartSpec): number {
  return 1 + Math.max(0, ...rows.map(({ path }) => path.length));
}

function widthOf(part: PartSpec): number {
  if (part.rowsAcross) return part.rows.length * part.columns.length;
  const besides = part.keyValue && part.rows.some(({ beside }) => beside) ? BESIDE_CELLS : 0;
  return labelsOf(part) + (part.unitColumn ? 1 : 0) + part.columns.length + besides;
}

/** A label and a value behind those of the row before. */
const BESIDE_CELLS = 2;

function partLines({ spec, lines }: PrintedPart, width: number): Line[] {
  const { columns, corner, unitColumn } = spec;
  const labels = labelsOf(spec);
  const rest = width - widthOf(spec);
  const spanOf = (index: number): number => (index === columns.length - 1 ? 1 + rest : 1);
  if (spec.keyValue) return pairLines(lines, labels, width);
  const head = headLines(columns.map((column, index) => ({ ...column, columnSpan: spanOf(index) })));
  head[0]?.unshift(text(corner, labels, head.length), ...(unitColumn ? [text(unitColumn.label, 1, head.length)] : []));
  const body = lines.map((line, at): Line => {
    if (!('key' in line)) {
      const dashes = [...(unitColumn ? [NO_FIGURE] : []), ...columns.map(() => NO_FIGURE)];
      return [text(line.heading, labels), ...dashes.map((dash, i) => text(dash, spanOf(i - (unitColumn ? 1 : 0))))];
    }
    return [
      ...sharedLabels(lines, at),
      text(line.label, labels - line.path.length),
      ...(unitColumn ? [text(line.unit ?? '')] : []),
      ...columns.map(({ key }, index) => figure(line.key, key, spanOf(index))),
    ];
  });
  return [...head, ...body];
}

/** The lines of labels with their values, up to two of either in a line. */
function pairLines(lines: PrintedPart['lines'], labels: number, width: number): Line[] {
  const printed = lines.filter((line, at) => !isBeside(line, lines[at - 1]));
  return printed.map((line, at): Line => {
    if (!('key' in line)) return [text(line.heading, width)];
    const second = lines[lines.indexOf(line) + 1];
    const pair = isBeside(second, line) ? second : undefined;
    return [
      ...sharedLabels(printed, at),
      text(line.label, labels - line.path.length),
      figure(line.key, VALUE_KEY, pair ? 1 : width - labels),
      ...(pair ? [text(pair.label), figure(pair.key, VALUE_KEY, width - labels - BESIDE_CELLS)] : []),
    ];
  });
}

/** Key of the column of values beside labels. */
export const VALUE_KEY = 'value';

/** Whether a row is printed behind another one: not behind one that stands behind a third itself. */
function isBeside(
  line: PrintedPart['lines'][number] | undefined,
  before: PrintedPart['lines'][number] | undefined,
): line is RowSpec {
  return (
    line !== undefined &&
    'key' in line &&
    line.beside === true &&
    before !== undefined &&
    'key' in before &&
    !before.beside
  );
}

/** The labels that the rows from a line on share, where the line before has them not. */
function sharedLabels(lines: PrintedPart['lines'], at: number): Line {
  const line = lines[at];
  if (!line || !('key' in line)) return [];
  return line.path.flatMap((label, depth) => {
    const count = runOf(lines, at, depth);
    return count > 0 ? [text(label, 1, count)] : [];
  });
}

/** Lines from `at` on that share its labels down to a depth; 0 where the line before shares them too. */
function runOf(lines: PrintedPart['lines'], at: number, depth: number): number {
  const line = lines[at];
  const own = line && 'key' in line ? line.path.slice(0, depth + 1) : [];
  const shares = (other: (typeof lines)[number] | undefined): boolean =>
    other !== undefined && 'key' in other && own.every((label, i) => other.path[i] === label);
  if (shares(lines[at - 1])) return 0;
  let end = at + 1;
  while (shares(lines[end])) end++;
  return end - at;
}

/** One line of figures: the rows stand side by side, each under its labels. */
function acrossLines({ rows, columns }: PartSpec): Line[] {
  const head = headLines(rows.flatMap(({ path }) => columns.map(({ label }) => ({ label, group: path }))));
  return [...head, rows.flatMap(row => columns.map(column => figure(row.key, column.key)))];
}

type HeadColumn = Pick<ColumnSpec, 'label' | 'group'> & { readonly columnSpan?: number };

/** The lines of a head: labels under those that they share with their neighbours. */
function headLines(columns: readonly HeadColumn[]): Line[] {
  const depth = 1 + Math.max(0, ...columns.map(({ group = [] }) => group.length));
  const lines: Line[] = Array.from({ length: depth }, () => []);
  for (const [index, { label, group = [], columnSpan }] of columns.entries()) {
    for (const [level, shared] of group.entries()) {
      const shares = (other: HeadColumn | undefined): boolean =>
        other !== undefined && group.slice(0, level + 1).every((each, i) => other.group?.[i] === each);
      if (shares(columns[index - 1])) continue;
      let span = 0;
      for (let at = index; shares(columns[at]); at++) span += columns[at]?.columnSpan ?? 1;
      lines[level]?.push(text(shared, span));
    }
    lines[group.length]?.push(text(label, columnSpan, depth - group.length));
  }
  return lines;
}

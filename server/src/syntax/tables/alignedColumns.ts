import type { Cell, Row } from '../block.ts';
import type { Line } from '../line.ts';
import { displayWidth } from '../../text/width.ts';
import { isFigure } from './alignedPieces.ts';

/** Rows of fewer figures have no blank that their neighbours show. */
const LEAST_FIGURES = 5;
/** Part of the distance to the next column by which a figure may stand beside its own. */
const NEAR = 1 / 3;
/** Columns stand at least so far apart, in widths of a digit. */
const LEAST_GAP = 3;

/** A row's figures, and where they stand in their line, in widths of a digit. */
interface Measured {
  readonly row: Row;
  readonly figures: readonly Cell[];
  readonly middles: readonly number[];
}

/**
 * Rows with blanks in the place of figures that are not there: the rows that have most figures show where the columns
 * stand, where the figures of all others stand below theirs.
 */
export function withBlanks(rows: readonly Row[], lines: readonly Line[]): readonly Row[] {
  const counts = rows.map(row => figuresIn(row).length);
  const width = Math.max(...counts);
  if (width < LEAST_FIGURES || counts.every(count => count === 0 || count === width)) return rows;
  const whole = rows.flatMap((row, r) => (counts[r] === width ? (measured(row, lines) ?? []) : []));
  const columns = Array.from({ length: width }, (_, c) => middleOf(whole.map(({ middles }) => middles[c] ?? 0)));
  if (whole.length === 0 || columns.some((at, c) => c > 0 && at - (columns[c - 1] ?? 0) < LEAST_GAP)) return rows;
  // A single row of one figure more may hold one that is none of its own.
  if (whole.length === 1 && counts.filter(count => count === width - 1).length > 1) return rows;
  const filled: Row[] = [];
  for (const [r, row] of rows.entries()) {
    const count = counts[r] ?? 0;
    const own = count > 0 && count < width ? measured(row, lines) : undefined;
    const fitting = own ? filledUp(own, columns) : row;
    // Where one row does not fit, the others may do so by chance.
    if (!fitting) return rows;
    filled.push(fitting);
  }
  return filled;
}

/** The figures at the end of a row, behind its label. */
function figuresIn({ cells }: Row): readonly Cell[] {
  const from = cells.findIndex(isFigure);
  const figures = from < 0 ? [] : cells.slice(from);
  return from <= 1 && figures.every(isFigure) ? figures : [];
}

function measured(row: Row, lines: readonly Line[]): Measured | undefined {
  const figures = figuresIn(row);
  const start = figures[0]?.span.start ?? 0;
  const line = lines.find(each => each.start <= start && start < each.end);
  if (!line || (figures.at(-1)?.span.end ?? 0) > line.end) return undefined;
  const at = (offset: number) => displayWidth(line.text.slice(0, offset - line.start));
  return { row, figures, middles: figures.map(({ span }) => (at(span.start) + at(span.end)) / 2) };
}

function filledUp({ row, figures, middles }: Measured, columns: readonly number[]): Row | undefined {
  const places = middles.map(middle => {
    const near = columns.findIndex((at, c) => {
      const gaps = [columns[c + 1], columns[c - 1]].flatMap(other =>
        other === undefined ? [] : [Math.abs(other - at)],
      );
      return Math.abs(middle - at) < NEAR * Math.min(...gaps);
    });
    return near;
  });
  if (places.some((place, i) => place < 0 || place <= (places[i - 1] ?? -1))) return undefined;
  const before = row.cells.slice(0, row.cells.length - figures.length);
  let end = before.at(-1)?.span.end ?? row.span.start;
  const cells = columns.map((_, c): Cell => {
    const figure = figures[places.indexOf(c)];
    if (figure) end = figure.span.end;
    const column = before.length + c;
    return figure
      ? { ...figure, column }
      : {
          text: '',
          span: { start: end, end },
          row: before[0]?.row ?? figures[0]?.row ?? 0,
          column,
          rowSpan: 1,
          columnSpan: 1,
        };
  });
  return { ...row, cells: [...before, ...cells] };
}

/** The middle one of some numbers. */
function middleOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

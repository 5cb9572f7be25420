import type { RowSpec } from '../../format/types.ts';
import type { Cell } from '../../syntax/block.ts';
import { cover, type Span } from '../../text/span.ts';
import { addsUp, rowEquationOf, type BindingBuilder } from './bindingBuilder.ts';
import { numberIn } from './cells.ts';
import type { Matcher, PartMatcher } from './matcher.ts';

/** A labelled row, or the cells of a line of figures without a label, in the order of the table. */
export type RowOrFigures = RowSpec | readonly Cell[];

/**
 * Gives lines of figures without a label to the rows that are missing between the labelled rows around them, where
 * these are as many as the lines and every line adds up.
 */
export function placeUnlabelledRows(
  builder: BindingBuilder,
  { spec, parts }: Matcher,
  sequence: readonly RowOrFigures[],
  tableSpan: Span,
): void {
  const part = parts[0];
  if (!part || parts.length > 1) return;
  const { rows, columns } = part.spec;
  const total = rowEquationOf(spec, columns);
  if (!total) return;
  const isFilled = (row: RowSpec) => builder.hasFigures(row, columns);
  const filled = sequence.filter(each => isFigures(each) || isFilled(each));
  for (let from = 0; from < filled.length; from++) {
    if (!isFigures(filled[from])) continue;
    let to = from;
    while (isFigures(filled[to])) to++;
    const lines = filled.slice(from, to).filter(isFigures);
    const before = filled[from - 1];
    const after = filled[to];
    const first = before && !isFigures(before) ? rows.indexOf(before) + 1 : 0;
    const last = after && !isFigures(after) ? rows.indexOf(after) : rows.length;
    const open = rows.slice(first, last).filter(row => !isFilled(row));
    if (
      open.length === lines.length &&
      lines.every(line => line.length === columns.length && addsUp(line.map(numberIn), total, columns))
    ) {
      for (const [i, row] of open.entries()) placeFigures(builder, part, row, lines[i] ?? [], tableSpan);
    }
    from = to;
  }
}

function placeFigures(
  builder: BindingBuilder,
  { spec: part }: PartMatcher,
  row: RowSpec,
  line: readonly Cell[],
  tableSpan: Span,
): void {
  for (const [i, column] of part.columns.entries()) {
    const cell = line[i];
    if (cell) builder.addFigure(row, column, cell);
  }
  const span = cover(line.map(cell => cell.span)) ?? tableSpan;
  if (!builder.hasRow(row))
    builder.addRow({ part, spec: row, match: 'variant', label: row.label, labelSpan: span, span });
}

function isFigures(each: RowOrFigures | undefined): each is readonly Cell[] {
  return Array.isArray(each);
}

import { demandsOn } from '../../format/cellTypes.ts';
import type { ColumnSpec, Implication } from '../../format/types.ts';
import { memoByObject } from '../../text/memo.ts';
import { figureKey, type Figure, type TableContent } from '../report.ts';
import { saysNothing, states } from '../tables/cellWords.ts';

/** An implication that a table does not fulfil. */
export interface BrokenImplication {
  readonly implication: Implication;
  readonly column: ColumnSpec;
  /** The cells that state its conditions. */
  readonly conditions: readonly Figure[];
  /** Cells that state something all the same, in the order of the form. */
  readonly filled: readonly Figure[];
}

/** The implications of a table that do not hold. One whose conditions are not all stated says nothing. */
export const brokenImplications = memoByObject((table: TableContent): readonly BrokenImplication[] =>
  table.spec.implications.flatMap(implication =>
    table.spec.parts.flatMap(({ columns }) => columns.flatMap(column => brokenIn(table, implication, column) ?? [])),
  ),
);

function brokenIn(
  { figures, repeatedFigures }: TableContent,
  implication: Implication,
  column: ColumnSpec,
): BrokenImplication | undefined {
  const conditions = implication.when.flatMap(({ row, is }) => {
    const figure = figures.get(figureKey(row, column.key));
    return figure && states(figure.text, demandsOn(figure.row, figure.column).type, is) ? [figure] : [];
  });
  if (conditions.length < implication.when.length) return undefined;
  const filled = implication.empty.flatMap(row => {
    const first = figures.get(figureKey(row, column.key));
    const others = repeatedFigures.filter(figure => figure.row.key === row && figure.column === column);
    return [...(first ? [first] : []), ...others].filter(({ text }) => !saysNothing(text));
  });
  return filled.length === 0 ? undefined : { implication, column, conditions, filled };
}

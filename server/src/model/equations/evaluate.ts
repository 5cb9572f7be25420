import { memoByObject } from '../../text/memo.ts';
import type { Figure, TableContent } from '../report.ts';
import { explanationsOf, markImpliedOutcomes, nameCulprits } from './blame.ts';
import { instancesOf } from './instances.ts';
import { Judged } from './judged.ts';
import type { Outcome } from './outcome.ts';

/** Checks every equation of a table in every row or column; each table is evaluated once. */
export const evaluate = memoByObject((table: TableContent): readonly Outcome[] =>
  markImpliedOutcomes(nameCulprits(instancesOf(table.spec).map(instance => new Judged(table, instance)))),
);

/** The equations of a table that are broken: mostly none. */
export const brokenIn = memoByObject((table: TableContent): readonly Outcome[] =>
  evaluate(table).filter(({ kind }) => kind === 'broken'),
);

/** Cells that stand in a sum that holds. */
const figuresInHoldingSums = memoByObject(
  (table: TableContent): ReadonlySet<Figure | undefined> =>
    new Set(
      evaluate(table)
        .filter(({ kind, equation }) => kind === 'holds' && equation.operator === '=')
        .flatMap(({ left, right }) => [...left, ...right].map(({ figure }) => figure)),
    ),
);

/**
 * Whether an equation that holds today fails once the cell states another value: then the value is no correction, only
 * another mistake. `changed`: the table's own object for the cell.
 */
export function breaksAnother(table: TableContent, changed: Figure, value: number): boolean {
  const stated = changed.quantity.kind === 'value' ? changed.quantity.value : 0;
  return value !== stated && figuresInHoldingSums(table).has(changed);
}

/**
 * By cell what it would have to state so that the broken sums in which it stands add up; it stands in none that holds.
 * None in tables of which a broken sum is not told as a mistake.
 */
export const correctionsOf = memoByObject((table: TableContent): ReadonlyMap<Figure, number> => {
  if (table.spec.isUnverified) return NO_CORRECTIONS;
  const open = evaluate(table).filter(
    ({ kind, equation: { operator, severity } }) =>
      (kind === 'broken' || kind === 'blocked') &&
      operator === '=' &&
      severity !== 'information' &&
      severity !== 'hint',
  );
  if (open.length === 0) return NO_CORRECTIONS;
  return new Map(explanationsOf(open, figuresInHoldingSums(table)).map(({ figure, corrected }) => [figure, corrected]));
});

const NO_CORRECTIONS: ReadonlyMap<Figure, number> = new Map();

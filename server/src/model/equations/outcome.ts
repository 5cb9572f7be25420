import type { ColumnSpec, Equation, RowSpec } from '../../format/types.ts';
import type { Figure, TableContent } from '../report.ts';

/** One cell that takes part in an equation; `figure` is undefined where the draft has no such cell. */
export interface Term {
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly figure: Figure | undefined;
  readonly side: 'left' | 'right';
}

/**
 * What became of an equation in one row or column.
 *
 * `unknown`: a member is unreadable, missing or of unknown column, all members of a side are blank, or the total is
 * blank. `blocked`: broken, but only because of a cell that another outcome already names.
 */
export interface Outcome {
  readonly kind: 'holds' | 'broken' | 'unknown' | 'blocked';
  readonly equation: Equation;
  readonly table: TableContent;
  /** The row or column that the equation was checked in. */
  readonly axis: RowSpec | ColumnSpec;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Whether a blank member is no 0 but may mean that its part does not apply; then nothing is computed. */
  readonly needsAll: boolean;
  /** Sums of both sides with blanks as 0; NaN where a member cannot be read. */
  readonly leftSum: number;
  readonly rightSum: number;
  /** Of a broken one: the single cell whose correction satisfies every broken equation that it stands in. */
  readonly culprit: Culprit | undefined;
  /** Of a broken one with a culprit: the outcomes that the same cell explains. */
  readonly explained: readonly Outcome[] | undefined;
}

export interface Culprit {
  readonly figure: Figure;
  /** Value with which all its equations hold. */
  readonly corrected: number;
}

/** Figure that states the total of an outcome whose one side is a single total; undefined where neither is. */
export function totalOf(outcome: Outcome): Figure | undefined {
  const side =
    outcome.equation.total === 'left' ? outcome.left : outcome.equation.total === 'right' ? outcome.right : [];
  return side.length === 1 ? side[0]?.figure : undefined;
}

/** Sum of the parts where one side is a total; of the right side where neither is. */
export function computedOf(outcome: Outcome): number {
  return outcome.equation.total === 'right' ? outcome.leftSum : outcome.rightSum;
}

/** Whether a cell that counts things states a fraction or less than nothing, a fault of its own: 12.00 is none. */
export function isNoCount({ column, row, quantity }: Figure): boolean {
  if (quantity.kind !== 'value' || (row.type ?? column.type) !== 'count') return false;
  return quantity.value < 0 || !Number.isInteger(quantity.value);
}

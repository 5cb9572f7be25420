import { isForWords } from '../../format/cellTypes.ts';
import type { ColumnSpec, Equation, RowSpec, TableSpec } from '../../format/types.ts';
import { memoByObject } from '../../text/memo.ts';
import { figureKey } from '../report.ts';
import type { Term } from './outcome.ts';

/** A cell that an equation speaks of, with its key among a table's figures. */
export interface Place extends Omit<Term, 'figure'> {
  readonly key: string;
  /** States a total of an equation: a blank one is not zero but not filled in. */
  readonly isTotal: boolean;
}

/** An equation in one row or column. */
export interface Instance {
  readonly equation: Equation;
  readonly axis: RowSpec | ColumnSpec;
  readonly left: readonly Place[];
  readonly right: readonly Place[];
  /** Whether every member has to state a number: a blank one may mean that its part does not apply. */
  readonly needsAll: boolean;
}

/**
 * The equations of a kind of table in each row or column where all members are figures: the same for all tables of the
 * kind. What is not checked for now takes no part in anything.
 */
export const instancesOf = memoByObject((spec: TableSpec): readonly Instance[] => {
  const totals = totalCells(spec);
  return spec.equations
    .filter(({ severity }) => severity !== 'off')
    .flatMap(equation => placesOf(equation, spec, totals));
});

function placesOf(equation: Equation, spec: TableSpec, totals: ReadonlySet<string>): readonly Instance[] {
  return spec.parts.flatMap(({ rows, columns, keyValue }) => {
    const axes: readonly (RowSpec | ColumnSpec)[] = equation.over === 'columns' ? columns : rows;
    const terms: readonly (RowSpec | ColumnSpec)[] = equation.over === 'columns' ? rows : columns;
    const byKey = new Map(terms.map(each => [each.key, each] as const));
    if (![...equation.left, ...equation.right].every(key => byKey.has(key))) return [];
    return axes
      .filter(axis => !equation.each || equation.each.includes(axis.key))
      .flatMap((axis): Instance[] => {
        const side = (keys: readonly string[], which: Term['side']): Place[] =>
          keys.flatMap(key => {
            const term = byKey.get(key);
            if (!term) return [];
            const row = (equation.over === 'columns' ? term : axis) as RowSpec;
            const column = (equation.over === 'columns' ? axis : term) as ColumnSpec;
            const cell = figureKey(row.key, column.key);
            return [{ row, column, side: which, key: cell, isTotal: totals.has(cell) }];
          });
        const left = side(equation.left, 'left');
        const right = side(equation.right, 'right');
        const areFigures = [...left, ...right].every(({ row, column }) => !isForWords(row.type ?? column.type));
        const needsAll = keyValue === true || equation.operator !== '=';
        return areFigures ? [{ equation, axis, left, right, needsAll }] : [];
      });
  });
}

/** Keys of the cells that state a total of an equation. */
function totalCells(spec: TableSpec): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const equation of spec.equations) {
    if (equation.operator !== '=' || equation.total === 'none') continue;
    const total = (equation.total === 'left' ? equation.left : equation.right)[0];
    if (total === undefined) continue;
    for (const { rows, columns } of spec.parts) {
      for (const row of rows)
        for (const column of columns) {
          if ((equation.over === 'columns' ? row.key : column.key) === total) keys.add(figureKey(row.key, column.key));
        }
    }
  }
  return keys;
}

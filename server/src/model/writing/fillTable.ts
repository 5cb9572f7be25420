import type { Equation } from '../../format/types.ts';
import type { Change } from '../../text/change.ts';
import { evaluate } from '../equations/evaluate.ts';
import { isNoCount, totalOf, type Outcome } from '../equations/outcome.ts';
import { figureKey, valueOf, type Figure, type TableContent } from '../report.ts';
import { partsOf, totalFigures } from '../equations/totals.ts';
import { intoCell, type DraftText } from './intoCell.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/**
 * Zeros for the blank cells of a table. Totals stay blank, and so does a cell in an equation that does not hold with a
 * 0: what is missing there is a number, not a zero. Only tables whose layout marks where cells begin and end are filled
 * in.
 */
export function zeroFills(source: DraftText, table: TableContent): readonly Change[] {
  const totals = totalFigures(table);
  const blanks = [...table.figures.values()].filter(figure => figure.quantity.kind === 'blank' && !totals.has(figure));
  const values = new Map(blanks.map(figure => [figure, 0] as const));
  withoutBreaking(table, values, [], () => true);
  return fills(source, table, values);
}

/**
 * Totals as their parts give them, where that is known: blank ones are filled in, others are corrected. A correction
 * that would break another equation is left out: then the total is not what is wrong. Totals marked by a dash stay so.
 */
export function totalFills(source: DraftText, table: TableContent): readonly Change[] {
  const values = new Map<Figure, number>();
  for (const [figure, value] of recomputed(table)) {
    if (
      value >= 0 &&
      figure.quantity.kind !== 'dash' &&
      figure.quantity.kind !== 'unreadable' &&
      valueOf(figure) !== value
    )
      values.set(figure, value);
  }
  withoutBreaking(table, values, evaluate(table), figure => figure.quantity.kind === 'value');
  return fills(source, table, values);
}

/** Takes out, of the values that may go, those that stand in an equation broken with them and not `before`. */
function withoutBreaking(
  table: TableContent,
  values: Map<Figure, number>,
  before: readonly Outcome[],
  mayGo: (figure: Figure) => boolean,
): void {
  const known = new Map<Equation, Set<unknown>>();
  for (const { kind, equation, axis } of before) {
    if (isBroken(kind)) known.set(equation, (known.get(equation) ?? new Set()).add(axis));
  }
  for (;;) {
    const byKey = new Map(
      [...values.keys()].map(figure => [figureKey(figure.row.key, figure.column.key), figure] as const),
    );
    const broken = evaluate(withValues(table, values)).filter(
      ({ kind, equation, axis }) => isBroken(kind) && known.get(equation)?.has(axis) !== true,
    );
    const gone = broken
      .flatMap(({ left, right }) => [...left, ...right])
      .flatMap(({ row, column }) => byKey.get(figureKey(row.key, column.key)) ?? [])
      .filter(mayGo);
    if (gone.length === 0) return;
    for (const figure of gone) values.delete(figure);
  }
}

function isBroken(kind: Outcome['kind']): boolean {
  return kind === 'broken' || kind === 'blocked';
}

function withValues(table: TableContent, values: ReadonlyMap<Figure, number>): TableContent {
  const figures = new Map(table.figures);
  for (const [figure, value] of values) {
    figures.set(figureKey(figure.row.key, figure.column.key), {
      ...figure,
      quantity: { kind: 'value', value, decimals: Number.isInteger(value) ? 0 : 1 },
    });
  }
  return { ...table, figures };
}

/** Every total as the details below it give it, whatever the totals between them state. */
function recomputed(table: TableContent): ReadonlyMap<Figure, number> {
  const sums = new Map<Figure, Outcome[]>();
  for (const outcome of evaluate(table)) {
    const total = outcome.equation.operator === '=' && outcome.equation.total !== 'none' ? totalOf(outcome) : undefined;
    if (total) sums.set(total, [...(sums.get(total) ?? []), outcome]);
  }
  const known = new Map<Figure, number | undefined>();
  const compute = (total: Figure): number | undefined => {
    if (known.has(total)) return known.get(total);
    known.set(total, undefined);
    for (const outcome of sums.get(total) ?? []) {
      const sum = sumOf(outcome);
      if (sum === undefined) continue;
      known.set(total, sum);
      return sum;
    }
    return undefined;
  };
  const sumOf = (outcome: Outcome): number | undefined => {
    let sum = 0;
    let filled = 0;
    for (const { figure } of partsOf(outcome)) {
      if (!figure || figure.quantity.kind === 'unreadable' || isNoCount(figure)) return undefined;
      const value = (sums.has(figure) ? compute(figure) : undefined) ?? valueOf(figure);
      if (value !== undefined) filled++;
      else if (outcome.needsAll) return undefined;
      sum += value ?? 0;
    }
    return filled === 0 ? undefined : withoutBinaryTraces(sum);
  };
  const result = new Map<Figure, number>();
  for (const total of sums.keys()) {
    const value = compute(total);
    if (value !== undefined) result.set(total, value);
  }
  return result;
}

function fills(source: DraftText, table: TableContent, values: ReadonlyMap<Figure, number>): Change[] {
  return [...values]
    .flatMap(([figure, value]) => intoCell(source, table, figure, String(value)) ?? [])
    .sort((a, b) => a.span.start - b.span.start);
}

import { memoByObject } from '../../text/memo.ts';
import { valueOf, type Figure, type TableContent } from '../report.ts';
import { breaksAnother, evaluate } from './evaluate.ts';
import { isNoCount, totalOf, type Outcome, type Term } from './outcome.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** A judgement on one cell, by the equations in which it stands. */
export interface Verdict {
  readonly figure: Figure;
  /**
   * `blank`: a total without a number whose parts give one. `wrong`: another number satisfies its equations, see
   * `isBlamed`. `doubtful`: a total that differs from its parts while another equation that holds rests on it.
   * `holds`: a total that all its equations give.
   */
  readonly kind: 'blank' | 'wrong' | 'doubtful' | 'holds';
  /**
   * Of a wrong one: whether it alone explains several broken equations, which makes its number certain. Of one equation
   * alone any member may be wrong.
   */
  readonly isBlamed: boolean;
  /** Numbers that its equations ask for; more than one where they contradict each other. */
  readonly values: readonly number[];
  /** The equations that speak of the cell here. */
  readonly outcomes: readonly Outcome[];
}

/** Cells that state a total. A cell is one here only where the draft has it. */
export const totalFigures = memoByObject((table: TableContent): ReadonlySet<Figure> => {
  const figures = new Set<Figure>();
  for (const outcome of evaluate(table)) {
    const total = isSum(outcome) ? totalOf(outcome) : undefined;
    if (total) figures.add(total);
  }
  return figures;
});

/** Terms of which the other side is the total; all of both sides where there is no total. */
export function partsOf({ equation, left, right }: Outcome): readonly Term[] {
  return equation.total === 'left' ? right : equation.total === 'right' ? left : [...left, ...right];
}

/** The cell that an outcome is reported at: the one to blame, else the total, else its first number. */
export function anchorOf(outcome: Outcome): Figure | undefined {
  return (
    outcome.culprit?.figure ??
    totalOf(outcome) ??
    [...outcome.left, ...outcome.right].find(({ figure }) => valueOf(figure) !== undefined)?.figure
  );
}

/**
 * Numbers of blank totals as their parts give them. A total of totals counts those that were computed here; parts that
 * are blank count as 0 where at least one is filled in. Totals of which this is not known, or on which two equations
 * differ, are left out.
 */
export const computedTotals = memoByObject((table: TableContent): ReadonlyMap<Figure, number> => {
  const sums = evaluate(table).filter(isSum);
  const totals = totalFigures(table);
  const known = new Map<Figure, number>();
  for (;;) {
    const found = new Map<Figure, number>();
    const disputed = new Set<Figure>();
    for (const outcome of sums) {
      const total = totalOf(outcome);
      if (!total || !isBlank(total) || known.has(total)) continue;
      const sum = sumOf(outcome, totals, known);
      if (sum === undefined) continue;
      if (found.has(total) && found.get(total) !== sum) disputed.add(total);
      found.set(total, sum);
    }
    for (const total of disputed) found.delete(total);
    if (found.size === 0) return known;
    for (const [total, sum] of found) known.set(total, sum);
  }
});

/** Verdicts on the totals of a table, and on other cells that explain why equations are broken; one for each cell. */
export const verdicts = memoByObject((table: TableContent): readonly Verdict[] => {
  const totals = totalFigures(table);
  const computed = computedTotals(table);
  // A total that adds up in its row but not in its column does not hold.
  const contested = new Set(
    evaluate(table)
      .filter(outcome => isSum(outcome) && outcome.kind !== 'holds')
      .map(totalOf),
  );
  const byFigure = new Map<Figure, Verdict>();
  const add = (
    figure: Figure,
    kind: Verdict['kind'],
    outcomes: readonly Outcome[],
    value?: number,
    isBlamed = false,
  ): void => {
    const known = byFigure.get(figure);
    if (known && STRENGTH[kind] < STRENGTH[known.kind]) return;
    const same = known?.kind === kind ? known : undefined;
    const values = new Set([...(same?.values ?? []), ...(value === undefined ? [] : [value])]);
    byFigure.set(figure, {
      figure,
      kind,
      isBlamed: isBlamed || same?.isBlamed === true,
      values: [...values],
      outcomes: [...(same?.outcomes ?? []), ...outcomes],
    });
  };
  for (const outcome of evaluate(table)) {
    if (outcome.equation.operator !== '=') continue;
    const total = totalOf(outcome);
    const { culprit } = outcome;
    if (culprit) {
      if (isFitting(culprit.figure, culprit.corrected))
        add(culprit.figure, 'wrong', [outcome, ...(outcome.explained ?? [])], culprit.corrected, true);
    } else if (!total || outcome.equation.total === 'none' || outcome.kind === 'blocked') continue;
    else if (outcome.kind === 'holds') {
      if (!contested.has(total)) add(total, 'holds', [outcome]);
    } else {
      const sum = sumOf(outcome, totals, computed);
      if (sum === undefined || !isFitting(total, sum)) continue;
      if (outcome.kind === 'broken')
        add(total, breaksAnother(table, total, sum) ? 'doubtful' : 'wrong', [outcome], sum);
      else if (isBlank(total)) add(total, 'blank', [outcome], sum);
    }
  }
  return [...byFigure.values()];
});

const STRENGTH: Readonly<Record<Verdict['kind'], number>> = { holds: 0, blank: 1, doubtful: 2, wrong: 3 };

function isSum({ equation }: Outcome): boolean {
  return equation.operator === '=' && equation.total !== 'none';
}

function isBlank({ quantity }: Figure): boolean {
  return quantity.kind === 'blank' || quantity.kind === 'dash';
}

/** Whether a cell may state a number: counts are whole and not below zero. */
function isFitting(figure: Figure, value: number): boolean {
  return !isNoCount({ ...figure, quantity: { kind: 'value', value, decimals: Number.isInteger(value) ? 0 : 1 } });
}

/**
 * Undefined where a part is missing, unreadable or a total not known, where nothing is filled in, or where something is
 * not and every member has to be.
 */
function sumOf(
  outcome: Outcome,
  totals: ReadonlySet<Figure>,
  computed: ReadonlyMap<Figure, number>,
): number | undefined {
  let sum = 0;
  let filled = 0;
  for (const { figure } of partsOf(outcome)) {
    if (!figure || figure.quantity.kind === 'unreadable' || isNoCount(figure)) return undefined;
    const value = valueOf(figure) ?? computed.get(figure);
    if (value !== undefined) filled++;
    else if (outcome.needsAll || totals.has(figure)) return undefined;
    sum += value ?? 0;
  }
  return filled === 0 ? undefined : withoutBinaryTraces(sum);
}

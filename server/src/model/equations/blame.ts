import type { Figure } from '../report.ts';
import type { Judged } from './judged.ts';
import { totalOf, type Culprit, type Outcome } from './outcome.ts';

/**
 * One mistake, one finding: where a single cell explains several broken equations — its correction satisfies all of
 * them, and it stands in none that holds — the first names it and the others are blocked. Where two cells explain
 * equally much, neither is named.
 */
export function nameCulprits(outcomes: readonly Judged[]): readonly Judged[] {
  const broken = outcomes.filter(outcome => outcome.kind === 'broken' && outcome.equation.operator === '=');
  if (broken.length < 2) return outcomes;
  const figuresInHoldingEquations = new Set(
    outcomes
      .filter(outcome => outcome.kind === 'holds' && outcome.equation.operator === '=')
      .flatMap(outcome => [...outcome.left, ...outcome.right].map(term => term.figure)),
  );
  const result = new Map<Judged, Judged>();
  let open = broken;
  for (
    let found = findCulprits(open, figuresInHoldingEquations);
    found.length > 0;
    found = findCulprits(open, figuresInHoldingEquations)
  ) {
    for (const { figure, corrected, explained } of found) {
      // The equation whose total the cell states tells it best.
      const first = explained.find(outcome => totalOf(outcome) === figure) ?? explained[0];
      if (!first) continue;
      const others = explained.filter(outcome => outcome !== first);
      result.set(first, first.explainedBy({ figure, corrected }, others));
      for (const other of others) result.set(other, other.explainedBy(undefined));
    }
    open = open.filter(outcome => !found.some(({ explained }) => explained.includes(outcome)));
  }
  return outcomes.map(outcome => result.get(outcome) ?? outcome);
}

/**
 * A column of totals fails when a column of details does: where every row adds up and the details' differences make
 * up the total's, the details say it all.
 */
export function markImpliedOutcomes(outcomes: readonly Judged[]): readonly Outcome[] {
  const broken = outcomes.filter(
    outcome => outcome.kind === 'broken' && outcome.equation.over === 'columns' && outcome.equation.operator === '=',
  );
  const implied = new Set<Outcome>();
  for (const outcome of broken) {
    const rows = outcomes.filter(
      each =>
        each.equation.over === 'rows' &&
        each.equation.operator === '=' &&
        each.equation.left.includes(outcome.axis.key),
    );
    const details = broken.filter(
      each => each !== outcome && each.equation === outcome.equation && rows[0]?.equation.right.includes(each.axis.key),
    );
    const terms = [...outcome.left, ...outcome.right];
    const rowsHold = terms.every(
      ({ row, figure }) =>
        figure?.quantity.kind !== 'value' || rows.some(each => each.axis === row && each.kind === 'holds'),
    );
    const difference = details.reduce((sum_, each) => sum_ + each.leftSum - each.rightSum, 0);
    if (rows.length > 0 && details.length > 0 && rowsHold && difference === outcome.leftSum - outcome.rightSum)
      implied.add(outcome);
  }
  return implied.size === 0
    ? outcomes
    : outcomes.map(outcome => (implied.has(outcome) ? outcome.explainedBy(undefined) : outcome));
}

interface Suspect extends Culprit {
  readonly explained: readonly Judged[];
}

/**
 * Cells to blame next: the one that explains most, if no other explains as much of the same; else the only two that
 * explain all.
 */
function findCulprits(
  open: readonly Judged[],
  figuresInHoldingEquations: ReadonlySet<Figure | undefined>,
): readonly Suspect[] {
  if (open.length < 2) return [];
  const suspects = suspectsOf(open, figuresInHoldingEquations);
  const best = suspects.find(({ explained }, i) =>
    suspects.every(
      (other, j) =>
        i === j || (j > i && other.explained.length < explained.length) || !sharesOutcome(explained, other.explained),
    ),
  );
  return best ? [best] : uniqueExplainingPair(suspects);
}

/**
 * Cells whose correction satisfies every broken equation that they stand in, at least two; those that explain most
 * first.
 */
function suspectsOf(open: readonly Judged[], figuresInHoldingEquations: ReadonlySet<Figure | undefined>): Suspect[] {
  return explanationsOf(open, figuresInHoldingEquations)
    .filter(({ explained }) => explained.length >= 2)
    .sort((a, b) => b.explained.length - a.explained.length);
}

/** Cells whose correction satisfies every broken equation that they stand in, be it one. */
export function explanationsOf<O extends Outcome>(
  open: readonly O[],
  figuresInHoldingEquations: ReadonlySet<Figure | undefined>,
): (Culprit & { readonly explained: readonly O[] })[] {
  const candidates = new Map<Figure, { corrected: number; explained: O[]; agrees: boolean }>();
  for (const outcome of open) {
    const difference = outcome.leftSum - outcome.rightSum;
    for (const { figure, side } of [...outcome.left, ...outcome.right]) {
      if (!figure || figuresInHoldingEquations.has(figure)) continue;
      const value = figure.quantity.kind === 'value' ? figure.quantity.value : 0;
      const corrected = side === 'left' ? value - difference : value + difference;
      const known = candidates.get(figure);
      if (!known) candidates.set(figure, { corrected, explained: [outcome], agrees: true });
      else {
        known.explained.push(outcome);
        known.agrees &&= known.corrected === corrected;
      }
    }
  }
  return [...candidates]
    .filter(([, { corrected, agrees }]) => agrees && corrected >= 0)
    .map(([figure, { corrected, explained }]) => ({ figure, corrected, explained }));
}

const MOST_SUSPECTS = 40;

/**
 * Two equal mistakes break two rows and two columns, and four cells come into question: where one of them cannot be
 * wrong (its correction would be less than nothing), only one pair explains all four.
 */
function uniqueExplainingPair(suspects: readonly Suspect[]): readonly Suspect[] {
  const [first] = suspects;
  if (!first || suspects.length > MOST_SUSPECTS) return [];
  const entangled = new Set(first.explained);
  const tied = suspects.filter(each => each === first || sharesOutcome(each.explained, first.explained));
  for (const { explained } of tied) for (const outcome of explained) entangled.add(outcome);
  const inside = suspects.filter(({ explained }) => explained.every(outcome => entangled.has(outcome)));
  if (suspects.some(each => !inside.includes(each) && each.explained.some(outcome => entangled.has(outcome))))
    return [];
  const pairs = inside.flatMap((a, i) =>
    inside
      .slice(i + 1)
      .filter(
        b => !sharesOutcome(a.explained, b.explained) && a.explained.length + b.explained.length === entangled.size,
      )
      .map(b => [a, b]),
  );
  return pairs.length === 1 ? (pairs[0] ?? []) : [];
}

function sharesOutcome(a: readonly Outcome[], b: readonly Outcome[]): boolean {
  return a.some(outcome => b.includes(outcome));
}

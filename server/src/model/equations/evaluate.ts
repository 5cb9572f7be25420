import type { ColumnSpec, Equation, RowSpec, TableSpec } from '../../format/types.ts';
import { figureKey, type BoundTable, type Figure, type Report } from '../report.ts';

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
  readonly table: BoundTable;
  /** The row or column that the equation was checked in. */
  readonly axis: RowSpec | ColumnSpec;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
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

const evaluations = new WeakMap<BoundTable, readonly Outcome[]>();

/** Checks every equation of a table in every row or column; each table is evaluated once. */
export function evaluate(table: BoundTable): readonly Outcome[] {
  let outcomes = evaluations.get(table);
  if (!outcomes) evaluations.set(table, (outcomes = evaluateAnew(table)));
  return outcomes;
}

function evaluateAnew(table: BoundTable): readonly Outcome[] {
  return markImpliedOutcomes(nameCulprits(planFor(table.spec).map(instance => new Judged(table, instance))));
}

/** A cell that an equation speaks of, with its key among a table's figures. */
interface Place extends Omit<Term, 'figure'> {
  readonly key: string;
  /** States a total of an equation: a blank one is not zero but not filled in. */
  readonly isTotal: boolean;
}

/** An equation in one row or column. */
interface Instance {
  readonly equation: Equation;
  readonly axis: RowSpec | ColumnSpec;
  readonly left: readonly Place[];
  readonly right: readonly Place[];
}

/** An equation that was judged. Few ask for its members, so they are put together only then. */
class Judged implements Outcome {
  readonly kind: Outcome['kind'];
  readonly leftSum: number;
  readonly rightSum: number;
  private leftTerms: readonly Term[] | undefined;
  private rightTerms: readonly Term[] | undefined;

  constructor(
    readonly table: BoundTable,
    private readonly instance: Instance,
    kind?: Outcome['kind'],
    readonly culprit: Culprit | undefined = undefined,
    readonly explained: readonly Outcome[] | undefined = undefined,
  ) {
    const { left, right } = instance;
    this.leftSum = sum(table, left);
    this.rightSum = sum(table, right);
    this.kind = kind ?? this.judge();
  }

  get equation(): Equation {
    return this.instance.equation;
  }

  get axis(): RowSpec | ColumnSpec {
    return this.instance.axis;
  }

  get left(): readonly Term[] {
    return (this.leftTerms ??= this.fill(this.instance.left));
  }

  get right(): readonly Term[] {
    return (this.rightTerms ??= this.fill(this.instance.right));
  }

  /** The same equation, the mistake in which is named or named elsewhere. */
  explainedBy(culprit: Culprit | undefined, explained?: readonly Outcome[]): Judged {
    return new Judged(this.table, this.instance, culprit ? 'broken' : 'blocked', culprit, explained);
  }

  private fill(places: readonly Place[]): Term[] {
    return places.map(({ row, column, side, key }) => ({ row, column, side, figure: this.table.figures.get(key) }));
  }

  private judge(): Outcome['kind'] {
    const {
      table,
      leftSum,
      rightSum,
      instance: {
        equation: { operator },
        left,
        right,
      },
    } = this;
    if (Number.isNaN(leftSum) || Number.isNaN(rightSum)) return 'unknown';
    if ([left, right].some(side => side.length > 0 && !isKnown(table, side, operator !== '='))) return 'unknown';
    const holds =
      operator === '=' ? leftSum === rightSum : operator === '>=' ? leftSum >= rightSum : leftSum <= rightSum;
    return holds ? 'holds' : 'broken';
  }
}

/** What is the same for all tables of a kind: the cells of each equation in each row or column. */
type Plan = readonly Instance[];

const plans = new WeakMap<TableSpec, Plan>();

function planFor(spec: TableSpec): Plan {
  let plan = plans.get(spec);
  if (!plan) {
    const totals = totalCells(spec);
    plans.set(spec, (plan = spec.equations.flatMap(equation => placesOf(equation, spec, totals))));
  }
  return plan;
}

function placesOf(equation: Equation, spec: TableSpec, totals: ReadonlySet<string>): Plan {
  return spec.parts.flatMap(({ rows, columns }) => {
    const axes: readonly (RowSpec | ColumnSpec)[] = equation.over === 'columns' ? columns : rows;
    const terms: readonly (RowSpec | ColumnSpec)[] = equation.over === 'columns' ? rows : columns;
    const byKey = new Map(terms.map(each => [each.key, each] as const));
    if (![...equation.left, ...equation.right].every(key => byKey.has(key))) return [];
    return axes
      .filter(axis => !equation.each || equation.each.includes(axis.key))
      .map(axis => {
        const side = (keys: readonly string[], which: Term['side']): Place[] =>
          keys.flatMap(key => {
            const term = byKey.get(key);
            if (!term) return [];
            const row = (equation.over === 'columns' ? term : axis) as RowSpec;
            const column = (equation.over === 'columns' ? axis : term) as ColumnSpec;
            const cell = figureKey(row.key, column.key);
            return [{ row, column, side: which, key: cell, isTotal: totals.has(cell) }];
          });
        return { equation, axis, left: side(equation.left, 'left'), right: side(equation.right, 'right') };
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

function isKnown({ figures }: BoundTable, side: readonly Place[], needsAll: boolean): boolean {
  let filled = 0;
  for (const { key, column, isTotal } of side) {
    const kind = figures.get(key)?.quantity.kind;
    if (kind === undefined || kind === 'unreadable') return false;
    if (kind === 'value') filled++;
    else if (needsAll && column.type !== 'change') return false;
    else if (isTotal) return false;
  }
  return filled > 0;
}

function sum({ figures }: BoundTable, places: readonly Place[]): number {
  let total = 0;
  for (const { key } of places) {
    const figure = figures.get(key);
    if (!figure || figure.quantity.kind === 'unreadable' || isNoCount(figure)) return NaN;
    if (figure.quantity.kind === 'value') total += figure.quantity.value;
  }
  return total;
}

/**
 * Whether an equation that holds today fails once the cell states another value: then the value is no correction, only
 * another mistake.
 */
export function breaksAnother(table: BoundTable, changed: Figure, value: number): boolean {
  const delta = value - (changed.quantity.kind === 'value' ? changed.quantity.value : 0);
  return (
    delta !== 0 &&
    evaluate(table).some(
      outcome =>
        outcome.kind === 'holds' &&
        outcome.equation.operator === '=' &&
        [...outcome.left, ...outcome.right].some(({ figure }) => figure === changed),
    )
  );
}

/** Whether a cell that counts things states a fraction or less than nothing; that is a fault of its own. */
export function isNoCount({ column, row, quantity }: Figure): boolean {
  return (
    quantity.kind === 'value' && (row.type ?? column.type) === 'count' && (quantity.value < 0 || quantity.decimals > 0)
  );
}

/**
 * One mistake, one finding: where a single cell explains several broken equations — its correction satisfies all of
 * them, and it stands in none that holds — the first names it and the others are blocked. Where two cells explain
 * equally much, neither is named.
 */
function nameCulprits(outcomes: readonly Judged[]): readonly Judged[] {
  const broken = outcomes.filter(outcome => outcome.kind === 'broken' && outcome.equation.operator === '=');
  if (broken.length < 2) return outcomes;
  const holding = new Set(
    outcomes
      .filter(outcome => outcome.kind === 'holds' && outcome.equation.operator === '=')
      .flatMap(outcome => [...outcome.left, ...outcome.right].map(term => term.figure)),
  );
  const result = new Map<Judged, Judged>();
  let open = broken;
  for (let found = findCulprits(open, holding); found.length > 0; found = findCulprits(open, holding)) {
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
function markImpliedOutcomes(outcomes: readonly Judged[]): readonly Outcome[] {
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

/** Cells to blame next: the one that explains most, if no other explains as much of the same; else the only two that explain all. */
function findCulprits(open: readonly Judged[], holding: ReadonlySet<Figure | undefined>): readonly Suspect[] {
  if (open.length < 2) return [];
  const suspects = suspectsOf(open, holding);
  const best = suspects.find(({ explained }, i) =>
    suspects.every(
      (other, j) =>
        i === j || (j > i && other.explained.length < explained.length) || !sharesOutcome(explained, other.explained),
    ),
  );
  return best ? [best] : uniqueExplainingPair(suspects);
}

/** Cells whose correction satisfies every broken equation that they stand in, at least two; those that explain most first. */
function suspectsOf(open: readonly Judged[], holding: ReadonlySet<Figure | undefined>): Suspect[] {
  const candidates = new Map<Figure, { corrected: number; explained: Judged[]; agrees: boolean }>();
  for (const outcome of open) {
    const difference = outcome.leftSum - outcome.rightSum;
    for (const { figure, side } of [...outcome.left, ...outcome.right]) {
      if (!figure || holding.has(figure)) continue;
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
    .filter(([, { corrected, explained, agrees }]) => agrees && explained.length >= 2 && corrected >= 0)
    .map(([figure, { corrected, explained }]) => ({ figure, corrected, explained }))
    .sort((a, b) => b.explained.length - a.explained.length);
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

/**
 * Outcomes of the equations with one of these ids, in every table that bears the labels of the report's edition: the
 * figures of a table made for other years are not judged by today's equations.
 */
export function outcomesOf(report: Report, ...equationIds: readonly string[]): readonly Outcome[] {
  let byId = outcomesByReport.get(report);
  if (!byId) {
    byId = new Map();
    for (const outcome of judgedTables(report).flatMap(table => evaluate(table))) {
      const known = byId.get(outcome.equation.id);
      if (known) known.push(outcome);
      else byId.set(outcome.equation.id, [outcome]);
    }
    outcomesByReport.set(report, byId);
  }
  return equationIds.length === 1
    ? (byId.get(equationIds[0] ?? '') ?? [])
    : equationIds.flatMap(id => byId.get(id) ?? []);
}

const outcomesByReport = new WeakMap<Report, Map<string, Outcome[]>>();

/**
 * Tables whose figures are judged: those of the report's edition, each once. One that repeats another is not judged
 * before it is clear which of them counts.
 */
export function judgedTables(report: Report): readonly BoundTable[] {
  return report.tables.filter(table => isOfEdition(table, report) && table.repeats === null);
}

/** Whether a table says nothing that the one it repeats does not say: its cells are the same, or blank. */
export function isCopy({ repeats, figures, shortRows }: BoundTable): boolean {
  return (
    repeats !== null &&
    shortRows.length === 0 &&
    [...figures].every(
      ([key, figure]) => figure.quantity.kind === 'blank' || saysTheSame(figure, repeats.figures.get(key)),
    )
  );
}

/** Whether two cells state the same, however it is written. */
export function saysTheSame(a: Figure, b: Figure | undefined): boolean {
  if (a.quantity.kind !== 'value' || b?.quantity.kind !== 'value')
    return a.quantity.kind === b?.quantity.kind && a.text === b.text;
  return a.quantity.value === b.quantity.value;
}

/** Whether a table is one of the report's own edition, or the report's edition is not known. */
export function isOfEdition(table: BoundTable, report: Report): boolean {
  return report.edition === null || report.edition.tables.includes(table.spec);
}

import { correctionsOf, evaluate } from '../../model/equations/evaluate.ts';
import type { Outcome } from '../../model/equations/outcome.ts';
import { figureKey, valueOf, type Figure, type ShortRow } from '../../model/report.ts';
import { brokenEquation, isTelling } from '../support/brokenEquation.ts';
import type { EquationWording } from '../support/brokenEquation.ts';
import type { TableContext } from '../support/contexts.ts';
import type { RelationReport, TableSpec } from '../../format/types.ts';
import { finding, type Finding, type Related, type Severity } from '../support/rule.ts';

// What single rows of the table of rules ask of an outcome or of a table.

// ── totals/row-total ──

/** Rows that show, by balancing, that the last figure of a short row is its total. */
const ENOUGH_EVIDENCE = 3;

/** In a row that lost cells the last figure may be known to be the total all the same. */
export function* shortRowTotals({ table, standing }: TableContext): Iterable<Finding> {
  if (standing === 'otherEdition' || table.spec.role !== 'requests') return;
  const rows = table.shortRows.filter(({ values }) => values.length >= 3);
  const sums = rows.map(row => ({ row, ...sumOf(row) }));
  const unbalanced = sums.filter(({ total, sum }) => total !== sum);
  if (sums.length - unbalanced.length < ENOUGH_EVIDENCE || unbalanced.length !== 1) return;
  for (const { row, total, sum, largest } of unbalanced) {
    const last = row.values.at(-1);
    if (!last || Number.isNaN(sum) || Number.isNaN(total) || total < largest) continue;
    yield finding(last.span, {
      message: 'totals/row-total#short',
      severity: 'warning',
      args: {
        row: row.row.label,
        stated: total,
        computed: sum,
        difference: total - sum,
        parts: row.values
          .slice(0, -1)
          .map(({ text }) => text)
          .join(' + '),
      },
      related: row.values.slice(0, -1).map(({ span, text }) => ({ span, message: 'related.figure', args: { text } })),
    });
  }
}

function sumOf({ values }: ShortRow): { total: number; sum: number; largest: number } {
  const numbers = values.map(({ quantity }) =>
    quantity.kind === 'value' ? quantity.value : quantity.kind === 'unreadable' ? NaN : 0,
  );
  const parts = numbers.slice(0, -1);
  return { total: numbers.at(-1) ?? NaN, sum: parts.reduce((a, b) => a + b, 0), largest: Math.max(...parts) };
}

// ── totals/litigation-above-review ──

/** Fewer cases than this may well be left over from earlier years. */
const MANY = 10;
const FAR_MORE = 3;

/** Many more lawsuits after review than reviews; the two are no equation, as cases of earlier years count too. */
export function* litigationAboveReview({ table, standing, facts }: TableContext): Iterable<Finding> {
  if (standing !== 'judged' || table.spec.role !== 'cases') return;
  const reviews = table.figures.get(figureKey('review', 'total'));
  const lawsuits = table.figures.get(figureKey('litigationAfterReview', 'total'));
  const reviewed = valueOf(reviews);
  const sued = valueOf(lawsuits);
  if (!reviews || !lawsuits || reviewed === undefined || sued === undefined || reviewed < 0) return;
  if (sued < MANY || sued <= reviewed * FAR_MORE || facts.remarks.has('earlierCases')) return;
  // A total that does not fit its parts is told of by its sum.
  if (correctionsOf(table).has(reviews) || correctionsOf(table).has(lawsuits)) return;
  yield finding(lawsuits.span, {
    message: 'totals/litigation-above-review',
    args: { stated: sued, reviews: reviewed },
    related: [
      {
        span: reviews.span,
        message: 'related.member',
        args: { row: reviews.row.path.at(-1) ?? '', column: reviews.column.label, text: reviews.text },
      },
    ],
  });
}

// ── totals/counted-twice ──

/** The cell of partly granted requests, where it is the excess of what was handled over what came in. */
export function countedTwice(outcome: Outcome): Finding | undefined {
  if (outcome.culprit || !areResultsRight(outcome)) return undefined;
  const partly = outcome.table.figures.get(figureKey('partiallyGranted', outcome.axis.key));
  const value = valueOf(partly) ?? 0;
  const excess = outcome.rightSum - outcome.leftSum;
  if (!partly || value <= 0 || excess !== value) return undefined;
  return finding(partly.span, {
    message: 'totals/counted-twice',
    args: { axis: outcome.axis.label, stated: value, received: outcome.leftSum, handled: outcome.rightSum },
    related: [...outcome.left, ...outcome.right].flatMap(({ figure }) =>
      figure && isTelling(figure) ? [memberOf(figure)] : [],
    ),
  });
}

function memberOf({ span, row, column, text }: Figure): Related {
  return {
    span,
    message: 'related.member',
    args: { row: row.label || (row.path.at(-1) ?? ''), column: column.label, text },
  };
}

/** Whether the results of the same column add up to their total. */
function areResultsRight({ table, axis }: Outcome): boolean {
  return evaluate(table).some(
    ({ kind, equation, axis: other }) => equation.id === 'T3-02' && other === axis && kind === 'holds',
  );
}

// ── totals/effective-below-issued ──

/** What was repealed in the same year covers the difference. */
export function isMadeUpByRepealed({ table, axis, leftSum, rightSum }: Outcome): boolean {
  const repealed = valueOf(table.figures.get(figureKey(axis.key, 'repealed'))) ?? 0;
  return leftSum + repealed >= rightSum;
}

// ── cumulative/parts-total ──

/** An unverified form gives information, cumulative channels a warning; one channel above the total is said so. */
export function partsWording({ equation, table }: Outcome): EquationWording {
  const id = equation.operator === '=' ? 'cumulative/parts-total' : 'cumulative/parts-total#above';
  if (table.spec.isUnverified) return { id, severity: 'information' };
  return equation.id === 'C02c' ? { id, severity: 'warning' } : { id };
}

// ── cumulative/replied-above-received ──

/** The cumulative figures tell: those of the year count only where these are not known. */
export function isOfAllYears(outcome: Outcome): boolean {
  const inAll = evaluate(outcome.table).find(
    ({ equation, axis }) => equation.id === outcome.equation.id && axis.key === 'cumulative',
  );
  return outcome === inAll || inAll?.kind === 'unknown';
}

/** Whether one of the figures stands in a sum that fails: then that is the fault. */
export function isSuspect({ table, left, right }: Outcome): boolean {
  const figures = [...left, ...right].map(({ figure }) => figure);
  return evaluate(table).some(
    ({ kind, equation, left: a, right: b }) =>
      (kind === 'broken' || kind === 'blocked') &&
      equation.id !== 'C06' &&
      [...a, ...b].some(({ figure }) => figure !== undefined && figures.includes(figure)),
  );
}

// ── totals/local-equation ──

/** Broken equations that no rule of their own reports: those of format files. */
export function* brokenLocalEquations(
  { table, standing }: TableContext,
  known: ReadonlySet<string>,
): Iterable<Finding> {
  for (const outcome of standing === 'judged' ? evaluate(table) : []) {
    const { equation, kind, left, right } = outcome;
    if (known.has(equation.id) || kind !== 'broken') continue;
    const terms = [...left, ...right];
    const isSure = !hasSeveralUnits(outcome) && terms.every(({ row }) => row.verification !== 'unverified');
    yield brokenEquation(outcome, {
      id: localWordingOf(outcome),
      severity: isSure ? severityOf(equation, table.spec) : 'hint',
    });
  }
}

/** How a break of a relation of a format file is reported: nothing above a hint rests on what nobody has verified. */
export function severityOf({ severity, verification }: RelationReport, { isUnverified }: TableSpec): Severity {
  if (isUnverified || verification === 'unverified' || severity === 'off') return 'hint';
  return severity ?? 'warning';
}

/** Whether a sum is of different things (条, 个, 篇): then it only may be meant so. */
function hasSeveralUnits({ equation: { operator }, left, right }: Outcome): boolean {
  return operator === '=' && new Set([...left, ...right].flatMap(({ row: { unit } }) => unit ?? [])).size > 1;
}

function localWordingOf({ equation: { operator, total } }: Outcome): EquationWording['id'] {
  if (operator === '<=') return 'totals/local-equation#above';
  if (operator === '>=') return 'totals/local-equation#below';
  return total === 'none' ? 'totals/local-equation#sides' : 'totals/local-equation';
}

import type { Args } from '../../messages/arguments.ts';
import type { IdAccepting } from '../../messages/message.ts';
import { breaksAnother } from '../../model/equations/evaluate.ts';
import { computedOf, totalOf, type Outcome, type Term } from '../../model/equations/outcome.ts';
import type { Figure } from '../../model/report.ts';
import type { Span } from '../../text/span.ts';
import { rowOf } from './cellNames.ts';
import { finding, replace, type Finding, type FindingId, type Fix, type Related, type Severity } from './rule.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** What every message about a broken equation may name. */
type EquationArgs = Args<'row' | 'column' | 'axis' | 'group' | 'stated' | 'computed' | 'difference' | 'parts'> &
  Partial<Args<'split' | 'reason'>>;

/** Ids of rules on equations. */
export type EquationRuleId = IdAccepting<EquationArgs, FindingId>;

type CulpritId = Extract<FindingId, `${string}#culprit`>;

/** What a rule says of a broken equation; the message is `<id>`, or `<id>#culprit` where one cell explains several. */
export interface EquationWording {
  readonly id: EquationRuleId;
  readonly severity?: Severity;
}

/**
 * The finding for a broken equation: underlined is the cell that explains it where one is known, else the total;
 * every other member that is not zero is related; offered are the corrected cell and the computed total, for review.
 */
export function brokenEquation(outcome: Outcome, wording: EquationWording): Finding {
  const total = totalOf(outcome);
  const computed = computedOf(outcome);
  const stated = outcome.equation.total === 'right' ? outcome.rightSum : outcome.leftSum;
  const {
    culprit,
    equation: { reason },
  } = outcome;
  const members = [...outcome.left, ...outcome.right];
  const anchor = culprit?.figure ?? total ?? members.find(({ figure }) => figure?.quantity.kind === 'value')?.figure;
  const explained = outcome.explained ?? [];
  // What was read by parting figures that stood run together is not certain, and parts of them cannot be replaced
  // singly.
  const isSplit = [outcome, ...explained].some(({ left, right }) =>
    [...left, ...right].some(({ figure }) => figure?.isSplit),
  );
  const severity = wording.severity ?? (isSplit && outcome.equation.operator === '=' ? 'warning' : undefined);
  const args: EquationArgs = {
    row: anchor ? rowOf(anchor) : '',
    column: anchor?.column.label ?? '',
    axis: outcome.axis.label,
    group: anchor?.row.path.at(-1) ?? '',
    stated,
    computed,
    difference: withoutBinaryTraces(stated - computed),
    parts: partsOf(outcome),
    ...(isSplit ? { split: 1 } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
  const span = anchor?.span ?? outcome.table.span;
  const rest = {
    ...(severity ? { severity } : {}),
    related: relatedCells([outcome, ...explained], anchor),
    fixes: isSplit ? [] : fixesOf(outcome, total, computed),
  };
  if (!culprit) return finding(span, { message: wording.id, args, ...rest });
  return finding(span, {
    // Only sums have a culprit; a rule about a sum has this wording too.
    message: `${wording.id}#culprit` as CulpritId,
    args: { ...args, found: culprit.figure.text, corrected: culprit.corrected, count: explained.length + 1 },
    ...rest,
  });
}

/** The sum written out with today's figures: `3 + 1 + 0`. Blank members are left out. */
function partsOf(outcome: Outcome): string {
  const text = (terms: readonly Term[]) =>
    terms.flatMap(({ figure }) => (figure?.quantity.kind === 'value' ? [figure.quantity.value] : []));
  const write = (values: readonly number[]) =>
    values.length > MOST_PARTS ? nonZero(values) : values.map(number).join(' + ');
  const left = write(text(outcome.left));
  const right = write(text(outcome.right));
  return outcome.equation.total === 'left' ? right : outcome.equation.total === 'right' ? left : `${left} ≠ ${right}`;
}

const MOST_PARTS = 7;

/** A long sum without its zeros. */
function nonZero(values: readonly number[]): string {
  const rest = values.filter(value => value !== 0);
  return rest.length === 0 ? '0' : rest.map(number).join(' + ');
}

function number(value: number): string {
  return value < 0 ? `(${String(value)})` : String(value);
}

function relatedCells(outcomes: readonly Outcome[], anchor: Figure | undefined): Related[] {
  const seen = new Set<Figure | undefined>([anchor]);
  const related: Related[] = [];
  for (const outcome of outcomes) {
    for (const { figure } of [...outcome.left, ...outcome.right]) {
      if (!figure || seen.has(figure) || !isTelling(figure)) continue;
      seen.add(figure);
      related.push({
        span: figure.span,
        message: 'related.member',
        args: {
          row: rowOf(figure) || (figure.row.path.at(-1) ?? ''),
          column: figure.column.label,
          text: figure.text,
        },
      });
    }
  }
  return related;
}

/** Zeros and blanks take part in a sum and add nothing to it: a reader who follows them finds nothing. */
export function isTelling({ quantity }: Figure): boolean {
  return quantity.kind === 'unreadable' || (quantity.kind === 'value' && quantity.value !== 0);
}

function fixesOf(outcome: Outcome, total: Figure | undefined, computed: number): Fix[] {
  const fixes: Fix[] = [];
  const { culprit } = outcome;
  if (culprit)
    fixes.push(
      correction(
        culprit.figure.span,
        culprit.corrected,
        culprit.figure === total ? 'fix.useComputed' : 'fix.correctMember',
      ),
    );
  const canBeTotal = total !== undefined && total !== culprit?.figure && Number.isInteger(computed) && computed >= 0;
  if (canBeTotal && !breaksAnother(outcome.table, total, computed))
    fixes.push(correction(total.span, computed, 'fix.useComputed'));
  return fixes;
}

function correction(span: Span, value: number, message: 'fix.useComputed' | 'fix.correctMember'): Fix {
  return { kind: 'review', message, args: { value }, edits: [replace(span, String(value))] };
}

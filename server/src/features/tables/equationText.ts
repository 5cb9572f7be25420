import type { ColumnSpec, RowSpec } from '../../format/types.ts';
import type { Language } from '../../messages/message.ts';
import { message, messagesIn } from '../../messages/text.ts';
import { totalOf, type Outcome, type Term } from '../../model/equations/outcome.ts';
import { valueOf, type Figure } from '../../model/report.ts';
import type { CellExpression } from '../../model/links/cellExpressions.ts';
import { partsOf } from '../../model/equations/totals.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** How an equation is put into words. */
export interface EquationStyle {
  readonly language: Language;
  /** Makes words of the draft and of the official data safe; left out for plain text. */
  readonly escape?: (text: string) => string;
  /** Numbers to use for blank totals among the parts. */
  readonly computed?: ReadonlyMap<Figure, number>;
  /** Stands for a blank that is no 0; 0 where it is left out. */
  readonly blank?: string;
}

/** An equation with more members than this shows only those that are not zero. */
const MOST_MEMBERS = 8;

/**
 * An equation with today's figures: `总计 5 = 3 + 1 + 1 ✓`, `各项合计少 1：总计 5 ≠ 3 + 1 = 4`, the computed value of a total
 * that is blank, or both sides of one without a total. Undefined where the draft does not have the total's cell.
 */
export function equationText(outcome: Outcome, style: EquationStyle): string | undefined {
  const own = outcome.needsAll ? { ...style, blank: '–' } : style;
  return outcome.equation.total === 'none' ? relationText(outcome, own) : sumEquation(outcome, own);
}

/** Name of a row; the rows of section four only have group headers. */
export function rowName({ label, path }: RowSpec): string {
  return label === '' ? path.join('') : label;
}

export function columnName({ label }: ColumnSpec): string {
  return label;
}

/** Name of a cell: `一、本年新收政府信息公开申请数量 · 自然人`. */
export function cellName({ row, column }: Pick<Term, 'row' | 'column'>): string {
  return [rowName(row), columnName(column)].filter(name => name !== '').join(' · ');
}

/** A number as people write it: no traces of binary fractions. */
export function plainNumber(value: number): string {
  return String(withoutBinaryTraces(value));
}

/** `一、本年新收 · 总计 181 + 二、上年结转 · 总计 1 = 182`; the rows that hold nothing are left out of a long sum. */
export function readingText({ terms, value }: CellExpression, escape: (text: string) => string = text => text): string {
  const shown = terms.length > 3 ? terms.filter(({ figure }) => (valueOf(figure) ?? 0) !== 0) : terms;
  const sum = (shown.length === 0 ? terms.slice(0, 1) : shown)
    .map(
      ({ figure, factor }, i) =>
        `${factor < 0 ? ' − ' : i > 0 ? ' + ' : ''}${escape(cellName(figure))} ${plainNumber(valueOf(figure) ?? 0)}${factor > 1 ? ` × ${plainNumber(factor)}` : ''}`,
    )
    .join('');
  return terms.length === 1 && terms[0]?.factor === 1 ? sum : `${sum} = ${plainNumber(value)}`;
}

function sumEquation(outcome: Outcome, style: EquationStyle): string | undefined {
  const total = totalOf(outcome);
  if (!total) return undefined;
  const parts = partsOf(outcome);
  const name = escaped(outcome.equation.over === 'columns' ? rowName(total.row) : columnName(total.column), style);
  const say = messagesIn(style.language);
  const sum = sumText(parts, style);
  const notes = [omitted(parts, style), blanks(parts, style), filledIn(parts, style)].join('');
  const stated = valueOf(total);
  if (parts.some(isLost) || total.quantity.kind === 'unreadable')
    return say('hover.equation.unreadable', { name, sum });
  if (parts.every(term => numberOf(term, style) === undefined)) return say('hover.equation.empty', { name });
  if (outcome.needsAll && parts.some(term => numberOf(term, style) === undefined))
    return say('hover.equation.notFilled', { name, sum });
  const computed = parts.reduce((result, term) => result + (numberOf(term, style) ?? 0), 0);
  if (stated === undefined) return say('hover.equation.blankTotal', { name, sum, computed: number(computed) }) + notes;
  if (outcome.kind === 'unknown') return say('hover.equation.undecided', { name, stated: number(stated), sum }) + notes;
  const holds = Math.abs(stated - computed) < 1e-6;
  if (holds) return `${name} ${number(stated)} = ${sum} ✓${notes}`;
  const difference = plainNumber(stated - computed);
  const also = outcome.kind === 'blocked' ? say('hover.equation.blocked') : '';
  return (
    say('hover.equation.broken', { name, stated: number(stated), sum, computed: number(computed), difference }) +
    notes +
    also
  );
}

const SIGNS = { '=': ['=', '≠'], '>=': ['≥', '<'], '<=': ['≤', '>'] } as const;

function relationText({ equation, kind, left, right, leftSum, rightSum }: Outcome, style: EquationStyle): string {
  const side = (terms: readonly Term[]): string =>
    terms.length === 0
      ? '0'
      : terms
          .map(
            term =>
              `${escaped(equation.over === 'columns' ? rowName(term.row) : columnName(term.column), style)} ${termNumber(term, style)}`,
          )
          .join(' + ');
  const [sign, negated] = SIGNS[equation.operator];
  const notes = blanks([...left, ...right], style);
  const isKnown = !Number.isNaN(leftSum) && !Number.isNaN(rightSum) && kind !== 'unknown';
  if (!isKnown)
    return message(style.language, 'hover.relation.unknown', { left: side(left), sign, right: side(right) });
  if (kind === 'holds') return `${side(left)} ${sign} ${side(right)} ✓${notes}`;
  const also = kind === 'blocked' ? message(style.language, 'hover.equation.blocked') : '';
  return (
    message(style.language, 'hover.relation.broken', {
      left: side(left),
      sign: negated,
      right: side(right),
      leftSum: number(leftSum),
      rightSum: number(rightSum),
      difference: number(Math.abs(leftSum - rightSum)),
    }) +
    notes +
    also
  );
}

function escaped(text: string, { escape }: EquationStyle): string {
  return escape ? escape(text) : text;
}

function sumText(parts: readonly Term[], style: EquationStyle): string {
  const shown = parts.length > MOST_MEMBERS ? parts.filter(term => isShown(term, style)) : parts;
  return shown.length === 0 ? '0' : shown.map(term => termNumber(term, style)).join(' + ');
}

function omitted(parts: readonly Term[], style: EquationStyle): string {
  if (parts.length <= MOST_MEMBERS) return '';
  const count = parts.filter(term => !isShown(term, style)).length;
  return count === 0 ? '' : message(style.language, 'hover.equation.omitted', { count });
}

function isShown(term: Term, style: EquationStyle): boolean {
  return isLost(term) || (numberOf(term, style) ?? 0) !== 0;
}

function blanks(terms: readonly Term[], style: EquationStyle): string {
  const count = terms.filter(term => !isLost(term) && numberOf(term, style) === undefined).length;
  return count === 0 || terms.length > MOST_MEMBERS ? '' : message(style.language, 'hover.equation.blanks', { count });
}

/** Blank totals among the parts that count with their computed numbers. */
function filledIn(terms: readonly Term[], style: EquationStyle): string {
  const count = terms.filter(term => valueOf(term.figure) === undefined && numberOf(term, style) !== undefined).length;
  return count === 0 ? '' : message(style.language, 'hover.equation.filledIn', { count });
}

/** A member that the draft does not have or that states no number. */
function isLost({ figure }: Term): boolean {
  return figure === undefined || figure.quantity.kind === 'unreadable';
}

function numberOf({ figure }: Term, { computed }: EquationStyle): number | undefined {
  return valueOf(figure) ?? (figure && computed?.get(figure));
}

function termNumber(term: Term, style: EquationStyle): string {
  if (isLost(term)) return '?';
  const value = numberOf(term, style);
  return value === undefined && style.blank !== undefined ? style.blank : number(value ?? 0);
}

/** A number below zero stands in brackets. */
function number(value: number): string {
  return value < 0 ? `(${plainNumber(value)})` : plainNumber(value);
}

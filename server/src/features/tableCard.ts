import { glossaryForColumn, glossaryForRow, type GlossaryEntry, type GlossaryKind } from '../format/glossary.ts';
import type { ColumnSpec, EditionId, RowSpec } from '../format/types.ts';
import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import type { CitationContext } from '../model/citations.ts';
import { contextOfYear } from '../model/citations.ts';
import { computedOf, evaluate, totalOf, type Outcome, type Term } from '../model/evaluate.ts';
import { valueOf, type BoundTable, type Figure } from '../model/report.ts';
import { glossaryFor } from '../model/terms.ts';
import { clauseLines } from './clauseCard.ts';
import { escapeMarkdown, paragraphs } from './markdown.ts';

const LONGEST_EXPLANATION = 600;
/** An equation with more members than this shows only those that are not zero. */
const MOST_MEMBERS = 8;

/** Which row and column a figure stands in, and the equations that it is the total of, with today's numbers. */
export function figureCard(figure: Figure, table: BoundTable, language: Language): string {
  const row = rowName(figure.row);
  const column = columnName(figure.column);
  const outcomes = evaluate(table);
  return paragraphs([
    `**${escapeMarkdown([row, column].filter(name => name !== '').join(' × '))}**`,
    ...outcomes.filter(outcome => totalOf(outcome) === figure).map(outcome => equationText(outcome, language)),
    ...outcomes.filter(outcome => isInRelation(figure, outcome)).map(outcome => relationText(outcome, language)),
  ]);
}

/** What a row's label means, the merged cells before it, and the clause it stands for; undefined where nothing is known. */
export function rowCard(row: RowSpec, label: string, editionId: EditionId, context: CitationContext, language: Language): string | undefined {
  const entry = glossaryForRow(row.key) ?? termFor(label, 'column');
  return labelCard({
    name: row.label === '' ? label : row.label, above: row.path, explain: entry?.explain, isVerified: entry?.verified ?? true,
    basis: row.clause ?? entry?.statute, editionId, context, language,
  });
}

/** What a column's label means; undefined where nothing is known. */
export function columnCard(column: ColumnSpec, editionId: EditionId, context: CitationContext, language: Language): string | undefined {
  const entry = glossaryForColumn(column.key) ?? termFor(column.label, 'row');
  return labelCard({
    name: column.label, above: column.group ?? [], explain: entry?.explain, isVerified: entry?.verified ?? true,
    basis: entry?.statute, editionId, context, language,
  });
}

/** Entry for a label, unless it explains the other direction: 总计 is a column, （七）总计 a row. */
function termFor(label: string, not: GlossaryKind): GlossaryEntry | undefined {
  const entry = glossaryFor(label);
  return entry?.kind === not ? undefined : entry;
}

/** What a word that stands alone in a cell means; undefined where it is not known. */
export function termCard(text: string, context: CitationContext, language: Language): string | undefined {
  const entry = glossaryFor(text);
  if (!entry) return undefined;
  return labelCard({
    name: entry.term, above: [], explain: entry.explain, isVerified: entry.verified, basis: entry.statute, editionId: null, context, language,
  });
}

interface Label {
  readonly name: string;
  readonly above: readonly string[];
  readonly explain: string | undefined;
  readonly isVerified: boolean;
  readonly basis: string | undefined;
  readonly editionId: EditionId | null;
  readonly context: CitationContext;
  readonly language: Language;
}

function labelCard({ name, above, explain, isVerified, basis, editionId, context, language }: Label): string | undefined {
  if (explain === undefined && basis === undefined) return undefined;
  const mark = isVerified ? '' : message(language, 'hover.unverifiedMark');
  return paragraphs([
    `**${escapeMarkdown(name)}**`,
    above.length > 0 ? escapeMarkdown(above.join(' › ')) : undefined,
    explain === undefined ? undefined : escapeMarkdown(explain, LONGEST_EXPLANATION) + mark,
    basis === undefined ? undefined : message(language, 'hover.basis', { basis: escapeMarkdown(basis) }),
    basis === undefined ? undefined : clauseLines(basis, contextOfYear(yearFor(editionId, context)), language).join('\n'),
  ]);
}

/** Clauses in a table's data count in the version of the table's edition, whatever year the draft says. */
function yearFor(editionId: EditionId | null, { reportYear }: CitationContext): number | null {
  switch (editionId) {
    case '2007': return Math.min(reportYear ?? 2018, 2018);
    case '2019': case '2021': return Math.max(reportYear ?? 2019, 2019);
    case null: return reportYear;
  }
}

/** Equations without a total (本年新收 + 上年结转 = 总计 + 结转下年度) concern each of their figures alike. */
function isInRelation(figure: Figure, { equation, left, right }: Outcome): boolean {
  return equation.total === 'none' && [...left, ...right].some(term => term.figure === figure);
}

const SIGNS = { '=': ['=', '≠'], '>=': ['≥', '<'], '<=': ['≤', '>'] } as const;

/** `总计 5 = 3 + 1 + 1 ✓`, `总计 5 ≠ 3 + 1 = 4，相差 1`, or the computed value of a total that is blank. */
function equationText(outcome: Outcome, language: Language): string | undefined {
  const { equation, left, right } = outcome;
  const total = totalOf(outcome);
  if (!total) return undefined;
  const parts = equation.total === 'left' ? right : left;
  const name = escapeMarkdown(equation.over === 'columns' ? rowName(total.row) : columnName(total.column));
  const computed = computedOf(outcome);
  const say = (id: string, args: Readonly<Record<string, string | number>> = {}): string => message(language, id, args);
  const sum = sumText(parts);
  const notes = [omitted(parts, language), blanks(parts, language)].join('');
  const stated = valueOf(total);
  if (parts.some(isLost) || total.quantity.kind === 'unreadable') return say('hover.equation.unreadable', { name, sum });
  if (parts.every(term => valueOf(term.figure) === undefined)) return say('hover.equation.empty', { name });
  if (stated === undefined) return say('hover.equation.blankTotal', { name, sum, computed: number(computed) }) + notes;
  const holds = Math.abs(stated - computed) < 1e-6;
  if (holds) return `${name} ${number(stated)} = ${sum} ✓${notes}`;
  const difference = number(Math.abs(stated - computed));
  const also = outcome.kind === 'blocked' ? say('hover.equation.blocked') : '';
  return say('hover.equation.broken', { name, stated: number(stated), sum, computed: number(computed), difference }) + notes + also;
}

function relationText({ equation, kind, left, right, leftSum, rightSum }: Outcome, language: Language): string {
  const side = (terms: readonly Term[]): string => terms.length === 0 ? '0' : terms
    .map(term => `${escapeMarkdown(equation.over === 'columns' ? rowName(term.row) : columnName(term.column))} ${termNumber(term)}`).join(' + ');
  const [sign, negated] = SIGNS[equation.operator];
  const notes = blanks([...left, ...right], language);
  const isKnown = !Number.isNaN(leftSum) && !Number.isNaN(rightSum) && kind !== 'unknown';
  if (!isKnown) return message(language, 'hover.relation.unknown', { left: side(left), sign, right: side(right) });
  if (kind === 'holds') return `${side(left)} ${sign} ${side(right)} ✓${notes}`;
  const also = kind === 'blocked' ? message(language, 'hover.equation.blocked') : '';
  return message(language, 'hover.relation.broken', {
    left: side(left), sign: negated, right: side(right), leftSum: number(leftSum), rightSum: number(rightSum), difference: number(Math.abs(leftSum - rightSum)),
  }) + notes + also;
}

function sumText(parts: readonly Term[]): string {
  const shown = parts.length > MOST_MEMBERS ? parts.filter(isShown) : parts;
  return shown.length === 0 ? '0' : shown.map(termNumber).join(' + ');
}

function omitted(parts: readonly Term[], language: Language): string {
  if (parts.length <= MOST_MEMBERS) return '';
  const count = parts.filter(term => !isShown(term)).length;
  return count === 0 ? '' : message(language, 'hover.equation.omitted', { count });
}

function isShown(term: Term): boolean {
  return isLost(term) || (valueOf(term.figure) ?? 0) !== 0;
}

function blanks(terms: readonly Term[], language: Language): string {
  const count = terms.filter(({ figure }) => figure?.quantity.kind === 'blank' || figure?.quantity.kind === 'dash').length;
  return count === 0 || terms.length > MOST_MEMBERS ? '' : message(language, 'hover.equation.blanks', { count });
}

/** A member that the draft does not have or that states no number. */
function isLost({ figure }: Term): boolean {
  return figure === undefined || figure.quantity.kind === 'unreadable';
}

function termNumber(term: Term): string {
  return isLost(term) ? '?' : number(valueOf(term.figure) ?? 0);
}

/** Sums of amounts in 万元 without the traces of binary fractions; a number below zero in brackets. */
function number(value: number): string {
  const text = String(Number(value.toFixed(6)));
  return value < 0 ? `(${text})` : text;
}

function rowName({ label, path }: RowSpec): string {
  return label === '' ? path.join('') : label;
}

function columnName({ label }: ColumnSpec): string {
  return label;
}

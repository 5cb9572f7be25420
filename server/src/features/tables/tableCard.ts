import { evidenceLine } from '../support/evidenceLine.ts';
import { type CitationContext, contextOfYear } from '../../model/citations/citation.ts';
import {
  glossaryForColumn,
  glossaryForRow,
  type GlossaryEntry,
  type GlossaryKind,
} from '../../format/data/glossary.ts';
import { yearWithin } from '../../format/index.ts';
import type { ColumnSpec, Edition, Evidence, RowSpec } from '../../format/types.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import { evaluate } from '../../model/equations/evaluate.ts';
import { totalOf, type Outcome } from '../../model/equations/outcome.ts';
import type { BoundTable, Figure } from '../../model/report.ts';
import { subtotalsOf } from '../../model/equations/subtotals.ts';
import { glossaryFor } from '../../format/glossaryLookup.ts';
import { clauseLines } from '../statutes/clauseCard.ts';
import { columnName, equationText, rowName } from './equationText.ts';
import { escapeMarkdown, paragraphs } from '../support/markdown.ts';

const LONGEST_EXPLANATION = 600;

/**
 * Which row and column a figure stands in, the equations that it is the total of, with today's numbers, and the sums
 * that prose uses.
 */
export function figureCard(figure: Figure, table: BoundTable, language: Language): string {
  const row = rowName(figure.row);
  const column = columnName(figure.column);
  const outcomes = evaluate(table);
  return paragraphs([
    `**${escapeMarkdown([row, column].filter(name => name !== '').join(' × '))}**`,
    ...outcomes
      .filter(outcome => totalOf(outcome) === figure)
      .map(outcome => equationText(outcome, { language, escape: escapeMarkdown })),
    ...outcomes
      .filter(outcome => isInRelation(figure, outcome))
      .map(outcome => equationText(outcome, { language, escape: escapeMarkdown })),
    ...subtotalLines(figure, table, language),
  ]);
}

/** The sum of the rows under one merged label that the figure belongs to, where it is known. */
function subtotalLines(figure: Figure, table: BoundTable, language: Language): string[] {
  return subtotalsOf(table).flatMap(({ rows, figures, value, label, column }) =>
    rows.length > 1 && value !== undefined && figures.includes(figure)
      ? [
          message(language, 'hover.subtotal', {
            label: escapeMarkdown(label),
            column: escapeMarkdown(column.label),
            value,
          }),
        ]
      : [],
  );
}

/**
 * What a row's label means, the merged cells before it, and the clause it stands for; undefined where nothing is known.
 */
export function rowCard(
  row: RowSpec,
  label: string,
  edition: Edition,
  context: CitationContext,
  language: Language,
): string | undefined {
  const entry = glossaryForRow(row.key) ?? termFor(label, 'column');
  return labelCard({
    name: row.label === '' ? label : row.label,
    above: row.path,
    explain: entry?.explain,
    isVerified: entry?.verified ?? true,
    basis: row.clause ?? entry?.statute,
    evidence: row,
    edition,
    context,
    language,
  });
}

/** What a column's label means; undefined where nothing is known. */
export function columnCard(
  column: ColumnSpec,
  edition: Edition,
  context: CitationContext,
  language: Language,
): string | undefined {
  const entry = glossaryForColumn(column.key) ?? termFor(column.label, 'row');
  return labelCard({
    name: column.label,
    above: column.group ?? [],
    explain: entry?.explain,
    isVerified: entry?.verified ?? true,
    basis: entry?.statute,
    edition,
    context,
    language,
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
    name: entry.term,
    above: [],
    explain: entry.explain,
    isVerified: entry.verified,
    basis: entry.statute,
    edition: null,
    context,
    language,
  });
}

interface Label {
  readonly name: string;
  readonly above: readonly string[];
  readonly explain: string | undefined;
  readonly isVerified: boolean;
  readonly basis: string | undefined;
  /** What a format file says of where it comes from. */
  readonly evidence?: Evidence;
  readonly edition: Edition | null;
  readonly context: CitationContext;
  readonly language: Language;
}

function labelCard({
  name,
  above,
  explain,
  isVerified,
  basis,
  evidence,
  edition,
  context,
  language,
}: Label): string | undefined {
  const source = evidence && evidenceLine(evidence, language);
  if (explain === undefined && basis === undefined && source === undefined) return undefined;
  const mark = isVerified ? '' : message(language, 'hover.unverifiedMark');
  return paragraphs([
    `**${escapeMarkdown(name)}**`,
    above.length > 0 ? escapeMarkdown(above.join(' › ')) : undefined,
    explain === undefined ? undefined : escapeMarkdown(explain, LONGEST_EXPLANATION) + mark,
    basis === undefined ? undefined : message(language, 'hover.basis', { basis: escapeMarkdown(basis) }),
    basis === undefined ? undefined : clauseLines(basis, contextOfYear(yearFor(edition, context)), language).join('\n'),
    source,
  ]);
}

/** Clauses in a table's data count in the version of the table's edition, whatever year the draft says. */
function yearFor(edition: Edition | null, { reportYear }: CitationContext): number | null {
  return edition === null ? reportYear : yearWithin(edition, reportYear);
}

/** Equations without a total (本年新收 + 上年结转 = 总计 + 结转下年度) concern each of their figures alike. */
function isInRelation(figure: Figure, { equation, left, right }: Outcome): boolean {
  return equation.total === 'none' && [...left, ...right].some(term => term.figure === figure);
}

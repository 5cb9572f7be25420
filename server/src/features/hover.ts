import { NO_TEXTS, type OfficialTexts } from '../analysis/files/officialText.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { ColumnSpec } from '../format/types.ts';
import type { Language } from '../messages/message.ts';
import { message } from '../messages/text.ts';
import type { Citation, CitationContext, Mention } from '../model/citations/citationScanner.ts';
import { citationContext, citationsIn, mentionsIn } from '../model/citations/citationScanner.ts';
import { type BoundTable, type Report } from '../model/report.ts';
import { textPlaceAt } from '../model/links/figureLinks.ts';
import { type Cell, type Heading, isKind, type Placed, type Table } from '../syntax/block.ts';
import { isFigureText } from '../syntax/cellValue.ts';
import { indexOf, place, plain, type MappedText } from '../text/mappedText.ts';
import { fold } from '../text/fold.ts';
import { shift, touches } from '../text/span.ts';
import type { HoverResult } from './support/hoverResult.ts';
import { clauseCard, statuteCard } from './statutes/clauseCard.ts';
import { escapeMarkdown, paragraphs } from './support/markdown.ts';
import { blockAt, cellAt, figureAt } from './support/place.ts';
import { columnCard, figureCard, rowCard, termCard } from './tables/tableCard.ts';
import { mentionLines, textFigureCard } from './figures/textFigureCard.ts';

/**
 * Explains what stands at an offset of the draft (UTF-16 units): a cited clause or a named statute, a figure with its
 * equations, a label of an official table, a section heading. The most specific thing wins; null for anything else.
 * `texts` are the official texts of the workspace.
 */
export function hover(
  snapshot: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
  language: Language,
  texts: OfficialTexts = NO_TEXTS,
): HoverResult | null {
  const { report } = snapshot;
  const placed = blockAt(report, offset);
  if (!placed) return null;
  const inside = offset - placed.at;
  const found = isKind(placed, 'paragraph')
    ? (inText(placed.block.text, inside, report, { language, texts }) ?? inFigure(report, offset, placed.at, language))
    : isKind(placed, 'heading')
      ? (inText(placed.block.text, inside, report, { language, texts }) ?? inHeading(placed, inside, report, language))
      : isKind(placed, 'table')
        ? inTable(placed, inside, snapshot, { language, texts })
        : undefined;
  return found ? { contents: found.contents, span: shift(found.span, placed.at) } : null;
}

// Spans below count from the start of the block.

function inFigure(report: Report, offset: number, at: number, language: Language): HoverResult | undefined {
  const place = textPlaceAt(report, offset);
  return place && { contents: textFigureCard(place, report, language), span: shift(place.span, -at) };
}

/** A long line is read only around the pointer: names stand near their clauses. */
const WINDOW = 2000;

/** What the explanations of clauses need. */
interface Say {
  readonly language: Language;
  readonly texts: OfficialTexts;
}

function inText(text: MappedText, inside: number, report: Report, say: Say): HoverResult | undefined {
  const whole = place(text, 0, text.text.length);
  if (!touches(whole, inside)) return undefined;
  const found = explained(text.text, indexOf(text, inside), citationContext(report), say);
  return found && { contents: found.contents, span: place(text, found.span.start, found.span.end) };
}

/** The citation or else the statute's name at an index of a text; spans count from the text's start. */
function explained(
  text: string,
  index: number,
  context: CitationContext,
  { language, texts }: Say,
): HoverResult | undefined {
  const from = Math.max(0, index - WINDOW);
  const near = text.slice(from, index + WINDOW);
  const citation = at(citationsIn(near, context), index - from);
  const clause = citation && clauseCard(citation, context, language, texts);
  if (citation && clause !== undefined) return { contents: clause, span: shift(citation.span, from) };
  const mention = at(mentionsIn(near, context), index - from);
  const statute = mention && statuteCard(mention, context, language);
  return mention && statute !== undefined ? { contents: statute, span: shift(mention.span, from) } : undefined;
}

/** The one that holds the character behind the index, else the one that ends there. */
function at<T extends Citation | Mention>(found: readonly T[], index: number): T | undefined {
  return (
    found.find(({ span }) => span.start <= index && index < span.end) ?? found.find(({ span }) => touches(span, index))
  );
}

function inHeading(
  placed: Placed<Heading>,
  inside: number,
  report: Report,
  language: Language,
): HoverResult | undefined {
  const section = report.sections.find(({ heading }) => heading.at === placed.at);
  const { text } = placed.block;
  const span = place(text, 0, text.text.length);
  if (!section?.spec || !report.edition || !touches(span, inside)) return undefined;
  const { spec } = section;
  const say = (id: string, args: Readonly<Record<string, string>> = {}): string => message(language, id, args);
  const tables = report.edition.tables
    .filter(table => spec.tables.includes(table.id) && table.isRequired)
    .map(table => (language === 'en' ? table.englishTitle : table.title));
  return {
    contents: paragraphs([
      `**${escapeMarkdown(spec.title)}**`,
      escapeMarkdown(report.edition.name) + say(`hover.section.${spec.requirement}`),
      say('hover.section.guidance', { guidance: escapeMarkdown(spec.guidance, 600) }),
      tables.length > 0 ? say('hover.section.tables', { tables: escapeMarkdown(tables.join('、')) }) : undefined,
      say('hover.basis', { basis: escapeMarkdown(spec.basis) }),
    ]),
    span,
  };
}

function inTable(
  placed: Placed<Table>,
  inside: number,
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  say: Say,
): HoverResult | undefined {
  const { language } = say;
  const row = placed.block.rows.find(each => touches(each.span, inside));
  const cell = row && cellAt(row, inside);
  if (!cell) return undefined;
  const context = citationContext(report);
  const isVerbatim = source.slice(shift(cell.span, placed.at)) === cell.text;
  // Where the draft writes the cell with entities or line ends, only the cell as a whole has a place.
  const text = isVerbatim
    ? plain(cell.text, cell.span.start)
    : { text: cell.text, pieces: [{ at: 0, length: cell.text.length, from: cell.span.start, to: cell.span.end }] };
  const index = isVerbatim ? indexOf(text, inside) : 0;
  const found = isVerbatim ? explained(cell.text, index, context, say) : firstExplained(cell.text, context, say);
  if (found)
    return { contents: found.contents, span: isVerbatim ? place(text, found.span.start, found.span.end) : cell.span };
  const table = report.tables.find(each => each.blocks.some(block => block.at === placed.at));
  let contents = table && inOfficialTable(cell, placed.at, table, report, language);
  if (contents === undefined && !isFigureText(cell.text)) contents = termCard(cell.text, context, language);
  return contents === undefined || contents === null ? undefined : { contents, span: cell.span };
}

function firstExplained(text: string, context: CitationContext, say: Say): HoverResult | undefined {
  const first = citationsIn(text, context)[0]?.span ?? mentionsIn(text, context)[0]?.span;
  return first && explained(text, first.start, context, say);
}

/** Null for a label of the table of which nothing is known, undefined for a cell that is none of its figures and labels. */
function inOfficialTable(
  cell: Cell,
  blockAtOffset: number,
  table: BoundTable,
  report: Report,
  language: Language,
): string | null | undefined {
  const span = shift(cell.span, blockAtOffset);
  const figure = figureAt(table, span);
  if (figure) return paragraphs([figureCard(figure, table, language), ...mentionLines(figure, report, language)]);
  const context = citationContext(report);
  for (const { rows } of table.parts) {
    const row = rows.find(
      ({ labelSpan, spec }) => spec.label !== '' && labelSpan.start === span.start && labelSpan.end === span.end,
    );
    if (row) return rowCard(row.spec, row.label, table.editionId, context, language) ?? null;
  }
  const column = columnNamed(cell.text, table);
  return column && (columnCard(column, table.editionId, context, language) ?? null);
}

function columnNamed(text: string, table: BoundTable): ColumnSpec | undefined {
  const folded = fold(text);
  if (folded === '') return undefined;
  return table.spec.parts
    .flatMap(part => part.columns)
    .find(
      column => fold(column.label) === folded || column.variants?.some(variant => fold(variant) === folded) === true,
    );
}

import { citationContext } from '../model/citations/citationContext.ts';
import { NO_TEXTS, type OfficialTexts } from '../analysis/files/officialText.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { ColumnSpec } from '../format/types.ts';
import type { Language } from '../messages/message.ts';
import { messagesIn } from '../messages/text.ts';
import { citedAt } from '../model/citations/placedCitations.ts';
import { type BoundTable, type Report } from '../model/report.ts';
import { textPlaceAt } from '../model/figures/figureLinks.ts';
import { blockAt, type Cell, type Heading, isKind, type Placed, type Table } from '../syntax/block.ts';
import { isFigureText } from '../syntax/cellValue.ts';
import { place } from '../text/mappedText.ts';
import { fold } from '../text/fold.ts';
import { shift, touches } from '../text/span.ts';
import type { HoverResult } from './support/hoverResult.ts';
import { clauseCard, statuteCard } from './statutes/clauseCard.ts';
import { escapeMarkdown, paragraphs } from './support/markdown.ts';
import { titleCard } from './titleCard.ts';
import { cellAt, figureAt } from './support/place.ts';
import { columnCard, figureCard, rowCard, termCard } from './tables/tableCard.ts';
import { mentionLines, textFigureCard } from './figures/textFigureCard.ts';

/**
 * Explains what stands at an offset of the draft (UTF-16 units): a cited clause or a named statute, a figure with its
 * equations, a label of an official table, a section heading. The most specific thing wins; null for anything else.
 * `texts` are the official texts of the workspace; `elsewhere` gives what other reports say of a cell.
 */
export function hover(
  snapshot: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
  language: Language,
  texts: OfficialTexts = NO_TEXTS,
  elsewhere: (offset: number) => readonly string[] = () => [],
): HoverResult | null {
  const { report } = snapshot;
  const placed = blockAt(report.blocks, offset);
  if (!placed) return null;
  const cited = onCitation(report, offset, language, texts);
  if (cited) return cited;
  const title = report.title?.span;
  if (title && touches(title, offset)) return { contents: titleCard(report, language), span: title };
  const inside = offset - placed.at;
  const found = isKind(placed, 'paragraph')
    ? inFigure(report, offset, placed.at, language)
    : isKind(placed, 'heading')
      ? inHeading(placed, inside, report, language)
      : isKind(placed, 'table')
        ? inTable(placed, inside, report, language, () => elsewhere(offset))
        : undefined;
  return found ? { contents: found.contents, span: shift(found.span, placed.at) } : null;
}

/** The clause that is cited, or else the statute or document that is named, at an offset of the draft. */
function onCitation(report: Report, offset: number, language: Language, texts: OfficialTexts): HoverResult | undefined {
  const found = citedAt(report, offset);
  if (!found) return undefined;
  const context = citationContext(report);
  const contents =
    'citation' in found
      ? clauseCard(found.citation, context, language, texts)
      : statuteCard(found.mention, context, language);
  return contents === undefined ? undefined : { contents, span: found.span };
}

// Spans below count from the start of the block.

function inFigure(report: Report, offset: number, at: number, language: Language): HoverResult | undefined {
  const place = textPlaceAt(report, offset);
  return place && { contents: textFigureCard(place, report, language), span: shift(place.span, -at) };
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
  const say = messagesIn(language);
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
  report: Report,
  language: Language,
  elsewhere: () => readonly string[],
): HoverResult | undefined {
  const row = placed.block.rows.find(each => touches(each.span, inside));
  const cell = row && cellAt(row, inside);
  if (!cell) return undefined;
  const table = report.tables.find(each => each.blocks.some(block => block.at === placed.at));
  let contents = table && inOfficialTable(cell, placed.at, table, report, language, elsewhere);
  if (contents === undefined && !isFigureText(cell.text))
    contents = termCard(cell.text, citationContext(report), language);
  return contents === undefined || contents === null ? undefined : { contents, span: cell.span };
}

/**
 * Null for a label of the table of which nothing is known, undefined for a cell that is none of its figures and labels.
 */
function inOfficialTable(
  cell: Cell,
  blockAtOffset: number,
  table: BoundTable,
  report: Report,
  language: Language,
  elsewhere: () => readonly string[],
): string | null | undefined {
  const span = shift(cell.span, blockAtOffset);
  const figure = figureAt(table, span);
  if (figure)
    return paragraphs([figureCard(figure, table, language), ...elsewhere(), ...mentionLines(figure, report, language)]);
  const context = citationContext(report);
  for (const { rows } of table.parts) {
    const row = rows.find(
      ({ labelSpan, spec }) => spec.label !== '' && labelSpan.start === span.start && labelSpan.end === span.end,
    );
    if (row) return rowCard(row.spec, row.label, table.edition, context, language) ?? null;
  }
  const column = columnNamed(cell.text, table);
  return column && (columnCard(column, table.edition, context, language) ?? null);
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

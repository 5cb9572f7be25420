import type { BoundTable, Figure, Report } from '../report.ts';

/**
 * Whether two states of a draft are read alike, as they must be when only the layout of a table changed: the same
 * edition, sections and official tables, and in each table the same figures in the same cells. A figure counts by what
 * it says, not by its place.
 */
export function isReadAlike(before: Report, after: Report): boolean {
  return readingOf(before) === readingOf(after);
}

function readingOf({ edition, sections, tables, otherTables }: Report): string {
  return JSON.stringify([
    edition?.id,
    sections.map(({ id, title }) => [id, plain(title)]),
    tables.map(table => [
      table.spec.id,
      table.sectionId,
      table.repeats && tables.indexOf(table.repeats),
      figuresOf(table),
    ]),
    otherTables.length,
  ]);
}

function figuresOf({ figures, shortRows, unplaced }: BoundTable): unknown {
  return [
    [...figures].map(([key, figure]) => [key, statedText(figure)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    shortRows.map(({ row, values }) => [row.key, values.map(statedText)]),
    unplaced.map(({ texts }) => texts),
  ];
}

/** What a figure states; a dash may be read as one, or as the unit before a blank. */
export function statedText(figure: Figure | undefined): string {
  return figure && figure.quantity.kind !== 'blank' && figure.quantity.kind !== 'dash' ? plain(figure.text) : '';
}

/** A text with its blanks as they are shown. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

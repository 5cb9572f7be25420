import { figureTexts, type FigureText } from '../prose/figureText.ts';
import { mayBe, type ProseFigure } from '../prose/numbers.ts';
import { figureKey, valueOf, type BoundTable, type Figure, type Report } from '../report.ts';
import { cellExpressionsOf, type CellExpression } from './cellExpressions.ts';
import { reportQuantitiesOf, type ReportQuantity } from './reportQuantities.ts';
import type { TextFact } from '../../syntax/paragraphFacts.ts';
import { blockAt } from '../../syntax/block.ts';
import { touches, type Span } from '../../text/span.ts';

/** A figure of the draft, in a cell of an official table or in running text. */
export type FigurePlace = CellPlace | TextPlace;

export interface CellPlace {
  readonly kind: 'cell';
  /** The cell's text. */
  readonly span: Span;
  readonly cell: Figure;
  readonly table: BoundTable;
}

export interface TextPlace {
  readonly kind: 'text';
  /** Number and measure word. */
  readonly span: Span;
  readonly figure: ProseFigure;
  readonly paragraph: TextFact<FigureText>;
}

/** What a figure in the text states, and what the tables say of it. */
export interface FigureLink {
  readonly statement: ReportQuantity;
  /** The reading that fits, else the likeliest; undefined where the tables do not tell. */
  readonly reading: CellExpression | undefined;
  readonly fits: boolean;
}

/** The place of a cell. */
export function cellPlace(cell: Figure, table: BoundTable): CellPlace {
  return { kind: 'cell', span: cell.span, cell, table };
}

/** The place of a figure of a paragraph. */
export function textPlace(figure: ProseFigure, paragraph: TextFact<FigureText>): TextPlace {
  return { kind: 'text', span: paragraph.place(figure.start, figure.end), figure, paragraph };
}

/** The figure of running text at an offset of the draft. */
export function textPlaceAt(report: Report, offset: number): TextPlace | undefined {
  const placed = blockAt(report.blocks, offset);
  for (const paragraph of placed ? figureTexts([placed]) : []) {
    for (const { figures } of paragraph.fact.sentences) {
      const places = figures.map(figure => textPlace(figure, paragraph)).filter(({ span }) => touches(span, offset));
      if (places[0]) return places.find(({ span }) => offset < span.end) ?? places[0];
    }
  }
  return undefined;
}

/** What a figure of the text states of the tables' quantities; undefined where it is none of them. */
export function linkOf(report: Report, figure: ProseFigure): FigureLink | undefined {
  const statement = reportQuantitiesOf(report).find(each => each.figure === figure);
  return statement && linkTo(report, statement);
}

function linkTo(report: Report, statement: ReportQuantity): FigureLink {
  const readings = cellExpressionsOf(report, statement.metric, statement.period);
  const fitting = readings.find(({ value }) => mayBe(statement.figure, value));
  return { statement, reading: fitting ?? readings[0], fits: fitting !== undefined };
}

/**
 * Every place that states the same quantity, this one among them: the cell and its repetitions, then the text from top
 * to bottom, also where it differs. A sum of several cells has no cell of its own; such mentions belong together all
 * the same. What no table holds is the same only where the number is.
 */
export function placesOfSame(report: Report, place: FigurePlace): readonly FigurePlace[] {
  const own = place.kind === 'text' ? linkOf(report, place.figure) : undefined;
  if (place.kind === 'text' && !own) return [place];
  const cells = place.kind === 'cell' ? [originalOf(place)] : own?.reading?.figures;
  const mentions = reportQuantitiesOf(report)
    .map(statement => linkTo(report, statement))
    .filter(({ statement, reading }) =>
      cells === undefined
        ? own !== undefined && isSameStatement(statement, own.statement)
        : reading !== undefined && isSame(reading.figures, cells),
    );
  return [
    ...(cells?.length === 1 ? copiesOf(report, cells[0]) : []),
    ...placesOf(report, new Set(mentions.map(({ statement }) => statement.figure))),
  ];
}

/** The number that a place states. */
export function numberOf(place: FigurePlace): number | undefined {
  return place.kind === 'cell' ? valueOf(place.cell) : place.figure.value;
}

function isSameStatement(a: ReportQuantity, b: ReportQuantity): boolean {
  return (
    a.metric === b.metric &&
    a.period === b.period &&
    a.figure.value === b.figure.value &&
    a.figure.unit === b.figure.unit
  );
}

/** Places in the text that state a cell or a sum in which it stands, with what they state. */
export function mentionsOf(
  report: Report,
  cell: Figure,
): readonly { readonly place: TextPlace; readonly link: FigureLink }[] {
  const links = new Map<ProseFigure, FigureLink>();
  for (const statement of reportQuantitiesOf(report)) {
    const link = linkTo(report, statement);
    if (link.reading?.figures.includes(cell) && !links.has(statement.figure)) links.set(statement.figure, link);
  }
  return placesOf(report, links).flatMap(place => {
    const found = links.get(place.figure);
    return found ? [{ place, link: found }] : [];
  });
}

/** The cells of a reading with their tables. */
export function cellsOfExpression(report: Report, { figures }: CellExpression): readonly CellPlace[] {
  return figures.flatMap(cell => {
    const table = tableOf(report, cell);
    return table ? [cellPlace(cell, table)] : [];
  });
}

/** The table that holds a cell. */
export function tableOf(report: Report, cell: Figure): BoundTable | undefined {
  return report.tables.find(({ figures }) => figures.get(figureKey(cell.row.key, cell.column.key)) === cell);
}

/** Where figures of the text stand, from top to bottom. */
function placesOf(report: Report, figures: Pick<ReadonlySet<ProseFigure>, 'has' | 'size'>): readonly TextPlace[] {
  const places: TextPlace[] = [];
  if (figures.size === 0) return places;
  for (const paragraph of figureTexts(report.blocks)) {
    if (paragraph.fact.mentions.length === 0) continue;
    for (const sentence of paragraph.fact.sentences)
      for (const figure of sentence.figures) if (figures.has(figure)) places.push(textPlace(figure, paragraph));
  }
  return places;
}

/** The cell of the table that counts, where this one stands in a repetition of it. */
function originalOf({ cell, table }: CellPlace): Figure {
  return table.repeats?.figures.get(figureKey(cell.row.key, cell.column.key)) ?? cell;
}

/** A cell and its repetitions, those that state a number. */
function copiesOf(report: Report, cell: Figure | undefined): readonly CellPlace[] {
  const own = cell && tableOf(report, cell);
  if (!cell || !own) return [];
  return report.tables
    .filter(table => table === own || table.repeats === own)
    .flatMap(table => {
      const copy = table.figures.get(figureKey(cell.row.key, cell.column.key));
      return copy && (copy === cell || valueOf(copy) !== undefined) ? [cellPlace(copy, table)] : [];
    });
}

function isSame(a: readonly Figure[], b: readonly Figure[]): boolean {
  return a.length === b.length && a.every(figure => b.includes(figure));
}

import { FEE_CELL, YUAN_IN_WAN, yuanIn } from '../../format/metrics.ts';
import { blockAt } from '../../syntax/block.ts';
import { memoByObject } from '../../text/memo.ts';
import { figureKey, valueOf, type BoundTable, type Figure, type Report } from '../report.ts';
import { chainsOf, placeInChain, type Chain } from '../statements/chains.ts';
import { statedQuantities } from '../statements/disagreements.ts';
import type { StatedFigure } from '../statements/statedFigure.ts';
import { isSameMeasure } from '../statements/measures.ts';
import type { StatedQuantity } from '../statements/statedQuantity.ts';
import { fits } from '../statements/relations/table.ts';
import { cellExpressionsOf, type CellExpression } from '../links/cellExpressions.ts';
import { touches, type Span } from '../../text/span.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

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
  readonly figure: StatedFigure;
  readonly chain: Chain;
}

/** A quantity of the tables that a figure of a chain states. */
export type TextQuantity = StatedQuantity & { readonly chain: Chain };

/** What a figure in the text states, and what the tables say of it. */
export interface FigureLink {
  readonly statement: TextQuantity;
  /** The reading that fits, else the likeliest; undefined where the tables do not tell. */
  readonly reading: CellExpression | undefined;
  readonly fits: boolean;
}

/** The place of a cell. */
export function cellPlace(cell: Figure, table: BoundTable): CellPlace {
  return { kind: 'cell', span: cell.span, cell, table };
}

/** The place of a figure of a chain. */
export function textPlace(figure: StatedFigure, chain: Chain): TextPlace {
  return { kind: 'text', span: placeInChain(chain, figure.start, figure.end), figure, chain };
}

/** The figure of running text at an offset of the draft. */
export function textPlaceAt(report: Report, offset: number): TextPlace | undefined {
  const placed = blockAt(report.blocks, offset);
  if (!placed) return undefined;
  for (const chain of chainsOf(report)) {
    const index = chain.blocks.findIndex(({ at }) => at === placed.at);
    if (index < 0) continue;
    const [from = 0, to = Infinity] = [chain.starts[index], chain.starts[index + 1]];
    const places = chain.reading.figures
      .filter(({ start }) => start >= from && start < to)
      .map(figure => textPlace(figure, chain))
      .filter(({ span }) => touches(span, offset));
    return places.find(({ span }) => offset < span.end) ?? places[0];
  }
  return undefined;
}

/** What figures of a report state of the tables' quantities. Loose wordings, which may mean others, are left out. */
const quantitiesByFigure = memoByObject(
  (report: Report): ReadonlyMap<StatedFigure, TextQuantity> =>
    new Map(
      statedQuantities(report).flatMap(quantity =>
        quantity.wording === 'loose' ? [] : [[quantity.figure, quantity] as const],
      ),
    ),
);

/** What a figure of the text states of the tables' quantities; undefined where it is none of them. */
export function linkOf(report: Report, figure: StatedFigure): FigureLink | undefined {
  const statement = quantitiesByFigure(report).get(figure);
  return statement && linkTo(report, statement);
}

function linkTo(report: Report, statement: TextQuantity): FigureLink {
  const readings = cellExpressionsOf(report, statement.metric, statement.period);
  const fitting = readings.find(({ value }) => fits(statement.figure, value));
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
  const mentions = [...quantitiesByFigure(report).values()]
    .map(statement => linkTo(report, statement))
    .filter(({ statement, reading }) =>
      cells === undefined
        ? own !== undefined && isSameStatement(statement, own.statement)
        : reading !== undefined && isSame(reading.figures, cells),
    );
  return [
    ...(cells?.length === 1 ? copiesOf(report, cells[0]) : []),
    ...mentions.map(({ statement: { figure, chain } }) => textPlace(figure, chain)),
  ];
}

/** The number that a place states, with what stands behind its digits counted in: 万, 万元, the column's 万元. */
export function numberOf(place: FigurePlace): number | undefined {
  const number = place.kind === 'cell' ? valueOf(place.cell) : place.figure.number.value * unitOf(place.figure);
  return place.kind === 'cell' && number !== undefined ? withoutBinaryTraces(number * scaleOf(place)) : number;
}

/** Factor between the digits at a place and its number. */
export function scaleOf(place: FigurePlace): number {
  if (place.kind === 'text') return place.figure.number.scale * unitOf(place.figure);
  const { cell, table } = place;
  const isFee =
    table.spec.id === FEE_CELL.table && cell.row.key === FEE_CELL.row && cell.column.key === FEE_CELL.column;
  return isFee ? YUAN_IN_WAN : 1;
}

function unitOf({ number: { unit } }: StatedFigure): number {
  return yuanIn(unit) ?? 1;
}

function isSameStatement(a: TextQuantity, b: TextQuantity): boolean {
  const [first, second] = [a.figure.number, b.figure.number];
  return (
    a.metric === b.metric &&
    a.period === b.period &&
    a.isOfArea === b.isOfArea &&
    first.value * unitOf(a.figure) === second.value * unitOf(b.figure) &&
    isSameMeasure(first.unit, second.unit)
  );
}

/** A figure of running text and what the tables say of it. */
export interface Mention {
  readonly place: TextPlace;
  readonly link: FigureLink;
}

/** Figures of the text that state a quantity of the tables, in the order of the draft. */
export const mentionsIn = memoByObject((report: Report): readonly Mention[] =>
  [...quantitiesByFigure(report).values()].map(statement => ({
    place: textPlace(statement.figure, statement.chain),
    link: linkTo(report, statement),
  })),
);

/** Places in the text that state a cell or a sum in which it stands, with what they state. */
export function mentionsOf(report: Report, cell: Figure): readonly Mention[] {
  return mentionsIn(report).filter(({ link }) => link.reading?.figures.includes(cell) === true);
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

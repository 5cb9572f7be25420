import type { LocationLink } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { evaluate } from '../../model/equations/evaluate.ts';
import { totalOf } from '../../model/equations/outcome.ts';
import type { Report } from '../../model/report.ts';
import {
  cellsOfExpression,
  textPlace,
  linkOf,
  type CellPlace,
  type FigurePlace,
  type TextPlace,
} from '../../model/figures/figureLinks.ts';
import { listsWith } from '../../model/figures/figureLists.ts';
import { partsOf } from '../../model/equations/totals.ts';
import type { Span } from '../../text/span.ts';
import { toRange } from '../support/convert.ts';
import { figurePlaceAt } from '../support/place.ts';

/**
 * Where the figure at an offset of the draft comes from: of a figure in the text the table's cells that it states, else
 * the parts that are listed of it; of a total its members. A figure that rests on nothing is its own definition; null
 * where no figure stands.
 */
export function figureDefinition(
  { uri, source, report }: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  offset: number,
): LocationLink[] | null {
  const place = figurePlaceAt(report, offset);
  if (!place) return null;
  const origins = originsOf(place, report).filter(({ end, start }) => end > start);
  return (origins.length > 0 ? origins : [place.span]).map(span => ({
    originSelectionRange: toRange(source, place.span),
    targetUri: uri,
    targetRange: toRange(source, span),
    targetSelectionRange: toRange(source, span),
  }));
}

function originsOf(place: FigurePlace, report: Report): readonly Span[] {
  return place.kind === 'cell' ? membersOf(place) : originsInText(place, report);
}

function membersOf({ cell, table }: CellPlace): readonly Span[] {
  return evaluate(table)
    .filter(outcome => totalOf(outcome) === cell)
    .flatMap(partsOf)
    .flatMap(({ figure }) => (figure ? [figure.span] : []));
}

function originsInText({ figure, chain }: TextPlace, report: Report): readonly Span[] {
  const reading = linkOf(report, figure)?.reading;
  if (reading) return cellsOfExpression(report, reading).map(({ span }) => span);
  return listsWith(figure, chain, report)
    .filter(({ whole }) => whole === figure)
    .flatMap(({ parts }) => parts.map(part => textPlace(part.figure, chain).span));
}

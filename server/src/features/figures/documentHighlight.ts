import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { evaluate } from '../../model/equations/evaluate.ts';
import { totalOf, type Outcome } from '../../model/equations/outcome.ts';
import type { Figure, Report } from '../../model/report.ts';
import {
  placesOfSame,
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

const { Read, Write } = DocumentHighlightKind;

/**
 * What belongs to the figure at an offset of the draft: every place that states the same quantity; of a total its
 * members (the total is *write*, they are *read*); of a member the totals that it stands in; of a figure of an equation
 * without a total the others in it. Null for anything else.
 */
export function highlights(
  { source, report }: Pick<Snapshot, 'source' | 'report'>,
  offset: number,
): DocumentHighlight[] | null {
  const place = figurePlaceAt(report, offset);
  if (!place) return null;
  const found = new Map<string, DocumentHighlight>();
  for (const { span, kind } of [...around(place, report), ...same(place, report)]) {
    const key = `${String(span.start)}-${String(span.end)}`;
    if (span.end > span.start && !found.has(key)) found.set(key, { range: toRange(source, span), kind });
  }
  return found.size > 1 || (place.kind === 'cell' && relatives(place).size > 1 && found.size > 0)
    ? [...found.values()]
    : null;
}

interface Marked {
  readonly span: Span;
  readonly kind: DocumentHighlightKind;
}

function around(place: FigurePlace, report: Report): Marked[] {
  if (place.kind === 'cell') return [...relatives(place)].map(([{ span }, kind]) => ({ span, kind }));
  return [
    ...inLists(place, report),
    ...(linkOf(report, place.figure)?.reading?.figures ?? []).map(({ span }) => ({ span, kind: Read })),
  ];
}

function same(place: FigurePlace, report: Report): Marked[] {
  return placesOfSame(report, place).map(({ span }) => ({ span, kind: Read }));
}

/** Whole and parts of the lists that a figure of the text stands in. */
function inLists({ figure, chain }: TextPlace, report: Report): Marked[] {
  return listsWith(figure, chain, report).flatMap(({ whole, parts }) => [
    { span: textPlace(whole, chain).span, kind: Write },
    ...parts.map(part => ({ span: textPlace(part.figure, chain).span, kind: Read })),
  ]);
}

/** The figure of a cell and those that belong to it. */
function relatives({ cell, table }: CellPlace): ReadonlyMap<Figure, DocumentHighlightKind> {
  const outcomes = evaluate(table);
  const stands = (outcome: Outcome): boolean => [...outcome.left, ...outcome.right].some(term => term.figure === cell);
  const figures = (of: readonly Outcome[]): Figure[] => of.flatMap(partsOf).flatMap(term => term.figure ?? []);
  const asTotal = outcomes.filter(outcome => totalOf(outcome) === cell);
  if (asTotal.length > 0) return new Map([...figures(asTotal).map(each => [each, Read] as const), [cell, Write]]);
  const sums = outcomes.filter(outcome => outcome.equation.total !== 'none' && stands(outcome));
  if (sums.length > 0)
    return new Map([
      [cell, Read] as const,
      ...sums.flatMap(totalOf).flatMap(total => (total ? [[total, Write] as const] : [])),
    ]);
  const relations = outcomes.filter(outcome => outcome.equation.total === 'none' && stands(outcome));
  return new Map([[cell, Read] as const, ...figures(relations).map(each => [each, Read] as const)]);
}

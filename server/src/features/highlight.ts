import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver-types';
import type { Snapshot } from '../analysis/snapshot.ts';
import { evaluate, totalOf, type Outcome } from '../model/evaluate.ts';
import { isKind, type Figure } from '../model/report.ts';
import { partsOf } from '../model/totals.ts';
import { shift, touches } from '../text/span.ts';
import { toRange } from './convert.ts';
import { blockAt, cellAt, figureAt, officialTableAt } from './place.ts';

/**
 * What belongs to the figure at an offset of the draft: of a total its members (the total is *write*, they are *read*);
 * of a member the totals that it stands in; of a figure of an equation without a total the others in it. Null for
 * anything else.
 */
export function highlights(snapshot: Pick<Snapshot, 'source' | 'report'>, offset: number): DocumentHighlight[] | null {
  const { source, report } = snapshot;
  const placed = blockAt(report, offset);
  const table = officialTableAt(report, offset);
  if (!placed || !table || !isKind(placed, 'table')) return null;
  const row = placed.block.rows.find(({ span }) => touches(span, offset - placed.at));
  const cell = row && cellAt(row, offset - placed.at);
  const figure = cell && figureAt(table, shift(cell.span, placed.at));
  if (!figure) return null;
  const kinds = relatives(figure, evaluate(table));
  const found = [...kinds].flatMap(([each, kind]) => (each.span.end > each.span.start ? [{ range: toRange(source, each.span), kind }] : []));
  return kinds.size > 1 && found.length > 0 ? found : null;
}

/** The figure and those that belong to it. */
function relatives(figure: Figure, outcomes: readonly Outcome[]): ReadonlyMap<Figure, DocumentHighlightKind> {
  const { Read, Write } = DocumentHighlightKind;
  const stands = (outcome: Outcome): boolean => [...outcome.left, ...outcome.right].some(term => term.figure === figure);
  const figures = (of: readonly Outcome[]): Figure[] => of.flatMap(partsOf).flatMap(term => term.figure ?? []);
  const asTotal = outcomes.filter(outcome => totalOf(outcome) === figure);
  if (asTotal.length > 0) return new Map([...figures(asTotal).map(each => [each, Read] as const), [figure, Write]]);
  const sums = outcomes.filter(outcome => outcome.equation.total !== 'none' && stands(outcome));
  if (sums.length > 0) return new Map([[figure, Read] as const, ...sums.flatMap(totalOf).flatMap(total => (total ? [[total, Write] as const] : []))]);
  const relations = outcomes.filter(outcome => outcome.equation.total === 'none' && stands(outcome));
  return new Map([[figure, Read] as const, ...figures(relations).map(each => [each, Read] as const)]);
}

import type { Location } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { mentionsOf, placesOfSame } from '../../model/figures/figureLinks.ts';
import { toRange } from '../support/convert.ts';
import { figurePlaceAt } from '../support/place.ts';

/**
 * Every place that states the quantity of the figure at an offset of the draft: its cell (the declaration) and its
 * mentions in the text; of a cell also the mentions of sums with it. Null where no figure stands.
 */
export function figureReferences(
  { uri, source, report }: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  offset: number,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] | null {
  const place = figurePlaceAt(report, offset);
  if (!place) return null;
  const same = placesOfSame(report, place).filter(({ kind }) => includeDeclaration || kind === 'text');
  const sums = place.kind === 'cell' ? mentionsOf(report, place.cell).map(mention => mention.place) : [];
  const starts = new Set(same.map(({ span }) => span.start));
  return [...same, ...sums.filter(({ span }) => !starts.has(span.start))].map(({ span }) => ({
    uri,
    range: toRange(source, span),
  }));
}

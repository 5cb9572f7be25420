import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { continuedFrom, sameCells, type CellName } from '../../model/across/cellsAround.ts';
import type { Neighbours } from '../../model/across/neighbours.ts';
import type { CellPlace } from '../../model/figures/figureLinks.ts';
import { toRange } from '../support/convert.ts';
import { figurePlaceAt } from '../support/place.ts';
import type { LocatePlace } from './acrossDiagnostics.ts';

/** The cell of an official table at an offset of the draft, by the name that other reports know it by. */
export function cellNameAt(
  { report }: Pick<Snapshot, 'report'>,
  offset: number,
): (CellName & { readonly place: CellPlace }) | undefined {
  const place = figurePlaceAt(report, offset);
  if (place?.kind !== 'cell') return undefined;
  for (const [key, figure] of place.table.figures)
    if (figure === place.cell) return { table: place.table.spec.id, key, place };
  return undefined;
}

/** Where the number of a cell comes from in last year's report; null where it does not go on from there. */
export function definitionLastYear(
  snapshot: Pick<Snapshot, 'report' | 'source'>,
  offset: number,
  neighbours: Neighbours,
  locate: LocatePlace,
): LocationLink[] | null {
  const cell = cellNameAt(snapshot, offset);
  const from = cell && continuedFrom(neighbours, cell);
  const place = from && locate(from.report, from.place);
  return place
    ? [
        {
          originSelectionRange: toRange(snapshot.source, cell.place.span),
          targetUri: place.uri,
          targetRange: place.range,
          targetSelectionRange: place.range,
        },
      ]
    : null;
}

/** The same cell in the other years of the body, in the report of the body above and of those below. */
export function referencesElsewhere(
  snapshot: Pick<Snapshot, 'report'>,
  offset: number,
  neighbours: Neighbours,
  locate: LocatePlace,
): readonly Location[] {
  const cell = cellNameAt(snapshot, offset);
  return cell ? sameCells(neighbours, cell).flatMap(found => locate(found.report, found.place) ?? []) : [];
}

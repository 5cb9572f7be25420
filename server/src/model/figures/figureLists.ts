import type { Report } from '../report.ts';
import type { Chain } from '../statements/chains.ts';
import { areChannels } from '../statements/dimensions.ts';
import { disagreementsOf } from '../statements/disagreements.ts';
import type { StatedFigure } from '../statements/statedFigure.ts';
import type { PartList } from '../statements/lists/partList.ts';
import { isEqual, isExact, sumOf } from '../statements/relations/arithmetic.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** A list of the running text, and whether its parts make up its whole. */
export interface FigureList extends PartList {
  readonly sum: number;
  /**
   * `holds`: the parts add up. `broken`: they do not, and that is a finding. `open`: they need not (等, 主要, rough
   * numbers, channels that overlap). `unstated`: the words do not say whether these are all.
   */
  readonly state: 'holds' | 'broken' | 'open' | 'unstated';
}

/** The lists in which a figure is the whole, a part or the share of a part. */
export function listsWith(figure: StatedFigure, chain: Chain, report: Report): readonly FigureList[] {
  return chain.reading.lists.flatMap((list): FigureList[] => {
    if (list.whole !== figure && !list.parts.some(part => part.figure === figure || part.share === figure)) return [];
    const parts = list.parts.map(part => part.figure);
    const state = stateOf(list, parts, report);
    // Words imply a list without opener; only arithmetic tells that it is one.
    if (parts.length < 2 || (list.form === 'implied' && (state === 'open' || state === 'unstated'))) return [];
    return [{ ...list, sum: withoutBinaryTraces(sumOf(parts)), state }];
  });
}

function stateOf(list: PartList, parts: readonly StatedFigure[], report: Report): FigureList['state'] {
  const { whole } = list;
  const isBroken = disagreementsOf(report).some(
    ({ found }) => found.kind === 'partsTotal' && found.certainty !== 'information' && isSameList(found.list, list),
  );
  if (isBroken) return 'broken';
  if (list.isOpen || ![whole, ...parts].every(isExact)) return 'open';
  if (isEqual(sumOf(parts), whole.number.value, [whole, ...parts])) return 'holds';
  return areChannels(list) ? 'open' : 'unstated';
}

function isSameList(a: PartList, b: PartList): boolean {
  return a.whole === b.whole && a.parts.length === b.parts.length && a.parts[0]?.figure === b.parts[0]?.figure;
}

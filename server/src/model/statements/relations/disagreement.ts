import type { StatedFigure } from '../statedFigure.ts';
import type { Chain } from '../chains.ts';
import type { PartList } from '../lists/partList.ts';
import type { Metric } from '../../../format/metrics.ts';

/** How sure it is that a figure is wrong. */
export type Certainty = 'error' | 'warning' | 'information';

/** Figures that do not fit each other, with their chain: what was found is the same wherever that stands. */
export interface Disagreement<D extends ChainDisagreement = ChainDisagreement> {
  readonly chain: Chain;
  readonly found: D;
}

/** Figures that do not fit each other, in one reading of the words. */
export type ChainDisagreement = DisagreementBase & DisagreementDetails;

export type Kind = ChainDisagreement['kind'];

/** Disagreements of one kind. */
export type DisagreementOf<K extends Kind> = Extract<ChainDisagreement, { readonly kind: K }>;

interface DisagreementBase {
  readonly certainty: Certainty;
  /** The figure that is underlined, unless another relation blames another one. */
  readonly figure: StatedFigure;
  /** Every figure that takes part, this one among them. */
  readonly figures: readonly StatedFigure[];
}

type DisagreementDetails =
  | { readonly kind: 'partsTotal'; readonly list: PartList; readonly sum: number }
  /** `isDescribed`: no 其中 names the part, but 的: 属实的43件. */
  | { readonly kind: 'partAboveWhole'; readonly whole: StatedFigure; readonly isDescribed?: boolean }
  | {
      readonly kind: 'share';
      readonly part: StatedFigure | undefined;
      readonly partValue: number;
      readonly base: number;
      readonly computed: string;
    }
  | { readonly kind: 'aboveAll' }
  | { readonly kind: 'sharesTotal'; readonly shares: readonly StatedFigure[]; readonly total: number }
  | { readonly kind: 'change'; readonly before: number; readonly after: number; readonly computed: string }
  | { readonly kind: 'average'; readonly total: StatedFigure; readonly divisor: number; readonly computed: string }
  | { readonly kind: 'stock'; readonly computed: number; readonly sum: string }
  | { readonly kind: 'flow'; readonly computed: number; readonly sum: string }
  /** `values`: what the tables say of the metric in each reading, for the year or for all years. */
  | { readonly kind: 'table'; readonly metric: Metric; readonly values: readonly number[] }
  | { readonly kind: 'cumulative'; readonly metric: Metric; readonly values: readonly number[] }
  /** `isOfHotline`: two nearly equal counts of calls. */
  | {
      readonly kind: 'same';
      readonly earlier: StatedFigure;
      readonly earlierChain: Chain;
      readonly isOfHotline?: boolean;
    };

/** Counts that together are not the whole that they should be, as a relation of its own has found. */
export function wrongSum(
  whole: StatedFigure,
  parts: readonly StatedFigure[],
  form: 'implied' | 'total' = 'implied',
): DisagreementOf<'partsTotal'> {
  const list: PartList = {
    form,
    whole,
    parts: parts.map(figure => ({ figure, share: undefined })),
    isClosed: form === 'total',
    isOpen: false,
    isEnded: true,
    isLoose: false,
  };
  const sum = parts.reduce((all, { number }) => all + number.value, 0);
  return { kind: 'partsTotal', certainty: 'warning', figure: whole, figures: [whole, ...parts], list, sum };
}

/** Numbers that the underlined figure would have to be, where they follow from cells or from the parts of a list. */
export function rightValues(found: ChainDisagreement): readonly number[] {
  if (found.kind === 'table') return found.values;
  return found.kind === 'partsTotal' && found.figure === found.list.whole ? [found.sum] : [];
}

import type { Metric, MetricPeriod } from '../../format/metrics.ts';
import type { StatedFigure } from './statedFigure.ts';

/** A figure that states a quantity which the official tables hold too. */
export interface StatedQuantity {
  readonly metric: Metric;
  readonly period: MetricPeriod;
  readonly figure: StatedFigure;
  /** `cell`: the wording names one cell. `sum`: several, or perhaps more. `loose`: it need not mean the same. */
  readonly wording: 'cell' | 'sum' | 'loose';
  /** Figures of a whole area, which the table need not be of. */
  readonly isOfArea: boolean;
}

/** A metric, and how sure the wording names it. */
export type NamedQuantity = Pick<StatedQuantity, 'metric' | 'wording'>;

/** With more characters that no word covers, it is not known what a figure counts. */
export const MOST_UNKNOWN = 1;

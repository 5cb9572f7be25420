import type { Metric } from '../../format/metrics.ts';
import { isFreeForm } from '../../model/summary/forms.ts';
import type { SkipReason, YearsContext } from './acrossContexts.ts';

/**
 * Why figures of the text cannot be compared: none. From 2018 to 2019 the format changed altogether, and only what was
 * disclosed is still counted alike: see {@link mayCompareMetric}.
 */
export function skipWithoutFormat({ earlier, later }: YearsContext): SkipReason | undefined {
  const isChanged = isFreeForm(earlier) && !isFreeForm(later);
  return isChanged && !later.statements.some(({ metric }) => metric === 'disclosed') ? 'edition-changed' : undefined;
}

/** Whether a quantity means the same in both years. */
export function mayCompareMetric({ earlier, later }: YearsContext, metric: Metric): boolean {
  return metric === 'disclosed' || isFreeForm(earlier) === isFreeForm(later);
}

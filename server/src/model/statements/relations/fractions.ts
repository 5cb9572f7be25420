import type { ChainReading } from '../chains.ts';
import { isExact, isShare } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';

/** Behind a percentage the counts that it is of: 20.2%（18/89）. */
const FRACTION = /^[ \u3000]?[（(](\d{1,7})[/／÷](\d{1,7})[）)]/;
const LONGEST = 20;

/** Percentages that differ from the fraction that stands behind them. */
export function fractions({ text, figures }: ChainReading): readonly ChainDisagreement[] {
  return figures.flatMap((share): ChainDisagreement[] => {
    if (share.number.unit !== '%' || !isExact(share)) return [];
    const match = FRACTION.exec(text.slice(share.end, share.end + LONGEST));
    const [part, base] = [Number(match?.[1]), Number(match?.[2])];
    if (!match || base === 0 || part > base || isShare(part, base, share)) return [];
    return [
      {
        kind: 'share',
        certainty: 'warning',
        figure: share,
        figures: [share],
        part: undefined,
        partValue: part,
        base,
        computed: `${((part / base) * 100).toFixed(share.number.decimals)}%`,
      },
    ];
  });
}

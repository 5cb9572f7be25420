import type { ChainReading } from '../chains.ts';
import { isResult } from '../lists/listFigures.ts';
import { REQUEST_ROWS } from '../requestQuantities.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { sentencesOf } from './sums.ts';

/** With fewer the classes of the replies may not all be named, yet no more can have ended than there were. */
const FEWEST_ENDS = 3;

/** 新收35件，上年结转2件，予以公开3件，部分公开1件，其他处理27件，结转下年6件: what there was, and what became of it, in one sentence. */
export function dispositions({ figures }: ChainReading): readonly ChainDisagreement[] {
  if (!figures.some(({ steps }) => steps.includes('carriedIn'))) return [];
  return sentencesOf(figures).flatMap((sentence): ChainDisagreement[] => {
    const [fresh, carriedIn, ...ends] = sentence.filter(({ kind, depth }) => kind === 'count' && depth === 0);
    if (!fresh || !carriedIn || !isNew(fresh) || fresh.parts.length > 0) return [];
    if (fresh.matter !== 'applications' || !carriedIn.steps.includes('carriedIn')) return [];
    if (![fresh, carriedIn, ...ends].every(isExact) || fresh.when === 'last' || fresh.when === 'partial') return [];
    if (ends.at(-1)?.steps.includes('carriedOut') !== true || !ends.slice(0, -1).every(isEnd)) return [];
    const [into, out] = [fresh.number.value + carriedIn.number.value, sumOf(ends)];
    // What came in may hold what was carried in.
    if (into === out || fresh.number.value === out || (out < into && ends.length < FEWEST_ENDS)) return [];
    const sum = `${fresh.number.value} + ${carriedIn.number.value} ≠ ${ends.map(({ number }) => number.value).join(' + ')}`;
    const computed = out - carriedIn.number.value;
    return [{ kind: 'flow', certainty: 'warning', figure: fresh, figures: [fresh, carriedIn, ...ends], computed, sum }];
  });
}

function isNew({ steps }: StatedFigure): boolean {
  return steps.includes('newReceived') || steps.includes('received');
}

/** A class of the replies, a row of the table, or withdrawn. */
function isEnd({ steps, parts }: StatedFigure): boolean {
  return isResult({ steps }) || steps.some(step => REQUEST_ROWS.includes(step)) || parts.includes('manner=withdrawn');
}

import type { ChainReading } from '../chains.ts';
import { isResult } from '../lists/listFigures.ts';
import { REQUEST_ROWS } from '../requestQuantities.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';

/** With fewer the classes of the replies may not all be named. */
const FEWEST_ENDS = 3;

/**
 * 新收35件，上年结转2件，予以公开3件，部分公开1件，其他处理27件，结转下年6件: what there was, and what became of it, in one sentence
 * or in those behind it.
 */
export function dispositions({ figures, lists }: ChainReading): readonly ChainDisagreement[] {
  if (!figures.some(({ steps }) => steps.includes('carriedIn'))) return [];
  const counts = figures.filter(({ kind, depth }) => kind === 'count' && depth === 0);
  return counts.flatMap((fresh, at): ChainDisagreement[] => {
    const carriedIn = counts[at + 1];
    if (!carriedIn?.steps.includes('carriedIn') || carriedIn.sentence !== fresh.sentence) return [];
    if (fresh.sentence === counts[at - 1]?.sentence || !isNew(fresh) || fresh.parts.length > 0) return [];
    if (fresh.matter !== 'applications' || fresh.when === 'last' || fresh.when === 'partial') return [];
    const last = counts.findIndex(({ steps }, i) => i > at && steps.includes('carriedOut'));
    const told = counts.slice(at + 2, last + 1);
    // 不予公开8件，其中国家秘密3件、内部事务5件: they are in the eight.
    const isOf = (end: StatedFigure) => lists.filter(({ whole, form }) => whole === end && form !== 'implied');
    const nested = told.flatMap(isOf).flatMap(({ parts }) => parts);
    const ends = told.filter(end => !nested.some(({ figure }) => figure === end));
    if (ends.length < FEWEST_ENDS || !ends.slice(0, -1).every(isEnd) || isOfAnother(fresh, ends)) return [];
    if (![fresh, carriedIn, ...ends].every(isExact)) return [];
    const [into, out] = [fresh.number.value + carriedIn.number.value, sumOf(ends)];
    // What came in may hold what was carried in.
    if (into === out || fresh.number.value === out) return [];
    const sum = `${fresh.number.value} + ${carriedIn.number.value} ≠ ${ends.map(({ number }) => number.value).join(' + ')}`;
    const computed = out - carriedIn.number.value;
    return [{ kind: 'flow', certainty: 'warning', figure: fresh, figures: [fresh, carriedIn, ...ends], computed, sum }];
  });
}

/** 全市新收35件，上年结转2件。本级予以公开3件: told of another body, or in a paragraph that is not the next one. */
function isOfAnother(fresh: StatedFigure, [first, ...others]: readonly StatedFigure[]): boolean {
  const last = others.at(-1);
  return (
    (first?.sentence !== fresh.sentence && first?.whose !== undefined && first.whose !== fresh.whose) ||
    (last?.paragraph ?? fresh.paragraph) - fresh.paragraph > 1
  );
}

function isNew({ steps }: StatedFigure): boolean {
  return steps.includes('newReceived') || steps.includes('received');
}

/** A class of the replies, a row of the table, or withdrawn. */
function isEnd({ steps, parts }: StatedFigure): boolean {
  return isResult({ steps }) || steps.some(step => REQUEST_ROWS.includes(step)) || parts.includes('manner=withdrawn');
}

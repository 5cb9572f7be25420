import type { ChainReading } from '../chains.ts';
import { isResult } from '../lists/listFigures.ts';
import { MOST_PARTS } from '../lists/partList.ts';
import { REQUEST_ROWS } from '../requestQuantities.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { isAllReplied } from './ends.ts';

/** With fewer the classes of the replies may not all be named, yet no more can have ended than there were. */
const FEWEST_ENDS = 3;

/**
 * 新收35件，上年结转2件，予以公开3件，部分公开1件，其他处理27件，结转下年6件: what there was, and what became of it, in one sentence
 * or in those behind it.
 */
export function dispositions({ figures, lists, text }: ChainReading): readonly ChainDisagreement[] {
  if (!figures.some(({ steps }) => steps.includes('carriedIn'))) return [];
  const counts = figures.filter(({ kind, depth }) => kind === 'count' && depth === 0);
  const divided = lists.filter(({ whole, form }) => form !== 'implied' && isEnd(whole));
  const nested = new Map(divided.flatMap(({ whole, parts }) => parts.map(({ figure }) => [figure, whole] as const)));
  return counts.flatMap((fresh, at): ChainDisagreement[] => {
    const carriedIn = counts[at + 1];
    if (!carriedIn?.steps.includes('carriedIn') || carriedIn.sentence !== fresh.sentence) return [];
    if (fresh.sentence === counts[at - 1]?.sentence || !isNew(fresh) || fresh.parts.length > 0) return [];
    if (fresh.matter !== 'applications' || fresh.when === 'last' || fresh.when === 'partial') return [];
    const told = endsBehind(counts, at + 2, text);
    // 不予公开8件，其中国家秘密3件、内部事务5件: they are in the eight.
    const ends = told.filter(end => !told.some(whole => nested.get(end) === whole));
    const isFew = ends.length < FEWEST_ENDS;
    if (isFew && ends.at(-1)?.sentence !== fresh.sentence) return [];
    if (!ends.every(each => isEnd(each) || each.steps.includes('carriedOut')) || isOfAnother(fresh, ends)) return [];
    if (![fresh, carriedIn, ...ends].every(isExact)) return [];
    const [into, out] = [fresh.number.value + carriedIn.number.value, sumOf(ends)];
    // What came in may hold what was carried in.
    if (into === out || fresh.number.value === out || (isFew && out < into)) return [];
    const sum = `${fresh.number.value} + ${carriedIn.number.value} ≠ ${ends.map(({ number }) => number.value).join(' + ')}`;
    const computed = out - carriedIn.number.value;
    return [{ kind: 'flow', certainty: 'warning', figure: fresh, figures: [fresh, carriedIn, ...ends], computed, sum }];
  });
}

/**
 * What became of them, up to what was carried over; with none carried over (上年结转2件，已全部办结，其中…), as long as they are ends
 * of one sentence.
 */
function endsBehind(counts: readonly StatedFigure[], from: number, text: string): readonly StatedFigure[] {
  const [before, first] = [counts[from - 1], counts[from]];
  const next = counts.slice(from, from + MOST_PARTS);
  const last = next.findIndex(({ steps }) => steps.includes('carriedOut'));
  if (last >= 0 || !before || !first) return next.slice(0, last + 1);
  if (!isAllReplied(text.slice(before.end, first.start))) return [];
  const behind = next.findIndex(each => each.sentence !== first.sentence || !isEnd(each));
  return next.slice(0, behind < 0 ? next.length : behind);
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

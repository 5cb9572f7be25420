import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';

/** What was before, and after. */
export interface Compared {
  readonly before: StatedFigure;
  readonly after: StatedFigure;
}

const HALVES: readonly string[] = ['time=firstHalf', 'time=secondHalf'];
/** Figures so far before a change are not compared. */
const FARTHEST = 6;

const QUARTER = /([一二三四1-4])季度?[^季]*$/;
const ORDER = '一二三四1234';

/** 第三季度372次，第四季度402次，环比增加30次: two quarters that follow each other, directly before the change. */
export function quartersOf(change: StatedFigure, { figures, text, tokens }: ChainReading): Compared | undefined {
  const [before, after] = [figures[change.index - 2], figures[change.index - 1]];
  if (!before || !after || !labelTextOf(change, { text, tokens }).startsWith('环比')) return undefined;
  const areCounts = [before, after].every(
    each => each.sentence === change.sentence && each.kind === 'count' && isExact(each) && each.depth === change.depth,
  );
  if (!areCounts || !isSameMeasure(before.number.unit, after.number.unit)) return undefined;
  if (change.number.unit !== '%' && !isSameMeasure(after.number.unit, change.number.unit)) return undefined;
  const placeOf = (each: StatedFigure) =>
    ORDER.indexOf(QUARTER.exec(labelTextOf(each, { text, tokens }))?.[1] ?? '无') % QUARTERS;
  const [first, second] = [placeOf(before), placeOf(after)];
  return first >= 0 && second === first + 1 ? { before, after } : undefined;
}

/** A year has so many. */
const QUARTERS = 4;

/** 上半年59条，下半年67条，下半年比上半年增加8条: the halves of a year that a change names, the later one first. */
export function halvesOf(
  { index, sentence, parts, stats, number }: StatedFigure,
  figures: readonly StatedFigure[],
): Compared | undefined {
  const named = parts.filter(part => HALVES.includes(part));
  if (named.length !== HALVES.length || named[0] === named[1] || !stats.has('compared')) return undefined;
  const [after, before] = named.map(part =>
    figures
      .slice(Math.max(0, index - FARTHEST), index)
      .findLast(
        each =>
          each.sentence === sentence &&
          each.kind === 'count' &&
          isExact(each) &&
          each.parts.length === 1 &&
          each.parts[0] === part &&
          (number.unit === '%' || isSameMeasure(each.number.unit, number.unit)),
      ),
  );
  return before && after ? { before, after } : undefined;
}

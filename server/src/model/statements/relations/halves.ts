import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';

const HALVES: readonly string[] = ['time=firstHalf', 'time=secondHalf'];
/** Figures so far before a change are not compared. */
const FARTHEST = 6;

/** 上半年59条，下半年67条，下半年比上半年增加8条: the halves of a year that a change names, the later one first. */
export function halvesOf(
  { index, sentence, parts, stats, number }: StatedFigure,
  figures: readonly StatedFigure[],
): { readonly before: StatedFigure; readonly after: StatedFigure } | undefined {
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

import type { StatedFigure } from '../statedFigure.ts';

// Of which of two years a count is.

/** Last year's, but for what was carried over from it. */
export function isEarlier({ when, steps }: StatedFigure): boolean {
  return when === 'last' && !steps.includes('carriedIn');
}

/** 3187户，比上年多402户: a change stands directly behind a count. */
export function hasOwnChange({ index, sentence }: StatedFigure, figures: readonly StatedFigure[]): boolean {
  const next = figures[index + 1];
  return next?.sentence === sentence && (next.kind === 'difference' || next.kind === 'change');
}

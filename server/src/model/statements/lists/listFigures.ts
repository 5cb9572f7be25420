import type { StatedFigure } from '../statedFigure.ts';

/** A class of the replies: 予以公开, 不予公开 … */
export function isResult({ steps }: StatedFigure): boolean {
  return steps.some(step => RESULT_STEPS.has(step));
}

const RESULT_STEPS = new Set([
  'granted',
  'partiallyGranted',
  'grantedAndPartial',
  'refused',
  'unable',
  'rejected',
  'otherHandling',
  'unableNotHeld',
  'unableStillUnclear',
  'unableNeedsCreation',
]);

import type { StatedFigure } from '../statedFigure.ts';

/** A class of the replies: 予以公开, 不予公开 … */
export function isResult({ steps }: Pick<StatedFigure, 'steps'>): boolean {
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

/** Neither a measure word nor 万 stands behind it: it may number anything. */
export function isBareNumber({ number: { unit, scale } }: StatedFigure): boolean {
  return unit === '' && scale === 1;
}

/** Kinds of information are disclosed information. */
export function isSameMatter(a: string | undefined, b: string): boolean {
  return a === b || (a === 'disclosure' && b === 'information') || (a === 'information' && b === 'disclosure');
}

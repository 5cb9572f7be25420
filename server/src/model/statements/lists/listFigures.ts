import type { StatedFigure } from '../statedFigure.ts';

/** A class of the replies: 予以公开, 不予公开 … */
export function isResult({ steps }: Pick<StatedFigure, 'steps'>): boolean {
  return steps.some(step => RESULT_STEPS.has(step));
}

/** 收到7件, 新收7件 */
export function cameIn({ steps }: Pick<StatedFigure, 'steps'>): boolean {
  return steps.some(step => step === 'received' || step === 'newReceived');
}

/** 予以公开7件，无法提供15件，不予处理2件: another class of the replies behind others. */
export function areAllResults(figure: StatedFigure, before: readonly { figure: StatedFigure }[]): boolean {
  return (
    isResult(figure) &&
    before.every(each => isResult(each.figure) && each.figure.steps.every(step => !figure.steps.includes(step)))
  );
}

/** A class of the replies, or 公开25件 beside others of them: what was granted. */
export function isGranted(figure: Pick<StatedFigure, 'steps'>): boolean {
  return isResult(figure) || figure.steps.at(-1) === 'published';
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

const CASES: ReadonlySet<string> = new Set(['reviews', 'litigation']);

/** Cases, and applications that came in: none of what was disclosed, which 依申请公开5条 is. */
export function isApart({ matter, steps }: Pick<StatedFigure, 'matter' | 'steps'>): boolean {
  return CASES.has(matter ?? '') || (matter === 'applications' && steps.length > 0);
}

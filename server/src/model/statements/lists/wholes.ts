import type { StatedFigure } from '../statedFigure.ts';
import { FARTHEST } from './chainWords.ts';
import { isResult, isSameMatter } from './listFigures.ts';

// Which figure may be the whole of a list.

/** Whether what was done with a part was done with its whole, as far as the words tell: 办结53件。其中公开31件 */
export function isOfSameStep(whole: StatedFigure, part: StatedFigure): boolean {
  return (
    part.steps.length === 0 ||
    whole.steps.length === 0 ||
    whole.steps.some(step => part.steps.includes(step) || GENERAL_STEPS.has(step)) ||
    (whole.steps.includes('replied') &&
      (isResult(part) || (part.matter === 'applications' && part.steps.includes('published'))))
  );
}

/** 收到29件，上年结转1件，共办理30件，其中…: what came in and was carried in makes it up, where none is carried out. */
export function isOfComing(
  figures: readonly StatedFigure[],
  { index, sentence, paragraph, number, steps, matter, matterSource }: StatedFigure,
  isDivided: boolean,
): boolean {
  const [fresh, carried] = [figures[index - 2], figures[index - 1]];
  return (
    fresh?.sentence === sentence &&
    fresh.steps.some(step => step === 'received' || step === 'newReceived') &&
    carried?.steps.includes('carriedIn') === true &&
    !(matterSource === 'label' && matter !== fresh.matter) &&
    !steps.includes('replied') &&
    // Fewer may have been handled than there were.
    (isDivided || fresh.number.value + carried.number.value < number.value) &&
    !figures
      .slice(index, index + FARTHEST)
      .some(each => each.paragraph === paragraph && each.steps.includes('carriedOut') && each.number.value > 0)
  );
}

const GENERAL_STEPS = new Set(['received', 'newReceived', 'handled', 'published', 'made', 'issued']);

/** Not of the whole report year. */
export function isOfAnotherTime({ when }: StatedFigure): boolean {
  return when === 'last' || when === 'planned' || when === 'partial' || when === 'several';
}

/** Carried over, or one of the results: no whole that a list without its own is of. */
export function isOfFlow({ steps, matter, matterSource }: StatedFigure, named: readonly string[]): boolean {
  // 新增或变更政府信息397条: what was disclosed has no outcome.
  const isDisclosed = matterSource === 'label' && isSameMatter(matter, 'disclosure');
  return steps.some(step => FLOW_STEPS.has(step) && !named.includes(step) && !(isDisclosed && OUTCOMES.has(step)));
}

const OUTCOMES: ReadonlySet<string> = new Set(['upheld', 'corrected', 'otherOutcome']);

const FLOW_STEPS = new Set([
  'carriedIn',
  'carriedOut',
  'carry',
  'pending',
  'refused',
  'unable',
  'rejected',
  'otherHandling',
  'granted',
  'partiallyGranted',
  'grantedAndPartial',
  ...OUTCOMES,
]);

/** Length of the words with which both texts end. */
export function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length))
    length++;
  return length;
}

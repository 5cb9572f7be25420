import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isSumming } from './labelForms.ts';
import type { ListPart } from './partList.ts';

// Whether a figure behind others is their total, where a word like 共 or the nearness of their sum tells so.

/** 上半年公开982条，下半年公开284条，全年累计公开1266条: the parts of the year, and the year. */
export function areTimesOfYear(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  return (
    (total.when === 'this' || isSumming(words, total)) &&
    total.parts.every(part => !part.startsWith('time=')) &&
    parts.every(({ figure }) => figure.parts.some(part => part.startsWith('time=') && part !== 'time=month'))
  );
}

/** 累计 may also say how many there are by now: it is the sum of what stands before only where it comes near. */
export function isNearSum({ number }: StatedFigure, parts: readonly ListPart[]): boolean {
  if (parts.some(({ figure: { steps } }) => steps.includes('added') || steps.includes('removed'))) return false;
  const sum = parts.reduce((all, { figure }) => all + figure.number.value, 0);
  return Math.abs(sum - number.value) <= Math.max(sum, number.value) * RUNNING_DIFFERENCE;
}

export const RUNNING_DIFFERENCE = 0.25;

/** 上传党务信息277条、村务信息231条，共上传508条: what was done with the total was done with the parts, or is told of all alike. */
export function isOfSameThings(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  return (
    (total.roles.has('all') || isSumming(words, total)) &&
    total.when !== 'last' &&
    parts.every(
      ({ figure }) =>
        (total.matter === undefined ||
          figure.matter === undefined ||
          figure.matterSource !== 'label' ||
          total.matterSource !== 'label' ||
          figure.matter === total.matter ||
          total.matter === 'information') &&
        !figure.steps.some(step => FLOW.has(step)),
    ) &&
    total.steps.every(
      step => !FLOW.has(step) && (step !== 'replied' || parts.some(({ figure }) => figure.steps.includes(step))),
    )
  );
}

/** What came and went is no sum of parts that a total closes. */
const FLOW: ReadonlySet<string> = new Set(['newReceived', 'carriedIn', 'carriedOut', 'carry', 'added', 'removed']);

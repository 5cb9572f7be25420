import { NO_THING_UNITS, THING_UNITS } from '../../../text/measureWords.ts';
import type { StatedFigure } from '../statedFigure.ts';

// What is a part of a list, and what stands behind its end.

/** 便民宣传产品12件，分别为海报3张、手册4册: things of several kinds. */
export function areThings(whole: StatedFigure, part: StatedFigure, isClosed: boolean): boolean {
  const isThing = ({ number: { unit, decimals } }: StatedFigure) =>
    decimals === 0 &&
    unit !== '' &&
    (isClosed ? !NO_THING_UNITS.some(each => unit.includes(each)) : THING_UNITS.includes(unit));
  return isThing(whole) && isThing(part);
}

/** An item of a list: nothing is said of it but what it is. */
export function isItem(
  { steps, parts, stats, roles, whose, matter, matterSource }: StatedFigure,
  whole: StatedFigure,
): boolean {
  const isOther =
    matterSource === 'label' &&
    (matter === 'reviews' || matter === 'litigation' || matter === 'applications') &&
    matter !== whole.matter;
  return (
    !isOther &&
    steps.length === 0 &&
    parts.length === 0 &&
    stats.size === 0 &&
    whose === undefined &&
    !roles.has('among') &&
    !roles.has('total')
  );
}

export function isOfTime(part: string): boolean {
  return part.startsWith('time=');
}

export function sumOfParts(parts: readonly { figure: StatedFigure }[]): number {
  return parts.reduce((sum, { figure }) => sum + figure.number.value, 0);
}

/** 其中专栏412条；通过微博发布信息1093条: the clause says anew what was done with the whole, and of none of the parts. */
export function tellsAnew(
  { steps }: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  return steps.length > 0 && whole.steps.length > 0 && parts.every(({ figure }) => figure.steps.length === 0);
}

/** 解读26条，其中文字解读10篇，图片解读16篇，决策信息15条: the parts count what the whole does, and this one another thing. */
export function countsOther(
  { matter, matterSource }: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  return (
    matterSource === 'label' &&
    matter !== whole.matter &&
    whole.matter !== 'information' &&
    whole.matter !== 'disclosure' &&
    parts.every(({ figure }) => figure.matterSource === 'label' && figure.matter === whole.matter)
  );
}

/** 复议7件，维持6件: how cases ended, of the part before. */
export function isOutcomeOf({ steps, matterSource }: StatedFigure, part: StatedFigure | undefined): boolean {
  const isOutcome = (step: string) => OUTCOMES.has(step);
  return (
    steps.some(isOutcome) &&
    matterSource !== 'label' &&
    part !== undefined &&
    isOfCases(part) &&
    !part.steps.some(isOutcome)
  );
}

const OUTCOMES: ReadonlySet<string> = new Set(['upheld', 'corrected', 'otherOutcome', 'pending']);
/** Reviews or suits, by name. */
export function isOfCases({ matter, matterSource }: StatedFigure): boolean {
  return matterSource === 'label' && (matter === 'reviews' || matter === 'litigation');
}

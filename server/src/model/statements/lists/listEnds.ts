import type { StatedFigure } from '../statedFigure.ts';

// What stands behind the end of a list.

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

import { NO_THING_UNITS, THING_UNITS } from '../../../text/measureWords.ts';
import type { StatedFigure } from '../statedFigure.ts';

// What a figure says of itself that makes it a part of a list, or none.

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

/** 文件170件，其中规范性文件3件、任免文件24件，政策解读49条: behind a stronger sign, another measure word ends a list. */
export function isOfUnit({ number }: StatedFigure, parts: readonly { figure: StatedFigure }[]): boolean {
  return parts.every(({ figure }) => figure.number.unit === number.unit);
}

export function isOfTime(part: string): boolean {
  return part.startsWith('time=');
}

/** 概况类55条，动态类80条；公众号推送信息63条: a verb of its own where the parts have none. */
export function hasOwnVerb({ steps }: StatedFigure, parts: readonly { figure: StatedFigure }[]): boolean {
  return steps.length > 0 && parts.every(({ figure }) => figure.steps.length === 0);
}

/** 受理15件，其中新收14件，上年结转1件，办结13件: both are told, and there is no third. */
export function areNewAndCarried(parts: readonly { figure: StatedFigure }[]): boolean {
  const [fresh, carried] = parts;
  return (
    parts.length === 2 &&
    fresh?.figure.steps.some(step => step === 'newReceived' || step === 'received') === true &&
    carried?.figure.steps.includes('carriedIn') === true
  );
}

/** 收到35件，其中自然人34件，企业1件，办结32件: what became of all, behind parts of which nothing of the kind is told. */
export function tellsOutcome({ steps, parts }: StatedFigure, before: readonly { figure: StatedFigure }[]): boolean {
  const isOutcome = (step: string) => OUTCOMES.has(step);
  return (
    before.length > 1 &&
    parts.length === 0 &&
    steps.some(isOutcome) &&
    before.some(({ figure }) => figure.parts.some(part => part.startsWith('applicant='))) &&
    !before.some(({ figure }) => figure.steps.some(isOutcome))
  );
}

/** 予以公开45件，部分公开4件，引发行政复议2件: behind what became of applications, cases are none of them. */
export function isCase(figure: StatedFigure, before: readonly { figure: StatedFigure }[]): boolean {
  return (
    before.length > 1 &&
    figure.matterSource === 'label' &&
    (figure.matter === 'reviews' || figure.matter === 'litigation') &&
    before.every(({ figure: { matter, steps } }) => matter === 'applications' && steps.length > 0)
  );
}

const OUTCOMES: ReadonlySet<string> = new Set(['replied', 'carriedOut', 'pending']);

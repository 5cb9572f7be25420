import type { StatedFigure } from '../statedFigure.ts';
import { cameIn, isResult } from './listFigures.ts';
import { isOfOrigin } from '../labelWords.ts';

// What stands behind the end of a list.

/** How a case ended, and what became of an application. */
const OUTCOMES: ReadonlySet<string> = new Set(['upheld', 'corrected', 'otherOutcome', 'pending']);
const REPLIES: ReadonlySet<string> = new Set(['replied', 'carriedOut', 'pending']);

export function sumOfParts(parts: readonly { figure: StatedFigure }[]): number {
  return parts.reduce((sum, { figure }) => sum + figure.number.value, 0);
}

/** 概况类55条，动态类80条；公众号推送信息63条: a verb of its own where the parts have none. */
export function hasOwnVerb({ steps }: StatedFigure, parts: readonly { figure: StatedFigure }[]): boolean {
  return steps.length > 0 && parts.every(({ figure }) => figure.steps.length === 0);
}

/** 其中专栏412条；通过微博发布信息1093条: the clause says anew what was done with the whole, and of none of the parts. */
export function tellsAnew(
  figure: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  // 在网站、公众号公开571条，其中：网站233条；公众号发布318条: a way that the whole names is one of its parts.
  const isOfWhole = figure.parts.some(part => whole.parts.includes(part) || whole.limits.includes(part));
  return whole.steps.length > 0 && !isOfWhole && hasOwnVerb(figure, parts);
}

/** 解读24条，其中文字解读9篇，图片解读15篇，规划信息12条: the parts count what the whole does, and this one another thing. */
export function countsOther(
  { matter, matterSource }: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  return (
    matterSource === 'label' &&
    matter !== whole.matter &&
    !isOfInformation(whole) &&
    parts.every(({ figure }) => figure.matterSource === 'label' && figure.matter === whole.matter)
  );
}

/** 公开信息90条，其中动态60条，公告30条，热线受理来电4820起: among what was published, what came in is none of it. */
export function tellsIncoming(
  figure: StatedFigure,
  before: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  const cameIn = ({ steps }: StatedFigure) => steps.includes('received') || steps.includes('newReceived');
  return (
    before.length > 1 &&
    figure.matterSource === 'label' &&
    !isOfInformation(figure) &&
    isOfInformation(whole) &&
    cameIn(figure) &&
    [whole, ...before.map(part => part.figure)].every(each => !cameIn(each) && each.number.unit !== figure.number.unit)
  );
}

function isOfInformation({ matter }: StatedFigure): boolean {
  return matter === 'information' || matter === 'disclosure';
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

/** 复议6件、诉讼3件，其中复议维持5件: named as the case is. */
export function isOutcomeAgain({ steps, matter, matterSource }: StatedFigure, cases: StatedFigure): boolean {
  return matterSource === 'label' && matter === cases.matter && steps.some(step => OUTCOMES.has(step));
}

/** Reviews or suits, by name. */
export function isOfCases({ matter, matterSource }: StatedFigure): boolean {
  return matterSource === 'label' && (matter === 'reviews' || matter === 'litigation');
}

/** 收到35件，其中自然人34件，企业1件，办结32件: what became of all, behind parts of which nothing of the kind is told. */
export function tellsOutcome(figure: StatedFigure, before: readonly { figure: StatedFigure }[]): boolean {
  const isOutcome = (each: StatedFigure) => each.steps.some(step => REPLIES.has(step)) || isResult(each);
  return (
    before.length > 1 &&
    !isOfApplication(figure) &&
    isOutcome(figure) &&
    before.some(each => isOfApplication(each.figure)) &&
    !before.some(each => isOutcome(each.figure))
  );
}

/** 受理68件，予以公开25件、部分公开8件、无法提供30件，结转下年5件: the last end of what came in, behind a stronger sign. */
export function isLeftOver(
  { steps }: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  const isOfAll = parts.length > 1 && parts.every(({ figure }) => isResult(figure));
  return steps.includes('carriedOut') && isOfAll && cameIn(whole) && !whole.steps.includes('replied');
}

/** By whom an application was made, or by which way. */
function isOfApplication({ parts, matter }: StatedFigure): boolean {
  return matter === 'applications' && parts.some(isOfOrigin);
}

/** 予以公开45件，部分公开4件，引发行政复议2件: behind what became of applications, cases are none of them. */
export function isCase(figure: StatedFigure, before: readonly { figure: StatedFigure }[]): boolean {
  return (
    before.length > 1 &&
    isOfCases(figure) &&
    before.every(
      ({ figure }) => figure.matter === 'applications' && (figure.steps.length > 0 || isOfApplication(figure)),
    )
  );
}

import { NO_THING_UNITS, THING_UNITS } from '../../../text/measureWords.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isResult } from './listFigures.ts';
import type { Opening } from './partList.ts';

// What a figure says of itself that makes it a part of a list, or none.

/** 便民宣传产品12件，分别为海报3张、手册4册: things of several kinds. */
export function areThings(whole: StatedFigure, part: StatedFigure, isClosed: boolean): boolean {
  const isThing = ({ number: { unit, decimals } }: StatedFigure) =>
    decimals === 0 &&
    unit !== '' &&
    (isClosed ? !NO_THING_UNITS.some(each => unit.includes(each)) : THING_UNITS.includes(unit));
  // 解读12篇次（文字8篇次、发布会4次）
  const isTime = ({ number: { unit } }: StatedFigure) => unit.endsWith('次') && !unit.startsWith('人');
  return (isThing(whole) && isThing(part)) || (isClosed && isTime(whole) && isTime(part));
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
    (whose === undefined || whose === whole.whose) &&
    !roles.has('among') &&
    !roles.has('total')
  );
}

/** 文件170件，其中规范性文件3件、任免文件24件，政策解读49条: behind a stronger sign, another measure word ends a list. */
export function isOfUnit({ number }: StatedFigure, parts: readonly { figure: StatedFigure }[]): boolean {
  return parts.every(({ figure }) => figure.number.unit === number.unit);
}

export function isMoney({ number: { unit } }: StatedFigure): boolean {
  return unit.endsWith('元');
}

export function isOfTime(part: string): boolean {
  return part.startsWith('time=');
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

/** 对一家公司的处罚3条: one of something, in the label of what is counted. */
export function isInLabel(words: ChainWords, figure: StatedFigure): boolean {
  const next = words.figures[figure.index + 1];
  const { isInWords, value, unit } = figure.number;
  return (
    isInWords &&
    value === 1 &&
    next?.sentence === figure.sentence &&
    next.number.unit !== unit &&
    words.between(figure, next, figure.depth).level === 0
  );
}

/** 71件申请分三类情形，…, or the whole said again behind a lead-in. */
export function isWholeOfKinds(
  words: ChainWords,
  figure: StatedFigure,
  whole: StatedFigure,
  opening: Opening,
): boolean {
  const next = words.figures[figure.index + 1];
  if (next?.kind === 'announced' && next.sentence === figure.sentence) return true;
  return (
    opening.isLoose &&
    // 其中动态类36条，总结类7条 of 36: a part that is as much as the whole.
    opening.form !== 'among' &&
    !isResult(figure) &&
    figure.parts.length === 0 &&
    figure.number.value === whole.number.value &&
    next?.sentence === figure.sentence
  );
}

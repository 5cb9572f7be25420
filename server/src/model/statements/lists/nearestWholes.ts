import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isOfOrigin, isWay } from '../labelWords.ts';
import { FARTHEST, type ChainWords } from './chainWords.ts';
import { isOfCases } from './listEnds.ts';
import { cameIn, isResult, isSameMatter } from './listFigures.ts';
import { isMoney } from './partForms.ts';
import type { FoundLists } from './partList.ts';
import { isOfAnotherTime, isOfFlow, isOfSameStep } from './wholes.ts';

// The whole of a list by where it stands: the figure last named, or the last one of what is divided.

/** 行政应诉案件145宗，按案由划分，…: the one count that stands before it in the sentence. */
export function onlyInSentence(words: ChainWords, figure: StatedFigure): StatedFigure | undefined {
  const before = words.figures
    .slice(0, figure.index)
    .filter(each => each.sentence === figure.sentence && each.kind === 'count' && each.depth === figure.depth);
  const [only] = before;
  return before.length === 1 && only && isSameMeasure(only.number.unit, figure.number.unit) && !isOfAnotherTime(only)
    ? only
    : undefined;
}

/** The figure last named: in this sentence, else the last of the one before that is no part and has no limit. */
export function wholeBefore(
  words: ChainWords,
  found: FoundLists,
  figure: StatedFigure,
  lastStop: number,
): StatedFigure | undefined {
  if (lastStop < 0) {
    const whole = words.previous(
      figure,
      each =>
        each.depth <= figure.depth &&
        each.kind === 'count' &&
        // 答复53件，含上年结转3件，其中予以公开6件，…: what was carried in is told of the whole.
        !(each.steps.includes('carriedIn') && each.roles.has('opener')),
    );
    // 复议5件、诉讼0件，其中维持2件: nothing is a part of none.
    const former = whole?.number.value === 0 && isOfCases(whole) ? words.figures[whole.index - 1] : undefined;
    if (former?.sentence === figure.sentence && former.kind === 'count' && isOfCases(former)) return former;
    // 招标项目84个，金额合计2.37亿元，其中货物类46个: not of the money between them.
    const counted = whole && isMoney(whole) && !isMoney(figure) ? words.figures[whole.index - 1] : undefined;
    if (counted?.sentence === figure.sentence && counted.number.unit === figure.number.unit) return counted;
    if (whole?.sentence === figure.sentence) return cameInBefore(words, whole, figure) ?? whole;
  }
  const last = words.previous(figure, each => each.depth <= figure.depth);
  if (!last || figure.sentence - last.sentence > 1) return undefined;
  return words.previous(
    figure,
    each =>
      each.sentence === last.sentence &&
      each.depth <= figure.depth &&
      each.kind === 'count' &&
      found.partOf.get(each.index) === undefined &&
      !isOfAnotherTime(each) &&
      !isOfFlow(each, []) &&
      !words.isAmong(each) &&
      isOfSameStep(each, figure) &&
      each.parts.every(part => isWay(part) && figure.matter !== 'applications') &&
      isSameMeasure(each.number.unit, figure.number.unit),
  );
}

/**
 * 收到19件，17件网上申请，2件信函申请，其中4件予以公开，…: the ways that make up what came in are none of what became of it; nor is
 * what was carried in (收到9件，上年结转1件，其中网络5件，…) of less than its part.
 */
function cameInBefore({ figures }: ChainWords, last: StatedFigure, part: StatedFigure): StatedFigure | undefined {
  const isSibling = (each: StatedFigure | undefined): each is StatedFigure =>
    each?.sentence === last.sentence && each.kind === 'count' && each.depth === last.depth;
  if (last.steps.includes('carriedIn')) {
    const before = figures[last.index - 1];
    const isMore = part.number.value > last.number.value;
    return isMore && isSibling(before) && cameIn(before) ? before : undefined;
  }
  if (!isResult(part)) return undefined;
  let sum = 0;
  let at = last.index;
  for (; isSibling(figures[at]) && figures[at]?.parts.some(isOfOrigin) === true; at--)
    sum += figures[at]?.number.value ?? 0;
  const whole = figures[at];
  return last.index - at > 1 && isSibling(whole) && cameIn(whole) && whole.number.value === sum ? whole : undefined;
}

/**
 * What a view (按类别分：, 从渠道看，) divides: the nearest figure before that counts the same matter and is limited by nothing.
 */
export function wholeByMatter(
  words: ChainWords,
  found: FoundLists,
  figure: StatedFigure,
  from: number,
  to: number,
): StatedFigure | undefined {
  // 从申请方式看，邮件11件: what is divided is named before it.
  const matter = (figure.matterSource === 'label' ? undefined : words.matterOfView(from, to)) ?? figure.matter;
  // 从内容看 names no matter.
  if (matter === undefined || (matter === 'information' && figure.matterSource === 'clause')) {
    // （三）依申请公开。从内容看，甲类4件: what was published in the paragraph before is not divided.
    const before = wholeBefore(words, found, figure, 0);
    const isFit = before?.paragraph === figure.paragraph || before?.matter === 'applications';
    return isFit && !before.roles.has('rest') ? before : undefined;
  }
  // Applicants and channels divide what was received.
  const isOfReceived = figure.parts.some(isOfOrigin);
  const ofMatter = words.previous(
    figure,
    each =>
      each.kind === 'count' &&
      isSameMatter(each.matter, matter) &&
      each.depth <= figure.depth &&
      !isOfFlow(each, []) &&
      figure.paragraph - each.paragraph <= (each.number.unit === figure.number.unit ? 1 : 0) &&
      !found.partOf.has(each.index) &&
      !each.roles.has('rest') &&
      (each.parts.length === 0 || (each.index === figure.index - 1 && !isOfReceived && each.parts.every(isWay))) &&
      !isOfAnotherTime(each) &&
      !words.isAmong(each) &&
      !(isOfReceived && each.steps.includes('replied')) &&
      isSameMeasure(each.number.unit, figure.number.unit),
  );
  return repliesBefore(words, found, figure) ?? ofMatter ?? publishedBefore(words, found, figure);
}

/** 收到23件，答复22件。23件中，个人9件、单位14件。答复结果为：…: classes of the replies divide these, where their paragraph tells them. */
export function repliesBefore(words: ChainWords, found: FoundLists, figure: StatedFigure): StatedFigure | undefined {
  if (!isResult(figure)) return undefined;
  const isOfReplies = (each: StatedFigure) =>
    each.paragraph === figure.paragraph &&
    each.kind === 'count' &&
    each.steps.includes('replied') &&
    each.matter === 'applications';
  const whole = words.previous(figure, isOfReplies);
  const isOnly =
    whole !== undefined &&
    whole.parts.length === 0 &&
    !words.figures
      .slice(Math.max(0, figure.index - FARTHEST), figure.index)
      .some(each => each !== whole && isOfReplies(each));
  return isOnly && !found.partOf.has(whole.index) && !isOfAnotherTime(whole) && !isOfFlow(whole, [])
    ? whole
    : undefined;
}

/**
 * 公开85条。按内容分：业务信息60条、财政信息25条；按渠道分：网站80条、微信5条: the parts of what was published are named after
 * anything, and another view divides the same.
 */
function publishedBefore(words: ChainWords, found: FoundLists, figure: StatedFigure): StatedFigure | undefined {
  const before = words.figures[figure.index - 1];
  if (before?.kind !== 'count' || figure.sentence - before.sentence > 1) return undefined;
  const whole = found.partOf.get(before.index)?.whole ?? before;
  return isSameMatter(whole.matter, 'information') &&
    whole.number.unit === figure.number.unit &&
    whole.paragraph === figure.paragraph &&
    whole.parts.length === 0 &&
    !whole.roles.has('rest') &&
    !isOfAnotherTime(whole) &&
    !isOfFlow(whole, [])
    ? whole
    : undefined;
}

import type { StatedFigure } from '../statedFigure.ts';
import { isSameMeasure } from '../measures.ts';
import { isOfOrigin, isWay } from '../labelWords.ts';
import { FARTHEST, type ChainWords } from './chainWords.ts';
import { isOfCases } from './listEnds.ts';
import { cameIn, isResult, isSameMatter } from './listFigures.ts';
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
        // 接听2.37万次，较2023年的2.11万次增长12.3%，其中…: of what is compared with it.
        !(each.when === 'last' && each.stats.has('compared')) &&
        // 答复53件，含上年结转3件，其中予以公开6件，…: what was carried in is told of the whole.
        !(each.steps.includes('carriedIn') && each.roles.has('opener')),
    );
    // 复议5件、诉讼0件，其中维持2件: nothing is a part of none.
    const former = whole?.number.value === 0 && isOfCases(whole) ? words.figures[whole.index - 1] : undefined;
    if (former?.sentence === figure.sentence && former.kind === 'count' && isOfCases(former)) return former;
    // 培训班11期，培训343人次，其中面向干部7期; 招标项目84个，金额2.37亿元，其中货物类46个: of what is counted as the part is.
    if (whole?.sentence === figure.sentence)
      return ofMeasure(words, whole, figure) ?? cameInBefore(words, whole, figure) ?? whole;
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

/** 招标84个，金额2.37亿元，其中货物类46个: what is counted as the part is, before a whole that is not. */
function ofMeasure(words: ChainWords, whole: StatedFigure, figure: StatedFigure): StatedFigure | undefined {
  const { unit } = figure.number;
  for (let i = whole.index, between = 0; between <= MOST_OTHERS; i--, between++) {
    const each = words.figures[i];
    if (each?.kind !== 'count' || each.sentence !== figure.sentence || each.depth !== whole.depth) return undefined;
    if (isSameMeasure(each.number.unit, unit))
      return between > 0 && each.number.unit === unit && !isOfAnotherTime(each) ? each : undefined;
  }
  return undefined;
}

/** So many counts in other measure words may stand between a whole and its parts. */
const MOST_OTHERS = 2;

/**
 * 收到19件，17件网上申请，2件信函申请，其中4件予以公开，…: the ways that make up what came in are none of what became of it; nor is
 * what was carried in (收到9件，上年结转1件，其中网络5件，…) of less than its part.
 */
function cameInBefore({ figures }: ChainWords, last: StatedFigure, part: StatedFigure): StatedFigure | undefined {
  const isSibling = (each: StatedFigure | undefined): each is StatedFigure =>
    each?.sentence === last.sentence && each.kind === 'count' && each.depth === last.depth;
  if (last.steps.includes('carriedIn')) {
    // 收到13件（其中公民11件，企业2件），上年结转1件，其中予以公开7件，…
    const before = figures
      .slice(Math.max(0, last.index - FARTHEST), last.index)
      .findLast(each => each.depth <= last.depth);
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
    return isFit && !before.roles.has('rest')
      ? before
      : (receivedBefore(words, found, figure) ?? beforeView(words, found, figure, from));
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
  return (
    repliesBefore(words, found, figure) ??
    ofMatter ??
    publishedBefore(words, found, figure) ??
    receivedBefore(words, found, figure)
  );
}

/** 收到168件。⏎从身份看，…⏎从渠道看，当面34件，…: each view of the applications has a paragraph, and divides all that came in. */
function receivedBefore(words: ChainWords, found: FoundLists, figure: StatedFigure): StatedFigure | undefined {
  if (figure.matter !== 'applications' || isResult(figure)) return undefined;
  const near = words.figures.slice(Math.max(0, figure.index - FARTHEST_RECEIVED), figure.index);
  const received = near.filter(
    each =>
      each.kind === 'count' &&
      each.matter === 'applications' &&
      each.depth === figure.depth &&
      each.steps.some(step => step === 'received' || step === 'newReceived') &&
      each.parts.length + each.limits.length === 0 &&
      (each.when === undefined || each.when === 'this') &&
      !found.partOf.has(each.index) &&
      !words.isAmong(each) &&
      isSameMeasure(each.number.unit, figure.number.unit),
  );
  const [whole] = received;
  return whole && received.every(({ number }) => number.value === whole.number.value) ? whole : undefined;
}

/** So many figures before a view of the applications are looked at for all of them. */
const FARTHEST_RECEIVED = 48;

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

/** 320份。按来源划分：⏎——甲210份；⏎——乙110份: the count in the sentence before, where the parts stand on lines of their own. */
function beforeView(
  words: ChainWords,
  found: FoundLists,
  figure: StatedFigure,
  from: number,
): StatedFigure | undefined {
  const before = words.figures[figure.index - 1];
  return before?.kind === 'count' &&
    figure.paragraph - before.paragraph === 1 &&
    figure.sentence - before.sentence <= 2 &&
    !words.tokens.slice(before.token, from).some(token => token.kind === 'sign' && token.sign === 'paragraph') &&
    isSameMeasure(before.number.unit, figure.number.unit) &&
    !isOfAnotherTime(before) &&
    !before.roles.has('rest') &&
    !found.partOf.has(before.index)
    ? before
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

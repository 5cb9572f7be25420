import { labelTextOf } from '../labelText.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isOfWay, isSumming, startBehindFigure } from './labelForms.ts';
import { areAllResults, isResult } from './listFigures.ts';
import { hasOwnVerb, sumOfParts } from './listEnds.ts';
import { isNearSum, isTotalAlone } from './nearSums.ts';
import { isItem, isOfUnit } from './partForms.ts';
import { LEVELS, type ListPart, MOST_PARTS, type Opening } from './partList.ts';
import { commonEnd } from './wholes.ts';

// How far the parts of a list reach, by what stands behind them.

/** Parts that make up less are not all there are; these are, so far from their whole. */
const [FAR, NEAR] = [0.75, 0.1];
/** A total of some parts alone, so far from what they make. */
const NEAR_TOTAL = 0.25;
/** A name of so many characters tells what is counted. */
const SHORTEST_NAME = 5;
/** So many figures behind one are looked at, to see how its list goes on. */
const MOST_BEHIND = 8;
/** Measure words of kinds: 四个方面, 三类. */
const COUNTED: ReadonlySet<string> = new Set(['个', '类', '大类', '项', '种', '方面']);

/** 其中甲11条、其他20条；乙2条、丙7条: only with what stands behind the semicolon the parts come near their whole. */
export function comesNearBehind(
  { figures }: ChainWords,
  parts: readonly { figure: StatedFigure }[],
  { index, sentence, depth }: StatedFigure,
  { number }: StatedFigure,
): boolean {
  let sum = sumOfParts(parts);
  if (sum > number.value * FAR) return false;
  for (let i = index; i < index + MOST_PARTS; i++) {
    const each = figures[i];
    if (each?.sentence !== sentence) break;
    if (each.depth > depth || each.kind === 'share' || each.kind === 'percent') continue;
    if (each.kind !== 'count' || each.roles.has('total')) return false;
    // 其他805条，访问量176万次
    if (!isSameMeasure(each.number.unit, number.unit)) break;
    sum += each.number.value;
  }
  return Math.abs(sum - number.value) <= number.value * NEAR;
}

/** Whether a figure is named after what its whole counts, and after nothing weaker than that. */
function namesKindOf({ matter, matterSource, number, sentence }: StatedFigure, whole: StatedFigure): boolean {
  return (
    matterSource === 'label' &&
    matter === whole.matter &&
    matter !== 'information' &&
    number.unit === whole.number.unit &&
    sentence === whole.sentence
  );
}

/** Whether the parts so far make up their whole, and what stands behind is none of them by its form. */
export function areAllTold(
  words: ChainWords,
  parts: readonly ListPart[],
  figure: StatedFigure,
  whole: StatedFigure,
  level: number,
): boolean {
  if (
    parts.length < 2 ||
    sumOfParts(parts) !== whole.number.value ||
    figure.number.value === 0 ||
    figure.roles.has('rest')
  )
    return false;
  if (level === LEVELS.enumeration || parts.at(-1)?.share !== undefined || areAllResults(figure, parts)) return false;
  // 机构类3条，法定类188条，动态类209条，预算类10条
  if (parts.length > 2 && words.isAlike(parts, figure) && !hasOwnVerb(figure, parts)) return false;
  // 解读205篇，其中文字解读144篇，图片解读61篇，视频解读1篇
  if ([...parts.map(part => part.figure), figure].every(each => namesKindOf(each, whole)) && !hasOwnVerb(figure, parts))
    return false;
  const isLast = words.figures[figure.index + 1]?.sentence !== figure.sentence;
  return !(isLast && parts.length > 3 && level === LEVELS.comma && isOfUnit(figure, parts) && isItem(figure, whole));
}

/** 甲1条，占1%；公示公告60条，占17%: each part is told with its share, whatever verb it has. */
export function goesOnInShares(
  words: ChainWords,
  parts: readonly { share: StatedFigure | undefined }[],
  figure: StatedFigure,
): boolean {
  return parts.every(({ share }) => share !== undefined) && words.hasShare(figure);
}

/** （其中甲6条、乙20条，丙4条、丁9条）: in brackets a comma among others is a slip, while the parts do not make up their whole. */
export function goesOnInBracket(
  figure: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  return (
    parts.every(
      ({ figure: { bracket, number } }) => bracket === figure.bracket && number.unit === figure.number.unit,
    ) &&
    !(hasOwnVerb(figure, parts) && figure.parts.length > 0) &&
    sumOfParts(parts) < whole.number.value
  );
}

/** 甲165条，乙39条，丙10个，丁121篇等: behind the last part that is read the list goes on to 等, in other measure words. */
export function goesOnToEtc(words: ChainWords, last: StatedFigure): boolean {
  for (let i = last.index + 1; i < last.index + MOST_PARTS; i++) {
    const each = words.figures[i];
    if (each?.sentence !== last.sentence || each.kind !== 'count' || each.steps.length > 0) return false;
    if (words.between(last, each, last.depth).level >= LEVELS.semicolon) return false;
    if (words.isEtcBehind(each)) return true;
  }
  return false;
}

/** 甲3条、乙4条，共发布7条: behind some parts of a whole nothing but that, and it comes near what they make. */
export function isTotalOfParts(
  words: ChainWords,
  figure: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  if (parts.length < 2 || figure.kind !== 'count' || figure.number.value >= whole.number.value) return false;
  if (figure.matterSource === 'label' || figure.parts.length > 0 || !isSumming(words, figure)) return false;
  // 甲14件、乙23件，余下三类共42件
  if (figure.roles.has('rest') || words.figures[figure.index - 1]?.kind !== 'count') return false;
  if (figure.steps.some(step => step !== 'published')) return false;
  const sum = sumOfParts(parts);
  return sum !== whole.number.value && Math.abs(sum - figure.number.value) <= figure.number.value * NEAR_TOTAL;
}

/** Whether a word like 合计 is of the parts before it, alone or by what they come to: 某局发布信息合计932条 is of its own. */
export function isTotalOf(
  words: ChainWords,
  total: StatedFigure,
  parts: readonly ListPart[],
  whole: StatedFigure,
): boolean {
  return total.number.value === whole.number.value || isNearSum(total, parts) || isTotalAlone(words, total, parts);
}

/** 其他信息共计24条 behind 概况类5条: named as things are, and far from what the parts before it come to. */
export function isCalledAlone(
  words: ChainWords,
  figure: StatedFigure,
  parts: readonly ListPart[],
  whole: StatedFigure,
): boolean {
  const first = words.tokens[figure.labelFrom];
  const isDone = first?.kind === 'word' && (first.meaning.step !== undefined || first.meaning.matter === 'disclosure');
  return !isDone && figure.labelFrom < figure.token - 1 && !isTotalOf(words, figure, parts, whole);
}

/** 就业60条、教育17条两个方面: behind the last part stands how many parts there are. */
export function isCountedBehind({ figures }: ChainWords, last: StatedFigure, parts: number): boolean {
  const next = figures[last.index + 1];
  const isBare = last.labelFrom === last.token;
  const counted = isBare && last.number.value === parts && COUNTED.has(last.number.unit) ? last : next;
  return (
    counted?.sentence === last.sentence &&
    counted.token - last.token < 3 &&
    counted.number.value === parts &&
    COUNTED.has(counted.number.unit)
  );
}

/** 区政府处理申请17件，其中信函8件、网络9件，区政府办处理申请13件: called as the whole is, and no part is. */
export function isSiblingOfWhole(
  words: ChainWords,
  parts: readonly { figure: StatedFigure }[],
  figure: StatedFigure,
  whole: StatedFigure,
  level: number,
): boolean {
  const first = parts[0]?.figure;
  if (!first || level < LEVELS.comma || figure.sentence !== whole.sentence) return false;
  if (level >= LEVELS.semicolon && isSharedBeside(words, figure, whole)) return true;
  if (parts.length < 2 || figure.roles.has('rest')) return false;
  const name = words.labelText(whole);
  return (
    commonEnd(name, words.labelText(figure)) >= SHORTEST_NAME && commonEnd(name, words.labelText(first)) < SHORTEST_NAME
  );
}

/** 公开1738条，网站785条，占45%，其中图文343条；微信953条，占55%: its share is of the count that the whole has its share of. */
function isSharedBeside({ figures }: ChainWords, figure: StatedFigure, whole: StatedFigure): boolean {
  const [outer, ofWhole, share] = [figures[whole.index - 1], figures[whole.index + 1], figures[figure.index + 1]];
  if (outer?.kind !== 'count' || outer.sentence !== whole.sentence || ofWhole?.kind !== 'share') return false;
  if (share?.kind !== 'share' || share.sentence !== figure.sentence) return false;
  const miss = ({ number }: StatedFigure) => Math.abs((figure.number.value / number.value) * 100 - share.number.value);
  return miss(outer) < miss(whole);
}

/**
 * 动态类130条，同比增加12条，增长10%；公告类120条，…; 公众号120条，阅读量9万次，公示栏50条: how a part grew or was read, and behind it the
 * next part.
 */
export function isNoteOfPart(
  words: ChainWords,
  figure: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  base: number,
): boolean {
  const behind = words.figures[figure.index + 1];
  const [part, next] = [parts.at(-1)?.figure, behind?.kind === 'change' ? words.figures[behind.index + 1] : behind];
  if (part?.index !== figure.index - 1 || next?.sentence !== figure.sentence) return false;
  if (next.kind !== 'count' || next.number.unit !== part.number.unit) return false;
  const { level } = words.between(figure, next, base);
  // 通过网站公开106条，同比增加29条，通过公众号公开30条
  const areAlike = words.isAlike([{ figure: part }], next) || [part, next].every(each => isOfWay(words, each));
  if (figure.kind === 'difference') return level === LEVELS.semicolon || (level === LEVELS.comma && areAlike);
  const isRead = figure.matter === 'visits' && figure.matterSource === 'label';
  return isRead && figure.number.unit !== part.number.unit && level <= LEVELS.comma;
}

/** 图解（9件）、问答（14件）: each part stands in brackets behind its name. */
export function isAloneInBracket({ figures }: ChainWords, { index, bracket, labelFrom }: StatedFigure): boolean {
  return [index - 1, index + 1].every(i => figures[i]?.bracket !== bracket) && bracket >= labelFrom - 1;
}

/** 其中甲30件，占60%。乙20件，占40%: each part has a sentence and a share of its own. */
export function goesOnWithShares(
  { figures }: ChainWords,
  parts: readonly { figure: StatedFigure; share: StatedFigure | undefined }[],
  figure: StatedFigure,
  level: number,
  { form }: Opening,
): boolean {
  const last = parts.at(-1);
  const next = figures[figure.index + 1];
  return (
    (level === LEVELS.stop || (last !== undefined && isResult(figure) && isResult(last.figure))) &&
    (form === 'among' || form === 'of') &&
    last?.share !== undefined &&
    next?.number.unit === '%' &&
    next.sentence === figure.sentence &&
    figure.sentence - last.figure.sentence <= 2 &&
    figure.paragraph - last.figure.paragraph <= 1 &&
    figure.matter === last.figure.matter &&
    isSameMeasure(figure.number.unit, last.figure.number.unit) &&
    (isResult(figure) ||
      parts.reduce((sum, { share }) => sum + (share?.number.value ?? 100), next.number.value) <= 100.5)
  );
}

/** 主动公开甲栏目30条，其中乙17条，丙10条；主动公开丁57条: the clause behind the semicolon begins with a verb of the whole. */
export function beginsAnew(words: ChainWords, last: StatedFigure, figure: StatedFigure, whole: StatedFigure): boolean {
  for (let at = last.token + 1; at < figure.token; at++) {
    const [token, next] = [words.tokens[at], words.tokens[at + 1]];
    if (token?.kind !== 'sign' || token.sign !== 'semicolon') continue;
    if (next?.kind !== 'word' || (next.meaning.step !== 'published' && next.meaning.matter !== 'disclosure'))
      return false;
    return labelTextOf(whole, words).includes(words.textOf(at + 1));
  }
  return false;
}

/** Whether a semicolon parts a figure of the same depth and measure from this one, in the same sentence. */
export function hasSemicolonBehind(words: ChainWords, figure: StatedFigure): boolean {
  const { figures } = words;
  for (let i = figure.index + 1; i < figure.index + MOST_BEHIND; i++) {
    const each = figures[i];
    if (each?.sentence !== figure.sentence) return false;
    if (each.depth !== figure.depth || each.number.unit === '%') continue;
    if (words.between(figure, each, figure.depth).level === LEVELS.semicolon)
      return isSameMeasure(each.number.unit, figure.number.unit);
  }
  return false;
}

/** 按时效统计，甲30件。乙20件。其余5件…: each part is a sentence, and one of them is the rest. */
export function goesOnOverSentences(
  { figures }: ChainWords,
  parts: readonly { figure: StatedFigure }[],
  figure: StatedFigure,
  level: number,
  opening: Opening,
): boolean {
  if (
    level !== LEVELS.stop ||
    opening.form === 'bracket' ||
    parts.length !== figure.index - (parts[0]?.figure.index ?? 0)
  )
    return false;
  for (let i = figure.index; i < figure.index + MOST_BEHIND; i++) {
    const each = figures[i];
    const before = figures[i - 1];
    if (!each || !before || each.sentence - before.sentence !== 1 || each.paragraph !== figure.paragraph) return false;
    if (each.kind !== 'count' || !isSameMeasure(each.number.unit, figure.number.unit)) return false;
    if (each.roles.has('rest')) return true;
  }
  return false;
}

/** 动态120条，公示60条，开展民意征集3期: what was done anew, counted otherwise, is none of the things that were counted. */
export function isOtherDeed(
  words: ChainWords,
  figure: StatedFigure,
  parts: readonly { figure: StatedFigure }[],
  whole: StatedFigure,
): boolean {
  const { unit } = figure.number;
  return (
    unit !== '' &&
    [whole, ...parts.map(part => part.figure)].every(({ number }) => number.unit !== unit) &&
    isDeed(words, figure) &&
    parts.every(part => !isDeed(words, part.figure))
  );
}

export function isDeed(words: ChainWords, figure: StatedFigure): boolean {
  return DEED.test(startBehindFigure(words, figure));
}

const DEED = /^(?:回应|开展|召开|举办|举行|组织|参加|接受|接听|办理|受理|答复|回复|编发|印发|培训)/;

/** 收到55件（去年48件，前年31件）: what other years had is no part of this one’s. */
export function isOfEarlierYears(
  first: StatedFigure,
  second: StatedFigure | undefined,
  { when }: StatedFigure,
): boolean {
  const isEarlier = (figure: StatedFigure) =>
    (figure.when === 'last' || figure.when === 'year' || figure.when === 'several') &&
    !figure.steps.includes('carriedIn');
  return (
    (when === undefined || when === 'this') &&
    isEarlier(first) &&
    second?.bracket === first.bracket &&
    second.sentence === first.sentence &&
    isEarlier(second)
  );
}

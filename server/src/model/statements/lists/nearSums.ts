import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { isSumming } from './labelForms.ts';
import { sumOfParts } from './listEnds.ts';
import { isApart, isResult, isSameMatter } from './listFigures.ts';
import { LEVELS, type ListPart } from './partList.ts';
import { isWay } from '../labelWords.ts';
import { isOneSlipAway } from '../slips.ts';
import { isSameMeasure } from '../measures.ts';

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
    (total.roles.has('all') || total.roles.has('total') || isSumming(words, total)) &&
    total.when !== 'last' &&
    parts.every(
      ({ figure }) =>
        (total.matter === undefined ||
          figure.matter === undefined ||
          figure.matterSource !== 'label' ||
          total.matterSource !== 'label' ||
          figure.matter === total.matter ||
          total.matter === 'information' ||
          (total.matter === 'legalCases' && isApart(figure) && !isSubsetOf(words, total, parts))) &&
        !figure.steps.some(step => FLOW.has(step)),
    ) &&
    total.steps.every(
      step =>
        (!FLOW.has(step) || isReceivedInParts(step, parts)) &&
        (step !== 'replied' || parts.some(({ figure }) => figure.steps.includes(step))),
    )
  );
}

/** 复议10件，诉讼6件，涉及信息公开的案件共14件: some of them; 争议案件 are all that there are. */
function isSubsetOf(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  const label = words.labelText(total);
  return label.includes('涉') && !label.includes('争议') && total.number.value < sumOfParts(parts);
}

/** 本级收到20件，其余6件由各镇收到，新收总数为26件: what came in, told of the parts in other words. */
function isReceivedInParts(step: string, parts: readonly ListPart[]): boolean {
  return (
    step === 'newReceived' &&
    parts.every(({ figure: { steps, roles } }) => roles.has('rest') || steps.includes('received'))
  );
}

/**
 * 甲3件、乙4件，合计7件; 公开甲3件、乙4件，合计公开7件: a word like 合计, and nothing that is not said of the parts as well. Behind a
 * stronger sign, or for less than one of the parts, it stands alone.
 */
export function isTotalAlone(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  if (!total.roles.has('total')) return false;
  const figures = parts.map(({ figure }) => figure);
  const isApartFrom =
    figures.some(({ number }) => number.value > total.number.value) ||
    words.between(figures.at(-1) ?? total, total, total.depth).level > LEVELS.comma;
  for (let at = total.labelFrom; at < total.token; at++) {
    const token = words.tokens[at];
    if (token?.kind === 'unknown' && (isApartFrom || token.end - token.start > LONGEST_ADVERB)) return false;
    if (token?.kind !== 'word') continue;
    const { matter, step, part, whose } = token.meaning;
    if (isApartFrom && (matter ?? step ?? part ?? whose) !== undefined) return false;
    const isOfParts =
      matter === undefined || figures.some(each => isSameMatter(each.matter, matter) || each.matterSource !== 'label');
    if (!isOfParts || (part !== undefined && isWay(part))) return false;
  }
  return true;
}

/** 实际处理合计39件 */
const LONGEST_ADVERB = 2;

/**
 * 发布公告6条，受理申请1件，公开信息总计238条: what its label names is counted by none of the parts, or by no more than some;
 * 公示公告、项目公告合计719条: of what is named before it in its own clause alone.
 */
export function isOfOtherThings(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  const isTold = ({ matterSource }: StatedFigure) => matterSource === 'label' || matterSource === 'noun';
  // 当面申请9件、来信来函申请48件，总计受理申请57件: ways of applications, whatever else they are called.
  const isWayOf = (figure: StatedFigure) => total.matter === 'applications' && figure.parts.some(isWay);
  const others = parts.filter(
    ({ figure }) =>
      !isWayOf(figure) && (isTold(figure) || (isResult(figure) && !isApart(total))) && figure.matter !== total.matter,
  );
  if (isTold(total) && total.matter !== undefined && total.matter !== 'legalCases')
    if (others.some(({ figure }) => isApart(figure) !== isApart(total))) return true;
  if (countsAnother(words, total, parts)) return true;
  const before = words.tokens[total.labelFrom - 2];
  return words.isBehindEnumeration(total.labelFrom) && total.labelFrom < total.token && before?.kind === 'word';
}

/** 培训2次，参加培训3次，全年共开展4次网站抽查: what is named behind it, in a word that is not known, is counted by no part. */
function countsAnother(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  const at = total.nounTo - 1;
  const last = at > total.token ? words.tokens[at] : undefined;
  if (last?.kind !== 'unknown' || last.end - last.start < SHORTEST_NAME) return false;
  const name = words.textOf(at);
  return parts.every(({ figure }) => figure.matterSource === 'label' && !words.labelText(figure).includes(name));
}

const SHORTEST_NAME = 2;

/**
 * 收到39件，交办95件；今年共收到留言156条: behind a stronger sign than between the parts, by a channel that is not theirs, or
 * with a verb that none of them has, a count is told for itself.
 */
export function isToldApart(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  const figures = parts.map(({ figure }) => figure);
  const levelBefore = (figure: StatedFigure, last: StatedFigure) => words.between(last, figure, total.depth).level;
  const between = Math.max(...figures.slice(1).map((figure, i) => levelBefore(figure, figures[i] ?? figure)));
  if (levelBefore(total, figures.at(-1) ?? total) > Math.max(between, LEVELS.comma)) return true;
  const channels = total.parts.filter(isWay);
  if (channels.length === 1 && !figures.every(({ parts: own }) => own.includes(channels[0] ?? ''))) return true;
  return total.steps.includes('received') && figures.every(({ steps }) => !steps.includes('received'));
}

/** What came and went is no sum of parts that a total closes. */
const FLOW: ReadonlySet<string> = new Set(['newReceived', 'carriedIn', 'carriedOut', 'carry', 'added', 'removed']);

/** 甲7件、乙3件，两项合计10件；丙10件: what some parts come to, less than their whole, and the next part in the sentence. */
export function isSubtotal(
  { figures }: ChainWords,
  total: StatedFigure,
  parts: readonly ListPart[],
  whole: StatedFigure,
): boolean {
  const next = figures[total.index + 1]?.kind === 'count' ? figures[total.index + 1] : figures[total.index + 2];
  return (
    parts.length > 1 &&
    sumOfParts(parts) === total.number.value &&
    total.number.value < whole.number.value &&
    next?.kind === 'count' &&
    next.sentence === total.sentence &&
    next.depth === total.depth &&
    isSameMeasure(next.number.unit, total.number.unit)
  );
}

/**
 * 公开类81件，不予公开、无法提供以及其他处理三类加起来345件: before a total stand names of what it is of, and none of them is
 * that of a part.
 */
export function namesOwnParts({ text, tokens }: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  const [first, last] = [parts[0]?.figure, parts.at(-1)?.figure];
  if (!first || !last) return false;
  const label = text.slice(tokens[last.nounTo]?.start ?? last.end, total.start);
  if (label.length > LONGEST_NAMES) return false;
  const names = label.split(/[、，；;]|以及|或者?|[和及与]/).map(name => name.trim());
  const told = text.slice(tokens[first.labelFrom]?.start ?? first.start, last.end);
  const [begin = '', ...others] = names.filter(name => name.length > 1);
  return (
    others.length > 1 &&
    /[、或和及与]/.test(label) &&
    [begin, ...others].every(name => !told.includes(name.slice(0, 2)))
  );
}

const LONGEST_NAMES = 60;

/** 7月5次，8月6次，9月4次，第三季度合计15次: of a longer time than the parts, which it holds. */
export function isOfLongerTime(total: StatedFigure, part: StatedFigure): boolean {
  return total.roles.has('total') && holdsTimeOf(total, part);
}

/** 二季度59次，其中4月14次: whether the time that a figure is of holds that of another. */
export function holdsTimeOf(whole: StatedFigure, part: StatedFigure): boolean {
  const longest = (figure: StatedFigure) => Math.max(...figure.parts.map(each => LENGTHS[each] ?? 0));
  return longest(part) > 0 && longest(whole) > longest(part);
}

const LENGTHS: Readonly<Record<string, number>> = {
  'time=month': 1,
  'time=quarter': 2,
  'time=firstHalf': 3,
  'time=secondHalf': 3,
};

/** Whether a total differs from its parts by one slip of the keys, however far from them that is. */
export function isSlipAway(total: StatedFigure, parts: readonly ListPart[]): boolean {
  const figures = parts.map(({ figure }) => figure);
  return isOneSlipAway(total, figures.length > 2 ? figures : [], sumOfParts(parts));
}

/**
 * 口袋书18批、流程图7批、音频6批，线下活动总共31批: parts in a row with one measure word, and a total of them by another name, of
 * which nothing was done that was not done with the parts.
 */
export function isCountedAlike(words: ChainWords, total: StatedFigure, parts: readonly ListPart[]): boolean {
  const { number, depth, roles, steps } = total;
  const figures = parts.map(({ figure }) => figure);
  const last = figures.at(-1);
  return (
    roles.has('total') &&
    steps.length === 0 &&
    parts.length > 2 &&
    figures.every(figure => figure.number.unit === number.unit && !isApart(figure) && !isResult(figure)) &&
    figures.slice(1).every((figure, i) => words.between(figures[i] ?? figure, figure, depth).level === 1) &&
    last !== undefined &&
    words.between(last, total, depth).level === LEVELS.comma &&
    !words.namesWorks(total) &&
    !words.isEtcBehind(last) &&
    (isNearSum(total, parts) || isSlipAway(total, parts))
  );
}

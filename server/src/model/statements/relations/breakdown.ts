import type { ChainReading } from '../chains.ts';
import { areChannels, closedDimension } from '../dimensions.ts';
import type { PartList } from '../lists/partList.ts';
import { isBareNumber, isResult } from '../lists/listFigures.ts';
import { isOfOrigin } from '../labelWords.ts';
import { isEqual, isExact, sumOf } from './arithmetic.ts';
import {
  areAspects,
  areBare,
  areContents,
  areKindsOfWhole,
  areMixedTimes,
  areMoves,
  areResults,
  areRunningTotals,
  areWays,
  hasEachOf,
  isFlow,
  isOfSiblings,
  isSumTold,
  mayComeAgain,
} from './aspects.ts';
import { bound, boundOf, isOfOtherUnit, isSubset, subsets } from './bounds.ts';
import type { Certainty, ChainDisagreement } from './disagreement.ts';
import { areComplements, areManyKinds, areNearlyAll, areWaysOfWhole } from './complements.ts';
import { areCaseOutcomes, areOutcomes, ofEnds, tellsAllEnds, tellsEndsBehind } from './ends.ts';
import { areKindsNear, areNamedByWhole, areOtherWays, isMixed, areSiblings, areStates } from './impliedKinds.ts';
import { addsUpElsewhere, hasOtherReading } from './otherSums.ts';
import { areItems, isAllOneWay, mayEndBefore, runsOverItems, withoutTail } from './otherEnds.ts';
import {
  areOfOtherThings,
  areRated,
  areToldInShares,
  goesOnBehind,
  isOfNothing,
  isRowOfClauses,
} from './otherThings.ts';
import { outcomes } from './outcomes.ts';
import { dividesReplies, isLeftOver, isOfReceived } from './receivedLists.ts';
import { aboveRough } from './roughWholes.ts';
import { differsBySlip, isOneSlipAway } from '../slips.ts';
import { parted } from './twoWholes.ts';

/** Parts of more than half the whole too much or too little belong to no list of it. */
const FARTHEST = 0.5;
/** Of so few, any number of parts may be told wrong. */
const FEW = 6;
/** A digit too many or too few makes ten times as much. */
const MISTYPED = 12;
/** An open list of so many that comes so near its whole was meant to be all of it. */
const [FEWEST_OF_ALL, NEARLY_ALL] = [3, 0.9];
/** So many parts behind 包括 are told one by one, as all of them are. */
const FEWEST_TOLD = 4;
/** So many kinds behind 其中 that make up so much of it as well. */
const [FEWEST_OF_MANY, MOST_OF_MANY] = [5, 0.8];
/** One that names most of it may have been. */
const MOST = 0.75;
/** What no word joins is no list of what is so much less. */
const ABOVE = 1.35;
/** The same information goes out by several channels: only sums a little above the whole are odd. */
const CHANNELS_ABOVE = 1.25;
/** … and so little that it is more than odd. */
const CHANNELS_NEAR = 1.1;
/** … or that all parts were meant to be told apart. */
const CHANNELS_ALL = 1.02;
/** Two parts that come so near their whole, with nothing behind them in their sentence, are meant to be all. */
const NEARLY_WHOLE = 0.99;
/** Qualities of the same things make up far more than the things. */
const OVERLAPPING = 1.5;
/** Measure word of scores. */
const POINTS = '分';

const LOUD: ReadonlySet<Certainty | undefined> = new Set(['error', 'warning']);
/** Where no one slip explains a difference, it may as well be the reading that is wrong. */
const LESS_SURE = { error: 'warning', warning: 'information', information: 'information' } as const;

/** Lists whose parts do not make up their whole, and parts that are more than it. */
export function breakdowns(chain: ChainReading): readonly ChainDisagreement[] {
  const found = chain.lists.flatMap(list => parted(list, chain).flatMap(each => judge(each, chain) ?? []));
  return [...found, ...outcomes(chain)];
}

function judge(list: PartList, chain: ChainReading): ChainDisagreement | undefined {
  const { whole } = list;
  const parts = list.parts.map(({ figure }) => figure);
  if (whole.when === 'planned' || isBareNumber(whole)) return undefined;
  const figures = [whole, ...parts];
  const sum = sumOf(parts);
  if (isSubset(list)) return subsets(list, chain);
  if (isOfSiblings(list) || areRunningTotals(list, chain)) return undefined;
  if (!figures.every(isExact)) return aboveRough(list, chain);
  const areEnds = tellsAllEnds(list, chain);
  const areAllEnds = areEnds || tellsEndsBehind(list, chain);
  const isReceived = isOfReceived(list, chain, sum) && !(areEnds && sum < whole.number.value);
  if (isReceived && !isLeftOver(list, chain, sum, areAllEnds)) return undefined;
  const [only] = parts;
  // 已答复9件。⏎不予公开6件，因甲2件，因乙4件: reasons of one class, and not the classes of all.
  if (list.form === 'of' && !list.isLoose && only && only.paragraph !== whole.paragraph && !parts.every(isResult))
    return undefined;
  if (parts.length === 1 && only) {
    // 公开文件2件，分别为甲和乙。网站和微信分别发布信息400条: 分别 needs several.
    if (list.form === 'all' && list.isLoose) return undefined;
    // 公布文件112件。采用多种形式发布解读163篇: a word like 主要 in the next sentence is not of the count before.
    if (list.form === 'opener' && list.isLoose) return undefined;
    return list.form !== 'implied' || list.isDescribed === true ? bound(chain, list, only, whole) : undefined;
  }
  if (isEqual(sum, whole.number.value, figures)) return undefined;
  const above = parts.filter(part => part.number.value > whole.number.value);
  const certainty = certaintyOf(list, sum, chain) ?? certaintyOfNested(list, chain, sum);
  if (certainty === undefined) {
    const [first] = above;
    // 公开4条，其中业务类4条；动态类51条，…: the whole is told already, so others are beside it.
    if (
      first &&
      parts.slice(0, parts.indexOf(first)).some((_, i) => sumOf(parts.slice(0, i + 1)) === whole.number.value)
    )
      return undefined;
    return boundOf(list, above, chain) ?? ofHead(list, chain, sum);
  }
  const isLoud = (shorter: PartList) =>
    LOUD.has(certaintyOf(shorter, sumOf(shorter.parts.map(({ figure }) => figure)), chain));
  if (areItems(list, chain)) return undefined;
  if (areToldInShares(list, chain) || areRated(list, chain)) return undefined;
  if (mayEndBefore(list, chain, sum, isLoud)) return ofHead(list, chain, sum);
  if (addsUpElsewhere(list, chain) || hasOtherReading(list, chain, sum)) return undefined;
  const isSure = list.isNear !== true || certainty !== 'error';
  const isQuiet =
    isReceived || list.form === 'items' || isMixed(list) || dividesReplies(list) || runsOverItems(list, chain);
  const told = isQuiet ? 'information' : isSure ? certainty : 'warning';
  const final = differsBySlip(whole, parts, sum) ? told : LESS_SURE[told];
  // 公开65条，其中动态72条，公告23条: what is odd as a sum is wrong as a part.
  const isAbove = final === 'information' && list.form !== 'implied' ? boundOf(list, above, chain) : undefined;
  if (isAbove?.certainty === 'warning') return isAbove;
  return {
    kind: 'partsTotal',
    certainty: final,
    figure: whole,
    figures,
    list,
    sum,
  };
}

/** 收到10件，其中当面1件、网上1件、信函2件; 收到6件，其中公开2件，…，均已答复: all that there are, however far they are from it. */
function ofAllTold(
  list: PartList,
  chain: ChainReading,
  sum: number,
  dimension: string | undefined,
  isBeside: boolean,
): Certainty | undefined {
  const { value } = list.whole.number;
  if (list.form === 'implied' || list.isOpen || !list.isEnded || areChannels(list)) return undefined;
  if (Math.max(sum, value) > Math.min(sum, value) * MISTYPED) return undefined;
  // 受理12件，其中引发复议2件、诉讼1件: what some of them led to.
  const isByWhom = list.parts.every(({ figure }) => figure.parts.some(isOfOrigin));
  const isOfDimension = dimension !== undefined && isByWhom && isBeside && !list.isLoose;
  return isOfDimension || tellsAllEnds(list, chain) || tellsEndsBehind(list, chain) ? 'information' : undefined;
}

/** 公开99条，其中本级57条，办公室21条，镇政府11条，通过两馆公开99条: without its tail the list is one slip from its whole. */
function ofHead(list: PartList, chain: ChainReading, sum: number): ChainDisagreement | undefined {
  const head = withoutTail(list, chain, sum);
  const found = head && judge(head, chain);
  return found && LOUD.has(found.certainty) ? found : undefined;
}

function certaintyOf(list: PartList, sum: number, chain: ChainReading): Certainty | undefined {
  const { whole, parts, form } = list;
  const value = whole.number.value;
  if (value === 0 && sum === 0) return undefined;
  const first = parts[0]?.figure;
  const isBeside = form === 'total' || (first?.sentence === whole.sentence && first.index === whole.index + 1);
  if (value === 0) return isBeside && isOfNothing(list, chain) ? 'warning' : undefined;
  // 超1521件 is that or more.
  if (whole.number.isAbove && sum > value) return undefined;
  if (areMoves(list) || areAspects(list, sum, chain)) return undefined;
  if (hasEachOf(list, chain) || mayComeAgain(list, sum) || isSumTold(list, chain, sum)) return undefined;
  // 含新制定4件、修改17件: some of them are still no more than all.
  if (list.isOpen) return isAboveAll(list, sum) ? (areKindsOfWhole(list) ? 'warning' : 'information') : undefined;
  // 综合得分91.6分，甲、乙两项分别得29.6分和23.4分: some of the points that were given.
  if (whole.number.unit === POINTS && (parts.length < FEWEST_OF_ALL || sum < value * NEARLY_ALL)) return undefined;
  // Calls may go other ways than the two named.
  if (!list.isClosed && sum < value && areWays(list))
    return form !== 'implied' && sum >= value * FARTHEST ? 'information' : undefined;
  // All of it went out by one channel, and some by others too.
  if (areChannels(list) && sum > value && parts.some(({ figure }) => figure.number.value === value)) return undefined;
  const isFar = Math.abs(sum - value) > Math.max(sum, value, form === 'implied' ? 0 : FEW) * FARTHEST;
  const dimension = closedDimension(list);
  // 公开91条，其中在网站公开91条，包括甲54条；乙37条: all of it, and then its parts.
  const isDivided = chain.lists.some(each => each.whole === first && each.form !== 'implied');
  if (form === 'among' && isDivided && first?.number.value === value) return undefined;
  if (!list.isClosed && isAllOneWay(list)) return undefined;
  if (form === 'implied' && !list.isClosed && areOfOtherThings(list, dimension, chain)) return undefined;
  // 受理4件，其中自然人9件、法人1件: all that there are, by name.
  const isNamed =
    isBeside &&
    !list.isLoose &&
    (dimension === 'official' ||
      (sum > value && areCaseOutcomes(list)) ||
      (dimension !== undefined && isOneSlipAway(whole, [], sum)));
  const isTold =
    list.isClosed && !list.isLoose && isBeside && !isOfOtherUnit(list) && (form !== 'total' || parts.length > 2);
  const ends = form === 'implied' && list.isEnded ? ofEnds(list, sum, chain) : undefined;
  // 4期，加上此前133期，总共317期: two digits that changed places.
  const areSwapped = isBeside && list.isClosed && !list.isLoose && isOneSlipAway(whole, [], sum);
  if (isFar)
    return (isTold || isNamed || areSwapped) &&
      sum > 0 &&
      !goesOnBehind(list, chain, sum) &&
      Math.max(sum, value) <= Math.min(sum, value) * MISTYPED
      ? 'warning'
      : (ends ?? ofAllTold(list, chain, sum, dimension, isBeside));
  const shares = parts.flatMap(({ share }) => (share ? [share.number.value] : []));
  if (shares.length === parts.length && sum < value && shares.reduce((a, b) => a + b, 0) < NEARLY_ALL * 100)
    return undefined;
  const ofMonths = parts.filter(({ figure }) => figure.parts.includes('time=month')).length;
  if (sum < value && ofMonths > 1 && form !== 'total' && dimension === undefined) return undefined;
  const isShared = shares.length === parts.length && Math.abs(shares.reduce((a, b) => a + b, 0) - 100) <= 10;
  if (form === 'implied') {
    if (!list.isEnded || areResults(list) || areOtherWays(list)) return undefined;
    // 公告20条；通知9条；动态5条；其他2条: all of a row stand behind the same sign.
    if (dimension === undefined && !isShared && list.isSetOff !== true && isRowOfClauses(list, chain)) return undefined;
    // 采纳12条，部分采纳9条，合计处理完毕: others may have been told otherwise.
    if (list.isClosed)
      return isOneSlipAway(
        whole,
        list.parts.map(({ figure }) => figure),
        sum,
      )
        ? 'warning'
        : 'information';
    // 受理12件，予以公开6件，占50%，无法提供9件，占50%
    if (isShared && parts.every(isOfResult)) return 'warning';
    if (ends) return ends;
    if (areOutcomes(list)) return undefined;
    if (areMixedTimes(list)) return undefined;
    if (isFlow(list) && parts.length !== 2 && !areStates(list, sum, chain)) return undefined;
    if (dimension !== undefined || isShared) return 'warning';
    if (areComplements(list, chain) || areNamedByWhole(list, chain)) return 'warning';
    if (areSiblings(list, chain)) return undefined;
    const hasRest = parts.at(-1)?.figure.roles.has('rest') === true;
    if (hasRest) return 'warning';
    if (parts.length > 1 && areStates(list, sum, chain)) return 'information';
    const near = areKindsNear(list, sum, chain) ? (areManyKinds(list, sum) ? 'warning' : 'information') : undefined;
    if (list.isDescribed !== true && !areBare(list)) return near;
    if (whole.roles.has('all') && !areChannels(list)) return 'warning';
    // 干部89人，党员40人、高级职称50人: one person may be several things.
    const isOdd =
      whole.number.unit !== '人' && whole.number.unit !== '名' && sum >= value * MOST && sum <= value * ABOVE;
    return near ?? (isOdd ? 'information' : undefined);
  }
  const channels = areChannels(list);
  if (list.isClosed || isShared) {
    if (channels && sum > value && !isShared && form !== 'total')
      return sum <= value * CHANNELS_NEAR ? 'warning' : sum <= value * CHANNELS_ABOVE ? 'information' : undefined;
    return list.isLoose && !list.isClosed ? 'warning' : 'error';
  }
  if (dimension === undefined && tellsAllEnds(list, chain)) return 'warning';
  if (dimension !== undefined) return dimension === 'official' && !list.isLoose ? 'error' : 'warning';
  if (areComplements(list, chain) || (sum < value && areWaysOfWhole(list, chain))) return 'warning';
  // 10项实事中，7项提前完成，5项超额完成: qualities may overlap.
  if (form === 'of' && parts.every(({ figure }) => figure.labelFrom === figure.token))
    return sum < value && sum >= value * NEARLY_ALL && parts.length >= FEWEST_OF_ALL ? 'information' : undefined;
  // 48名骨干里，党员17名、35岁以下18名、法律背景26名: one person may be several things.
  if (form === 'of' && sum > value && (whole.number.unit === '人' || whole.number.unit === '名')) return undefined;
  const isSlip = isOneSlipAway(
    whole,
    parts.map(({ figure }) => figure),
    sum,
  );
  // An application has one outcome.
  if (sum > value * CHANNELS_ABOVE && !((parts.every(isOfResult) && !list.isLoose) || areCaseOutcomes(list))) {
    if (channels || sum > value * OVERLAPPING) return undefined;
    const isClear = areKindsOfWhole(list) || isSlip;
    return form === 'among' && !list.isLoose && isClear ? 'warning' : 'information';
  }
  if (sum > value) return channels && sum > value * CHANNELS_ALL ? 'information' : 'warning';
  if (!list.isEnded) return undefined;
  const isOfMany = parts.length >= FEWEST_OF_ALL;
  if (isSlip && !isHeld(list) && !areContents(list, chain) && areNearlyAll(list, sum, chain)) return 'warning';
  // 其中 may name but some: three parts or more that come so near are meant to be all.
  if (sum >= value * NEARLY_ALL)
    return parts.length >= FEWEST_OF_ALL ||
      (form !== 'among' && !isHeld(list)) ||
      whole.roles.has('all') ||
      whole.roles.has('total') ||
      (sum >= value * NEARLY_WHOLE && endsSentence(list, chain))
      ? 'warning'
      : 'information';
  // So many kinds that name four fifths are told one by one.
  if (form === 'among' && parts.length >= FEWEST_OF_MANY && sum >= value * MOST_OF_MANY && isBeside && !list.isLoose)
    return areKindsOfWhole(list) ? 'warning' : 'information';
  if (areContents(list, chain)) return undefined;
  const isOfCase = areCaseOutcomes(list);
  const isTellingAll =
    form === 'among'
      ? sum >= value * MOST || (isSlip && (isOfMany || whole.roles.has('all'))) || parts.every(isOfResult) || isOfCase
      : form === 'view' || (form === 'of' && parts.length >= FEWEST_OF_ALL)
        ? sum >= value * MOST || parts.every(isEndOfApplication)
        : (form === 'opener' && parts.length >= FEWEST_TOLD) || (form === 'of' && parts.every(isEndOfApplication));
  return isTellingAll || tellsEndsBehind(list, chain) ? 'information' : undefined;
}

/** 1329条（含甲1115条，乙204条）: two that are held may be but some. */
function isHeld({ form, whole, parts }: PartList): boolean {
  return form === 'opener' && (parts[0]?.figure.depth ?? 0) > whole.depth;
}

function isOfResult({ figure }: PartList['parts'][number]): boolean {
  return isResult(figure);
}

function isEndOfApplication({ figure }: PartList['parts'][number]): boolean {
  return isResult(figure) || figure.parts.includes('manner=withdrawn');
}

function endsSentence({ parts }: PartList, { figures }: ChainReading): boolean {
  const last = parts.at(-1)?.figure;
  return last !== undefined && figures[last.index + 1]?.sentence !== last.sentence;
}

/** Whether parts of an open list, told in one go with their whole, are more than it. */
function isAboveAll(list: PartList, sum: number): boolean {
  const { whole, parts, form, isLoose, isOverlapping } = list;
  const { value } = whole.number;
  return (
    !isLoose &&
    isOverlapping !== true &&
    form !== 'implied' &&
    sum > value &&
    sum <= value * OVERLAPPING &&
    !areChannels(list) &&
    parts.every(
      ({ figure: { number } }) =>
        (number.value < value || parts.length >= FEWEST_OF_ALL) && number.precision !== 'rough',
    )
  );
}

/** A list whose whole is a part of another one that adds up with the parts in its place. */
function certaintyOfNested(list: PartList, { lists }: ChainReading, sum: number): Certainty | undefined {
  if (list.isOpen || !list.isEnded) return undefined;
  const outer = lists.find(each => each !== list && each.parts.some(({ figure }) => figure === list.whole));
  if (!outer) return undefined;
  const others = outer.parts.filter(({ figure }) => figure !== list.whole).map(({ figure }) => figure);
  return others.length > 0 && isEqual(sumOf(others) + sum, outer.whole.number.value, [outer.whole, ...others])
    ? 'warning'
    : undefined;
}

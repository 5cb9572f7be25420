import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isOutcomeOf } from '../lists/listEnds.ts';
import { isResult, isSameMatter } from '../lists/listFigures.ts';
import { MOST_PARTS, type PartList } from '../lists/partList.ts';
import { isSameMeasure } from '../measures.ts';
import { closedDimension } from '../dimensions.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isEqual, isExact, sumOf } from './arithmetic.ts';
import { isOfOrigin } from '../labelWords.ts';
import { addsUpWithoutFirst, isSaidAgain } from './otherThings.ts';
import { isOneMoreTold } from './unnumbered.ts';

// Before a list is told not to add up, its passage is tried in all other ways: one that fits silences it.

const WINDOW = 24;

/** Whether the same parts make up another whole that they fit. */
export function addsUpElsewhere(list: PartList, { lists }: ChainReading): boolean {
  return (
    list.isLoose &&
    lists.some(
      each =>
        each !== list &&
        each.parts.length === list.parts.length &&
        each.parts.every(({ figure }, i) => figure === list.parts[i]?.figure) &&
        isEqual(sumOf(each.parts.map(({ figure }) => figure)), each.whole.number.value, [each.whole]),
    )
  );
}

/** Whether the passage can be read in another way in which it adds up. */
export function hasOtherReading(list: PartList, chain: ChainReading, sum: number): boolean {
  const { whole } = list;
  const parts = new Set(list.parts.map(({ figure }) => figure));
  const { figures } = chain;
  const first = list.parts[0]?.figure ?? whole;
  const from = Math.max(0, Math.min(whole.index, first.index) - WINDOW / 2);
  const near = figures
    .slice(from, Math.max(whole.index, ...[...parts].map(({ index }) => index)) + 6)
    .filter(
      each =>
        each.paragraph >= Math.min(whole.paragraph, first.paragraph) &&
        each.kind === 'count' &&
        isExact(each) &&
        isSameMeasure(each.number.unit, whole.number.unit) &&
        each.sentence >= Math.min(whole.sentence, first.sentence) - 1,
    );
  // 自然人和法人 are all applicants, whatever stands behind them.
  const isStrong =
    (list.isClosed && (!list.isLoose || list.form === 'total')) ||
    (!list.isLoose && closedDimension(list) === 'official');
  if (list.form !== 'bracket' && isOfBoth(list, sum, figures)) return true;
  // The parts give another count of the passage.
  const counts = near.filter(
    each => each !== whole && !parts.has(each) && !isTold(each, list, chain) && !isSaidAgain(list, each),
  );
  if (list.form === 'implied' && isDividedOtherwise(list, chain)) return true;
  // 年初288个，增加18个，现有306个
  const values = list.parts.map(({ figure }) => figure.number.value);
  const isMoved = (a: number, b: number) => a !== b && Math.abs(whole.number.value + a - b) < 1e-6;
  if (list.form === 'implied' && values.some(a => values.some(b => isMoved(a, b)))) return true;
  if (isAmendedBeside(list, chain, sum) || isCountedTwice(list, chain, sum) || isOneMoreTold(list, chain, sum))
    return true;
  if (addsUpWithoutFirst(list, chain, sum) || addsUpWithoutNested(list, chain)) return true;
  if (isNetOfBrackets(list, figures, sum) || goesOnExactly(list, figures, sum)) return true;
  if (list.form !== 'total' && list.isLoose && list.isClosed && hasFittingRun(list)) return true;
  if (list.form === 'total' && addsUpFarther(list, figures)) return true;
  const last = list.parts.at(-1)?.figure;
  // 立行立改21个，限期整改35个，…，仍有3个正在推进: the first of them are all there is.
  if (last?.steps.includes('pending') === true && Math.abs(sum - last.number.value - whole.number.value) < 1e-6)
    return true;
  if (hasSubtotal(list, chain) || (!isStrong && sum < whole.number.value && leavesRest(list, chain))) return true;
  if (
    list.form === 'total' &&
    (hasFittingRun(list) || Math.abs((figures[first.index - 1]?.number.value ?? NaN) - sum) < 1e-6)
  )
    return true;
  // 维持2件、纠正0件、其他2件，未结1件: the list goes on behind a stronger sign.
  const next = figures[(list.parts.at(-1)?.figure.index ?? 0) + 1];
  if (
    next?.kind === 'count' &&
    (next.sentence === first.sentence ||
      (list.form === 'colon' &&
        next.sentence - first.sentence <= list.parts.length &&
        !isOfOtherMatter(next, whole))) &&
    next.number.value > 0 &&
    isExact(next) &&
    isSameMeasure(next.number.unit, whole.number.unit) &&
    Math.abs(sum + next.number.value - whole.number.value) < 1e-6
  )
    return true;
  if (!isStrong && (goesOn(list, sum, figures) || tellsMore(list, sum, chain))) return true;
  // 甲45件、乙19件、其他17件，共81件: the first is one of them.
  if (
    list.form === 'implied' &&
    next?.sentence === first.sentence &&
    Math.abs(sum + whole.number.value - next.number.value) < 1e-6
  )
    return true;
  if (
    !isStrong &&
    !values.includes(sum) &&
    counts.some(
      each =>
        Math.abs(each.number.value - sum) < 1e-6 &&
        (list.isLoose
          ? each.index > whole.index || each.sentence === whole.sentence
          : each.sentence >= first.sentence - 1) &&
        each.sentence <= first.sentence,
    )
  )
    return true;
  for (const flat of [near, near.filter(({ depth }) => depth === whole.depth)]) {
    const behind = flat.filter(each => each.index > whole.index && each.sentence <= first.sentence);
    for (let i = 0; i < behind.length; i++) {
      // A list may go on further than it was read, or begin before.
      if ((behind[i]?.index ?? 0) > first.index) break;
      let total = 0;
      let isOutside = false;
      let hasPart = false;
      for (let j = i; j < behind.length && j - i < WINDOW; j++) {
        const each = behind[j] as StatedFigure;
        total += each.number.value;
        isOutside ||= !parts.has(each);
        hasPart ||= parts.has(each);
        // What begins before the list, or goes on behind it, holds all of it.
        const isWhole = each.index >= (last?.index ?? 0);
        if (j > i && isOutside && hasPart && isWhole && Math.abs(total - whole.number.value) < 1e-6)
          return !isStrong || list.parts.length < 2;
      }
    }
  }
  return false;
}

/** 公开46条，具体如下：…其他5条。⏎办理建议2件: what is named otherwise goes on no list. */
function isOfOtherMatter({ matter, matterSource }: StatedFigure, whole: StatedFigure): boolean {
  return matterSource === 'label' && matter !== whole.matter && !isSameMatter(matter, 'information');
}

/** 按时办结1190件，逾期8件，其余正在办理: the rest is told without a number. */
function leavesRest({ parts }: PartList, { figures, text }: ChainReading): boolean {
  const last = parts.at(-1)?.figure;
  if (!last) return false;
  const behind = text.slice(last.end, Math.min(figures[last.index + 1]?.start ?? Infinity, last.end + LONGEST_BEHIND));
  return REST.test(behind);
}

const LONGEST_BEHIND = 16;
const REST = /^[^。；;]{0,6}[，,](?:其余|余下|剩余|其它|其他)[^。；，;,]{0,2}(?:正在|尚|仍|均|已|将|为|是|按)/;

/** 100条：甲28条；乙72条，其中丙56条；丁16条: what makes up a part, in a list of its own, is no part beside it. */
function addsUpWithoutNested({ whole, parts }: PartList, { lists }: ChainReading): boolean {
  const nested = lists.filter(
    each =>
      parts.some(({ figure }) => figure === each.whole) &&
      sumOf(each.parts.map(({ figure }) => figure)) === each.whole.number.value,
  );
  const own = parts.filter(({ figure }) => !nested.some(each => each.parts.some(part => part.figure === figure)));
  return own.length < parts.length && sumOf(own.map(({ figure }) => figure)) === whole.number.value;
}

/** 甲20件（同时撤销2件），乙156件: what brackets behind the parts take away. */
function isNetOfBrackets({ whole, parts }: PartList, figures: readonly StatedFigure[], sum: number): boolean {
  const inside = parts.flatMap(({ figure }) => {
    const next = figures[figure.index + 1];
    return next?.kind === 'count' && next.depth === figure.depth + 1 && next.number.unit === figure.number.unit
      ? [next]
      : [];
  });
  return inside.length > 0 && sum - sumOf(inside) === whole.number.value;
}

/** 其中甲50条、其他10条，栏目3个，公众号20条、微博20条: the counts behind the list, up to one of them, close the gap. */
function goesOnExactly(list: PartList, figures: readonly StatedFigure[], listed: number): boolean {
  const { whole, parts } = list;
  // 自然人7件，法人2件，予以公开2件: all applicants are told.
  if (closedDimension(list) === 'official') return false;
  const last = parts.at(-1)?.figure;
  let sum = listed;
  for (let i = (last?.index ?? figures.length) + 1; last && sum < whole.number.value; i++) {
    const each = figures[i];
    if (each?.sentence !== last.sentence) return false;
    if (each.kind !== 'count' || each.depth !== last.depth || each.number.unit !== last.number.unit) continue;
    if (!isExact(each)) return false;
    sum += each.number.value;
    if (sum === whole.number.value) return true;
  }
  return false;
}

/** 参加22人（甲6人、乙6人、丙10人），旁听16人，赞成8人: the whole has its parts already. */
function isDividedOtherwise(list: PartList, { lists }: ChainReading): boolean {
  return lists.some(
    each =>
      each.form !== 'implied' &&
      each.whole === list.whole &&
      sumOf(each.parts.map(part => part.figure)) === each.whole.number.value,
  );
}

/** A part of another list that adds up is told by that. */
function isTold(figure: StatedFigure, list: PartList, { lists }: ChainReading): boolean {
  return lists.some(
    each =>
      each !== list &&
      each.form !== 'implied' &&
      each.parts.some(part => part.figure === figure) &&
      sumOf(each.parts.map(part => part.figure)) === each.whole.number.value,
  );
}

/** 收到92件，上年结转2件。其中，予以公开80件，…: the parts are of both together. */
function isOfBoth({ whole, parts }: PartList, sum: number, figures: readonly StatedFigure[]): boolean {
  const isPart = (figure: StatedFigure) => parts.some(part => part.figure === figure);
  // 收到13件（其中公民11件，企业2件），上年结转1件: brackets stand between.
  const next = figures.slice(whole.index + 1, whole.index + WINDOW).find(each => each.depth <= whole.depth);
  // 受理54件，按时办结54件，办理上年结转2件: the replies stand between.
  const second = next?.steps.includes('replied') === true ? [figures[next.index + 1]] : [];
  const carriedIn = second.filter(each => each?.steps.includes('carriedIn'));
  return [figures[whole.index - 1], figures[whole.index + 1], next, ...carriedIn].some(
    beside =>
      beside?.kind === 'count' &&
      beside.sentence === whole.sentence &&
      beside.number.value > 0 &&
      !isPart(beside) &&
      !isIncluded(beside, whole) &&
      // 办结70件，结转下年2件；办结件中，…: what is carried over is none of the replies.
      !(beside.steps.includes('carriedOut') && whole.steps.includes('replied')) &&
      isSameMeasure(beside.number.unit, whole.number.unit) &&
      Math.abs(whole.number.value + beside.number.value - sum) < 1e-6,
  );
}

/** 收到226件（含上年结转14件）; 收到226件（不含上年结转14件） */
function isIncluded({ roles, depth }: StatedFigure, whole: StatedFigure): boolean {
  return depth > whole.depth && roles.has('opener') && !roles.has('not');
}

/**
 * 公开1644条。其中，指南38条，…。试点领域中，教育53条，…: sentences behind the list name the other parts, or the one that
 * is missing (此外，在专栏公开325条), whatever else they count.
 */
function goesOn({ whole, parts }: PartList, listed: number, figures: readonly StatedFigure[]): boolean {
  const last = parts.at(-1)?.figure;
  if (!last || listed >= whole.number.value) return false;
  let sum = listed;
  for (let i = last.index + 1; i < Math.min(figures.length, last.index + MOST_PARTS); i++) {
    const each = figures[i] as StatedFigure;
    if (each.paragraph !== last.paragraph) return false;
    const isOfUnit = each.number.unit === last.number.unit;
    // 视频42条、文字4条、发布会5次: in its sentence, also what is counted otherwise.
    if (each.kind !== 'count' || !(isOfUnit || each.sentence === last.sentence) || isOutcomeOf(each, last)) continue;
    if (!isExact(each) || isOfOtherKind(each, last)) continue;
    sum += each.number.value;
    if (sum === whole.number.value || (isOfUnit && listed + each.number.value === whole.number.value)) return true;
  }
  return false;
}

/** 公开50条，其中甲20条，乙28条，并发布年报。: what more was published is not counted. */
function tellsMore({ whole, parts }: PartList, listed: number, { tokens, text }: ChainReading): boolean {
  const last = parts.at(-1)?.figure;
  if (!last || listed >= whole.number.value) return false;
  let isMore = false;
  for (let at = last.token + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'number' || (token?.kind === 'sign' && (token.sign === 'stop' || token.sign === 'paragraph')))
      return false;
    if (token?.kind !== 'word') continue;
    if (isMore && token.meaning.step === 'published') return true;
    isMore = token.meaning.role === 'another' && /[，；,;]/.test(text.charAt(token.start - 1));
  }
  return false;
}

/** Classes of the replies go on with none but others of them, and no application is among cases. */
function isOfOtherKind(each: StatedFigure, last: StatedFigure): boolean {
  const isOfDimension = each.parts.some(isOfOrigin);
  if (isResult(last) ? isOfDimension && !isResult(each) : isResult(each)) return true;
  return each.matterSource === 'label' && APART.has(each.matter ?? '') && each.matter !== last.matter;
}

const APART: ReadonlySet<string> = new Set(['applications', 'reviews', 'litigation']);

/** 甲17件、某会议乙48件，另有丙6次，合计71件: counts before the total make it up, however they were read. */
function addsUpFarther({ whole }: PartList, figures: readonly StatedFigure[]): boolean {
  let sum = 0;
  let count = 0;
  for (let i = whole.index - 1; i >= Math.max(0, whole.index - WINDOW / 2); i--) {
    const each = figures[i] as StatedFigure;
    if (whole.paragraph - each.paragraph > 2 || sum > whole.number.value) return false;
    const isOfSentence = each.sentence === whole.sentence && each.number.unit !== '%' && isExact(each);
    if (each.kind !== 'count' || !(isOfSentence || isSameMeasure(each.number.unit, whole.number.unit))) continue;
    sum += each.number.value;
    if (++count > 1 && Math.abs(sum - whole.number.value) < 1e-6) return true;
  }
  return false;
}

/**
 * 诉讼9件：直接起诉5件，维持4件、其他1件；复议后起诉4件… (or a full stop); 收到46件，其中41件已办结，答复35件，撤回6件: the first part is
 * the whole of those behind it.
 */
function hasSubtotal({ whole, parts }: PartList, { figures, text }: ChainReading): boolean {
  const [first, ...others] = parts.map(({ figure }) => figure);
  const last = others.at(-1);
  if (!first || !last || others.length < 2 || Math.abs(sumOf(others) - first.number.value) > 1e-6) return false;
  if (first.steps.at(-1) === 'replied') return true;
  const next = figures[last.index + 1];
  const isMadeUp = next !== undefined && first.number.value + next.number.value === whole.number.value;
  if (next?.sentence === whole.sentence + 1) return isMadeUp;
  return next?.sentence === whole.sentence && /[；;]/.test(text.slice(last.end, next.start));
}

/** 甲3件、乙4件（丙1件、丁3件），合计7件: some neighbouring parts make up the total. */
function hasFittingRun({ whole, parts }: PartList): boolean {
  return parts.some((_, from) => {
    let sum = 0;
    return parts.slice(from).some(({ figure }, i) => {
      sum += figure.number.value;
      return i > 0 && Math.abs(sum - whole.number.value) < 1e-6;
    });
  });
}

/** 累计发布86件，失效30件，修改5件，现行有效56件; 排查58个，关停6个，整改12个，保留52个: what was altered is still among them. */
function isAmendedBeside({ whole, parts }: PartList, { text, tokens }: ChainReading, sum: number): boolean {
  const labelOf = ({ figure: { labelFrom, start } }: PartList['parts'][number]): string =>
    labelTextOf({ labelFrom, start }, { text, tokens });
  return (
    parts.some(part => IN_FORCE.test(labelOf(part))) &&
    parts.some(
      part => Math.abs(sum - part.figure.number.value - whole.number.value) < 1e-6 && AMENDED.test(labelOf(part)),
    )
  );
}

const IN_FORCE = /有效|在用|保留|留存|保有/;
const AMENDED = /修改|修订|修正|整改|合并|整合|优化|调整|升级/;

/** 280项，其中县级200项、乡级120项，40项由县乡共同公开: what is among both is told behind them. */
function isCountedTwice({ whole, parts }: PartList, { figures, text, tokens }: ChainReading, sum: number): boolean {
  const next = figures[(parts.at(-1)?.figure.index ?? 0) + 1];
  if (next?.sentence !== whole.sentence || Math.abs(sum - next.number.value - whole.number.value) > 1e-6) return false;
  return SHARED.test(text.slice(tokens[next.labelFrom]?.start ?? next.start, tokens[next.nounTo - 1]?.end ?? next.end));
}

const SHARED = /共同|同时|重复|交叉|重叠|兼|两[者类项]/;

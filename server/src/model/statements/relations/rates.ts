import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { Token } from '../tokens.ts';
import { isEqual, isExact } from './arithmetic.ts';
import { rateOfDue } from './dueRates.ts';

/** A share with the part and the base that it is of. */
export interface ShareReading {
  readonly part: StatedFigure | undefined;
  readonly partValue: number;
  readonly base: number;
  readonly baseFigure: StatedFigure | undefined;
  /** The share itself names its base: 占新收总量98件的. */
  readonly isNamed?: boolean;
}

/** By whom something is to be done, which is not said to be done. */
const CHARGED = /[主会协分独参]办件?(?:数|的)?$/;

/** No rate is of what was not done. */
const NOT_DONE = new Set([
  'refused',
  'unable',
  'rejected',
  'pending',
  'otherHandling',
  'carriedOut',
  'closedShare',
  'notAccepted',
]);

/** 收入6.2亿元，支出3.1亿元，收益3.1亿元，收益率1.5%: what two counts differ by is no part of the one before it. */
function isYield(part: StatedFigure, counts: readonly StatedFigure[]): boolean {
  const [a, b] = counts.slice(-3);
  return (
    a !== undefined &&
    b !== undefined &&
    counts.length > 2 &&
    part.number.unit.endsWith('元') &&
    [a, b].every(each => isSameMeasure(each.number.unit, part.number.unit)) &&
    isEqual(a.number.value - b.number.value, part.number.value, [a, b, part])
  );
}

/** 收到1200件，办结1100件，办结率91.7%: a rate of the last two counts of its sentence. */
export function rateOf(share: StatedFigure, chain: ChainReading): ShareReading | undefined {
  const { figures, lists } = chain;
  const ofPlan = rateOfPlan(share, chain) ?? rateInBrackets(share, chain) ?? rateOfDue(share, chain);
  if (ofPlan) return ofPlan;
  if (share.matterSource === 'label') {
    const isCalled = ({ index, matter, matterSource }: StatedFigure) =>
      index < share.index && matter === share.matter && matterSource === 'label';
    const own = lists.find(
      ({ whole, parts }) =>
        whole.sentence === share.sentence &&
        parts.some(({ figure }) => isCalled(figure) && figure.matter !== whole.matter),
    );
    const part = own?.parts.find(({ figure }) => isCalled(figure))?.figure;
    if (own && part) return { part, partValue: part.number.value, base: own.whole.number.value, baseFigure: own.whole };
  }
  const counts = figures
    .slice(0, share.index)
    .filter(
      each =>
        each.sentence === share.sentence &&
        each.kind === 'count' &&
        each.depth === share.depth &&
        each.number.unit !== '' &&
        isExact(each),
    );
  const part = counts.at(-1);
  if (!part) return rateBefore(share, figures);
  if (share.when === 'planned' || share.index - part.index > 1 || part.depth !== share.depth) return undefined;
  // 办理提案143件，主办92件，办复率98%: of all of them, whoever was in charge.
  if (CHARGED.test(labelTextOf(part, chain))) return undefined;
  // 月报12期，优良天数333天，优良率91.2%: of days, which are not read.
  if (/\d/.test(chain.text.slice(part.end, share.start))) return undefined;
  const list = lists.find(each => each.parts.some(({ figure }) => figure === part) && each.form !== 'implied');
  const rest = rateOfRest(share, part, counts, chain);
  if (rest) return rest;
  if (isOfOther(share, part, chain) || isYield(part, counts)) return undefined;
  // 制发文件41件，解读32件，解读率100%: of the documents that must be interpreted.
  if (share.number.value === 100 && !part.steps.some(step => step === 'replied' || step === 'done')) return undefined;
  const named = list
    ? undefined
    : (rateByName(share, part, counts, chain) ?? rateOfDescribed(share, part, counts, chain));
  if (named) return named;
  if (
    share.steps.length > 0 &&
    part.steps.length > 0 &&
    !share.steps.some(step => part.steps.includes(step) || step === 'handled')
  )
    return undefined;
  if (share.matterSource === 'label' && part.matterSource === 'label' && part.matter !== share.matter) return undefined;
  if (part.steps.some(step => NOT_DONE.has(step))) return undefined;
  // 投诉158件，举报57件，办结率98%: the rate is of both together.
  if (share.steps.length > 0 && part.steps.length === 0 && (list?.parts.length ?? 0) > 1) return undefined;
  const isOnTime = share.parts.includes('manner=onTime');
  // 收到60件，按时办结57件，办结率95%: what was done in time is all that was done.
  const isAllDone = part.steps.includes('replied') && counts.every(each => each === part || !isReply(each));
  if (isOnTime !== part.parts.includes('manner=onTime') && (isOnTime || !isAllDone)) return undefined;
  // 其中人工8.6万个；群众满意率99%; 正确率由81%提升: behind a semicolon, of something else unless it is called so.
  const isBehindSign = share.stats.has('from') || /[；;]/.test(chain.text.slice(part.end, share.start));
  if (isBehindSign && !isNamedIn(share, part, chain)) return undefined;
  if (list?.parts.length === 1)
    return { part, partValue: part.number.value, base: list.whole.number.value, baseFigure: list.whole };
  // 收到860件，按时办结855件，满意率98.6%: of what is not told.
  if (share.unknown > 0 || (share.steps.length === 0 && !isNamedIn(share, part, chain))) return undefined;
  const base = counts
    .slice(0, -1)
    .findLast(
      each =>
        isSameMeasure(each.number.unit, part.number.unit) &&
        (each.matter === part.matter || (part.matterSource !== 'label' && !isOfOtherThings(each, part))),
    );
  return base && counts.length <= 4
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

/** 发布信息128条，…同意公开81件: counted otherwise, and what came in is told apart from what was disclosed. */
export function isOfOtherThings(a: StatedFigure, b: StatedFigure): boolean {
  return a.number.unit !== b.number.unit && a.matter !== b.matter && isOfInformation(a) !== isOfInformation(b);
}

function isOfInformation({ matter }: StatedFigure): boolean {
  return matter === 'information' || matter === 'disclosure';
}

/** 计划举办47场，实际完成29场，完成计划的61.7%: what was done, of what was planned. */
function rateOfPlan(share: StatedFigure, { figures, text, tokens }: ChainReading): ShareReading | undefined {
  const label = labelTextOf(share, { text, tokens });
  if (!OF_PLAN.some(word => label.endsWith(word))) return undefined;
  // 计划876条，实际989条，超额113条，完成计划的112.9%
  const planned = figures
    .slice(Math.max(0, share.index - 3), share.index - 1)
    .filter(each => each.sentence === share.sentence && each.kind === 'count' && each.when === 'planned');
  const [base] = planned;
  const part = base && figures[base.index + 1];
  if (
    !base ||
    !part ||
    planned.length > 1 ||
    base.sentence !== share.sentence ||
    part.kind !== 'count' ||
    base.kind !== 'count'
  )
    return undefined;
  return base.when === 'planned' && isExact(base) && isExact(part) && isSameMeasure(base.number.unit, part.number.unit)
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

const OF_PLAN: readonly string[] = ['计划的', '任务的', '目标的', '计划完成率', '计划完成率为'];

/** 应考65人，及格53人，及格率81.5%: the rate is called as what was counted last, of what was counted before. */
function rateByName(
  share: StatedFigure,
  part: StatedFigure,
  counts: readonly StatedFigure[],
  chain: ChainReading,
): ShareReading | undefined {
  const { text, tokens } = chain;
  const base = counts.at(-2) ?? onlyBefore(part, chain.figures);
  const start = tokens[share.labelFrom]?.start ?? share.start;
  const found = NAMED_RATE.exec(text.slice(start, share.start));
  const name = found?.[1];
  const from = tokens[part.labelFrom]?.start ?? part.start;
  const to = tokens[part.nounTo - 1]?.end ?? part.end;
  const around = text.slice(from, to);
  // 负责人出庭115件，出庭应诉率79.9%: called by the two signs before those.
  const head = HEADED_RATE.exec(text.slice(start, share.start))?.[1];
  const isHeaded = head !== undefined && (around.includes(head) || (base && labelTextOf(base, chain).includes(head)));
  // 到期办结率100%: of those that were due, which is not told.
  const isOfUnknown = found && tokens.slice(share.labelFrom, share.token).some(isUnknownBefore(start + found.index));
  if (isOfUnknown && !isHeaded) return undefined;
  if (name === undefined || !base || !(isHeaded || isCalled(around, name))) return undefined;
  // 印发手册300册；发放问卷500份，收回486份，回收率97.2%: of the count directly before it, however many there are.
  if (counts.length > 3 && part.index - base.index > 1) return undefined;
  // 发布信息51条，回复留言60条，回复率100%
  const isOther = base.matterSource === 'label' && part.matterSource === 'label' && base.matter !== part.matter;
  if (isOther && part.number.value > base.number.value) return undefined;
  return isSameMeasure(base.number.unit, part.number.unit) && base.when !== 'last' && base.number.value > 0
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

/** 共有125名干部报名。考试合格60名，合格率48%: the only count of the sentence before, and what was counted last is of it. */
function onlyBefore(part: StatedFigure, figures: readonly StatedFigure[]): StatedFigure | undefined {
  const base = figures[part.index - 1];
  const isOnly =
    base?.sentence === part.sentence - 1 &&
    base.paragraph === part.paragraph &&
    base.kind === 'count' &&
    isExact(base) &&
    base.number.unit === part.number.unit &&
    base.number.value >= part.number.value &&
    figures[base.index - 1]?.sentence !== base.sentence;
  return isOnly ? base : undefined;
}

/** 抽查54个栏目，按时更新的有41个，达标率为75.9%: a rate of what is as it should be, told by the words before it. */
function rateOfDescribed(
  share: StatedFigure,
  part: StatedFigure,
  counts: readonly StatedFigure[],
  { text, tokens, figures }: ChainReading,
): ShareReading | undefined {
  const [base, ...others] = counts;
  if (!base || others.length !== 1 || base.number.unit !== part.number.unit || base.when === 'last') return undefined;
  if (figures[part.index - 1] !== base || base.number.value < part.number.value) return undefined;
  const label = labelTextOf(share, { text, tokens });
  const own = labelTextOf(part, { text, tokens });
  return AS_IT_SHOULD_BE.test(label) && /的(?:[有为共]|共有)?$/.test(own) && !NOT_SO.test(own)
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

const AS_IT_SHOULD_BE = /^(?:达标|合格|通过|及格|到位|符合|完成)(?:率|比例|比率)[为达是]?$/;
const NOT_SO = /[不未非无没]/;

/** 纠正率是12.5%（8件中纠正1件）: both counts in brackets behind it. */
function rateInBrackets(share: StatedFigure, { figures, text }: ChainReading): ShareReading | undefined {
  const [base, part, next] = [figures[share.index + 1], figures[share.index + 2], figures[share.index + 3]];
  if (!base || !part || base.bracket < 0 || base.bracket !== part.bracket || next?.bracket === base.bracket)
    return undefined;
  if (base.depth !== share.depth + 1 || !/^[（(]$/.test(text.slice(share.end, base.start).trim())) return undefined;
  if (base.kind !== 'count' || part.kind !== 'count' || !isExact(base) || !isExact(part)) return undefined;
  const isOf = /^[中里][，,]?/.test(text.slice(base.end, part.start));
  return isOf && isSameMeasure(base.number.unit, part.number.unit) && base.number.value > 0
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

/** 回收率 is of what was 回收 or 收回. */
function isCalled(words: string, name: string): boolean {
  // 网上可办率 is of what 可网上办理 counts.
  const [first, last] = [words.indexOf(name.charAt(0)), words.lastIndexOf(name.charAt(1))];
  const isSpread = name.startsWith('可') && first >= 0 && last > first;
  return words.includes(name) || words.includes(name.charAt(1) + name.charAt(0)) || isSpread;
}

/** Whether the words around a part name what a rate is called by; one that is not called by two signs may be of any. */
function isNamedIn(share: StatedFigure, part: StatedFigure, { text, tokens }: ChainReading): boolean {
  const name = NAMED_RATE.exec(labelTextOf(share, { text, tokens }))?.[1];
  const around = text.slice(tokens[part.labelFrom]?.start ?? part.start, tokens[part.nounTo - 1]?.end ?? part.end);
  // 193名表示方便快捷，认可度97.0%
  return name === undefined || around.includes(name) || around.includes('表示');
}

function isUnknownBefore(at: number): (token: Token) => boolean {
  return ({ kind, start, end }) => kind === 'unknown' && start < at && end <= at;
}

/** 抽查559条，合格537条，不合格率3.9%: of what is left. */
function rateOfRest(
  share: StatedFigure,
  part: StatedFigure,
  counts: readonly StatedFigure[],
  { text, tokens }: ChainReading,
): ShareReading | undefined {
  const label = labelTextOf(share, { text, tokens });
  const denied = /[不未](\p{Script=Han}{2})率(?:为|达|是|仅为)?$/u.exec(label)?.[1];
  const own = labelTextOf(part, { text, tokens });
  const base = counts.at(-2);
  if (denied === undefined || !base || counts.length > 2 || !own.endsWith(denied) || DENIED.test(own)) return undefined;
  return isSameMeasure(base.number.unit, part.number.unit) && base.number.value > part.number.value
    ? { part, partValue: base.number.value - part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

const DENIED = /[不未非]\p{Script=Han}{2}$/u;

/** 合格537条，不合格率3.9%; “一网通办”率93%: the rate is of what the count before it leaves out, or of something else. */
function isOfOther(share: StatedFigure, part: StatedFigure, { text, tokens }: ChainReading): boolean {
  const label = labelTextOf(share, { text, tokens });
  if (/[”」』]率/.test(label)) return true;
  const denied = DENIED_RATE.exec(label)?.[0];
  return denied !== undefined && !labelTextOf(part, { text, tokens }).includes(denied);
}

const DENIED_RATE = /[不未非]\p{Script=Han}(?=\p{Script=Han}率)/u;

/** The two signs before 率, 度, 比例 or 比率 at the end of a label. */
const NAMED_RATE = /(\p{Script=Han}{2})(?:率|度|比例|比率)(?:[为达是由从]|达到)?$/u;

/** The two signs before those: 出庭应诉率. */
const HEADED_RATE = /(\p{Script=Han}{2})\p{Script=Han}{2}(?:率|比例|比率)(?:[为达是]|达到)?$/u;

function isReply({ steps }: StatedFigure): boolean {
  return steps.includes('replied');
}

const CAME_IN = ['received', 'newReceived', 'handled'];

/** 办结率为95.3%，受理129件，办结123件: a rate before what it is of. */
function rateBefore(share: StatedFigure, figures: readonly StatedFigure[]): ShareReading | undefined {
  if (!isReply(share) || !isOfThisYear(share) || share.unknown > 0 || share.parts.length > 0) return undefined;
  const counts = figures
    .slice(share.index + 1, share.index + 1 + MOST_BEHIND)
    .filter(
      each =>
        each.sentence === share.sentence &&
        each.kind === 'count' &&
        each.depth === share.depth &&
        each.parts.length === 0 &&
        isOfThisYear(each) &&
        (share.matter === undefined || each.matter === share.matter),
    );
  const parts = counts.filter(each => isReply(each) && !each.steps.some(step => CAME_IN.includes(step)));
  const bases = counts.filter(each => !isReply(each) && each.steps.some(step => CAME_IN.includes(step)));
  const [part] = parts;
  const [base] = bases;
  if (!part || !base || parts.length > 1 || bases.length > 1 || !isExact(part) || !isExact(base)) return undefined;
  return isSameMeasure(part.number.unit, base.number.unit)
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base }
    : undefined;
}

function isOfThisYear({ when }: StatedFigure): boolean {
  return when === undefined || when === 'this';
}

/** Figures behind a rate that are looked at for what it is of. */
const MOST_BEHIND = 5;

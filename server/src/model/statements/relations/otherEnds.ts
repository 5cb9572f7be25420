import { labelTextOf } from '../labelText.ts';
import type { Meaning } from '../../../format/meanings.ts';
import type { ChainReading } from '../chains.ts';
import { isOfWay } from '../lists/labelForms.ts';
import { hasOwnVerb, sumOfParts } from '../lists/listEnds.ts';
import { isApart, isResult } from '../lists/listFigures.ts';
import type { PartList } from '../lists/partList.ts';
import { commonEnd } from '../lists/wholes.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isWay } from '../labelWords.ts';

// Before a list is told not to add up: whether it may end before its last part, or is none at all.

/** The number of an item at the beginning of a clause: 一是, 其二, （3）, 4. */
const ITEM =
  /(?:^|[，,；;。：:\s])(?:[一二三四五六七八九十]是|其[一二三四五]|[（(]?[一二三四五六七八九十\d]{1,2}[）).．、])/;
/** A name of so many characters tells what is counted. */
const SHORTEST_NAME = 4;
/** With these a label says that it is a kind. */
const KIND_ENDS = '类型';
/** So many characters before a figure are looked at. */
const LONGEST_CLAUSE = 120;

/** 一是甲3条；二是乙4条；三是丙7条: one of the items is no whole of the others. */
export function areItems({ form, whole, parts }: PartList, chain: ChainReading): boolean {
  return (
    (form === 'implied' || form === 'total') &&
    isItem(whole, chain) &&
    parts.some(({ figure }) => isItem(figure, chain))
  );
}

/** 一是公开302条，其中甲59条，乙37条；二是解读18条；…: what the other items tell may be of the whole that the first one names, or not. */
export function runsOverItems({ whole, parts }: PartList, chain: ChainReading): boolean {
  return isItem(whole, chain) && parts.slice(1).some(({ figure }) => isItem(figure, chain));
}

/** Whether the clause of a figure is an item with a number of its own. */
export function isItem({ index, start }: StatedFigure, { figures, text }: ChainReading): boolean {
  return ITEM.test(text.slice(Math.max(figures[index - 1]?.end ?? 0, start - LONGEST_CLAUSE), start));
}

/**
 * 公开130条，其中甲68条、乙19条，发布丙56条; 公开345条，其中甲11条，乙334条；办理复议38件: up to the part that begins with words or
 * a sign of its own, the list is right.
 */
export function mayEndBefore(
  list: PartList,
  chain: ChainReading,
  sum: number,
  isLoud: (shorter: PartList) => boolean,
): boolean {
  const { whole, parts, isClosed, form } = list;
  const { value } = whole.number;
  const mayEnd = !isClosed && form !== 'implied';
  for (let i = 1; i < parts.length; i++) {
    const isNew = isSetOff(list, i, chain);
    const sofar = sumOfParts(parts.slice(0, i));
    if (sofar !== value) {
      if (isNew && mayEnd && sum > value && sofar < value && !goesOnPlain(parts, i, chain)) return true;
      // 发布文件204件，其中公告138件，办理复议27件: what is left is no list that names nearly all.
      if (mayEnd && sum < value && isForeign(list, i, chain) && !isLoud({ ...list, parts: parts.slice(0, i) }))
        return true;
    } else if (isNew || isBehindEnd(parts, i) || isOfOtherMeasure(parts[i]?.figure ?? whole, figuresOf(list, i)))
      return true;
    else if (i > 1 && (tellsMore(parts, i, chain) || isBehindStronger(list, i, chain) || isUnjoined(list, i, chain)))
      return true;
  }
  return parts.length > 2 && hasStranger(list, chain, sum);
}

/** 抽检96批，合格56批，不合格40批，合格率58%，召回2批: behind clauses of other things; no word says that it goes on. */
function isUnjoined({ form, parts }: PartList, i: number, { text }: ChainReading): boolean {
  const [last, figure] = [parts[i - 1]?.figure, parts[i]?.figure];
  if (form !== 'implied' || !last || figure?.steps.length !== 0) return false;
  return (text.slice(last.end, figure.start).match(/[，,；;]/g)?.length ?? 0) > 1;
}

/** 组织管理8条，公开基本目录1条，基本信息5条: behind the one with a verb, the list goes on as it was. */
function goesOnPlain(parts: PartList['parts'], i: number, { text }: ChainReading): boolean {
  return parts
    .slice(i + 1)
    .some(
      ({ figure }, k) =>
        figure.steps.length === 0 &&
        figure.parts.length === 0 &&
        figure.number.unit === parts[0]?.figure.number.unit &&
        /[，,；;]/.test(text.slice(parts[i + k]?.figure.end, figure.start)),
    );
}

/** 原创196条、转发298条: nothing but an enumeration parts it from the part before. */
function isJoined(parts: PartList['parts'], i: number, { text }: ChainReading): boolean {
  return !/[，,；;。：:]/.test(text.slice(parts[i - 1]?.figure.end, parts[i]?.figure.start));
}

/** What stands before the part that is set off, where that makes the list too long and three parts or more are left. */
export function withoutTail(list: PartList, chain: ChainReading, sum: number): PartList | undefined {
  const { whole, parts, form } = list;
  if (form !== 'among' || sum <= whole.number.value) return undefined;
  const isOfAnotherWay = (i: number) =>
    parts.slice(0, i + 1).findIndex(({ figure }) => isOfWay(chain, figure) || hasChannel(figure)) === i;
  const tail = parts.findIndex(
    (_, i) =>
      i > 2 && sumOfParts(parts.slice(0, i)) < whole.number.value && (isSetOff(list, i, chain) || isOfAnotherWay(i)),
  );
  return tail < 0 ? undefined : { ...list, parts: parts.slice(0, tail) };
}

/** 公开97条，其中甲60条，受理申请3件，乙37条: without the one that is set off from its neighbours the list is right. */
function hasStranger(list: PartList, chain: ChainReading, sum: number): boolean {
  const { whole, parts } = list;
  return parts.some(
    ({ figure }, i) =>
      (sum - figure.number.value === whole.number.value &&
        (i === 0
          ? isOfOtherMeasure(figure, [whole, ...parts.slice(1).map(part => part.figure)])
          : isSetOff(list, i, chain))) ||
      (sum > whole.number.value && addsToOuter(whole, figure, chain)),
  );
}

/** 甲60条，其他20条，丙1条; 甲60条，占75%；乙20条，占25%；丙1条: behind what is called the rest, or with no share as all others have. */
function isBehindEnd(parts: PartList['parts'], i: number): boolean {
  const isRest = parts[i - 1]?.figure.roles.has('rest') === true && parts[i]?.figure.roles.has('rest') === false;
  return isRest || (parts[i]?.share === undefined && parts.slice(0, i).every(({ share }) => share !== undefined));
}

/** 公开80条，其中甲60条，乙20条，我局在专栏公开丙36条: what was done or by which way is told of this one alone. */
function tellsMore(parts: PartList['parts'], i: number, chain: ChainReading): boolean {
  const figure = parts[i]?.figure;
  const before = parts.slice(0, i).map(part => part.figure);
  if (!figure || figure.roles.has('rest') || isJoined(parts, i, chain)) return false;
  const isDone = (each: StatedFigure) =>
    hasVerb(each) || (each.matter === 'disclosure' && each.matterSource === 'label');
  const first = firstMeaning(figure, chain);
  const isVerb = VERBS.has(first?.step ?? '') || first?.matter === 'disclosure';
  return (
    (isVerb && !before.some(isDone)) ||
    (hasChannel(figure) && !before.some(hasChannel) && (i > 1 || !before.some(hasVerb)))
  );
}

/** What the first word of a label means, behind names of bodies and words without a meaning of their own. */
function firstMeaning({ labelFrom, token: end }: StatedFigure, { tokens, text }: ChainReading): Meaning | undefined {
  for (let at = labelFrom; at < end; at++) {
    const token = tokens[at];
    if (token?.kind === 'unknown' && !BODIES.includes(text.charAt(token.end - 1))) return undefined;
    if (token?.kind !== 'word') continue;
    const { meaning } = token;
    if (meaning.part?.startsWith('manner=') === true && meaning.step === undefined) continue;
    if ((meaning.matter ?? meaning.step ?? meaning.part) !== undefined) return meaning;
  }
  return undefined;
}

/** Last signs of names of bodies, sites and accounts. */
const BODIES = '局委办厅院所站镇乡处府街网号';

export function hasVerb({ steps }: StatedFigure): boolean {
  return steps.some(step => VERBS.has(step));
}

/** Whether a part begins anew: with a verb of its own, or with what came in behind what was disclosed. */
function isSetOff(list: PartList, i: number, chain: ChainReading): boolean {
  const { whole, parts } = list;
  const figure = parts[i]?.figure;
  const before = parts.slice(0, i);
  if (!figure || figure.roles.has('rest') || endAlike(before, figure, chain)) return false;
  // 公开43条，其中文件2条；予以公开17件: what became of applications is none of what was disclosed.
  if (isResult(figure))
    return isOfOtherMeasure(figure, [whole]) && !isApart(whole) && !before.some(each => isResult(each.figure));
  if (isForeign(list, i, chain)) return true;
  return (
    !isJoined(parts, i, chain) &&
    (beginsWithVerb(figure, before, chain) || isOwnStatement(figure, whole, before, chain))
  );
}

/** What came in behind what was disclosed or the other way round, or has a verb and a measure word of its own. */
function isForeign({ whole, parts }: PartList, i: number, chain: ChainReading): boolean {
  const figure = parts[i]?.figure;
  const before = parts.slice(0, i);
  if (!figure || figure.roles.has('rest') || isResult(figure)) return false;
  const isOther = isApart(figure) ? !isApart(whole) : isApart(whole) && OTHERS.has(figure.matter ?? '');
  const isToldApart = figure.matterSource === 'label' && whole.matter !== undefined && isOther;
  return (
    isBehindClause(figure, chain) ||
    (isToldApart && !before.some(each => isApart(each.figure) === isApart(figure))) ||
    (isOfOtherMeasure(figure, [whole, ...before.map(part => part.figure)]) &&
      hasOwnVerb(figure, before) &&
      figure.token > figure.labelFrom &&
      !figure.steps.every(step => whole.steps.includes(step)))
  );
}

/**
 * Whether a figure that is more than the whole is told for itself: 全市各部门公开9174件, of the area; 更新信息578条, of no kind;
 * 主动公开信息329条, said as the whole is and no part before.
 */
function isOwnStatement(
  figure: StatedFigure,
  whole: StatedFigure,
  before: PartList['parts'],
  chain: ChainReading,
): boolean {
  const others = [whole, ...before.map(part => part.figure)];
  const label = labelTextOf(figure, chain);
  if (figure.number.value <= whole.number.value) return false;
  if (figure.whose === 'area' && others.every(({ whose }) => whose === undefined)) return true;
  // 镇级文件公开40条，通过微信公众号发布290篇: each with its verb, they are parts alike.
  const isAlike = (each: StatedFigure) => hasChannel(each) || hasVerb(each) || BY_WAY.test(labelTextOf(each, chain));
  if (BY_WAY.test(label) && !before.some(part => isAlike(part.figure))) return true;
  if ([figure, ...before.map(part => part.figure)].some(hasChannel)) return false;
  const isSaid = OF_NO_KIND.test(label) || (DISCLOSED.test(label) && DISCLOSED.test(labelTextOf(whole, chain)));
  return isSaid && !before.some(part => DISCLOSED.test(labelTextOf(part.figure, chain)));
}

const BY_WAY = /^(?:通过|利用|依托|借助|运用)/;
export const OF_NO_KIND =
  /(?:^|[局委办厅院所站镇乡处府街])(?:公开|发布|更新|推送|刊发)(?:各类|相关)?(?:政府|政务)?(?:信息|文件)总?数?(?:共计?)?$/;
const DISCLOSED = /(?:^|[^依])主动公开/;

/** 办结15件 among 条: in another measure word than all the others. */
function isOfOtherMeasure({ number: { unit } }: StatedFigure, others: readonly StatedFigure[]): boolean {
  return unit !== '' && others.every(({ number }) => number.unit !== unit);
}

/** What is none of applications and cases. */
const OTHERS: ReadonlySet<string> = new Set([
  'normative',
  'interpretations',
  'meetings',
  'training',
  'accounts',
  'columns',
]);

/** 其中甲28条，没有涉密信息，解读20篇; 其中甲28万元；全年未收取甲费，乙费20万元: a clause that is said of all stands between. */
function isBehindClause({ index, start }: StatedFigure, { figures, text }: ChainReading): boolean {
  return CLAUSE.test(text.slice(figures[index - 1]?.end ?? start, start));
}

const CLAUSE = /[，,；;](?:全年|本年度?|年内)?(?:没有|未|无|均|全部|都)[^，,；;。：:（(]{4,40}[，,；;]/;

/** 处罚类452份，复议类438份: kinds by their last sign. */
function endAlike(before: PartList['parts'], figure: StatedFigure, { text }: ChainReading): boolean {
  const last = before.at(-1)?.figure;
  const end = text.charAt(figure.start - 1);
  return KIND_ENDS.includes(end) && last !== undefined && text.charAt(last.start - 1) === end;
}

/** Whether a stronger sign stands before a part than between those before it. */
function isBehindStronger({ parts }: PartList, i: number, chain: ChainReading): boolean {
  return (
    i > 1 &&
    isBehindSemicolon(parts, i, chain) &&
    !parts.slice(1, i).some((_, k) => isBehindSemicolon(parts, k + 1, chain))
  );
}

/** 发布解读信息34条: its label begins with what was done, and of what; of ways it tells how, each anew. */
function beginsWithVerb(figure: StatedFigure, before: PartList['parts'], { tokens }: ChainReading): boolean {
  if (!hasOwnVerb(figure, before) || (hasChannel(figure) && before.some(each => hasChannel(each.figure)))) return false;
  const first = tokens[figure.labelFrom];
  const isVerb = first?.kind === 'word' && VERBS.has(first.meaning.step ?? '');
  return (isVerb && figure.token - figure.labelFrom > 1) || (hasChannel(figure) && hasVerb(figure));
}

const VERBS: ReadonlySet<string> = new Set(['published', 'received', 'newReceived', 'replied', 'handled']);

function hasChannel({ parts }: StatedFigure): boolean {
  return parts.some(isWay);
}

/** 公开91条。其中，在网站公开91条，公开甲54条，公开乙20条: all of it went one way, and there are kinds of it. */
export function isAllOneWay({ whole, parts }: PartList): boolean {
  const [first, ...others] = parts.map(({ figure }) => figure);
  return (
    first !== undefined &&
    first.number.value === whole.number.value &&
    hasChannel(first) &&
    first.matter !== 'applications' &&
    !others.some(hasChannel)
  );
}

function isBehindSemicolon(parts: PartList['parts'], i: number, { text }: ChainReading): boolean {
  return /[；;。]/.test(text.slice(parts[i - 1]?.figure.end, parts[i]?.figure.start));
}

/**
 * 其中公开文件7件；门户网站发布740条: what begins anew or stands behind a stronger sign, and is more than the whole, is no part
 * of it. 转载14条；公开农业信息，其中甲87条: nor is it of what stands before the semicolon.
 */
export function isBeside(list: PartList, part: StatedFigure, chain: ChainReading): boolean {
  const { whole, parts, isLoose } = list;
  const i = parts.findIndex(({ figure }) => figure === part);
  // 公开文件80条；在网站公开信息8662条，其中…: it has a list of its own. （一）公开210条，（二）含解读112条，（三）公示346条
  if (i > 0 && (isDivided(part, chain) || (isItem(part, chain) && isItem(whole, chain)))) return true;
  if (i === 0)
    return isLoose && whole.sentence === part.sentence && /[；;]/.test(chain.text.slice(whole.end, part.start));
  // 公开63条，其中甲5条，乙8条，某局公开信息213条: called as the whole is.
  const name = labelTextOf(whole, chain);
  if (
    commonEnd(name, labelTextOf(part, chain)) >= SHORTEST_NAME &&
    commonEnd(name, labelTextOf(parts[0]?.figure ?? part, chain)) < 2
  )
    return true;
  if (parts.slice(1, i).some((_, k) => mayBeginAnew(list, k + 1, chain)) || addsToOuter(whole, part, chain))
    return true;
  return mayBeginAnew(list, i, chain);
}

function figuresOf({ whole, parts }: PartList, end: number): readonly StatedFigure[] {
  return [whole, ...parts.slice(0, end).map(({ figure }) => figure)];
}

/** Whether words open a list of its own directly behind a figure. */
function isDivided(figure: StatedFigure, { lists }: ChainReading): boolean {
  return lists.some(
    ({ whole, form, isLoose }) =>
      whole === figure && form !== 'implied' && form !== 'bracket' && form !== 'total' && !isLoose,
  );
}

/** Whether a list may end before a part. */
function mayBeginAnew(list: PartList, i: number, chain: ChainReading): boolean {
  const { parts } = list;
  const isSecond = i === 1 && !parts.every(({ figure }) => hasChannel(figure)) && isBehindSemicolon(parts, i, chain);
  return isSecond || isSetOff(list, i, chain) || tellsMore(parts, i, chain) || isBehindStronger(list, i, chain);
}

/** 公开96条，其中网站41条，其中解读2份，部门55条: the next part of the list in which the whole is one. */
function addsToOuter(whole: StatedFigure, part: StatedFigure, { lists }: ChainReading): boolean {
  return lists.some(
    each =>
      each.form !== 'implied' &&
      part.number.value > 0 &&
      each.whole.number.value === whole.number.value + part.number.value &&
      each.parts.some(({ figure }) => figure === whole),
  );
}

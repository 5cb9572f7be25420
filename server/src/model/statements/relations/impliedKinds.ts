import { labelTextOf } from '../labelText.ts';
import { NO_THING_UNITS } from '../../../text/measureWords.ts';
import type { ChainReading } from '../chains.ts';
import { areChannels } from '../dimensions.ts';
import { isOfWay } from '../lists/labelForms.ts';
import { isGranted, isResult } from '../lists/listFigures.ts';
import type { PartList } from '../lists/partList.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isWay } from '../labelWords.ts';
import { OF_NO_KIND } from './otherEnds.ts';

/** What no word joins is taken for all of it only where it comes near: two parts nearer than more of them. */
const [KINDS_NEAR, KINDS_NEARER] = [0.3, 0.2];
/** Where a stronger sign sets the whole off, or all labels end alike, as near as any list. */
const SET_OFF_NEAR = 0.5;
const PERSONS_NEAR = 0.1;
const FEWEST_OF_ALL = 3;
/** Longer ones are not compared sign by sign. */
const LONGEST_LABEL = 30;
/** With these a label says that it is a kind: 概况类, 图片版, 安卓端. */
const KIND_ENDS = '类版型级档端式款';

/** 公报编发14期，正刊9期，增刊5期: kinds of what was counted first, named without a word that joins them. */
export function areKindsNear(list: PartList, sum: number, chain: ChainReading): boolean {
  const { whole, parts, isSetOff } = list;
  const { value, unit } = whole.number;
  // 发布26篇；执法11篇；动态16篇；双随机7篇: one of a row is the whole of none.
  const before = chain.figures[whole.index - 1];
  if (before?.sentence === whole.sentence && before.kind === 'count') {
    // 访问2.96万人次；留言102条，公开答复38条，电话答复64条: the semicolon parts what has nothing to do with it.
    const isApart = /[；;]/.test(chain.text.slice(before.end, whole.start));
    if (!isApart || isSameMeasure(before.number.unit, unit)) return false;
  }
  // 举办访谈47期，发布解读6期，图解50期; 发布动态520条，咨询432条，推送公告10条: another verb, another thing.
  const first = parts[0]?.figure.steps ?? [];
  const areAlike = endsAlike(parts.map(({ figure }) => labelTextOf(figure, chain)));
  // 留言102条，公开答复38条，电话答复64条: ways of the same. 办结留言101条，公开答复4条
  const areAllReplied =
    areAlike && whole.steps.includes('received') && parts.every(({ figure: { steps } }) => steps.some(isReply));
  if (first.length > 0 && !first.some(step => whole.steps.includes(step)) && parts.length === 2 && !areAllReplied)
    return false;
  if (parts.length === 2 && parts.some(({ figure }) => isPublishedAnew(figure, whole, chain))) return false;
  const isOther = ({ roles, number, steps, when }: StatedFigure) =>
    roles.has('all') || number.unit !== unit || when === 'last' || isOfFlow(steps, areAllReplied ? steps : whole.steps);
  if (parts.some(({ figure }) => isOther(figure))) return false;
  const isWholeOfYear = whole.roles.has('all') || whole.roles.has('total') || whole.when === 'this';
  // 人员815人，持证790人、辅助320人: what is far more than the whole overlaps, but for kinds, and for things.
  const isOfThings = parts.length >= FEWEST_OF_ALL && !NO_THING_UNITS.some(each => unit.includes(each));
  // 原创140篇，转载127篇: one of the kinds is no whole of others. 网站发布1027条，解读17条，公众号推送846条: nor is a channel.
  const isApart = (each: StatedFigure) =>
    isOfChannel(each) && each.steps.length > 0 && !each.parts.some(part => whole.parts.includes(part));
  if (whole.parts.some(part => part.startsWith('kind='))) return false;
  if (isOfChannel(whole) && parts.some(({ figure }) => isApart(figure))) return false;
  const isSetBelow = isSetOff === true && (sum < value || isOfThings);
  const isOfMany = parts.length >= FEWEST_OF_ALL || isWholeOfYear || isSetOff === true || areAlike;
  const farthest =
    isSetBelow || (areAlike && parts.length >= FEWEST_OF_ALL) ? SET_OFF_NEAR : isOfMany ? KINDS_NEAR : KINDS_NEARER;
  // Of persons, several things are told that have nothing to do with each other.
  const arePersons = (unit === '人' || unit === '名') && isSetOff !== true && !areAlike;
  // Nor do all channels tell the same.
  return Math.abs(sum - value) <= value * (arePersons || areChannels(list) ? PERSONS_NEAR : farthest);
}

function isOfChannel({ parts }: StatedFigure): boolean {
  return parts.some(isWay);
}

/** 通过网站公开政策、财政等信息2548条，公众号发布1876条: also where signs stand between the way and what was published by it. */
function isByChannel({ parts, limits }: StatedFigure): boolean {
  return [...parts, ...limits].some(isWay);
}

/** Whether of a figure alone is said that it was published, be it before an enumeration: 推送招聘、公告等信息10条. */
function isPublishedAnew({ index, token }: StatedFigure, whole: StatedFigure, { tokens, figures }: ChainReading) {
  return (
    !whole.steps.includes('published') &&
    tokens
      .slice((figures[index - 1]?.token ?? whole.token) + 1, token)
      .some(each => each.kind === 'word' && each.meaning.step === 'published')
  );
}

/** 概况类2个、服务类7个; 政府主办32场，部门主办25场: labels that end with one word tell kinds of one thing. */
function endsAlike(labels: readonly string[]): boolean {
  const [first = ''] = labels;
  const last = first.slice(-1);
  const end = KIND_ENDS.includes(last) && last !== '' ? last : first.slice(-ALIKE);
  return end !== '' && labels.every(label => label.length > end.length && label.endsWith(end));
}

/** 派发1546单，办结705单，退单153单，在办698单; 收到64件，办结55件，撤回5件，4件结转下年: what became of all, the last not done yet. */
export function areStates({ whole, parts }: PartList, sum: number, chain: ChainReading): boolean {
  const last = parts.at(-1)?.figure;
  const isCarried = last?.steps.includes('carriedOut') === true;
  // What was carried in is among them as well, be it told or not.
  if (isCarried && sum > whole.number.value) return false;
  if (isCarried && chain.figures.some(each => each.sentence === whole.sentence && isOfStart(each))) return false;
  return (
    (isCarried || last?.steps.includes('pending') === true) &&
    parts.every(({ figure }) => figure.number.unit === whole.number.unit && figure.when !== 'last') &&
    Math.abs(sum - whole.number.value) <= whole.number.value * (parts.length > 2 ? KINDS_NEAR : 1)
  );
}

function isOfStart({ steps, when }: StatedFigure): boolean {
  return when === 'last' || steps.includes('carriedIn') || steps.includes('carry');
}

/** 来信来访170件次，来信60件，来访110件次: the whole is called by the names of its parts, one behind the other. */
export function areNamedByWhole({ whole, parts }: PartList, chain: ChainReading): boolean {
  const name = labelTextOf(whole, chain);
  if (name.length > LONGEST_LABEL || parts.length < 2) return false;
  let at = name.length;
  for (const { figure } of [...parts].reverse()) {
    const label = labelTextOf(figure, chain).replace(/^(?:其中|收到|办理|受理)/, '');
    const before = name.slice(0, at).replace(/[、和及与]$/, '');
    if (label.length < ALIKE || !before.endsWith(label)) return false;
    at = before.length - label.length;
  }
  return true;
}

/** 电子邮件31件；信函15件；网络22件: one way is no whole of the others. */
export function areOtherWays({ whole, parts }: PartList): boolean {
  const own = whole.parts.filter(isWay);
  return (
    own.length > 0 && parts.every(({ figure }) => isOfChannel(figure) && !figure.parts.some(part => own.includes(part)))
  );
}

/** 政策方面公开120条，财政方面公开80条，其他方面公开60条: all are told alike, and none is the whole of the others. */
export function areSiblings({ whole, parts, isSetOff }: PartList, chain: ChainReading): boolean {
  // 公开25件、部分公开7件、不予公开10件: one of the results is no whole of the others.
  if (isGranted(whole) && parts.filter(({ figure }) => isResult(figure)).length * 2 > parts.length) return true;
  // 网站更新300条，微信推送223条: one channel is no whole of others.
  if ([whole, ...parts.map(({ figure }) => figure)].every(each => isOfWay(chain, each))) return true;
  // 在各级媒体刊发140篇，省级媒体52篇，市级媒体69篇: the same channel is divided.
  const ofOwn = parts.every(({ figure }) => figure.parts.filter(isWay).every(part => whole.parts.includes(part)));
  if (isByChannel(whole) && !ofOwn && parts.every(({ figure }) => isOfChannel(figure))) return true;
  // 公开599条，网站发布33条，微信发布566条
  if (!isOfChannel(whole) && parts.filter(({ figure }) => isOfChannel(figure)).length > 1) return false;
  // 专栏发布579条；新媒体发布567条，回应热点28条
  const [first, ...others] = parts;
  const isOfOwn = (figure: StatedFigure) => figure.parts.some(part => whole.parts.includes(part));
  if (isOfChannel(whole) && first && isOfChannel(first.figure) && !isOfOwn(first.figure))
    if (others.every(({ figure }) => !isOfChannel(figure))) return true;
  const own = withoutVerb(whole, chain);
  const labels = parts.map(({ figure }) => labelTextOf(figure, chain));
  // 从内容看，征地类48件，招生类13件，其他47件
  const kind = own.slice(-1);
  if (kind !== '' && KIND_ENDS.includes(kind) && labels.filter(each => each.endsWith(kind)).length * 2 >= labels.length)
    return true;
  // 285条信息配发图解，237条信息配发视频
  if (own === '' && labels.every(label => label === '')) return true;
  // 涉及甲的申请142件、涉及乙的78件
  const begin = labelTextOf(whole, chain).slice(0, ALIKE);
  if (own.includes('的') && labels.every(label => label.startsWith(begin) && label.includes('的'))) return true;
  // 行政许可33项，行政处罚36项，行政强制1项
  const isOfKind = (label: string) =>
    label.length > ALIKE && own.slice(-label.length).startsWith(label.slice(0, ALIKE));
  if (labels.filter(isOfKind).length * 2 > labels.length) return true;
  // 公开预算的单位100个，行政单位65个: the longer one names what they all are.
  const isLonger = own.length > Math.max(...labels.map(({ length }) => length));
  if (isLonger && isSetOff === true) return false;
  // 累计发布信息740条，概况类信息6条，动态信息734条: kinds of it.
  if (OF_NO_KIND.test(labelTextOf(whole, chain).replace(OF_YEAR, ''))) return false;
  const alike = isLonger ? ALIKE + 1 : ALIKE;
  const end = own.slice(-alike);
  return end.length === alike && labels.filter(label => label.endsWith(end)).length * 2 > labels.length;
}

/** 更新机构信息: what was done is said once for all that follow. */
function withoutVerb(figure: StatedFigure, chain: ChainReading): string {
  const { tokens, text } = chain;
  let from = figure.labelFrom;
  for (let at = from; at < figure.token; at++) {
    const token = tokens[at];
    if (token?.kind === 'word' && token.meaning.step !== undefined && token.meaning.matter === undefined) from = at + 1;
  }
  return from >= figure.token
    ? labelTextOf(figure, chain)
    : text.slice(tokens[from]?.start ?? figure.start, figure.start).trim();
}

/** 全年累计发布信息 */
const OF_YEAR = /^(?:全年|年内|本年度?|累计|总?共|合计)+/;
/** So many signs at the end of labels tell that they are alike. */
const ALIKE = 2;

function isReply(step: string): boolean {
  return step === 'replied' || step === 'granted' || step === 'refused';
}

/** 979件办结申请，5日内答复143件…: what the whole is told of as well is no flow. */
function isOfFlow(steps: readonly string[], told: readonly string[]): boolean {
  return steps.some(step => (step === 'replied' && !told.includes(step)) || step.startsWith('carr'));
}

/** 收到12件，公开建议的答复5篇、提案的答复2篇: what no word joins, and other measure words count. */
export function isMixed({ form, whole, parts }: PartList): boolean {
  const first = whole.number.unit.charAt(0);
  return form === 'implied' && parts.some(({ figure }) => figure.number.unit.charAt(0) !== first);
}

import { labelTextOf } from '../labelText.ts';
import type { ChainReading } from '../chains.ts';
import { areChannels } from '../dimensions.ts';
import { MEDIA_UNITS, isWay } from '../labelWords.ts';
import { isOfCases } from '../lists/listEnds.ts';
import { isApart } from '../lists/listFigures.ts';
import type { PartList } from '../lists/partList.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, marginOf } from './arithmetic.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { areCaseOutcomes } from './ends.ts';
import { isBeside as isToldBeside } from './otherEnds.ts';

/** A part that is more than its whole. */
export function bound(
  chain: ChainReading,
  list: PartList,
  part: StatedFigure,
  whole: StatedFigure,
): ChainDisagreement | undefined {
  if (list.form === 'total' || list.form === 'items' || (list.form === 'view' && list.isLoose)) return undefined;
  if (
    part.number.value <= whole.number.value + marginOf(whole) + marginOf(part) + 1e-9 ||
    whole.number.value === 0 ||
    !isExact(part) ||
    !isExact(whole)
  )
    return undefined;
  if (!isSameMeasure(part.number.unit, whole.number.unit) || part.number.unit === '') return undefined;
  // 收到6件，3件不属于本机关，…，公开信息16条: what no word joins, and another measure word parts.
  const isOtherUnit = part.number.unit !== whole.number.unit;
  if (isOtherUnit && (list.form === 'implied' || isApart(whole) !== isApart(part))) return undefined;
  if (
    part.kind !== 'count' ||
    (part.when === 'last' && whole.when !== 'last') ||
    part.when === 'allYears' ||
    // 63个部门中已有163个: 已有 is said of some of them.
    (part.when === 'cumulative' && (list.form !== 'of' || list.isLoose)) ||
    part.stats.has('compared')
  )
    return undefined;
  if ([...part.steps, ...whole.steps].some(step => step.startsWith('carr'))) return undefined;
  // 新收177件，办结的181件（含上年结转部分）
  // 其中公开3件，没有结转: none was.
  const behind = chain.text.slice(part.end, part.end + LONGEST_CARRIED);
  if (/[结接]转|上年/.test(behind) && !/[无没未]有?结转/.test(behind)) return undefined;
  const isToldOf =
    (list.form === 'of' && isDescribedPart(part, chain)) ||
    isKindOfInformation(part, whole, chain) ||
    isNamedAlike(part, whole, chain);
  // 再次是工程类11件，三类共56件: told of all that are named.
  const isSum = part.roles.has('total') || (part.roles.has('all') && list.isOpen);
  if (isSum || (!isToldOf && isOtherThing(part, whole))) return undefined;
  if (isOfRow(list, part, chain)) return undefined;
  const { figures } = chain;
  // 收到19件，上年结转1件。其中，自然人20件: of both together.
  const beside = figures[whole.index + 1];
  if (beside?.steps.includes('carriedIn') === true && beside.sentence === whole.sentence && beside !== part)
    if (part.number.value <= whole.number.value + beside.number.value) return undefined;
  // 其中民生类87条，占公开总数413条的21%: the share names its own whole.
  const base = figures[part.index + 1];
  if (base?.kind === 'count' && base.sentence === part.sentence && base.stats.has('share')) return undefined;
  // 发布信息45条，其中文件2篇，含动态43条: 含 may be said of the whole again.
  const isAbove = (each: StatedFigure) =>
    chain.lists.some(other => other.whole === each && other.parts.some(({ figure }) => figure === whole));
  const isLargeEnough = (each: StatedFigure) =>
    each !== part &&
    each !== whole &&
    (each.sentence === whole.sentence ||
      (list.isLoose && each.matter === part.matter) ||
      (list.form === 'opener' && isAbove(each))) &&
    each.kind === 'count' &&
    isSameMeasure(each.number.unit, part.number.unit) &&
    !(isOfCases(whole) && each.matter !== whole.matter) &&
    each.number.value >= part.number.value;
  if (
    figures
      .slice(Math.max(0, whole.index - 8), whole.index)
      .some(
        each => each.paragraph === whole.paragraph && isLargeEnough(each) && (list.form === 'opener' || !isAbove(each)),
      )
  )
    return undefined;
  const isDescribed = list.isDescribed === true;
  // Of one channel it may be told how often, and of all how much.
  const certainty = isDescribed || areChannels(list) ? 'information' : 'warning';
  return { kind: 'partAboveWhole', certainty, figure: part, figures: [part, whole], whole, isDescribed };
}

/** （含上年度结转部分） */
const LONGEST_CARRIED = 8;

function isEnumeration(sign: string): boolean {
  return sign === 'enumeration';
}

/** 公开27条，其中概况3条、动态12条、其他12条，其中主站采用15条: of all in the row, whose names weaker signs part. */
function isOfRow(list: PartList, part: StatedFigure, { lists, tokens }: ChainReading): boolean {
  const signsBetween = (a: StatedFigure, b: StatedFigure) =>
    tokens.slice(a.token + 1, b.token).flatMap(each => (each.kind === 'sign' ? [each.sign] : []));
  const isWeaker = (outer: PartList) =>
    outer.parts.every(({ figure }, i) =>
      signsBetween(outer.parts[i - 1]?.figure ?? figure, figure).every(isEnumeration),
    );
  if (list.form !== 'among' || signsBetween(list.whole, part).every(isEnumeration)) return false;
  return lists.some(
    outer =>
      outer.parts.length > 1 &&
      outer.parts.at(-1)?.figure === list.whole &&
      outer.whole.number.value >= part.number.value &&
      isWeaker(outer),
  );
}

/**
 * 其中涉及政府信息公开的复议2件、诉讼1件: each part has the whole of its own matter. 公开信息330条，其中政府信息公开类130条、…:
 * a kind among others.
 */
export function isSubset({ form, parts, whole }: PartList): boolean {
  const isKind = parts.length > 1 && (whole.matter === 'information' || whole.matter === 'disclosure');
  return form !== 'implied' && form !== 'total' && !isKind && parts.some(({ figure }) => figure.roles.has('subset'));
}

export function subsets(list: PartList, chain: ChainReading): ChainDisagreement | undefined {
  for (const { figure } of list.parts) {
    const ofMatter = chain.figures
      .slice(0, list.parts[0]?.figure.index)
      .findLast(each => each.kind === 'count' && each.matter === figure.matter && each.sentence >= figure.sentence - 1);
    // 各类案件495件，其中信息公开类诉讼39件: the cases of this sentence, whatever suits were told of in the one before.
    const isNearer = list.whole.sentence > (ofMatter?.sentence ?? -1);
    const whole = figure.matter === undefined || isNearer ? list.whole : ofMatter;
    if (!whole) continue;
    const found = bound(chain, list, figure, whole);
    if (found) return found;
  }
  return undefined;
}

/** 1316件申请中，征求第三方意见的495件: 的 says that it is of them, whatever its words name. */
function isDescribedPart({ labelFrom, start }: StatedFigure, { text, tokens }: ChainReading): boolean {
  return /的(?:[有为]|仅|只有|共)?$/.test(labelTextOf({ labelFrom, start }, { text, tokens }));
}

/** 公开信息5条，其中规范性文件类7条: a kind of information, whatever it is called. */
function isKindOfInformation(
  { labelFrom, start, number }: StatedFigure,
  whole: StatedFigure,
  { text, tokens }: ChainReading,
): boolean {
  return (
    (whole.matter === 'disclosure' || whole.matter === 'information') &&
    number.unit === whole.number.unit &&
    /类(?:信息)?$/.test(labelTextOf({ labelFrom, start }, { text, tokens }))
  );
}

/** 40个部门，被通报的有42个部门: both are of the same things, by the noun behind them. */
function isNamedAlike(part: StatedFigure, whole: StatedFigure, { text, tokens }: ChainReading): boolean {
  const nounOf = ({ end, nounTo }: StatedFigure) => text.slice(end, tokens[nounTo - 1]?.end ?? end).trim();
  const [a, b] = [nounOf(part), nounOf(whole)];
  return a.length > 1 && b.length > 1 && (a.startsWith(b) || b.startsWith(a));
}

const PERSONS: ReadonlySet<string> = new Set(['人次', '人', '名']);

/** 20个部门，其中设账号26个: the part counts other things. */
function isOtherThing(part: StatedFigure, whole: StatedFigure): boolean {
  // 17个部门，其中18个公众号
  if (
    whole.matter !== undefined &&
    whole.matter !== 'accounts' &&
    MEDIA_UNITS.includes(part.number.unit) &&
    part.parts.some(isWay)
  )
    return true;
  if (part.matterSource !== 'label' && part.matterSource !== 'noun') return false;
  if (part.matter === whole.matter || whole.matter === undefined) return false;
  // 轮训干部86人次，内含新任人员20人次: those who came, by what they are.
  if (part.matter === 'staff' && PERSONS.has(part.number.unit) && part.number.unit === whole.number.unit) return false;
  const general = [
    'information',
    'disclosure',
    'interpretations',
    'opinions',
    'messages',
    'letters',
    'hotline',
    'complaints',
  ];
  return !(general.includes(part.matter ?? '') && general.includes(whole.matter));
}

/** The first of the parts that are more than their whole, where it is one of them as far as the words tell. */
export function boundOf(
  list: PartList,
  above: readonly StatedFigure[],
  chain: ChainReading,
): ChainDisagreement | undefined {
  const [first] = above;
  const isTold =
    list.form !== 'implied' ||
    areCaseOutcomes(list) ||
    (list.isDescribed === true && first !== undefined && isDescribedPart(first, chain));
  const isBound =
    (above.length === 1 || !list.isLoose) &&
    isTold &&
    // 全年自查6次。答复种类较多，例如予以公开46件: examples are of what their own sentence names.
    !(list.isLoose && list.isOpen) &&
    (list.form === 'among' || list.form === 'opener' || !areChannels(list)) &&
    !isOfOtherUnit(list);
  return first && isBound && !isToldBeside(list, first, chain) ? bound(chain, list, first, list.whole) : undefined;
}

/** 视频号发布346篇，甲号和乙号分别发布408条、502条: far from it, and counted otherwise. */
export function isOfOtherUnit({ whole, parts }: PartList): boolean {
  return parts.every(({ figure }) => figure.number.unit !== whole.number.unit);
}

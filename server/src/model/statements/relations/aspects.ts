import { labelTextOf } from '../labelText.ts';
import { REPEATABLE_UNITS } from '../../../text/measureWords.ts';
import type { ChainReading } from '../chains.ts';
import { isOfCases } from '../lists/listEnds.ts';
import { isResult } from '../lists/listFigures.ts';
import { holdsTimeOf } from '../lists/nearSums.ts';
import { dimensionOf } from '../labelWords.ts';
import type { PartList } from '../lists/partList.ts';
import type { StatedFigure } from '../statedFigure.ts';

/** A list of which the sum is so much more than the whole was misread. */
const FARTHEST = 1.5;
const FEWEST_KINDS = 3;

/** 账号24个，新开设6个，关停17个: what came and went, and no parts. */
export function areMoves({ parts }: PartList): boolean {
  const has = (step: string) => parts.some(({ figure }) => figure.steps.includes(step));
  return has('removed') && (has('added') || parts.length < 3);
}

/** 即时答复500件，派发400件; 答复500件，派发400件: ways that a call may go, of which there may be others. */
export function areWays({ parts }: PartList): boolean {
  const has = (step: string) => parts.some(({ figure }) => figure.steps.includes(step));
  return (
    parts.every(({ figure }) => figure.steps.some(step => WAYS.has(step))) && (!has('replied') || has('closedShare'))
  );
}

const WAYS: ReadonlySet<string> = new Set(['atOnce', 'closedShare', 'replied']);

/** 招标188条，中标176条；按季度公开，一季度12条、二季度15条: only some are parts of the year. */
export function areMixedTimes({ parts }: PartList): boolean {
  const ofTime = parts.filter(({ figure }) => figure.parts.some(part => part.startsWith('time=')));
  return ofTime.length > 0 && ofTime.length < parts.length;
}

/** 收到60件，办结60件，8件撤回，2件补正; 派发900件，办结950件: aspects of the same things, joined by no word. */
export function areAspects(list: PartList, sum: number, chain: ChainReading): boolean {
  const { form, whole, parts } = list;
  const first = parts[0]?.figure ?? whole;
  if (areUsedByOthers(list, chain)) return true;
  // 推文885篇，其中原创859篇，阅读量过千的34篇; 回访927件，满意880件: qualities of the same things.
  const ofQuality = parts.filter(({ figure }) => figure.parts.some(part => part.startsWith('quality='))).length;
  if (ofQuality > 0 && ofQuality < parts.length && (form === 'among' || form === 'implied')) return true;
  // 有图文版的76组，有视频版的24组，两种兼备的14组
  if (parts.some(({ figure }) => figure.roles.has('overlap'))) return true;
  if (form !== 'implied') return false;
  // 公开9件，无法提供5件，延期答复6件: how long it took is told of replies of all classes.
  const isExtended = parts.some(({ figure }) => figure.parts.includes('manner=extended'));
  if (isExtended && whole.matter === 'applications' && parts.some(({ figure }) => isResult(figure))) return true;
  const has = (step: string) => parts.some(({ figure }) => figure.steps.includes(step));
  const { value } = whole.number;
  return (
    (parts.length > 2 && first.number.value === value && !isResult(first)) ||
    // 受理279件，按时反馈183件，满意66件，回访33件
    (parts.length > 2 &&
      parts.filter(({ figure }) => figure.parts.includes('manner=onTime')).length === 1 &&
      !parts.some(({ figure }) => isResult(figure)) &&
      !has('pending')) ||
    (sum > value * FARTHEST && has('closedShare') && has('replied'))
  );
}

/** 新收12件，上年结转2件，办结13件: steps of one another, and no list. */
export function isFlow({ parts }: PartList): boolean {
  return parts.some(({ figure }) =>
    figure.steps.some(step => step === 'newReceived' || step === 'carriedIn' || step === 'carriedOut'),
  );
}

/** 予以公开47件，部分公开12件，不予公开24件: classes of the replies in a row, none of which is a whole of the others. */
export function areResults({ whole, parts }: PartList): boolean {
  const isOutcome = ({ steps }: StatedFigure) => steps.some(step => OUTCOMES.has(step));
  return (
    (isResult(whole) && parts.some(({ figure }) => isResult(figure))) ||
    (isOutcome(whole) && parts.some(({ figure }) => isOutcome(figure)))
  );
}

/** How a case ended. */
const OUTCOMES: ReadonlySet<string> = new Set(['upheld', 'corrected', 'otherOutcome']);

/** Whether no label of the parts says what was done with them. */
export function areBare({ whole, parts }: PartList): boolean {
  return parts.every(
    ({ figure }) =>
      figure.steps.length === 0 &&
      (figure.matterSource !== 'label' || figure.matter === whole.matter || figure.matter === 'information') &&
      figure.unknown < 12,
  );
}

/** 指南、目录、年报各1份: told of each of several, the number of which is not. */
export function hasEachOf({ parts }: PartList, { text }: ChainReading): boolean {
  return parts.some(({ figure: { start } }) => /各[有为]?$/.test(text.slice(start - 2, start)));
}

/** 更新126条，按类计：甲98条、乙30条，分类数之和为128条: what the parts come to is told behind them, beside what there is. */
export function isSumTold({ parts }: PartList, { figures, text, tokens }: ChainReading, sum: number): boolean {
  const last = parts.at(-1)?.figure;
  const next = figures
    .slice((last?.index ?? 0) + 1, (last?.index ?? 0) + 1 + MOST_BEHIND)
    .find(each => each.sentence === last?.sentence && Math.abs(each.number.value - sum) < 1e-6);
  return next !== undefined && SUM.test(labelTextOf(next, { text, tokens }));
}

const MOST_BEHIND = 3;
const SUM = /之和|合计|相加|加总|累加|总和/;

/** 更新20条，其中原创16篇，被媒体采用9篇: what others did with some of them. */
function areUsedByOthers({ whole, parts }: PartList, { text, tokens }: ChainReading): boolean {
  // 复议9件，维持5件，被纠错4件
  if (isOfCases(whole)) return false;
  const isUsed = ({ figure: { labelFrom, start } }: PartList['parts'][number]) =>
    text.startsWith('被', tokens[labelFrom]?.start ?? start);
  return parts.some(isUsed) && !parts.every(isUsed);
}

/** 收到20件，其中要求公开甲的8件、涉及乙的5件: what applications ask for, of which some may be told. */
export function areContents({ whole, parts }: PartList, { text, tokens }: ChainReading): boolean {
  return (
    whole.matter === 'applications' &&
    parts.every(({ figure: { labelFrom, start } }) =>
      CONTENT.test(labelTextOf({ labelFrom, start }, { text, tokens }).replace(/^其中[，:：]?/, '')),
    )
  );
}

const CONTENT = /^(?:涉及|要求|请求|申请|关于|咨询|有关|针对)/;

/** Three kinds or more, counted as the whole is, and of none of them is told what was done. */
export function areKindsOfWhole({ whole, parts }: PartList): boolean {
  return (
    parts.length >= FEWEST_KINDS &&
    parts.every(
      ({ figure }) =>
        figure.number.unit === whole.number.unit && figure.steps.every(step => whole.steps.includes(step)),
    )
  );
}

/** 一季度334条，到6月底累计1362条，到9月底累计2689条，全年3424条: each holds those before it. */
export function areRunningTotals({ form, whole, parts }: PartList, { text, tokens }: ChainReading): boolean {
  const isRunning = ({ labelFrom, start, when }: StatedFigure) =>
    when !== undefined && when !== 'this' && labelTextOf({ labelFrom, start }, { text, tokens }).includes('累计');
  // 一季度120条，上半年250条，前三季度390条，全年540条
  const half = parts.findIndex(({ figure }) => figure.parts.includes('time=firstHalf'));
  if (half > 0 && parts.slice(0, half).some(({ figure }) => figure.parts.includes('time=quarter'))) return true;
  const all = form === 'total' ? parts.map(({ figure }) => figure) : [whole, ...parts.map(({ figure }) => figure)];
  return all.filter(isRunning).length > 1 || (form === 'total' && isRunning(whole) && all.some(isRunning));
}

/** 上半年抽查12家，下半年抽查14家，全年抽查16家: the same bodies or persons may come again. */
export function mayComeAgain({ whole, parts }: PartList, sum: number): boolean {
  return (
    sum > whole.number.value &&
    REPEATABLE_UNITS.has(whole.number.unit) &&
    parts.every(({ figure }) => figure.parts.some(part => part.startsWith('time=')))
  );
}

/** Values that are divided by others of their dimension. */
const NESTED = /^(?:channel=|applicant=organisations)/;

/** 14件申请出自个人；商业企业3件，科研机构3件: what has a value of the dimension that divides the parts is one of them. */
export function isOfSiblings({ form, whole, parts }: PartList): boolean {
  // 7月5次，8月6次，9月4次，第三季度合计15次
  if (form !== 'implied' && parts.every(({ figure }) => holdsTimeOf(whole, figure))) return false;
  const own = new Map(whole.parts.filter(part => !NESTED.test(part)).map(part => [dimensionOf(part), part]));
  const others = parts.flatMap(({ figure }) => figure.parts).filter(part => own.has(dimensionOf(part)));
  // 满意的32件、基本满意的17件、不满意的5件
  const isOther = (part: string) => own.get(dimensionOf(part)) !== part || part.startsWith('quality=');
  // 人大建议24件，政协提案34件，市人大建议1件: where no word joins them, one is enough.
  return others.length > 1 && (form === 'implied' ? others.some(isOther) : others.every(isOther));
}

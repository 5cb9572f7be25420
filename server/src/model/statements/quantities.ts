import { labelTextOf } from './labelText.ts';
import type { MetricPeriod } from '../../format/metrics.ts';
import { memoByObject } from '../../text/memo.ts';
import type { ChainReading } from './chains.ts';
import type { StatedFigure } from './statedFigure.ts';
import { ownCellOf } from './ownTableQuantities.ts';
import { casesOf } from './caseQuantities.ts';
import { decisionsOf, documentsOf } from './documentQuantities.ts';
import { REQUEST_ROWS, requestsOf, TELLING } from './requestQuantities.ts';
import { isAskedFor, isOfMarking, namesSeveralRows } from './rowNames.ts';
import { MOST_UNKNOWN, type NamedQuantity, type StatedQuantity } from './statedQuantity.ts';
import type { PartList } from './lists/partList.ts';
import { isWay } from './labelWords.ts';

/** Quantities that the figures of a chain state. */
export const quantitiesOf = memoByObject((chain: ChainReading) => readQuantities(chain, periodOf));

/** Quantities of earlier years that a chain states: 上年收到12件, 2023年为12件. Their period is that of one year. */
export function earlierQuantitiesOf(chain: ChainReading): readonly StatedQuantity[] {
  return readQuantities(chain, earlierPeriodOf);
}

function readQuantities(chain: ChainReading, periodOf: Surroundings['periodOf']): readonly StatedQuantity[] {
  const { figures, lists, facts } = chain;
  const wholes = new Map<StatedFigure, PartList>();
  for (const isImplied of [false, true])
    for (const list of lists)
      if ((list.form === 'implied') === isImplied)
        for (const { figure } of list.parts) if (!wholes.has(figure)) wholes.set(figure, list);
  const isOnApplications = figures.some(({ matter }) => matter === 'applications');
  const surroundings = { chain, wholes, body: facts.body, isOnApplications, periodOf };
  const quantities: StatedQuantity[] = [];
  // 复议16宗、诉讼26宗，二者相加42宗: of no one matter.
  const mixed = new Set(
    lists.flatMap(({ form, whole, parts }) =>
      form === 'total' && new Set(parts.map(({ figure }) => figure.matter)).size > 1 && whole.matterSource !== 'label'
        ? [whole]
        : [],
    ),
  );
  for (const figure of figures) {
    if (mixed.has(figure)) continue;
    const quantity = quantityOf(figure, surroundings);
    if (quantity) quantities.push(quantity);
  }
  return quantities;
}

/** What quantities are read by besides their figures. */
interface Surroundings {
  readonly chain: ChainReading;
  /** The list in which a figure is a part. */
  readonly wholes: ReadonlyMap<StatedFigure, PartList>;
  readonly body: string | undefined;
  /** Whether the chain speaks of applications. */
  readonly isOnApplications: boolean;
  /** Of which time a figure is; undefined for one that is not asked for. */
  readonly periodOf: (figure: StatedFigure, wholes: ReadonlyMap<StatedFigure, PartList>) => MetricPeriod | undefined;
}

function quantityOf(figure: StatedFigure, surroundings: Surroundings): StatedQuantity | undefined {
  const { wholes, body, periodOf } = surroundings;
  const { number, kind } = figure;
  if (kind !== 'count' || number.precision === 'rough') return undefined;
  if ((number.unit === '' && !wholes.has(figure)) || OTHER_UNITS.has(number.unit)) return undefined;
  if (isOfCleanUp(figure, surroundings.chain) || isOfSeveralMatters(figure, surroundings.chain)) return undefined;
  // 从431件增加到446件; 制发的文件中有1件: of another year, or a part.
  const isFrom = figure.stats.has('from') && periodOf === earlierPeriodOf;
  if ((figure.stats.has('from') && !isFrom) || figure.stats.has('to') || figure.roles.has('of')) return undefined;
  if (isOfNoun(figure, surroundings.chain)) return undefined;
  const scope = scopeOf(figure, wholes, body);
  if (scope === undefined) return undefined;
  const period = periodOf(figure, wholes);
  if (period === undefined) return undefined;
  const named = number.unit.includes('元')
    ? feesOf(figure)
    : number.decimals > 0 || number.scale > 1
      ? undefined
      : metricOf(figure, surroundings);
  return named && { ...named, period, figure, isOfArea: scope === 'area' };
}

/** 复议47件、诉讼30件，合计77件: no cell counts both. */
function isOfSeveralMatters(figure: StatedFigure, { lists }: ChainReading): boolean {
  return (
    figure.matterSource !== 'label' &&
    (figure.roles.has('total') || figure.roles.has('all')) &&
    lists.some(
      ({ form, whole, parts }) =>
        form === 'total' && whole === figure && new Set(parts.map(part => part.figure.matter)).size > 1,
    )
  );
}

/** 其余4件为要求提供公开出版物等情形; 2件跨入2024年办理: what stands behind names more than the row, or another year. */
function isOfNoun({ token, nounTo, steps }: StatedFigure, { tokens, facts }: ChainReading): boolean {
  for (let at = token + 1; at < nounTo; at++) {
    const each = tokens[at];
    if (each?.kind === 'word' && each.meaning.role === 'etc' && at > token + 1) return true;
    if (each?.kind === 'year' && each.year !== facts.year && !steps.some(step => step.startsWith('carr'))) return true;
  }
  return false;
}

/** No table counts in these: 梳理14种答复情形. */
const OTHER_UNITS: ReadonlySet<string> = new Set(
  '种 类 页 场 期 台 户 天 小时 个工作日 卷 册 本 套 幅 张 块 辆 轮 栏 只 吨 亩 公里 平方米'.split(' '),
);

/** 清理规范性文件26件，继续有效3件、废止23件: of those that were looked through. */
function isOfCleanUp({ steps, token }: StatedFigure, { tokens, text }: ChainReading): boolean {
  if (!steps.includes('effective') && !steps.includes('repealed')) return false;
  for (let at = token - 1; at >= Math.max(0, token - FARTHEST_CLEAN_UP); at--) {
    const each = tokens[at];
    if (each === undefined || (each.kind === 'sign' && (each.sign === 'stop' || each.sign === 'paragraph')))
      return false;
    if (text.startsWith('清理', each.start)) return true;
  }
  return false;
}

/** Words and signs before a figure that are looked at for what it is of. */
const FARTHEST_CLEAN_UP = 40;

/** Whose a figure is, where it may be the table's; undefined where it is another's. */
function scopeOf(
  figure: StatedFigure,
  wholes: ReadonlyMap<StatedFigure, PartList>,
  body: string | undefined,
): 'own' | 'area' | undefined {
  let scope: 'own' | 'area' = 'own';
  for (
    let each: StatedFigure | undefined = figure, depth = 0;
    each && depth < 4;
    each = wholes.get(each)?.whole, depth++
  ) {
    const { whose } = each;
    if (whose === 'area' && isOfArea(body)) scope = 'area';
    else if (whose !== undefined && whose !== 'own') return undefined;
  }
  return scope;
}

/** Reports of governments, and of the offices that write them, may count their whole area. */
function isOfArea(body: string | undefined): boolean {
  return (
    body === undefined ||
    AREA_BODIES.some(end => body.includes(end)) ||
    !DEPARTMENT_ENDS.includes(body.charAt(body.length - 1))
  );
}

const AREA_BODIES = ['政府', '管委会', '管理委员会', '办事处'];
const DEPARTMENT_ENDS = '局委会厅院所心站队社校司部处';

function periodOf(figure: StatedFigure, wholes: ReadonlyMap<StatedFigure, PartList>): MetricPeriod | undefined {
  let period: MetricPeriod = 'annual';
  for (
    let each: StatedFigure | undefined = figure, depth = 0;
    each && depth < 4;
    each = wholes.get(each)?.whole, depth++
  ) {
    const { when, steps } = each;
    if (when === 'allYears') period = 'cumulative';
    else if (when === 'cumulative') {
      if (!steps.includes('carriedOut') && !steps.includes('effective') && !steps.includes('carriedIn'))
        period = 'cumulative';
    } else if (when !== undefined && when !== 'this' && !isCarried(each)) return undefined;
  }
  return period;
}

/** Figures of last year or of a named earlier one, not of what was carried over from it. */
function earlierPeriodOf(figure: StatedFigure): MetricPeriod | undefined {
  if (isCarried(figure)) return undefined;
  return figure.when === 'last' || (figure.when === 'year' && figure.year !== undefined) ? 'annual' : undefined;
}

function isCarried({ steps }: StatedFigure): boolean {
  return steps.some(step => step === 'carriedIn' || step === 'carriedOut' || step === 'carry');
}

function feesOf({ matter, matterSource, number, unknown, parts }: StatedFigure): NamedQuantity | undefined {
  if (
    matter !== 'administrativeFees' ||
    matterSource !== 'label' ||
    number.scale > 1 ||
    unknown > MOST_UNKNOWN ||
    parts.length > 0
  )
    return undefined;
  return { metric: 'fees', wording: 'sum' };
}

function metricOf(figure: StatedFigure, { chain, wholes, isOnApplications }: Surroundings): NamedQuantity | undefined {
  const { matter, unknown, roles } = figure;
  if (unknown > MOST_UNKNOWN || (roles.has('rest') && figure.steps.length === 0) || roles.has('mainly'))
    return undefined;
  const telling = figure.steps.find(step => TELLING.has(step));
  const isOfReplies = telling !== undefined && (REQUEST_ROWS.includes(telling) || GROUPS.has(telling));
  if (isOfReplies && isOfOtherMatter(figure, chain)) return undefined;
  const isRow =
    telling !== undefined &&
    REQUEST_ROWS.includes(telling) &&
    figure.matterSource !== 'label' &&
    figure.matterSource !== 'noun';
  if (isNarrowedBefore(figure, chain) || isToBeCorrected(figure, chain)) return undefined;
  const isNoReply = () =>
    isAskedFor(figure, chain, wholes.get(figure)) || isOfMarking(figure, chain) || namesSeveralRows(figure, chain);
  if (isOfReplies && isNoReply()) return undefined;
  const named = isRow ? undefined : matter;
  switch (named) {
    case 'applications':
      return requestsOf(figure, wholes);
    case undefined:
      return telling !== undefined && isOnApplications ? requestsOf(figure, wholes) : undefined;
    case 'reviews':
    case 'litigation':
      return casesOf(figure, chain, wholes);
    case 'normative':
    case 'rules':
      return documentsOf(figure, chain, wholes);
    case 'licences':
    case 'penalties':
    case 'compulsion':
      return decisionsOf(figure, named, chain, wholes);
    case 'procurement':
      // 货物类18个、1162万元，服务类39个、1826万元
      return isPlain(figure, ['published', 'decided']) && chain.text.charAt(figure.start - 1) !== '类'
        ? { metric: 'procurementItems', wording: 'sum' }
        : undefined;
    case 'disclosure':
      return (figure.matterSource === 'label' || figure.when === 'allYears') &&
        isPlain(figure, []) &&
        (!wholes.has(figure) || isOfMade(figure, wholes))
        ? { metric: 'disclosed', wording: wholes.has(figure) ? 'loose' : 'cell' }
        : undefined;
    default:
      return ownCellOf(figure, wholes, chain);
  }
}

/** 建议复文37件，不公开的3件: its sentence counts something else that is refused or handled itself. */
function isOfOtherMatter({ index, matter, number, sentence }: StatedFigure, { figures }: ChainReading): boolean {
  // 产生政府信息885条，主动公开853条；不予公开16条: pieces of information, and no applications.
  const before = figures[index - 1];
  if (number.unit === '条' && before?.sentence === sentence && before.number.unit === '条') return true;
  if (matter === undefined || OF_REPLIES.has(matter)) return false;
  for (let i = index - 1; i >= Math.max(0, index - FARTHEST_MATTER); i--) {
    const each = figures[i] as StatedFigure;
    if (each.sentence !== sentence) return false;
    if (each.matter === matter) return true;
  }
  return false;
}

/** So many figures before one are looked at for the matter of its sentence. */
const FARTHEST_MATTER = 24;

/** Matters of which a class of the replies may be told. */
const OF_REPLIES: ReadonlySet<string> = new Set(['applications', 'information', 'disclosure', 'legalCases']);

/** Groups of rows, of which a clause before may name one. */
const GROUPS = new Set(['refused', 'unable', 'rejected', 'otherHandling']);

/** 因属于行政查询事项，不予公开2件: a clause before names the row, and the figure its group alone. */
function isNarrowedBefore({ steps, labelFrom }: StatedFigure, { tokens }: ChainReading): boolean {
  if (!steps.some(step => GROUPS.has(step)) || steps.some(step => REQUEST_ROWS.includes(step))) return false;
  for (let at = labelFrom - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'number') return false;
    if (token.kind === 'sign' && token.sign !== 'comma' && token.sign !== 'enumeration') return false;
    if (token.kind === 'word' && token.meaning.step !== undefined && REQUEST_ROWS.includes(token.meaning.step))
      return true;
  }
  return false;
}

/**
 * 对内容不明确的24件申请，一次性告知补正: what is to be corrected may yet become clear, and is no row of those that stayed unclear
 * behind it.
 */
function isToBeCorrected({ steps, token, start, labelFrom, sentence }: StatedFigure, chain: ChainReading): boolean {
  const { tokens, text, figures } = chain;
  if (!steps.includes('unableStillUnclear') || STAYED.test(labelTextOf({ labelFrom, start }, { text, tokens })))
    return false;
  const isEnd = (at: number) => {
    const each = tokens[at];
    return each === undefined || (each.kind === 'sign' && (each.sign === 'stop' || each.sign === 'paragraph'));
  };
  for (const step of [-1, 1])
    for (let at = token + step; !isEnd(at) && Math.abs(at - token) < FARTHEST_CORRECTION; at += step) {
      const each = tokens[at];
      if (each?.kind === 'word' && each.meaning.part === 'manner=correction') return true;
    }
  // 不明确的24件，经补正后仍不明确的3件
  return figures.some(
    each => each.sentence === sentence && each.start !== start && each.steps.includes('unableStillUnclear'),
  );
}

const STAYED = /仍|依然|补正/;
/** Words and signs around a figure that are looked at for what was to be corrected. */
const FARTHEST_CORRECTION = 40;

/** A part of all that was made is all that was disclosed; of anything else, it is a part of that. */
function isOfMade(figure: StatedFigure, wholes: ReadonlyMap<StatedFigure, PartList>): boolean {
  const list = wholes.get(figure);
  return list?.form === 'among' && list.whole.steps.includes('made');
}

/** No part of the matter is named, and no step but the given ones. */
function isPlain({ parts, limits, steps }: StatedFigure, allowed: readonly string[]): boolean {
  return parts.length === 0 && limits.every(isWay) && steps.every(step => allowed.includes(step));
}

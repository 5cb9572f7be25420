import { cellMetric, type Metric, type MetricPeriod } from '../../format/metrics.ts';
import type { Chain } from './chains.ts';
import type { StatedFigure } from './figures.ts';
import type { PartList } from './lists.ts';
import { PARAGRAPH_END } from './tokens.ts';

/** A figure that states a quantity which the official tables hold too. */
export interface StatedQuantity {
  readonly metric: Metric;
  readonly period: MetricPeriod;
  readonly figure: StatedFigure;
  /** `cell`: the wording names one cell. `sum`: it names several, or may include more. `loose`: it need not mean the same. */
  readonly wording: 'cell' | 'sum' | 'loose';
  /** Figures of a whole area, which the table need not be of. */
  readonly isOfArea: boolean;
}

const REQUESTS = 't3.requests';
const CASES = 't4.review_litigation';

/** Steps by which the table's row is known, the more telling ones first. */
const REQUEST_ROWS = [
  'refusedStateSecret',
  'refusedProhibitedByLaw',
  'refusedThreeSecuritiesOneStability',
  'refusedThirdParty',
  'refusedInternalAffairs',
  'refusedProcessInformation',
  'refusedEnforcementFile',
  'refusedAdministrativeQuery',
  'unableNotHeld',
  'unableNeedsCreation',
  'unableStillUnclear',
  'rejectedPetition',
  'rejectedRepeat',
  'rejectedPublication',
  'rejectedExcessive',
  'rejectedConfirmOrReissue',
  'otherNoCorrection',
  'otherFeeUnpaid',
];
const REQUEST_STEPS: readonly (readonly [
  step: string,
  metric: Metric,
  row: string,
  wording: StatedQuantity['wording'],
])[] = [
  ['grantedAndPartial', 'grantedAndPartial', '', 'sum'],
  ['partiallyGranted', 'partiallyGranted', 'partiallyGranted', 'cell'],
  ['granted', 'granted', 'granted', 'cell'],
  ['refused', 'refused', '', 'sum'],
  ['unable', 'unable', '', 'sum'],
  ['rejected', 'rejected', '', 'sum'],
  ['otherHandling', 'other', '', 'sum'],
  ['carriedIn', 'carriedIn', 'carriedIn', 'cell'],
  ['carriedOut', 'carriedOut', 'carriedOut', 'cell'],
  ['newReceived', 'newReceived', 'newReceived', 'cell'],
  ['replied', 'replied', 'resultTotal', 'cell'],
  ['received', 'received', '', 'sum'],
  ['handled', 'received', '', 'sum'],
];
/** Steps that name a row by themselves: without the word 申请 nearby they are of applications too. */
const TELLING = new Set([
  ...REQUEST_ROWS,
  'grantedAndPartial',
  'partiallyGranted',
  'granted',
  'refused',
  'unable',
  'rejected',
  'otherHandling',
]);
const OUTCOMES: Readonly<Record<string, string>> = {
  upheld: 'upheld',
  corrected: 'corrected',
  otherOutcome: 'other',
  pending: 'pending',
};
const MOST_UNKNOWN = 1;

/** Quantities that the figures of a chain state. */
export function quantitiesOf(chain: Chain, body: string | undefined): readonly StatedQuantity[] {
  const { figures, lists } = chain.reading;
  const wholes = new Map<StatedFigure, PartList>();
  for (const isImplied of [false, true])
    for (const list of lists)
      if ((list.form === 'implied') === isImplied)
        for (const { figure } of list.parts) if (!wholes.has(figure)) wholes.set(figure, list);
  return figures.flatMap(figure => quantityOf(figure, chain, wholes, body) ?? []);
}

function quantityOf(
  figure: StatedFigure,
  chain: Chain,
  wholes: ReadonlyMap<StatedFigure, PartList>,
  body: string | undefined,
): StatedQuantity | undefined {
  const { number, kind } = figure;
  if (kind !== 'count' || number.precision === 'rough') return undefined;
  if (number.unit === '' && !wholes.has(figure)) return undefined;
  const scope = scopeOf(figure, wholes, body);
  if (scope === undefined) return undefined;
  const period = periodOf(figure, wholes);
  if (period === undefined) return undefined;
  const named = number.unit.includes('元')
    ? feesOf(figure)
    : number.decimals > 0 || number.scale > 1
      ? undefined
      : metricOf(figure, chain, wholes);
  return named && { ...named, period, figure, isOfArea: scope === 'area' };
}

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

function isCarried({ steps }: StatedFigure): boolean {
  return steps.some(step => step === 'carriedIn' || step === 'carriedOut' || step === 'carry');
}

function feesOf({
  matter,
  matterSource,
  number,
  unknown,
  parts,
}: StatedFigure): Pick<StatedQuantity, 'metric' | 'wording'> | undefined {
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

function metricOf(
  figure: StatedFigure,
  chain: Chain,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): Pick<StatedQuantity, 'metric' | 'wording'> | undefined {
  const { matter, unknown, roles } = figure;
  if (unknown > MOST_UNKNOWN || (roles.has('rest') && figure.steps.length === 0) || roles.has('mainly'))
    return undefined;
  const telling = figure.steps.find(step => TELLING.has(step));
  const isRow =
    telling !== undefined &&
    REQUEST_ROWS.includes(telling) &&
    figure.matterSource !== 'label' &&
    figure.matterSource !== 'noun';
  switch (isRow ? undefined : matter) {
    case 'applications':
      return requestsOf(figure, wholes);
    case undefined:
      return telling !== undefined && isOnApplications(chain) ? requestsOf(figure, wholes) : undefined;
    case 'reviews':
    case 'litigation':
      return casesOf(figure, chain, wholes);
    case 'normative':
    case 'rules':
      return documentsOf(figure);
    case 'licences':
      return decisionsOf(figure, 'licenses');
    case 'penalties':
      return decisionsOf(figure, 'penalties');
    case 'compulsion':
      return decisionsOf(figure, 'compulsions');
    case 'procurement':
      return isPlain(figure, ['published']) ? { metric: 'procurementItems', wording: 'sum' } : undefined;
    case 'disclosure':
      return (figure.matterSource === 'label' || figure.when === 'allYears') &&
        isPlain(figure, []) &&
        (!wholes.has(figure) || isOfMade(figure, wholes))
        ? { metric: 'disclosed', wording: wholes.has(figure) ? 'loose' : 'cell' }
        : undefined;
    default:
      return undefined;
  }
}

function isOnApplications({ reading: { figures } }: Chain): boolean {
  return figures.some(({ matter }) => matter === 'applications');
}

/** A part of all that was made is all that was disclosed; of anything else, it is a part of that. */
function isOfMade(figure: StatedFigure, wholes: ReadonlyMap<StatedFigure, PartList>): boolean {
  const list = wholes.get(figure);
  return list?.form === 'among' && list.whole.steps.includes('made');
}

/** No part of the matter is named, and no step but the given ones. */
function isPlain({ parts, limits, steps }: StatedFigure, allowed: readonly string[]): boolean {
  return (
    parts.length === 0 &&
    limits.every(limit => limit.startsWith('channel=')) &&
    steps.every(step => allowed.includes(step))
  );
}

function requestsOf(
  figure: StatedFigure,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): Pick<StatedQuantity, 'metric' | 'wording'> | undefined {
  const list = wholes.get(figure);
  if (list?.whole.matter !== undefined && list.whole.matter !== 'applications' && list.whole !== figure)
    return undefined;
  const limited = [...figure.parts, ...figure.limits];
  if (limited.some(part => !part.startsWith('applicant=')) || isLimited(list, wholes)) return undefined;
  const applicants = figure.parts.filter(part => part.startsWith('applicant='));
  if (
    figure.limits.some(part => !applicants.includes(part) && part.startsWith('applicant=') && applicants.length === 0)
  )
    return undefined;
  const row = figure.steps.find(step => REQUEST_ROWS.includes(step));
  const column =
    applicants.length === 0
      ? 'total'
      : applicants.length === 1
        ? (applicants[0] ?? '').slice('applicant='.length)
        : undefined;
  if (column === undefined) return undefined;
  if (row !== undefined) return { metric: cellMetric(REQUESTS, row, column), wording: 'cell' };
  const step =
    REQUEST_STEPS.find(([name]) => figure.steps.includes(name)) ??
    (column === 'total' || list?.isLoose === true || list?.form === 'implied' ? undefined : inherited(list, wholes));
  if (!step) return undefined;
  const [, metric, rowOfStep, wording] = step;
  if (column !== 'total')
    return rowOfStep === '' ? undefined : { metric: cellMetric(REQUESTS, rowOfStep, column), wording: 'cell' };
  // 收到的申请 among others is a part of them.
  if (
    list &&
    list.form !== 'implied' &&
    (metric === 'received' || metric === 'replied' || metric === 'newReceived') &&
    list.form !== 'total'
  ) {
    if (metric !== 'newReceived' || list.whole.parts.length > 0) return undefined;
  }
  if (metric === 'replied' && figure.steps.includes('pending')) return undefined;
  return { metric, wording };
}

/** Whether a list's whole, or the whole of that, is limited to a part of the applications. */
function isLimited(list: PartList | undefined, wholes: ReadonlyMap<StatedFigure, PartList>): boolean {
  for (let each = list, depth = 0; each && depth < 4; each = wholes.get(each.whole), depth++)
    if (each.whole.parts.some(part => !part.startsWith('applicant=')) || each.whole.unknown > MOST_UNKNOWN + 2)
      return true;
  return false;
}

function inherited(
  list: PartList | undefined,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): (typeof REQUEST_STEPS)[number] | undefined {
  for (let each = list, depth = 0; each && depth < 4; each = wholes.get(each.whole), depth++) {
    const step = REQUEST_STEPS.find(([name]) => name === 'newReceived' && each?.whole.steps.includes(name));
    if (step) return step;
  }
  return undefined;
}

function casesOf(
  figure: StatedFigure,
  chain: Chain,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): Pick<StatedQuantity, 'metric' | 'wording'> | undefined {
  const { steps, parts, matter } = figure;
  const isSubset = figure.roles.has('subset');
  if (
    parts.length > 0 ||
    steps.some(
      step =>
        !(step in OUTCOMES) &&
        step !== 'received' &&
        step !== 'direct' &&
        step !== 'afterReview' &&
        !(isSubset && step === 'handled') &&
        step !== 'made',
    )
  )
    return undefined;
  if (!isOnDisclosure(figure, chain)) return undefined;
  const list = wholes.get(figure);
  if (list && list.whole.matter !== matter && !isSubset && list.whole.matter !== 'legalCases') return undefined;
  const outcome = steps.map(step => OUTCOMES[step]).find(each => each !== undefined);
  if (matter === 'reviews') {
    if (outcome !== undefined) return { metric: cellMetric(CASES, 'review', outcome), wording: 'cell' };
    return list && !isSubset && list.whole.matter === 'reviews' ? undefined : { metric: 'review', wording: 'sum' };
  }
  const row = steps.includes('direct')
    ? 'litigationDirect'
    : steps.includes('afterReview')
      ? 'litigationAfterReview'
      : undefined;
  if (row !== undefined) return { metric: cellMetric(CASES, row, outcome ?? 'total'), wording: 'cell' };
  if (outcome !== undefined)
    return list && list.whole.steps.some(step => step === 'direct' || step === 'afterReview')
      ? undefined
      : { metric: cellMetric(CASES, 'litigation', outcome), wording: 'sum' };
  return list && !isSubset && list.whole.matter === 'litigation' ? undefined : { metric: 'litigation', wording: 'sum' };
}

/** A paragraph is looked at no further back than this. */
const FAR = 300;

/** Whether the paragraph speaks of cases on the disclosure of information, and not of all. */
function isOnDisclosure(figure: StatedFigure, { reading: { text } }: Chain): boolean {
  const before = text.slice(Math.max(0, figure.start - FAR), figure.start);
  const paragraph = before.slice(before.lastIndexOf(PARAGRAPH_END) + 1);
  const passage = figure.when === 'allYears' ? paragraph : paragraph.slice(paragraph.lastIndexOf('。') + 1);
  return passage.includes('信息公开') || figure.matterSource === 'heading';
}

function documentsOf(figure: StatedFigure): Pick<StatedQuantity, 'metric' | 'wording'> | undefined {
  if (figure.parts.length > 0) return undefined;
  const { steps, matter } = figure;
  const row = matter === 'rules' ? 'rules' : undefined;
  const column = steps.includes('newlyDisclosed')
    ? 'newlyDisclosed'
    : steps.includes('totalDisclosed')
      ? 'totalDisclosed'
      : steps.includes('effective')
        ? 'effective'
        : steps.includes('repealed')
          ? 'repealed'
          : steps.at(-1) === 'issued'
            ? 'issued'
            : undefined;
  if (column === undefined || (figure.matterSource === 'topic' && matter === 'rules')) return undefined;
  return row === undefined
    ? { metric: column, wording: 'cell' }
    : { metric: cellMetric('t2.disclosure', row, column), wording: 'sum' };
}

function decisionsOf(
  figure: StatedFigure,
  metric: 'licenses' | 'penalties' | 'compulsions',
): Pick<StatedQuantity, 'metric' | 'wording'> | undefined {
  if (figure.parts.length > 0 || figure.matterSource !== 'label' || !figure.steps.includes('decided')) return undefined;
  return { metric, wording: 'sum' };
}

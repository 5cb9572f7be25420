import { cellMetric, type Metric } from '../../format/metrics.ts';
import { TABLES } from '../../format/roles.ts';
import type { PartList } from './lists/partList.ts';
import type { StatedFigure } from './statedFigure.ts';
import { MOST_UNKNOWN, type NamedQuantity, type StatedQuantity } from './statedQuantity.ts';

const REQUESTS = TABLES.requests;

/** Steps by which the table's row is known, the more telling ones first. */
export const REQUEST_ROWS = [
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
export const TELLING = new Set([
  ...REQUEST_ROWS,
  'grantedAndPartial',
  'partiallyGranted',
  'granted',
  'refused',
  'unable',
  'rejected',
  'otherHandling',
]);

/** What a figure says of the applications, by its step and applicant. */
export function requestsOf(
  figure: StatedFigure,
  wholes: ReadonlyMap<StatedFigure, PartList>,
): NamedQuantity | undefined {
  const list = wholes.get(figure);
  if (list?.whole.matter !== undefined && list.whole.matter !== 'applications' && list.whole !== figure)
    return undefined;
  const isCarried = figure.steps.includes('carriedIn') || figure.steps.includes('carriedOut');
  const limits = isCarried ? figure.limits.filter(limit => !OF_OTHERS.test(limit)) : figure.limits;
  const limited = [...figure.parts, ...limits];
  if (limited.some(part => !part.startsWith('applicant=')) || isLimited(list, wholes, isCarried)) return undefined;
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
  if (figure.roles.has('not')) return undefined;
  const step =
    REQUEST_STEPS.find(([name]) => figure.steps.includes(name)) ??
    (column !== 'total' && figure.among.includes('newReceived')
      ? REQUEST_STEPS.find(([name]) => name === 'newReceived')
      : undefined) ??
    (column === 'total' || list?.isLoose === true || list?.form === 'implied' ? undefined : inherited(list, wholes));
  if (!step) return undefined;
  const [, metric, rowOfStep, wording] = step;
  if (wording === 'sum' && (figure.unknown > 0 || figure.roles.has('rest'))) return undefined;
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

/**
 * 网络申请7件、信函2件，均在法定期限内答复，结转下年2件: how others came in and how they were answered does not divide
 * what was carried over.
 */
const OF_OTHERS = /^(?:manner|channel)=/;

/** Whether a list's whole, or the whole of that, is limited to a part of the applications. */
function isLimited(
  list: PartList | undefined,
  wholes: ReadonlyMap<StatedFigure, PartList>,
  isCarried: boolean,
): boolean {
  const isPart = (part: string) => !part.startsWith('applicant=') && !(isCarried && OF_OTHERS.test(part));
  for (let each = list, depth = 0; each && depth < 4; each = wholes.get(each.whole), depth++)
    if (each.whole.parts.some(isPart) || each.whole.unknown > MOST_UNKNOWN + 2) return true;
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

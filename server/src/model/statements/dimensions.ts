import type { PartList } from './lists/partList.ts';
import type { StatedFigure } from './statedFigure.ts';
import { isWay } from './labelWords.ts';

/** A unit that applied, by whatever kind it is called. */
const UNIT = 'applicant=unit';

/** Sets of values that make up a whole: a list that names all of one names all parts. `official`: rows of a table. */
const CLOSED: readonly { readonly values: readonly string[]; readonly isOfficial?: boolean }[] = [
  { values: ['granted', 'partiallyGranted', 'refused', 'unable', 'rejected', 'otherHandling'], isOfficial: true },
  { values: ['grantedAndPartial', 'refused', 'unable', 'rejected', 'otherHandling'], isOfficial: true },
  { values: ['upheld', 'corrected', 'otherOutcome', 'pending'], isOfficial: true },
  { values: ['upheld', 'corrected', 'otherOutcome'] },
  { values: ['newReceived', 'carriedIn'], isOfficial: true },
  { values: ['direct', 'afterReview'], isOfficial: true },
  { values: ['unableNotHeld', 'unableNeedsCreation', 'unableStillUnclear'], isOfficial: true },
  {
    values: [
      'rejectedPetition',
      'rejectedRepeat',
      'rejectedPublication',
      'rejectedExcessive',
      'rejectedConfirmOrReissue',
    ],
    isOfficial: true,
  },
  { values: ['applicant=naturalPerson', 'applicant=organisations'], isOfficial: true },
  {
    values: [
      'applicant=enterprise',
      'applicant=researchInstitution',
      'applicant=publicWelfareOrg',
      'applicant=legalServiceOrg',
      'rest',
    ],
    isOfficial: true,
  },
  { values: ['applicant=naturalPerson', UNIT] },
  { values: ['replied', 'pending'] },
  { values: ['replied', 'notAccepted'] },
  { values: ['replied', 'notAccepted', 'pending'] },
  { values: ['done', 'pending'] },
  { values: ['atOnce', 'pending'] },
  { values: ['atOnce', 'closedShare'] },
  { values: ['replied', 'closedShare'] },
  { values: ['granted', 'refused'] },
  { values: ['published', 'refused'] },
  { values: ['published', 'applications'] },
  { values: ['disclosure', 'applications'] },
  { values: ['disclosure', 'refused'] },
  { values: ['disclosure', 'applications', 'refused'] },
  { values: ['own', 'subordinate'] },
  { values: ['time=firstHalf', 'time=secondHalf'] },
  { values: ['manner=onTime', 'manner=extended'] },
  { values: ['manner=onTime', 'manner=overdue'] },
  { values: ['manner=onTime', 'manner=overdue', 'pending'] },
  { values: ['manner=withdrawn', 'replied'] },
  { values: ['manner=withdrawn', 'received'] },
  { values: ['manner=correction', 'otherNoCorrection'] },
  { values: ['staff=fullTime', 'staff=partTime'] },
  { values: ['sex=male', 'sex=female'] },
  { values: ['proposal=congress', 'proposal=conference'] },
  { values: ['reviews', 'litigation'] },
  { values: ['channel=inPerson', 'channel=online', 'channel=letter'] },
  { values: ['channel=online', 'channel=letter'] },
  { values: ['channel=online', 'channel=inPerson'] },
  { values: ['channel=website', 'channel=letter'] },
  { values: ['channel=website', 'channel=inPerson'] },
  { values: ['channel=website', 'channel=letter', 'channel=inPerson'] },
  { values: ['channel=online', 'channel=other'] },
  { values: ['device=desktop', 'device=mobile'] },
];

/** With fewer parts, one that is not read is no evidence. */
const FEWEST_ROWS = 3;

/** Sets that are none of the results of applications. */
const NOT_OF_APPLICATIONS = ['granted', 'published'];

/** Whether a list names every value of a dimension, and whether that is one of an official table. */
export function closedDimension({ whole, parts }: PartList): 'official' | 'usual' | undefined {
  // 按时答复9件，逾期0件: none were late; what was not due is not told.
  if (parts.some(({ figure }) => figure.number.value === 0 && figure.parts.includes('manner=overdue')))
    return undefined;
  const values = parts.map(({ figure }) => valuesOf(figure, whole));
  const closed = CLOSED.find(
    set =>
      set.values.every(value => values.some(each => each.has(value))) &&
      values.every(each => set.values.some(value => each.has(value)) || each.has('rest')),
  );
  // 63件，自然人85件，企业8件: it is the one that is more than the whole.
  const isAbove = parts.some(({ figure }) => figure.number.value > whole.number.value);
  if (closed?.values.includes(UNIT) === true && isAbove) return undefined;
  if (!closed && (areQuarters(parts) || areMonthsOf(whole, parts))) return 'usual';
  if (!closed) return isAllButOne({ parts }, values) ? 'usual' : undefined;
  if (
    (whole.matter === 'applications' || whole.matter === undefined) &&
    closed.values.length === 2 &&
    NOT_OF_APPLICATIONS.includes(closed.values[0] ?? '')
  )
    return undefined;
  return closed.isOfficial === true && values.every(each => closed.values.some(value => each.has(value)))
    ? 'official'
    : 'usual';
}

/** All four of them: 一季度3条、二季度4条、三季度5条、四季度6条. */
function areQuarters(parts: PartList['parts']): boolean {
  return parts.length === 4 && parts.every(({ figure }) => figure.parts.includes('time=quarter'));
}

/** 二季度59次，其中4月14次、5月15次、6月30次 */
function areMonthsOf(whole: StatedFigure, parts: PartList['parts']): boolean {
  return (
    whole.parts.includes('time=quarter') &&
    parts.length === 3 &&
    parts.every(({ figure }) => figure.parts.includes('time=month'))
  );
}

/** Rows of a table, of which the label of one holds words that are not known: it can only be the row that is left. */
function isAllButOne({ parts }: Pick<PartList, 'parts'>, values: readonly ReadonlySet<string>[]): boolean {
  if (parts.length < FEWEST_ROWS) return false;
  return CLOSED.some(set => {
    if (set.isOfficial !== true || set.values.length !== parts.length) return false;
    const left = set.values.filter(value => !values.some(each => each.has(value)));
    const others = parts.filter((_, i) => !set.values.some(value => values[i]?.has(value)));
    const [other] = others;
    return left.length === 1 && others.length === 1 && other !== undefined && isUnread(other.figure);
  });
}

/** 其他, or a label that no word covers. */
function isUnread({ unknown, roles, steps, matterSource }: StatedFigure): boolean {
  return steps.length === 0 && (roles.has('rest') || (unknown > 0 && matterSource !== 'label'));
}

function valuesOf(figure: StatedFigure, whole: StatedFigure): ReadonlySet<string> {
  const values = new Set<string>([...figure.steps, ...figure.parts]);
  // 依申请公开3条 is disclosed, and 收到申请3件 is not.
  const isIncoming = figure.matter === 'applications' && whole.matter !== 'applications' && figure.steps.length > 0;
  if (figure.matterSource === 'label' && figure.matter !== undefined && !isIncoming) values.add(figure.matter);
  if (figure.whose === 'own' || figure.whose === 'ownLevel' || figure.whose === 'office') values.add('own');
  if (figure.whose === 'subordinate') values.add('subordinate');
  if (figure.roles.has('rest')) values.add('rest');
  // 收到13件，公民11件，企业2件: applications of a unit.
  const isOfUnit = figure.matter === 'units' && figure.matterSource === 'label' && figure.whose === undefined;
  if (isOfUnit && whole.matter === 'applications' && figure.number.unit === whole.number.unit) values.add(UNIT);
  return values;
}

/** Whether parts are channels, through which the same piece of information goes out several times. */
export function areChannels({ whole, parts }: PartList): boolean {
  if (
    whole.matter !== undefined &&
    whole.matter !== 'information' &&
    whole.matter !== 'disclosure' &&
    whole.matter !== 'interpretations'
  )
    return false;
  return parts.filter(({ figure }) => figure.parts.some(isWay)).length >= 2;
}

import type { ChainReading } from '../chains.ts';
import { cameIn, isResult } from '../lists/listFigures.ts';
import { isOfCases, isOutcomeAgain, isOutcomeOf } from '../lists/listEnds.ts';
import type { PartList } from '../lists/partList.ts';
import { REQUEST_ROWS } from '../requestQuantities.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { sumOf } from './arithmetic.ts';
import type { Certainty } from './disagreement.ts';

// What became of applications and cases: each of them has one end.

const FEWEST_KINDS = 3;
const FEWEST_OF_ALL = 3;
/** Fewer leave too much open, where nothing says that all ends are told. */
const MOST = 0.75;
/** A digit too many or too few makes ten times as much. */
const MISTYPED = 12;
const LONGEST_BEHIND = 40;
/** 其余均已答复 */
const OF_OTHERS = /其余|其他|其它|余下|剩余|另/;
const ALL_REPLIED =
  /(?:均|全部|都)(?!正|尚|未|不)(?:已|在|按|依法|及时|[^，。；、]{0,8}内)?[^，。；、]{0,4}(?:办结|答复|回复|办理(?!中|过程)|办毕)|[无没]有?结转/;

/**
 * 复议5件，3件维持，1件撤诉; 收到4件，予以公开1件，结转下年1件: joined by no word, ends that do not make up what there was. Small
 * numbers are soon far from each other.
 */
export function ofEnds(list: PartList, sum: number, chain: ChainReading): Certainty | undefined {
  const { whole, parts } = list;
  const { value } = whole.number;
  if (Math.max(sum, value) > Math.min(sum, value) * MISTYPED) return undefined;
  if (areCaseOutcomes(list)) return sum > value && sum <= 2 * value ? 'warning' : 'information';
  if (!areOutcomes(list)) return undefined;
  const left = parts.filter(({ figure }) => figure.steps.includes('carriedOut')).map(({ figure }) => figure);
  // 办理20件，予以公开18件，不予公开2件，结转下年3件: what is carried over was not handled.
  if (!cameIn(whole) && sum - sumOf(left) === value) return undefined;
  // 收到13件，公开10件，无法提供2件: others may not be told.
  const isAllTold = left.length > 0 || isAllRepliedBehind(list, chain);
  return sum > value || sum >= value * MOST || isAllTold ? 'information' : undefined;
}

/**
 * 收到13件，予以公开10件，无法提供2件，结转下年1件: what became of the applications, as far as it is told; of what was handled, where
 * it ends with what is carried over.
 */
export function areOutcomes({ whole, parts }: PartList): boolean {
  const last = parts.at(-1)?.figure;
  const isCarriedOut = last?.steps.includes('carriedOut') === true;
  const others = parts.filter(
    ({ figure }) => !(isResult(figure) || (figure === last && isCarriedOut) || isEnd(figure)),
  );
  return (
    parts.length > 1 &&
    whole.matter === 'applications' &&
    (cameIn(whole) || (isCarriedOut && whole.steps.includes('handled'))) &&
    (others.length === 0 ||
      (others.length === 1 &&
        ((parts.length > FEWEST_KINDS && others.every(isOfHandled)) ||
          (isCarriedOut && others[0] === parts.at(-2) && parts.length >= FEWEST_KINDS && others.every(isOfReplied)))))
  );
}

/** Whether words say that all was replied to: 均已按期答复, 已全部办结. */
export function isAllReplied(words: string): boolean {
  return ALL_REPLIED.test(words);
}

/** A row of the replies, or withdrawn by the applicant. */
function isEnd({ steps, parts }: Pick<StatedFigure, 'steps' | 'parts'>): boolean {
  return steps.some(step => REQUEST_ROWS.includes(step)) || parts.includes('manner=withdrawn');
}

/** 作信访处理11件: an end in other words, among ends that the table has. */
function isOfHandled({ figure: { steps, parts } }: PartList['parts'][number]): boolean {
  return parts.length === 0 && steps.every(step => step === 'handled');
}

/** 1件无法提供，18件按期答复，1件结转下年: the others were answered. */
function isOfReplied({ figure: { steps } }: PartList['parts'][number]): boolean {
  return steps.length > 0 && steps.every(step => step === 'replied');
}

/**
 * 办理9件，均按时办结。其中予以公开2件，…; 受理24件，答复率100%。其中…; 收到9件，上年结转0件。处理结果中，…，结转下年2件: what became
 * of every application is told, and each had one end.
 */
export function tellsAllEnds(list: PartList, { figures, text }: ChainReading): boolean {
  const { form, whole, parts, isOpen } = list;
  const first = parts[0]?.figure ?? whole;
  const isOneEnd = ({ steps, roles }: StatedFigure) =>
    isResult({ steps }) || steps.includes('carriedOut') || roles.has('rest');
  const sum = parts.reduce((all, { figure }) => all + figure.number.value, 0);
  if (form === 'implied' || form === 'total' || isOpen || parts.length < 2 || whole.matter !== 'applications')
    return false;
  if (!parts.every(({ figure }) => isOneEnd(figure)) || !isResult(first)) return false;
  // 予以公开2件，占50%；部分公开1件，占25%；无法提供1件，占25%
  const shares = parts.flatMap(({ share }) => (share ? [share.number.value] : []));
  if (shares.length === parts.length && Math.abs(shares.reduce((a, b) => a + b, 0) - 100) <= 1) return true;
  // 办结21件，其中予以公开10件，部分公开2件: may be but some.
  if (parts.length < FEWEST_OF_ALL && sum < whole.number.value * MOST) return false;
  const between = figures.slice(whole.index + 1, first.index);
  const isCarriedOut = parts.some(({ figure }) => figure.steps.includes('carriedOut'));
  if (isCarriedOut) return between.some(({ steps }) => steps.includes('carriedIn'));
  return (
    between.some(({ kind, steps, number }) => kind === 'rate' && steps.includes('replied') && number.value === 100) ||
    isAllReplied(text.slice(whole.end, first.start))
  );
}

/** 收到7件，其中公开4件，不予公开2件，均依法答复: it may be said of those alone that are named. */
export function tellsEndsBehind(list: PartList, chain: ChainReading): boolean {
  const { form, whole, parts, isOpen } = list;
  const isOneEnd = ({ steps }: StatedFigure) => isResult({ steps }) || isEnd({ steps, parts: [] });
  return (
    form !== 'total' &&
    !isOpen &&
    whole.matter === 'applications' &&
    parts.filter(({ figure }) => isResult(figure)).length > 1 &&
    parts.every(({ figure }) => isOneEnd(figure)) &&
    isAllRepliedBehind(list, chain)
  );
}

/** 收到14件，公开1件，…，无法提供1件，均已按期答复: each of them has had one end. */
function isAllRepliedBehind({ parts }: PartList, { figures, text }: ChainReading): boolean {
  const last = parts.at(-1)?.figure;
  if (!last || parts.length < 2) return false;
  const behind = text.slice(last.end, Math.min(figures[last.index + 1]?.start ?? Infinity, last.end + LONGEST_BEHIND));
  const [clause = ''] = behind.split('。');
  return ALL_REPLIED.test(clause) && !OF_OTHERS.test(clause);
}

/** 复议5件，3件维持，2件撤诉; 复议9件，诉讼0件，维持9件: how all of the cases ended, as far as the words tell. */
export function areCaseOutcomes({ whole, parts }: PartList): boolean {
  return (
    isOfCases(whole) &&
    parts.some(({ figure }) => !isOfCases(figure) || figure.number.value > 0) &&
    parts.every(
      ({ figure }) =>
        isOutcomeOf(figure, whole) || isOutcomeAgain(figure, whole) || (isOfCases(figure) && figure.number.value === 0),
    )
  );
}

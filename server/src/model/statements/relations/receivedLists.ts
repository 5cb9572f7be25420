import type { ChainReading } from '../chains.ts';
import { isResult } from '../lists/listFigures.ts';
import type { PartList } from '../lists/partList.ts';
import { isExact, sumOf } from './arithmetic.ts';

// Classes of the replies, told of what came in.

const FEWEST_OF_ALL = 3;
/** Fewer leave too much open. */
const MOST = 0.75;

/**
 * 新收1439件。⏎按结果分，予以公开202件…: of the replies, among which are those to what was carried in. More than was replied
 * to and than came in with what was carried in, where either is told, they cannot be.
 */
export function isOfReceived(
  { isLoose, whole, parts }: PartList,
  { text, figures }: ChainReading,
  sum: number,
): boolean {
  const first = parts[0]?.figure ?? whole;
  const beside = figures.filter(
    each => each.sentence === whole.sentence && each !== whole && each.kind === 'count' && each.index < first.index,
  );
  const [carried = [], replied = []] = ['carriedIn', 'replied'].map(step =>
    beside.filter(({ steps }) => steps.includes(step)),
  );
  // 受理68件（含上年结转4件）。按结果分，…，结转下年5件: of all that there were.
  const isIncluded = carried.some(
    ({ depth, roles }) => depth > whole.depth && roles.has('opener') && !roles.has('not'),
  );
  const isTold = carried.length + replied.length > 0 && beside.every(isExact);
  const most = Math.max(whole.number.value + sumOf(carried), sumOf(replied));
  // What is carried out was not replied to, and may have been carried in.
  const left = parts.map(({ figure }) => figure).filter(({ steps }) => steps.includes('carriedOut'));
  const counted = carried.length > 0 ? sum : sum - sumOf(left);
  return (
    isLoose &&
    !(isIncluded && (left.length > 0 || sum > whole.number.value)) &&
    !(isTold && counted > most) &&
    !text.slice(whole.end, first.start).includes('已答复') &&
    whole.steps.some(step => step === 'newReceived' || step === 'received') &&
    !whole.steps.some(step => step === 'replied' || step === 'handled') &&
    parts.some(({ figure }) => isResult(figure)) &&
    parts.every(({ figure }) => isResult(figure) || figure.roles.has('rest') || left.includes(figure))
  );
}

/**
 * 收到26件，按时答复率100%。其中，予以公开13件…: fewer than came in, or more, and nothing is told of what was carried over.
 */
export function isLeftOver(
  { form, whole, parts }: PartList,
  { figures }: ChainReading,
  sum: number,
  areAllEnds: boolean,
): boolean {
  const { value } = whole.number;
  return (
    (form === 'among' || areAllEnds) &&
    (sum > value || areAllEnds || (parts.length >= FEWEST_OF_ALL && sum >= value * MOST)) &&
    !figures.some(({ steps }) => steps.some(step => step.startsWith('carr')))
  );
}

/** 答复61件。从内容看，征地类13件…: a view divides what came in, which is not told. */
export function dividesReplies({ form, isLoose, whole, parts }: PartList): boolean {
  return (
    isLoose &&
    (form === 'view' || form === 'colon') &&
    whole.steps.includes('replied') &&
    !parts.some(({ figure }) => isResult(figure))
  );
}

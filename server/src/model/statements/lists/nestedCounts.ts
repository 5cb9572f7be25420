import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import type { ChainWords } from './chainWords.ts';
import { sumOfParts } from './listEnds.ts';
import { LEVELS, MOST_PARTS, type PartList } from './partList.ts';

/** So far from its whole, a first part with what stands behind it is no list of it. */
const NEAR = 0.1;

/** 甲33件，主办20件，会办13件；乙26件，…: the counts behind each part of a list, up to the semicolon, are what it consists of. */
export class NestedCounts {
  private readonly lists: PartList[] = [];
  private own: StatedFigure[] = [];

  add(figure: StatedFigure): void {
    this.own.push(figure);
  }

  /** What was added is of this part. */
  endOf(whole: StatedFigure | undefined): void {
    const parts = this.own.map(figure => ({ figure, share: undefined }));
    this.own = [];
    if (!whole || parts.length < 2) return;
    const form = 'implied';
    this.lists.push({ form, whole, parts, isClosed: false, isOpen: false, isEnded: true, isLoose: false });
  }

  /** The lists, where the parts make up their whole: else there are no two levels. */
  listsIn(parts: PartList['parts'], whole: StatedFigure): readonly PartList[] {
    return sumOfParts(parts) === whole.number.value ? this.lists : [];
  }
}

/**
 * 甲33件，主办20件，会办13件；乙26件，主办11件，会办15件: the counts behind the first part, up to the semicolon, make it up. Where
 * all parts have some, it may be any of them.
 */
export function haveOwnCounts(words: ChainWords, first: StatedFigure, whole: StatedFigure): boolean {
  const members: { readonly value: number; sum: number; count: number }[] = [];
  let last = first;
  for (const each of words.figures.slice(first.index, first.index + MOST_PARTS)) {
    if (each.sentence !== first.sentence) break;
    if (each.depth !== first.depth || each.kind !== 'count') continue;
    if (!isSameMeasure(each.number.unit, first.number.unit)) continue;
    const member = members.at(-1);
    if (!member || words.between(last, each, first.depth).level >= LEVELS.semicolon)
      members.push({ value: each.number.value, sum: 0, count: 0 });
    else {
      member.sum += each.number.value;
      member.count++;
    }
    last = each;
  }
  // 新增46件，其中甲9件、乙21件、丙16件；现有312件: no part of it.
  if (members.some(({ value }) => value > whole.number.value)) return false;
  const areMadeUp = members.map(({ value, sum, count }) => count > 1 && sum === value);
  if (members.length < 2 || areMadeUp[0] === true) return members.length > 1;
  if (!areMadeUp.includes(true) || members.some(({ count }) => count < 2)) return false;
  // 27条，其中甲13条、乙1条、丙15条；法定16条，其中…: up to the semicolon the list is of the whole.
  const [{ value, sum } = { value: 0, sum: 0 }] = members;
  const isMadeUp = members.reduce((all, member) => all + member.value, 0) === whole.number.value;
  return isMadeUp || Math.abs(value + sum - whole.number.value) > whole.number.value * NEAR;
}

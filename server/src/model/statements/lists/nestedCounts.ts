import type { StatedFigure } from '../statedFigure.ts';
import { sumOfParts } from './listEnds.ts';
import type { PartList } from './partList.ts';

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

import type { StatedFigure } from '../statedFigure.ts';

/** How the words join the parts of a list to their whole. */
export type ListForm = 'among' | 'colon' | 'bracket' | 'opener' | 'all' | 'of' | 'view' | 'items' | 'total' | 'implied';

/** A whole and the parts that the text names of it. */
export interface PartList {
  readonly form: ListForm;
  readonly whole: StatedFigure;
  readonly parts: readonly ListPart[];
  /** Words say that the parts are all there are. */
  readonly isClosed: boolean;
  /** Words say that they are not: 等, 主要. */
  readonly isOpen: boolean;
  /** Words say that a thing may be among several of the parts. */
  readonly isOverlapping?: boolean;
  /** The list ends with its sentence or a stronger sign than those between its parts. */
  readonly isEnded: boolean;
  /** The whole stands in an earlier sentence, or was found by what it counts. */
  readonly isLoose: boolean;
  /** No word joins the parts, but each is told by what it has: 受理30件，属实的12件. */
  readonly isDescribed?: boolean;
  /** A stronger sign parts the whole from the parts than these from each other: 栏目9个，概况类2个、服务类7个. */
  readonly isSetOff?: boolean;
  /** Taken for a list because its sum comes near: 上传党务信息277条、村务信息231条，共上传508条. */
  readonly isNear?: boolean;
}

export interface ListPart {
  readonly figure: StatedFigure;
  /** Share stated with the part. */
  readonly share: StatedFigure | undefined;
}

/** How a list is opened, and the whole that the words name. */
export interface Opening {
  readonly form: ListForm;
  readonly whole: StatedFigure | undefined;
  readonly isClosed: boolean;
  readonly isOpen: boolean;
  readonly isLoose: boolean;
}

/** Signs between figures, the stronger ones higher. */
export const LEVELS = { enumeration: 1, comma: 2, semicolon: 3, stop: 4, paragraph: 5 } as const;

/** A row of more figures is no list of prose, and is left alone. */
export const MOST_PARTS = 60;

/** How far a list is followed, in figures: its parts with their shares and what stands in brackets behind them. */
export const FARTHEST_FIGURES = 4 * MOST_PARTS;

/** The lists found so far, and for each figure the first one in which it is a part, the whole or the first part. */
export class FoundLists {
  readonly lists: PartList[] = [];
  readonly partOf = new Map<number, PartList>();
  readonly ofWhole = new Map<StatedFigure, PartList>();
  readonly fromFirst = new Map<StatedFigure, PartList>();

  add(list: PartList): void {
    this.addImplied(list);
    for (const { figure } of list.parts) if (!this.partOf.has(figure.index)) this.partOf.set(figure.index, list);
  }

  /** No words say that its figures are parts: they may be those of another list. */
  addImplied(list: PartList): void {
    this.lists.push(list);
    if (!this.ofWhole.has(list.whole)) this.ofWhole.set(list.whole, list);
    const first = list.parts[0]?.figure;
    if (first && !this.fromFirst.has(first)) this.fromFirst.set(first, list);
  }
}

import type { Block, Placed } from '../syntax/block.ts';
import type { MergeMarker } from '../syntax/line.ts';
import { memoByObject } from '../text/memo.ts';
import { shift, type Span } from '../text/span.ts';

/** A merge conflict that version control left in the draft; places count from the draft's start. */
export interface MergeConflict {
  /** The line `<<<<<<<`. */
  readonly marker: Span;
  /** From the first marker to the last. */
  readonly span: Span;
  /** What is not this side: the common text, if it is there, and the other side. */
  readonly other: Span;
}

/** The conflicts of a draft in order. A conflict needs `<<<<<<<`, `=======` and `>>>>>>>` one after the other. */
export const mergeConflictsOf = memoByObject((blocks: readonly Placed[]): readonly MergeConflict[] => {
  const conflicts: MergeConflict[] = [];
  let begin: Span | undefined;
  let other: Span | undefined;
  let hasMiddle = false;
  const meet: Readonly<Record<MergeMarker, (at: Span) => void>> = {
    begin: at => {
      begin = at;
      other = undefined;
      hasMiddle = false;
    },
    base: at => {
      if (begin && !hasMiddle) other ??= at;
    },
    middle: at => {
      if (!begin) return;
      other ??= at;
      hasMiddle = true;
    },
    end: at => {
      if (begin && other && hasMiddle)
        conflicts.push({
          marker: begin,
          span: { start: begin.start, end: at.end },
          other: { start: other.start, end: at.end },
        });
      begin = undefined;
    },
  };
  for (const { at, block } of blocks)
    for (const { marker, span } of block.signs?.mergeMarkers ?? []) meet[marker](shift(span, at));
  return conflicts;
});

/** Markers that begin or end no whole conflict: the rest of one that was mended in part. A line ======= is none. */
export function strayMergeMarkers(blocks: readonly Placed[]): readonly Span[] {
  const conflicts = mergeConflictsOf(blocks);
  const isInside = (at: Span) => conflicts.some(({ span }) => span.start <= at.start && at.end <= span.end);
  return blocks.flatMap(({ at, block }) =>
    (block.signs?.mergeMarkers ?? []).flatMap(({ marker, span }) => {
      const place = shift(span, at);
      return (marker === 'begin' || marker === 'end') && !isInside(place) ? [place] : [];
    }),
  );
}

/** The blocks of a draft without those of the other sides of merge conflicts: what stands there twice counts once. */
export const ownSideOf = memoByObject((blocks: readonly Placed[]): readonly Placed[] => {
  const conflicts = mergeConflictsOf(blocks);
  if (conflicts.length === 0) return blocks;
  let next = 0;
  return blocks.filter(({ at }) => {
    while ((conflicts[next]?.other.end ?? Infinity) <= at) next++;
    return at < (conflicts[next]?.other.start ?? Infinity);
  });
});

/** Whether a block holds the marker of a merge conflict. */
export function hasMergeMarker(block: Block): boolean {
  return (block.signs?.mergeMarkers.length ?? 0) > 0;
}

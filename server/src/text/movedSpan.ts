import type { Span } from './span.ts';

/** What of a text stayed the same in another version of it: so many UTF-16 units at the start and at the end. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

/** Compares two versions of a text from both ends. */
export function sameEnds(before: string, after: string): SameEnds {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end++;
  return { start, end };
}

/** Where a span of the version before stands in the other one; undefined where something in it changed. */
export function movedSpan({ start, end }: Span, same: SameEnds, before: string, after: string): Span | undefined {
  if (end <= same.start) return { start, end };
  const by = after.length - before.length;
  return start >= before.length - same.end ? { start: start + by, end: end + by } : undefined;
}

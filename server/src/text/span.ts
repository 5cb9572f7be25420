/** Half-open range of UTF-16 units. What it counts from (the draft or its block) is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` to `end`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** The span moved by `by` units: turns a span inside a block into one of the draft. */
export function shift(inner: Span, by: number): Span {
  return { start: inner.start + by, end: inner.end + by };
}

/** The smallest span that holds all of `spans`; undefined for none. */
export function cover(spans: readonly Span[]): Span | undefined {
  const first = spans[0];
  if (!first) return undefined;
  let { start, end } = first;
  for (const each of spans) {
    if (each.start < start) start = each.start;
    if (each.end > end) end = each.end;
  }
  return { start, end };
}

/** Whether `offset` lies in `outer`; both ends count, so that a cursor behind a word still touches it. */
export function touches(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset <= outer.end;
}

/**
 * Those of a list that reach into a stretch. The list is in order and its members do not overlap; cost grows with what
 * is found.
 */
export function within<T extends { readonly span: Span }>(sorted: readonly T[], { start, end }: Span): readonly T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span.end ?? Infinity) > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while ((sorted[last]?.span.start ?? Infinity) < end) last++;
  return sorted.slice(low, last);
}

import type { Span } from './span.ts';

/** Places of a text that are taken, each once: for readers of whose findings the first keeps a place. */
export class SpanSet {
  /** Ascending; they do not overlap, so the ends ascend too. */
  private readonly spans: Span[] = [];

  /** Takes a place of at least one character; false where something of it is taken already. */
  addIfFree(span: Span): boolean {
    const next = this.firstBehind(span.start);
    const other = this.spans[next];
    if (other && other.start < span.end) return false;
    if (next === this.spans.length) this.spans.push(span);
    else this.spans.splice(next, 0, span);
    return true;
  }

  /** Index of the first span that ends behind `at`. */
  private firstBehind(at: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.end ?? Infinity) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

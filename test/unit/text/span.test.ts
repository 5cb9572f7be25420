import { describe, expect, it } from 'vitest';
import { cover, shift, span, touches } from '../../../server/src/text/span.ts';

describe('spans', () => {
  it('are moved from a block into the draft', () => {
    expect(shift(span(2, 5), 10)).toEqual({ start: 12, end: 15 });
    expect(shift(shift(span(2, 5), 10), -10)).toEqual(span(2, 5));
  });

  it('cover several, in whatever order they come', () => {
    expect(cover([])).toBeUndefined();
    expect(cover([span(4, 6)])).toEqual(span(4, 6));
    expect(cover([span(8, 9), span(1, 2), span(3, 12)])).toEqual(span(1, 12));
  });

  it('are touched at both ends', () => {
    expect([1, 2, 3, 5, 6].map(offset => touches(span(2, 5), offset))).toEqual([false, true, true, true, false]);
    expect(touches(span(3, 3), 3)).toBe(true);
  });
});

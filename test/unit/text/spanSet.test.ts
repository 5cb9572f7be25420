import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SpanSet } from '../../../server/src/text/spanSet.ts';
import type { Span } from '../../../server/src/text/span.ts';

it('takes what overlaps nothing that was taken', () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]): Span => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), spans => {
      const occupied = new SpanSet();
      const taken: Span[] = [];
      for (const each of spans) {
        const isFree = !taken.some(other => each.start < other.end && other.start < each.end);
        expect(occupied.addIfFree(each)).toBe(isFree);
        if (isFree) taken.push(each);
      }
    }),
    { seed: 20240115 },
  );
});

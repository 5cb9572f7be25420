import { expect, it } from 'vitest';
import { BoundedCache } from '../../../server/src/text/boundedCache.ts';

it('computes once for each text until it is full, and then begins anew', () => {
  const computed: string[] = [];
  const cache = new BoundedCache(2, text => {
    computed.push(text);
    return text === 'nothing' ? undefined : text.length;
  });
  expect([cache.get('a'), cache.get('nothing'), cache.get('a'), cache.get('nothing')]).toEqual([
    1,
    undefined,
    1,
    undefined,
  ]);
  expect(computed).toEqual(['a', 'nothing']);
  cache.get('abc');
  cache.get('a');
  expect(computed).toEqual(['a', 'nothing', 'abc', 'a']);
});

it('keeps nothing where computing fails', () => {
  let calls = 0;
  const cache = new BoundedCache(2, () => {
    if (++calls === 1) throw new Error('once');
    return calls;
  });
  expect(() => cache.get('a')).toThrow('once');
  expect(cache.get('a')).toBe(2);
});

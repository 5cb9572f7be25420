import { expect, test } from 'vitest';
import { hash32, hash64 } from '../../../server/src/text/hash.ts';

test('the hash is FNV-1a, and stays what is written in settings files', () => {
  expect(hash32('')).toBe('811c9dc5');
  expect(hash32('a')).toBe('e40c292c');
  expect(hash32('foobar')).toBe('bf9cf968');
  expect(hash64('年报')).toMatch(/^[0-9a-f]{16}$/);
  expect(hash64('foobar').slice(0, 8)).toBe('bf9cf968');
  expect(new Set(['', 'a', '年', '报', '年报'].map(hash64)).size).toBe(5);
});

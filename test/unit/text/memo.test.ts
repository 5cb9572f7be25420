import { describe, expect, it } from 'vitest';
import { memoByObject, memoByObjectAndKey } from '../../../server/src/text/memo.ts';

describe('memo', () => {
  it('computes once for each object, undefined included', () => {
    let count = 0;
    const of = memoByObject((_: object) => {
      count++;
      return undefined;
    });
    const [a, b] = [{}, {}];
    for (const each of [a, a, b, a]) expect(of(each)).toBe(undefined);
    expect(count).toBe(2);
  });

  it('computes once for each object and key', () => {
    const asked: string[] = [];
    const of = memoByObjectAndKey((object: { name: string }, key: number | null) => {
      asked.push(`${object.name}${String(key)}`);
      return asked.length;
    });
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    expect([of(a, 1), of(a, 1), of(a, null), of(b, 1), of(a, null)]).toEqual([1, 1, 2, 3, 2]);
    expect(asked).toEqual(['a1', 'anull', 'b1']);
  });

  it('keeps nothing of a computation that throws', () => {
    let fails = true;
    const of = memoByObject((_: object) => {
      if (fails) throw new Error('not yet');
      return 1;
    });
    const a = {};
    expect(() => of(a)).toThrow('not yet');
    fails = false;
    expect(of(a)).toBe(1);
  });
});

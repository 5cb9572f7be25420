import { describe, expect, it } from 'vitest';
import { memoByContext, memoByObject, memoByObjectAndKey } from '../../../server/src/text/memo.ts';

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

  it('computes once for the last context of each object', () => {
    const asked: string[] = [];
    const of = memoByContext((object: { name: string }, context: { year: number }) => {
      asked.push(`${object.name}${String(context.year)}`);
      return object.name.length + context.year;
    });
    const [a, b] = [{ name: 'a' }, { name: 'bb' }];
    const [first, second] = [{ year: 1 }, { year: 2 }];
    expect([of(a, first), of(a, first), of(b, first), of(a, second), of(a, second)]).toEqual([2, 2, 3, 3, 3]);
    expect(asked).toEqual(['a1', 'bb1', 'a2']);
  });

  it('leaves no trace in the object', () => {
    const names = memoByObject(({ name }: { name: string }) => [name]);
    const lengths = memoByObject(({ name }: { name: string }) => name.length);
    const a = { name: 'a' };
    expect([names(a), lengths(a), names(a)]).toEqual([['a'], 1, ['a']]);
    expect(a).toEqual({ name: 'a' });
    expect(Reflect.ownKeys(a)).toEqual(['name']);
    // A copy is another object, as one that differs may be made of it.
    expect(names({ ...a, name: 'b' })).toEqual(['b']);
  });
});

import { describe, expect, it } from 'vitest';
import { charClassTable, charSetTable, isSignAt, WHITE_SPACE } from '../../../server/src/text/charTable.ts';

describe('a table of signs', () => {
  const kinds = charClassTable('，。', '条件', '。');

  it('tells the kind of each sign, the last kind where a sign is in several', () => {
    expect([...'，条。件开a'].map(sign => kinds[sign.charCodeAt(0)])).toEqual([1, 2, 3, 2, 0, 0]);
  });

  it('tells nothing behind the end of a text', () => {
    expect(kinds[''.charCodeAt(0)]).toBeUndefined();
  });
});

it('a table of sets tells all the sets of a sign', () => {
  const sets = charSetTable('，。', '条件', '。');
  expect([...'，。条a'].map(sign => sets[sign.charCodeAt(0)])).toEqual([0b001, 0b101, 0b010, 0]);
});

describe('the sign at a place', () => {
  it.each([
    [0, true],
    [1, false],
    [2, true],
    [3, false],
    [-1, false],
  ])('%i', (at, expected) => {
    expect(isSignAt('第一条', at, '第条')).toBe(expected);
  });

  it('is none of no signs', () => {
    expect(isSignAt('第', 0, '')).toBe(false);
  });
});

it('white space is what it is in a regular expression', () => {
  for (let code = 0; code < 0x10000; code++) {
    const sign = String.fromCharCode(code);
    expect(WHITE_SPACE.includes(sign), code.toString(16)).toBe(/\s/.test(sign));
  }
});

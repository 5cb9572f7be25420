import { describe, expect, test } from 'vitest';
import { isWordPair } from '../../../server/src/text/alikeCharacters.ts';
import { WORD_PAIRS } from '../../../server/src/text/data/wordPairs.ts';

describe('pairs of characters inside common words', () => {
  const groups = WORD_PAIRS.split('|').filter(group => group !== '');

  test('are found for every first character', () => {
    const missing = groups.flatMap(([first = '', ...seconds]) =>
      seconds.filter(second => !isWordPair(first, second)).map(second => first + second),
    );
    expect(groups.length).toBeGreaterThan(4000);
    expect(missing).toEqual([]);
  });

  test('are in the order of the first characters, as they are looked up', () => {
    const codes = groups.map(group => group.charCodeAt(0));
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  test('are no others', () => {
    expect(isWordPair('\u4e00', '\u9f9f')).toBe(false);
    for (const [a, b] of ['\u0020公', 'A公', '\u{20000}公', '\uffff公', '公A', ''].map(pair => [...pair]))
      expect(isWordPair(a ?? '', b ?? '')).toBe(false);
  });
});

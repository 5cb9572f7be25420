import { describe, expect, it, test } from 'vitest';
import { isPatternFault, safePattern } from '../../../server/src/text/safePattern.ts';

function matches(pattern: string, text: string): boolean {
  const made = safePattern(pattern);
  if (isPatternFault(made)) throw new Error(`${pattern}: ${made.why} at ${String(made.at)}`);
  return made.matches(text);
}

describe('safe patterns', () => {
  test.each([
    ['[0-9]{10}', ['9999990001', '９９９９９９０００１', '99999 90001'], ['999999001', '99999900011', 'x999990001']],
    ['bm[0-9]{8}|[0-9]{10}', ['bm12345678', 'BM12345678', '1234567890'], ['bm1234567', 'bm1234567890']],
    ['.ICP[备证]?\\d{6,8}号', ['甲ICP备123456号', '乙icp12345678号'], ['甲乙ICP备123456号', '甲ICP备12345号']],
    ['a*b+c?', ['b', 'aaabbc', 'bc'], ['', 'a', 'ac', 'bcc']],
    ['[^0-9]{2,}', ['甲乙', '甲乙丙'], ['甲', '甲1']],
    ['\\.\\[\\|', ['.[|'], ['x[|']],
    ['[\\d—-]+', ['1—2-3'], ['1_2']],
    ['𠮷[𠮷野]', ['𠮷野', '𠮷𠮷'], ['𠮷', '野𠮷']],
  ])('%s', (pattern, fits, others) => {
    for (const text of fits) expect(matches(pattern, text), text).toBe(true);
    for (const text of others) expect(matches(pattern, text), text).toBe(false);
  });

  test.each([
    ['(a)', 0, 'group'],
    ['^a$', 0, 'group'],
    ['a|', 0, 'nothing'],
    ['', 0, 'nothing'],
    ['ab{2', 2, 'count'],
    ['a{3,1}', 1, 'count'],
    ['a{0}', 1, 'count'],
    ['a+?b+*', 2, 'count'],
    ['a[]', 1, 'class'],
    ['[b-a]', 0, 'class'],
    ['a]', 1, 'class'],
    ['a\\b', 1, 'escape'],
    ['a\\', 1, 'escape'],
  ])('%s is refused at %i', (pattern, at, why) => {
    expect(safePattern(pattern)).toEqual({ at, why });
  });

  it('take time that grows with the text alone', () => {
    const before = performance.now();
    for (const pattern of ['a*'.repeat(200), 'a{0,100}'.repeat(9), `${'.*a'.repeat(60)}b`, `${'[a-z]+'.repeat(60)}1`])
      for (const text of ['a'.repeat(1000), `${'a'.repeat(999)}!`, 'a'.repeat(1_000_000)]) matches(pattern, text);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

import { describe, expect, it } from 'vitest';
import { movedSpan, sameEnds } from '../../../server/src/text/movedSpan.ts';

/** Where a word of the version before stands in the other. */
function moved(before: string, after: string, word: string): string | undefined {
  const start = before.indexOf(word);
  const span = movedSpan({ start, end: start + word.length }, sameEnds(before, after), before, after);
  return span && after.slice(span.start, span.end);
}

describe('a span of an earlier version', () => {
  it('stays before an edit, moves behind it, and is gone where something in it changed', () => {
    const before = '上年结转 117 件，办结 20 件。';
    const after = '上年结转 118 件，共办结 20 件。';
    expect(moved(before, after, '上年结转')).toBe('上年结转');
    expect(moved(before, after, '20 件')).toBe('20 件');
    expect(moved(before, after, '117')).toBeUndefined();
    expect(moved(before, after, '，办结')).toBeUndefined();
  });

  it('is found again in a text that did not change, is repeated, or is shorter', () => {
    expect(moved('甲乙', '甲乙', '乙')).toBe('乙');
    expect(moved('甲甲甲丙', '甲甲丙', '丙')).toBe('丙');
    expect(moved('甲\n乙\n丙', '丙', '丙')).toBe('丙');
    expect(moved('丙', '', '丙')).toBeUndefined();
  });
});

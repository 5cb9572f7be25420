import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../server/src/text/width.ts';

describe('display width', () => {
  test.each([
    ['', 0],
    ['abc 12', 6],
    ['自然人', 6],
    ['（一）予以公开', 14],
    ['１２', 4],
    ['㐀𠮷', 4],
    ['ｱ', 1],
    ['e\u0301', 1],
    ['a\u200bb\ufeff', 2],
    ['〔2021〕30号', 12],
  ])('of “%s” is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
    expect(displayWidth(text, 'narrow')).toBe(width);
  });

  test.each([
    ['“三安全一稳定”', 16, 14],
    ['…·①×', 8, 4],
  ])('of “%s” is %i, or %i where ambiguous signs are narrow', (text, wide, narrow) => {
    expect(displayWidth(text, 'wide')).toBe(wide);
    expect(displayWidth(text, 'narrow')).toBe(narrow);
  });

  test('of any text is the sum of its characters’ widths, broken ones included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(displayWidth(text)).toBe([...text].reduce((sum, sign) => sum + displayWidth(sign), 0));
      }),
    );
    expect(displayWidth('\ud800')).toBe(1);
  });
});

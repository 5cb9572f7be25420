import { describe, expect, it } from 'vitest';
import { writeLike, writtenNumber } from '../../../server/src/text/writtenNumber.ts';

describe('numbers as drafts write them', () => {
  it.each([
    ['共12条', '12', 12],
    ['1,234.5万元', '1,234.5', 1234.5],
    ['6 482条', '6 482', 6482],
    ['1\u2009264\u2009300次', '1\u2009264\u2009300', 1_264_300],
    ['12 3456', '12', 12],
    ['三十二条', '三十二', 32],
  ])('%s', (text, written, value) => {
    expect(writtenNumber(text)).toMatchObject({ text: written, value });
  });

  it.each([
    ['5 917', 12_308, '12 308'],
    ['5，917', 12_308, '12,308'],
    ['５９１７', 12_308, '１２３０８'],
    ['917', 12_308, '12308'],
    ['三', 12, '十二'],
  ])('as %s is written', (pattern, value, written) => {
    expect(writeLike(pattern, value)).toBe(written);
  });
});

import { describe, expect, it } from 'vitest';
import {
  chineseToNumber,
  circledToNumber,
  fullWidthDigits,
  halfWidthDigits,
  numberToChinese,
  numberToCircled,
} from '../../../server/src/text/numerals.ts';

describe('Chinese numerals', () => {
  it.each([
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['二十一', 21],
    ['九十九', 99],
    ['一百', 100],
    ['一百零三', 103],
    ['一百一十', 110],
    ['三千零五十', 3050],
    ['零', 0],
    ['〇', 0],
    ['二〇二四', 2024],
    ['二○一八', 2018],
    ['一九九八', 1998],
  ])('%s is %d', (text, value) => {
    expect(chineseToNumber(text)).toBe(value);
  });

  it.each(['', '一二', '十十', '百', '二百百', '三二十', '总', '一、', '12', '一二三四五六七八九十一二三'])(
    '%s is none',
    text => {
      expect(chineseToNumber(text)).toBeUndefined();
    },
  );

  it('lead there and back from 0 to 99', () => {
    for (let value = 0; value <= 99; value++) expect(chineseToNumber(numberToChinese(value))).toBe(value);
    expect([1, 10, 11, 20, 21].map(numberToChinese)).toEqual(['一', '十', '十一', '二十', '二十一']);
  });

  it('stop at 99', () => {
    expect([100, -1, 1.5].map(numberToChinese)).toEqual(['100', '-1', '1.5']);
  });
});

describe('circled numbers', () => {
  it('lead there and back from 1 to 20', () => {
    for (let value = 1; value <= 20; value++) expect(circledToNumber(numberToCircled(value) ?? '')).toBe(value);
    expect([circledToNumber('①x'), circledToNumber('⑳')]).toEqual([1, 20]);
  });

  it('are none outside', () => {
    expect([numberToCircled(0), numberToCircled(21), numberToCircled(1.5)]).toEqual([undefined, undefined, undefined]);
    expect([circledToNumber(''), circledToNumber('1'), circledToNumber('㉑')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('full-width digits', () => {
  it('become half-width without a change of length', () => {
    const text = '１，２３４．５６％（＋７－８）条';
    expect(halfWidthDigits(text)).toBe('1,234.56%（+7-8）条');
    expect(halfWidthDigits(text)).toHaveLength(text.length);
  });

  it('are written for half-width ones, and nothing else', () => {
    expect(fullWidthDigits('第12,3条')).toBe('第１２,３条');
  });
});

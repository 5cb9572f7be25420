import { describe, expect, it } from 'vitest';
import { digitsLike } from '../../../../server/src/model/tables/lookAlikes.ts';

describe('signs that look like digits', () => {
  it.each([
    ['O', '0'],
    ['o', '0'],
    ['Ｏ', '0'],
    ['〇', '0'],
    ['○', '0'],
    ['l', '1'],
    ['I', '1'],
    ['丨', '1'],
    ['｜', '1'],
    ['1O', '10'],
    ['l2', '12'],
    ['１Ｏ', '10'],
    ['1,2O0', '1,200'],
    ['1S', '15'],
    ['B0', '80'],
    [' 3o ', '30'],
  ])('%s is meant for %s', (text, digits) => {
    expect(digitsLike(text)).toBe(digits);
  });

  it.each([
    '',
    '10',
    '１０',
    '○○',
    'OO',
    'II',
    'S',
    'B',
    'O5',
    '〇5',
    '约1O',
    '无',
    '一',
    '-',
    '1O件',
    'IO',
    '1,O',
    'O.O.O',
    '1O0000000000000',
  ])('%s is left alone', text => {
    expect(digitsLike(text)).toBeUndefined();
  });
});

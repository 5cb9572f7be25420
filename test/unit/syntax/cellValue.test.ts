import { describe, expect, it } from 'vitest';
import { isFigureText, isUnitText, readCellValue } from '../../../server/src/syntax/cellValue.ts';

describe('figures in cells', () => {
  it.each([
    ['15', 15, 0],
    ['0', 0, 0],
    [' 15 ', 15, 0],
    ['１５', 15, 0],
    ['1,234', 1234, 0],
    ['１，２３４', 1234, 0],
    ['1,234,567', 1234567, 0],
    ['58.60', 58.6, 2],
    ['63014.23', 63014.23, 2],
    ['12．5', 12.5, 1],
    ['1 234', 1234, 0],
    ['增145', 145, 0],
    ['增加145', 145, 0],
    ['减6', -6, 0],
    ['减少6', -6, 0],
    ['-6', -6, 0],
    ['－6', -6, 0],
    ['−6', -6, 0],
    ['+3', 3, 0],
    ['007', 7, 0],
    ['20[1]', 20, 0],
    ['20(¹)', 20, 0],
    ['20*', 20, 0],
    ['20※', 20, 0],
    ['20注1', 20, 0],
    ['20（注）', 20, 0],
  ])('%j is %d', (text, value, decimals) => {
    expect(readCellValue(text)).toEqual({ kind: 'value', value, decimals });
  });

  it('may have a unit', () => {
    expect(readCellValue('63014.23万元')).toEqual({ kind: 'value', value: 63014.23, decimals: 2, unit: '万元' });
    expect(readCellValue('12 件')).toEqual({ kind: 'value', value: 12, decimals: 0, unit: '件' });
    expect(readCellValue('减6条')).toMatchObject({ value: -6, unit: '条' });
  });

  it('a minus before zero is zero', () => {
    expect(Object.is((readCellValue('减0') as { value: number }).value, 0)).toBe(true);
  });

  it.each(['', ' ', '\u3000', '\u00a0\t', '\u200b'])('%j is blank', text => {
    expect(readCellValue(text)).toEqual({ kind: 'blank' });
  });

  it.each(['-', '—', '——', '/', '／', '－', ' — ', '–'])('%j is a dash', text => {
    expect(readCellValue(text)).toEqual({ kind: 'dash' });
  });

  it.each([
    '无',
    '12%',
    '1,23',
    '1.2.3',
    'NaN',
    '1e5',
    '约12',
    '12-13',
    '十二',
    '1,2345',
    '.5',
    '5.',
    '(12)',
    '9'.repeat(41),
  ])('%j cannot be read', text => {
    expect(readCellValue(text).kind).toBe('unreadable');
  });

  it('are told from words and units', () => {
    expect([isFigureText('12'), isFigureText(''), isFigureText('/'), isFigureText('规章')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([isUnitText('件'), isUnitText(' 万元 '), isUnitText('规章'), isUnitText('12件')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

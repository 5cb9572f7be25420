import { describe, expect, it } from 'vitest';
import { digitsLike } from '../../../server/src/model/tables/lookAlikes.ts';
import { kindOfBody } from '../../../server/src/model/publicBody.ts';

describe('kind of a public body by its name', () => {
  it.each([
    ['新源县人民政府', 'countyGovernment'],
    ['北京市海淀区人民政府', 'countyGovernment'],
    ['鄂温克族自治旗人民政府', 'countyGovernment'],
    ['新源县白河镇人民政府', 'township'],
    ['江东区上海街道办事处', 'township'],
    ['江东区上海街道', 'township'],
    ['白河乡人民政府', 'township'],
    ['青山市教育局', 'localDepartment'],
    ['江苏省财政厅', 'localDepartment'],
    ['海淀区卫生健康委员会', 'localDepartment'],
    ['青山县市场监督管理局', 'localDepartment'],
  ])('%s: %s', (name, kind) => {
    expect(kindOfBody(name)).toBe(kind);
  });

  it.each([
    '上海市人民政府',
    '宿迁市人民政府',
    '昆山市人民政府',
    '江苏省人民政府',
    '广西壮族自治区人民政府',
    '恩施土家族苗族自治州人民政府',
    '香港特别行政区政府',
    '宿迁市人民政府办公室',
    '江苏省人民政府办公厅',
    '中共青山市委',
    '国务院办公厅',
    '交通运输部',
    '国家市场监督管理总局',
    '国家税务总局青山市税务局',
    '中国证监会',
    '黄埔海关',
    '浦东新区人民政府',
    '青山经济技术开发区管理委员会',
    '新源县人大常委会',
    '',
    '本机关',
    '某局',
  ])('%s leaves a doubt', name => {
    expect(kindOfBody(name)).toBe('unknown');
  });
});

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

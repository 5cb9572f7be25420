import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../../server/src/model/report.ts';
import { reportOf } from '../reports.ts';

const figures = (text: string, id: string) => {
  const table = reportOf(text).tables.find(({ spec }) => spec.id === id);
  return Object.fromEntries([...(table?.figures ?? [])].map(([key, figure]) => [key, valueOf(figure)]));
};
const rowOf = (text: string, row: string) =>
  Object.entries(figures(text, 't3.requests')).flatMap(([key, value]) => (key.startsWith(`${row}.`) ? [value] : []));

describe('labels broken over the lines of a narrow column', () => {
  const text = `海东县林业局2024年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开        50   4    2    0    1    3    60
    申请数量
二、上年结转政府信息公开         7   0    0    0    0    0     7
    申请数量
三、本    （一）予以公开      41    1    0      0      0   0    42
年度办    （二）部分公开       8    2    0      0      0   0    10
理结果    （区分处理的，
       只计这一情形，
       不计其他情形）
      （三）    1.属于     5    0      0     0      0    1    6
      不予公    国家秘
       开       密
             2.其他     0     1     2      0      1      2     6
             法律行
             政法规
             禁止公
               开
            1.申请人无正当理由逾期不补正、行政机关不再处理其
（六）其他   政府信息公开申请   3    0     0    0     0     0    3
            2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处
   处理     理其政府信息公开申请  0    0    0    0    0    0    0
            3.其他    0    0     0     0     0       1     1
       （七）总计       57   4   2    0      1      3    67
四、结转下年度继续办理         0     0      0      0     0      0     0
`;

  it('are not taken for the row whose words they begin with', () => {
    expect(rowOf(text, 'refusedProhibitedByLaw')).toEqual([0, 1, 2, 0, 1, 2, 6]);
    expect(rowOf(text, 'otherMisc')).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });

  it('have their figures beside their beginning', () => {
    expect(rowOf(text, 'refusedStateSecret')).toEqual([5, 0, 0, 0, 0, 1, 6]);
    expect(rowOf(text, 'otherNoCorrection')).toEqual([3, 0, 0, 0, 0, 0, 3]);
  });

  it('a wrong number is only that where the row that it begins is read', () => {
    const misnumbered = text
      .replace(
        '             2.其他     0     1     2      0      1      2     6\n',
        '2.其他法律行政法规禁止公开 0 1 2 0 1 2 6\n',
      )
      .replace(/ {13}法律行\n {13}政法规\n {13}禁止公\n {15}开\n/, '')
      .replace('3.其他 ', '2.其他 ');
    expect(rowOf(misnumbered, 'otherMisc')).toEqual([0, 0, 0, 0, 0, 1, 1]);
  });
});

describe('a table without sums', () => {
  const draft = (lines: string) =>
    `海东县林业局2024年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${lines}\n\n三、收到和处理政府信息公开申请情况\n`;

  it('is read where each label has its figures beside or right below it', () => {
    const text = draft(
      '信息内\n容\n本年制\n发件数\n本年废\n止件数\n现行有\n效件数\n规章 0 0 0\n行政规\n范性文\n件\n8 1 58\n第二十条第（五）项\n行政许\n可\n3585\n' +
        '行政处\n罚\n197\n行政强\n制\n19\n行政事\n业性收\n费\n88',
    );
    expect(Object.values(figures(text, 't2.disclosure'))).toEqual(
      expect.arrayContaining([0, 8, 1, 58, 3585, 197, 19, 88]),
    );
  });

  it('is not where figures stand before labels', () => {
    const text = draft(
      '规章\n行政规\n范性文\n件\n本年制\n发件数\n0\n本年废\n止件数\n0\n现行有\n效件数\n0\n2\n2\n42\n第二十条第（五）项\n信息内\n容\n' +
        '本年处理决定数量\n1418\n行政许\n可\n第二十条第（六）项\n信息内\n容\n本年处理决定数量\n18\n行政处\n罚\n40\n行政强\n制\n' +
        '第二十条第（八）项\n行政事\n业性收\n费\n本年收费金额（单位：万元）\n120.7',
    );
    expect(Object.values(figures(text, 't2.disclosure')).filter(value => value === 40)).toEqual([]);
  });

  it('is not where the last label has no figures: those behind the first are its own', () => {
    const text = draft(
      '0\n0\n0\n规章\n8\n1\n10\n行政\n规范\n性文\n件\n第二十条第（五）项\n信息 本年处理决定数\n内容 量',
    );
    expect(figures(text, 't2.disclosure')['rules.issued']).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { isKind } from '../../../server/src/syntax/block.ts';
import { isPageNumber } from '../../../server/src/syntax/pageNumber.ts';
import { read, textsOf } from './reading.ts';

/** Layout and rows of each table of a draft. */
function tablesOf(text: string): [string, string[][]][] {
  return read(text)
    .filter(placed => isKind(placed, 'table'))
    .map(({ block }) => [block.layout, textsOf(block)]);
}

const DISCLOSED = ['第二十条第（五）项', '信息内容', '本年处理决定数量', '行政许可', '12'];

describe('a table aligned by spaces', () => {
  it('keeps what stands in the place of a figure', () => {
    const lines = ['规章            1          0        79（其中7件）', '行政规范性文件      8-          无        26'];
    expect(tablesOf(lines.join('\n'))).toEqual([
      [
        'aligned',
        [
          ['规章', '1', '0', '79（其中7件）'],
          ['行政规范性文件', '8-', '无', '26'],
        ],
      ],
    ]);
  });

  it('is not looked for behind the heading of another section', () => {
    const rows = Array.from({ length: 3 }, () => '| 一、本年新收政府信息公开申请数量 | 9 | 7 | 6 | 5 | 2 | 2 | 31 |');
    const text = [...DISCLOSED, '三、收到和处理政府信息公开申请情况', '', ...rows].join('\n');
    expect(tablesOf(text).map(([layout]) => layout)).toEqual(['cellPerLine', 'pipe']);
  });

  it('ends before a table with marks of its own', () => {
    const text = '规章  1  0  7\n行政规范性文件  8  0  26\n| 行政许可 | 12 |\n| 行政处罚 | 3 |\n';
    expect(tablesOf(text).map(([layout, rows]) => [layout, rows.length])).toEqual([
      ['aligned', 2],
      ['pipe', 2],
    ]);
  });

  it('has labels put together, wherever the figures stand', () => {
    const label = '5.要求行政机关确认或重新出具已获取信息';
    const [begin, end] = [label.slice(0, 11), label.slice(11)];
    const figures = '0  0  1  0  0  0  1';
    const before = '4.无正当理由大量反复申请  0  0  0  0  0  0  0';
    for (const lines of [
      [`${begin}  ${figures}`, end],
      [begin, `${end}  ${figures}`],
      [begin, figures, end],
    ]) {
      const [[, rows] = ['', []]] = tablesOf([before, ...lines, '（七）总计  0  0  1  0  0  0  1'].join('\n'));
      expect(rows[1]).toEqual([label, ...figures.split('  ')]);
    }
  });
});

describe('rows with pipes', () => {
  it('may lack the first one', () => {
    expect(tablesOf('规章 | 0 | 0 | 3 |\n行政规范性文件 | 1 | 0 | 4 | ||\n')).toEqual([
      [
        'pipe',
        [
          ['规章', '0', '0', '3'],
          ['行政规范性文件', '1', '0', '4', '', ''],
        ],
      ],
    ]);
  });

  it('are no table where the words are those of a text', () => {
    expect(tablesOf('栏目甲 | 栏目乙 | 栏目丙 |\n要闻 | 公告 | 通知 |\n')).toEqual([]);
  });

  it('may have full-width pipes, which are text where the row is whole without them', () => {
    const [[, rows] = ['', []]] = tablesOf('| 栏目 | 数 |\n|---|---|\n| 要闻｜公告 | 3 |\n| 通知 ｜ 2 |\n');
    expect(rows).toEqual([
      ['栏目', '数'],
      ['要闻｜公告', '3'],
      ['通知', '2'],
    ]);
  });
});

describe('cells in quotation marks between tabs', () => {
  it('run over lines', () => {
    const text = '信息内容\t"本年制\n发件数"\t"本年""废止""件数"\n规章\t0\t3\n';
    expect(tablesOf(text)).toEqual([
      [
        'tabbed',
        [
          ['信息内容', '本年制 发件数', '本年"废止"件数'],
          ['规章', '0', '3'],
        ],
      ],
    ]);
  });

  it('are text where they are not closed', () => {
    const [[, rows] = ['', []]] = tablesOf('信息内容\t"本年制发件数\n规章\t3\n行政许可\t4\n');
    expect(rows).toEqual([
      ['信息内容', '"本年制发件数'],
      ['规章', '3'],
      ['行政许可', '4'],
    ]);
  });
});

it.each(['- 4 -', '—12—', '第 3 页', '第3页 共8页', '第 3 页 / 共 8 页', 'Page 2 of 7', '\f5'])(
  '%j is a page number',
  text => {
    expect(isPageNumber(text)).toBe(true);
  },
);

it.each(['4', '-4', '第三页的内容', '12 - 3 - 4'])('%j is none', text => {
  expect(isPageNumber(text)).toBe(false);
});

it('a table of many lines is read like any other', () => {
  const lines = ['信息内容', '本年处理决定数量', '行政许可', ...Array.from({ length: 200_000 }, () => '0')];
  const [[, rows] = ['', []]] = tablesOf(lines.join('\n'));
  expect(rows.at(-1)?.length).toBeGreaterThan(100_000);
});

it('borders without a cell are no table, however many there are', () => {
  expect(tablesOf('┌──┬──┐\n'.repeat(20_000))).toEqual([]);
});

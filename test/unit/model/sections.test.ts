import { describe, expect, it } from 'vitest';
import type { Item } from '../../../server/src/model/report.ts';
import { reportOf } from './reports.ts';

const TITLE = '海东县林业局2024年政府信息公开工作年度报告\n\n';

function sectionsOf(text: string): [id: string | null, match: string, title: string][] {
  const { sections, source } = reportOf(TITLE + text);
  return sections.map(section => {
    expect(source.slice(section.titleSpan)).toContain(section.heading.block.title.text.charAt(0));
    return [section.id, section.match, section.title];
  });
}

function tree(items: readonly Item[]): unknown[] {
  return items.map(item => (item.items.length > 0 ? [item.title, tree(item.items)] : item.title));
}

const IDS = ['overview', 'proactive', 'requests', 'reviewLitigation', 'problems', 'other'];
const TITLES = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const NUMBERS = '一二三四五六';

describe('first-level sections', () => {
  it.each([
    ['plain', (title: string, i: number) => `${NUMBERS.charAt(i)}、${title}`],
    ['Markdown', (title: string, i: number) => `## ${NUMBERS.charAt(i)}、${title}`],
    ['bold', (title: string, i: number) => `**${NUMBERS.charAt(i)}、${title}**`],
    ['Markdown without numbers', (title: string) => `## ${title}`],
    ['in brackets', (title: string, i: number) => `（${NUMBERS.charAt(i)}）${title}`],
    ['in digits', (title: string, i: number) => `${String(i + 1)}.${title}`],
    ['titles alone', (title: string) => title],
    ['text on the same line', (title: string, i: number) => `${NUMBERS.charAt(i)}、${title}。本局认真贯彻条例。`],
  ])('%s', (_, write) => {
    expect(
      sectionsOf(TITLES.map((title, i) => `${write(title, i)}\n\n正文${String(i)}。`).join('\n\n')).map(([id]) => id),
    ).toEqual(IDS);
  });

  it('accept 和, 及 and 的 for each other, and variants', () => {
    expect(
      sectionsOf(
        '一、总体情况\n二、主动公开政府信息的情况\n三、收到及处理政府信息公开申请情况\n五、存在的主要问题和改进情况',
      ).map(([id, match]) => [id, match]),
    ).toEqual([
      ['overview', 'exact'],
      ['proactive', 'exact'],
      ['requests', 'exact'],
      ['problems', 'exact'],
    ]);
    expect(sectionsOf('一、政务公开总体情况\n二、行政机关主动公开政府信息情况').map(([, match]) => match)).toEqual([
      'variant',
      'variant',
    ]);
  });

  it('that fit none have no id', () => {
    expect(sectionsOf('一、总体情况\n\n二、特别事项\n')[1]).toEqual([null, 'none', '二、特别事项']);
  });

  it('leave a list that restarts inside one to it', () => {
    expect(
      sectionsOf(
        '一、总体情况\n\n五、存在的主要问题及改进情况\n\n一、队伍薄弱\n\n二、制度不全\n\n六、其他需要报告的事项\n',
      ).map(([id]) => id),
    ).toEqual(['overview', 'problems', 'other']);
  });

  it('are not the title, the introduction or labels of tables', () => {
    const text =
      '# 海东县林业局2024年政府信息公开工作年度报告\n\n## 引言\n\n## 一、总体情况\n\n| 一、本年新收政府信息公开申请数量 | 1 |\n|---|---|\n\n## 二、主动公开政府信息情况\n';
    expect(reportOf(text).sections.map(({ id }) => id)).toEqual(['overview', 'proactive']);
  });

  it('reach up to the next one, blank lines at the end left out', () => {
    const { sections, source } = reportOf(
      `${TITLE}一、总体情况\n\n甲。\n乙。\n\n\n二、主动公开政府信息情况\n\n| 规章 | 1 |\n|---|---|\n\n`,
    );
    expect(sections.map(({ span }) => source.slice(span))).toEqual([
      '一、总体情况\n\n甲。\n乙。',
      '二、主动公开政府信息情况\n\n| 规章 | 1 |\n|---|---|',
    ]);
  });

  it('are none in a draft without headings', () => {
    expect(sectionsOf('本局认真贯彻条例。\n\n全年公开信息120条。')).toEqual([]);
  });
});

describe('items', () => {
  const itemsOf = (text: string) => tree(reportOf(`${TITLE}一、总体情况\n\n${text}`).sections[0]?.items ?? []);

  it('nest in the order of their forms', () => {
    expect(
      itemsOf('（一）主动公开\n\n1.网站\n\n（1）栏目\n\n①更新\n\n（2）检索\n\n2.公报\n\n（二）依申请公开\n'),
    ).toEqual([
      ['（一）主动公开', [['1.网站', [['（1）栏目', ['①更新']], '（2）检索']], '2.公报']],
      '（二）依申请公开',
    ]);
  });

  it('nest by Markdown levels too', () => {
    expect(itemsOf('### 主动公开\n\n#### 网站\n\n### 依申请公开\n')).toEqual(
      [['### 主动公开', ['#### 网站']], '### 依申请公开'].map(strip),
    );
  });

  it('reach up to the next of their kind', () => {
    const { sections, source } = reportOf(
      `${TITLE}一、总体情况\n\n（一）甲项工作\n正文一。\n\n1.乙项工作\n正文二。\n\n（二）丙项工作\n正文三。\n`,
    );
    const [first, second] = sections[0]!.items;
    expect(source.slice(first!.span)).toBe('（一）甲项工作\n正文一。\n\n1.乙项工作\n正文二。');
    expect(source.slice(first!.items[0]!.span)).toBe('1.乙项工作\n正文二。');
    expect(source.slice(second!.span)).toBe('（二）丙项工作\n正文三。');
  });
});

function strip(entry: string | (string | string[])[]): unknown {
  return typeof entry === 'string'
    ? entry.replace(/^#+ /, '')
    : entry.map(each => (typeof each === 'string' ? strip(each) : each.map(strip)));
}

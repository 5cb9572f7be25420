import { describe, expect, it } from 'vitest';
import { place } from '../../../server/src/text/mappedText.ts';
import { shift } from '../../../server/src/text/span.ts';
import { brief, expectSound, ofKind, read } from './reading.ts';

/** The first block of a line, which must be a heading in its right place; all blocks in brief. */
function blocksOf(text: string): string[] {
  expectSound(text);
  return brief(text);
}

describe('numbered headings', () => {
  it.each([
    ['一、总体情况', 'chinese 1 总体情况'],
    ['十一、其他', 'chinese 11 其他'],
    ['二十一、其他', 'chinese 21 其他'],
    ['第一部分 总体情况', 'chinese 1 总体情况'],
    ['第一部分：总体情况', 'chinese 1 总体情况'],
    ['（一）主动公开', 'chineseBracket 1 主动公开'],
    ['(一)主动公开', 'chineseBracket 1 主动公开'],
    ['〔一〕主动公开', 'chineseBracket 1 主动公开'],
    ['（ 一 ）主动公开', 'chineseBracket 1 主动公开'],
    ['（一）、主动公开', 'chineseBracket 1 主动公开'],
    ['（十二）主动公开', 'chineseBracket 12 主动公开'],
    ['1.健全机制', 'arabic 1 健全机制'],
    ['1．健全机制', 'arabic 1 健全机制'],
    ['1、健全机制', 'arabic 1 健全机制'],
    ['１２．健全机制', 'arabic 12 健全机制'],
    ['1.2024年健全机制', 'arabic 1 2024年健全机制'],
    ['（1）健全机制', 'arabicBracket 1 健全机制'],
    ['（１）健全机制', 'arabicBracket 1 健全机制'],
    ['1）健全机制', 'arabicBracket 1 健全机制'],
    ['①健全机制', 'circled 1 健全机制'],
    ['⑳健全机制', 'circled 20 健全机制'],
  ])('%s', (line, expected) => {
    expect(blocksOf(line)).toEqual([expected]);
  });

  it('are mixed in one draft', () => {
    const draft = [
      '一、总体情况',
      '（一）主动公开',
      '1.健全机制',
      '（1）落实责任',
      '①明确专人',
      '## 二、主动公开政府信息情况',
      '**三、收到和处理政府信息公开申请情况**',
    ].join('\n');
    expect(blocksOf(draft)).toEqual([
      'chinese 1 总体情况',
      'chineseBracket 1 主动公开',
      'arabic 1 健全机制',
      'arabicBracket 1 落实责任',
      'circled 1 明确专人',
      '##chinese 2 主动公开政府信息情况',
      'chinese 3 收到和处理政府信息公开申请情况',
    ]);
  });

  it.each(['一．总体情况', '一.总体情况', '一,总体情况', '一，总体情况', '一 、总体情况'])(
    '%s has another sign behind its number',
    line => {
      expect(blocksOf(line)).toEqual(['chinese 1 总体情况']);
    },
  );

  it.each([
    '\u3000\u3000一、总体情况',
    '\t一、总体情况',
    '    一、总体情况',
    '\u00a0一、\u3000总体情况',
    '\t\u3000一、 总体情况 \u3000',
  ])('%j is indented', line => {
    expect(blocksOf(line)).toEqual(['chinese 1 总体情况']);
  });

  it('may have white space in their title', () => {
    expect(blocksOf('一、 总 体 情 况')).toEqual(['chinese 1 总 体 情 况']);
  });

  it('lose the full stop or colon behind their title', () => {
    expect(blocksOf('六、其他需要报告的事项。')).toEqual(['chinese 6 其他需要报告的事项']);
    expect(blocksOf('六、其他需要报告的事项：')).toEqual(['chinese 6 其他需要报告的事项']);
  });

  it('know a stray 是 behind their number, but not 是否', () => {
    const [heading] = ofKind(read('（一）是持续加大公开力度'), 'heading');
    expect(heading?.block.title.text).toBe('持续加大公开力度');
    expect(heading?.block.numbering?.stray).toEqual({ start: 3, end: 4 });
    expect(ofKind(read('（一）是否公开'), 'heading')[0]?.block.title.text).toBe('是否公开');
  });

  it.each(['- 总体情况', '– 主动公开政府信息情况', '  - 存在的主要问题及改进情况', '- 其他需要报告的事项。'])(
    '%s is an item of a list',
    line => {
      for (const { block } of ofKind(read(line), 'heading')) expect(block.numbering).toBeUndefined();
    },
  );

  it.each(['（—）数据无变化。', '(-)同上', '（－）与上年一致', '（ー） 没有收取'])(
    '%s says that there is none',
    line => {
      expect(blocksOf(line)).toEqual([`¶${line}`]);
      expect(ofKind(read(line), 'paragraph')[0]?.block.numbering).toBeUndefined();
    },
  );

  it.each(['（—）总体情况', '(-) 总体情况', '（ － ）总体情况'])('%s has a dash for 一 in brackets', line => {
    expect(blocksOf(line)).toEqual(['chineseBracket 1 总体情况']);
    const [heading] = ofKind(read(line), 'heading');
    const sign = shift(heading!.block.numbering!.lookAlike!, heading!.at);
    expect('—-－').toContain(line.slice(sign.start, sign.end));
  });

  it('are found in time that grows with the line at most', () => {
    const began = process.cpuUsage();
    read(`${'\u3000'.repeat(500_000)}甲${'   十十十、'.repeat(100_000)}`);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(3000);
  });

  it('may have forgotten their title', () => {
    expect(blocksOf('一、')).toEqual(['chinese 1 ']);
    expect(blocksOf('## 一、')).toEqual(['##chinese 1 ']);
  });

  it('mark their number where it stands', () => {
    const text = '前言一段。\r\n\u3000\u3000（二）依申请公开';
    const [heading] = ofKind(read(text), 'heading');
    const number = shift(heading!.block.numbering!.span, heading!.at);
    expect(text.slice(number.start, number.end)).toBe('（二）');
    const title = shift(place(heading!.block.title, 0, 5), heading!.at);
    expect(text.slice(title.start, title.end)).toBe('依申请公开');
  });
});

describe('Markdown headings', () => {
  it.each([
    ['# 海东县林业局年报', '#海东县林业局年报'],
    ['## 一、总体情况', '##chinese 1 总体情况'],
    ['##一、总体情况', '##chinese 1 总体情况'],
    ['## 一、总体情况 ##', '##chinese 1 总体情况'],
    ['### （一）主动公开', '###chineseBracket 1 主动公开'],
    ['## **一、总体情况**', '##chinese 1 总体情况'],
    ['###### 细目', '######细目'],
  ])('%s', (line, expected) => {
    expect(blocksOf(line)).toEqual([expected]);
  });

  it.each([
    ['**一、总体情况**', 'chinese 1 总体情况'],
    ['__一、总体情况__', 'chinese 1 总体情况'],
    ['** 一、总体情况 **', 'chinese 1 总体情况'],
    ['**一、**总体情况', 'chinese 1 总体情况'],
    ['**一、** 总体情况', 'chinese 1 总体情况'],
    ['一、**总体情况**', 'chinese 1 总体情况'],
    ['**一、****总体情况**', 'chinese 1 总体情况'],
    ['**总体情况**', '总体情况'],
    ['**（一）主动公开**', 'chineseBracket 1 主动公开'],
    ['\u3000\u3000**一、总体情况**', 'chinese 1 总体情况'],
  ])('%s is bold', (line, expected) => {
    expect(blocksOf(line)).toEqual([expected]);
    const [heading] = ofKind(read(line), 'heading');
    expect(heading?.block.text.text).not.toContain('*');
  });

  it.each(['#1号楼', '#政府信息公开', '####### 一、总体情况', '#', '## '])('%s is text', line => {
    expect(blocksOf(line)).toEqual([`¶${line.trim()}`]);
  });

  it('a word in bold at the beginning of a line makes no heading of it', () => {
    expect(blocksOf('**重点**工作推进')).toEqual(['¶重点工作推进']);
  });
});

describe('headings between the marks of other markup', () => {
  it.each([
    ['== 一、总体情况 ==', 'chinese 1 总体情况'],
    ['=== 一、总体情况', 'chinese 1 总体情况'],
    ['** 一、总体情况', 'chinese 1 总体情况'],
    ['***** 总体情况 *****', '总体情况'],
    ['h2. 一、总体情况', 'chinese 1 总体情况'],
    ['h2(#first). 一、总体情况', 'chinese 1 总体情况'],
    ['h2. {anchor:first}一、总体情况', 'chinese 1 总体情况'],
    ['\\section{一、总体情况}', 'chinese 1 总体情况'],
    ['\\subsection*{总体情况}\\label{sec:a-name-that-is-rather-long-for-a-title-of-this-kind}', '总体情况'],
    ['> 一、总体情况', 'chinese 1 总体情况'],
  ])('%s', (line, expected) => {
    expect(blocksOf(line)).toEqual([expected]);
  });

  it.each(['* 完善制度', '= 完成情况', 'h2. 完善制度', '\\section{完善制度}', '>5件'])('%s are text', line => {
    expect(blocksOf(line)).toEqual([`¶${line}`]);
  });
});

describe('titles alone on their line', () => {
  it.each(['总体情况', '主动公开政府信息情况', '存在的主要问题及改进情况'])('%s is known', line => {
    expect(blocksOf(line)).toEqual([line]);
    expect(blocksOf(`${line}：`)).toEqual([line]);
  });

  it.each(['政府信息公开', '海东县林业局', '总体情况良好'])('%s is none', line => {
    expect(blocksOf(line)).toEqual([`¶${line}`]);
  });
});

describe('text on the same line', () => {
  it.each([
    ['一、总体情况。本年度全面推进公开。', 'chinese 1 总体情况…', '¶本年度全面推进公开。'],
    ['一、总体情况：本局高度重视。', 'chinese 1 总体情况…', '¶本局高度重视。'],
    ['一、总体情况\u3000\u3000本局认真贯彻条例。', 'chinese 1 总体情况…', '¶本局认真贯彻条例。'],
    [
      '一、总体情况本局认真贯彻条例，全年公开信息120条。',
      'chinese 1 总体情况…',
      '¶本局认真贯彻条例，全年公开信息120条。',
    ],
    ['**一、总体情况**本局认真贯彻条例。', 'chinese 1 总体情况…', '¶本局认真贯彻条例。'],
    ['**一、总体情况**：本局认真贯彻条例。', 'chinese 1 总体情况…', '¶本局认真贯彻条例。'],
    ['一、**总体情况**本局认真贯彻条例。', 'chinese 1 总体情况…', '¶本局认真贯彻条例。'],
    ['一．总体情况。本年度全面推进公开。', 'chinese 1 总体情况…', '¶本年度全面推进公开。'],
    ['（一）主动公开。通过门户网站公开信息120条。', 'chineseBracket 1 主动公开…', '¶通过门户网站公开信息120条。'],
    ['（一）主动公开：通过门户网站公开信息120条。', 'chineseBracket 1 主动公开…', '¶通过门户网站公开信息120条。'],
    ['1.健全机制。成立领导小组。', 'arabic 1 健全机制…', '¶成立领导小组。'],
    ['①健全机制。成立领导小组。', 'circled 1 健全机制…', '¶成立领导小组。'],
    ['**1.** 健全机制。成立领导小组。', 'arabic 1 健全机制…', '¶成立领导小组。'],
  ])('%s', (line, heading, rest) => {
    expect(blocksOf(line)).toEqual([heading, rest]);
  });

  it('follows a known title in a line too long to be a heading', () => {
    const line = `一、总体情况 ${'本局认真贯彻条例，推进公开。'.repeat(8)}`;
    expect(blocksOf(line)[0]).toBe('chinese 1 总体情况…');
  });
});

describe('a whole report on one line', () => {
  const titles = [
    '总体情况',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '存在的主要问题及改进情况',
    '其他需要报告的事项',
  ];
  const numbers = '一二三四五六';
  const body = '本局坚持以公开为常态、不公开为例外，全年公开信息120条。';
  const line = `海东县林业局2024年政府信息公开工作年度报告 根据条例编制。${titles.map((title, i) => `${numbers.charAt(i)}、${title} ${body}`).join('')}`;

  it('is cut at its titles', () => {
    const found = ofKind(read(line), 'heading').map(({ block }) => block.title.text);
    expect(found).toEqual(titles);
    expectSound(line);
  });

  it('is not cut where a sentence lists the titles', () => {
    const list = `本报告由${titles.map((title, i) => `${numbers.charAt(i)}、${title}`).join('；')}六个部分组成。`;
    expect(brief(list.repeat(2)).every(each => each.startsWith('¶'))).toBe(true);
    const whole = `${list}${line.slice(line.indexOf('一、'))}`;
    expect(ofKind(read(whole), 'heading').map(({ block }) => block.title.text)).toEqual(titles);
  });
});

describe('what is no heading', () => {
  it.each([
    '一是加强领导，二是完善制度。',
    '本报告包括一、总体情况；二、主动公开政府信息情况',
    '一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。',
    '一、总体情况、二、主动公开政府信息情况、三、收到和处理政府信息公开申请情况',
    '1.5万件信息已公开',
    '2024年，我局认真贯彻条例。',
    '第二十条第（一）项',
    '零、甲',
    '0.甲',
    '100.甲',
    '四十一、甲',
    '（一主动公开',
    // Entries of a table of contents.
    '一、总体情况……1',
    '一、总体情况.............. 1',
    '二、主动公开政府信息情况 ····（12）',
    '总体情况\t3',
    '六、其他需要报告的事项    １０',
    '（一）主动公开……2',
  ])('%s', line => {
    expect(
      brief(line).some(each => each.startsWith('¶')),
      brief(line).join(),
    ).toBe(true);
    expect(ofKind(read(line), 'heading')).toEqual([]);
  });

  it('labels of tables', () => {
    for (const line of ['一、本年新收政府信息公开申请数量', '（一）予以公开', '（七）总计', '1.属于国家秘密']) {
      expect(ofKind(read(line), 'heading'), line).toEqual([]);
    }
  });

  it('an item too long for a title keeps its number', () => {
    const line = `一、${'我局认真贯彻落实条例，坚持以公开为常态、不公开为例外，'.repeat(3)}取得实效。`;
    expect(blocksOf(line)).toEqual([`¶chinese 1 ${line}`]);
  });
});

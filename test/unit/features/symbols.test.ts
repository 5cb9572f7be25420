import { describe, expect, test } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { folding } from '../../../server/src/features/folding.ts';
import { flatSymbols, symbols } from '../../../server/src/features/symbols.ts';
import { Source } from '../../../server/src/text/source.ts';

const snapshotOf = (text: string, uri = 'file:///2024.md') => new Snapshot(uri, 1, new Source(text), DEFAULT_SETTINGS);

/** The outline as indented lines. */
function outline(text: string): string {
  const lines: string[] = [];
  const visit = (symbol: DocumentSymbol, depth: number) => {
    lines.push('  '.repeat(depth) + symbol.name);
    for (const child of symbol.children ?? []) visit(child, depth + 1);
  };
  for (const symbol of symbols(snapshotOf(text), 'zh-CN')) visit(symbol, 0);
  return lines.join('\n');
}

const DRAFT = `# 临溪县2024年政府信息公开工作年度报告

本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。

## 一、总体情况

### （一）主动公开

1. 公开渠道

渠道正文。

| 渠道 | 条数 |
|---|---|
| 网站 | 3 |

### （二）依申请公开

正文。

## 二、主动公开政府信息情况

| 第二十条第（一）项 | | | |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 7 | 2 | 41 |

<!--
备注
-->

## 三、收到和处理政府信息公开申请情况
`;

describe('outline', () => {
  test('sections hold items, and the innermost of them holds the table', () => {
    expect(outline(DRAFT)).toBe(`一、总体情况
  （一）主动公开
    1. 公开渠道
      表格：渠道｜条数
  （二）依申请公开
二、主动公开政府信息情况
  表：主动公开政府信息情况
三、收到和处理政府信息公开申请情况`);
  });

  test('names are clean', () => {
    expect(
      outline(
        '# 临溪县2024年政府信息公开工作年度报告\n\n　　**一、总体情况**\n\n正文。\n\n## 二、主动公开政府信息情况 ##\n',
      ),
    ).toBe('一、总体情况\n二、主动公开政府信息情况');
  });

  test('every range holds the range of its name and those of its children', () => {
    const check = (symbol: DocumentSymbol) => {
      expect(contains(symbol.range, symbol.selectionRange)).toBe(true);
      expect(symbol.name).not.toBe('');
      for (const child of symbol.children ?? []) {
        expect(contains(symbol.range, child.range)).toBe(true);
        check(child);
      }
    };
    symbols(snapshotOf(DRAFT), 'zh-CN').forEach(check);
  });

  test('as a list each entry names its parent', () => {
    const list = flatSymbols(snapshotOf(DRAFT), 'en');
    expect(list.map(({ name, containerName }) => [name, containerName])).toContainEqual([
      'Table: Information disclosed on own initiative',
      '二、主动公开政府信息情况',
    ]);
    expect(list[0]?.location.uri).toBe('file:///2024.md');
  });

  test.each(['', '\n\n', '没有标题的文字。', '<table><tr><td>'])('“%s” has none', text => {
    expect(symbols(snapshotOf(text), 'zh-CN').filter(symbol => symbol.name.includes('、'))).toEqual([]);
  });
});

function contains(outer: Range, inner: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}

describe('folding', () => {
  /** First line of each range with its last line. */
  const folded = (text: string, limit?: number) => {
    const lines = text.split('\n');
    return folding(snapshotOf(text), limit).map(({ startLine, endLine, kind }) => [
      lines[startLine],
      lines[endLine],
      kind,
    ]);
  };

  test('sections, items, tables and comments over several lines', () => {
    expect(folded(DRAFT)).toEqual([
      ['## 一、总体情况', '正文。', undefined],
      ['### （一）主动公开', '| 网站 | 3 |', undefined],
      ['1. 公开渠道', '| 网站 | 3 |', undefined],
      ['| 渠道 | 条数 |', '| 网站 | 3 |', undefined],
      ['### （二）依申请公开', '正文。', undefined],
      ['## 二、主动公开政府信息情况', '-->', undefined],
      ['| 第二十条第（一）项 | | | |', '| 行政规范性文件 | 7 | 2 | 41 |', undefined],
      ['<!--', '-->', 'comment'],
    ]);
  });

  test('a client with a limit gets the longest', () => {
    expect(folded(DRAFT, 2).map(([first]) => first)).toEqual(['## 一、总体情况', '## 二、主动公开政府信息情况']);
  });

  test('a comment without end and an empty draft fold nothing', () => {
    expect(folded('<!-- 备注\n\n正文\n')).toEqual([]);
    expect(folded('')).toEqual([]);
  });

  test('line ends of Windows make no difference', () => {
    expect(folding(snapshotOf(DRAFT.replaceAll('\n', '\r\n')))).toEqual(folding(snapshotOf(DRAFT)));
  });
});

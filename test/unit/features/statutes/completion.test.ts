import { describe, expect, test } from 'vitest';
import { InsertTextFormat } from 'vscode-languageserver-types';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { completion } from '../../../../server/src/features/completion.ts';
import { Source } from '../../../../server/src/text/source.ts';

const draft = (line: string, year = 2024, introduction = ''): string =>
  `# 临溪县${String(year)}年政府信息公开工作年度报告\n\n${introduction}\n\n${line}\n`;

/** Completes at the sign ‸ in a draft. */
function complete(marked: string, snippets = true): CompletionItem[] {
  const source = new Source(marked.replace('‸', ''));
  const snapshot = new Snapshot('file:///2024.md', 1, source, DEFAULT_SETTINGS);
  return completion(snapshot, marked.indexOf('‸'), {
    language: 'zh-CN',
    clientCapabilities: { snippets },
    file: { uri: 'file:///2024.md', languageId: 'annual-report' },
    now: new Date(2025, 2, 1),
  });
}

/** The line with ‸ after an item was accepted. */
function accept(marked: string, label: string, snippets = true): string | undefined {
  const source = new Source(marked.replace('‸', ''));
  const item = complete(marked, snippets).find(each => each.label === label);
  if (!item) return undefined;
  const { range, newText } = item.textEdit as TextEdit;
  const text =
    source.text.slice(0, source.offsetAt(range.start)) + newText + source.text.slice(source.offsetAt(range.end));
  return text.split('\n')[range.start.line];
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

/** What the editor keeps for the text that the edit replaces before the cursor. */
function found(marked: string): string[] {
  const before = marked.slice(0, marked.indexOf('‸'));
  return complete(marked)
    .filter(({ filterText = '', textEdit }) => {
      const typed = before.slice(before.lastIndexOf('\n') + 1).slice((textEdit as TextEdit).range.start.character);
      for (let at = filterText.indexOf(typed.charAt(0)); at >= 0; at = filterText.indexOf(typed.charAt(0), at + 1)) {
        if (at > 0 && filterText.charAt(at - 1) !== ' ') continue;
        let from = at;
        if ([...typed].every(sign => (from = filterText.indexOf(sign, from) + 1) > 0)) return true;
      }
      return typed === '';
    })
    .map(({ label }) => label);
}

describe('titles behind 《', () => {
  test('in a report of another kind what prescribes it first', () => {
    const law = (line: string) => `# 临溪县2023年法治政府建设年度报告\n\n${line}\n`;
    expect(complete(law('根据《‸'))[0]).toMatchObject({
      label: '法治政府建设与责任落实督察工作规定',
      detail: '厅字〔2019〕28号',
    });
    expect(accept(law('根据《法治‸'), '法治政府建设实施纲要（2021—2025年）')).toBe(
      '根据《法治政府建设实施纲要（2021—2025年）》',
    );
    expect(labels(complete(law('根据《法治政府建设与责任落实督察工作规定》第‸')))).toEqual(['第二十四条']);
  });

  test('the regulation first, each law in the version of the report year, with its number', () => {
    const items = complete(draft('根据《‸'));
    expect(items[0]).toMatchObject({
      label: '中华人民共和国政府信息公开条例',
      detail: '2019年修订 · 中华人民共和国国务院令第711号',
    });
    expect(items.filter(({ label }) => label === '中华人民共和国政府信息公开条例')).toHaveLength(1);
    expect(complete(draft('根据《‸', 2018))[0]?.detail).toContain('第492号');
    expect(labels(complete(draft('根据《‸', 2018)))).not.toContain('政府信息公开信息处理费管理办法');
    expect(items.map(({ sortText }) => sortText)).toEqual(items.map(({ sortText }) => sortText).sort());
  });

  test('the bracket is closed, once', () => {
    expect(accept(draft('根据《‸'), '中华人民共和国政府信息公开条例')).toBe('根据《中华人民共和国政府信息公开条例》');
    expect(accept(draft('根据《政府‸》编制'), '中华人民共和国政府信息公开条例')).toBe(
      '根据《中华人民共和国政府信息公开条例》编制',
    );
    expect(accept(draft('关于〈‸〉的通知'), '中华人民共和国行政复议法')).toBe('关于〈中华人民共和国行政复议法〉的通知');
    expect(accept(draft('按照《2018‸', 2018), '2018年政务公开工作要点（国办发〔2018〕23号）')).toBe(
      '按照《2018年政务公开工作要点》（国办发〔2018〕23号）',
    );
  });

  test.each(['政府', '中华', 'zfxxgktl', '条例', '政府信息公开条例'])('“%s” finds the regulation', typed => {
    expect(
      found(draft(`根据《${typed}‸`, 2024, '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制。')),
    ).toContain(typed === '条例' ? '条例' : '中华人民共和国政府信息公开条例');
  });

  test('short names that the draft introduces come first', () => {
    const [first] = complete(
      draft('落实《‸', 2024, '根据《政府信息公开信息处理费管理办法》（以下简称《办法》）编制。'),
    );
    expect(first).toMatchObject({ label: '办法', detail: '本报告的简称：《政府信息公开信息处理费管理办法》' });
  });
});

describe('clauses behind 第', () => {
  test.each([
    '《条例》第‸',
    '《条例》第‸条',
    '《中华人民共和国政府信息公开条例》（国务院令第711号）第‸',
    '根据条例第‸',
    '《条例》规定的第‸',
    '《条例》第十九条、第‸',
    '《条例》第四条第二款和第‸',
  ])('%s', line => {
    const items = complete(draft(line));
    expect(items).toHaveLength(56);
    expect(items[19]).toMatchObject({ label: '第二十条', detail: '主动公开范围' });
  });

  test('what is typed is replaced', () => {
    expect(accept(draft('《条例》第二‸'), '第二十条')).toBe('《条例》第二十条');
    expect(accept(draft('《条例》第20‸条规定'), '第二十条')).toBe('《条例》第二十条规定');
    expect(found(draft('《条例》第49‸'))).toContain('第四十九条');
    expect(found(draft('《条例》第４９‸'))).toContain('第四十九条');
    expect(found(draft('《条例》第四十九‸'))).toContain('第四十九条');
  });

  test('paragraphs and items of the article that stands before', () => {
    expect(labels(complete(draft('《条例》第二十条第‸')))).toHaveLength(15);
    expect(complete(draft('《条例》第二十条第（‸'))[7]).toMatchObject({
      label: '第（八）项',
      detail: '行政事业性收费',
    });
    expect(accept(draft('《条例》第二十条第（‸'), '第（八）项')).toBe('《条例》第二十条第（八）项');
    expect(found(draft('《条例》第二十条第8‸'))).toContain('第（八）项');
    expect(labels(complete(draft('《条例》第三十三条第‸')))).toEqual(['第一款', '第二款', '第三款']);
    expect(labels(complete(draft('《条例》第四条第二款第‸')))).toHaveLength(5);
  });

  test('the version is that of the report, or the one named', () => {
    expect(complete(draft('《条例》第‸', 2018))).toHaveLength(38);
    expect(complete(draft('新修订的《条例》第‸', 2018))).toHaveLength(56);
    expect(labels(complete(draft('《行政复议法》第‸')))).toContain('第二十三条');
  });

  test.each(['开通第‸', '《条例》施行以来，我局第‸', '《某市办法》第‸', '名列第二‸'])(
    'nothing of the kind: %s',
    line => {
      expect(labels(complete(draft(line))).filter(label => label.startsWith('第'))).toEqual([]);
    },
  );
});

describe('document numbers', () => {
  test('behind 〔 those of the issuer, then the years at hand', () => {
    expect(labels(complete(draft('按照国办公开办函〔‸', 2024)))).toEqual([
      '国办公开办函〔2021〕30号',
      '国办公开办函〔2016〕201号',
      '〔2024〕',
      '〔2025〕',
      '〔2023〕',
    ]);
    expect(accept(draft('按照国办公开办函〔2‸〕', 2024), '国办公开办函〔2021〕30号')).toBe(
      '按照国办公开办函〔2021〕30号',
    );
    expect(accept(draft('溪政办〔‸'), '〔2024〕')).toBe('溪政办〔2024〕${1}号');
    expect(accept(draft('溪政办〔‸'), '〔2024〕', false)).toBe('溪政办〔2024〕号');
  });

  test('of orders behind 令第', () => {
    expect(labels(complete(draft('（国务院令第‸')))).toContain('第711号');
    expect(accept(draft('（国务院令第7‸号）'), '第711号')).toBe('（国务院令第711号）');
  });
});

test('snippets only where the client can take them; nothing is accepted by a sign typed on', () => {
  for (const line of ['《‸', '《条例》第‸', '国办发〔‸']) {
    for (const item of complete(draft(line), false)) {
      expect(item.insertTextFormat).toBe(InsertTextFormat.PlainText);
      expect((item.textEdit as TextEdit).newText).not.toMatch(/[$\ue000]/);
      expect(item).not.toHaveProperty('commitCharacters');
    }
  }
});

test('not in tables and comments', () => {
  expect(complete(draft('| 《‸ | 1 |\n|---|---|\n| 2 | 3 |'))).toEqual([]);
  expect(complete(draft('<!-- 《‸ -->'))).toEqual([]);
});

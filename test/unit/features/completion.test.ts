import { describe, expect, test } from 'vitest';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { DEFAULT_SETTINGS } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { completion } from '../../../server/src/features/completion.ts';
import { proposedReportYear } from '../../../server/src/format/reportYear.ts';
import type { CompletionOptions } from '../../../server/src/features/completion.ts';
import { Source } from '../../../server/src/text/source.ts';

const TITLE = '# 临溪县2024年政府信息公开工作年度报告\n\n';

/** Completes at the sign ‸ in a draft. */
function complete(marked: string, changes: Partial<CompletionOptions> & { uri?: string } = {}): CompletionItem[] {
  const offset = marked.indexOf('‸');
  const source = new Source(marked.replace('‸', ''));
  const uri = changes.uri ?? 'file:///2024.md';
  const snapshot = new Snapshot(uri, 1, source, DEFAULT_SETTINGS);
  return completion(snapshot, offset, {
    language: 'zh-CN',
    clientCapabilities: { snippets: true },
    file: { uri, languageId: 'annual-report' },
    now: new Date(2025, 2, 1),
    ...changes,
  });
}

/** The draft after an item was accepted; tab stops stay as they are. */
function accept(marked: string, item: CompletionItem | undefined): string {
  const source = new Source(marked.replace('‸', ''));
  const { range, newText } = item?.textEdit as TextEdit;
  return source.text.slice(0, source.offsetAt(range.start)) + newText + source.text.slice(source.offsetAt(range.end));
}

const headings = (items: readonly CompletionItem[]) => items.filter(item => item.kind === CompletionItemKind.Module);
const tables = (items: readonly CompletionItem[]) => items.filter(item => item.kind === CompletionItemKind.Struct);
const labels = (items: readonly CompletionItem[]) => items.map(item => item.label);

/**
 * Whether an editor that filters like VS Code keeps an item: what is typed must be found in the filter text in order,
 * and its first character at the beginning or behind a space.
 */
function isFound(item: CompletionItem, typed: string): boolean {
  const text = item.filterText ?? item.label;
  for (let at = text.indexOf(typed.charAt(0)); at >= 0; at = text.indexOf(typed.charAt(0), at + 1)) {
    if (at > 0 && text.charAt(at - 1) !== ' ') continue;
    let from = at;
    if ([...typed].every(sign => (from = text.indexOf(sign, from) + 1) > 0)) return true;
  }
  return false;
}

describe('section headings', () => {
  test('those that are missing come first, all with the number of the place', () => {
    const items = headings(
      complete(`${TITLE}## 一、总体情况\n\n正文。\n\n‸\n\n## 二、存在的主要问题及改进情况\n\n正文。\n`),
    );
    expect(labels(items)).toEqual([
      '二、主动公开政府信息情况',
      '二、收到和处理政府信息公开申请情况',
      '二、政府信息公开行政复议、行政诉讼情况',
      '二、其他需要报告的事项',
      '二、总体情况',
      '二、存在的主要问题及改进情况',
    ]);
    expect(items.map(item => item.sortText)).toEqual([...items.map(item => item.sortText)].sort());
  });

  test('what is typed is replaced, with the signs and the number', () => {
    const draft = `${TITLE}## 一、总体情况\n\n## 三、主动‸\n`;
    expect(accept(draft, headings(complete(draft))[0])).toBe(
      `${TITLE}## 一、总体情况\n\n## 二、主动公开政府信息情况\n`,
    );
  });

  test.each(['主动', '主动公开', 'zdgk', 'zdgkzf', '二、zd', '二、主动'])('“%s” finds 主动公开', typed => {
    const items = headings(complete(`${TITLE}## 一、总体情况\n\n‸\n`));
    expect(labels(items.filter(item => isFound(item, typed)))).toContain('二、主动公开政府信息情况');
  });

  test('words behind signs and number are found as well', () => {
    for (const typed of ['## 主动', '## zdgk', '## 二、主动', '二、zdgk', '  zdgk']) {
      const items = headings(complete(`${TITLE}## 一、总体情况\n\n${typed}‸\n`));
      expect(labels(items.filter(item => isFound(item, typed.trim())))).toContain('二、主动公开政府信息情况');
    }
  });

  test('headings are written as the draft writes them', () => {
    const first = (draft: string, uri: string) => (headings(complete(draft, { uri }))[0]?.textEdit as TextEdit).newText;
    expect(first(`${TITLE}### 一、总体情况\n\n‸`, 'file:///a.md')).toBe('### 二、主动公开政府信息情况');
    expect(first('临溪县2024年政府信息公开工作年度报告\n\n一、总体情况\n\n‸', 'file:///a.md')).toBe(
      '二、主动公开政府信息情况',
    );
    expect(first(`${TITLE}‸`, 'file:///a.md')).toBe('## 一、总体情况');
    expect(first('临溪县2024年政府信息公开工作年度报告\n\n‸', 'file:///a.txt')).toBe('一、总体情况');
    expect(first('<html><body>\n<h2>一、总体情况</h2>\n‸\n', 'file:///a.html')).toBe(
      '<h2>二、主动公开政府信息情况</h2>',
    );
  });

  test('the edition is that of the report year', () => {
    expect(labels(headings(complete('# 临溪县2015年政府信息公开工作年度报告\n\n‸')))).toContain('一、概述');
  });
});

describe('standard tables', () => {
  test('the table of the section that is being written comes first, each once', () => {
    const items = tables(
      complete(
        `${TITLE}## 一、总体情况\n\n## 二、主动公开政府信息情况\n\n## 三、收到和处理政府信息公开申请情况\n\n‸\n`,
      ),
    );
    expect(labels(items)).toEqual([
      '表三 收到和处理政府信息公开申请情况（竖线表格）',
      '表二 主动公开政府信息情况（竖线表格）',
      '表四 政府信息公开行政复议、行政诉讼情况（竖线表格）',
    ]);
  });

  test('they are written as the draft writes its tables, aligned', () => {
    const written = (draft: string, uri: string) =>
      (tables(complete(draft, { uri, clientCapabilities: { snippets: false } }))[0]?.textEdit as TextEdit).newText;
    expect(written(`${TITLE}‸`, 'file:///a.md')).toMatch(/^\| 第二十条第（一）项 \| +\| +\| +\|\n\| -{14} \| -{26} /);
    expect(written(`${TITLE}<table><tr><td>项目</td><td>数量</td></tr></table>\n\n‸`, 'file:///a.md')).toMatch(
      /^<table>/,
    );
    expect(written('临溪县2024年政府信息公开工作年度报告\n\n项目\t数量\n自然人\t5\n\n‸', 'file:///a.txt')).toMatch(
      /^第二十条第（一）项\t/,
    );
    expect(written('<html><body>\n<h2>一、总体情况</h2>\n‸\n', 'file:///a.html')).toMatch(/^<table>/);
  });

  test.each(['b3', '表三', '收到'])('“%s” finds table three', typed => {
    const items = tables(complete(`${TITLE}‸`)).filter(item => isFound(item, typed));
    expect(items).toHaveLength(1);
    expect(items.every(item => item.label.startsWith('表三 '))).toBe(true);
  });

  test('every figure is a tab stop, and without snippets a blank cell', () => {
    const [pipe] = tables(complete(`${TITLE}b4‸`)).filter(item => isFound(item, 'b4'));
    const text = (pipe?.textEdit as TextEdit).newText;
    expect(pipe?.insertTextFormat).toBe(InsertTextFormat.Snippet);
    expect(text.match(/\$\{\d+\}/g)).toEqual(Array.from({ length: 15 }, (_, i) => `\${${String(i + 1)}}`));
    // A client that moves between cells needs none but the place of the cursor: the first figure.
    const [quiet] = tables(complete(`${TITLE}b4‸`, { hasCellKeys: true })).filter(item => isFound(item, 'b4'));
    expect((quiet?.textEdit as TextEdit).newText.match(/\$[^|]*/g)).toEqual([expect.stringMatching(/^\$0 +$/)]);
    const [plain] = tables(complete(`${TITLE}‸`, { clientCapabilities: { snippets: false } }));
    expect(plain?.insertTextFormat).toBe(InsertTextFormat.PlainText);
    expect((plain?.textEdit as TextEdit).newText).not.toMatch(/[$\ue000\ue001]/);
  });

  test('a table that was accepted is read back as that table', () => {
    for (const item of tables(complete(`${TITLE}‸`, { clientCapabilities: { snippets: false } }))) {
      const draft = accept(`${TITLE}‸`, item);
      const { report } = new Snapshot('file:///a.md', 1, new Source(draft), DEFAULT_SETTINGS);
      expect(item.label).toContain(report.tables[0]?.spec.title);
    }
  });
});

describe('whole report', () => {
  test('an empty draft proposes one, of last year until June and of this year from July', () => {
    const of = (now: Date) => complete('‸', { now, uri: 'file:///a.md' })[0]?.label;
    expect(of(new Date(2026, 0, 1))).toBe('2025年政府信息公开工作年度报告（全文框架）');
    expect(of(new Date(2026, 5, 30))).toBe('2025年政府信息公开工作年度报告（全文框架）');
    expect(of(new Date(2026, 6, 1))).toBe('2026年政府信息公开工作年度报告（全文框架）');
    expect(proposedReportYear(new Date(2026, 11, 31))).toBe(2026);
    // The name of the file is asked first.
    expect(complete('‸', { now: new Date(2026, 0, 1), uri: 'file:///2024.md' })[0]?.label).toMatch(/^2024年/);
  });

  test('the name of the public body is filled in once for all places', () => {
    const [item] = complete('‸');
    const text = (item?.textEdit as TextEdit).newText;
    expect(text.startsWith('# ${1:××单位}2024年政府信息公开工作年度报告')).toBe(true);
    expect(text.match(/\$\{1:/g)).toHaveLength(1);
    expect(text).toContain('${1}2024年');
  });

  test.each(['file:///a.md', 'file:///a.txt', 'file:///a.html'])('a new draft %s has all sections and tables', uri => {
    const [item] = complete('‸', { uri, clientCapabilities: { snippets: false } });
    const { report } = new Snapshot(uri, 1, new Source(accept('‸', item)), DEFAULT_SETTINGS);
    expect(report.reportYear?.value).toBe(2024);
    expect(report.sections.map(section => section.id)).toEqual([
      'overview',
      'proactive',
      'requests',
      'reviewLitigation',
      'problems',
      'other',
    ]);
    expect(report.tables.map(table => table.spec.id)).toEqual(['t2.disclosure', 't3.requests', 't4.review_litigation']);
    expect(report.otherTables).toEqual([]);
  });

  test('it is found by its words and initials', () => {
    const [item] = complete('‸');
    for (const typed of ['年报', 'nb', 'ndbg', '年度报告', '政府信息公开'])
      expect(item && isFound(item, typed), typed).toBe(true);
  });

  test('a draft with a title only is offered all sections, one with sections neither', () => {
    const [all] = complete(`${TITLE}‸`);
    expect(all?.label).toBe('年度报告全部章节（含标准表格）');
    const { report } = new Snapshot(
      'file:///a.md',
      1,
      new Source(accept(`${TITLE}‸`, complete(`${TITLE}‸`, { clientCapabilities: { snippets: false } })[0])),
      DEFAULT_SETTINGS,
    );
    expect(report.sections.map(section => section.id)).toEqual([
      'overview',
      'proactive',
      'requests',
      'reviewLitigation',
      'problems',
      'other',
    ]);
    expect(complete(`${TITLE}## 一、总体情况\n\n‸`).some(item => item.kind === CompletionItemKind.File)).toBe(false);
  });
});

describe('what closes a report', () => {
  const LAST = `${TITLE}## 六、其他需要报告的事项\n\n`;
  const texts = (items: readonly CompletionItem[]) => items.filter(item => item.kind === CompletionItemKind.Text);
  const written = (marked: string, typed: string) =>
    accept(
      marked.replace('‸', `${typed}‸`),
      texts(complete(marked.replace('‸', `${typed}‸`), { clientCapabilities: { snippets: false } })).find(item =>
        isFound(item, typed),
      ),
    ).slice(LAST.length);

  test('fees, nothing else, and behind all text the signature with the day', () => {
    expect(written(`${LAST}‸`, 'sf')).toBe('根据《政府信息公开信息处理费管理办法》，本年度未收取信息处理费。');
    expect(written(`${LAST}‸`, 'mtqt')).toBe('没有其他需要报告的事项。');
    expect(written(`${LAST}‸`, '落款')).toBe('临溪县\n\n2025年3月1日');
    const [, fees] = texts(complete(`${LAST}‸`));
    expect((fees?.textEdit as TextEdit).newText).toContain('收费通知${1}件，总金额${2}元，实际收取${3}元');
  });

  test('no signature before text, none of it in other sections, and no fees before there were any', () => {
    expect(labels(texts(complete(`${LAST}‸\n\n临溪县人民政府\n`)))).toEqual([
      '信息处理费：没有收取',
      '信息处理费：发出通知和收取的情况',
      '没有其他需要报告的事项',
    ]);
    expect(texts(complete(`${TITLE}## 五、存在的主要问题及改进情况\n\n‸`))).toEqual([]);
    expect(labels(texts(complete(`${LAST.replace('2024', '2020')}‸`)))[0]).toBe('没有其他需要报告的事项');
  });
});

describe('where nothing is offered', () => {
  test.each([
    ['behind a sentence', `${TITLE}本年度共公开信息。‸`],
    ['before text', `${TITLE}主动‸公开`],
    ['in a pipe table', `${TITLE}| a | b |\n|---|---|\n| 1‸`],
    ['between the rows of a table', `${TITLE}<table>\n<tr><td>一</td></tr>\n‸\n<tr><td>二</td></tr>\n</table>\n`],
    ['in a comment', `${TITLE}<!-- 备注\n‸\n-->\n`],
    ['on an endless line', `${TITLE}${'主动'.repeat(1000)}‸`],
  ])('%s', (_, draft) => {
    expect(complete(draft)).toEqual([]);
  });
});

test('nothing accepts an item but the drafter: no commit characters, nothing preselected', () => {
  for (const item of complete('‸')) {
    expect(item).not.toHaveProperty('commitCharacters');
    expect(item).not.toHaveProperty('preselect');
  }
});

import { describe, expect, test } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { UNINTERRUPTED } from '../../../../server/src/analysis/scheduler.ts';
import { codeActions, FIX_ALL_KIND } from '../../../../server/src/features/codeActions.ts';
import { diagnostics } from '../../../../server/src/features/diagnostics.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { compact } from '../../../support/compact.ts';
import { sampleReport } from '../../../support/sample.ts';

interface Case {
  readonly uri?: string;
  readonly only?: readonly string[];
}

/** Actions with the cursor before the words `at`. */
async function actionsAt(
  text: string,
  at: string,
  { uri = 'file:///2024.md', only }: Case = {},
): Promise<CodeAction[]> {
  const snapshot = new Snapshot(uri, 7, new Source(text), DEFAULT_SETTINGS);
  const { findings } = await snapshot.findings(UNINTERRUPTED);
  const start = text.indexOf(at);
  expect(start).toBeGreaterThanOrEqual(0);
  return codeActions(
    snapshot,
    findings,
    {
      span: { start, end: start },
      only,
      diagnostics: diagnostics(snapshot, findings, {
        language: 'zh-CN',
        clientCapabilities: { relatedInformation: false, codeDescription: false },
        rulePages: undefined,
      }),
    },
    {
      language: 'zh-CN',
      clientCapabilities: { documentChanges: true, snippetEdits: false, createFiles: false },
      file: { uri, languageId: 'annual-report' },
      configurationFile: null,
    },
  );
}

function apply(text: string, action: CodeAction | undefined): string | undefined {
  const [change] = action?.edit?.documentChanges ?? [];
  if (!change || !('edits' in change)) return undefined;
  return TextDocument.applyEdits(TextDocument.create('file:///x', '', 0, text), change.edits as TextEdit[]);
}

const titled = (actions: readonly CodeAction[], title: string) =>
  actions.find(action => action.title.startsWith(title));
const LABEL = '二、上年结转政府信息公开申请数量';

describe('actions on the table under the cursor', () => {
  test('write it in another layout, with the line ends of the draft', async () => {
    const text = sampleReport('pipe').replaceAll('\n', '\r\n');
    const actions = await actionsAt(text, LABEL, { only: ['refactor'] });
    expect(actions.map(({ title, kind }) => [title, kind])).toEqual([
      ['转换为 HTML 表格', 'refactor.rewrite.annualReport.convert.html'],
      ['转换为制表符表格', 'refactor.rewrite.annualReport.convert.tabbed'],
    ]);
    const html = apply(text, actions[0]) ?? '';
    expect(html.replace(/<table>[^]*<\/table>/, '')).toBe(text.replace(/\| （本列[^]*?\r\n(?=\r\n)/, '\r\n'));
    expect(html).toContain('</tr>\r\n<tr>');
    expect(compact(apply(html, titled(await actionsAt(html, LABEL), '转换为竖线表格')) ?? '')).toBe(text);
  });

  test('are none outside of tables, and none where others are asked for', async () => {
    const text = sampleReport('pipe');
    expect(await actionsAt(text, '存在的主要问题：', { only: ['refactor'] })).toEqual([]);
    expect(await actionsAt(text, LABEL, { only: ['source.organizeImports'] })).toEqual([]);
    expect(await actionsAt(text, LABEL, { only: ['quickfix'] })).toEqual([]);
  });

  test('fill blanks with 0 anywhere in the table, once', async () => {
    const whole = sampleReport('pipe');
    const text = whole.replace('| 1.属于国家秘密 | 1 | 0 | 0 | 0 | 0 |', '| 1.属于国家秘密 | 1 |  |  |  | 0 |');
    const elsewhere = titled(await actionsAt(text, LABEL), '空格填 0');
    expect(elsewhere).toMatchObject({ title: '空格填 0（3 格）', kind: 'refactor.rewrite.annualReport.fillBlanks' });
    expect(apply(text, elsewhere)).toBe(whole);
    const here = (await actionsAt(text, '1.属于国家秘密')).filter(({ title }) => title.startsWith('空格填 0'));
    expect(here).toHaveLength(1);
    expect(here[0]).toMatchObject({
      kind: 'quickfix.annualReport.fillBlanks',
      diagnostics: [{ code: 'tables/blank-cells' }],
    });
    expect(apply(text, here[0])).toBe(whole);
    // Saving a table that is half filled in must not turn the rest into zeros.
    expect(await actionsAt(text, '# ', { only: [FIX_ALL_KIND] })).toEqual([]);
  });

  test('a table that nobody has filled in is not filled with 0 among the automatic fixes', async () => {
    const text = sampleReport('pipe', undefined, {});
    expect(await actionsAt(text, '# ', { only: [FIX_ALL_KIND] })).toEqual([]);
    expect(titled(await actionsAt(text, LABEL), '空格填 0')).toBeDefined();
  });

  test('compute all totals', async () => {
    const whole = sampleReport('tabbed');
    const text = whole
      .replace('10\t2\t3\t1\t', '')
      .replace(/\t130\n/, '\t\n')
      .replace(/\t9\n/, '\t\n');
    const action = titled(await actionsAt(text, LABEL), '计算全部合计');
    expect(action).toMatchObject({
      title: '计算全部合计（1 格）',
      kind: 'refactor.rewrite.annualReport.computeTotals',
    });
    expect(apply(text, action)).toBe(whole);
    expect(titled(await actionsAt(whole, LABEL), '计算全部合计')).toBeUndefined();
  });

  test('put the standard table in its place, as the fix of what is found', async () => {
    const whole = sampleReport('html');
    const text = whole
      .replace(/<tr><td>2\.重复申请.*\n/, '')
      .replace('<tr><td>3.其他</td>', '<tr><td>本地增加的情形</td><td>9</td></tr>\n<tr><td>3.其他</td>');
    const missing = titled(await actionsAt(text, '1.信访举报投诉类申请'), '换用标准表格，保留数字');
    expect(missing).toMatchObject({
      kind: 'quickfix.annualReport.standardTable',
      diagnostics: [{ code: 'tables/missing-row' }],
    });
    expect(apply(text, missing)).toContain('<tr><td>2.重复申请</td><td></td>');
    expect(apply(text, missing)).toContain('</table>\n\n<!-- 未能放入标准表格：本地增加的情形：9 -->\n');
    const asked = titled(
      await actionsAt(text, LABEL, { only: ['refactor.rewrite'], uri: 'file:///2024.txt' }),
      '换用标准表格，保留数字',
    );
    expect(asked?.kind).toBe('refactor.rewrite.annualReport.standardTable');
    expect(apply(text, asked)).toContain('</table>\n\n未能放入标准表格：本地增加的情形：9\n');
  });
});

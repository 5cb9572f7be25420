import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { editionById } from '../../server/src/format/index.ts';
import { writeTable, type TableLayout } from '../../server/src/model/writing/write.ts';
import { compact } from '../support/compact.ts';
import { sampleReport } from '../support/sample.ts';
import {
  atWindow,
  closeAll,
  hasHands,
  openUntitled,
  outline,
  quickFix,
  replace,
  ruleOf,
  until,
  untilFinding,
} from './editor.ts';

const REQUESTS = editionById('2021').tables.find(({ id }) => id === 't3.requests')!;
const BEGUN = '# 海东县林业局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n';
const FIRST_ROW = '一、本年新收政府信息公开申请数量';

/** The draft with table three and figures in the cells that are named, without what only aligns. */
const draft = (layout: TableLayout, figures: Readonly<Record<string, string>>): string =>
  `${BEGUN}${writeTable(REQUESTS, layout, (row, column) => figures[`${row}.${column}`] ?? '')}\n\n完。\n`;

const pause = (ms: number) =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

/** Presses keys as a person does, who sees what one has done before the next. */
async function press({ document }: vscode.TextEditor, ...keys: readonly string[]): Promise<void> {
  const state = () => {
    const [active] = vscode.window.visibleTextEditors.filter(editor => editor.document === document);
    return `${String(document.version)} ${JSON.stringify(active?.selection)}`;
  };
  for (const key of keys) {
    const before = state();
    atWindow({ keys: [key] });
    await until(`键 ${key} / the key`, () => state() !== before, state);
    // The context of the next key follows the cursor.
    await pause(150);
  }
}

/** Opens a draft with the cursor at a place, once the server knows it. */
async function openAt(content: string, offset: number): Promise<vscode.TextEditor> {
  const editor = await openUntitled(content);
  await outline(editor.document.uri);
  const place = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(place, place);
  // Long enough for the extension to ask where the cursor is, in a window that is still busy with opening.
  await pause(2_000);
  return editor;
}

async function untilText(document: vscode.TextDocument, expected: string): Promise<void> {
  await until(
    '文中的数 / the figures in the text',
    () => compact(document.getText()) === expected,
    () => document.getText(),
  );
}

suite('逐格填表的旅程', () => {
  teardown(closeAll);

  for (const layout of ['pipe', 'html', 'tabbed'] as const) {
    test(`Tab、Shift+Tab、Enter 在格子之间移动，逐步撤销：${layout}`, async function () {
      if (!hasHands) return this.skip();
      const blank = `${BEGUN}${writeTable(REQUESTS, layout, () => '', { alignment: 'withFigures' })}\n\n完。\n`;
      const editor = await openAt(blank, blank.indexOf(FIRST_ROW) + 3);
      const { document } = editor;
      await press(editor, 'Tab', '5', 'Tab', '6', 'Shift+Tab', '7', 'Enter', '8', 'Enter', 'Tab', '9');
      const [one, two] = ['newReceived.naturalPerson', 'newReceived.enterprise'];
      const all = { [one]: '7', [two]: '6', 'carriedIn.naturalPerson': '8', 'granted.enterprise': '9' };
      await untilText(document, draft(layout, all));
      await press(editor, 'Control+z');
      await untilText(document, draft(layout, { ...all, 'granted.enterprise': '' }));
      await press(editor, 'Control+z', 'Control+z', 'Control+z', 'Control+z');
      await until(
        '撤销到空白 / undone to the blank table',
        () => document.getText() === blank,
        () => document.getText(),
      );
      return undefined;
    });
  }

  test('表格以外和行尾，Tab 和 Enter 照旧', async function () {
    if (!hasHands) return this.skip();
    const text = draft('pipe', {});
    const editor = await openAt(text, text.length - 1);
    const { document } = editor;
    await press(editor, 'Enter', 'Tab', 'x');
    await until(
      '换行和缩进 / a line break and an indent',
      () => /完。\n[ \t]+x\n$/.test(document.getText()),
      () => document.getText().slice(-40),
    );
    const end = document.getText().indexOf('\n\n完。');
    const place = document.positionAt(end);
    editor.selection = new vscode.Selection(place, place);
    await pause(500);
    await press(editor, 'Enter');
    await until(
      '行尾的换行 / a line break at the end of a row',
      () => document.getText().slice(end).startsWith('\n\n\n完。'),
      () => document.getText().slice(end),
    );
    return undefined;
  });

  test('总体情况里补全一句由表格写的话；表格改了，按提示更新', async function () {
    if (!hasHands) return this.skip();
    const text = sampleReport('pipe').replace('（一）主动公开。', '（零）依申请公开。\n\n（一）主动公开。');
    const editor = await openAt(text, text.indexOf('（零）依申请公开。') + '（零）依申请公开。'.length);
    const { document } = editor;
    atWindow({ keys: ['Alt+/'] });
    await pause(2_000);
    await press(editor, 'Tab');
    const written = '（零）依申请公开。全年新收政府信息公开申请120件，上年结转9件；办结123件，';
    await until(
      '写出的句子 / the sentence',
      () => document.getText().includes(written),
      () => document.getText().slice(0, 600),
    );
    const row = '| 一、本年新收政府信息公开申请数量 |  |  | 86 | 17 | 2 | 1 | 9 | 5 | 120 |';
    await replace(editor, row, row.replace('86', '87').replace('120', '121'));
    const out = '| 四、结转下年度继续办理 |  |  | 4 | 1 | 0 | 0 | 1 | 0 | 6 |';
    await replace(editor, out, out.replace('| 4 |', '| 5 |').replace('| 6 |', '| 7 |'));
    const finding = await untilFinding(
      document.uri,
      '更新句子的提示 / the hint',
      each => ruleOf(each) === 'prose/outdated-sentence',
    );
    const fix = await quickFix(document.uri, finding.range, '更新 / renew', ({ title }) =>
      /更新这句话|Renew this sentence/.test(title),
    );
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.ok(document.getText().includes('全年新收政府信息公开申请121件，上年结转9件；办结123件，'));
    assert.ok(document.getText().includes('；结转下年度7件。'));
    return undefined;
  });

  test('Alt+/ 打开补全，每张表只有一项；插入后光标在第一格，Tab 到下一格', async function () {
    if (!hasHands) return this.skip();
    const begun = '# 临溪县人民政府2024年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\nb4\n';
    const editor = await openAt(begun, begun.length - 1);
    const { document } = editor;
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      editor.selection.active,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.equal(labels.filter(label => label.includes('行政复议、行政诉讼情况') && label.includes('表')).length, 1);
    atWindow({ keys: ['Alt+/'] });
    await pause(2_000);
    await press(editor, 'Tab');
    await until(
      '表四 / table four',
      () => document.getText().includes('尚未审结'),
      () => document.getText(),
    );
    await pause(700);
    await press(editor, '7', 'Tab', '8', 'Tab', '9');
    await until(
      '前三格里的数 / figures in the first three cells',
      () => /\| 7 \| 8 \| 9 \|/.test(compact(document.getText())),
      () => document.getText(),
    );
    return undefined;
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { editionById } from '../../server/src/format/index.ts';
import { writeTable } from '../../server/src/model/write.ts';
import { fromWord, tabsFromExcel } from '../support/clipboards.ts';
import { SAMPLE_2021 } from '../support/sample.ts';
import { atWindow, closeAll, hasHands, openUntitled, until } from './editor.ts';

const REQUESTS = editionById('2021').tables.find(({ id }) => id === 't3.requests')!;
const figure = (row: string, column: string) => String(SAMPLE_2021['t3.requests']?.[row]?.[column] ?? '');
const STANDARD = writeTable(REQUESTS, 'pipe', figure);
const TABS = tabsFromExcel(REQUESTS, figure);
const BEGUN = '# 海东县林业局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n';

/** A draft with the cursor at its end, where the table is to stand. */
async function openBegun(): Promise<vscode.TextDocument> {
  const editor = await openUntitled(BEGUN);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  return editor.document;
}

suite('表格旅程', () => {
  teardown(closeAll);

  test('从 Word 复制的表格：照原样粘贴，再改选标准表格', async function () {
    if (!hasHands) return this.skip();
    const document = await openBegun();
    atWindow({ html: fromWord(REQUESTS, figure), text: TABS, keys: ['Control+V'] });
    await until('照原样粘贴的文字 / the text as it is', () => document.getText().includes('自然人\t法人'), () => document.getText());
    await until('改选后的标准表格 / the standard table', async () => {
      await vscode.commands.executeCommand('editor.changePasteType');
      await vscode.commands.executeCommand('selectNextCodeAction');
      await vscode.commands.executeCommand('acceptSelectedCodeAction');
      return document.getText().includes(STANDARD);
    }, () => document.getText());
    assert.equal(document.getText(), BEGUN + STANDARD);
    return undefined;
  });

  test('命令“粘贴为标准表格”读剪贴板中的文字', async () => {
    const document = await openBegun();
    await vscode.env.clipboard.writeText(TABS);
    await vscode.commands.executeCommand('annualReport.pasteTable');
    assert.equal(document.getText(), BEGUN + STANDARD);
    await vscode.commands.executeCommand('undo');
    await until('一步撤销 / undone in one step', () => document.getText() === BEGUN, () => document.getText());
  });
});

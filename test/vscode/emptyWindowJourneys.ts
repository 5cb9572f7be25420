import * as assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { answerBodyAndYear, answerBox, closeAll, hasHands, LANGUAGE, until, untilShown } from './editor.ts';

// Journeys in a window in which no folder is open.

const BODY = '临溪县水利局';
const PROPOSED = new RegExp(`/${BODY}20\\d\\d年政府信息公开工作年度报告\\.md$`, 'm');
const WHERE = /没有打开文件夹|No folder is open/;
const SAVE_AS = /Save As|另存为/;
const BOX = '.quick-input-widget input[type=text]';
const TITLE = '.quick-input-widget .quick-input-title:visible';

/** Answers for body and year; then it is asked where the new report will be saved. */
async function untilAskedWhere(): Promise<void> {
  await answerBodyAndYear(BODY);
  await untilShown('存在哪里 / where to save', TITLE, title => WHERE.test(title));
  await untilShown('提议的名字 / the name proposed', BOX, path => PROPOSED.test(path.trim()));
}

/** The new draft in front. */
const untilOpen = () =>
  until('新草稿 / the new draft', () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled && document.languageId === LANGUAGE && document;
  });

/** So long a window may take until it is set up. */
const WINDOW_PATIENCE_MS = 30_000;

suite('没有打开文件夹', () => {
  // A window that is just being set up takes the focus away from whatever asks.
  setup(async function () {
    if (!hasHands) return;
    await vscode.commands.executeCommand('workbench.view.extension.annualReport');
    await untilShown(
      '侧栏的按钮 / the buttons',
      '.welcome-view-content',
      words => /新建年度报告|New Annual/.test(words),
      WINDOW_PATIENCE_MS,
    );
  });
  teardown(closeAll);

  test('新建先问存在哪里；“保存”写到选好的地方', async function () {
    if (!hasHands) return this.skip();
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    const file = vscode.Uri.file(join(dirname(process.env['ANNUAL_REPORT_TEST_RESULTS'] ?? ''), '水利局年报.md'));
    const done = vscode.commands.executeCommand('annualReport.newReport');
    await untilAskedWhere();
    answerBox(WHERE, { text: file.fsPath });
    await done;
    const document = await untilOpen();
    assert.equal(document.uri.path, file.path);
    // As the menu does it: no key of ours stands before.
    await vscode.commands.executeCommand('workbench.action.files.save');
    try {
      const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      assert.match(written, new RegExp(`^# ${BODY}20\\d\\d年政府信息公开工作年度报告\n`));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    return undefined;
  });

  test('没有选位置，草稿照样打开，保存时由 VS Code 来问', async function () {
    if (!hasHands) return this.skip();
    const done = vscode.commands.executeCommand('annualReport.newReport');
    await untilAskedWhere();
    answerBox(WHERE, { key: 'Escape' });
    await done;
    const document = await untilOpen();
    assert.ok(!document.uri.path.includes('/'), document.uri.path);
    assert.ok(document.getText().startsWith(`# ${BODY}`));
    void vscode.commands.executeCommand('workbench.action.files.save');
    await untilShown('VS Code 的问题 / the question of VS Code', TITLE, title => SAVE_AS.test(title));
    answerBox(SAVE_AS, { key: 'Escape' });
    await untilShown('问题收起 / the question gone', TITLE, title => !SAVE_AS.test(title));
    await until('没有写出 / nothing written', () => document.isUntitled && document.isDirty);
    return undefined;
  });
});

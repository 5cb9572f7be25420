// A draft that may not be written, and drafts that get another place while something of theirs is open.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  answerBodyAndYear,
  atWindow,
  closeAll,
  fileUri,
  hasHands,
  quickFix,
  until,
  untilFinding,
  ruleOf,
  untilForm,
  untilShown,
} from './editor.ts';

const MESSAGES = '.notification-list-item-message';
const DRAFT = '# 海东县林业局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年公开信息XX条。\n';
const FIRST = 'requests newReceived naturalPerson';
const folder = fileUri('搬动');

const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
const untilLabelled = (what: string, fits: (all: readonly string[]) => boolean) =>
  until(what, () => fits(labels()), labels);

async function move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('稿子的位置', () => {
  /** What a journey may leave behind; a report of the newest year would be waited for from every body. */
  const left: vscode.Uri[] = [];
  teardown(async () => {
    await closeAll();
    for (const uri of left.splice(0))
      await Promise.resolve(vscode.workspace.fs.delete(uri, { recursive: true })).catch(() => {});
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('只读的稿子：忽略一项不写进去，说明是只读的', async function () {
    if (!hasHands) return this.skip();
    // Findings of a draft of the same name that is gone may still be listed: each try has names of its own.
    const locked = `只读的稿子${String(Date.now())}`;
    const uri = fileUri(`${locked}/海东县林业局2024年政府信息公开工作年度报告.md`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(DRAFT));
    const files = vscode.workspace.getConfiguration('files');
    const { Global } = vscode.ConfigurationTarget;
    await files.update('readonlyInclude', { [`**/${locked}/**`]: true }, Global);
    try {
      await vscode.commands.executeCommand('vscode.open', uri);
      const { range } = await untilFinding(uri, '没有填写', one => ruleOf(one) === 'wording/leftover');
      const editor = vscode.window.activeTextEditor!;
      editor.selection = new vscode.Selection(range.start, range.start);
      await quickFix(uri, range, '忽略 / silence', ({ title }) => /^忽略此项|^Ignore/.test(title));
      await vscode.commands.executeCommand('annualReport.fix.silence');
      await vscode.commands.executeCommand('notifications.showList');
      await untilShown('说明 / the reason', MESSAGES, text => /是只读的|is read-only/.test(text));
      assert.equal(editor.document.getText(), DRAFT);
    } finally {
      await files.update('readonlyInclude', undefined, Global);
    }
    // Where it may be written, the cursor is in the reason.
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const writable = fileUri(`可写的${locked}/海东县林业局2024年政府信息公开工作年度报告.md`);
    await vscode.workspace.fs.writeFile(writable, new TextEncoder().encode(DRAFT));
    const editor = await vscode.window.showTextDocument(writable);
    const { range } = await untilFinding(writable, '没有填写', one => ruleOf(one) === 'wording/leftover');
    editor.selection = new vscode.Selection(range.start, range.start);
    await vscode.commands.executeCommand('annualReport.fix.silence');
    await until(
      '理由 / the reason',
      () => /^(?:请写明理由|give the reason)/i.test(editor.document.getText(editor.selection)),
      () => editor.document.getText(),
    );
    for (const each of [uri, writable])
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(each, '..'), { recursive: true });
    return undefined;
  });

  test('新建、填表、在填表里按保存：填表和预览跟着到文件，改名、文件夹改名也跟着', async function () {
    if (!hasHands) return this.skip();
    this.timeout(90_000);
    const done = vscode.commands.executeCommand('annualReport.newReport');
    await answerBodyAndYear('海东县林业局');
    await done;
    const { document } = await until(
      '新文档 / a new document',
      () => vscode.window.activeTextEditor?.document.isUntitled && vscode.window.activeTextEditor,
    );
    const saved = document.uri.with({ scheme: folder.scheme });
    const elsewhere = fileUri('搬到这里');
    left.push(saved, folder, elsewhere);
    const name = saved.path.slice(saved.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('annualReport.openPreview');
    await vscode.commands.executeCommand('annualReport.openTableForm', {
      uri: document.uri.toString(),
      table: 'requests',
    });
    await untilForm('表格窗体 / the form', ({ focus }) => focus === FIRST);
    atWindow({ type: '7\t' });
    await untilForm('填上了 / filled in', ({ cells }) => cells[FIRST] === '7');
    atWindow({ keys: ['Control+S'] });
    const file = await until('文件 / the file', () =>
      vscode.workspace.textDocuments.find(({ uri, isDirty }) => uri.toString() === saved.toString() && !isDirty),
    );
    await untilLabelled('稿子还开着 / the draft is open', all => all.includes(name));
    await until(
      '新文档收起 / the new document gone',
      () => !vscode.workspace.textDocuments.some(each => each.isUntitled),
    );
    await untilForm('又有焦点 / the focus again', ({ focus }) => focus !== null);
    atWindow({ type: '8\t' });
    const second = FIRST.replace('naturalPerson', 'enterprise');
    await untilForm('再填一格 / another one', ({ cells }) => cells[second] === '8');
    await until('写进了文件的稿子 / in the file', () => file.isDirty);
    assert.ok(await file.save());

    const renamed = vscode.Uri.joinPath(folder, '海东县林业局年报.annual-report.md');
    await move(saved, renamed);
    const follow = (wanted: string) =>
      untilLabelled(
        `填表、预览叫 ${wanted}`,
        all => all.filter(label => label.endsWith(`：${wanted}`) || label.endsWith(`: ${wanted}`)).length === 2,
      );
    await follow('海东县林业局年报.annual-report.md');
    await untilForm('还在 / still there', ({ cells }) => cells[second] === '8');
    await move(folder, elsewhere);
    const last = vscode.Uri.joinPath(elsewhere, '海东县林业局年报.annual-report.md');
    await until('稿子 / the draft', () =>
      vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === last.toString()),
    );
    await untilForm('也在 / there as well', ({ cells }) => cells[second] === '8');
    return undefined;
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { GUIDE_FILE } from '../support/localStatutes.ts';
import { sampleReport } from '../support/sample.ts';
import type { SettingsSilence } from '../../server/src/protocol/protocol.ts';
import {
  closeAll,
  fileUri,
  findings,
  hover,
  inShort,
  open,
  quickFix,
  rangeOf,
  ruleOf,
  until,
  untilFinding,
} from './editor.ts';

// What is written where something was awaited: a person who picks, a file that is open with changes.

const FOLDER = '忽略';
const TEXT_DRAFT = `${FOLDER}/海东县林业局2024年政府信息公开工作年度报告.txt`;
const SETTINGS = `${FOLDER}/.annual-report.json`;
const BRACKETS = '法规[2024]';
const drafts: string[] = [];

const SENTENCE = '全年新收到政府信息公开申请20件。';
const REPORT = sampleReport('pipe').replace('（二）依申请公开。', `（二）依申请公开。${SENTENCE}`);

const { fs } = vscode.workspace;
const utf8 = (text: string) => new TextEncoder().encode(text);
const savedText = async (name: string) => new TextDecoder().decode(await fs.readFile(fileUri(name)));

async function write(name: string, text: string): Promise<vscode.TextDocument> {
  await fs.writeFile(fileUri(name), utf8(text));
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  // An editor that is kept: another file in front must not close it.
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** A draft in a file of its own: an editor keeps for a while what a file held before. */
function writeDraft(text: string): Promise<vscode.TextDocument> {
  const name = `改动${String(drafts.length + 1)}.annual-report.md`;
  drafts.push(name);
  return write(name, text);
}

async function rest(milliseconds: number): Promise<void> {
  await new Promise(resolve => {
    setTimeout(resolve, milliseconds);
  });
}

/** Renames the number in the sentence and confirms it in the list; `meanwhile` happens while the list is open. */
async function rename(document: vscode.TextDocument, by: string, meanwhile: () => Thenable<unknown>): Promise<void> {
  // The server is there and has read the draft.
  await hover(document.uri, rangeOf(document, '申请20件').start.translate(0, 2));
  const place = rangeOf(document, '20件').start.translate(0, 1);
  let isDone = false;
  const renaming = Promise.resolve(
    vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, place, by),
  ).finally(() => {
    isDone = true;
  });
  await rest(1_500);
  assert.equal(isDone, false, '清单应开着 / the list is open');
  await meanwhile();
  await until('清单确认 / the list is confirmed', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await rest(100);
    return isDone;
  });
  await renaming;
}

/** Chooses to silence the finding at some words in the settings file, for a reason that is not asked for any more. */
async function silence(document: vscode.TextDocument, words: string): Promise<void> {
  const action = await until(`忽略“${words}” / the action`, async () => {
    try {
      return await quickFix(document.uri, rangeOf(document, words), '在 .annual-report.json 中忽略', each =>
        each.title.includes('.annual-report.json'),
      );
    } catch {
      // Settings that are just read again end the request.
      return undefined;
    }
  });
  const { command, arguments: args = [] } = action.command ?? {};
  assert.ok(command, action.title);
  const [what] = args as SettingsSilence[];
  await vscode.commands.executeCommand(command, { ...what, entry: { ...what?.entry, reason: '已逐项核对' } });
}

/** Findings of a draft taken alone: the drafts of this suite are of one body and one year. */
const alone = ({ uri }: vscode.TextDocument) => findings(uri).filter(each => !ruleOf(each).startsWith('workspace/'));

suite('改动旅程', () => {
  teardown(closeAll);
  suiteTeardown(async () => {
    for (const name of [...drafts, FOLDER, BRACKETS])
      await fs.delete(fileUri(name), { recursive: true }).then(undefined, () => undefined);
  });

  test('重命名确认后各处一起改，一步撤销', async () => {
    const document = await writeDraft(REPORT);
    await rename(document, '25', () => Promise.resolve());
    assert.equal(document.getText(), REPORT.replace('申请20件', '申请25件'));
    await vscode.commands.executeCommand('undo');
    await until('撤销 / undone', () => document.getText() === REPORT);
  });

  test('重命名的清单开着时草稿改了：什么也不写', async () => {
    const document = await writeDraft(REPORT);
    await rename(document, '25', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '\n\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
    });
    assert.equal(document.getText(), `\n\n${REPORT}`);
  });

  const FAULTY = sampleReport('tabbed', undefined, undefined, 'plain')
    .replace('推进林业领域', '推进，，林业领域')
    .replace('组织林业站', '组织。。林业站');

  test('在设置文件里忽略两次：两条都在，已保存，问题都消失', async () => {
    await fs.writeFile(fileUri(SETTINGS), utf8('{\n  "silenced": []\n}\n'));
    const document = await write(TEXT_DRAFT, FAULTY);
    const found = () => alone(document);
    await until(
      '两处标点 / two findings',
      () => found().length === 2,
      () => inShort(document.uri),
    );
    for (const [words, left] of [
      ['，，', 1],
      ['。。', 0],
    ] as const) {
      await silence(document, words);
      await until(
        '问题消失 / the finding is gone',
        () => found().length === left,
        () => inShort(document.uri),
      );
    }
    const { silenced } = JSON.parse(await savedText(SETTINGS)) as { silenced: { file: string }[] };
    assert.deepEqual(
      silenced.map(({ file }) => file),
      ['海东县林业局2024年政府信息公开工作年度报告.txt', '海东县林业局2024年政府信息公开工作年度报告.txt'],
    );
  });

  test('设置文件里有没保存的修改：都留着，保存由用户', async () => {
    const before = '{\n  "edition": "auto"\n}\n';
    await fs.writeFile(fileUri(SETTINGS), utf8(before));
    const document = await write(TEXT_DRAFT, FAULTY);
    await until(
      '两处标点 / two findings',
      () => alone(document).length === 2,
      () => inShort(document.uri),
    );
    const settings = await open(SETTINGS);
    await until('文件里的设置 / the settings on the disk', () => settings.document.getText() === before);
    await settings.edit(edit => {
      edit.replace(rangeOf(settings.document, '"auto"'), '"2021"');
    });
    for (const words of ['，，', '。。']) await silence(document, words);
    const content = JSON.parse(settings.document.getText()) as { edition: string; silenced: unknown[] };
    assert.deepEqual([content.edition, content.silenced.length], ['2021', 2]);
    assert.equal(settings.document.isDirty, true);
    assert.equal(await savedText(SETTINGS), before);
    assert.ok(await settings.document.save());
    await until(
      '问题消失 / both are gone',
      () => alone(document).length === 0,
      () => inShort(document.uri),
    );
  });

  test('写坏的设置文件：问题标在出错的地方，忽略不写进去', async () => {
    const broken = '{\n  "severities": {},\n}\n';
    await fs.writeFile(fileUri(SETTINGS), utf8(broken));
    const document = await write(TEXT_DRAFT, FAULTY);
    // A server that reads the file before it is written whole says so of its first line, and then of the right one.
    await untilFinding(fileUri(SETTINGS), '出错处 / the fault', ({ range }) => range.start.line === 2);
    await until(
      '两处标点 / two findings',
      () => alone(document).length === 2,
      () => inShort(document.uri),
    );
    await silence(document, '，，');
    assert.equal(await savedText(SETTINGS), broken);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), fileUri(SETTINGS).toString());
    assert.equal(vscode.window.activeTextEditor.document.getText(), broken);
  });

  test('文件夹名带方括号：其中的法规改了，几秒内生效', async () => {
    const settings = vscode.workspace.getConfiguration('annualReport');
    const rules = vscode.Uri.joinPath(fileUri(BRACKETS), '本省.json');
    await fs.writeFile(rules, utf8(GUIDE_FILE));
    try {
      await settings.update('statutes', [BRACKETS], vscode.ConfigurationTarget.Workspace);
      const document = await writeDraft(
        '# 临溪县试用2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n按照《临溪省政府信息公开规定》第十二条公开。\n',
      );
      const place = rangeOf(document, '第十二条').start.translate(0, 1);
      const says = (words: string) =>
        until(`悬停里有“${words}” / the hover`, async () => (await hover(document.uri, place)).includes(words));
      await says('发布时限');
      await fs.writeFile(rules, utf8(GUIDE_FILE.replace('发布时限', '发布的期限')));
      await says('发布的期限');
    } finally {
      await settings.update('statutes', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('命令“空格填 0”用在光标所在的表格，“插入缺少的部分”找到缺的地方', async () => {
    const blank = sampleReport('pipe').replace('| 1.属于国家秘密 | 1 | 0 | 0 |', '| 1.属于国家秘密 | 1 |  | 0 |');
    const editor = await vscode.window.showTextDocument(await writeDraft(blank));
    const { document } = editor;
    await until('空格 / the blank', () => findings(document.uri).some(each => ruleOf(each) === 'tables/blank-cells'));
    const cell = rangeOf(document, '1.属于国家秘密').start;
    editor.selection = new vscode.Selection(cell, cell);
    await vscode.commands.executeCommand('annualReport.fix.fillBlanks');
    await until('填上了 / filled', () => document.getText() === sampleReport('pipe'));
    await editor.edit(edit => {
      edit.delete(new vscode.Range(rangeOf(document, '## 六、').start, document.positionAt(document.getText().length)));
    });
    await until('缺的部分 / the missing part', () =>
      findings(document.uri).some(each => ruleOf(each) === 'structure/missing-section'),
    );
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('annualReport.fix', 'insertSection');
    await until('插入了 / inserted', () => document.getText().includes('## 六、其他需要报告的事项'));
  });

  test('草稿关闭后删除、改名：问题列表里不留旧的', async () => {
    const blank = sampleReport('pipe').replace('| 1.属于国家秘密 | 1 | 0 | 0 |', '| 1.属于国家秘密 | 1 |  | 0 |');
    const { uri } = await writeDraft(blank);
    await until('空格 / the blank', () => findings(uri).length > 0);
    const renamed = fileUri('改动后改名.annual-report.md');
    drafts.push('改动后改名.annual-report.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed, { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('新名称的问题 / under the new name', () => findings(renamed).length > 0);
    await until(
      '旧名称的问题没有了 / none under the old one',
      () => findings(uri).length === 0,
      () => inShort(uri),
    );
    await closeAll();
    await fs.delete(renamed);
    await until(
      '删除后没有了 / none of what is gone',
      () => findings(renamed).length === 0,
      () => inShort(renamed),
    );
  });

  test('命令在光标刚移动、刚改了字的时候也改，一步撤销', async () => {
    const blank = sampleReport('pipe').replace('| 1.属于国家秘密 | 1 | 0 | 0 |', '| 1.属于国家秘密 | 1 |  | 0 |');
    const editor = await vscode.window.showTextDocument(await writeDraft(blank));
    const { document } = editor;
    await until('空格 / the blank', () => findings(document.uri).some(each => ruleOf(each) === 'tables/blank-cells'));
    const cell = rangeOf(document, '1.属于国家秘密').start;
    // VS Code looks for a light bulb a quarter of a second after the cursor moved, or findings came.
    for (const pause of [0, 60, 120, 180, 240, 300, 400]) {
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      editor.selection = new vscode.Selection(cell, cell);
      await rest(pause);
      await vscode.commands.executeCommand('annualReport.fix.fillBlanks');
      assert.equal(document.getText(), sampleReport('pipe'), `${String(pause)} ms`);
      await vscode.commands.executeCommand('undo');
      await until('撤销 / undone', () => document.getText() === blank);
    }
    // While the server is restarted, the new one is waited for.
    const restarted = vscode.commands.executeCommand('annualReport.restartServer');
    await vscode.commands.executeCommand('annualReport.fix.fillBlanks');
    assert.equal(document.getText(), sampleReport('pipe'));
    await restarted;
    await vscode.commands.executeCommand('undo');
    await editor.edit(edit => {
      edit.insert(new vscode.Position(0, 0), '\n');
    });
    await vscode.commands.executeCommand('annualReport.fixAll');
    await vscode.commands.executeCommand('annualReport.fix', 'fillBlanks');
    assert.equal(document.getText(), `\n${sampleReport('pipe')}`);
    // Of several parts that are missing the command inserts all.
    await editor.edit(edit => {
      edit.delete(new vscode.Range(rangeOf(document, '## 五、').start, document.positionAt(document.getText().length)));
    });
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('annualReport.fix.insertSection');
    assert.match(document.getText(), /## 五、[^]*## 六、/);
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  answerBodyAndYear,
  answerBox,
  answerKind,
  closeAll,
  completion,
  everyEntry,
  fileUri,
  findings,
  hasHands,
  inShort,
  insertedText,
  labelOf,
  LANGUAGE,
  languageOf,
  open,
  outline,
  quickFix,
  ruleOf,
  until,
  untilFinding,
  untilGone,
  untilShown,
} from './editor.ts';

const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const BODY = '临溪县水利局';
const PROGRESS = '.statusbar-item[id$="annualReport.progress"]';
const QUESTION = '.notification-list-item-message';

const { Information } = vscode.DiagnosticSeverity;
const shows =
  (...words: readonly string[]) =>
  (text: string) =>
    words.some(each => text.includes(each));

/** What a try that failed has left: the next one would get another name, and later journeys a report too many. */
async function deleteNew(): Promise<void> {
  const folder = vscode.Uri.joinPath(fileUri(COUNTY), '..');
  for (const [name] of await vscode.workspace.fs.readDirectory(folder))
    if (name.startsWith(BODY)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
}

suite('开始一份年报', () => {
  teardown(async () => {
    await closeAll().finally(deleteNew);
  });

  test('新建：问单位和年度，按这个名字保存；骨架说缺什么，填好了才说可以报送', async function () {
    if (!hasHands) return this.skip();
    const done = vscode.commands.executeCommand('annualReport.newReport');
    await answerBodyAndYear(BODY);
    await done;
    const { document } = await until(
      '新文档 / a new document',
      () => vscode.window.activeTextEditor?.document.isUntitled && vscode.window.activeTextEditor,
    );
    const name = /([^/]+)\.md$/.exec(document.uri.path)?.[1] ?? '';
    assert.match(name, new RegExp(`^${BODY}20\\d\\d年政府信息公开工作年度报告$`));
    assert.equal(document.languageId, LANGUAGE);
    assert.ok(document.getText().startsWith(`# ${name}\n`), document.getText().slice(0, 60));
    const names = everyEntry(await outline(document.uri)).map(entry => entry.name);
    for (const title of ['一、总体情况', '六、其他需要报告的事项']) assert.ok(names.includes(title), names.join('\n'));

    // Nothing is written yet, and that is said: three parts, three tables.
    await until(
      '尚未填写 / what is not written',
      () => findings(document.uri).filter(({ severity }) => severity === Information).length === 6,
      () => inShort(document.uri),
    );
    assert.equal(findings(document.uri).length, 6, inShort(document.uri).join('\n'));
    await untilShown('状态栏 / the status bar', PROGRESS, shows('已写 0/6 部分 · 表格 0/3', '0/6 parts · 0/3 tables'));

    // All but the first part taken away: one finding, one fix.
    const text = document.getText();
    await write(document, text.slice(0, text.indexOf('## 二、')));
    const isMissing = (one: vscode.Diagnostic) => ruleOf(one) === 'structure/missing-section';
    const missing = await untilFinding(document.uri, '缺五个部分 / five parts are missing', isMissing);
    assert.match(missing.message, /^(?:还缺 5 个部分|5 parts are still missing)/);
    assert.equal(findings(document.uri).filter(isMissing).length, 1);
    const fix = await quickFix(document.uri, missing.range, '一次补上 / all at once', action =>
      insertedText(action, document.uri).includes('六、其他需要报告的事项'),
    );
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await untilGone(document.uri, '不再缺少 / nothing missing', isMissing);
    assert.equal(document.getText().trim(), text.trim());

    // Saved under its name without being asked for one.
    assert.ok(await document.save());
    const saved = fileUri(`${name}.md`);
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(saved));
    assert.ok(written.startsWith(`# ${name}\n`));
    // What is filled in is the report of another body and year: under the name of this one that would be told.
    const own = fileUri('填好的一份.annual-report.md');
    await vscode.workspace.fs.copy(saved, own, { overwrite: true });
    try {
      const filled = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(own));
      await write(filled.document, (await vscode.workspace.openTextDocument(fileUri(COUNTY))).getText());
      await untilShown('可以报送 / ready', PROGRESS, shows('可以报送', 'Ready to submit'));
      assert.deepEqual(
        findings(own)
          .filter(({ severity }) => severity <= Information)
          .map(({ message }) => message),
        [],
      );
      // A click says what was checked.
      void vscode.commands.executeCommand('annualReport.showCheckList');
      await untilShown('检查了什么 / what was checked', '.quick-input-widget', shows('勾稽关系', 'equations hold'));
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      // One figure taken out of the sum: it is ready no longer.
      await write(filled.document, filled.document.getText().replace('| 2 | 0 | 30 |', '| 2 | 0 | 31 |'));
      await untilShown('还有问题 / something is open', PROGRESS, shows('还有 1 个问题', '1 to look at'));
      // The side bar lists it with its body and its year.
      await vscode.commands.executeCommand('workbench.view.extension.annualReport');
      await untilShown('侧栏 / the side bar', '.tree-explorer-viewlet-tree-view', list =>
        /临溪县[^]*2024[^]*(?:还有 1 个问题|1 to look at)/.test(list),
      );
      await filled.document.save();
    } finally {
      await closeAll();
      for (const each of [saved, own]) await vscode.workspace.fs.delete(each);
      await vscode.commands.executeCommand('workbench.view.explorer');
    }
    return undefined;
  });

  test('另一种年报：法治政府建设年度报告按文件名认出，有大纲、问题和修复；按种类新建', async function () {
    const name = '临溪县水利局2023年法治政府建设年度报告.md';
    const text = [
      '# 临溪县水利局2023年法治政府建设年度报告',
      '2023年，我局推进法治政府建设。',
      '## 一、主要举措和成效',
      '局主要负责人履行推进法治建设第一责任人职责。截止2023年底，审查合同40份。',
      '## 二、存在的不足',
      '培训不够。',
      '## 三、2023年工作打算',
      '加强培训。',
    ];
    await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(`${text.join('\n\n')}\n`));
    try {
      const { document } = await open(name);
      assert.equal(document.languageId, LANGUAGE);
      const names = everyEntry(await outline(document.uri)).map(entry => entry.name);
      for (const title of ['一、主要举措和成效', '三、2023年工作打算'])
        assert.ok(names.includes(title), names.join('\n'));
      const isAsOf = (one: vscode.Diagnostic) => ruleOf(one) === 'wording/as-of';
      const asOf = await untilFinding(document.uri, '截止 / as of', isAsOf);
      await untilFinding(document.uri, '计划的年份 / the year of the plan', one => ruleOf(one) === 'dates/plan-year');
      assert.equal(findings(document.uri).length, 2, inShort(document.uri).join('\n'));
      const fix = await quickFix(document.uri, asOf.range, '改为截至 / the right word', action =>
        insertedText(action, document.uri).includes('截至'),
      );
      assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
      await untilGone(document.uri, '改好了 / corrected', isAsOf);
      // A heading is completed from the sections of its kind.
      const end = document.lineAt(document.lineCount - 1).range.end;
      await completion(document.uri, end, '其他需要报告的情况 / a section', item =>
        labelOf(item).includes('其他需要报告的情况'),
      );
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(fileUri(name));
    }
    if (!hasHands) return;
    const done = vscode.commands.executeCommand('annualReport.newReportOfKind');
    await answerKind(vscode.env.language.startsWith('zh') ? '法治政府' : 'law-based');
    await answerBodyAndYear(BODY);
    await done;
    const { document } = await until(
      '新文档 / a new document',
      () => vscode.window.activeTextEditor?.document.isUntitled && vscode.window.activeTextEditor,
    );
    assert.match(document.getText(), new RegExp(`^# ${BODY}20\\d\\d年法治政府建设年度报告\n`));
    assert.equal(document.languageId, LANGUAGE);
    const written = everyEntry(await outline(document.uri)).map(entry => entry.name);
    assert.ok(written.includes('五、其他需要报告的情况'), written.join('\n'));
  });

  test('命令按“信息公开”“年报”都找得到，英文窗口里也一样', async function () {
    if (!hasHands) return this.skip();
    for (const words of ['信息公开', '年报']) {
      await vscode.commands.executeCommand('workbench.action.quickOpen', `>${words}`);
      // Others than those used lately are found as well.
      await untilShown(
        `按“${words}”找到的命令 / commands found`,
        '.quick-input-widget .monaco-list-rows',
        list => list.split('信息公开年报').length > 6,
      );
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    }
    return undefined;
  });

  test('草稿在别的页后面：打开填表、预览认得它；几份里让选', async function () {
    if (!hasHands) return this.skip();
    const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    const behindPage = async () => {
      await vscode.commands.executeCommand('annualReport.importClipboard');
      await until('另一页 / another page', () => vscode.window.activeTextEditor === undefined);
    };
    await open(COUNTY);
    await behindPage();
    await vscode.commands.executeCommand('annualReport.openPreview');
    await until(
      '版面预览 / the preview',
      () => labels().some(label => label.endsWith(COUNTY) && label !== COUNTY),
      labels,
    );
    await closeAll();
    const drafts = ['甲.annual-report.md', '乙.annual-report.md'];
    try {
      for (const name of drafts) {
        await vscode.workspace.fs.copy(fileUri(COUNTY), fileUri(name), { overwrite: true });
        await vscode.window.showTextDocument(fileUri(name), { preview: false });
      }
      await behindPage();
      const done = vscode.commands.executeCommand('annualReport.openTableForm');
      await untilShown('两份 / both', '.quick-input-widget .monaco-list-rows', list =>
        drafts.every(name => list.includes(name)),
      );
      answerBox(/哪一份草稿|Which draft/, { text: '甲' });
      await done;
      await until('填表 / the form', () => labels().some(label => /^.+甲\.annual-report\.md$/.test(label)), labels);
    } finally {
      await closeAll();
      for (const name of drafts) await vscode.workspace.fs.delete(fileUri(name));
    }
    return undefined;
  });

  test('看不出年度的草稿说未检查，不说没有发现问题', async function () {
    if (!hasHands) return this.skip();
    const document = await vscode.workspace.openTextDocument({
      language: LANGUAGE,
      content: '# 临溪县水利局政府信息公开工作年度报告\n\n## 一、总体情况\n\n全年主动公开政府信息。\n',
    });
    await vscode.window.showTextDocument(document);
    await untilShown('状态栏 / the status bar', PROGRESS, shows('未检查：看不出年度', 'year'));
    return undefined;
  });

  test('用命令作为年度报告之后，不再问要不要', async function () {
    if (!hasHands) return this.skip();
    const name = '水利局年终稿.md';
    await vscode.workspace.fs.writeFile(
      fileUri(name),
      new TextEncoder().encode('# 临溪县水利局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n'),
    );
    try {
      const { document } = await open(name);
      const popsUp = await untilShown('问要不要 / the question', QUESTION, shows(name)).then(
        () => true,
        () => false,
      );
      await vscode.commands.executeCommand('annualReport.treatAsReport');
      await until('按年报 / as a report', () => languageOf(document.uri) === LANGUAGE);
      // Newer windows keep messages in the list until they are looked at; there VS Code lets nobody take one back.
      if (!popsUp) return undefined;
      await untilShown('问题已收起 / the question is gone', QUESTION, text => !text.includes(name));
      await vscode.commands.executeCommand('notifications.showList');
      await untilShown('也不在通知里 / not in the list', QUESTION, text => !text.includes(name));
      await vscode.commands.executeCommand('notifications.hideList');
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(fileUri(name));
    }
    return undefined;
  });
});

/** Replaces a document's whole text. */
async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

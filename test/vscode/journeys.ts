import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import './cellJourneys.ts';
import './documentJourneys.ts';
import './editJourneys.ts';
import './beginJourneys.ts';
import './figureJourneys.ts';
import './formatJourneys.ts';
import './formJourneys.ts';
import './hardJourneys.ts';
import './readingJourneys.ts';
import './statuteJourneys.ts';
import './tableJourneys.ts';
import './workspaceJourneys.ts';
import {
  closeAll,
  completion,
  everyEntry,
  fileUri,
  findings,
  hover,
  inShort,
  insertedText,
  labelOf,
  LANGUAGE,
  languageOf,
  open,
  openUntitled,
  outline,
  quickFix,
  rangeOf,
  replace,
  ruleOf,
  until,
  untilFinding,
  untilGone,
} from './editor.ts';

const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const FORESTRY = '临溪县林业局2023年政府信息公开年报.md';
const ARCHIVE = '临溪县档案馆2022年政府信息公开年报.txt';
const SECOND_DRAFT = '第二稿.md';
const NOTES = '笔记.md';

const SECTIONS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

const NEW_REQUESTS = '| 一、本年新收政府信息公开申请数量 |  |  | 23 | 4 | 0 | 1 | 2 | 0 | 30 |';
const WRONG_TOTAL = NEW_REQUESTS.replace('30 |', '31 |');

const isError = (finding: vscode.Diagnostic) => finding.severity === vscode.DiagnosticSeverity.Error;

suite('年报旅程', () => {
  teardown(closeAll);

  test('中文文件名的草稿按年报打开', async () => {
    const { document } = await open(COUNTY);
    assert.equal(document.languageId, LANGUAGE);
  });

  test('大纲列出六个部分，表格在所属部分之下', async () => {
    const { document } = await open(COUNTY);
    const entries = everyEntry(await outline(document.uri));
    const found = SECTIONS.map(title => entries.find(entry => entry.name.includes(title)));
    assert.deepEqual(
      found.map(entry => entry !== undefined),
      SECTIONS.map(() => true),
      entries.map(entry => entry.name).join('\n'),
    );
    const lines = found.map(entry => entry?.range.start.line ?? -1);
    assert.deepEqual(
      lines,
      [...lines].sort((a, b) => a - b),
    );
    assert.ok((found[2]?.children.length ?? 0) > 0, '第三部分之下应有表格 / a table below section three');
  });

  test('总计改错出现错误，改回即消失', async () => {
    const editor = await open(COUNTY);
    const { uri } = editor.document;
    await replace(editor, NEW_REQUESTS, WRONG_TOTAL);
    const line = rangeOf(editor.document, WRONG_TOTAL).start.line;
    const finding = await untilFinding(
      uri,
      '总计不符的错误 / the wrong total',
      one => isError(one) && ruleOf(one).startsWith('totals/'),
    );
    assert.match(finding.message, /31/);
    assert.match(finding.message, /30/);
    assert.equal(findings(uri).filter(isError).length, 1, inShort(uri).join('\n'));
    assert.equal(finding.range.start.line, line);
    await replace(editor, WRONG_TOTAL, NEW_REQUESTS);
    await untilGone(uri, '错误消失 / no error', isError);
    await untilGone(
      uri,
      '一份没有问题的草稿 / a draft without a problem',
      one => one.severity <= vscode.DiagnosticSeverity.Warning,
    );
  });

  test('总计留空时显示算出的数；点表上方的勾稽情况，列出算式并跳到不平的一格', async () => {
    const editor = await open(COUNTY);
    const { document } = editor;
    const everything = new vscode.Range(0, 0, document.lineCount, 0);
    await replace(editor, NEW_REQUESTS, NEW_REQUESTS.replace('30 |', ' |'));
    await until('空着的总计后面算出的数 / the computed total', async () => {
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        everything,
      );
      return hints.some(({ label }) => label === '= 30');
    });
    await replace(editor, NEW_REQUESTS.replace('30 |', ' |'), WRONG_TOTAL);
    const lens = await until('表上方的勾稽情况 / the lens above the table', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        50,
      );
      return lenses.find(({ command }) => /2 (?:不平|broken)/.test(command?.title ?? ''));
    });
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    assert.ok(tokens.tokenTypes.includes('annualReportTotal'));
    const shown = vscode.commands.executeCommand(
      lens.command?.command ?? '',
      ...((lens.command?.arguments as unknown[]) ?? []),
    );
    const wrong = rangeOf(document, '31 |');
    await until('光标在不平的一格 / the cursor in the broken cell', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.selection.start.isEqual(wrong.start);
    });
    await shown;
  });

  test('所引条款的悬停说明', async () => {
    const { document } = await open(COUNTY);
    const clause = rangeOf(document, '第二十条第（一）项');
    const text = await hover(document.uri, clause.start.translate(0, 2));
    assert.match(text, /第二十条/);
    assert.match(text, /规章|规范性文件|normative documents/);
  });

  test('总计的悬停说明给出算式', async () => {
    const { document } = await open(COUNTY);
    const row = rangeOf(document, NEW_REQUESTS);
    const total = row.end.translate(0, -3);
    assert.match(await hover(document.uri, total), /23[^]*30|30[^]*23/);
  });

  test('按中文补全部分标题', async () => {
    const editor = await openUntitled(
      '# 临溪县人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n\n主动\n',
    );
    const position = new vscode.Position(6, 2);
    const item = await completion(editor.document.uri, position, '第二部分标题 / the heading of section two', one =>
      labelOf(one).includes('主动公开政府信息情况'),
    );
    assert.match(String(item.filterText ?? labelOf(item)), /主动公开/);
  });

  test('按拼音首字母补全', async () => {
    const editor = await openUntitled(
      '# 临溪县人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n\nzdgk\n',
    );
    const position = new vscode.Position(6, 4);
    await completion(
      editor.document.uri,
      position,
      'zdgk → 主动公开 / found by initials',
      one => labelOf(one).includes('主动公开') && (one.filterText ?? '').includes('zdgk'),
    );
  });

  test('由补全插入标准表格', async () => {
    const editor = await openUntitled(
      '# 临溪县人民政府2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\nb3\n',
    );
    const { document } = editor;
    const position = new vscode.Position(4, 2);
    const item = await completion(
      document.uri,
      position,
      '表三 / the table of section three',
      one =>
        one.insertText instanceof vscode.SnippetString && one.insertText.value.includes('本年新收政府信息公开申请数量'),
    );
    assert.ok(item.insertText instanceof vscode.SnippetString);
    await editor.insertSnippet(item.insertText, new vscode.Range(4, 0, 4, 2));
    await until('文中的表三 / the table in the text', () => document.getText().includes('四、结转下年度继续办理'));
    const tables = everyEntry(await outline(document.uri)).filter(entry => entry.children.length === 0);
    assert.ok(tables.length > 0);
  });

  test('快速修复：补上缺少的部分，一步可撤销', async () => {
    const editor = await open(FORESTRY);
    const { document } = editor;
    const before = document.getText();
    const isMissing = (one: vscode.Diagnostic) =>
      ruleOf(one) === 'structure/missing-section' && one.message.includes('存在的主要问题及改进情况');
    const finding = await untilFinding(document.uri, '缺少第五部分 / section five is missing', isMissing);
    const fix = await quickFix(document.uri, finding.range, '补上缺少的部分 / insert the missing section', action =>
      insertedText(action, document.uri).includes('存在的主要问题及改进情况'),
    );
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    await untilGone(document.uri, '不再缺少 / nothing missing', isMissing);
    const names = everyEntry(await outline(document.uri)).map(entry => entry.name);
    assert.ok(
      names.some(name => name.includes('存在的主要问题及改进情况')),
      names.join('\n'),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('GB18030 文件读成中文', async () => {
    const { document } = await open(ARCHIVE);
    assert.equal(document.languageId, LANGUAGE);
    assert.match(document.getText(), /^临溪县档案馆2022年/);
    const names = everyEntry(await outline(document.uri))
      .map(entry => entry.name)
      .join('\n');
    for (const title of SECTIONS) assert.ok(names.includes(title), names);
    assert.deepEqual(
      findings(document.uri)
        .filter(isError)
        .map(one => one.message),
      [],
    );
  });

  test('编码认错时有提示，可按 GB18030 重新打开', async function () {
    // VS Code before 1.100 cannot open with an encoding of one's choice.
    const openAs = vscode.workspace.openTextDocument as (
      uri: vscode.Uri,
      options?: { readonly encoding: string },
    ) => Thenable<vscode.TextDocument>;
    const first = await openAs(fileUri(ARCHIVE));
    if (!('encoding' in first)) return this.skip();
    const document = await openAs(first.uri, { encoding: 'utf8' });
    await vscode.window.showTextDocument(document);
    const isWrongEncoding = (one: vscode.Diagnostic) => ruleOf(one) === 'wording/wrong-encoding';
    await untilFinding(document.uri, '编码不对的提示 / the wrong encoding', isWrongEncoding);
    await vscode.commands.executeCommand('annualReport.reopenAsGb18030');
    await until('读成中文 / Chinese text', () => document.getText().startsWith('临溪县档案馆2022年'));
    await untilGone(document.uri, '不再提示 / no wrong encoding', isWrongEncoding);
    return undefined;
  });

  test('未命名文档同样核对', async () => {
    const text = (await vscode.workspace.openTextDocument(fileUri(COUNTY)))
      .getText()
      .replace(NEW_REQUESTS, WRONG_TOTAL);
    const { document } = await openUntitled(text);
    await untilFinding(document.uri, '未命名文档中的错误 / the error in an untitled document', isError);
    assert.equal((await outline(document.uri)).length > 0, true);
  });

  test('没有文件的虚拟文档有大纲', async () => {
    const text = (await vscode.workspace.openTextDocument(fileUri(COUNTY))).getText();
    const provider = vscode.workspace.registerTextDocumentContentProvider('journey', {
      provideTextDocumentContent: () => text,
    });
    try {
      const document = await vscode.workspace.openTextDocument(
        vscode.Uri.parse(`journey:/${encodeURIComponent(COUNTY)}`),
      );
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
      const names = everyEntry(await outline(document.uri))
        .map(entry => entry.name)
        .join('\n');
      assert.match(names, /其他需要报告的事项/);
    } finally {
      provider.dispose();
    }
  });

  test('名称不符、开头也不像年报的 .md 仍是 Markdown', async () => {
    const { document } = await open(NOTES);
    await open(COUNTY);
    await outline(fileUri(COUNTY));
    assert.equal(languageOf(document.uri), 'markdown');
  });

  test('设为总是识别时，按标题认出名称不符的草稿', async () => {
    const settings = vscode.workspace.getConfiguration('annualReport');
    await settings.update('documents.recognise', 'always', vscode.ConfigurationTarget.Workspace);
    try {
      const uri = fileUri(SECOND_DRAFT);
      await open(SECOND_DRAFT);
      await until(
        '按年报打开 / the language of reports',
        () => languageOf(uri) === LANGUAGE,
        () => languageOf(uri),
      );
      assert.match(
        everyEntry(await outline(uri))
          .map(entry => entry.name)
          .join('\n'),
        /总体情况/,
      );
    } finally {
      await settings.update('documents.recognise', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('设置与 .annual-report.json 改了立即生效', async () => {
    const editor = await open(COUNTY);
    const { uri } = editor.document;
    await replace(editor, NEW_REQUESTS, WRONG_TOTAL);
    const rule = ruleOf(await untilFinding(uri, '总计不符的错误 / the wrong total', isError));
    const settings = vscode.workspace.getConfiguration('annualReport', uri);
    await settings.update('rules.severity', { [rule]: 'off' }, vscode.ConfigurationTarget.Workspace);
    await untilGone(uri, '按设置关闭 / off by setting', isError);
    await settings.update('rules.severity', undefined, vscode.ConfigurationTarget.Workspace);
    await untilFinding(uri, '设置取消后重现 / back without the setting', isError);
    const file = fileUri('.annual-report.json');
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode(JSON.stringify({ severities: { [rule]: 'off' } })),
    );
    await untilGone(uri, '按配置文件关闭 / off by the configuration file', isError);
    await vscode.workspace.fs.delete(file);
    await untilFinding(uri, '配置文件删除后重现 / back without the configuration file', isError);
  });

  test('命令：重启语言服务后照常工作', async () => {
    const editor = await open(COUNTY);
    const { uri } = editor.document;
    await replace(editor, NEW_REQUESTS, WRONG_TOTAL);
    await untilFinding(uri, '重启前的错误 / the error before the restart', isError);
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['annualReport.restartServer', 'annualReport.showLog'])
      assert.ok(commands.includes(name), `没有命令 / no command ${name}`);
    await vscode.commands.executeCommand('annualReport.restartServer');
    await untilFinding(uri, '重启后的错误 / the error after the restart', isError);
    await replace(editor, WRONG_TOTAL, NEW_REQUESTS);
    await untilGone(uri, '改回后没有错误 / no error after the fix', isError);
  });

  test('公开发表的年报：大纲、悬停与无误报', async function () {
    const corpus = process.env['ANNUAL_REPORT_TEST_CORPUS'];
    if (corpus === undefined) return this.skip();
    const uri = vscode.Uri.joinPath(vscode.Uri.file(corpus), '2019-changzhi.txt');
    const document = await vscode.languages.setTextDocumentLanguage(
      await vscode.workspace.openTextDocument(uri),
      LANGUAGE,
    );
    await vscode.window.showTextDocument(document);
    const names = everyEntry(await outline(uri))
      .map(entry => entry.name)
      .join('\n');
    assert.match(names, /主动公开政府信息情况/);
    assert.match(await hover(uri, rangeOf(document, '第二十条第(一)项').start.translate(0, 2)), /第二十条/);
    assert.deepEqual(
      findings(uri)
        .filter(one => one.severity <= vscode.DiagnosticSeverity.Warning)
        .map(one => one.message),
      [],
    );
    return undefined;
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { GUIDE_FILE, TEXT_FILE } from '../support/localStatutes.ts';
import {
  closeAll,
  completion,
  everyEntry,
  fileUri,
  findings,
  hover,
  labelOf,
  open,
  openUntitled,
  outline,
  rangeOf,
  until,
} from './editor.ts';

const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const SCHEME = 'annual-report-statute';
const CLAUSE = '第二十条第（一）项';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The statute that a place in a document leads to, opened, with the line that it leads to. */
async function definition(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ statute: vscode.TextDocument; line: string }> {
  const link = await until('定义 / a definition', async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    return found.find(each => ('targetUri' in each ? each.targetUri.scheme === SCHEME : each.uri.scheme === SCHEME));
  });
  const [uri, range] =
    'targetUri' in link ? [link.targetUri, link.targetSelectionRange ?? link.targetRange] : [link.uri, link.range];
  const statute = await vscode.workspace.openTextDocument(uri);
  return { statute, line: statute.lineAt(range.start.line).text.trim() };
}

suite('法规旅程', () => {
  teardown(closeAll);

  test('悬停说明所引的条、款、项', async () => {
    const { document } = await open(COUNTY);
    const text = await hover(document.uri, rangeOf(document, CLAUSE).start.translate(0, 2));
    assert.match(text, /第二十条/);
    assert.match(text, /2019年修订|2019 revision/);
  });

  test('转到定义：法规以只读文档打开，停在所引的一项；大纲、悬停、链接可用', async () => {
    const { document } = await open(COUNTY);
    const { statute, line } = await definition(document, rangeOf(document, CLAUSE).start.translate(0, 2));
    assert.match(line, /^第（一）项/);
    assert.match(statute.getText(), /^《中华人民共和国政府信息公开条例》（2019年修订）/);
    assert.equal(statute.languageId, 'annual-report-statute');
    await vscode.window.showTextDocument(statute);
    const entries = everyEntry(await outline(statute.uri)).map(entry => entry.name);
    assert.ok(
      entries.some(name => name.startsWith('第三十三条')),
      entries.join('\n'),
    );
    const heading = rangeOf(statute, '\n第五十条');
    assert.match(await hover(statute.uri, heading.end), /第五十条/);
    const links = await until('链接 / links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        statute.uri,
      );
      return found.length > 0 && found;
    });
    assert.ok(links.some(({ target }) => target?.scheme === SCHEME));
    assert.deepEqual(findings(statute.uri), []);
    const before = statute.getText();
    await vscode.commands.executeCommand('type', { text: '改' });
    assert.equal(statute.getText(), before);
  });

  test('速览定义', async () => {
    const editor = await open(COUNTY);
    const place = rangeOf(editor.document, CLAUSE).start.translate(0, 2);
    await definition(editor.document, place);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('editor.action.peekDefinition');
    await until('速览中的法规 / the statute in the peek view', () =>
      vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === SCHEME),
    );
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  test('查找引用：草稿中引用同一条的各处', async () => {
    const { document } = await open(COUNTY);
    const found = await until('引用 / references', async () => {
      const locations = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        rangeOf(document, CLAUSE).start.translate(0, 2),
      );
      return locations.some(({ uri }) => uri.toString() === document.uri.toString()) && locations;
    });
    assert.ok(found.some(({ range }) => document.getText(range).includes('第（一）项')));
  });

  test('书名号后补全法规名称', async () => {
    const { document } = await openUntitled(
      '# 临溪县人民政府2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n根据《\n',
    );
    const item = await completion(document.uri, new vscode.Position(4, 3), '法规名称 / names of statutes', one =>
      labelOf(one).includes('政府信息公开条例'),
    );
    assert.match(labelOf(item), /条例/);
  });

  test('按主题查找条款（工作区符号）', async () => {
    const { document } = await open(COUNTY);
    await outline(document.uri);
    const symbols = await until('条款 / clauses', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '依申请公开 期限',
      );
      return found.length > 0 && found;
    });
    assert.ok(
      symbols.some(({ name, location }) => location.uri.scheme === SCHEME && name.startsWith('第三十三条')),
      symbols.map(({ name }) => name).join('\n'),
    );
  });

  test('命令“列出引用的法规”：跳到原文，或打开清单', async () => {
    const editor = await open(COUNTY);
    await outline(editor.document.uri);
    const list = vscode.commands.executeCommand('annualReport.listCitations');
    await until('清单文档 / the list as a document', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.isUntitled;
    });
    await list;
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /第二十条第（一）项/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('工作区自带的法规和原文：悬停可见；写坏的文件在原处报错，改好即消失', async () => {
    const [rules, broken, wording] = [fileUri('法规/本省.json'), fileUri('法规/坏.json'), fileUri('原文/本省.md')];
    const settings = vscode.workspace.getConfiguration('annualReport');
    const files = vscode.workspace.fs;
    await files.writeFile(rules, utf8(GUIDE_FILE));
    await files.writeFile(broken, utf8('{"statutes": [\n  {"title": "甲县办法", "effective": "去年"}\n]}'));
    await files.writeFile(wording, utf8(TEXT_FILE));
    try {
      await settings.update('statutes', ['法规'], vscode.ConfigurationTarget.Workspace);
      await settings.update('statuteTexts', '原文', vscode.ConfigurationTarget.Workspace);
      const { document } = await openCitingDraft();
      const place = rangeOf(document, '第十二条').start.translate(0, 1);
      const text = await until('两者都有的悬停 / a hover with both', async () => {
        const found = await hover(document.uri, place);
        return /原文|Official wording/.test(found) && found;
      });
      assert.match(text, /比国家规定的20个工作日短/);
      const diagnostic = await until('写坏处的提示 / the fault', () => vscode.languages.getDiagnostics(broken)[0]);
      assert.equal(diagnostic.range.start.line, 1);
      assert.match(diagnostic.message, /去年/);
      await files.writeFile(broken, utf8('{"statutes": []}'));
      await until('不再提示 / no fault', () => vscode.languages.getDiagnostics(broken).length === 0);
      const { statute } = await definition(document, place);
      assert.match(statute.getText(), /政府信息自形成之日起15个工作日内公开/);
    } finally {
      await settings.update('statutes', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('statuteTexts', undefined, vscode.ConfigurationTarget.Workspace);
      await closeAll();
      for (const uri of [fileUri('法规'), fileUri('原文'), fileUri(DRAFT)])
        await files.delete(uri, { recursive: true });
    }
  });
});

const DRAFT = '临溪县试用2024年政府信息公开年报.md';

/** A draft of the workspace that cites the local rule. */
async function openCitingDraft(): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(
    fileUri(DRAFT),
    utf8(
      '# 临溪县试用2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n按照《临溪省政府信息公开规定》第十二条公开。\n',
    ),
  );
  return open(DRAFT);
}

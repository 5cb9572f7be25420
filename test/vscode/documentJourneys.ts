import * as assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { exportDraft } from '../../server/src/documents/exportDraft.ts';
import { packDocx } from '../../server/src/documents/write/docx.ts';
import {
  askPreview,
  atWindow,
  closeAll,
  fileUri,
  hasHands,
  LANGUAGE,
  open,
  openUntitled,
  pasteIntoPage,
  rangeOf,
  until,
  untilAccessible,
  untilFinding,
  untilPreview,
  writtenWhereProposed,
} from './editor.ts';

const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const TIMEOUT_MS = 120_000;
/** The explorer shows new files late on a busy machine. */
const DRAFT_PATIENCE_MS = 40_000;
const read = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
const write = (name: string, bytes: Uint8Array) => vscode.workspace.fs.writeFile(fileUri(name), bytes);

async function wordOf(markdown: string): Promise<Uint8Array> {
  return (await exportDraft(markdown, { form: 'docx', fonts: 'gb2312', edition: null }, packDocx)).bytes;
}

/** The county's report with one total that is too large. */
const wrong = (markdown: string) => markdown.replace('| 2 | 0 | 30 |', '| 2 | 0 | 31 |');

/** The unsaved draft that a command opens. */
function untilDraft(what: string): Promise<vscode.TextEditor> {
  return until(
    what,
    () => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.isUntitled === true && editor.document.getText() !== '' && editor;
    },
    () => vscode.window.activeTextEditor?.document.uri.path,
    DRAFT_PATIENCE_MS,
  );
}

suite('文档旅程', () => {
  const written: string[] = [];
  const put = async (name: string, bytes: Uint8Array) => {
    written.push(name);
    await write(name, bytes);
  };

  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const name of written.splice(0))
      await Promise.resolve(vscode.workspace.fs.delete(fileUri(name))).catch(() => undefined);
  });

  test('在文件列表里导入 Word 文件：草稿与原文件同名，文字和数不变，原文件不动', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const name = '临溪县水务局2024年政府信息公开工作年度报告';
    const bytes = await wordOf((await read(COUNTY)).replace(/^# .*$/m, `# ${name}`));
    await put(`${name}.docx`, bytes);
    // The list shows the rows in sight alone.
    await vscode.commands.executeCommand('revealInExplorer', fileUri(`${name}.docx`));
    await new Promise(resolve => setTimeout(resolve, 1000));
    atWindow({ menu: { file: `${name}.docx`, entry: '导入文档为草稿|Import Document as Draft' } });
    const { document } = await untilDraft('导入的草稿 / the imported draft');
    assert.equal(document.languageId, LANGUAGE);
    assert.match(document.uri.path, new RegExp(`/${name}\\.md$`));
    assert.match(document.getText(), new RegExp(`^# ${name}\\n`));
    assert.ok(document.getText().includes('## 一、总体情况'));
    assert.deepEqual(
      Uint8Array.from(await vscode.workspace.fs.readFile(fileUri(`${name}.docx`))),
      Uint8Array.from(bytes),
    );
    // A copy of what is there already gets a name of its own.
    await vscode.commands.executeCommand('annualReport.importDocument', fileUri(`${name}.docx`));
    const second = await until('第二份 / another', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active && active !== document && active.isUntitled && active;
    });
    assert.match(second.uri.path, /（\d）\.md$/);
    return undefined;
  });

  test('双击打开的 Word 文件：问要不要读成草稿', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const name = '临溪县统计局2024年政府信息公开工作年度报告';
    await put(`${name}.docx`, await wordOf((await read(COUNTY)).replace(/^# .*$/m, `# ${name}`)));
    await vscode.commands.executeCommand('vscode.open', fileUri(`${name}.docx`));
    await until(
      '读成的草稿 / the draft',
      async () => {
        const document = vscode.window.activeTextEditor?.document;
        if (document?.isUntitled && document.getText().startsWith(`# ${name}\n`)) return true;
        await vscode.commands.executeCommand('notifications.showList');
        atWindow({ button: '^(?:读成草稿|Read as a Draft)$' });
        return false;
      },
      undefined,
      DRAFT_PATIENCE_MS,
      1_000,
    );
    return undefined;
  });

  test('粘贴复制的报告：带表格读成草稿', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const title = '临溪县粮食局2024年政府信息公开工作年度报告';
    await vscode.commands.executeCommand('annualReport.importClipboard');
    atWindow({
      text: `${title}\n一、总体情况\n正文。`,
      html: `<p>${title}</p><p>一、总体情况</p><p>正文。</p><table><tr><td>甲</td><td>12</td></tr></table>`,
    });
    await new Promise(resolve => setTimeout(resolve, 500));
    await pasteIntoPage();
    const { document } = await untilDraft('粘贴的草稿 / the pasted draft');
    assert.equal(document.getText(), `# ${title}\n\n## 一、总体情况\n\n正文。\n\n| 甲 | 12 |\n| --- | --- |\n`);
    return undefined;
  });

  test('有密码、损坏的文件：说明原因，不打开草稿', async () => {
    await put('损坏.docx', (await wordOf('# 年报\n\n正文。\n')).slice(0, 1000));
    await vscode.commands.executeCommand('annualReport.importDocument', fileUri('损坏.docx'));
    assert.equal(
      vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled),
      false,
    );
  });

  test('导出 Word：提议放在草稿旁边，写出的文件读回来是同一份报告', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const { document } = await open(COUNTY);
    const target = COUNTY.replace('.md', '.docx');
    written.push(target);
    await writtenWhereProposed(() => vscode.commands.executeCommand('annualReport.exportDocx', document.uri));
    const bytes = await vscode.workspace.fs.readFile(fileUri(target));
    assert.ok(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).includes('总体情况'));
    assert.deepEqual(Uint8Array.from(bytes), Uint8Array.from(await wordOf(document.getText())));
    return undefined;
  });

  test('复制网页代码', async () => {
    const { document } = await open(COUNTY);
    await vscode.commands.executeCommand('annualReport.copyHtml', document.uri);
    const html = await vscode.env.clipboard.readText();
    assert.match(html, /^<h1 align="center"/);
    assert.doesNotMatch(html, /<script|class=|<!--/);
  });

  test('带批注的 Word 文件：每个问题一条批注，原文件不动', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const bytes = await wordOf(wrong(await read(COUNTY)));
    await put('送审稿.docx', bytes);
    const proposed = vscode.env.language.startsWith('zh') ? '送审稿-审核意见.docx' : '送审稿-comments.docx';
    written.push(proposed);
    await writtenWhereProposed(() =>
      vscode.commands.executeCommand('annualReport.annotateDocument', fileUri('送审稿.docx')),
    );
    const copy = unzipSync(await vscode.workspace.fs.readFile(fileUri(proposed)));
    assert.match(strFromU8(copy['word/comments.xml'] ?? new Uint8Array()), /<w:comment [^]*31/);
    assert.deepEqual(
      Uint8Array.from(await vscode.workspace.fs.readFile(fileUri('送审稿.docx'))),
      Uint8Array.from(bytes),
    );
    return undefined;
  });

  test('依据上年报告新建：上年结转已填好，上年的文字只在注释里', async () => {
    await put('上年报告.docx', await wordOf(await read(COUNTY)));
    await vscode.commands.executeCommand('annualReport.newFromLastYear', fileUri('上年报告.docx'));
    const { document } = await untilDraft('新的一年 / the next year');
    const text = document.getText();
    assert.match(document.uri.path, /2025年政府信息公开工作年度报告\.md$/);
    assert.ok(text.startsWith('<!-- 上年报告：上年报告.docx -->\n'));
    assert.ok(text.includes('<!-- 上年：'));
    const before = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
    await vscode.commands.executeCommand('annualReport.compareWithLastYear', document.uri);
    await until('对照 / the comparison', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputTextDiff),
    );
    assert.ok(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length > before);
  });
});

suite('版面预览', () => {
  teardown(closeAll);

  async function openPreview(editor: vscode.TextEditor): Promise<void> {
    await vscode.commands.executeCommand('annualReport.openPreview', editor.document.uri);
  }

  test('光标到哪里，预览跟到哪里；在预览里单击、双击、滚动，文字跟着', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const editor = await open(COUNTY);
    const { document } = editor;
    await openPreview(editor);
    await untilPreview('预览 / the preview', ({ text }) => text.includes('六、其他需要报告的事项'));
    // The cursor moves, the preview follows: to a cell, and to the last section.
    const row = rangeOf(document, '| 2 | 0 | 30 |');
    const cell = row.start.translate(0, '| 2 | 0 | 3'.length);
    editor.selection = new vscode.Selection(cell, cell);
    await untilPreview(
      '表格里的一格 / a cell',
      ({ current, isCurrentInSight }) => current === '30' && isCurrentInSight,
    );
    const last = rangeOf(document, '六、其他需要报告的事项');
    editor.selection = new vscode.Selection(last.start, last.start);
    editor.revealRange(last, vscode.TextEditorRevealType.AtTop);
    await untilPreview(
      '最后一部分 / the last section',
      ({ current, isCurrentInSight }) => current === '六、其他需要报告的事项' && isCurrentInSight,
    );
    // A click in the preview moves the cursor, a double click goes on there.
    await askPreview({ question: 'click', text: '五、存在的主要问题及改进情况' });
    await until('光标跟着 / the cursor follows', () => {
      const { line } = editor.selection.active;
      return document.lineAt(line).text.includes('五、存在的主要问题及改进情况');
    });
    await askPreview({ question: 'double click', text: '二、主动公开政府信息情况' });
    const active = await until('到文字里 / to the text', () => {
      const front = vscode.window.activeTextEditor;
      return front?.document === document && front;
    });
    assert.ok(document.lineAt(active.selection.active.line).text.includes('二、主动公开政府信息情况'));
    // The wheel over the preview moves the text.
    // From the end, since a text that does not scroll moves nothing; again while the double click still scrolls.
    let isAtEnd = false;
    await untilPreview('从头开始 / from the beginning', ({ top }) => {
      if (top < 100) return true;
      isAtEnd = !isAtEnd;
      const line = isAtEnd ? document.lineCount - 1 : 0;
      editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
      return false;
    });
    await new Promise(resolve => setTimeout(resolve, 400));
    await askPreview({ question: 'scroll', lines: 1500 });
    await until(
      '文字跟着滚动 / the text scrolls along',
      () => (editor.visibleRanges[0]?.start.line ?? 0) > 5,
      () => editor.visibleRanges,
    );
    return undefined;
  });

  test('改了文字，预览跟着改；问题标在上面，回车到文字里的这一处', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const editor = await openUntitled(await read(COUNTY));
    const { document } = editor;
    await openPreview(editor);
    await untilPreview(
      '没有问题 / nothing found',
      ({ text, marks }) => text.includes('总体情况') && marks.length === 0,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '| 2 | 0 | 30 |'), '| 2 | 0 | 31 |');
    await vscode.workspace.applyEdit(edit);
    const { marks } = await untilPreview('标出 31 / 31 is marked', each =>
      each.marks.some(({ text }) => text === '31'),
    );
    const mark = marks.find(({ text }) => text === '31');
    const finding = await untilFinding(
      document.uri,
      '问题 / the finding',
      ({ range }) => document.getText(range) === '31',
    );
    assert.equal(mark?.severity, 'error');
    assert.equal(mark.title.split('\n')[0], finding.message.split('\n')[0]);
    await askPreview({ question: 'press finding', text: '31' });
    await until(
      '到这一处 / to its place',
      () => document.getText(vscode.window.activeTextEditor?.selection) === '31',
      () => vscode.window.activeTextEditor?.selection,
    );
    return undefined;
  });

  test('恶意的草稿只作文字显示，什么也不运行', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const editor = await openUntitled(
      '# 临溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n' +
        '开头&lt;img src=x onerror="globalThis.wasRun=true"&gt;<img src=x onerror="globalThis.wasRun=true">中间' +
        '<script>globalThis.wasRun=true</script>[结尾](command:workbench.action.terminal.new)\n\n' +
        '<table onclick="globalThis.wasRun=true"><tr><td style="background:url(http://127.0.0.1:1/)">&lt;script&gt;globalThis.wasRun=true&lt;/script&gt;</td><td>2</td></tr></table>\n',
    );
    await openPreview(editor);
    const seen = await untilPreview('预览 / the preview', ({ text }) => text.includes('开头'));
    assert.ok(seen.text.includes('<img src=x onerror="globalThis.wasRun=true">'), seen.text);
    assert.ok(seen.text.includes('<script>globalThis.wasRun=true</script>'), seen.text);
    for (const tag of seen.tags)
      assert.ok(['h1', 'p', 'strong', 'mark', 'table', 'colgroup', 'col', 'tbody', 'tr', 'td'].includes(tag), tag);
    for (const name of seen.attributes)
      assert.ok(
        /^(?:class|role|tabindex|title|aria-label|rowspan|colspan|width|data-(?:from|to|finding))$/.test(name),
        name,
      );
    await askPreview({ question: 'click', text: '开头' });
    assert.equal((await askPreview({ question: 'state' }))?.wasRun, false);
    return undefined;
  });

  test('axe-core：浅色、深色、高对比度、窄窗口里都没有严重的问题', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    await openPreview(await openUntitled(wrong(await read(COUNTY))));
    await untilPreview('标出的问题 / marks', ({ marks }) => marks.length > 0);
    await untilAccessible(question => askPreview({ question }));
    return undefined;
  });
});

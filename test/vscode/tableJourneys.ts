import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { editionById } from '../../server/src/format/index.ts';
import { writeTable } from '../../server/src/model/writing/write.ts';
import { fromWord, tabsFromExcel } from '../support/clipboards.ts';
import { compact } from '../support/compact.ts';
import { SAMPLE_2021 } from '../support/sample.ts';
import {
  atWindow,
  closeAll,
  fileUri,
  findings,
  hasHands,
  inShort,
  open,
  quickFix,
  rangeOf,
  replace,
  ruleOf,
  until,
  untilFinding,
  untilGone,
} from './editor.ts';

const COUNTY = '临溪县2024年政府信息公开工作年度报告.md';
const GRANTED = '| （一）予以公开 |  | 9 | 2 | 0 | 1 | 1 | 0 | 13 |';

const REQUESTS = editionById('2021').tables.find(({ id }) => id === 't3.requests')!;
const figure = (row: string, column: string) => String(SAMPLE_2021['t3.requests']?.[row]?.[column] ?? '');
const STANDARD = writeTable(REQUESTS, 'pipe', figure, { alignment: 'withFigures' });
/** The table without its last row: not for sure the official one. */
const SHORTER = { ...REQUESTS, layout: REQUESTS.layout.slice(0, -1) };
const WITH_BLANK_ROW = writeTable(
  REQUESTS,
  'pipe',
  (row, column) => (row === 'carriedOut' ? '' : figure(row, column)),
  { alignment: 'withFigures' },
);
const TABS = tabsFromExcel(REQUESTS, figure);
const BEGUN = '# 海东县林业局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n';

let drafts = 0;
const draftUri = (draft: number) => fileUri(`粘贴${String(draft)}.annual-report.md`);

/**
 * A draft of our own with the cursor at a place. Each has a file and a name of its own: the name of an untitled
 * document is given to the next one, while what was last done in the window may still be on its way to the first.
 */
async function openDraft(content: string, offset: number): Promise<vscode.TextDocument> {
  const uri = draftUri(++drafts);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const place = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(place, place);
  return editor.document;
}

/**
 * Chooses the standard table, the second way of pasting, from the list of them. The list comes when all ways are known,
 * and choosing takes its time: a second choice while the first is being done would take it back.
 */
async function chooseOtherPaste(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  await until(
    '改选的粘贴方式 / another way of pasting',
    async () => {
      await vscode.commands.executeCommand('editor.changePasteType');
      await vscode.commands.executeCommand('selectNextCodeAction');
      await vscode.commands.executeCommand('acceptSelectedCodeAction');
      for (let waited = 0; waited < 1_500 && document.getText() === before; waited += 50)
        await new Promise(resolve => {
          setTimeout(resolve, 50);
        });
      return document.getText() !== before;
    },
    () => document.getText(),
  );
  await until(
    '标准表格 / the standard table',
    () => document.getText() === BEGUN + WITH_BLANK_ROW,
    () => document.getText(),
  );
}

/** Extensions may offer ways of pasting from 1.97 on. */
const canPaste = Number(vscode.version.split('.')[1]) >= 97;

suite('表格旅程', () => {
  teardown(closeAll);
  suiteTeardown(async () => {
    for (let draft = 1; draft <= drafts; draft++) await vscode.workspace.fs.delete(draftUri(draft));
  });

  test('从 Word 复制的表格，行名全都对得上：粘贴就是标准表格，一步撤销', async function () {
    if (!hasHands || !canPaste) return this.skip();
    const document = await openDraft(BEGUN, BEGUN.length);
    atWindow({ html: fromWord(REQUESTS, figure), text: TABS, keys: ['Control+V'] });
    await until(
      '标准表格 / the standard table',
      () => document.getText() === BEGUN + STANDARD,
      () => document.getText(),
    );
    await vscode.commands.executeCommand('undo');
    await until(
      '一步撤销 / undone in one step',
      () => document.getText() === BEGUN,
      () => document.getText(),
    );
    return undefined;
  });

  test('从 Excel 复制的一格、一行粘贴到格子里：不断行，各归各格，一步撤销', async function () {
    if (!hasHands || !canPaste) return this.skip();
    const filled = BEGUN + STANDARD;
    const row = '|一、本年新收政府信息公开申请数量|';
    const document = await openDraft(filled, 0);
    const [editor] = vscode.window.visibleTextEditors.filter(each => each.document === document);
    assert.ok(editor);
    const line = document.positionAt(filled.indexOf(row)).line;
    const first = document.lineAt(line).text.indexOf('86');
    for (const [text, cells] of [
      ['95\r\n', ['95', '17', '2']],
      ['1\t2\t3\r\n', ['1', '2', '3']],
    ] as const) {
      editor.selection = new vscode.Selection(line, first, line, first + 2);
      // The server has read the draft before it is asked.
      await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, editor.selection.active);
      atWindow({ text, keys: ['Control+V'] });
      await until(
        `粘贴 / pasted ${JSON.stringify(text)}`,
        () => document.getText() !== filled,
        () => document.lineAt(line).text,
      );
      const written = document
        .lineAt(line)
        .text.split('|')
        .map(cell => cell.trim());
      assert.deepEqual([written.slice(4, 7), document.lineCount], [cells, filled.split('\n').length]);
      await vscode.commands.executeCommand('undo');
      await until('一步撤销 / undone in one step', () => document.getText() === filled);
    }
    return undefined;
  });

  test('从 Word 复制的表格，缺一行：照原样粘贴，再改选标准表格', async function () {
    if (!hasHands || !canPaste) return this.skip();
    const document = await openDraft(BEGUN, BEGUN.length);
    atWindow({ html: fromWord(SHORTER, figure), text: tabsFromExcel(SHORTER, figure), keys: ['Control+V'] });
    await until(
      '照原样粘贴的文字 / the text as it is',
      () => document.getText().includes('自然人\t法人'),
      () => document.getText(),
    );
    await chooseOtherPaste(document);
    return undefined;
  });

  test('光标在空白的标准表格里：粘贴的数字填进这张表', async function () {
    if (!hasHands || !canPaste) return this.skip();
    const blank = BEGUN + writeTable(REQUESTS, 'pipe');
    const document = await openDraft(blank, blank.indexOf('自然人'));
    atWindow({ html: fromWord(REQUESTS, figure), text: TABS, keys: ['Control+V'] });
    await until(
      '填好的表格 / the table filled in',
      () => document.getText() === BEGUN + STANDARD,
      () => document.getText(),
    );
    return undefined;
  });

  test('照文字粘贴的表格：点“整理成标准表格”，成为标准表格', async () => {
    const document = await openDraft(BEGUN + TABS, BEGUN.length);
    const lens = await until('表格上方的提示 / the lens', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        50,
      );
      return lenses.find(({ command }) => command?.command === 'annualReport.tidyTable');
    });
    await vscode.commands.executeCommand('annualReport.tidyTable', ...(lens.command?.arguments ?? []));
    // The rows of the clipboard brought their line ends with them.
    assert.equal(document.getText().replaceAll('\r\n', '\n').trimEnd(), (BEGUN + STANDARD).trimEnd());
  });

  test('命令“粘贴为标准表格”读剪贴板中的文字', async () => {
    const document = await openDraft(BEGUN, BEGUN.length);
    await vscode.env.clipboard.writeText(TABS);
    await vscode.commands.executeCommand('annualReport.pasteTable');
    assert.equal(document.getText(), BEGUN + STANDARD);
    await vscode.commands.executeCommand('undo');
    await until(
      '一步撤销 / undone in one step',
      () => document.getText() === BEGUN,
      () => document.getText(),
    );
  });

  test('整理格式：竖线对齐，数字文字不变，再整理一次没有变化', async () => {
    const { document } = await open(COUNTY);
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('对齐后的表格 / aligned tables', () => document.getText() !== before);
    const after = document.getText();
    const bare = (text: string) => text.replace(/[ -]+/g, '');
    assert.equal(bare(after), bare(before));
    const table = after.split('\n').filter(line => line.startsWith('|') && line.split('|').length === 12);
    assert.ok(table.length > 20);
    // Chinese takes two columns and everything else in this table one.
    const widths = new Set(
      table.map(line => [...line].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0)),
    );
    assert.equal(widths.size, 1, after);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), after);
  });

  test('改一格使几个算式都不平：改正这一格，一步全平', async () => {
    const editor = await open(COUNTY);
    const { document } = editor;
    const { uri } = document;
    const before = document.getText();
    await replace(editor, GRANTED, GRANTED.replace('| 9 |', '| 8 |'));
    const isTotal = (finding: vscode.Diagnostic) => ruleOf(finding).startsWith('totals/');
    const finding = await untilFinding(uri, '有嫌疑的一格 / the suspect', isTotal);
    assert.equal(findings(uri).filter(isTotal).length, 1, inShort(uri).join('\n'));
    assert.equal(document.getText(finding.range), '8');
    const fix = await quickFix(uri, finding.range, '改为 9 / correct to 9', action => /\b9\b/.test(action.title));
    assert.ok(fix.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), before);
    await untilGone(uri, '不再有错 / no finding', isTotal);
  });

  test('光标所在的表格转换为 HTML，再转换回来，只差对齐', async () => {
    const { document } = await open(COUNTY);
    const { uri } = document;
    const before = document.getText();
    const convert = async (to: RegExp) => {
      const place = rangeOf(document, '一、本年新收政府信息公开申请数量');
      const action = await until(`转换为 ${String(to)} / the conversion`, async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          place,
          'refactor.rewrite',
          50,
        );
        return actions.find(({ title }) => to.test(title));
      });
      assert.ok(action.edit);
      await vscode.workspace.applyEdit(action.edit);
    };
    await convert(/HTML/);
    assert.match(document.getText(), /<td rowspan="3" colspan="3">（本列数据的勾稽关系为/);
    assert.equal(document.getText().includes(GRANTED), false);
    await convert(/竖线|pipe/i);
    assert.equal(compact(document.getText()), before);
    await untilGone(
      uri,
      '一份没有问题的草稿 / a draft without a problem',
      one => one.severity <= vscode.DiagnosticSeverity.Warning,
    );
  });

  test('表格中的着色、逐级扩选与合计的各项', async () => {
    const editor = await open(COUNTY);
    const { document } = editor;
    const { uri } = document;
    await replace(editor, GRANTED, GRANTED.replace('13 |', '14 |'));
    const wrong = rangeOf(document, '14 |').start;
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    await until('不平的合计的着色 / the token of the broken total', async () => {
      const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
        'vscode.provideDocumentSemanticTokens',
        uri,
      );
      let [line, character] = [0, 0];
      for (let at = 0; at + 4 < data.length; at += 5) {
        const [down = 0, right = 0, , type = 0, modifiers = 0] = data.slice(at, at + 5);
        character = down > 0 ? right : character + right;
        line += down;
        if (line === wrong.line && character === wrong.character) {
          return (
            legend.tokenTypes[type] === 'annualReportTotal' &&
            (modifiers >> legend.tokenModifiers.indexOf('broken')) % 2 === 1
          );
        }
      }
      return false;
    });
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      uri,
      [wrong],
    );
    const steps: string[] = [];
    for (let one: vscode.SelectionRange | undefined = selection; one; one = one.parent)
      steps.push(document.getText(one.range));
    assert.ok(steps.includes('14'), steps.join('\n\n'));
    assert.ok(
      steps.some(text => text.startsWith('| （本列数据')) && steps.some(text => text.startsWith('## 三、')),
      steps.join('\n\n'),
    );
    const marked = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      uri,
      wrong,
    );
    const members = marked
      .filter(({ range }) => range.start.line === wrong.line)
      .map(({ range }) => document.getText(range));
    assert.deepEqual(
      ['9', '2', '14'].filter(text => !members.includes(text)),
      [],
      members.join(),
    );
  });
});

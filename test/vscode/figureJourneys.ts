import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { editionById } from '../../server/src/format/index.ts';
import { expandMacros } from '../support/macros.ts';
import {
  atWindow,
  closeAll,
  completion,
  fileUri,
  findings,
  hasHands,
  hover,
  inShort,
  labelOf,
  rangeOf,
  ruleOf,
  until,
  untilFinding,
  untilShown,
} from './editor.ts';

const uri = fileUri('临溪县水利局2024年政府信息公开工作年度报告.md');
const DRAFT = [
  '{{head 临溪县水利局 2024}}',
  '## 一、总体情况',
  '全年收到政府信息公开申请182件，其中网上申请151件，占82.97%，书面申请31件，占17.03%。',
  '{{parts 二}}',
  '## 三、收到和处理政府信息公开申请情况',
  '{{table3 newReceived: 151 31 0 0 0 0}}',
  '{{parts 四}}',
  '## 五、存在的主要问题及改进情况',
  '本年收到政府信息公开申请１８２件，解读形式单一的182条信息已补图解。',
  '{{parts 六}}',
]
  .map(line => expandMacros(line, editionById('2021')))
  .join('\n\n');

/** The draft with the cursor in the first 182. */
async function openDraft(text = DRAFT): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const { start } = rangeOf(editor.document, '182件');
  editor.selection = new vscode.Selection(start.translate(0, 1), start.translate(0, 1));
  return editor;
}

const cellRange = (document: vscode.TextDocument) => {
  const { start } = rangeOf(document, '| 182 |');
  return new vscode.Range(start.translate(0, 2), start.translate(0, 5));
};

/** Types 183 in place of the figure at the cursor, in the window's own box, and waits for the list of what changes. */
async function typeNewNumber(): Promise<void> {
  atWindow({ keys: ['F2'] });
  await untilShown('改名的框 / the box', '.rename-box:visible:has(input:focus)', text => text.trim() !== '');
  atWindow({ keys: ['Control+A', '1', '8', '3', 'Enter'] });
  await untilShown('要改的各处 / the places', '.quick-input-widget', text => /修改这|Change these/.test(text));
}

/** Picks the first line of the list, which changes all places; a list just opened takes a moment to listen. */
async function confirm(document: vscode.TextDocument): Promise<void> {
  await until(
    '确认之后的改动 / the changes after the confirmation',
    async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText().includes('申请183件，其中');
    },
    () => document.getText().slice(0, 400),
  );
}

suite('数字旅程', () => {
  teardown(closeAll);
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(uri);
  });

  test('正文里的182：悬停说明读作什么、对应哪一格、合计是否相符', async () => {
    const { selection } = await openDraft();
    const card = (await hover(uri, selection.active)).replaceAll('\\', '');
    assert.match(card, /收到的政府信息公开申请|applications received/);
    assert.match(card, /一、本年新收政府信息公开申请数量 · 总计 182 ✓/);
    assert.match(card, /182 = 网上申请 151 \+ 书面申请 31 ✓/);
  });

  test('悬停写明每个数字读作什么：数的是什么、哪一部分、谁的、什么时候的，读不出的也说', async () => {
    const { document } = await openDraft(
      DRAFT.replace(
        '占17.03%。',
        '占17.03%。\n\n2023年全县收到政府信息公开申请170件。比上年增加12件，举办摸排巡山27场。\n\n摸排巡山29场。',
      ),
    );
    const cardAt = async (text: string) => (await hover(uri, rangeOf(document, text).start)).replaceAll('\\', '');
    assert.match(
      await cardAt('182件'),
      /读作 182 件：本年收到的政府信息公开申请|Read as 182 件: applications, received, this year/,
    );
    assert.match(await cardAt('151件'), /仅网上|only online/);
    assert.match(await cardAt('82.97%'), /占比|a share/);
    const other = await cardAt('170件');
    assert.match(
      other,
      /读作 170 件：上年收到的政府信息公开申请，全辖区|Read as 170 件: applications, received, last year, of the whole/,
    );
    assert.doesNotMatch(other, /所指|Means/);
    assert.match(await cardAt('12件'), /差额，增加|a difference, more/);
    assert.match(await cardAt('27场'), /承上文.*摸排巡山|named before.*摸排巡山/);
    assert.match(await cardAt('29场'), /没有读出数的是什么.*摸排巡山|was not read.*摸排巡山/);
  });

  test('两段之间的列举不相符：找出，悬停写明合计，改正后没有发现', async () => {
    const { document } = await openDraft(
      DRAFT.replace(
        '占17.03%。',
        '占17.03%。\n\n全年举办政务公开培训12场。\n\n其中，线上培训5场，线下培训6场，其他培训2场。',
      ),
    );
    const wrong = await untilFinding(
      uri,
      '合计不相符 / parts that do not make up their whole',
      finding => ruleOf(finding) === 'prose/parts-total',
    );
    assert.equal(document.getText(wrong.range), '12场');
    const card = (await hover(uri, rangeOf(document, '12场').start)).replaceAll('\\', '');
    assert.match(card, /12 ≠ 线上培训 5 \+ 线下培训 6 \+ 其他培训 2 = 13/);
    const places = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      uri,
      rangeOf(document, '12场').start,
    );
    assert.deepEqual(
      places.map(({ targetRange }) => document.getText(targetRange)),
      ['5场', '6场', '2场'],
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, rangeOf(document, '其他培训2场'), '其他培训1场');
    await vscode.workspace.applyEdit(edit);
    await until(
      '没有发现 / no findings',
      () => !findings(uri).some(finding => ruleOf(finding) === 'prose/parts-total'),
      () => inShort(uri),
    );
    assert.match(
      (await hover(uri, rangeOf(document, '12场').start)).replaceAll('\\', ''),
      /12 = 线上培训 5 \+ 线下培训 6 \+ 其他培训 1 ✓/,
    );
  });

  test('重命名只改同一个数：上年的、别的事项的182不动', async function () {
    const others = '2023年收到政府信息公开申请182件。收到信件182件，公开信息182条。';
    const editor = await openDraft(DRAFT.replace('占17.03%。', `占17.03%。\n\n${others}`));
    const { document } = editor;
    await hover(uri, editor.selection.active);
    if (!hasHands) return this.skip();
    await typeNewNumber();
    await confirm(document);
    const text = document.getText();
    assert.ok(text.includes(others));
    assert.ok(text.includes('本年收到政府信息公开申请１８３件，解读形式单一的182条信息'));
    assert.equal(text.split('| 183 |').length, 2);
    return undefined;
  });

  test('转到定义：从正文的数字到表格的格子，从格子到正文的引用', async () => {
    const editor = await openDraft();
    await hover(uri, editor.selection.active);
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await until(
      '光标在格子里 / the cursor in the cell',
      () => cellRange(editor.document).contains(editor.selection.active),
      () => editor.selection,
    );
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      editor.selection.active,
    );
    const here = places.filter(place => place.uri.toString() === uri.toString());
    assert.deepEqual(here.map(({ range }) => editor.document.getText(range)).sort(), ['182', '182件', '１８２件']);
  });

  test('重命名182：先看预览，表格和正文一起改，别的182不动，一步可撤销', async function () {
    const editor = await openDraft();
    const { document } = editor;
    await hover(uri, editor.selection.active);
    if (!hasHands) return this.skip();
    await typeNewNumber();
    assert.equal(document.getText(), DRAFT);
    await confirm(document);
    assert.ok(document.getText().includes('本年收到政府信息公开申请１８３件，解读形式单一的182条信息'));
    assert.ok(document.getText().includes('| 183 |'));
    await untilFinding(uri, '合计不再相符 / sums that no longer hold', finding => /totals\//.test(ruleOf(finding)));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until(
      '撤销 / undone',
      () => document.getText() === DRAFT,
      () => inShort(uri),
    );
    await until(
      '没有发现 / no findings',
      () => findings(uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning).length === 0,
      () => inShort(uri),
    );
    return undefined;
  });

  test('补全：写到“已办结”给出表格的数，写到“占”给出百分比', async () => {
    const { document } = await openDraft();
    const edit = new vscode.WorkspaceEdit();
    const { end } = rangeOf(document, '占17.03%。');
    edit.insert(uri, end, '\n\n收到政府信息公开申请182件，已办结');
    await vscode.workspace.applyEdit(edit);
    const item = await completion(uri, rangeOf(document, '已办结').end, '182件', each => labelOf(each) === '182件');
    assert.match(item.detail ?? '', /总计 182/);
    const more = new vscode.WorkspaceEdit();
    more.insert(uri, rangeOf(document, '已办结').end, '182件，其中予以公开150件，占');
    await vscode.workspace.applyEdit(more);
    await completion(uri, rangeOf(document, '予以公开150件，占').end, '82.42%', each => labelOf(each) === '82.42%');
  });
});

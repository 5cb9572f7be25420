import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { editionById } from '../../server/src/format/index.ts';
import { LAYOUTS, type Layout } from '../support/layouts.ts';
import { SAMPLE_2021 } from '../support/sample.ts';
import {
  askForm,
  atWindow,
  closeAll,
  fileUri,
  hasHands,
  rangeOf,
  until,
  untilAccessible,
  untilForm,
} from './editor.ts';

const REQUESTS = editionById('2021').tables.find(({ id }) => id === 't3.requests')!;
const [PART] = REQUESTS.parts;
const ROWS = PART!.rows.map(({ key }) => key);
const COLUMNS = PART!.columns.map(({ key }) => key);
const figure = (row: string, column: string) => String(SAMPLE_2021['t3.requests']?.[row]?.[column] ?? '');
const isTotal = (row: string, column: string) => row === 'resultTotal' || column === 'total';
const DETAILS = ROWS.map(row =>
  COLUMNS.map(column => (isTotal(row, column) ? '' : figure(row, column))).join('\t'),
).join('\n');
const HEAD = '# 海东县林业局2024年政府信息公开工作年度报告\n\n## 三、收到和处理政府信息公开申请情况\n\n';
const TAIL = '\n\n## 四、政府信息公开行政复议、行政诉讼情况\n';
const idOf = (row: string, column: string) => `requests ${row} ${column}`;
const FIRST = idOf('newReceived', 'naturalPerson');

/** Each of them presses hundreds of keys. */
const TIMEOUT_MS = 120_000;

let drafts = 0;
const draftUri = (draft: number) => fileUri(`填表${String(draft)}.annual-report.md`);

/** A draft with table three in a layout and its form, the first cell in focus. */
async function openForm(layout: Layout, text = (_row: string, _column: string) => ''): Promise<vscode.TextDocument> {
  const uri = draftUri(++drafts);
  const content = HEAD + layout(REQUESTS, text) + TAIL;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await vscode.commands.executeCommand('annualReport.openTableForm', { uri: uri.toString(), table: 'requests' });
  await untilForm('表格窗体 / the form', ({ focus }) => focus === FIRST);
  return document;
}

/** Waits until the form states what the sample does; `details`: without the totals. */
const untilFilled = (details = false) =>
  untilForm('表三填好 / table three filled in', ({ cells }) =>
    ROWS.every(row =>
      COLUMNS.every(column =>
        details && isTotal(row, column)
          ? ['', '—'].includes(cells[idOf(row, column)] ?? '?')
          : cells[idOf(row, column)] === figure(row, column),
      ),
    ),
  );

const press = (...keys: string[]) => {
  atWindow({ keys });
};

suite('填表旅程', () => {
  teardown(closeAll);
  suiteTeardown(async () => {
    for (let draft = 1; draft <= drafts; draft++) await vscode.workspace.fs.delete(draftUri(draft));
  });

  test('从空白起只用键盘输入，合计一键填写，撤销、重做、保存', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const document = await openForm(LAYOUTS['pipe']!);
    const blank = document.getText();
    // Figures and Tab, the blank total at the end of each row passed over.
    const rows = ROWS.slice(0, 4);
    const isStated = (cells: Readonly<Record<string, string>>, row: string, totals: boolean) =>
      COLUMNS.every(column => cells[idOf(row, column)] === (column === 'total' && !totals ? '' : figure(row, column)));
    for (const row of rows) {
      atWindow({ type: `${COLUMNS.map(column => (column === 'total' ? '' : figure(row, column))).join('\t')}\t` });
      await untilForm(`一行 / a row ${row}`, ({ cells }) => isStated(cells, row, false));
    }
    press('Alt+=');
    await untilForm('合计 / the totals', ({ cells }) => rows.every(row => isStated(cells, row, true)));
    const full = document.getText();
    assert.ok(full.includes('| 一、本年新收政府信息公开申请数量 |  |  | 86 | 17 | 2 | 1 | 9 | 5 | 120 |'), full);
    press('Control+z');
    await until(
      '撤销 / undone',
      () => document.getText() !== full,
      () => document.getText(),
    );
    await untilForm(
      '窗体跟着撤销 / the form follows',
      ({ focus, cells }) => focus !== null && cells[idOf('newReceived', 'total')] === '',
    );
    press('Control+y');
    await until(
      '重做 / redone',
      () => document.getText() === full,
      () => document.getText(),
    );
    await untilForm(
      '窗体跟着重做 / the form follows',
      ({ focus, cells }) => focus !== null && isStated(cells, 'newReceived', true),
    );
    press('Control+s');
    await until('存盘 / saved', () => !document.isDirty);
    assert.notEqual(blank, full);
    // What stands in the open field is saved as well.
    press('9', '1', 'Control+s');
    await until(
      '打开的格也存盘 / the open field is saved',
      () => !document.isDirty && document.getText() !== full,
      () => [document.isDirty, document.getText()],
    );
    const saved = document.getText();
    // So is it undone at once, each time: the focus comes back to the form.
    for (const digit of ['2', '3', '4']) {
      const before = document.version;
      press('9', digit, 'Control+z');
      await until(
        '打开的格撤销 / the open field is undone',
        () => document.version >= before + 2 && document.getText() === saved,
        () => [document.version - before, document.getText()],
      );
      await untilForm('又回到窗体 / back in the form', ({ focus }) => focus !== null);
    }
    return undefined;
  });

  for (const layout of ['pipe', 'html', 'one cell per line'])
    test(`从表格软件粘贴 175 格：${layout}；合计、撤销、重做、保存`, async function () {
      if (!hasHands) return this.skip();
      this.timeout(TIMEOUT_MS);
      const document = await openForm(LAYOUTS[layout]!);
      const blank = document.getText();
      atWindow({ text: DETAILS, keys: ['Control+v'] });
      await untilFilled(true);
      const parts = document.getText();
      press('Alt+=');
      await untilFilled();
      const full = document.getText();
      press('Control+z');
      await until(
        '撤销合计 / the totals undone',
        () => document.getText() === parts,
        () => document.getText(),
      );
      await untilForm('又回到窗体 / back in the form', ({ focus }) => focus === FIRST);
      press('Control+z');
      await until(
        '撤销粘贴 / the paste undone',
        () => document.getText() === blank,
        () => document.getText(),
      );
      await untilForm('窗体跟着撤销 / the form follows', ({ focus, cells }) => focus === FIRST && cells[FIRST] === '');
      press('Control+y');
      await untilForm('又回到窗体 / back in the form', ({ focus, cells }) => focus === FIRST && cells[FIRST] === '86');
      press('Control+y');
      await until(
        '重做 / redone',
        () => document.getText() === full,
        () => document.getText(),
      );
      await untilFilled();
      press('Control+s');
      await until('存盘 / saved', () => !document.isDirty);
      return undefined;
    });

  test('旁边改文字，窗体跟着变；文字改动之后在窗体里填，不写错地方', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const document = await openForm(LAYOUTS['pipe']!, figure);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '<!-- 年报检查 年度 2024 -->\n\n');
    edit.replace(document.uri, rangeOf(document, '| 86 | 17 |'), '| 87 | 17 |');
    // Typed at the same time as the text changes: the form still shows the former version.
    await vscode.workspace.applyEdit(edit);
    atWindow({ type: '5\n' });
    const seen = await untilForm('窗体跟着文字 / the form follows', ({ cells }) =>
      /^(?:87|5)$/.test(cells[FIRST] ?? ''),
    );
    await until(
      '写在原处 / written at its place',
      () => new RegExp(`新收政府信息公开申请数量 \\|  \\|  \\| (?:87|5) \\| 17`).test(document.getText()),
      () => [seen, document.getText()],
    );
    assert.equal(
      document.getText().split('\n').length,
      (HEAD + LAYOUTS['pipe']!(REQUESTS, figure) + TAIL).split('\n').length + 2,
    );
    return undefined;
  });

  test('字母不写入，说明原因；粘贴一万格不写入', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const document = await openForm(LAYOUTS['pipe']!, figure);
    const before = document.getText();
    atWindow({ type: '12a\n' });
    await untilForm('不写入的原因 / the reason', ({ troubles }) => troubles.includes('12a'));
    atWindow({
      text: Array<string>(100).fill(Array<string>(100).fill('1').join('\t')).join('\n'),
      keys: ['Control+v'],
    });
    await untilForm('太大 / too large', ({ troubles }) => /100/.test(troubles));
    assert.equal(document.getText(), before);
    return undefined;
  });

  test('axe-core：浅色、深色、高对比度、窄窗口里都没有严重的问题', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const wrong = (row: string, column: string) =>
      row === 'granted' && column === 'total' ? '99' : row === 'carriedIn' ? '' : figure(row, column);
    await openForm(LAYOUTS['pipe']!, wrong);
    await untilAccessible(question => askForm(question));
    return undefined;
  });

  test('打开窗体、填一格要多久', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const opened: number[] = [];
    for (let count = 0; count < 3; count++) {
      const began = Date.now();
      await openForm(LAYOUTS['pipe']!, figure);
      opened.push(Date.now() - began);
      await closeAll();
    }
    await openForm(LAYOUTS['pipe']!, figure);
    const times = (await askForm<number[]>('typing')) ?? [];
    const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
    console.log(
      `打开 / opening p50 ${middle(opened).toFixed(0)} ms, 一格 / a cell p50 ${middle(times).toFixed(0)} ms (${String(times.length)})`,
    );
    assert.ok(times.length > 0);
    return undefined;
  });
});

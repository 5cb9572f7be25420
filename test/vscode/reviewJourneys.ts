import * as assert from 'node:assert/strict';
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { exportDraft } from '../../server/src/documents/exportDraft.ts';
import { packDocx } from '../../server/src/documents/write/docx.ts';
import { bodyYears, writeReport, type BodyYear } from '../support/bodyYears.ts';
import {
  answerBox,
  askReview,
  closeAll,
  fileUri,
  findings,
  hasHands,
  quickFix,
  rangeOf,
  ruleOf,
  until,
  untilAccessible,
  untilFinding,
  untilGone,
  untilReview,
  untilShown,
  writtenWhereProposed,
} from './editor.ts';

const TIMEOUT_MS = 120_000;
const PLACE = '白榆县';
const OFFICES = ['林业局', '水利局', '教育局', '民政局', '财政局', '司法局', '审计局', '统计局', '商务局', '气象局'];
/** Three years of ten offices: thirty reports, and the government's of the last year beside them. */
const YEARS = [2022, 2023, 2024];
const folder = fileUri('审核年报');
const DECISIONS = fileUri('.annual-report-decisions.json');

/** One office took over one application less than it carried over. */
function reports(): readonly BodyYear[] {
  const offices = OFFICES.map((office, i) => bodyYears(PLACE + office, YEARS, 100 + i));
  const second = offices[0]![1]!;
  for (const row of ['newReceived', 'carriedOut'])
    for (const column of ['naturalPerson', 'total']) {
      const cells = second.tables['t3.requests']![row]!;
      cells[column] = Number(cells[column]) + 1;
    }
  return [...offices.flat(), ...bodyYears(`${PLACE}人民政府`, [2024], 99, 200)];
}

const nameOf = ({ body, year }: BodyYear) => `${body}${String(year)}年报.md`;
const uriOf = (report: BodyYear) => vscode.Uri.joinPath(folder, nameOf(report));
const received = (report: BodyYear) => Number(report.tables['t3.requests']!['newReceived']!['total']);
const isCarryOver = (finding: vscode.Diagnostic) => ruleOf(finding) === 'workspace/carry-over';
const RECEIVED = /^一、本年新收政府信息公开申请数量 总计$/;

const exists = (uri: vscode.Uri) =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

const nameReviewer = (name: string | undefined) =>
  vscode.workspace.getConfiguration('annualReport').update('reviewer', name, vscode.ConfigurationTarget.Global);

suite('审核旅程', () => {
  const wrong = reports()[2]!;

  suiteSetup(async () => {
    for (const report of reports())
      await vscode.workspace.fs.writeFile(uriOf(report), new TextEncoder().encode(writeReport(report)));
  });
  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
    if (await exists(DECISIONS)) await vscode.workspace.fs.delete(DECISIONS);
    await nameReviewer('');
  });
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await nameReviewer(undefined);
  });

  test('三十份年报：侧边栏、单位数据、合计、导出再读回、历年、汇总；各种主题下都读得清', async function () {
    if (!hasHands) return this.skip();
    this.timeout(4 * TIMEOUT_MS);
    await vscode.window.showTextDocument(uriOf(wrong));
    await untilFinding(uriOf(wrong), '上年结转与上年报告不符', isCarryOver);
    await vscode.commands.executeCommand('annualReport.review.focus');
    await untilShown('审核视图 / the view', '.pane-body .monaco-list-row', rows =>
      [PLACE, ...OFFICES.slice(0, 3)].every(name => rows.includes(name)),
    );
    await vscode.commands.executeCommand('annualReport.openReview');
    await untilReview('年度 / the years', ({ years }) => years.includes('2024'));
    await askReview({ question: 'choose', field: '年度|Year', value: '2024' });
    await untilReview('没有重复计入的 / what is not added', ({ note }) => note.includes(`${PLACE}人民政府`));
    await askReview({ question: 'choose', field: '上级|Unit above', value: `${PLACE}人民政府` });
    const table = await untilReview(
      '十个单位 / ten units',
      ({ count, columns }) => count === OFFICES.length && columns.some(column => RECEIVED.test(column)),
    );
    const at = table.columns.findIndex(column => RECEIVED.test(column));
    const offices = reports().filter(({ body, year }) => year === 2024 && !body.endsWith('人民政府'));
    for (const office of offices) assert.equal(table.rows[office.body]?.[at], String(received(office)), office.body);
    const sum = offices.reduce((total, office) => total + received(office), 0);
    assert.equal(table.sums[at], String(sum));
    assert.ok(
      table.marked.some(title => title.startsWith(wrong.body)),
      JSON.stringify(table.marked),
    );
    await untilAccessible(question => askReview({ question }));

    // Exported and read back: numbers are numbers, and no cell is a formula.
    const target = vscode.Uri.joinPath(
      folder,
      '..',
      vscode.env.language.startsWith('zh') ? '2024年各单位数据.xlsx' : 'Figures of 2024.xlsx',
    );
    await writtenWhereProposed(async () => {
      await askReview({ question: 'press', text: '导出 Excel|Export to Excel' });
      await until('导出的文件 / the exported file', () => exists(target), undefined, 60_000);
    });
    const book = read(await vscode.workspace.fs.readFile(target), { type: 'array' });
    await vscode.workspace.fs.delete(target);
    const lines = utils.sheet_to_json<(string | number)[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
    assert.equal(lines.find(([name]) => name === wrong.body)?.[at + 1], received(wrong), JSON.stringify(lines[1]));
    const cells = book.SheetNames.flatMap(name => Object.values(book.Sheets[name]!));
    assert.ok(!cells.some(cell => typeof cell === 'object' && cell !== null && 'f' in cell));

    // From the table to the cell, by the keyboard alone.
    await askReview({ question: 'enter', field: wrong.body, value: table.columns[at]! });
    await until('报告里的这一格 / the cell in the report', () => {
      const editor = vscode.window.activeTextEditor;
      return (
        editor?.document.uri.toString() === uriOf(wrong).toString() &&
        editor.document.getText(editor.selection).trim() === String(received(wrong))
      );
    });

    await vscode.commands.executeCommand('annualReport.openReview');
    await askReview({ question: 'tab', text: '汇总|Sums' });
    await untilReview('汇总 / the sums', ({ text }) => text.includes(`${PLACE}林业局`) && text.includes(String(sum)));
    await askReview({ question: 'press', text: `^${String(sum)}$` });
    await untilReview('由哪些单位组成 / what it is made of', ({ text }) =>
      offices.every(office => text.includes(`${office.body} ${String(received(office))}`)),
    );
    await untilAccessible(question => askReview({ question }));
    await askReview({ question: 'tab', text: '历年|Years' });
    await askReview({ question: 'choose', field: '单位|Unit', value: wrong.body });
    await untilReview(
      '历年的图 / the chart',
      ({ chart, text }) => chart?.startsWith(wrong.body) === true && /2022/.test(text),
    );
    await untilAccessible(question => askReview({ question }));
    return undefined;
  });

  test('接受一个问题，写明理由：问题不再出现，重启以后也是；写进文件的有谁、为什么', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    const uri = uriOf(wrong);
    await nameReviewer('周审');
    await vscode.window.showTextDocument(uri);
    const found = await untilFinding(uri, '上年结转与上年报告不符', isCarryOver);
    const action = await quickFix(uri, found.range, '接受 / accept', ({ title }) =>
      /^审核：接受|^Review: accept/.test(title),
    );
    const done = vscode.commands.executeCommand(action.command!.command, ...(action.command!.arguments as unknown[]));
    await untilShown('理由 / the reason', '.quick-input-titlebar:visible', title => /接受：|Accept: /.test(title));
    answerBox(/^(?:接受：|Accept: )/, { text: '机构改革，已核实' });
    await done;
    await untilGone(uri, '上年结转与上年报告不符', isCarryOver);
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(DECISIONS));
    const { decisions } = JSON.parse(written) as { decisions: Record<string, string>[] };
    assert.equal(decisions.length, 1);
    assert.equal(decisions[0]?.['who'], '周审');
    assert.equal(decisions[0]?.['why'], '机构改革，已核实');
    assert.equal(decisions[0]?.['verdict'], 'accepted');
    await vscode.commands.executeCommand('annualReport.restartServer');
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('annualReport.review.focus');
    await untilShown('接受 1 / 1 accepted', '.pane-body .monaco-list-row', rows => /接受 1|1 accepted/.test(rows));
    assert.ok(!findings(uri).some(isCarryOver));
    return undefined;
  });

  test('批注一处，写进审核意见文件，也在带批注的 Word 文件里', async function () {
    if (!hasHands) return this.skip();
    this.timeout(TIMEOUT_MS);
    await nameReviewer('周审');
    const uri = uriOf(wrong);
    const editor = await vscode.window.showTextDocument(uri);
    const range = rangeOf(editor.document, '统计期限');
    editor.selection = new vscode.Selection(range.start, range.end);
    answerBox(/^(?:审核批注|Review comment)$/, { text: '期限请写全' });
    await vscode.commands.executeCommand('annualReport.addReviewComment');
    await vscode.commands.executeCommand('workbench.action.focusCommentsPanel');
    await untilShown('批注 / the comment', '.comments-panel', text => text.includes('期限请写全'));
    // The report came as a Word file, of which this is the draft.
    const word = vscode.Uri.joinPath(folder, nameOf(wrong).replace(/\.md$/, '.docx'));
    const markdown = writeReport(wrong);
    const { bytes } = await exportDraft(markdown, { form: 'docx', fonts: 'gb2312', edition: null }, packDocx);
    await vscode.workspace.fs.writeFile(word, bytes);
    const copy = vscode.Uri.joinPath(
      folder,
      `${nameOf(wrong).replace(/\.md$/, '')}-${vscode.env.language.startsWith('zh') ? '审核意见' : 'comments'}.docx`,
    );
    await writtenWhereProposed(() => vscode.commands.executeCommand('annualReport.annotateDocument', word));
    const parts = unzipSync(await vscode.workspace.fs.readFile(copy));
    assert.match(strFromU8(parts['word/comments.xml'] ?? new Uint8Array()), /期限请写全/);
    return undefined;
  });
});

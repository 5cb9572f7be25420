import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bodyYears, writeReport, type BodyYear } from '../support/bodyYears.ts';
import {
  closeAll,
  fileUri,
  findings,
  hasHands,
  hover,
  inShort,
  replace,
  ruleOf,
  until,
  untilFinding,
  untilGone,
  untilShown,
} from './editor.ts';

const BODY = '青禾县林业局';
const folder = fileUri('各年年报');
const ROWS = '.pane-body .monaco-list-row';

/** Three years of an office: 2023 carried over one application more than 2024 took over. */
function reports(): readonly [BodyYear, BodyYear, BodyYear] {
  const [first, second, third] = bodyYears(BODY, [2022, 2023, 2024], 7);
  for (const row of ['newReceived', 'carriedOut'])
    for (const column of ['naturalPerson', 'total']) {
      const cells = second!.tables['t3.requests']![row]!;
      cells[column] = Number(cells[column]) + 1;
    }
  return [first!, second!, third!];
}

const uriOf = ({ year }: BodyYear) => vscode.Uri.joinPath(folder, `${String(year)}年报.md`);
const isCarryOver = (finding: vscode.Diagnostic) => ruleOf(finding) === 'workspace/carry-over';

async function write(report: BodyYear): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(report), new TextEncoder().encode(writeReport(report)));
}

/** Opens a report as a click does: what an extension opens stays open for minutes after its tab was closed. */
async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return until('编辑器 / the editor', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

suite('跨年旅程', () => {
  suiteSetup(async () => {
    for (const report of reports()) await write(report);
  });
  teardown(closeAll);
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test('没有打开的2024年报：问题列表里已有上年结转不符', async () => {
    const [, , third] = reports();
    // The server reads the folder once a report is open.
    await show(fileUri('临溪县2024年政府信息公开工作年度报告.md'));
    await untilFinding(uriOf(third), '上年结转与上年报告不符', isCarryOver);
  });

  test('打开2024年报，看到上年结转不符，转到2023年报，改正，问题消失', async () => {
    const [, second, third] = reports();
    const uri = uriOf(third);
    await show(uri);
    const found = await untilFinding(uri, '上年结转与上年报告不符', isCarryOver);
    const [related] = found.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), uriOf(second).toString());
    // The same place is where the cell's definition leads.
    const definitions = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      found.range.start,
    );
    const [definition] = definitions;
    const target = definition && ('targetUri' in definition ? definition.targetUri : definition.uri);
    assert.equal(target?.toString(), uriOf(second).toString());
    const card = await hover(uri, found.range.start);
    assert.match(card, /2023年报告结转下年度继续办理|Carried over to the next year by the report of 2023/);
    assert.match(card, /(?:各年：|Other years: ).*2022/);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uri,
      new vscode.Range(0, 0, 999, 0),
    );
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.ok(
      labels.some(label => /^(?:上年报告|[Ll]ast year)/.test(label)),
      JSON.stringify(labels),
    );
    // 2023 is corrected: what is written there counts before it is saved.
    const editor = await show(uriOf(second));
    const right = writeReport(bodyYears(BODY, [2022, 2023, 2024], 7)[1]!);
    await replace(editor, editor.document.getText(), right);
    await show(uri);
    await untilGone(uri, '上年结转与上年报告不符', isCarryOver);
    assert.deepEqual(
      inShort(uri).filter(line => line.includes('workspace/')),
      [],
    );
  });

  test('最新一年的年报打开过又删了：不再算在里面，别的单位不再缺这一年', async function () {
    if (!hasHands) return this.skip();
    const last = vscode.Uri.joinPath(folder, '2025年报.md');
    const text = writeReport(bodyYears(BODY, [2025], 7)[0]!);
    await vscode.workspace.fs.writeFile(last, new TextEncoder().encode(text));
    // What an extension opened stays open for minutes after its tab was closed.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(last));
    await vscode.commands.executeCommand('annualReport.review.focus');
    const waitsFor2025 = (rows: string) => /没有 2025 年度报告|No report on 2025/.test(rows);
    await untilShown('等 2025 年度的 / waiting for 2025', ROWS, waitsFor2025);
    await closeAll();
    await vscode.workspace.fs.delete(last);
    await untilShown('不再等 / not any more', ROWS, rows => !waitsFor2025(rows) && !rows.includes('2025'));
    await vscode.commands.executeCommand('workbench.view.explorer');
    return undefined;
  });

  test('别处改了上年报告，没有打开也跟着变', async () => {
    const [, second, third] = reports();
    await show(fileUri('临溪县2024年政府信息公开工作年度报告.md'));
    await untilFinding(uriOf(third), '上年结转与上年报告不符', isCarryOver);
    await write(bodyYears(BODY, [2022, 2023, 2024], 7)[1]!);
    await untilGone(uriOf(third), '上年结转与上年报告不符', isCarryOver);
    await write(second);
    await untilFinding(uriOf(third), '上年结转与上年报告不符', isCarryOver);
    // Of a folder that goes nothing is told of the files in it.
    const moved = fileUri('各年年报（移走）');
    await vscode.workspace.fs.rename(folder, moved);
    const uri = vscode.Uri.joinPath(moved, '2024年报.md');
    await untilFinding(uri, '上年结转与上年报告不符', isCarryOver);
    await until(
      '没有结果 / no findings',
      () => findings(uriOf(third)).length === 0,
      () => inShort(uriOf(third)),
    );
    await vscode.workspace.fs.rename(moved, folder);
    await untilFinding(uriOf(third), '上年结转与上年报告不符', isCarryOver);
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import WEBSITE_FORM from '../../examples/formats/网站报表/政府网站工作年度报表.annual-report-formats.json';
import { editionById } from '../../server/src/format/index.ts';
import { LOCAL_FORMATS } from '../support/localFormats.ts';
import { expandMacros } from '../support/macros.ts';
import {
  atWindow,
  closeAll,
  completion,
  everyEntry,
  fileUri,
  hasHands,
  hover,
  labelOf,
  open,
  outline,
  rangeOf,
  until,
  untilFinding,
  untilForm,
  untilGone,
} from './editor.ts';

const FOLDER = '补充格式试用';
const DRAFT = `${FOLDER}/清河县档案局2024年政府信息公开工作年度报告.md`;
const GOOD = fileName('东梧省');
const BROKEN = fileName('写错的');
const SECTION = '公开档案移交情况';

function fileName(name: string): string {
  return `${FOLDER}/格式/${name}.annual-report-formats.json`;
}

const WEBSITE_DRAFT = [
  '# 清河县政府网站工作年度报表（2024年度）',
  '',
  '| 网站名称 |  |  | 清河县人民政府网站 |',
  '| --- | --- | --- | --- |',
  '| 独立用户访问总量（单位：个） |  |  | 128 |',
  '| 网站总访问量（单位：次） |  |  | 90 |',
  '| 移动新媒体 | 是否有移动新媒体 |  | 否 |',
  '|  | 微博 | 名称 | 清河发布 |',
  '|  |  | 信息发布量（单位：条） | 30 |',
  '',
].join('\n');

const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));

suite('补充格式旅程', () => {
  teardown(closeAll);

  test('格式文件：缺章提醒、大纲、输入提示立即有；写错的标在原处，不影响别的；删去即不再要求', async () => {
    const lines = ['{{head 清河县档案局 2024}}', '', '{{parts 一-六}}', ''];
    await write(DRAFT, lines.map(line => expandMacros(line, editionById('2021'))).join('\n'));
    await write(`${FOLDER}/.annual-report.json`, '{ "formats": ["格式"] }');
    await write(GOOD, JSON.stringify(LOCAL_FORMATS[0], null, 2));
    await write(BROKEN, '{\n  "editions": [{ "id": "a b", "name": "x", "years": { "from": 2020, "to": 2020 } }]\n}\n');
    try {
      const { document } = await open(DRAFT);
      const isMissing = (finding: vscode.Diagnostic) => finding.message.includes(SECTION);
      await untilFinding(document.uri, '缺少增加的一章 / the added section missing', isMissing);
      await vscode.workspace.fs.delete(fileUri(GOOD));
      await untilGone(document.uri, '不再要求 / not asked for any more', isMissing);
      await write(GOOD, JSON.stringify(LOCAL_FORMATS[0], null, 2));
      await untilFinding(document.uri, '又缺少 / missing again', isMissing);

      const place = new vscode.Position(document.lineCount - 1, 0);
      await completion(document.uri, place, '增加的一章 / the added section', item => labelOf(item).includes(SECTION));
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, place, `## 七、${SECTION}\n\n移交2卷。\n`);
      await vscode.workspace.applyEdit(edit);
      await untilGone(document.uri, '写上了 / written', finding => /缺少第七部分|Part 7/.test(finding.message));
      await until('大纲里的一章 / the section in the outline', async () =>
        everyEntry(await outline(document.uri)).some(({ name }) => name.includes(SECTION)),
      );

      const fault = await until('写错处 / the fault', () => vscode.languages.getDiagnostics(fileUri(BROKEN))[0]);
      assert.equal(fault.range.start.line, 1);
      const { document: file } = await open(GOOD);
      const over = rangeOf(file, '"columns",\n').start.translate(0, 1);
      await completion(file.uri, over, '写格式文件时的提示 / words of the schema', item =>
        labelOf(item).includes('rows'),
      );
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(fileUri(FOLDER), { recursive: true });
    }
  });

  test('键值表：提示、悬停、填表窗体里写文字；格式文件删去就不再提示', async () => {
    const name = `${FOLDER}/网站报表.annual-report.md`;
    const file = fileName('网站报表');
    await write(`${FOLDER}/.annual-report.json`, '{ "formats": ["格式"] }');
    await write(file, JSON.stringify(WEBSITE_FORM));
    await write(name, WEBSITE_DRAFT);
    try {
      const { document } = await open(name);
      const isBlank = ({ message }: vscode.Diagnostic) => message.includes('微博');
      const told = await untilFinding(document.uri, '填否仍有内容 / should be blank', isBlank);
      assert.equal(told.severity, vscode.DiagnosticSeverity.Hint);
      assert.ok((await hover(document.uri, rangeOf(document, '独立用户').start)).includes('公开的程序'));
      if (hasHands) {
        const uri = document.uri.toString();
        await vscode.commands.executeCommand('annualReport.openTableForm', { uri, table: 'w.form' });
        const cell = 'w.form siteName value';
        await untilForm(
          '填表窗体 / the form',
          ({ focus, cells }) => focus === cell && cells['w.form visits value'] === '90',
        );
        atWindow({ keys: ['F2'], type: '二\t' });
        await until('文字写进格里 / words in their cell', () =>
          document.getText().includes('|  | 清河县人民政府网站二 |'),
        );
      }
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, rangeOf(document, '否'), '是');
      await vscode.workspace.applyEdit(edit);
      await untilGone(document.uri, '改成“是” / says yes', isBlank);
      await untilFinding(document.uri, '总访问量 / visits', ({ message }) => message.includes('128'));
      await vscode.workspace.fs.delete(fileUri(file));
      await untilGone(document.uri, '不再检查 / not checked any more', ({ message }) => message.includes('128'));
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(fileUri(FOLDER), { recursive: true });
    }
  });
});

import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { editionById } from '../../server/src/format/index.ts';
import { LOCAL_FORMATS } from '../support/localFormats.ts';
import { expandMacros } from '../support/macros.ts';
import {
  closeAll,
  completion,
  everyEntry,
  fileUri,
  labelOf,
  open,
  outline,
  rangeOf,
  until,
  untilFinding,
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
});

import { afterEach, describe, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { editionById } from '../../server/src/format/index.ts';
import { NEW_REPORT_REQUEST, type NewReport, type NewReportParams } from '../../server/src/protocol/newReport.ts';
import { FULL, LanguageClient } from '../support/languageClient.ts';
import { LOCAL_FORMATS } from '../support/localFormats.ts';
import { expandMacros } from '../support/macros.ts';
import { memoryHost } from '../support/memoryHost.ts';

const URI = 'file:///w/2024.md';
const SETTINGS = 'file:///w/.annual-report.json';
const GOOD = encodeURI('file:///w/格式/东梧省.json');
const BAD = encodeURI('file:///w/格式/写错的.json');
const DRAFT = `${['{{head 清河县档案局 2024}}', '', '{{parts 一-六}}'].map(each => expandMacros(each, editionById('2021'))).join('\n')}\n`;

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const codesOf = (report: DocumentDiagnosticReport): unknown[] =>
  report.kind === 'full' ? report.items.map(({ code }) => code) : [report.kind];

describe('format files', () => {
  test('hold for open drafts at once, the good ones beside a broken one, and no more when they are gone', async () => {
    const held = new Map([
      [SETTINGS, '{ "formats": ["格式"] }'],
      [GOOD, JSON.stringify(LOCAL_FORMATS[0])],
      [BAD, '{ "editions": [{ "id": "a b", "name": "x", "years": { "from": 2020, "to": 2020 } }] }'],
    ]);
    const each = (client = await LanguageClient.start({
      capabilities: FULL,
      initialization: { initializationOptions: { status: true }, workspaceFolders: [{ uri: 'file:///w', name: 'w' }] },
      host: memoryHost(held),
    }));
    const changed = async (uri: string) => {
      const before = each.refreshes;
      await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: 2 }] });
      await each.until(() => each.refreshes > before || undefined);
    };
    await each.open(URI, DRAFT);
    expect(codesOf(await each.pull(URI))).toEqual(['structure/missing-section']);
    const told = await each.until(() => each.published.findLast(({ uri }) => uri === BAD));
    expect(told.diagnostics).toMatchObject([
      { code: 'formatFile.notId', range: { start: { line: 0, character: 23 } } },
    ]);

    const params: NewReportParams = { publicBody: '清河县档案局', reportYear: 2024 };
    const report: NewReport | null = await each.connection.sendRequest(NEW_REPORT_REQUEST, params);
    expect(report?.text).toMatch(/## 七、公开档案移交情况\n\n\| 档案类别 +\| 上年结存卷数 \|/);

    held.set(GOOD, JSON.stringify(LOCAL_FORMATS[0]).replace('"from":2023', '"from":2025'));
    await changed(GOOD);
    expect(codesOf(await each.pull(URI))).toEqual([]);
    held.set(GOOD, JSON.stringify(LOCAL_FORMATS[0]));
    await changed(GOOD);
    expect(codesOf(await each.pull(URI))).toEqual(['structure/missing-section']);
    held.delete(GOOD);
    await changed(GOOD);
    expect(codesOf(await each.pull(URI))).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import {
  DidChangeWatchedFilesNotification,
  HoverRequest,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
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

  test('are what figures of an open draft are held against, and no more when they are gone', async () => {
    const file = encodeURI('file:///w/格式/临溪省.json');
    const text = readFileSync('examples/formats/临溪省.annual-report-formats.json', 'utf8');
    const held = new Map([
      [SETTINGS, '{ "formats": ["格式"] }'],
      [file, text],
    ]);
    const each = (client = await LanguageClient.start({
      capabilities: FULL,
      initialization: { initializationOptions: { status: true }, workspaceFolders: [{ uri: 'file:///w', name: 'w' }] },
      host: memoryHost(held),
    }));
    const [, drafts = ''] = readFileSync('examples/formats/试稿/2024年政府信息公开工作年度报告.md', 'utf8').split(
      '//! draft 正文与表不同\n',
    );
    const draft = `${DRAFT}\n${drafts.replace(/^\/\/!.*\n/gm, '')}`;
    await each.open(URI, draft);
    expect(codesOf(await each.pull(URI))).toEqual(['prose/against-table']);
    const line = draft.slice(0, draft.indexOf('县级专区2个')).split('\n').length - 1;
    const hovered = () =>
      each.connection.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position: { line, character: 4 } });
    expect(JSON.stringify(await hovered())).toContain('县级政务公开专区');
    const before = each.refreshes;
    held.delete(file);
    await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: file, type: 3 }],
    });
    await each.until(() => each.refreshes > before || undefined);
    expect(codesOf(await each.pull(URI))).not.toContain('prose/against-table');
    expect(JSON.stringify(await hovered())).not.toContain('县级政务公开专区 · ');
  });
});

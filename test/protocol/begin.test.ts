import { afterEach, expect, test } from 'vitest';
import { CHECK_LIST_REQUEST, type CheckList } from '../../server/src/protocol/protocol.ts';
import { NEW_REPORT_REQUEST, type NewReport } from '../../server/src/protocol/newReport.ts';
import { FULL, LanguageClient, OUR_OPTIONS } from '../support/languageClient.ts';

const URI = 'untitled:/草稿/临溪县林业局2024年政府信息公开工作年度报告.md';

let client: LanguageClient | undefined;
const start = async () =>
  (client = await LanguageClient.start({
    capabilities: FULL,
    settings: () => null,
    initialization: { initializationOptions: OUR_OPTIONS },
  }));

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test('a new report is written for body and year; open, it says what is not written and not checked', async () => {
  const each = await start();
  const report: NewReport | null = await each.connection.sendRequest(NEW_REPORT_REQUEST, {
    publicBody: '临溪县林业局',
    reportYear: 2024,
  });
  expect(report?.title).toBe('临溪县林业局2024年政府信息公开工作年度报告');
  await each.open(URI, report?.text ?? '');
  await each.pull(URI);
  expect(await each.until(() => each.statuses[0])).toMatchObject({
    reportYear: 2024,
    publicBody: '临溪县林业局',
    errors: 0,
    warnings: 0,
    others: 6,
    hints: 0,
    isRecognised: true,
    isAllChecked: false,
    progress: { sections: 6, sectionsWritten: 0, tables: 3, tablesFilled: 0 },
  });
  const list: CheckList | null = await each.connection.sendRequest(CHECK_LIST_REQUEST, { textDocument: { uri: URI } });
  expect(list?.open).toBe(6);
  const places = list?.entries.flatMap(({ kind, range }) => (kind === 'notChecked' && range ? [range.start.line] : []));
  expect(places).toHaveLength(3);
  for (const line of places ?? []) expect(report?.text.split('\n')[line]).toMatch(/^\|/);
});

test.each([
  [{ publicBody: '临溪县林业局', reportYear: 1999 }],
  [{ publicBody: ' ', reportYear: 2024 }],
  [{ publicBody: 7, reportYear: '2024' }],
  [{}],
])('no report is written for %j', async params => {
  const each = await start();
  expect(await each.connection.sendRequest(NEW_REPORT_REQUEST, params)).toBeNull();
});

test('a document that is not open has no list', async () => {
  const each = await start();
  expect(await each.connection.sendRequest(CHECK_LIST_REQUEST, { textDocument: { uri: URI } })).toBeNull();
});

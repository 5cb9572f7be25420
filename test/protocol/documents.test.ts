import { afterEach, expect, test } from 'vitest';
import {
  CHECKED_TEXT_REQUEST,
  PREVIEW_REQUEST,
  type CheckedText,
  type Preview,
} from '../../server/src/protocol/documents.ts';
import { FULL, LanguageClient, OUR_OPTIONS } from '../support/languageClient.ts';
import { sampleReport } from '../support/sample.ts';

const URI = 'file:///年报/云溪县财政局2024年政府信息公开工作年度报告.md';
const WORD = 'file:///年报/送审稿.docx';
const WRONG = sampleReport('pipe').replace(/(\| 一、本年新收[^\n]*\|) 120 \|/, '$1 121 |');

let client: LanguageClient | undefined;
const start = async (settings: Record<string, unknown> | null = null) =>
  (client = await LanguageClient.start({
    capabilities: FULL,
    settings: () => settings,
    initialization: { initializationOptions: OUR_OPTIONS },
  }));

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test('the preview is of the version that is open, with its findings; of no other document', async () => {
  const each = await start();
  await each.open(URI, WRONG);
  const ask = (uri: string): Promise<Preview | null> =>
    each.connection.sendRequest(PREVIEW_REQUEST, { textDocument: { uri } });
  const preview = await ask(URI);
  expect(preview?.version).toBe(1);
  expect(preview?.findings[0]).toMatchObject({ severity: 'error' });
  expect(preview?.findings[0]?.text).toContain('121');
  expect(await ask(WORD)).toBeNull();
  expect(await ask(`git:${URI.slice('file:'.length)}?{}`)).toBeNull();
});

test('a text that is not open is checked with the settings of its place, and leaves nothing behind', async () => {
  const each = await start({ format: { edition: '2019' } });
  const ask = (params: object): Promise<CheckedText | null> =>
    each.connection.sendRequest(CHECKED_TEXT_REQUEST, params);
  const checked = await ask({ uri: WORD, text: WRONG });
  expect(checked).toMatchObject({ edition: '2019', isRecognised: true });
  expect(checked?.errors).toBeGreaterThan(0);
  const remark = checked?.remarks.find(({ lines }) => lines[0]?.includes('121'));
  expect(WRONG.slice(remark?.start, remark?.end)).toContain('121');
  expect(await ask({ uri: WORD, text: '# 通知\n\n下周三开会。\n' })).toMatchObject({ errors: 0, isRecognised: false });
  expect(await ask({ uri: 3, text: null })).toBeNull();
  expect(each.statuses).toEqual([]);
});

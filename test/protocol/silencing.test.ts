import { afterEach, describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CONFIGURATION_FILE_CHANGED_NOTIFICATION,
  RENAME_PREVIEW_REQUEST,
  SILENCE_COMMAND,
  SILENCE_EDIT_REQUEST,
  type RenamePreview,
  type SettingsSilence,
  type SilenceEdit,
  type SilenceEditParams,
} from '../../server/src/protocol/protocol.ts';
import { FULL, LanguageClient, OUR_OPTIONS, rangeOf } from '../support/languageClient.ts';
import { sampleReport } from '../support/sample.ts';

const URI = 'file:///c%3A/a/2024.txt';
const SETTINGS = 'file:///C:/a/.annual-report.json';
const DRAFT = sampleReport('tabbed', undefined, undefined, 'plain')
  .replace('推进林业领域', '推进，，林业领域')
  .replace('组织林业站', '组织。。林业站');

let client: LanguageClient | undefined;
let settings = '{}\n';

afterEach(async () => {
  await client?.stop();
  client = undefined;
  settings = '{}\n';
});

async function start(): Promise<LanguageClient> {
  client = await LanguageClient.start({
    capabilities: FULL,
    initialization: { initializationOptions: { ...OUR_OPTIONS, commands: [SILENCE_COMMAND], language: 'zh-cn' } },
    settings: () => ({}),
    configurationFile: () => ({ uri: SETTINGS, text: settings }),
  });
  await client.open(URI, DRAFT);
  return client;
}

async function doubled(each: LanguageClient): Promise<number> {
  const report = await each.pull(URI);
  return report.kind === 'full' ? report.items.filter(({ code }) => code === 'wording/punctuation').length : -1;
}

/** What silencing the finding at some words asks our client to do. */
async function silenceAt(each: LanguageClient, words: string): Promise<SettingsSilence> {
  const only = ['quickfix.annualReport.silence'];
  const [action, ...others] = await each.codeActions(URI, rangeOf(DRAFT, words), { diagnostics: [], only });
  expect(others).toEqual([]);
  expect([action?.kind, action?.command?.command, action?.edit]).toEqual([
    'quickfix.annualReport.silence.outside',
    SILENCE_COMMAND,
    undefined,
  ]);
  return action?.command?.arguments?.[0] as SettingsSilence;
}

const edit = (each: LanguageClient, params: SilenceEditParams): Promise<SilenceEdit> =>
  each.connection.sendRequest<SilenceEdit>(SILENCE_EDIT_REQUEST, params);

describe('silencing in the settings file, by our client', () => {
  test('adds one entry after the other to the text as it is open, and both findings go', async () => {
    const each = await start();
    expect(await doubled(each)).toBe(2);
    let open = '{\n  "edition": "2021"\n}\n';
    for (const words of ['，，', '。。']) {
      const { uri, entry } = await silenceAt(each, words);
      expect([uri, entry.file, entry.reason]).toEqual([SETTINGS, '2024.txt', '请写明理由']);
      const found = await edit(each, { text: open, entry: { ...entry, reason: '已逐项核对' } });
      if (found.kind !== 'edit') throw new Error(found.kind);
      open = TextDocument.applyEdits(TextDocument.create(uri, '', 0, open), [found.edit]);
    }
    settings = open;
    await each.connection.sendNotification(CONFIGURATION_FILE_CHANGED_NOTIFICATION);
    await each.until(() => (each.refreshes > 0 ? true : undefined));
    expect(await doubled(each)).toBe(0);
  });

  test('is refused with the line where the text has to be mended, and needless where it is known', async () => {
    const each = await start();
    const { entry } = await silenceAt(each, '，，');
    expect(await edit(each, { text: '{\n  "silenced": [],\n}\n', entry })).toMatchObject({
      kind: 'refused',
      sentence: expect.stringMatching(/第 3 行.*多了一个逗号/) as unknown,
      range: { start: { line: 2, character: 0 } },
    });
    expect(await edit(each, { text: JSON.stringify({ silenced: [entry] }), entry })).toEqual({ kind: 'known' });
  });
});

test('the preview of a renaming says for which version it was planned', async () => {
  const each = await start();
  const text = DRAFT.replace('（二）依申请公开。', '（二）依申请公开。全年新收到政府信息公开申请20件。');
  await each.change(URI, 7, text);
  const preview = await each.connection.sendRequest<RenamePreview | null>(RENAME_PREVIEW_REQUEST, {
    textDocument: { uri: URI },
    position: rangeOf(text, '20件').start,
    newName: '25',
  });
  expect([preview?.version, preview?.edits.map(({ newText }) => newText)]).toEqual([7, ['25']]);
});

import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { UNINTERRUPTED } from '../../server/src/analysis/scheduler.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { Source } from '../../server/src/text/source.ts';
import { memoryHost } from '../support/memoryHost.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { DidChangeWatchedFilesNotification, DidSaveTextDocumentNotification } from 'vscode-languageserver/node';
import { CONFIGURATION_FILE_CHANGED_NOTIFICATION } from '../../server/src/protocol/protocol.ts';
import { FULL, FULL_PUSH, LanguageClient, OUR_OPTIONS } from '../support/languageClient.ts';
import type { ClientWorld } from '../support/languageClient.ts';

const A = 'file:///a/2024.md';
const B = 'file:///b/2024.md';
const RULE = 'wording/unreadable-directive';
const FAULTY = '# 临溪县2024年政府信息公开工作年度报告\n\n<!-- 年报检查 查一查 -->\n\n## 一、总体情况\n\n正文。\n';

let client: LanguageClient | undefined;
const start = async (world: ClientWorld) => (client = await LanguageClient.start(world));

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** Severity of the draft's fault as pulled; undefined when it is not reported. */
async function severity(each: LanguageClient, uri: string): Promise<number | undefined> {
  const report = await each.pull(uri);
  return report.kind === 'full' ? report.items.find(item => item.code === RULE)?.severity : undefined;
}

const withSeverity = (value: string) => ({ format: { edition: 'auto' }, rules: { severity: { [RULE]: value } } });

describe('settings of the editor', () => {
  test('differ between two roots', async () => {
    const each = await start({
      capabilities: FULL,
      settings: uri => withSeverity(uri.startsWith('file:///a/') ? 'error' : 'off'),
    });
    await each.open(A, FAULTY);
    await each.open(B, FAULTY);
    expect(await severity(each, A)).toBe(1);
    expect(await severity(each, B)).toBeUndefined();
  });

  test('take effect at once: the client is told to pull again', async () => {
    let value = 'error';
    const each = await start({ capabilities: FULL, settings: () => withSeverity(value) });
    expect(
      (await each.until(() => each.registrations.find(({ method }) => method === 'workspace/didChangeConfiguration')))
        .registerOptions,
    ).toEqual({ section: 'annualReport' });
    await each.open(A, FAULTY);
    const first = await each.pull(A);
    value = 'hint';
    await each.changeSettings(null);
    await each.until(() => each.refreshes > 0 || undefined);
    const second = await each.pull(A, first.resultId);
    expect(second.kind === 'full' && second.items.find(item => item.code === RULE)?.severity).toBe(4);
  });

  test('take effect at once: published diagnostics are published again', async () => {
    let value = 'error';
    const each = await start({ capabilities: FULL_PUSH, settings: () => withSeverity(value) });
    await each.open(A, FAULTY);
    const published = (wanted: number) =>
      each.published.find(({ diagnostics }) =>
        diagnostics.some(item => item.code === RULE && item.severity === wanted),
      );
    await each.until(() => published(1));
    value = 'information';
    await each.changeSettings(null);
    await each.until(() => published(3));
  });

  test('that are the same as before change nothing', async () => {
    const each = await start({ capabilities: FULL, settings: () => withSeverity('error') });
    await each.open(A, FAULTY);
    const first = await each.pull(A);
    await each.changeSettings(null);
    expect(await each.pull(A, first.resultId)).toMatchObject({ kind: 'unchanged' });
    expect(each.refreshes).toBe(0);
  });

  test('are taken as sent from a client that cannot be asked', async () => {
    const each = await start({ capabilities: {} });
    await each.changeSettings({ annualReport: withSeverity('error') });
    await each.open(A, FAULTY);
    const { diagnostics } = await each.until(() => each.published.find(({ uri }) => uri === A));
    expect(diagnostics.find(item => item.code === RULE)?.severity).toBe(1);
  });

  test('that are nested without end are named, and good ones take their place', async () => {
    let deep: unknown = [];
    for (let i = 0; i < 5000; i++) deep = [deep];
    let settings: unknown = { rules: { severity: { [RULE]: deep } }, format: { edition: deep }, statutes: deep };
    const each = await start({ capabilities: FULL, settings: uri => (uri === A ? settings : withSeverity('hint')) });
    await each.open(A, FAULTY);
    await each.open(B, FAULTY);
    expect([await severity(each, A), await severity(each, B)]).toEqual([2, 4]);
    settings = withSeverity('error');
    await each.changeSettings(null);
    expect([await severity(each, A), await severity(each, B)]).toEqual([1, 4]);
    expect(each.log.filter(({ type }) => type === 1)).toEqual([]);
  });

  test('that are not understood are named once and left out', async () => {
    const each = await start({
      capabilities: FULL,
      settings: () => ({ format: { edition: '1999' }, rules: { severity: { [RULE]: 'fatal' } } }),
    });
    await each.open(A, FAULTY);
    await each.open(B, FAULTY);
    expect(await severity(each, A)).toBe(2);
    expect(await severity(each, B)).toBe(2);
    const warnings = each.log.filter(({ type }) => type === 2).map(({ message }) => message);
    expect(warnings.filter(text => /format\.edition.*1999.*rule-of-law-2019/.test(text))).toHaveLength(1);
    expect(warnings.filter(text => text.includes(`rules.severity.${RULE}`))).toHaveLength(1);
  });

  test('a client that fails to answer gets the defaults', async () => {
    const each = await start({ capabilities: FULL });
    await each.open(A, FAULTY);
    expect(await severity(each, A)).toBe(2);
    expect(each.log.some(({ type }) => type === 2)).toBe(true);
  });

  test('choose the edition', async () => {
    const each = await start({
      capabilities: FULL,
      initialization: { initializationOptions: OUR_OPTIONS },
      settings: () => ({ format: { edition: '2019' } }),
    });
    await each.open(A, FAULTY);
    await each.pull(A);
    expect((await each.until(() => each.statuses[0])).edition).toBe('2019');
  });
});

describe('.annual-report.json', () => {
  const file = (value: string) => JSON.stringify({ severities: { [RULE]: value } });

  test('is asked of our own client, takes effect at once when it changes, and yields to the editor', async () => {
    let value = 'error';
    let editor = {};
    const each = await start({
      capabilities: FULL,
      initialization: { initializationOptions: OUR_OPTIONS },
      settings: () => editor,
      configurationFile: uri => (uri === A ? { uri: 'file:///a/.annual-report.json', text: file(value) } : null),
    });
    await each.open(A, FAULTY);
    await each.open(B, FAULTY);
    expect(await severity(each, A)).toBe(1);
    expect(await severity(each, B)).toBe(2);
    value = 'hint';
    await each.connection.sendNotification(CONFIGURATION_FILE_CHANGED_NOTIFICATION);
    await each.until(() => each.refreshes > 0 || undefined);
    expect(await severity(each, A)).toBe(4);
    editor = withSeverity('information');
    await each.changeSettings(null);
    expect(await severity(each, A)).toBe(3);
  });

  test('is read by the server for any other client', async () => {
    const files = new Map([['file:///a/.annual-report.json', file('error')]]);
    const each = await start({ capabilities: FULL, settings: () => null, host: memoryHost(files) });
    expect(
      (await each.until(() => each.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles')))
        .registerOptions,
    ).toMatchObject({
      watchers: [
        { globPattern: '**/.annual-report.json' },
        { globPattern: '**/.annual-report-decisions.json' },
        { globPattern: '**/*.{md,txt,html,htm}' },
        { globPattern: '**/*', kind: 5 },
      ],
    });
    await each.open('file:///a/deep/er/2024.md', FAULTY);
    expect(await severity(each, 'file:///a/deep/er/2024.md')).toBe(1);
    files.set('file:///a/deep/.annual-report.json', file('hint'));
    await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    expect(await severity(each, 'file:///a/deep/er/2024.md')).toBe(4);
  });

  test('is read by the server for a client of our own kind that does not answer', async () => {
    const files = new Map([['file:///a/.annual-report.json', file('error')]]);
    const each = await start({
      capabilities: FULL,
      settings: () => null,
      host: memoryHost(files),
      initialization: { initializationOptions: OUR_OPTIONS },
    });
    await each.open(A, FAULTY);
    expect(await severity(each, A)).toBe(1);
  });

  test('is read again on saving for a client that watches no files', async () => {
    const files = new Map<string, string>();
    const each = await start({ capabilities: {}, host: memoryHost(files) });
    await each.open(A, FAULTY);
    await each.until(() => each.published[0]);
    files.set('file:///a/.annual-report.json', file('error'));
    await each.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: A } });
    await each.until(() => each.published.find(({ diagnostics }) => diagnostics.some(item => item.severity === 1)));
  });

  test('that is no JSON is named in the log, and the defaults stand', async () => {
    const files = new Map([['file:///a/.annual-report.json', '{ "severities": ']]);
    const each = await start({ capabilities: FULL, settings: () => null, host: memoryHost(files) });
    await each.open(A, FAULTY);
    expect(await severity(each, A)).toBe(2);
    expect(each.log.some(({ message }) => message.includes('file:///a/.annual-report.json'))).toBe(true);
  });

  test.each([
    ['a comma too many', '{\n  "severities": {"totals/row-total": "off",}\n}', 1, '多了一个逗号'],
    ['brackets without end', `{\n"severities": ${'['.repeat(5000)}`, 1, '太深'],
    ['a value that is not known', '{\n\n  "edition": "1999"}', 2, '1999'],
  ])('shows what is wrong with it at its place, until it is mended: %s', async (_, text, line, reason) => {
    const uri = 'file:///a/.annual-report.json';
    const files = new Map([[uri, text]]);
    const each = await start({ capabilities: FULL, settings: () => null, host: memoryHost(files) });
    await each.open(A, FAULTY);
    expect(await severity(each, A)).toBe(2);
    const shown = () => each.published.filter(params => params.uri === uri).at(-1)?.diagnostics;
    const [problem] = await each.until(() => (shown()?.length ? shown() : undefined));
    expect(problem?.range.start.line).toBe(line);
    expect(problem?.message).toContain(reason);
    expect(problem?.message).toContain('请');
    files.set(uri, file('error'));
    await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    expect(await severity(each, A)).toBe(1);
    await each.until(() => (shown()?.length === 0 ? true : undefined));
  });

  test('that cannot be read is named, and none further up stands in for it', async () => {
    const host = {
      ...memoryHost(new Map()),
      configurationFile: async () => ({ uri: 'file:///a/.annual-report.json', text: null }),
    };
    const each = await start({ capabilities: FULL, settings: () => null, host });
    await each.open(A, FAULTY);
    expect(await severity(each, A)).toBe(2);
    expect(each.log.some(({ message }) => /\.annual-report\.json.*读不出/.test(message))).toBe(true);
  });

  test('is named by its first problems only, however many it has', async () => {
    const rules = Array.from({ length: 100_000 }, (_, i) => `"r${String(i)}": "loud"`);
    const files = new Map([['file:///a/.annual-report.json', `{"severities": {${rules.join(',')}}}`]]);
    const each = await start({ capabilities: FULL, settings: () => null, host: memoryHost(files) });
    await each.open(A, FAULTY);
    expect(await severity(each, A)).toBe(2);
    expect(each.log.length).toBeLessThan(120);
  });

  test('silences a finding of the file that it names, and of no other', async () => {
    const files = new Map<string, string>();
    const each = await start({ capabilities: FULL, settings: () => null, host: memoryHost(files) });
    const uri = 'file:///a/%E5%B9%B4%E6%8A%A5/2024.md';
    await each.open(uri, FAULTY);
    await each.open(A, FAULTY);
    const snapshot = new Snapshot(uri, 1, new Source(FAULTY), DEFAULT_SETTINGS);
    const { findings } = await snapshot.findings(UNINTERRUPTED);
    const fingerprint = findings.find(({ rule }) => rule === RULE)?.fingerprint;
    files.set(
      'file:///a/.annual-report.json',
      JSON.stringify({ silenced: [{ file: '年报/2024.md', rule: RULE, fingerprint, reason: '另有安排' }] }),
    );
    await each.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] });
    expect(await severity(each, uri)).toBeUndefined();
    expect(await severity(each, A)).toBe(2);
  });

  test('is not read again for each request', async () => {
    let reads = 0;
    const files = memoryHost(new Map());
    const host = {
      ...files,
      configurationFile: (uri: string) => {
        reads++;
        return files.configurationFile(uri);
      },
    };
    const each = await start({ capabilities: FULL, settings: () => null, host });
    await each.open('file:///a/2024.txt', FAULTY);
    for (let i = 0; i < 3; i++)
      await each.codeActions('file:///a/2024.txt', {
        start: { line: 2, character: 0 },
        end: { line: 2, character: 0 },
      });
    expect(reads).toBe(1);
  });
});

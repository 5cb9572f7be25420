import { afterEach, describe, expect, test } from 'vitest';
import type { InitializeParams } from 'vscode-languageserver/node';
import { FULL, LanguageClient, OUR_OPTIONS } from '../support/languageClient.ts';
import type { ClientWorld } from '../support/languageClient.ts';
import { memoryHost } from '../support/memoryHost.ts';
import { sampleReport } from '../support/sample.ts';

const URI = 'file:///drafts/2024.md';
const OTHER = 'file:///drafts/2023.md';
const RULE = 'wording/unreadable-directive';
const FAULTY = '# 临溪县2024年政府信息公开工作年度报告\n\n<!-- 年报检查 查一查 -->\n\n## 一、总体情况\n\n正文。\n';

let client: LanguageClient | undefined;
const start = async (world: ClientWorld) => (client = await LanguageClient.start(world));
const last = (each: LanguageClient, uri: string) => each.published.findLast(params => params.uri === uri)?.diagnostics;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe('a client that offers to pull', () => {
  test('and never does is pushed its findings, and those of its edits', async () => {
    const each = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await each.open(URI, FAULTY);
    expect((await each.until(() => each.published[0])).diagnostics.map(({ code }) => code)).toContain(RULE);
    await each.change(URI, 2, '# 空\n');
    await each.until(() => each.published.find(({ version }) => version === 2));
    await each.close(URI);
    await each.until(() => (each.published.length === 3 ? true : undefined));
    expect(last(each, URI)).toEqual([]);
  });

  test('and edits without a pause still gets them', async () => {
    const each = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await each.open(URI, FAULTY);
    let version = 1;
    const typing = setInterval(() => void each.change(URI, ++version, `${FAULTY}${String(version)}\n`), 100);
    try {
      expect((await each.until(() => each.published[0])).diagnostics.map(({ code }) => code)).toContain(RULE);
    } finally {
      clearInterval(typing);
    }
  });

  test('late has what it was pushed taken back, in every draft, and is pushed nothing more', async () => {
    const each = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await each.open(URI, FAULTY);
    await each.open(OTHER, FAULTY);
    await each.until(() => (last(each, URI)?.[0] && last(each, OTHER)?.[0] ? true : undefined));
    const report = await each.pull(URI);
    expect(report.kind === 'full' && report.items.map(({ code }) => code)).toContain(RULE);
    await each.until(() => (last(each, URI)?.length === 0 && last(each, OTHER)?.length === 0 ? true : undefined));
    const count = each.published.length;
    await each.change(URI, 2, `${FAULTY}再写一句。\n`);
    await each.close(OTHER);
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(each.published.length).toBe(count);
  });

  test('at once is pushed nothing', async () => {
    const each = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await each.open(URI, FAULTY);
    await each.pull(URI);
    await each.change(URI, 2, `${FAULTY}再写一句。\n`);
    await new Promise(resolve => setTimeout(resolve, 1200));
    expect(each.published).toEqual([]);
  });
});

describe('our own requests and notifications', () => {
  const FILE = 'file:///drafts/.annual-report.json';
  const SETTINGS = JSON.stringify({ severities: { [RULE]: 'error' } });
  const world = (initialization: Partial<InitializeParams>, asked: string[]): ClientWorld => ({
    capabilities: FULL,
    initialization,
    settings: () => null,
    host: memoryHost(new Map([[FILE, SETTINGS]])),
    configurationFile: uri => {
      asked.push(uri);
      return null;
    },
  });
  const severity = async (each: LanguageClient) => {
    const report = await each.pull(URI);
    return report.kind === 'full' ? report.items.find(({ code }) => code === RULE)?.severity : undefined;
  };

  test.each<[string, Partial<InitializeParams>]>([
    ['no options', {}],
    ['empty options, as Eglot has them', { initializationOptions: {} }],
    [
      'options of another server',
      { initializationOptions: { provideFormatter: true, fileRequests: 'yes', status: 1 } },
    ],
    ['options for statutes alone', { initializationOptions: { statuteDocuments: true } }],
  ])(
    'a client with %s is not asked for files, though it would answer null, and is sent none of our notifications',
    async (_, initialization) => {
      const asked: string[] = [];
      const each = await start(world(initialization, asked));
      const unknown: string[] = [];
      each.connection.onUnhandledNotification(({ method }) => {
        unknown.push(method);
      });
      await each.open(URI, FAULTY);
      expect(await severity(each)).toBe(1);
      // What the server sends after the analysis comes before this answer.
      await new Promise(resolve => setTimeout(resolve, 50));
      await each.symbols(URI);
      expect(asked).toEqual([]);
      expect(each.statuses).toEqual([]);
      expect(each.statuteChanges).toBe(0);
      expect(unknown).toEqual([]);
    },
  );

  test('a client that says so is asked and told', async () => {
    const asked: string[] = [];
    const each = await start(world({ initializationOptions: OUR_OPTIONS }, asked));
    await each.open(URI, FAULTY);
    expect(await severity(each)).toBe(2);
    expect(asked).toEqual([URI]);
    expect((await each.until(() => each.statuses[0])).uri).toBe(URI);
  });
});

describe('text that the editor read in the wrong encoding', () => {
  const draft = sampleReport('pipe');
  const found = async (text: string) => {
    const each = await start({ capabilities: {} });
    await each.open(URI, text);
    return (await each.until(() => each.published[0])).diagnostics.filter(
      ({ code }) => code === 'wording/wrong-encoding',
    );
  };

  test('UTF-8 as Latin-1 is named', async () => {
    const [finding, ...others] = await found(Buffer.from(draft).toString('latin1'));
    expect(others).toEqual([]);
    expect(finding?.message).toContain('请用 UTF-8 重新打开');
    expect(finding?.range.start.line).toBe(0);
  });

  test('right text is not', async () => {
    expect(await found(draft)).toEqual([]);
  });
});

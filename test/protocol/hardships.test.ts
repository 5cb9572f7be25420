import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { ClientCapabilities, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { runRules } from '../../server/src/analysis/engine.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import type { SnapshotFactory } from '../../server/src/lsp/documents.ts';
import { ALIVE_REQUEST } from '../../server/src/protocol/protocol.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { defineRule, finding, type ReportCheck } from '../../server/src/rules/support/rule.ts';
import { FULL, FULL_PUSH, LanguageClient, OUR_OPTIONS, rangeOf } from '../support/languageClient.ts';
import type { ClientWorld } from '../support/languageClient.ts';
import { sampleReport } from '../support/sample.ts';

const URI = 'file:///drafts/2024.md';
const RULE = 'wording/unreadable-directive';
const FAULTY = '# 临溪县2024年政府信息公开工作年度报告\n\n<!-- 年报检查 查一查 -->\n\n## 一、总体情况\n\n正文。\n';
const WRONG = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });

let client: LanguageClient | undefined;
const start = async (world: ClientWorld) => (client = await LanguageClient.start(world));
const rulesIn = (items: readonly Diagnostic[]) => items.map(({ code }) => String(code));
const rulesOf = (report: DocumentDiagnosticReport) => (report.kind === 'full' ? rulesIn(report.items) : [report.kind]);

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

function isRetrigger(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.code === LSPErrorCodes.ServerCancelled &&
    (error.data as { retriggerRequest?: unknown }).retriggerRequest === true
  );
}

describe('edits during a pull', () => {
  test('fifty edits, each with its pull: every answer is of its own moment or keeps the old results; the last one is right', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(URI, WRONG);
    const pulls: Promise<unknown>[] = [];
    for (let version = 2; version <= 51; version++) {
      await each.change(URI, version, String(version), rangeOf(WRONG, '121'));
      await each.change(URI, version, '121', {
        start: rangeOf(WRONG, '121').start,
        end: {
          ...rangeOf(WRONG, '121').start,
          character: rangeOf(WRONG, '121').start.character + String(version).length,
        },
      });
      pulls.push(
        each.pull(URI).then(
          report => report.kind,
          (error: unknown) => (isRetrigger(error) ? 'again' : error),
        ),
      );
    }
    for (const outcome of await Promise.all(pulls)) expect(['full', 'unchanged', 'again']).toContain(outcome);
    expect(rulesOf(await each.pull(URI))).toContain('totals/row-total');
  });

  test('pulls that are withdrawn one after another keep the old results, and the next one answers', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(URI, WRONG.repeat(20));
    for (let i = 0; i < 20; i++) {
      const source = new CancellationTokenSource();
      const pulled = each
        .pull(URI, undefined, source.token)
        .then(report => report.kind === 'full' && report.items.length > 0, isRetrigger);
      source.cancel();
      expect(await pulled).toBe(true);
    }
    expect(rulesOf(await each.pull(URI))).toContain('totals/row-total');
  });

  test('a client that never counts versions up is judged by its newest text', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(URI, FAULTY);
    expect(rulesOf(await each.pull(URI))).toContain(RULE);
    await each.change(URI, 1, FAULTY.replace('查一查', '格式 2021'));
    expect(rulesOf(await each.pull(URI))).not.toContain(RULE);
  });

  test('a draft that is closed during its pull', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(URI, WRONG);
    const pulled = each.pull(URI).then(report => report.kind, isRetrigger);
    await each.close(URI);
    expect(['full', true]).toContain(await pulled);
    expect(await each.pull(URI)).toEqual({ kind: 'full', items: [] });
  });
});

describe('documents that come and go', () => {
  test('requests about documents that are not open, not open any more, or unknown', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    const place = { line: 0, character: 3 };
    const ask = async (uri: string) => [
      await each.hover(uri, place),
      await each.symbols(uri),
      await each.folding(uri),
      await each.complete(uri, place),
      await each.codeActions(uri, { start: place, end: place }),
    ];
    const nothing = [null, [], [], [], []];
    expect(await ask(URI)).toEqual(nothing);
    await each.change(URI, 2, FAULTY);
    await each.close(URI);
    await each.open(URI, FAULTY);
    expect(await each.symbols(URI)).toHaveLength(1);
    await each.close(URI);
    expect(await ask(URI)).toEqual(nothing);
    for (const uri of ['', 'nonsense', 'file:', 'http://[', '%', `file:///${'x'.repeat(5000)}`])
      expect(await ask(uri)).toEqual(nothing);
  });

  test('200 drafts open at once: each has its own findings', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    const uris = Array.from({ length: 200 }, (_, i) => `file:///drafts/${String(i)}.md`);
    for (const [i, uri] of uris.entries()) await each.open(uri, i % 2 === 0 ? WRONG : FAULTY);
    const found = await Promise.all(uris.map(async uri => rulesOf(await each.pull(uri))));
    for (const [i, rules] of found.entries()) expect(rules).toContain(i % 2 === 0 ? 'totals/row-total' : RULE);
    for (const uri of uris) await each.close(uri);
    expect(await each.pull(uris[0] ?? '')).toEqual({ kind: 'full', items: [] });
  });

  test('a renamed draft has its findings at the new address and none at the old one; so has a deleted one', async () => {
    const each = await start({ capabilities: {} });
    const renamed = 'file:///drafts/2024-final.md';
    const last = (uri: string) => each.published.filter(params => params.uri === uri).at(-1);
    await each.open(URI, FAULTY);
    await each.until(() => last(URI)?.diagnostics[0]);
    await each.close(URI);
    await each.open(renamed, FAULTY);
    await each.until(() => last(renamed)?.diagnostics[0]);
    expect(last(URI)?.diagnostics).toEqual([]);
    await each.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: renamed, type: 3 }] });
    await each.close(renamed);
    await each.until(() => (last(renamed)?.diagnostics.length === 0 ? true : undefined));
  });

  test('opened twice without being closed: the newer text counts', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(URI, FAULTY);
    await each.open(URI, WRONG);
    expect(rulesOf(await each.pull(URI))).toContain('totals/row-total');
  });
});

describe('settings', () => {
  const severity = (value: string) => ({ rules: { severity: { [RULE]: value } } });
  const levelIn = (report: DocumentDiagnosticReport) =>
    report.kind === 'full' ? report.items.find(({ code }) => code === RULE)?.severity : undefined;

  test('two roots with different ones, from the editor and from files', async () => {
    const roots = { 'file:///a': 'hint', 'file:///b': 'error' };
    const each = await start({
      capabilities: FULL,
      initialization: {
        workspaceFolders: Object.keys(roots).map(uri => ({ uri, name: uri })),
        initializationOptions: OUR_OPTIONS,
      },
      settings: uri => (uri.startsWith('file:///a') ? severity('hint') : null),
      configurationFile: uri =>
        uri.startsWith('file:///b')
          ? { uri: 'file:///b/.annual-report.json', text: JSON.stringify({ severities: { [RULE]: 'error' } }) }
          : null,
    });
    await Promise.all([
      each.open('file:///a/1.md', FAULTY),
      each.open('file:///b/1.md', FAULTY),
      each.open('file:///c/1.md', FAULTY),
    ]);
    expect(levelIn(await each.pull('file:///a/1.md'))).toBe(4);
    expect(levelIn(await each.pull('file:///b/1.md'))).toBe(1);
    expect(levelIn(await each.pull('file:///c/1.md'))).toBe(2);
  });

  test('changed again and again while drafts are checked: the last ones count', async () => {
    let value = 'hint';
    const each = await start({ capabilities: FULL, settings: () => severity(value) });
    for (let i = 0; i < 10; i++) await each.open(`file:///drafts/${String(i)}.md`, `${FAULTY}${WRONG}`);
    const pulls: Promise<unknown>[] = [];
    for (let i = 0; i < 30; i++) {
      value = ['hint', 'error', 'off'][i % 3] ?? '';
      pulls.push(
        each.pull(`file:///drafts/${String(i % 10)}.md`).catch((error: unknown) => {
          if (!isRetrigger(error)) throw error;
        }),
      );
      await each.changeSettings(null);
    }
    await Promise.all(pulls);
    value = 'information';
    await each.changeSettings(null);
    for (let i = 0; i < 10; i++) expect(levelIn(await each.pull(`file:///drafts/${String(i)}.md`))).toBe(3);
  });

  test('that come late are made use of when they come', async () => {
    let answer = (_: unknown) => {};
    const late = new Promise(resolve => {
      answer = resolve;
    });
    const each = await start({ capabilities: FULL, settings: () => late });
    await each.open(URI, FAULTY);
    expect(levelIn(await each.pull(URI))).toBe(2);
    expect(each.log.map(({ message }) => message).join()).toContain('设置');
    answer(severity('error'));
    await each.until(() => (each.refreshes > 0 ? true : undefined));
    expect(levelIn(await each.pull(URI))).toBe(1);
  });
});

describe('clients that offer less get less, and their findings all the same', () => {
  const without = (...names: string[]): ClientCapabilities => ({
    ...FULL,
    textDocument: Object.fromEntries(Object.entries(FULL.textDocument ?? {}).filter(([name]) => !names.includes(name))),
  });
  const found = async (each: LanguageClient) =>
    each.result.capabilities.diagnosticProvider
      ? rulesOf(await each.pull(URI))
      : rulesIn((await each.until(() => each.published.find(({ diagnostics }) => diagnostics.length > 0))).diagnostics);

  test.each<[string, ClientWorld]>([
    ['everything', { capabilities: FULL, settings: () => null }],
    ['no pulling', { capabilities: FULL_PUSH, settings: () => null }],
    ['no configuration', { capabilities: { ...FULL, workspace: { ...FULL.workspace, configuration: false } } }],
    [
      'no dynamic registration',
      { capabilities: { ...FULL, workspace: { configuration: true } }, settings: () => null },
    ],
    ['no workspace at all', { capabilities: { textDocument: FULL.textDocument ?? {} } }],
    [
      'no related information',
      { capabilities: { ...without('diagnostic'), textDocument: { publishDiagnostics: {} } } },
    ],
    ['nothing', { capabilities: {} }],
  ])('%s', async (name, world) => {
    const each = await start(world);
    await each.open(URI, WRONG);
    expect(await found(each)).toContain('totals/row-total');
    const related = [...each.published.flatMap(({ diagnostics }) => diagnostics)].filter(
      ({ relatedInformation }) => relatedInformation !== undefined,
    );
    if (name.startsWith('no related') || name === 'nothing') expect(related).toEqual([]);
    if (name.startsWith('no ') || name === 'nothing')
      expect(
        each.registrations.length === 0 ||
          name === 'no configuration' ||
          name === 'no pulling' ||
          name === 'no related information',
      ).toBe(true);
    expect((await each.hover(URI, rangeOf(WRONG, '一、总体情况').start))?.contents).toBeDefined();
  });

  test('no snippets: what is completed is plain text', async () => {
    const each = await start({ capabilities: without('completion'), settings: () => null });
    await each.open(URI, '# 临溪县2024年政府信息公开工作年度报告\n\n## \n');
    const items = await each.complete(URI, { line: 2, character: 3 });
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.insertTextFormat ?? 1).toBe(1);
      expect(item.textEdit?.newText ?? item.insertText ?? item.label).not.toMatch(/\$\{?\d/);
    }
  });
});

test('the question whether it still answers', async () => {
  const each = await start({ capabilities: FULL, settings: () => null });
  expect(await each.connection.sendRequest(ALIVE_REQUEST, {})).toBeNull();
});

describe('a rule that misbehaves', () => {
  const ID = 'wording/doubled-word';
  const world = (run: ReportCheck['run']): ClientWorld => {
    const rules = [
      defineRule({ id: ID, catalogue: [], basis: ['practice'], severity: 'error', scope: 'report', run }),
      ...RULES.filter(({ id }) => id !== ID),
    ];
    const createSnapshot: SnapshotFactory = (uri, version, source, settings, previous) => {
      const snapshot = new Snapshot(uri, version, source, settings, previous?.parsedOrInherited);
      snapshot.findings = stop => runRules(snapshot.report, settings, stop, rules);
      return snapshot;
    };
    return {
      capabilities: FULL,
      initialization: { initializationOptions: OUR_OPTIONS },
      settings: () => null,
      createSnapshot,
    };
  };
  const good = finding({ start: 0, end: 1 }, { message: ID, args: { text: '天天' } });

  test.each<[string, ReportCheck['run']]>([
    [
      'throws',
      () => {
        throw new Error('除以零');
      },
    ],
    [
      'yields without end',
      function* () {
        for (;;) yield good;
      },
    ],
    [
      'finds nonsense',
      function* () {
        yield { ...good, span: { start: NaN, end: -7 } };
      },
    ],
  ])('%s: it is named in the status and once in the log; the others report, at every version', async (_, run) => {
    const each = await start(world(run));
    await each.open(URI, WRONG);
    expect(rulesOf(await each.pull(URI))).toContain('totals/row-total');
    await each.change(URI, 2, ' ', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
    const second = rulesOf(await each.pull(URI));
    expect(second).toContain('totals/row-total');
    expect(second).not.toContain(ID);
    expect(await each.until(() => each.statuses.find(({ version }) => version === 2))).toMatchObject({
      failedRules: [ID],
    });
    expect(each.log.filter(({ message }) => message.includes(ID))).toHaveLength(1);
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver/node';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import type { DraftSnapshot } from '../../server/src/lsp/documents.ts';
import { FULL, FULL_PUSH, LanguageClient, OUR_OPTIONS } from '../support/languageClient.ts';
import type { ClientWorld } from '../support/languageClient.ts';

const URI = 'file:///drafts/%E4%B8%B4%E6%BA%AA.md';
const RULE = 'wording/unreadable-directive';

/** A draft whose comment the checker cannot read: a finding that no edit of the rest changes. */
const FAULTY = '# 临溪县2024年政府信息公开工作年度报告\n\n<!-- 年报检查 查一查 -->\n\n## 一、总体情况\n\n正文。\n';

let client: LanguageClient | undefined;
const start = async (world: ClientWorld) => (client = await LanguageClient.start(world));
const own = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(diagnostic => diagnostic.code === RULE);

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe('pushed diagnostics', () => {
  test('a client with bare capabilities gets them with the version, and an empty list when the draft is closed', async () => {
    const each = await start({ capabilities: {} });
    await each.open(URI, FAULTY);
    const first = await each.until(() => each.published[0]);
    expect(first).toMatchObject({ uri: URI, version: 1 });
    const [finding] = own(first.diagnostics);
    expect(finding).toMatchObject({ source: 'annual-report', severity: 2, code: RULE });
    expect(finding).not.toHaveProperty('data');
    expect(finding?.range.start).toEqual({ line: 2, character: 0 });
    expect(finding).not.toHaveProperty('relatedInformation');
    expect(finding).not.toHaveProperty('codeDescription');
    await each.close(URI);
    await each.until(() => each.published.find(params => params !== first && params.diagnostics.length === 0));
  });

  test('an edit is followed by those of the newest version', async () => {
    const each = await start({ capabilities: FULL_PUSH, settings: () => null });
    await each.open(URI, FAULTY);
    await each.change(URI, 2, '格式', { start: { line: 2, character: 10 }, end: { line: 2, character: 13 } });
    await each.change(URI, 3, '格式 2021', { start: { line: 2, character: 10 }, end: { line: 2, character: 12 } });
    const last = await each.until(() => each.published.find(params => params.version === 3));
    expect(own(last.diagnostics)).toEqual([]);
    expect(each.published.every(params => params.version !== 2)).toBe(true);
  });

  test('a link to the rule is sent only with an address for it', async () => {
    const each = await start({
      capabilities: FULL_PUSH,
      settings: () => null,
      configurationFile: () => null,
      initialization: { initializationOptions: { rulePages: 'file:///ext/docs/rules' } },
    });
    await each.open(URI, FAULTY);
    const { diagnostics } = await each.until(() => each.published[0]);
    expect(own(diagnostics)[0]?.codeDescription?.href).toBe(`file:///ext/docs/rules/${RULE}.md`);
  });
});

describe('pulled diagnostics', () => {
  test('are offered to clients that pull, and nothing is published to them', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    expect(each.result.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: false });
    await each.open(URI, FAULTY);
    const report = await each.pull(URI);
    expect(report.kind).toBe('full');
    if (report.kind === 'full') expect(own(report.items)).toHaveLength(1);
    expect(each.published).toEqual([]);
  });

  test('nothing new is answered with “unchanged”, a new version with a new list', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(URI, FAULTY);
    const first = await each.pull(URI);
    expect(await each.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await each.change(URI, 2, '# 临溪县2024年政府信息公开工作年度报告\n');
    const second = await each.pull(URI, first.resultId);
    expect(second.kind).toBe('full');
    expect(second.resultId).not.toBe(first.resultId);
  });

  test('a withdrawn pull keeps the old diagnostics', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(URI, FAULTY);
    const source = new CancellationTokenSource();
    const pulled = each.pull(URI, undefined, source.token);
    source.cancel();
    await expect(pulled).rejects.toSatisfy(isRetrigger);
  });

  test('an overtaken pull keeps the old diagnostics', async () => {
    const begun = signal();
    const mayGoOn = signal();
    const each = await start({
      capabilities: FULL,
      settings: () => null,
      createSnapshot: (uri, version, source, settings) => {
        const snapshot = new Snapshot(uri, version, source, settings);
        if (version > 1) return snapshot;
        return slowed(snapshot, async () => {
          begun.give();
          await mayGoOn.given;
        });
      },
    });
    await each.open(URI, FAULTY);
    const pulled = each.pull(URI).then(
      () => 'answered',
      (error: unknown) => error,
    );
    await begun.given;
    await each.change(URI, 2, `${FAULTY}再写一句。\n`);
    await each.symbols(URI);
    mayGoOn.give();
    expect(await pulled).toSatisfy(isRetrigger);
    const again = await each.pull(URI);
    expect(again.kind === 'full' && own(again.items).length).toBe(1);
  });

  test('a document that is not open has none', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    expect(await each.pull('file:///drafts/unknown.md')).toEqual({ kind: 'full', items: [] });
  });
});

describe('the end of the session', () => {
  test('findings that come after it are dropped without a rejection that nobody handles', async () => {
    const begun = signal();
    const mayGoOn = signal();
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => {
      unhandled.push(reason);
    };
    process.on('unhandledRejection', note);
    try {
      const each = await start({
        capabilities: FULL_PUSH,
        settings: () => null,
        createSnapshot: (uri, version, source, settings) =>
          slowed(new Snapshot(uri, version, source, settings), async () => {
            begun.give();
            await mayGoOn.given;
          }),
      });
      await each.open(URI, FAULTY);
      await begun.given;
      await each.stop();
      client = undefined;
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
      mayGoOn.give();
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
      expect(unhandled).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});

/** A snapshot whose findings wait for something first. */
function slowed(snapshot: Snapshot, wait: () => Promise<void>): DraftSnapshot {
  return {
    uri: snapshot.uri,
    version: snapshot.version,
    source: snapshot.source,
    settings: snapshot.settings,
    get blocks() {
      return snapshot.blocks;
    },
    get report() {
      return snapshot.report;
    },
    get parsedOrInherited() {
      return snapshot.parsedOrInherited;
    },
    findings: async stop => {
      await wait();
      await stop.yieldIfNeeded();
      return snapshot.findings(stop);
    },
  };
}

function signal(): { readonly given: Promise<void>; give(): void } {
  let give = () => {};
  const given = new Promise<void>(resolve => {
    give = resolve;
  });
  return {
    given,
    give: () => {
      give();
    },
  };
}

function isRetrigger(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.code === LSPErrorCodes.ServerCancelled &&
    (error.data as { retriggerRequest?: unknown }).retriggerRequest === true
  );
}

describe('documents of other kinds', () => {
  test('the old side of a comparison gets its outline and no findings', async () => {
    const each = await start({ capabilities: FULL, settings: () => null });
    const uri = 'git:/drafts/2024.md?%7B%22ref%22%3A%22HEAD%22%7D';
    await each.open(uri, FAULTY);
    expect(await each.pull(uri)).toEqual({ kind: 'full', items: [] });
    expect((await each.symbols(uri)).map(symbol => symbol.name)).toEqual(['一、总体情况']);
    expect(await each.codeActions(uri, { start: { line: 2, character: 0 }, end: { line: 2, character: 5 } })).toEqual(
      [],
    );
  });

  test('the old side of a comparison is not published to either', async () => {
    const each = await start({ capabilities: {} });
    await each.open('gitfs:/drafts/2024.md', FAULTY);
    await each.open(URI, FAULTY);
    await each.until(() => each.published.find(params => params.uri === URI));
    expect(each.published.map(params => params.uri)).toEqual([URI]);
  });

  test.each(['untitled:Untitled-1', 'vscode-vfs://host/%E5%B9%B4%E6%8A%A5/2024.md'])('%s is checked', async uri => {
    const each = await start({ capabilities: FULL, settings: () => null });
    await each.open(uri, FAULTY);
    const report = await each.pull(uri);
    expect(report.kind === 'full' && own(report.items).length).toBe(1);
  });
});

test('after each analysis the status tells edition, year and numbers', async () => {
  const each = await start({
    capabilities: FULL,
    settings: () => null,
    initialization: { locale: 'en', initializationOptions: OUR_OPTIONS },
  });
  await each.open(URI, FAULTY);
  await each.pull(URI);
  const status = await each.until(() => each.statuses[0]);
  expect(status).toMatchObject({
    uri: URI,
    version: 1,
    edition: '2021',
    editionName: 'Annual report, 2021 format',
    reportYear: 2024,
    failedRules: [],
  });
  expect(status.warnings).toBeGreaterThanOrEqual(1);
});

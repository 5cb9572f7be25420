import { memoryHost } from '../support/memoryHost.ts';
import { afterEach, describe, expect, test } from 'vitest';
import type { DocumentSymbol, TextEdit } from 'vscode-languageserver/node';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { FULL, LanguageClient, OUR_OPTIONS, rangeOf } from '../support/languageClient.ts';
import type { ClientWorld } from '../support/languageClient.ts';

const URI = 'file:///drafts/2024.md';
const DRAFT = `# 临溪县2024年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》第五十条第一款第（一）项编制。

<!-- 年报检查 忽略 totals/none：试一试 -->

## 一、总体情况

正文。

## 二、主动公开政府信息情况

正文。

`;

let client: LanguageClient | undefined;
const start = async (world: Partial<ClientWorld> = {}) =>
  (client = await LanguageClient.start({ capabilities: FULL, settings: () => null, ...world }));

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe('a client that can do all', () => {
  test('gets the outline as a tree', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const symbols = await each.symbols(URI);
    expect(symbols.map(({ name }) => name)).toEqual(['一、总体情况', '二、主动公开政府信息情况']);
    expect((symbols[0] as DocumentSymbol).selectionRange).toEqual(rangeOf(DRAFT, '一、总体情况'));
  });

  test('gets folding ranges', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    expect(await each.folding(URI)).toContainEqual({ startLine: 6, endLine: 8 });
  });

  test('gets the meaning of a clause', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const clause = rangeOf(DRAFT, '第五十条第一款第（一）项');
    const hover = await each.hover(URI, { line: clause.start.line, character: clause.start.character + 3 });
    expect(hover?.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('第五十条') as unknown });
    expect(hover?.range?.start.line).toBe(clause.start.line);
    expect(await each.hover(URI, { line: 8, character: 1 })).toBeNull();
  });

  test('gets the next section from what is typed', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const end = { line: 14, character: 0 };
    await each.change(URI, 2, '## sdhcl', { start: end, end });
    const items = await each.complete(URI, { line: 14, character: 8 });
    const edit = items.find(({ label }) => label === '三、收到和处理政府信息公开申请情况')?.textEdit as TextEdit;
    expect(edit).toEqual({
      range: { start: end, end: { line: 14, character: 8 } },
      newText: '## 三、收到和处理政府信息公开申请情况',
    });
    expect(each.result.capabilities.completionProvider).toMatchObject({ triggerCharacters: ['请', '占', '比', '中'] });
    expect(each.result.capabilities.completionProvider).not.toHaveProperty('allCommitCharacters');
  });

  test('the time of the host decides the year of a new report', async () => {
    const each = await start({ host: memoryHost(new Map(), () => new Date(2031, 1, 3)) });
    const uri = 'file:///drafts/new.md';
    await each.open(uri, '');
    expect((await each.complete(uri, { line: 0, character: 0 }))[0]?.label).toContain('2030年');
    // What the user called the file comes before.
    await each.open(URI, '');
    expect((await each.complete(URI, { line: 0, character: 0 }))[0]?.label).toContain('2024年');
  });

  test('gets the fixes of a finding, and after the fix the finding is gone', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const diagnosticsOf = async () => {
      const report = await each.pull(URI);
      return report.kind === 'full' ? report.items : [];
    };
    const missing = (await diagnosticsOf()).filter(({ code }) => code === 'structure/missing-section');
    const [first] = missing;
    if (!first) throw new Error('nothing is missing');
    const [fix] = await each.codeActions(URI, first.range, { diagnostics: [first], only: ['quickfix'] });
    expect(fix?.diagnostics).toEqual([first]);
    const [change] = fix?.edit?.documentChanges ?? [];
    if (!change || !('edits' in change)) throw new Error('no edit of the document');
    expect(change.textDocument).toEqual({ uri: URI, version: 1 });
    for (const edit of change.edits) if ('newText' in edit) await each.change(URI, 2, edit.newText, edit.range);
    expect((await diagnosticsOf()).filter(({ code }) => code === 'structure/missing-section').length).toBe(
      missing.length - 1,
    );
  });
});

describe('a client with bare capabilities', () => {
  test('gets a list as outline, plain hovers, plain texts and plain edits', async () => {
    const each = await start({ capabilities: {} });
    await each.open(URI, DRAFT, 'markdown');
    expect((await each.symbols(URI))[0]).toMatchObject({ name: '一、总体情况', location: { uri: URI } });
    const clause = rangeOf(DRAFT, '第五十条第一款第（一）项');
    expect((await each.hover(URI, clause.start))?.contents).toMatchObject({ kind: 'plaintext' });
    const items = await each.complete(URI, { line: 14, character: 0 });
    expect(items.length).toBeGreaterThan(6);
    expect(items.every(item => item.insertTextFormat !== 2)).toBe(true);
    const actions = await each.codeActions(URI, { start: { line: 0, character: 0 }, end: { line: 14, character: 0 } });
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.every(action => action.edit?.documentChanges === undefined)).toBe(true);
  });

  test('asks about documents that are not open and gets nothing', async () => {
    const each = await start({ capabilities: {} });
    expect(await each.symbols('file:///nowhere.md')).toEqual([]);
    expect(await each.hover('file:///nowhere.md', { line: 0, character: 0 })).toBeNull();
    expect(await each.complete('file:///nowhere.md', { line: 0, character: 0 })).toEqual([]);
  });
});

describe('trouble', () => {
  test('a handler that throws is logged and answers null; the server goes on', async () => {
    let isBroken = true;
    const each = await start({
      createSnapshot: (uri, version, source, settings) => {
        if (isBroken) throw new Error('试验性错误');
        return new Snapshot(uri, version, source, settings);
      },
    });
    await each.open(URI, DRAFT);
    expect(await each.symbols(URI)).toEqual([]);
    await each.until(() => each.log.find(({ type, message }) => type === 1 && message.includes('试验性错误')));
    await expect(each.pull(URI)).rejects.toMatchObject({ data: { retriggerRequest: false } });
    isBroken = false;
    expect(await each.symbols(URI)).toHaveLength(2);
  });

  test('a rule that fails is logged once and named in the status', async () => {
    const each = await start({
      initialization: { initializationOptions: OUR_OPTIONS },
      createSnapshot: (uri, version, source, settings) => {
        const snapshot = new Snapshot(uri, version, source, settings);
        return {
          uri,
          version,
          source,
          settings,
          get blocks() {
            return snapshot.blocks;
          },
          get report() {
            return snapshot.report;
          },
          get parsedOrInherited() {
            return snapshot.parsedOrInherited;
          },
          findings: async stop => ({
            ...(await snapshot.findings(stop)),
            failures: [{ rule: 'totals/row-total', error: new Error('除以零') }],
          }),
        };
      },
    });
    await each.open(URI, DRAFT);
    await each.pull(URI);
    await each.change(URI, 2, '再写一句。\n', { start: { line: 8, character: 0 }, end: { line: 8, character: 0 } });
    await each.pull(URI);
    await each.until(() => each.statuses.find(({ version }) => version === 2));
    expect(each.statuses.map(({ failedRules }) => failedRules)).toEqual([['totals/row-total'], ['totals/row-total']]);
    expect(
      each.log.filter(({ message }) => message.includes('totals/row-total') && message.includes('除以零')),
    ).toHaveLength(1);
  });

  test.each([
    ['an empty draft', ''],
    ['blank lines', '\n\n\n'],
    ['a half-typed table', '| a | b\n|---'],
    ['unclosed HTML', '<table><tr><td>一<tr><td'],
    ['an unclosed comment', '# 2024年政府信息公开工作年度报告\n<!-- 年报检查'],
    ['signs that are no text', '\ufffd\ufffd\u0000\ud800一、总体情况'],
    ['one endless line', `一、总体情况${'本年度公开政府信息12条，'.repeat(400_000)}`],
  ])('%s is answered', async (_, text) => {
    const each = await start();
    await each.open(URI, text);
    expect((await each.pull(URI)).kind).toBe('full');
    await each.symbols(URI);
    await each.folding(URI);
    await each.complete(URI, { line: 0, character: 0 });
    await each.hover(URI, { line: 0, character: 0 });
    await each.codeActions(URI, { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } });
    expect(each.log.filter(({ type }) => type === 1)).toEqual([]);
  });

  test('positions outside the draft and changes of unknown documents do no harm', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    await each.change('file:///nowhere.md', 2, 'x');
    expect(await each.hover(URI, { line: 999, character: 999 })).toBeNull();
    expect(await each.complete(URI, { line: 999, character: 0 })).toBeInstanceOf(Array);
    expect(
      await each.codeActions(URI, { start: { line: 999, character: 0 }, end: { line: 0, character: 0 } }),
    ).toBeInstanceOf(Array);
  });
});

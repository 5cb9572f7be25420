import { afterEach, describe, expect, test } from 'vitest';
import {
  CodeLensRequest,
  DocumentHighlightRequest,
  InlayHintRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import type { SemanticTokens } from 'vscode-languageserver/node';
import { EQUATIONS_REQUEST, type EquationsParams, type EquationList } from '../../server/src/protocol/protocol.ts';
import { TABLE_FORM_EDIT_REQUEST, TABLE_FORM_REQUEST, type TableForm } from '../../server/src/protocol/tableForm.ts';
import { FULL, LanguageClient, rangeOf } from '../support/languageClient.ts';
import type { ClientWorld } from '../support/languageClient.ts';
import { sampleReport } from '../support/sample.ts';

const URI = 'file:///drafts/2024.md';
const DRAFT = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
const ALL = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const textDocument = { uri: URI };
const OURS = { initializationOptions: { commands: ['annualReport.showEquations'] } };

let client: LanguageClient | undefined;
const start = async (world: Partial<ClientWorld> = {}) =>
  (client = await LanguageClient.start({ capabilities: FULL, settings: () => null, initialization: OURS, ...world }));

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const hints = async (each: LanguageClient, uri = URI) =>
  ((await each.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range: ALL })) ?? []).map(
    ({ label }) => label,
  );

const withHints = (inlayHints: string) => ({ tables: { inlayHints } });

describe('inlay hints', () => {
  test('follow the setting of each folder', async () => {
    const each = await start({ settings: uri => withHints(uri.startsWith('file:///a/') ? 'off' : 'always') });
    await each.open('file:///a/2024.md', DRAFT);
    await each.open('file:///b/2024.md', DRAFT);
    expect(await hints(each, 'file:///a/2024.md')).toEqual([]);
    expect(await hints(each, 'file:///b/2024.md')).toEqual(expect.arrayContaining(['✓', '应为 120']));
  });

  test('are fetched again when the setting changes, and findings are not', async () => {
    let mode = 'broken';
    const each = await start({ settings: () => withHints(mode) });
    await each.open(URI, DRAFT);
    expect(await hints(each)).toEqual(['应为 120']);
    mode = 'off';
    await each.changeSettings(null);
    await each.until(() => each.displayRefreshes[0]);
    expect(await hints(each)).toEqual([]);
    expect(each.displayRefreshes).toEqual(['workspace/inlayHint/refresh']);
    expect(each.refreshes).toBe(0);
  });

  test('a setting that is not understood is named and the default stands', async () => {
    const each = await start({ settings: () => withHints('sometimes') });
    await each.open(URI, DRAFT);
    expect(await hints(each)).toEqual(['应为 120']);
    expect(each.log.filter(({ type, message }) => type === 2 && message.includes('tables.inlayHints'))).toHaveLength(1);
  });

  test('and lenses and tokens are fetched again when another edition is chosen', async () => {
    let edition = 'auto';
    const each = await start({ settings: () => ({ format: { edition } }) });
    await each.open(URI, DRAFT);
    await hints(each);
    edition = '2019';
    await each.changeSettings(null);
    await each.until(() => each.displayRefreshes[2]);
    expect([...each.displayRefreshes].sort()).toEqual([
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
      'workspace/semanticTokens/refresh',
    ]);
  });

  test('an older version beside a comparison has none', async () => {
    const each = await start({ settings: () => null });
    await each.open('git:/drafts/2024.md?HEAD', DRAFT);
    expect(await hints(each, 'git:/drafts/2024.md?HEAD')).toEqual([]);
  });
});

describe('lens and list', () => {
  const lenses = async (each: LanguageClient) =>
    (await each.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];

  test('the lens names the place with which the list is asked for', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    expect(each.result.capabilities.codeLensProvider).toBeDefined();
    const lens = (await lenses(each)).find(({ command }) => command?.title.includes('2 不平') === true);
    const [place] = (lens?.command?.arguments ?? []) as { uri: string; position: EquationsParams['position'] }[];
    expect(place?.uri).toBe(URI);
    const list = await each.connection.sendRequest<EquationList | null>(EQUATIONS_REQUEST, {
      textDocument,
      position: place?.position,
    });
    expect(list?.equations[0]).toMatchObject({ kind: 'broken', range: rangeOf(DRAFT, '121') });
    expect(
      await each.connection.sendRequest(EQUATIONS_REQUEST, { textDocument, position: { line: 0, character: 0 } }),
    ).toBeNull();
    expect(
      await each.connection.sendRequest(EQUATIONS_REQUEST, {
        textDocument: { uri: 'file:///nowhere.md' },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });

  test.each([
    ['no options', {}],
    ['options without commands', { initializationOptions: {} }],
    ['another command', { initializationOptions: { commands: ['x', 1] } }],
  ])('a client with %s gets no lens', async (_, initialization) => {
    const each = await start({ initialization });
    await each.open(URI, DRAFT);
    expect(each.result.capabilities).not.toHaveProperty('codeLensProvider');
    expect(await lenses(each)).toEqual([]);
  });
});

describe('table form', () => {
  const asked = { textDocument, version: 1, action: { kind: 'totals' } } as const;

  test('is answered for the current version, and plans edits for that version alone', async () => {
    const each = await start();
    await each.open(URI, DRAFT.replace('| 121 |', '|  |'));
    const form = await each.connection.sendRequest<TableForm | null>(TABLE_FORM_REQUEST, { textDocument });
    expect(form?.tables.map(({ id }) => id)).toEqual(['proactive', 'requests', 'reviewLitigation']);
    expect(form?.version).toBe(1);
    expect(await each.connection.sendRequest(TABLE_FORM_EDIT_REQUEST, asked)).toMatchObject({
      kind: 'edits',
      version: 1,
      edits: [{ newText: expect.stringContaining('120') }],
      refusals: [],
    });
    await each.change(URI, 2, ' ', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    expect(await each.connection.sendRequest(TABLE_FORM_EDIT_REQUEST, asked)).toEqual({ kind: 'moved' });
  });

  test('is refused to drafts that are not open, and to the old side of a comparison', async () => {
    const each = await start();
    await each.open('git:/drafts/2024.md?HEAD', DRAFT);
    for (const uri of ['file:///nowhere.md', 'git:/drafts/2024.md?HEAD'])
      for (const [method, params] of [
        [TABLE_FORM_REQUEST, {}],
        [TABLE_FORM_EDIT_REQUEST, asked],
      ] as const)
        expect(await each.connection.sendRequest(method, { ...params, textDocument: { uri } })).toBeNull();
  });
});

describe('semantic tokens', () => {
  const full = async (each: LanguageClient) =>
    (await each.connection.sendRequest(SemanticTokensRequest.type, { textDocument })) as SemanticTokens;

  test('the difference to a former answer leads to the new one', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const before = await full(each);
    await each.change(URI, 2, '1200', rangeOf(DRAFT, '121'));
    const delta = await each.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument,
      previousResultId: before.resultId ?? '',
    });
    if (!delta || !('edits' in delta)) throw new Error('no difference');
    const data = [...before.data];
    for (const { start: at, deleteCount, data: added } of delta.edits) data.splice(at, deleteCount, ...(added ?? []));
    expect(data).toEqual((await full(each)).data);
    expect(delta.edits[0]?.data?.length ?? 0).toBeLessThan(20);
  });

  test('nothing changed: no edit; an answer that is not known: all tokens', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const { resultId = '', data } = await full(each);
    expect(
      await each.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: resultId }),
    ).toMatchObject({ edits: [] });
    expect(
      await each.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: 'unknown' }),
    ).toMatchObject({ data });
    const part = await each.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range: rangeOf(DRAFT, '| 规章 |'),
    });
    expect(part?.data.slice(2)).toEqual([2, 0, 0].slice(0, 3));
  });
});

describe('selection and highlights', () => {
  test('come for each position', async () => {
    const each = await start();
    await each.open(URI, DRAFT);
    const { start: position } = rangeOf(DRAFT, '121');
    const selections = await each.connection.sendRequest(SelectionRangeRequest.type, {
      textDocument,
      positions: [position, { line: 0, character: 0 }],
    });
    expect(selections?.[0]?.range).toEqual(rangeOf(DRAFT, '121'));
    expect(selections).toHaveLength(2);
    expect(await each.connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position })).toHaveLength(
      7,
    );
  });
});

describe('a client with bare capabilities', () => {
  test('is offered none of it, and is answered all the same', async () => {
    const each = await start({ capabilities: {}, initialization: {} });
    for (const name of [
      'inlayHintProvider',
      'codeLensProvider',
      'semanticTokensProvider',
      'selectionRangeProvider',
      'documentHighlightProvider',
    ]) {
      expect(each.result.capabilities).not.toHaveProperty(name);
    }
    await each.open(URI, DRAFT);
    await each.changeSettings({ annualReport: withHints('off') });
    expect(await hints(each)).toEqual([]);
    expect(each.displayRefreshes).toEqual([]);
  });
});

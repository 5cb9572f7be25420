import { afterEach, describe, expect, test } from 'vitest';
import { CodeLensRequest, CompletionRequest, CompletionTriggerKind } from 'vscode-languageserver/node';
import type { CompletionItem } from 'vscode-languageserver/node';
import { TABLE_CELLS_REQUEST, type PlannedEdits, type TableCells } from '../../server/src/protocol/protocol.ts';
import { SENTENCES_REQUEST, TIDY_TABLE_REQUEST, type SentenceList } from '../../server/src/protocol/writing.ts';
import { FULL, LanguageClient, rangeOf } from '../support/languageClient.ts';
import { sampleReport } from '../support/sample.ts';

const URI = 'file:///drafts/2024.md';
const DRAFT = sampleReport('pipe');
const NOWHERE = 'file:///nowhere.md';
const OURS = {
  initializationOptions: { commands: ['annualReport.showEquations', 'annualReport.tidyTable'], cellKeys: true },
};

let client: LanguageClient | undefined;
async function start(draft: string, initialization: object = OURS): Promise<LanguageClient> {
  client = await LanguageClient.start({ capabilities: FULL, settings: () => null, initialization });
  await client.open(URI, draft);
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const ask = <R>(each: LanguageClient, method: string, of: string, uri = URI) =>
  each.connection.sendRequest<R | null>(method, { textDocument: { uri }, position: rangeOf(DRAFT, of).start });

describe('filling in', () => {
  test('the cells of the table at a place', async () => {
    const each = await start(DRAFT);
    const found = await ask<TableCells>(each, TABLE_CELLS_REQUEST, '1286');
    expect(found?.cells.find(({ text }) => text.start.line === rangeOf(DRAFT, '1286').start.line)?.isFigure).toBe(
      false,
    );
    expect(found?.cells.map(({ text }) => text)).toContainEqual(rangeOf(DRAFT, '1286'));
    expect(found?.rowsAreLines).toBe(true);
    expect(await ask(each, TABLE_CELLS_REQUEST, '一、总体情况')).toBeNull();
    expect(await ask(each, TABLE_CELLS_REQUEST, '1286', NOWHERE)).toBeNull();
  });

  test('the sentences of the draft', async () => {
    const each = await start(DRAFT);
    const inText = await ask<SentenceList>(each, SENTENCES_REQUEST, '海东县林业局认真');
    expect(inText?.isInTable).toBe(false);
    expect(inText?.sentences.map(({ kind }) => kind)).toEqual(['requests', 'proactive', 'cases']);
    expect((await ask<SentenceList>(each, SENTENCES_REQUEST, '1286'))?.isInTable).toBe(true);
    expect(await ask(each, SENTENCES_REQUEST, '1286', NOWHERE)).toBeNull();
  });

  test('a table of text: its lens, and the edits that tidy it', async () => {
    const draft = sampleReport('tabbed');
    const each = await start(draft);
    const lenses = await each.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } });
    const tidy = lenses?.filter(({ command }) => command?.command === 'annualReport.tidyTable') ?? [];
    expect(tidy).toHaveLength(3);
    const found = await each.connection.sendRequest<PlannedEdits | null>(TIDY_TABLE_REQUEST, {
      textDocument: { uri: URI },
      position: tidy[1]?.range.start,
    });
    expect(found?.edits).toHaveLength(1);
    expect(found?.edits[0]?.newText).toMatch(/^\|（本列数据的勾稽关系为/);
    expect(
      await each.connection.sendRequest(TIDY_TABLE_REQUEST, {
        textDocument: { uri: URI },
        position: { line: 0, character: 0 },
      }),
    ).toBeNull();
  });

  test('a client without the command gets no lens of it', async () => {
    const each = await start(sampleReport('tabbed'), {
      initializationOptions: { commands: ['annualReport.showEquations'] },
    });
    const lenses = await each.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: URI } });
    expect(lenses?.map(({ command }) => command?.command)).toEqual(Array(3).fill('annualReport.showEquations'));
  });
});

describe('completion asked for by a sign', () => {
  const BEGUN = DRAFT.replace('## 二、', '全年新收政府信息公开申请\n\n## 二、');
  const at = rangeOf(BEGUN, '新收政府信息公开申请').end;

  const complete = async (each: LanguageClient, position: typeof at, triggerCharacter: string) => {
    const answer = await each.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: URI },
      position,
      context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter },
    });
    return (Array.isArray(answer) ? answer : (answer?.items ?? [])) as CompletionItem[];
  };

  test('gives figures, and nothing where there are none', async () => {
    const each = await start(BEGUN);
    expect((await complete(each, at, '请')).map(({ label }) => label)).toEqual(['120件']);
    expect(await complete(each, rangeOf(BEGUN, '一、总体情况').end, '请')).toEqual([]);
    expect(await complete(each, { line: 1, character: 0 }, '中')).toEqual([]);
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  ShowMessageNotification,
} from 'vscode-languageserver/node';
import type { ClientCapabilities, Location, LocationLink } from 'vscode-languageserver/node';
import { editionById } from '../../server/src/format/index.ts';
import { FULL, LanguageClient, rangeOf } from '../support/languageClient.ts';
import { expandMacros } from '../support/macros.ts';

const URI = 'file:///drafts/2024.md';
const DRAFT = [
  '{{head 临溪县林业局 2024}}',
  '## 一、总体情况',
  '全年收到政府信息公开申请182件。',
  '{{parts 二}}',
  '## 三、收到和处理政府信息公开申请情况',
  '{{table3 newReceived: 151 31 0 0 0 0}}',
  '{{parts 四}}',
  '{{parts 五-六}}',
]
  .map(line => expandMacros(line, editionById('2021')))
  .join('\n\n');
const IN_TEXT = rangeOf(DRAFT, '182件');
const position = { line: IN_TEXT.start.line, character: IN_TEXT.start.character + 1 };
const CELL = (() => {
  const row = rangeOf(DRAFT, '| 182 |');
  return {
    start: { line: row.start.line, character: row.start.character + 2 },
    end: { line: row.start.line, character: row.start.character + 5 },
  };
})();

const ABLE: ClientCapabilities = {
  ...FULL,
  workspace: { ...FULL.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  textDocument: {
    ...FULL.textDocument,
    definition: { linkSupport: true },
    references: {},
    rename: { prepareSupport: true },
  },
};

let client: LanguageClient | undefined;
const start = async (capabilities: ClientCapabilities, language = 'zh-cn') => {
  client = await LanguageClient.start({ capabilities, settings: () => null, initialization: { locale: language } });
  await client.open(URI, DRAFT);
  return client;
};

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe('a figure of the text', () => {
  test('leads to its cell', async () => {
    const { connection } = await start(ABLE);
    const links = (await connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: URI },
      position,
    })) as LocationLink[];
    expect(links).toEqual([
      { originSelectionRange: IN_TEXT, targetUri: URI, targetRange: CELL, targetSelectionRange: CELL },
    ]);
    const places = await connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: URI },
      position,
      context: { includeDeclaration: true },
    });
    expect(places).toEqual([
      { uri: URI, range: CELL },
      { uri: URI, range: IN_TEXT },
    ]);
    expect(
      await connection.sendRequest(DocumentHighlightRequest.type, { textDocument: { uri: URI }, position }),
    ).toHaveLength(2);
  });

  test('leads there in a client without links', async () => {
    const { connection, result } = await start({});
    expect(await connection.sendRequest(DefinitionRequest.type, { textDocument: { uri: URI }, position })).toEqual([
      { uri: URI, range: CELL },
    ] satisfies Location[]);
    expect(result.capabilities.renameProvider).toBeUndefined();
  });

  test('is renamed everywhere after a preview', async () => {
    const { connection, result } = await start(ABLE);
    expect(result.capabilities.renameProvider).toEqual({ prepareProvider: true });
    expect(
      await connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri: URI }, position }),
    ).toMatchObject({ placeholder: '182' });
    const edit = await connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: URI },
      position,
      newName: '183',
    });
    expect(edit?.documentChanges).toMatchObject([
      { textDocument: { uri: URI, version: 1 }, edits: [{ newText: '183', range: CELL }, { newText: '183' }] },
    ]);
    expect(Object.values(edit?.changeAnnotations ?? {})[0]).toMatchObject({
      label: '182 改为 183（2 处）',
      needsConfirmation: true,
    });
  });

  test('is not renamed to what is no number; the reason is in the language of the user', async () => {
    const { connection } = await start(ABLE, 'en');
    await expect(
      connection.sendRequest(RenameRequest.type, { textDocument: { uri: URI }, position, newName: 'many' }),
    ).rejects.toThrow('is no number that can stand here');
  });

  test('tells a client without annotations what no longer adds up', async () => {
    const each = await start({ ...ABLE, workspace: { configuration: true } });
    const shown = new Promise<string>(resolve => {
      each.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
        resolve(message);
      });
    });
    const edit = await each.connection.sendRequest(RenameRequest.type, {
      textDocument: { uri: URI },
      position,
      newName: '183',
    });
    expect(edit?.changeAnnotations).toBeUndefined();
    expect(await shown).toContain('需要一并核对');
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from 'vscode-languageserver/node';
import type { TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FULL, LanguageClient, rangeOf } from '../support/languageClient.ts';

const URI = 'file:///drafts/2024.md';
const DRAFT = '# 临溪县2024年政府信息公开工作年度报告\n\n|项目|数量|\n|-|-|\n|“三安全”|3|\n|商业企业|12|\n';
const options = { tabSize: 4, insertSpaces: true };

let client: LanguageClient | undefined;
const start = async (settings: (uri: string) => unknown = () => null) =>
  (client = await LanguageClient.start({ capabilities: FULL, settings }));

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const apply = (edits: TextEdit[] | null) =>
  TextDocument.applyEdits(TextDocument.create(URI, '', 1, DRAFT), edits ?? []);

describe('formatting', () => {
  test('of a document and of a range is offered and aligns tables', async () => {
    const each = await start();
    expect(each.result.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    });
    await each.open(URI, DRAFT);
    const document = apply(
      await each.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: URI }, options }),
    );
    expect(document.split('\n').slice(2)).toEqual([
      '| 项目       | 数量 |',
      '| ---------- | ---- |',
      '| “三安全” | 3    |',
      '| 商业企业   | 12   |',
      '',
    ]);
    const range = apply(
      await each.connection.sendRequest(DocumentRangeFormattingRequest.type, {
        textDocument: { uri: URI },
        range: rangeOf(DRAFT, '商业企业'),
        options,
      }),
    );
    expect(range).toBe(DRAFT.replace('|商业企业|12|', '| 商业企业   | 12   |'));
  });

  test('takes the width of ambiguous signs from the draft’s settings', async () => {
    const each = await start(() => ({ tables: { ambiguousWidth: 'narrow' } }));
    await each.open(URI, DRAFT);
    const text = apply(
      await each.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: URI }, options }),
    );
    expect(text.split('\n')[4]).toBe('| “三安全” | 3    |');
    expect(text.split('\n')[5]).toBe('| 商业企业 | 12   |');
  });

  test('complains of a width that it does not know', async () => {
    const each = await start(() => ({ tables: { ambiguousWidth: 'huge' } }));
    await each.open(URI, DRAFT);
    await each.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: URI }, options });
    await each.until(() => each.log.find(({ message }) => message.includes('tables.ambiguousWidth')));
  });

  test('leaves the older state of a draft and drafts that are not open alone', async () => {
    const each = await start();
    await each.open(`git:${URI}`, DRAFT);
    for (const uri of [`git:${URI}`, 'file:///nowhere.md']) {
      expect(
        await each.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options }),
      ).toBeNull();
    }
  });
});

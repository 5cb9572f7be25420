import { afterEach, expect, test } from 'vitest';
import { editionById } from '../../server/src/format/index.ts';
import { PASTED_TABLE_REQUEST, type PastedTableParams, type PastedTable } from '../../server/src/protocol/writing.ts';
import { writeTable } from '../../server/src/model/writing/write.ts';
import { fromWps } from '../support/clipboards.ts';
import { FULL, LanguageClient } from '../support/languageClient.ts';

const REVIEW = editionById('2021').tables.find(({ id }) => id === 't4.review_litigation')!;
const figure = (row: string, column: string) =>
  row === 'review' && (column === 'upheld' || column === 'total') ? '3' : '0';
const html = fromWps(REVIEW, figure).replace(
  '</tr></table>',
  '</tr><tr><td colspan="15">其中：上级交办</td><td>2</td></tr></table>',
);
const DRAFT = '# 海东县林业局2024年政府信息公开工作年度报告\n\n';
const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };

let client: LanguageClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test('a copied table comes back as a standard table; what it has no place for stands in a comment only where comments are not published', async () => {
  client = await LanguageClient.start({ capabilities: FULL, settings: () => null });
  const ask = async (uri: string) => {
    await client!.open(uri, DRAFT);
    const params: PastedTableParams = { textDocument: { uri }, range, html };
    return await client!.connection.sendRequest<PastedTable | null>(PASTED_TABLE_REQUEST, params);
  };
  const standard = writeTable(REVIEW, 'pipe', figure, { alignment: 'withFigures' });
  const markdown = await ask('file:///drafts/2024.md');
  expect(markdown).toMatchObject({ title: REVIEW.title, range });
  expect(markdown?.text.startsWith(`${standard}\n\n<!-- `)).toBe(true);
  expect(markdown?.notPlaced.join()).toContain('上级交办');
  const plain = await ask('file:///drafts/2024.txt');
  expect(plain?.text.startsWith(standard)).toBe(true);
  expect(plain?.text).toContain('上级交办');
  expect(plain?.text).not.toContain('<!--');
});

test('nothing comes back for a document that is not open, or a clipboard without a table', async () => {
  client = await LanguageClient.start({ capabilities: FULL, settings: () => null });
  const ask = async (params: PastedTableParams) =>
    await client!.connection.sendRequest<PastedTable | null>(PASTED_TABLE_REQUEST, params);
  expect(await ask({ textDocument: { uri: 'file:///nowhere.md' }, range, html })).toBeNull();
  await client.open('file:///drafts/2024.md', DRAFT);
  expect(
    await ask({ textDocument: { uri: 'file:///drafts/2024.md' }, range, text: '主动公开\n依申请公开' }),
  ).toBeNull();
});

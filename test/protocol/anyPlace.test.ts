import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { damagedDraft, placeShare } from '../fuzz/generators.ts';
import { FULL, LanguageClient } from '../support/languageClient.ts';

const SEED = 20240115;

describe('any request at any place of any draft', () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start({
      capabilities: FULL,
      settings: () => null,
      configurationFile: () => null,
      initialization: { initializationOptions: { statuteDocuments: true, commands: ['annualReport.showEquations'] } },
    });
  });
  afterAll(async () => {
    await client.stop();
  });

  it('is answered without an error, and nothing is logged', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(damagedDraft, placeShare, placeShare, async (text, a, b) => {
        const uri = `file:///w/${String(n++)}.md`;
        const textDocument = { uri };
        const lines = text.split(/\r\n|\r|\n/);
        const line = Math.floor(a * (lines.length + 1));
        const position = { line, character: Math.floor(b * ((lines[line]?.length ?? 0) + 2)) };
        const range = { start: position, end: { line: line + 1, character: 0 } };
        await client.open(uri, text);
        const ask = (method: string, params: object) =>
          client.connection.sendRequest(`textDocument/${method}`, { textDocument, ...params });
        await Promise.all([
          ask('diagnostic', {}),
          ask('hover', { position }),
          ask('completion', { position }),
          ask('definition', { position }),
          ask('references', { position, context: { includeDeclaration: true } }),
          ask('documentHighlight', { position }),
          ask('prepareRename', { position }),
          ask('codeAction', { range, context: { diagnostics: [] } }),
          ask('formatting', { options: { tabSize: 2, insertSpaces: true } }),
          ask('rangeFormatting', { range, options: { tabSize: 2, insertSpaces: true } }),
          ask('inlayHint', { range }),
          ask('codeLens', {}),
          ask('semanticTokens/full', {}),
          ask('semanticTokens/range', { range }),
          ask('foldingRange', {}),
          ask('documentSymbol', {}),
          ask('selectionRange', { positions: [position] }),
          ask('documentLink', {}),
          client.connection.sendRequest('workspace/symbol', { query: text.slice(0, 3) }),
        ]);
        await client.close(uri);
      }),
      { seed: SEED, endOnFailure: true, numRuns: 25 },
    );
    expect(client.log).toEqual([]);
  }, 120_000);
});

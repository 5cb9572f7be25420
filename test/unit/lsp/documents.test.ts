import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../server/src/analysis/snapshot.ts';
import { Documents } from '../../../server/src/lsp/documents.ts';

const A = 'file:///a/2024.md';
const B = 'file:///b/2024.md';

function documentsWith(settingsFor: (uri: string) => Promise<Settings>): Documents {
  const documents = new Documents({
    createSnapshot: (uri, version, source, settings) => new Snapshot(uri, version, source, settings),
    settingsFor,
    judge: (_, findings) => findings,
    onAnalysed: () => {},
  });
  for (const uri of [A, B]) documents.open({ uri, languageId: 'markdown', version: 1, text: '# 甲\n' });
  return documents;
}

describe('settings that could not be had', () => {
  test('bind no draft for ever, and no other draft at all', async () => {
    let isBroken = true;
    const documents = documentsWith(async uri => {
      if (isBroken && uri === A) throw new RangeError('Maximum call stack size exceeded');
      return { ...DEFAULT_SETTINGS };
    });
    await expect(documents.current(A)).rejects.toThrow();
    expect((await documents.current(B))?.version).toBe(1);
    expect(await documents.rereadSettings()).toEqual([]);
    isBroken = false;
    expect(await documents.rereadSettings()).toEqual([A]);
    expect((await documents.currentFindings(A))?.snapshot.version).toBe(1);
    expect(await documents.rereadSettings()).toEqual([]);
    isBroken = true;
    expect(await documents.rereadSettings()).toEqual([]);
    expect((await documents.currentFindings(B))?.snapshot.uri).toBe(B);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIMITS } from '../../../server/src/text/limits.ts';

const ROOT = join(import.meta.dirname, '../../..');

// Plain JavaScript, since scripts run without a build: imported without types.
const { limitsTable } = (await import(new URL('../../../scripts/generate/limits.mjs', import.meta.url).href)) as {
  limitsTable: (sources: {
    load: (path: string) => Promise<unknown>;
    read: (path: string) => string;
  }) => Promise<readonly { readonly path: string; readonly text: string }[]>;
};
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const tableOf = (limits: object) => limitsTable({ load: async () => ({ LIMITS: limits }), read });

test('docs/limits.md is written from the limits', async () => {
  expect(await tableOf(LIMITS)).toEqual([{ path: 'docs/limits.md', text: read('docs/limits.md') }]);
});

test('every limit has a row, and every row a limit', async () => {
  await expect(tableOf({ ...LIMITS, newLimit: 1, another: 2 })).rejects.toThrow('newLimit, another');
  const others = Object.fromEntries(Object.entries(LIMITS).filter(([name]) => name !== 'answerMs'));
  await expect(tableOf(others)).rejects.toThrow('answerMs');
});

import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { WordEntry } from '../../../server/src/format/meanings.ts';
import { changed, reportAround, sentence, textOf } from '../../support/proseSentences.ts';
import { isEverythingTried } from '../../support/all.ts';

// A word that is missing from the vocabulary makes a reading unknown and never another one: with a third of the words
// gone, right sentences stay without findings, and what other words, tables and the form of a list tell is still seen.

const WORDS_FILE = '../../../server/src/format/data/words.ts';
const DROPPED = 1 / 3;
const SEEDS = isEverythingTried ? [1, 2, 3] : [1];
const SENTENCES = 100;
/** Of the right sentences, at most so many bring an error or a warning. */
const FALSE = 0.03;
/** Of the sentences with a figure that is wrong, at least so many are found. */
const FOUND = 0.55;

/** The entries without some of their words, always the same ones for a seed. */
function thinned(entries: readonly WordEntry[], seed: number): readonly WordEntry[] {
  let state = seed * 7_919;
  const isKept = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 >= DROPPED;
  };
  return entries.map(entry => ({ ...entry, words: entry.words.split(' ').filter(isKept).join(' ') }));
}

async function checkerWithout(seed: number) {
  vi.resetModules();
  vi.doMock(WORDS_FILE, async original => {
    const { WORDS } = await original<{ WORDS: readonly WordEntry[] }>();
    return { WORDS: thinned(WORDS, seed) };
  });
  const { findingsOf } = await import('../../support/fixture.ts');
  return findingsOf;
}

afterAll(() => {
  vi.doUnmock(WORDS_FILE);
  vi.resetModules();
});

describe('with a third of the words dropped', () => {
  test.each(SEEDS)(
    '(seed %d) right sentences stay right, most wrong ones are found',
    async seed => {
      const findingsOf = await checkerWithout(seed);
      const alarms: string[] = [];
      let [of, found] = [0, 0];
      for (const { sentence: right, pick, by } of fc.sample(sentence, { numRuns: SENTENCES, seed })) {
        const before = await findingsOf(reportAround(right, textOf(right)));
        if (before.some(({ severity }) => severity === 'error' || severity === 'warning')) alarms.push(textOf(right));
        const wrong = changed(right, pick, by);
        if (!wrong) continue;
        of++;
        const after = await findingsOf(reportAround(wrong, textOf(wrong)));
        if (after.length > before.length) found++;
      }
      console.log(`seed ${String(seed)}: ${String(alarms.length)} alarms, ${String(found)} of ${String(of)} found`);
      expect(alarms.slice(SENTENCES * FALSE)).toEqual([]);
      expect(found / of).toBeGreaterThanOrEqual(FOUND);
    },
    120_000,
  );
});

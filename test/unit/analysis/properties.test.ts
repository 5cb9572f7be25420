import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../server/src/model/vocabulary.ts';
import { parse } from '../../../server/src/syntax/readBlocks.ts';
import { reparse } from '../../../server/src/syntax/reparse.ts';
import { ASKING, FIXING, NOTHING_TRIED, READING, REREADING, type Claim } from '../../fuzz/properties.ts';
import { sampleReport } from '../../support/sample.ts';

/** Named by a failure; `npm run fuzz -- --seed …` tries others for longer. */
const SEED = 20240115;

/** The beginning of what a long run tries. */
async function holds({ property }: Claim, numRuns: number): Promise<void> {
  await fc.assert(property({ ...NOTHING_TRIED }), { seed: SEED, endOnFailure: true, numRuns });
}

describe('whatever a draft holds and whatever is done to it', () => {
  it.each(REREADING.map(claim => [claim.name, claim] as const))(
    '%s',
    async (_, claim) => {
      await holds(claim, 15);
    },
    120_000,
  );
  it.each(READING.map(claim => [claim.name, claim] as const))(
    '%s',
    async (_, claim) => {
      await holds(claim, 150);
    },
    120_000,
  );
  it(
    ASKING.name,
    async () => {
      await holds(ASKING, 120);
    },
    120_000,
  );
  it(
    FIXING.name,
    async () => {
      await holds(FIXING, 50);
    },
    120_000,
  );
});

describe('reading again after an edit', () => {
  it('keeps the blocks that the edit did not touch', () => {
    const text = sampleReport('pipe');
    const before = parse(text, VOCABULARY);
    const at = text.indexOf('| 86 |') + 2;
    const after = reparse(before, `${text.slice(0, at)}9${text.slice(at)}`, VOCABULARY);
    const old = new Set(before.blocks.map(({ block }) => block));
    const fresh = after.blocks.filter(({ block }) => !old.has(block));
    expect(fresh.some(({ block }) => block.kind === 'table')).toBe(true);
    expect(after.blocks.length - fresh.length).toBeGreaterThan(5);
  });
});

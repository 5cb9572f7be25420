import fc from 'fast-check';
import { describe, it } from 'vitest';
import { ASKING, FIXING, NOTHING_TRIED, READING, REREADING, SILENCING, type Claim } from '../../fuzz/properties.ts';

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
      await holds(claim, 50);
    },
    120_000,
  );
  it(
    ASKING.name,
    async () => {
      await holds(ASKING, 40);
    },
    120_000,
  );
  it(
    FIXING.name,
    async () => {
      await holds(FIXING, 30);
    },
    120_000,
  );
  it(
    SILENCING.name,
    async () => {
      await holds(SILENCING, 30);
    },
    120_000,
  );
});

import fc from 'fast-check';
import { CLAIMS, NOTHING_TRIED, type Claim, type Counts } from './properties.ts';

/** What one process is to try. */
export interface Task {
  readonly seed: number;
  readonly seconds: number;
  /** Edits after which it may end before the time is over. */
  readonly edits: number;
  /** Part of the names of the mentions to try; empty: all. */
  readonly only: string;
}

export interface Failure {
  readonly claim: string;
  readonly seed: number;
  readonly path: string | null;
  readonly error: string;
}

export interface Outcome {
  readonly counts: Counts;
  readonly failures: readonly Failure[];
}

/** A counterexample is made smaller for so long. */
const SHRINKING_MS = 30_000;

/**
 * Tries all mentions by turns until the edits are done or the time is over, and tells after each turn how far it is. A
 * claim that failed is not tried again.
 */
export async function fuzz(
  { seed, seconds, edits, only }: Task,
  tell: (outcome: Outcome) => void = () => {},
): Promise<Outcome> {
  const counts: Counts = { ...NOTHING_TRIED };
  const failures: Failure[] = [];
  const end = Date.now() + seconds * 1000;
  let mentions = CLAIMS.filter(({ name }) => name.includes(only));
  for (let round = 0; mentions.length > 0 && counts.edits < edits && Date.now() < end; round++) {
    for (const claim of mentions) {
      const failure = await chunk(claim, counts, seed + round, Math.max(1_000, end - Date.now()));
      if (!failure) continue;
      failures.push(failure);
      mentions = mentions.filter(each => each !== claim);
    }
    tell({ counts, failures });
  }
  return { counts, failures };
}

async function chunk(claim: Claim, counts: Counts, seed: number, left: number): Promise<Failure | undefined> {
  const details = await fc.check(limited(claim.property(counts)), {
    seed,
    numRuns: claim.runs,
    interruptAfterTimeLimit: left,
  });
  if (!details.failed || details.counterexample === null) return undefined;
  const error =
    details.errorInstance instanceof Error
      ? [
          details.errorInstance.stack,
          details.errorInstance.cause instanceof Error ? details.errorInstance.cause.stack : '',
        ].join('\n')
      : String(details.errorInstance);
  return { claim: claim.name, seed, path: details.counterexamplePath, error };
}

/** A property that counts as held once a failure was made smaller for long enough. */
function limited(property: fc.IAsyncProperty<unknown[]>): fc.IAsyncProperty<unknown[]> {
  let failedAt: number | undefined;
  const run = property.run.bind(property);
  property.run = async value => {
    if (failedAt !== undefined && Date.now() - failedAt > SHRINKING_MS) return null;
    const failure = await run(value);
    if (failure !== null) failedAt ??= Date.now();
    return failure;
  };
  return property;
}

// Started as a process of its own: the task comes in, and what was tried so far goes out after each turn.
if (process.send) {
  process.on('message', (task: Task) => {
    void fuzz(task, outcome => process.send?.(outcome)).then(outcome =>
      process.send?.(outcome, () => {
        process.exit(0);
      }),
    );
  });
}

// What journeys use of Mocha's interface `tdd`, in a worker: Mocha's own file for browsers wants a document.

/** How one journey ended. */
export interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly elapsedMs: number;
  /** What it failed with, or what its first try failed with where the second passed. */
  readonly error?: string;
}

interface Running {
  timeout(ms: number): void;
  skip(): never;
}

type Step = (this: Running) => unknown;

interface Journey {
  readonly title: string;
  readonly body: Step;
  readonly suite: Suite;
}

interface Suite {
  readonly title: string;
  readonly before: Step[];
  readonly beforeEach: Step[];
  readonly afterEach: Step[];
  readonly after: Step[];
}

const TIMEOUT_MS = 45_000;
const SKIPPED = new Error('skipped');

const newSuite = (title: string): Suite => ({ title, before: [], beforeEach: [], afterEach: [], after: [] });

const journeys: Journey[] = [];
let current = newSuite('');

const suite = Object.assign(
  (title: string, define: () => void): void => {
    current = newSuite(title);
    define();
  },
  { skip: (): void => undefined },
);

Object.assign(globalThis, {
  suite,
  test: (title: string, body: Step) => journeys.push({ title, body, suite: current }),
  suiteSetup: (step: Step) => current.before.push(step),
  setup: (step: Step) => current.beforeEach.push(step),
  teardown: (step: Step) => current.afterEach.push(step),
  suiteTeardown: (step: Step) => current.after.push(step),
});

/** Runs a step; rejects with what it throws, or when it takes too long. */
async function runStep(step: Step): Promise<void> {
  let end: (error: Error) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      end(new Error(`${String(ms)} ms`));
    }, ms);
  };
  const late = new Promise<never>((_, reject) => {
    end = reject;
  });
  limit(TIMEOUT_MS);
  try {
    const running: Running = {
      timeout: limit,
      skip: () => {
        throw SKIPPED;
      },
    };
    await Promise.race([Promise.resolve().then(() => step.call(running)), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a journey with what stands before and behind it. */
async function runOnce({ body, suite: { beforeEach, afterEach } }: Journey): Promise<Error | undefined> {
  let error: Error | undefined;
  const note = (thrown: unknown) => {
    error ??= thrown instanceof Error ? thrown : new Error(String(thrown));
  };
  await Promise.resolve()
    .then(async () => {
      for (const step of beforeEach) await runStep(step);
      await runStep(body);
    })
    .catch(note);
  for (const step of afterEach) await runStep(step).catch(note);
  return error;
}

/** Runs the journeys whose titles fit `wanted` and not `unwanted`, a failed one twice; `tell` hears how each ended. */
export async function runJourneys(
  { wanted, unwanted }: { readonly wanted?: RegExp | undefined; readonly unwanted?: RegExp | undefined },
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const titleOf = (journey: Journey) => `${journey.suite.title} › ${journey.title}`;
  const chosen = journeys.filter(
    each => wanted?.test(titleOf(each)) !== false && unwanted?.test(titleOf(each)) !== true,
  );
  for (const [i, journey] of chosen.entries()) {
    const { suite: own } = journey;
    const title = titleOf(journey);
    const began = Date.now();
    const end = (state: Outcome['state'], error?: Error) => {
      const elapsedMs = Date.now() - began;
      tell({ title, state, elapsedMs, ...(error ? { error: error.stack ?? error.message } : {}) });
    };
    if (chosen[i - 1]?.suite !== own) for (const step of own.before) await runStep(step);
    const first = await runOnce(journey);
    if (first === SKIPPED) end('skipped');
    else {
      // A window that was busy with something of its own gets a second try, which the log tells of.
      const second = first && (await runOnce(journey));
      if (second) end('failed', second);
      else end('passed', first);
    }
    if (chosen[i + 1]?.suite !== own) for (const step of own.after) await runStep(step).catch(() => undefined);
  }
}

import { availableParallelism } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { examine, failed, type Draft, type ExamineOptions, type Outcome } from './examine.ts';
import { sizeOf } from './files.ts';
import { keepHeapSmall } from '../hosts/engine.ts';

/**
 * Bytes of drafts for each thread that make up for loading and compiling the program in one more, even if there are
 * only two processors.
 */
const WORTH_A_THREAD = 2_000_000;
/** Beyond this many, the first thread has more to print than the others spare. */
const MOST_THREADS = 16;
/** Outcomes that a worker sends at once. */
const BATCH = 16;

/**
 * From so many drafts on it counts that the heaps of several threads stay small: for 1,000 reports a fifth of the
 * memory, and no time.
 */
const MANY_DRAFTS = 100;

/** Data of a worker. */
interface Task {
  readonly drafts: readonly Draft[];
  readonly options: ExamineOptions;
  /**
   * Shared by all threads. The first number says how many drafts are taken, and whoever adds one has taken the next;
   * behind it stands for each thread the one it is at, counted from one, or 0.
   */
  readonly taken: Int32Array;
  /** Which of those numbers is the worker's. */
  readonly own: number;
}

type Batch = readonly (readonly [number, Outcome])[];

/** How many threads are worth while for some drafts, or as many as are wanted. */
export function threadsFor(drafts: readonly Draft[], wanted?: number): number {
  const most = Math.min(wanted ?? availableParallelism(), MOST_THREADS, drafts.length);
  if (wanted !== undefined) return Math.max(1, most);
  let threads = 1;
  for (let i = 0, bytes = 0; i < drafts.length && threads < most; i++) {
    bytes += sizeOf(drafts[i]?.path ?? '');
    threads = Math.min(most, Math.max(1, Math.floor(bytes / WORTH_A_THREAD)));
  }
  return threads;
}

/** Takes the outcome of the draft at a place of the list, in the order of the list. */
export type TakeOutcome = (at: number, outcome: Outcome) => void | Promise<void>;

/** Drafts that are examined; `stop` lets those be finished that are begun. */
export interface Examination {
  /** How many outcomes were given. */
  readonly done: Promise<number>;
  stop(): void;
}

/**
 * Examines drafts in several threads, this one included; outcomes are given in the order of the drafts, as soon as all
 * before them are there. `program` is what a worker runs, and leads to {@link work}. The draft at which a worker dies
 * has failed; the others are left to the rest.
 */
export function examineAll(
  drafts: readonly Draft[],
  options: ExamineOptions,
  threads: number,
  program: string,
  take: TakeOutcome,
): Examination {
  if (drafts.length >= MANY_DRAFTS) keepHeapSmall();
  const taken = new Int32Array(new SharedArrayBuffer((1 + threads) * Int32Array.BYTES_PER_ELEMENT));
  const run = new Run(drafts, options, taken, take);
  let isStopped = false;
  return {
    done: run.all(threads, program, () => isStopped),
    stop() {
      isStopped = true;
      Atomics.store(taken, 0, drafts.length);
    },
  };
}

class Run {
  private readonly outcomes = new Map<number, Outcome>();
  private given = 0;
  private giving: Promise<void> = Promise.resolve();

  constructor(
    private readonly drafts: readonly Draft[],
    private readonly options: ExamineOptions,
    private readonly taken: Int32Array,
    private readonly take: TakeOutcome,
  ) {}

  async all(threads: number, program: string, isStopped: () => boolean): Promise<number> {
    const { drafts, options, taken } = this;
    const helpers: Promise<void>[] = [];
    const add = (at: number, outcome: Outcome) => this.add(at, outcome);
    for (let own = 2; own <= threads; own++) helpers.push(helper(program, { drafts, options, taken, own }, add));
    await examineTaken({ drafts, options, taken, own: 1 }, add);
    await Promise.all(helpers);
    // What a worker that died had not sent yet is examined here.
    for (const [at, draft] of drafts.entries())
      if (at >= this.given && !this.outcomes.has(at) && !isStopped()) await add(at, await examine(draft, options));
    await this.giving;
    // Those behind one that was not reached.
    for (const [at, outcome] of [...this.outcomes].sort(([a], [b]) => a - b)) await this.take(at, outcome);
    return this.given + this.outcomes.size;
  }

  /** Gives what is next, one after the other; done when the taker has taken it. */
  private add(at: number, outcome: Outcome): Promise<void> {
    this.outcomes.set(at, outcome);
    this.giving = this.giving.then(async () => {
      for (let next = this.outcomes.get(this.given); next; next = this.outcomes.get(this.given)) {
        this.outcomes.delete(this.given);
        await this.take(this.given++, next);
      }
    });
    return this.giving;
  }
}

/** Starts a worker, whose outcomes are put among the others; done when it has ended, in whatever way. */
function helper(program: string, task: Task, add: (at: number, outcome: Outcome) => Promise<void>): Promise<void> {
  return new Promise(done => {
    let worker: Worker;
    try {
      // A draft that this thread could check must not be too much for another.
      worker = new Worker(program, {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: Math.ceil(getHeapStatistics().heap_size_limit / 1024 / 1024) },
      });
    } catch {
      // There are no more threads to be had.
      done();
      return;
    }
    let reason: unknown;
    worker.on('message', (batch: Batch) => {
      for (const [at, outcome] of batch) void add(at, outcome);
    });
    worker.on('error', error => {
      reason = error;
    });
    worker.on('exit', code => {
      const at = (task.taken[task.own] ?? 0) - 1;
      if (at >= 0) void add(at, failed(reason ?? new Error(`worker ended with ${String(code)}`)));
      done();
    });
  });
}

/** Whether this thread was started as a worker by {@link examineAll}. */
export function isWorker(): boolean {
  return !isMainThread && typeof workerData === 'object' && workerData !== null && 'taken' in workerData;
}

/** What a worker does. */
export async function work(): Promise<void> {
  let batch: [number, Outcome][] = [];
  await examineTaken(workerData as Task, (at, outcome) => {
    batch.push([at, outcome]);
    if (batch.length < BATCH) return;
    parentPort?.postMessage(batch);
    batch = [];
  });
  parentPort?.postMessage(batch);
}

/** Takes draft after draft until none is left. */
async function examineTaken(
  { drafts, options, taken, own }: Task,
  give: (at: number, outcome: Outcome) => void | Promise<void>,
): Promise<void> {
  for (;;) {
    const at = Atomics.add(taken, 0, 1);
    const draft = drafts[at];
    if (!draft) return;
    Atomics.store(taken, own, at + 1);
    await give(at, await examine(draft, options));
    Atomics.store(taken, own, 0);
    // So that signals and what other threads send are seen between two drafts.
    await new Promise(setImmediate);
  }
}

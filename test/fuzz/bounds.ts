import { DEFAULT_SETTINGS } from '../../server/src/analysis/files/settings.ts';
import { runRules } from '../../server/src/analysis/engine.ts';
import { Snapshot } from '../../server/src/analysis/snapshot.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { Source } from '../../server/src/text/source.ts';

/** How long one draft took, in milliseconds of processor time: what else the machine does counts little. */
export interface Timing {
  readonly total: number;
  /** The slowest step: parse, bind or a rule. */
  readonly slowest: string;
  readonly findings: number;
}

/** Reads and checks a draft from the beginning. Throws where a rule fails. */
export async function timed(text: string): Promise<Timing> {
  // What the drafts before left behind is not this one's.
  globalThis.gc?.();
  const snapshot = new Snapshot('file:///draft.md', 1, new Source(text), DEFAULT_SETTINGS);
  const steps: [string, number][] = [];
  const start = processorTime();
  let last = start;
  const step = (name: string) => {
    const now = processorTime();
    steps.push([name, now - last]);
    last = now;
  };
  void snapshot.blocks;
  step('parse');
  void snapshot.report;
  step('bind');
  // The engine makes room before each rule: there the clock is read.
  let next = 0;
  const { findings, failures } = await runRules(snapshot.report, DEFAULT_SETTINGS, {
    yieldIfNeeded: async () => {
      step(RULES[next - 1]?.id ?? 'rules');
      next++;
    },
  });
  step('findings');
  const [failure] = failures;
  if (failure) throw new Error(`rule ${failure.rule} failed`, { cause: failure.error });
  const [name = '', took = 0] = [...steps].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { total: last - start, slowest: `${name} ${took.toFixed(0)} ms`, findings: findings.length };
}

/** Median of three; a long one is not repeated. */
export async function typical(text: string): Promise<Timing> {
  const first = await timed(text);
  if (first.total > 2_000) return first;
  const timings = [first, await timed(text), await timed(text)].sort((a, b) => a.total - b.total);
  return timings[1] ?? first;
}

/** Milliseconds of processor time so far. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

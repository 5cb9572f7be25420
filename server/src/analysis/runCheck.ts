import type { MessageValues } from '../messages/arguments.ts';
import type { Finding } from '../rules/support/rule.ts';
import { LIMITS } from '../text/limits.ts';
import type { Span } from '../text/span.ts';
import { Cancelled, type Scheduler } from './scheduler.ts';

/** What one check found, and why it failed if it did. */
export interface CheckRun {
  readonly findings: readonly Finding[];
  readonly error?: unknown;
}

/** What one rule has used up in one run over a draft. A rule that used too much is not run on the rest of it. */
export class RuleBudget {
  workMs = 0;
  count = 0;
  /** Set once the rule is stopped: nothing that it found in the run is shown. */
  stopped: Error | undefined;

  /** `length`: of the draft. */
  constructor(private readonly length: number) {}

  /** A stretch longer than half of the budget counts as that: a computer may have slept in it. */
  spend(ms: number, findings: number): void {
    this.workMs += Math.min(ms, LIMITS.ruleWorkMs / 2);
    this.count += findings;
    if (this.workMs >= LIMITS.ruleWorkMs)
      this.stopped ??= new Error(`stopped after ${String(Math.round(this.workMs))} ms`);
    if (this.count > this.length + LIMITS.spareFindings)
      this.stopped ??= new Error(`stopped after ${String(this.count)} findings`);
  }
}

/** When the work of a check began. One look at it ends a check and begins the next, as looking takes its time. */
export class WorkClock {
  since = performance.now();

  /** Milliseconds since the last look. */
  restart(): number {
    const before = this.since;
    this.since = performance.now();
    return this.since - before;
  }
}

/**
 * Runs one check, whatever it does as long as it gives control back: where it throws, what it found before stands; what
 * lies outside of `length` or is no finding is left out; one that does not come to an end is stopped and has found
 * nothing. Throws nothing.
 */
export function runCheck<C>(
  run: (check: C) => Iterable<Finding>,
  check: C,
  length: number,
  budget: RuleBudget,
  clock: WorkClock,
): CheckRun {
  const { since } = clock;
  // Most checks find nothing in most of what they look at, and a long draft has tens of thousands of such pairs.
  let collected: Collected | undefined;
  try {
    for (const finding of run(check)) if (!(collected ??= new Collected(length, budget, since)).take(finding)) break;
  } catch (error) {
    clock.restart();
    return (collected ?? new Collected(length, budget, since)).failed(error);
  }
  if (collected) {
    clock.restart();
    return collected.ended();
  }
  budget.spend(clock.restart(), 0);
  return budget.stopped ? { findings: [], error: budget.stopped } : FOUND_NOTHING;
}

/** Of a check that found nothing and did not fail. */
export const FOUND_NOTHING: CheckRun = { findings: [] };

/**
 * The same for a long check, in which waiting messages come first: a promise where they do. Throws, or rejects with,
 * {@link Cancelled} alone.
 */
export function runLongCheck(
  run: () => Iterable<Finding>,
  length: number,
  budget: RuleBudget,
  scheduler: Scheduler,
): CheckRun | Promise<CheckRun> {
  const collected = new Collected(length, budget, performance.now());
  const failed = (error: unknown): CheckRun => {
    if (error instanceof Cancelled) throw error;
    return collected.failed(error);
  };
  try {
    const waiting = takeAll(run()[Symbol.iterator](), collected, scheduler);
    return waiting ? waiting.then(() => collected.ended(), failed) : collected.ended();
  } catch (error) {
    return failed(error);
  }
}

/** Takes what a check finds; a promise where messages wait, as most checks have found all before that. */
function takeAll(found: Iterator<Finding>, collected: Collected, scheduler: Scheduler): Promise<void> | undefined {
  for (let next = found.next(); next.done !== true; next = found.next()) {
    if (!collected.take(next.value)) {
      found.return?.();
      return undefined;
    }
    const pause = scheduler.yieldIfNeeded();
    if (pause)
      return pause.then(() => {
        collected.goOn();
        return takeAll(found, collected, scheduler);
      });
  }
  return undefined;
}

class Collected {
  private readonly findings: Finding[] = [];
  private count = 0;
  private nonsense: string | undefined;
  /** Related places of the last sound finding: many findings share one list. */
  private sound: Finding['related'] | undefined;

  constructor(
    private readonly length: number,
    private readonly budget: RuleBudget,
    private since: number,
  ) {}

  /** False where the check is to be stopped. */
  take(finding: unknown): boolean {
    const now = performance.now();
    this.budget.spend(now - this.since, 1);
    this.since = now;
    if (this.budget.stopped || ++this.count > this.length + LIMITS.spareFindings) return false;
    const problem = validateFinding(finding, this.length, this.sound);
    if (problem === undefined) {
      this.findings.push(finding as Finding);
      this.sound = (finding as Finding).related;
    } else this.nonsense ??= problem;
    return true;
  }

  /** After a pause, which was none of the check's work. */
  goOn(): void {
    this.since = performance.now();
  }

  failed(error: unknown): CheckRun {
    return { findings: this.findings, error: error ?? new Error('threw nothing') };
  }

  ended(): CheckRun {
    this.budget.spend(performance.now() - this.since, 0);
    if (this.budget.stopped) return { findings: [], error: this.budget.stopped };
    if (this.count > this.length + LIMITS.spareFindings)
      return { findings: [], error: new Error(`stopped after ${String(this.count)} findings`) };
    return this.nonsense === undefined
      ? { findings: this.findings }
      : { findings: this.findings, error: new Error(this.nonsense) };
  }
}

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint']);

/** What makes a finding unfit to be shown; undefined where nothing does. Input is untrusted. */
function validateFinding(input: unknown, length: number, sound?: Finding['related']): string | undefined {
  if (typeof input !== 'object' || input === null) return 'no finding';
  const { span, message, args, severity, related, fixes }: Partial<Finding> = input;
  if (!isInside(span, length)) return `no place in the draft: ${JSON.stringify(span)}`;
  if (typeof message !== 'string' || !areArgs(args)) return `no message: ${String(message)} ${JSON.stringify(args)}`;
  if (severity !== undefined && !SEVERITIES.has(severity)) return `no severity: ${String(severity)}`;
  if (
    (sound === undefined || related !== sound) &&
    (!Array.isArray(related) || !related.every(each => isInside(each.span, length) && areArgs(each.args)))
  )
    return `related places of ${message}`;
  if (!Array.isArray(fixes) || !fixes.every(fix => areArgs(fix.args) && areEdits(fix.edits, length)))
    return `fixes of ${message}`;
  return undefined;
}

function isInside(span: Partial<Span> | undefined, length: number): span is Span {
  return (
    Number.isInteger(span?.start) &&
    Number.isInteger(span?.end) &&
    0 <= Number(span?.start) &&
    Number(span?.start) <= Number(span?.end) &&
    Number(span?.end) <= length
  );
}

function areArgs(args: MessageValues | undefined): boolean {
  return (
    typeof args === 'object' && Object.values(args).every(value => typeof value === 'string' || Number.isFinite(value))
  );
}

/** Whether edits can be made together. */
function areEdits(edits: readonly { readonly span: Span; readonly text: string }[], length: number): boolean {
  if (!edits.every(({ span, text }) => isInside(span, length) && typeof text === 'string')) return false;
  const spans = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.every((span, i) => i === 0 || (spans[i - 1]?.end ?? 0) <= span.start);
}

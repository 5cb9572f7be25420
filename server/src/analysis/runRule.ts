import type { Report } from '../model/report.ts';
import type { Args, Finding, LintRule } from '../rules/support/rule.ts';
import type { Span } from '../text/span.ts';
import { Cancelled, type Scheduler } from './scheduler.ts';

/** What one rule found, and why it failed if it did. */
export interface RuleRun {
  readonly findings: readonly Finding[];
  readonly error?: unknown;
}

/** A rule may find one thing in each character of a draft, and this many more. */
const SPARE_FINDINGS = 1000;
/** Work of one rule on one draft; the slowest needs a hundredth of it for a megabyte. */
const LONGEST_WORK_MS = 10_000;

/**
 * Runs one rule, whatever it does as long as it gives control back: where it throws, what it found before stands; what
 * lies outside the draft or is no finding is left out; one that does not come to an end is stopped and has found nothing.
 * Rejects with {@link Cancelled} alone.
 */
export async function runRule(rule: LintRule, report: Report, scheduler: Scheduler): Promise<RuleRun> {
  const { length } = report.source.text;
  const findings: Finding[] = [];
  let nonsense: string | undefined;
  let count = 0;
  let workMs = 0;
  try {
    let since = performance.now();
    for (const finding of rule.run({ report })) {
      workMs += performance.now() - since;
      if (++count > length + SPARE_FINDINGS)
        return { findings: [], error: new Error(`stopped after ${String(count)} findings`) };
      if (workMs > LONGEST_WORK_MS)
        return { findings: [], error: new Error(`stopped after ${String(Math.round(workMs))} ms`) };
      const problem = validateFinding(finding, length);
      if (problem === undefined) findings.push(finding);
      else nonsense ??= problem;
      const pause = scheduler.yieldIfNeeded();
      if (pause) await pause;
      since = performance.now();
    }
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return { findings, error: error ?? new Error('threw nothing') };
  }
  return nonsense === undefined ? { findings } : { findings, error: new Error(nonsense) };
}

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint']);

/** What makes a finding unfit to be shown; undefined where nothing does. Takes nothing for granted. */
function validateFinding(finding: Partial<Finding> | null | undefined, length: number): string | undefined {
  if (typeof finding !== 'object' || finding === null) return 'no finding';
  const { span, message, args, severity, related, fixes } = finding;
  if (!isInside(span, length)) return `no place in the draft: ${JSON.stringify(span)}`;
  if (typeof message !== 'string' || !areArgs(args)) return `no message: ${String(message)} ${JSON.stringify(args)}`;
  if (severity !== undefined && !SEVERITIES.has(severity)) return `no severity: ${String(severity)}`;
  if (!Array.isArray(related) || !related.every(each => isInside(each.span, length) && areArgs(each.args)))
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

function areArgs(args: Args | undefined): boolean {
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

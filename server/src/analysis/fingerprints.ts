import type { Report } from '../model/report.ts';
import type { Args, Finding, Severity } from '../rules/support/rule.ts';
import { fold } from '../text/fold.ts';
import { hash64 } from '../text/hash.ts';
import type { ReportedFinding } from './findings.ts';

/** A finding that is to be reported, with the rule's final severity. */
export interface Unmarked {
  readonly rule: string;
  readonly severity: Severity;
  readonly finding: Finding;
  /** Where the underlined words, folded, are remembered from one version to the next. */
  readonly kept: { words?: string };
}

/**
 * Gives each finding its fingerprint: rule, section and underlined words, counted where they repeat, so that it is stable
 * across edits elsewhere in the draft. `findings`: by their starts.
 */
export function withFingerprints(report: Report, findings: readonly Unmarked[]): ReportedFinding[] {
  const counts = new Map<string, number>();
  let next = 0;
  return findings.map(({ rule, severity, finding, kept }) => {
    while ((report.sections[next]?.span.start ?? Infinity) <= finding.span.start) next++;
    const section = report.sections[next - 1];
    const words = (kept.words ??= fold(report.source.slice(finding.span)).slice(0, LONGEST_WORDS));
    const args: Args = finding.args;
    const where = args['row'] ?? args['label'] ?? '';
    const key = [
      rule,
      finding.message,
      section?.id ?? section?.title ?? '',
      String(where),
      String(args['column'] ?? ''),
      words,
    ].join('\n');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const fingerprint = hash64(count === 1 ? key : `${key}\n${String(count)}`);
    // Written out: in Node.js 20 a copy of an object with further members takes some forty times as long.
    const { span, message, related, fixes } = finding;
    const reported = { span, message, args, related, fixes, rule, severity, fingerprint };
    // The compiler does not see that message and arguments are still those of one finding.
    return reported as ReportedFinding;
  });
}

const LONGEST_WORDS = 80;

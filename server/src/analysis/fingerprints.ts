import type { MessageValues } from '../messages/arguments.ts';
import type { Report } from '../model/report.ts';
import type { Finding, Severity } from '../rules/support/rule.ts';
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
 * Gives each finding its fingerprint: rule, section and underlined words, counted where they repeat, so that it is
 * stable across edits elsewhere in the draft. Made for all of them when the first is asked for, which most versions of
 * a draft that is being typed never are. `findings`: by their starts.
 */
export function withFingerprints(report: Report, findings: readonly Unmarked[]): ReportedFinding[] {
  let made: readonly string[] | undefined;
  const fingerprintAt = (index: number) => (made ??= fingerprintsOf(report, findings))[index] ?? '';
  return findings.map((unmarked, index) => {
    const reported: unknown = new MarkedFinding(unmarked, () => fingerprintAt(index));
    // Id and arguments come from one finding; the compiler cannot see that of the parts.
    return reported as ReportedFinding;
  });
}

/** A finding whose fingerprint is made when asked for; a copy by `{ ...finding }` has none. */
class MarkedFinding {
  readonly span: Finding['span'];
  readonly message: Finding['message'];
  readonly args: MessageValues;
  readonly related: Finding['related'];
  readonly fixes: Finding['fixes'];
  readonly rule: string;
  readonly severity: Severity;
  readonly #fingerprint: () => string;

  constructor({ finding, rule, severity }: Unmarked, fingerprint: () => string) {
    this.span = finding.span;
    this.message = finding.message;
    this.args = finding.args;
    this.related = finding.related;
    this.fixes = finding.fixes;
    this.rule = rule;
    this.severity = severity;
    this.#fingerprint = fingerprint;
  }

  get fingerprint(): string {
    return this.#fingerprint();
  }
}

function fingerprintsOf(report: Report, findings: readonly Unmarked[]): readonly string[] {
  const counts = new Map<string, number>();
  let next = 0;
  return findings.map(({ rule, finding, kept }) => {
    while ((report.sections[next]?.span.start ?? Infinity) <= finding.span.start) next++;
    const section = report.sections[next - 1];
    const words = (kept.words ??= fold(report.source.slice(finding.span)).slice(0, LONGEST_WORDS));
    const args: MessageValues = finding.args;
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
    return hash64(count === 1 ? key : `${key}\n${String(count)}`);
  });
}

const LONGEST_WORDS = 80;

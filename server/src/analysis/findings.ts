import type { Finding, Severity } from '../rules/support/rule.ts';

/** A finding as it is reported: with its rule, final severity and a fingerprint that survives edits elsewhere. */
export type ReportedFinding = Finding & {
  readonly rule: string;
  readonly severity: Severity;
  readonly fingerprint: string;
};

/** A rule that threw: the other rules still report. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** What a run over a draft found, and which rules could not run. */
export interface Findings {
  readonly findings: readonly ReportedFinding[];
  /** What comments in the draft, the settings and decisions silence. */
  readonly silenced: readonly SilencedAway[];
  readonly failures: readonly RuleFailure[];
}

/** A finding that does not count, by whose word, and the reason that is given. */
export interface SilencedAway {
  readonly finding: ReportedFinding;
  readonly by: 'draft' | 'settings' | 'decision';
  readonly reason: string;
}

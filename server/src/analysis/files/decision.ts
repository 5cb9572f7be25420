// What reviewers decide and say, as their file has it and as client and server tell each other. It imports nothing.

export type Verdict = 'accepted' | 'to-fix';

/** What tells a decision in its file. */
export interface DecisionKey {
  readonly rule: string;
  readonly fingerprint: string;
  /**
   * The report that it is about, as a path from the file's folder. Left out for findings across reports, whose
   * fingerprints name bodies and years: those of a finding inside a report are the same in every report with the slip.
   */
  readonly path?: string;
}

/** What somebody decided, whatever of. */
export interface DecisionRecord {
  readonly verdict: Verdict;
  readonly who: string;
  /** Never empty. */
  readonly why: string;
  /** Date: 2026-01-20. */
  readonly on: string;
}

/** What somebody decided of a finding. */
export type Decision = DecisionKey & DecisionRecord;

/** What a reviewer says of a place in a report. */
export interface ReviewComment {
  /** From the file's folder. */
  readonly path: string;
  readonly body: string;
  readonly year: number | null;
  /** The words that it is about, and what stands before them: by these the place is found again. */
  readonly quote: string;
  readonly before: string;
  readonly text: string;
  readonly who: string;
  readonly on: string;
  readonly done: boolean;
}

/** A change to a file with decisions. */
export type DecisionsChange =
  /** Takes the place of what was decided of the same finding. */
  | { readonly kind: 'decide'; readonly decision: Decision }
  | { readonly kind: 'withdraw'; readonly decisions: readonly DecisionKey[] }
  /** `replaces`: the index of a comment that it takes the place of. */
  | { readonly kind: 'comment'; readonly comment: ReviewComment; readonly replaces?: number }
  | { readonly kind: 'deleteComment'; readonly index: number };

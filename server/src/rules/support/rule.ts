import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Values that a message may mention. */
export type Args = Readonly<Record<string, string | number>>;

/** A fault in a draft: where, which rule, and what the message must name; the wording is in messages/. */
export interface Finding {
  /** The smallest wrong thing. */
  readonly span: Span;
  /** Id of the message; the rule's id, or `rule-id#variant` where a rule has several. */
  readonly message: string;
  readonly args: Args;
  /** Severity where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Every other place that takes part. */
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

export interface Related {
  readonly span: Span;
  /** Message id in messages/, e.g. `related.member`. */
  readonly message: string;
  readonly args: Args;
}

/** `safe` fixes never change a reported figure or wording and may be applied all at once; `review` ones are offered singly. */
export interface Fix {
  readonly kind: 'safe' | 'review';
  readonly message: string;
  readonly args: Args;
  readonly edits: readonly Edit[];
}

/** Replacement of `span` in the draft. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface RuleContext {
  readonly report: Report;
}

/**
 * A check. Pure: no input or output, no clock, no settings, no wording.
 *
 * `id` is `group/name` and equals the file's path below rules/. `basis` names what it rests on: `edition:2021`,
 * `edition:2021#t3.requests`, `statute:ogi-2019#50`, or `practice` with the reason in the doc comment.
 */
export interface LintRule {
  readonly id: string;
  /** Numbers of the rule catalogue that it covers: T3-01. */
  readonly catalogue: readonly string[];
  readonly basis: readonly string[];
  readonly severity: Severity;
  run(context: RuleContext): Iterable<Finding>;
}

/** Declares a rule; here so that a rule's file needs no type annotations. */
export function defineRule(rule: LintRule): LintRule {
  return rule;
}

interface FindingDetails {
  readonly message: string;
  readonly args?: Args;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** A finding with its empty parts filled in. */
export function finding(span: Span, details: FindingDetails): Finding {
  return { ...details, span, args: details.args ?? {}, related: details.related ?? [], fixes: details.fixes ?? [] };
}

/** Replaces one place. */
export function replace(span: Span, text: string): Edit {
  return { span, text };
}

import type { Message, MessageArgs, MessageId, NoArgs } from '../../messages/message.ts';
import type { ParagraphReader } from '../../syntax/paragraphFacts.ts';
import type { Span } from '../../text/span.ts';
import type {
  BlockContext,
  FactsOf,
  ParagraphContext,
  Readers,
  ReportContext,
  SectionContext,
  TableContext,
} from './contexts.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Id of a finding's message: the rule's id, or `rule-id#variant` where a rule has several. */
export type FindingId = Extract<MessageId, `${string}/${string}`>;

/** Id of the message at another place that takes part. */
export type RelatedId = Extract<MessageId, `related.${string}`>;

/** Id of a fix's title. */
export type FixId = Extract<MessageId, `fix.${string}`>;

/** A fault in a draft: where, which rule, and what the message must name; the wording is in messages/. */
export type Finding = Message<FindingId> & {
  /** The smallest wrong thing. */
  readonly span: Span;
  /** Severity where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Every other place that takes part. */
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
};

export type Related = Message<RelatedId> & { readonly span: Span };

/**
 * `safe` fixes never change a reported figure or wording and may be applied all at once; `review` ones are offered
 * singly.
 */
export type Fix = Message<FixId> & {
  readonly kind: 'safe' | 'review';
  readonly edits: readonly Edit[];
};

/** Replacement of `span` in the draft. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What is known of a rule besides its checks. */
interface RuleDetails {
  /** `group/name`: equals the file's path below rules/, where the rule has a file of its own. */
  readonly id: string;
  /** Numbers under which docs/rules/catalogue.md lists it: T3-01. */
  readonly catalogue: readonly string[];
  /**
   * `edition:2021`, `edition:2021#t3.requests`, `statute:ogi-2019#50`, or `practice` with the reason in the doc
   * comment.
   */
  readonly basis: readonly string[];
  readonly severity: Severity;
  /**
   * The kinds of report that it holds for: the first alone where it is left out. `others`: all but the first, of whose
   * reports it would say what nobody asks them to heed.
   */
  readonly kinds?: 'every' | 'others';
}

/** Looks at each paragraph and heading by itself. Places in its findings count from the start of the block. */
export interface ParagraphCheck<T = unknown> {
  readonly scope: 'paragraph';
  /** Finds in the words what the check judges; kept with the block. Where it finds nothing, the check is not run. */
  readonly reader?: ParagraphReader<T>;
  /** `found`: what the reader found; empty for a check without one, which is run on every paragraph. */
  run(context: ParagraphContext, found: readonly T[]): Iterable<Finding>;
}

/** Looks at each block by itself. Places in its findings count from the start of the block. */
export interface BlockCheck {
  readonly scope: 'block';
  run(context: BlockContext): Iterable<Finding>;
}

/** Looks at each official table by itself. Places in its findings count from the start of the table's first block. */
export interface TableCheck {
  readonly scope: 'table';
  run(context: TableContext): Iterable<Finding>;
}

/** Looks at each first-level section by itself. Places in its findings count from the start of its heading's block. */
export interface SectionCheck {
  readonly scope: 'section';
  run(context: SectionContext): Iterable<Finding>;
}

/** Looks at the report as a whole. Places in its findings count from the start of the draft. */
export interface ReportCheck<R extends Readers = Readers> {
  readonly scope: 'report';
  /** What it needs of each paragraph; read once for each block and handed in as `facts`. */
  readonly readers?: R;
  run(context: ReportContext, facts: FactsOf<R>): Iterable<Finding>;
}

/**
 * One thing that a rule looks at. The narrower the scope, the less is checked again after an edit: all but those of
 * scope `report` are kept with what they looked at. A check is pure: no input or output, no clock, no settings, no
 * wording, and nothing but its context.
 */
export type Check = ParagraphCheck | BlockCheck | TableCheck | SectionCheck | ReportCheck;

/** A rule: its findings are those of its checks, in their order. */
export interface LintRule extends RuleDetails {
  readonly checks: readonly Check[];
}

/** Declares a rule of one check, whose members stand beside the rule's, or of several. */
export function defineRule<R extends Readers, T>(
  rule: RuleDetails &
    (
      | ParagraphCheck<T>
      | BlockCheck
      | TableCheck
      | SectionCheck
      | ReportCheck<R>
      | { readonly scope?: undefined; readonly checks: readonly Check[] }
    ),
): LintRule {
  const { id, catalogue, basis, severity, kinds } = rule;
  // A check is handed its context alone, so that it cannot ask for more than it declares readers for.
  const checks = rule.scope === undefined ? rule.checks : [rule as Check];
  return { id, catalogue, basis, severity, checks, ...(kinds ? { kinds } : {}) };
}

/** Declares a check of the whole report that is one of several of a rule. */
export function reportCheck<R extends Readers>(check: Omit<ReportCheck<R>, 'scope'>): Check {
  return { ...check, scope: 'report' } as Check;
}

type FindingDetails<Id extends FindingId> = {
  readonly message: Id;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
} & (NoArgs extends MessageArgs<Id> ? { readonly args?: MessageArgs<Id> } : { readonly args: MessageArgs<Id> });

/** A finding with its empty parts filled in. */
export function finding<Id extends FindingId>(span: Span, details: FindingDetails<Id>): Finding {
  const { message, args = {}, related = [], fixes = [], severity } = details;
  // Written out: in Node.js 20 a copy of an object with further members takes some forty times as long.
  const made =
    severity === undefined
      ? { span, message, args, related, fixes }
      : { span, message, args, related, fixes, severity };
  // The compiler has compared the arguments with the id above; it cannot see that for a type parameter.
  return made as Finding;
}

/** Replaces one place. */
export function replace(span: Span, text: string): Edit {
  return { span, text };
}

import type { TableStanding } from '../rules/support/contexts.ts';
import { areSameFacts, type ReportFacts } from '../rules/support/reportFacts.ts';
import type { Finding, LintRule } from '../rules/support/rule.ts';
import type { Section, TableContent } from '../model/report.ts';
import type { Block } from '../syntax/block.ts';
import type { Reading } from '../syntax/paragraphFacts.ts';
import { memoByObject } from '../text/memo.ts';
import { shift } from '../text/span.ts';
import type { CheckPlan, PlannedCheck } from './checkPlan.ts';

/** A finding of a check; its places count from the start of what was checked. */
export interface CheckFinding {
  readonly by: PlannedCheck;
  readonly finding: Finding;
  /** The underlined words, folded; read when a fingerprint is first made. */
  words?: string;
}

/** A finding with its places in the draft. */
export interface PlacedFinding {
  readonly kept: CheckFinding;
  readonly finding: Finding;
}

export interface CheckError {
  readonly rule: LintRule;
  readonly error: unknown;
}

/** What all checks of a scope found in one thing that they looked at. */
export interface Results {
  readonly findings: readonly CheckFinding[];
  readonly errors: readonly CheckError[];
}

export const NO_RESULTS: Results = { findings: [], errors: [] };

/** Results that are kept with what was checked, and the plan and facts that they are of. */
export class KeptResults {
  results: Results = NO_RESULTS;
  private plan: CheckPlan | undefined;
  private facts: ReportFacts | undefined;
  private at = 0;
  private placed: readonly PlacedFinding[] | undefined;

  /** Whether the results are those of this plan with these facts. */
  areOf(plan: CheckPlan, facts: ReportFacts): boolean {
    if (this.plan !== plan || !this.facts || !areSameFacts(this.facts, facts)) return false;
    // Equal, so that the older ones need not be remembered.
    this.facts = facts;
    return true;
  }

  keep(results: Results, plan: CheckPlan, facts: ReportFacts): void {
    this.results = results;
    this.plan = plan;
    this.facts = facts;
    this.placed = undefined;
  }

  forget(): void {
    this.plan = undefined;
  }

  /** The findings in a draft in which what was checked stands at `at`. */
  findingsAt(at: number): readonly PlacedFinding[] {
    if (!this.placed || this.at !== at) {
      this.placed = this.results.findings.map(kept => ({ kept, finding: shiftFinding(kept.finding, at) }));
      this.at = at;
    }
    return this.placed;
  }
}

function shiftFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  // Written out, as copies by `...` are slow in Node.js 20.
  const { span, message, args, severity, related, fixes } = finding;
  const shifted = {
    span: shift(span, by),
    message,
    args,
    ...(severity === undefined ? {} : { severity }),
    related: related.map(each => ({ span: shift(each.span, by), message: each.message, args: each.args })),
    fixes: fixes.map(fix => ({
      kind: fix.kind,
      message: fix.message,
      args: fix.args,
      edits: fix.edits.map(edit => ({ span: shift(edit.span, by), text: edit.text })),
    })),
  };
  // Id and arguments come from one finding; the compiler cannot see that of the parts.
  return shifted as Finding;
}

/** What is kept with a block: readings follow from the block alone, results from the facts of the report too. */
export class KeptBlock extends KeptResults {
  readings: readonly Reading[] = [];
  readBy: CheckPlan | undefined;

  keepReadings(readings: readonly Reading[], plan: CheckPlan): void {
    this.readings = readings;
    this.readBy = plan;
  }
}

/** What is kept with a table, for one standing in its report. */
export class KeptTable extends KeptResults {
  standing: TableStanding | undefined;
}

/** What is kept with the heading of a section, for the blocks that the section had. */
export class KeptSection extends KeptResults {
  private section: Pick<Section, 'spec' | 'match'> | undefined;
  private blocks: readonly Block[] = [];

  /** Forgets the results unless the section holds the same as when it was checked. */
  forgetUnlessOf({ spec, match, blocks }: Section): void {
    if (
      this.section?.spec === spec &&
      this.section.match === match &&
      this.blocks.length === blocks.length &&
      blocks.every(({ block }, i) => block === this.blocks[i])
    )
      return;
    this.forget();
    this.section = { spec, match };
    this.blocks = blocks.map(({ block }) => block);
  }
}

export const keptBlock = memoByObject((_block: Block) => new KeptBlock());
export const keptTable = memoByObject((_core: TableContent) => new KeptTable());
export const keptSection = memoByObject((_heading: Block) => new KeptSection());

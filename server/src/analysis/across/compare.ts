import { findBodies } from '../../model/across/bodies.ts';
import type { Body, KnownReport } from '../../model/across/body.ts';
import { NO_BODY_SETTINGS } from '../../model/across/bodySettings.ts';
import type { PlaceInFile, Summary } from '../../model/summary/summary.ts';
import { ACROSS_RULES } from '../../rules/acrossRules.ts';
import type { LevelsContext, SkipReason, YearsContext } from '../../rules/support/acrossContexts.ts';
import type { AcrossFinding, AcrossRule, Verdict } from '../../rules/support/across.ts';
import type { RuleFailure } from '../findings.ts';
import { chainedTogether, type FoundAcross } from './chains.ts';
import type { CompareOptions } from './compareOptions.ts';
import { skipReason } from './reasons.ts';
import { reported, type ReportedAcross } from './reported.ts';
import { SharedSentences } from './sharedSentences.ts';

/** What became of the relations of a rule between two reports. */
export type Tally = Record<Verdict['kind'], number>;

/** Reports that were looked at together. */
export type Comparison = {
  readonly rules: Readonly<Record<string, Tally>>;
  readonly skipped: readonly { readonly rule: string; readonly reason: SkipReason }[];
} & (
  | { readonly kind: 'years'; readonly body: string; readonly from: number; readonly to: number }
  | { readonly kind: 'levels'; readonly parent: string; readonly children: readonly string[]; readonly year: number }
);

/** What the cell of a finding inside a report is in last year’s report: that finding gets this place. */
export interface ToldInside {
  readonly path: string;
  readonly place: PlaceInFile;
  readonly related: AcrossFinding['related'];
}

export interface Compared {
  readonly bodies: readonly Body[];
  readonly unidentified: readonly Summary[];
  readonly comparisons: readonly Comparison[];
  /** By path, line, column and rule. */
  readonly findings: readonly ReportedAcross[];
  readonly toldInside: readonly ToldInside[];
  readonly failures: readonly RuleFailure[];
}

/**
 * Compares reports with each other: the years of a body, and a government with the bodies below it. It depends on the
 * set of reports, not on their order.
 */
export function compare(summaries: readonly Summary[], options: CompareOptions): Compared {
  const sorted = [...summaries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const { bodies, unidentified } = findBodies(sorted, report => options.settingsOf(report).across ?? NO_BODY_SETTINGS);
  const run = new ComparingRun(bodies, options);
  run.compareAll();
  return {
    bodies,
    unidentified,
    comparisons: run.comparisons,
    findings: reported(run.found, options),
    toldInside: run.toldInside,
    failures: run.failures,
  };
}

class ComparingRun {
  readonly comparisons: Comparison[] = [];
  readonly found: FoundAcross[] = [];
  readonly toldInside: ToldInside[] = [];
  readonly failures: RuleFailure[] = [];
  private readonly shared: SharedSentences;
  private readonly rules: readonly AcrossRule[];

  constructor(
    private readonly bodies: readonly Body[],
    options: CompareOptions,
  ) {
    this.shared = new SharedSentences(bodies);
    this.rules = options.rules ?? ACROSS_RULES;
  }

  compareAll(): void {
    const below = new Map<string, Body[]>();
    for (const body of this.bodies) {
      if (body.parent === null) continue;
      const known = below.get(body.parent);
      if (known) known.push(body);
      else below.set(body.parent, [body]);
    }
    for (const body of this.bodies) {
      this.compareYears(body);
      this.lookAtRepeats(body);
      const children = below.get(body.id);
      if (children) this.compareLevels(body, children);
    }
  }

  private compareYears(body: Body): void {
    const found: FoundAcross[] = [];
    for (const [i, later] of body.reports.entries()) {
      const earlier = body.reports[i - 1];
      if (!earlier) continue;
      const context: YearsContext = {
        body,
        earlier,
        later,
        past: body.reports.slice(0, i).filter(({ year }) => !body.doubtful.has(year)),
        isShared: words => this.shared.isShared(later, words),
        formerNames: formerNames(body, i),
      };
      const isDoubtful = body.doubtful.has(earlier.year) || body.doubtful.has(later.year);
      const isGap = later.year - earlier.year !== 1;
      const rules: Record<string, Tally> = {};
      const skipped: { rule: string; reason: SkipReason }[] = [];
      for (const rule of this.rules) {
        if (rule.scope !== 'years') continue;
        const reason = isDoubtful ? 'duplicate' : isGap && rule.spansGaps !== true ? 'gap' : skipReason(rule, context);
        if (reason !== undefined) skipped.push({ rule: rule.id, reason });
        else {
          const isSuggested = body.why === 'folder' && earlier.bodyKey !== later.bodyKey;
          this.judge(rule, () => rule.run(context), { kind: 'years', isSuggested, rules, found });
        }
      }
      this.comparisons.push({ kind: 'years', body: body.id, from: earlier.year, to: later.year, rules, skipped });
    }
    this.found.push(...chainedTogether(found));
  }

  private compareLevels(body: Body, children: readonly Body[]): void {
    for (const parent of body.reports) {
      const present = children.flatMap(child => {
        const report = reportOf(child, parent.year);
        return report ? [{ body: child, report }] : [];
      });
      if (present.length === 0) continue;
      const context: LevelsContext = {
        parent,
        parentBody: body,
        children: present,
        isComplete: isComplete(body, parent, present),
      };
      const rules: Record<string, Tally> = {};
      const skipped: { rule: string; reason: SkipReason }[] = [];
      for (const rule of this.rules) {
        if (rule.scope !== 'levels') continue;
        const reason = body.doubtful.has(parent.year) ? 'duplicate' : rule.skip?.(context);
        if (reason !== undefined) skipped.push({ rule: rule.id, reason });
        else
          this.judge(rule, () => rule.run(context), { kind: 'levels', isSuggested: false, rules, found: this.found });
      }
      this.comparisons.push({
        kind: 'levels',
        parent: body.id,
        children: present.map(({ body: child }) => child.id),
        year: parent.year,
        rules,
        skipped,
      });
    }
  }

  private lookAtRepeats(body: Body): void {
    for (const year of body.doubtful) {
      const first = body.reports.find(report => report.year === year);
      if (!first) continue;
      const others = body.duplicates.filter(report => report.year === year && report.hash !== first.hash);
      for (const rule of this.rules) {
        if (rule.scope !== 'repeats') continue;
        this.judge(rule, () => rule.run({ body, first, others }), {
          kind: 'years',
          isSuggested: false,
          rules: {},
          found: this.found,
        });
      }
    }
  }

  /** Runs a rule; one that throws leaves the others alone. */
  private judge(
    rule: AcrossRule,
    run: () => Iterable<Verdict>,
    into: Pick<FoundAcross, 'kind' | 'isSuggested'> & {
      readonly rules: Record<string, Tally>;
      readonly found: FoundAcross[];
    },
  ): void {
    const tally: Tally = { holds: 0, broken: 0, unknown: 0 };
    try {
      for (const { kind, finding } of run()) {
        tally[kind]++;
        if (finding?.isToldInside === true)
          this.toldInside.push({ path: finding.report.path, place: finding.place, related: finding.related });
        else if (finding) into.found.push({ rule, finding, kind: into.kind, isSuggested: into.isSuggested });
      }
    } catch (error) {
      if (!this.failures.some(failure => failure.rule === rule.id)) this.failures.push({ rule: rule.id, error });
    }
    into.rules[rule.id] = tally;
  }
}

function reportOf(body: Body, year: number): KnownReport | undefined {
  return body.doubtful.has(year) ? undefined : body.reports.find(report => report.year === year);
}

/** Names of earlier reports that the body has given up; longer and shorter forms of the present one are none. */
function formerNames({ reports }: Body, at: number): ReadonlySet<string> {
  const now = reports[at]?.bodyKey ?? '';
  return new Set(
    reports.slice(0, at).flatMap(({ bodyKey: key }) => (key.endsWith(now) || now.endsWith(key) ? [] : [key])),
  );
}

/** Whether every body that the settings name below a government has a report of the same edition. */
function isComplete(body: Body, parent: KnownReport, present: LevelsContext['children']): boolean {
  const { setting, settings } = body;
  if (setting?.children !== 'complete') return false;
  const listed = settings.bodies.filter(each => each.parent === setting.id);
  return (
    listed.length > 0 &&
    listed.every(each => present.some(child => child.body.setting === each)) &&
    present.every(({ report }) => report.edition === parent.edition)
  );
}

import type { Body, KnownReport } from '../../model/across/body.ts';
import { withinAnother } from '../../model/across/parents.ts';
import { reportOf } from '../../model/across/neighbours.ts';
import { haveSameContent } from '../../model/summary/sameContent.ts';
import type { PlaceInFile, Summary } from '../../model/summary/summary.ts';
import type { LevelsContext, SkipReason, YearsContext } from '../../rules/support/acrossContexts.ts';
import type { AcrossFinding, AcrossRule, Verdict } from '../../rules/support/across.ts';
import type { RuleFailure } from '../findings.ts';
import { chainedTogether, type FoundAcross } from './chains.ts';
import { skipReason } from './reasons.ts';

/** What became of the relations of a rule between two reports. */
export type Tally = Record<Verdict['kind'], number>;

/** Reports that were looked at together. */
export type Comparison = {
  readonly rules: Readonly<Record<string, Tally>>;
  readonly skipped: readonly { readonly rule: string; readonly reason: SkipReason }[];
} & (
  | { readonly kind: 'years'; readonly body: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'levels';
      readonly parent: string;
      readonly children: readonly string[];
      /** Names of bodies below that are due and have no report on the year, or several that differ. */
      readonly missing: readonly string[];
      readonly year: number;
    }
);

/** What the cell of a finding inside a report is in last year’s report: that finding gets this place. */
export interface ToldInside {
  readonly path: string;
  readonly place: PlaceInFile;
  readonly related: AcrossFinding['related'];
}

/** What comparing a body with itself or with those below it gave. It follows from these bodies and the rules alone. */
export interface ComparedPart {
  readonly comparisons: readonly Comparison[];
  readonly found: readonly FoundAcross[];
  readonly toldInside: readonly ToldInside[];
  readonly failures: readonly RuleFailure[];
}

/** Tells sentences that so many bodies of a report's group have that they are nobody's own. */
export interface SentencesOfMany {
  isShared(report: Pick<KnownReport, 'group'>, words: string): boolean;
}

/** What is compared as a whole: the years of a body, or a government with the bodies below it on one year. */
export interface ComparisonJob {
  readonly key: string;
  readonly reports: readonly Summary[];
  /** What the comparison depends on besides these reports and the sentences of many; of settings the same objects. */
  readonly facts: readonly unknown[];
  readonly run: (shared: SentencesOfMany) => ComparedPart;
}

/** Everything that is to be compared, in the order of the bodies. */
export function* comparisonJobs(bodies: readonly Body[], rules: readonly AcrossRule[]): Iterable<ComparisonJob> {
  const below = bodiesBelow(bodies);
  for (const body of bodies) {
    const { id, why, setting, settings, reports, duplicates, doubtful } = body;
    const keys = body.keys.join('\n');
    yield {
      key: `years\n${id}`,
      reports: [...reports, ...duplicates],
      facts: [keys, why, setting, settings, reports.length],
      run: shared => compareYears(body, shared, rules),
    };
    const children = below.get(id);
    if (!children) continue;
    for (const parent of reports) {
      const present = childrenIn(children, parent.year);
      if (present.length === 0) continue;
      yield {
        key: `levels\n${id}\n${String(parent.year)}`,
        reports: [parent, ...present.map(({ report }) => report)],
        facts: [
          keys,
          why,
          setting,
          settings,
          doubtful.has(parent.year),
          ...present.flatMap(child => [child.body.id, child.body.setting]),
          missingBelow(body, parent, children).join('\n'),
        ],
        run: () => compareLevels(body, parent, children, rules),
      };
    }
  }
}

/** Compares the reports of a body, each with the one before it, and looks at years with several reports. */
function compareYears(body: Body, shared: SentencesOfMany, rules: readonly AcrossRule[]): ComparedPart {
  const part = new Part('years');
  for (const [i, later] of body.reports.entries()) {
    const earlier = body.reports[i - 1];
    if (!earlier) continue;
    const context: YearsContext = {
      body,
      earlier,
      later,
      past: body.reports.slice(0, i).filter(({ year }) => !body.doubtful.has(year)),
      isShared: words => shared.isShared(later, words),
      formerNames: formerNames(body, i),
    };
    const isDoubtful = body.doubtful.has(earlier.year) || body.doubtful.has(later.year);
    const isGap = later.year - earlier.year !== 1;
    const isSuggested = body.why === 'folder' && earlier.bodyKey !== later.bodyKey;
    const tally: Record<string, Tally> = {};
    const skipped: { rule: string; reason: SkipReason }[] = [];
    for (const rule of rules) {
      if (rule.scope !== 'years') continue;
      const reason = isDoubtful ? 'duplicate' : isGap && rule.spansGaps !== true ? 'gap' : skipReason(rule, context);
      if (reason !== undefined) skipped.push({ rule: rule.id, reason });
      else tally[rule.id] = part.judge(rule, () => rule.run(context), isSuggested);
    }
    part.comparisons.push({
      kind: 'years',
      body: body.id,
      from: earlier.year,
      to: later.year,
      rules: tally,
      skipped,
    });
  }
  const found = chainedTogether(part.found);
  const repeats = new Part('years');
  for (const year of body.doubtful) {
    const first = body.reports.find(report => report.year === year);
    if (!first) continue;
    const others = body.duplicates.filter(report => report.year === year && !haveSameContent(report, first));
    for (const rule of rules)
      if (rule.scope === 'repeats') repeats.judge(rule, () => rule.run({ body, first, others }), false);
  }
  return {
    comparisons: part.comparisons,
    found: [...found, ...repeats.found],
    toldInside: part.toldInside,
    failures: [...part.failures, ...repeats.failures],
  };
}

/** Compares a government's report with those of the bodies below it on the same year. */
function compareLevels(
  body: Body,
  parent: KnownReport,
  children: readonly Body[],
  rules: readonly AcrossRule[],
): ComparedPart {
  const part = new Part('levels');
  const present = childrenIn(children, parent.year);
  if (present.length === 0) return part;
  const context: LevelsContext = {
    parent,
    parentBody: body,
    children: present,
    isComplete: isComplete(body, parent, present),
  };
  const tally: Record<string, Tally> = {};
  const skipped: { rule: string; reason: SkipReason }[] = [];
  for (const rule of rules) {
    if (rule.scope !== 'levels') continue;
    const reason = body.doubtful.has(parent.year) ? 'duplicate' : rule.skip?.(context);
    if (reason !== undefined) skipped.push({ rule: rule.id, reason });
    else tally[rule.id] = part.judge(rule, () => rule.run(context), false);
  }
  part.comparisons.push({
    kind: 'levels',
    parent: body.id,
    children: present.map(({ body: child }) => child.id),
    missing: missingBelow(body, parent, children),
    year: parent.year,
    rules: tally,
    skipped,
  });
  return part;
}

/** The bodies below each body, but for those that another one of them may have counted already. */
function bodiesBelow(bodies: readonly Body[]): ReadonlyMap<string, readonly Body[]> {
  const below = new Map<string, Body[]>();
  const isWithin = withinAnother(bodies);
  for (const body of bodies) {
    if (body.parent === null || isWithin(body)) continue;
    const known = below.get(body.parent);
    if (known) known.push(body);
    else below.set(body.parent, [body]);
  }
  return below;
}

/** Reports of bodies on a year that may be compared. */
function childrenIn(children: readonly Body[], year: number): LevelsContext['children'] {
  return children.flatMap(child => {
    const report = reportOf(child, year);
    return report ? [{ body: child, report }] : [];
  });
}

/**
 * Names of the bodies below that are due on a year: those that the settings name below a body of which all are named,
 * and those that reported on the year before.
 */
function missingBelow(
  { setting, settings }: Body,
  { year }: KnownReport,
  children: readonly Body[],
): readonly string[] {
  const unreported = children.filter(child => !reportOf(child, year));
  const listed = setting?.children === 'complete' ? settings.bodies.filter(each => each.parent === setting.id) : [];
  const due = unreported.filter(
    child => (child.setting && listed.includes(child.setting)) || reportOf(child, year - 1) !== undefined,
  );
  const never = listed.filter(each => !children.some(child => child.setting === each));
  return [...due.map(({ id, names }) => names[0] ?? id), ...never.map(({ id, names }) => names[0] ?? id)];
}

class Part {
  readonly comparisons: Comparison[] = [];
  readonly found: FoundAcross[] = [];
  readonly toldInside: ToldInside[] = [];
  readonly failures: RuleFailure[] = [];

  constructor(private readonly kind: FoundAcross['kind']) {}

  /** Runs a rule; one that throws leaves the others alone. */
  judge(rule: AcrossRule, run: () => Iterable<Verdict>, isSuggested: boolean): Tally {
    const tally: Tally = { holds: 0, broken: 0, unknown: 0 };
    try {
      for (const { kind, finding } of run()) {
        tally[kind]++;
        if (finding?.isToldInside === true)
          this.toldInside.push({ path: finding.report.path, place: finding.place, related: finding.related });
        else if (finding) this.found.push({ rule, finding, kind: this.kind, isSuggested });
      }
    } catch (error) {
      if (!this.failures.some(failure => failure.rule === rule.id)) this.failures.push({ rule: rule.id, error });
    }
    return tally;
  }
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

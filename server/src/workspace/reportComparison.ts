import { comparisonJobs } from '../analysis/across/parts.ts';
import type { Comparison, ComparedPart, ComparisonJob, SentencesOfMany, ToldInside } from '../analysis/across/parts.ts';
import { inOrder, reported, type ReportedAcross } from '../analysis/across/reported.ts';
import { SharedSentences } from '../analysis/across/sharedSentences.ts';
import type { RuleFailure } from '../analysis/findings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../analysis/files/settings.ts';
import type { Scheduler } from '../analysis/scheduler.ts';
import { findBodies } from '../model/across/bodies.ts';
import type { Body, FoundBodies, KnownReport } from '../model/across/body.ts';
import { NO_BODY_SETTINGS } from '../model/across/bodySettings.ts';
import { neighboursOf, type Neighbours } from '../model/across/neighbours.ts';
import type { Summary } from '../model/summary/summary.ts';
import { ACROSS_RULES } from '../rules/acrossRules.ts';
import { hash64 } from '../text/hash.ts';
import { memoByObject } from '../text/memo.ts';

/** What comparing says of one report. */
export interface AcrossReport {
  /** Findings that stand in it. */
  readonly findings: readonly ReportedAcross[];
  /** Places in other reports that findings inside it get. */
  readonly toldInside: readonly ToldInside[];
  /** Findings of other reports that have a place in it. */
  readonly mentions: readonly ReportedAcross[];
  /** Changes with everything that is shown of these. */
  readonly signature: string;
}

/** What is said of a report that was not compared. */
export const NOTHING_ACROSS: AcrossReport = { findings: [], toldInside: [], mentions: [], signature: '' };

/** A report with the settings that hold for it. */
interface Member {
  readonly summary: Summary;
  readonly settings: Settings;
}

/** What comparing gave, and everything that it followed from. */
interface KeptPart {
  readonly inputs: readonly unknown[];
  /** Whether sentences that it asked for are those of many. */
  readonly asked: ReadonlyMap<string, boolean>;
  readonly part: ComparedPart;
  readonly reported: readonly ReportedAcross[];
}

/** Part of the comparison that is made anew as a whole. */
interface Job extends Pick<ComparisonJob, 'key' | 'run'> {
  readonly inputs: readonly unknown[];
  readonly isFirst: boolean;
}

/**
 * Reports of one folder, compared with each other: what a changed report takes part in is compared anew, everything
 * else is kept. What it gives is what comparing all of them at once gives.
 */
export class ReportComparison {
  private readonly members = new Map<string, Member>();
  /** Number of reports on each year. */
  private readonly years = new Map<number, number>();
  private found: FoundBodies | undefined;
  private parts: ReadonlyMap<string, KeptPart> = new Map();
  private reports: ReadonlyMap<string, AcrossReport> = new Map();
  /** Whether something changed that was not compared yet. */
  private isStale = false;

  get needsUpdate(): boolean {
    return this.isStale;
  }

  /** Number of reports. */
  get size(): number {
    return this.members.size;
  }

  /** Year of the newest report that is not later than a year; null for none. */
  newestYear(latest: number): number | null {
    const years = [...this.years.keys()].filter(year => year <= latest);
    return years.length === 0 ? null : Math.max(...years);
  }

  /** Puts a report in, or in the place of what was known of it; undefined takes it out. */
  set(path: string, summary: Summary | undefined, settings: Settings): void {
    const known = this.members.get(path);
    if (known?.summary === summary && (known === undefined || known.settings === settings)) return;
    this.isStale = true;
    if (summary) this.members.set(path, { summary, settings });
    else this.members.delete(path);
    this.countYear(known?.summary.year, -1);
    this.countYear(summary?.year, 1);
    if (!this.found) return;
    this.found =
      known && summary && isSameReport(known.summary, summary) && known.settings.across === settings.across
        ? withReplaced(this.found, known.summary, summary)
        : undefined;
  }

  get bodies(): readonly Body[] {
    return this.bodiesNow().bodies;
  }

  /** Reports without a known body or year. */
  get unidentified(): readonly Summary[] {
    return this.bodiesNow().unidentified;
  }

  /** Reports of other kinds, which are not compared. */
  get otherKinds(): readonly Summary[] {
    return this.bodiesNow().otherKinds;
  }

  get comparisons(): readonly Comparison[] {
    return [...this.parts.values()].flatMap(({ part }) => part.comparisons);
  }

  get failures(): readonly RuleFailure[] {
    return [...this.parts.values()].flatMap(({ part }) => part.failures);
  }

  /** The summary of a report as it takes part. */
  summaryOf(path: string): Summary | undefined {
    return this.members.get(path)?.summary;
  }

  /** The reports around one. */
  neighboursOf(path: string): Neighbours | undefined {
    return neighboursOf(path, this.bodies);
  }

  /** What was said of a report when it was compared last. */
  reportAt(path: string): AcrossReport {
    return this.reports.get(path) ?? NOTHING_ACROSS;
  }

  /**
   * Compares what changed, that of the `first` reports before the rest; `onChanged` gets the paths of reports of which
   * something else is said now. Rejects with {@link Cancelled} when `scheduler` says so; what was compared is kept.
   */
  async update(
    scheduler: Scheduler,
    first: ReadonlySet<string>,
    onChanged: (paths: readonly string[]) => void,
  ): Promise<void> {
    this.isStale = false;
    const { bodies } = this.bodiesNow();
    const shared = new SharedSentences(bodies);
    const before = this.parts;
    const parts = new Map<string, KeptPart>();
    try {
      const jobs = jobsOf(bodies, first, path => this.settingsAt(path));
      const now = jobs.filter(({ isFirst }) => isFirst);
      for (const job of [...now, ...jobs.filter(({ isFirst }) => !isFirst)]) {
        await scheduler.yieldIfNeeded();
        const known = before.get(job.key);
        parts.set(
          job.key,
          known && isStillTrue(known, job, shared) ? known : run(job, shared, path => this.settingsAt(path)),
        );
        // Whoever looks at these reports does not wait for the rest.
        if (job === now.at(-1)) onChanged(this.take(new Map([...before, ...parts])));
      }
      onChanged(this.take(parts));
    } catch (error) {
      this.isStale = true;
      this.parts = new Map([...before, ...parts]);
      throw error;
    }
  }

  private countYear(year: number | null | undefined, by: number): void {
    if (year === null || year === undefined) return;
    const count = (this.years.get(year) ?? 0) + by;
    if (count === 0) this.years.delete(year);
    else this.years.set(year, count);
  }

  private settingsAt(path: string): Settings {
    return this.members.get(path)?.settings ?? DEFAULT_SETTINGS;
  }

  private bodiesNow(): FoundBodies {
    if (!this.found) {
      const sorted = [...this.members.values()]
        .map(({ summary }) => summary)
        .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
      this.found = findBodies(sorted, ({ path }) => this.settingsAt(path).across ?? NO_BODY_SETTINGS);
    }
    return this.found;
  }

  /** Takes parts for what is known now; gives the paths of reports of which something else is said. */
  private take(parts: ReadonlyMap<string, KeptPart>): readonly string[] {
    this.parts = parts;
    const before = this.reports;
    this.reports = reportsOf(parts.values(), before);
    return [...new Set([...before.keys(), ...this.reports.keys()])].filter(
      path => (before.get(path) ?? NOTHING_ACROSS).signature !== (this.reports.get(path) ?? NOTHING_ACROSS).signature,
    );
  }
}

/** Whether two summaries of one path are put together with others alike. */
function isSameReport(a: Summary, b: Summary): boolean {
  return (
    a.body === b.body &&
    a.bodyKey === b.bodyKey &&
    a.group === b.group &&
    a.year === b.year &&
    a.scope === b.scope &&
    a.kind === b.kind &&
    a.edition === b.edition
  );
}

/** The same bodies with another summary of one report; undefined where its year has several reports. */
function withReplaced(found: FoundBodies, before: Summary, after: Summary): FoundBodies | undefined {
  const { bodies } = found;
  const at = bodies.findIndex(({ reports }) => reports.some(report => report === before));
  const body = bodies[at];
  if (!body) {
    const replaced = (reports: readonly Summary[]) => reports.map(each => (each === before ? after : each));
    const { unidentified, otherKinds } = found;
    if (unidentified.includes(before)) return { ...found, unidentified: replaced(unidentified) };
    return otherKinds.includes(before) ? { ...found, otherKinds: replaced(otherKinds) } : undefined;
  }
  if (body.duplicates.some(({ year }) => year === before.year)) return undefined;
  const reports = body.reports.map(report => (report === before ? (after as KnownReport) : report));
  return { ...found, bodies: bodies.with(at, { ...body, reports }) };
}

type SettingsAt = (path: string) => Settings;

/** Everything that is to be compared, in the order of the bodies. */
function jobsOf(bodies: readonly Body[], first: ReadonlySet<string>, settingsAt: SettingsAt): readonly Job[] {
  return [...comparisonJobs(bodies, ACROSS_RULES)].map(({ key, reports, facts, run: compareAll }) => ({
    key,
    inputs: [...facts, ...reports, ...reports.map(({ path }) => settingsAt(path))],
    run: compareAll,
    isFirst: reports.some(({ path }) => first.has(path)),
  }));
}

function isStillTrue({ inputs, asked }: KeptPart, job: Job, shared: SentencesOfMany): boolean {
  if (inputs.length !== job.inputs.length || inputs.some((input, i) => input !== job.inputs[i])) return false;
  for (const [key, answer] of asked) {
    const end = key.lastIndexOf('\n');
    if (shared.isShared({ group: key.slice(0, end) }, key.slice(end + 1)) !== answer) return false;
  }
  return true;
}

function run({ inputs, run: compareAll }: Job, shared: SentencesOfMany, settingsAt: SettingsAt): KeptPart {
  const asked = new Map<string, boolean>();
  const part = compareAll({
    isShared: (report, words) => {
      const answer = shared.isShared(report, words);
      asked.set(`${report.group}\n${words}`, answer);
      return answer;
    },
  });
  return { inputs, asked, part, reported: reported(part.found, { settingsOf: ({ path }) => settingsAt(path) }) };
}

/** What is said of each report; what stayed the same is the same object. */
function reportsOf(
  parts: Iterable<KeptPart>,
  before: ReadonlyMap<string, AcrossReport>,
): ReadonlyMap<string, AcrossReport> {
  const found = new Map<string, { findings: ReportedAcross[]; toldInside: ToldInside[]; mentions: ReportedAcross[] }>();
  const at = (path: string) => {
    let known = found.get(path);
    if (!known) found.set(path, (known = { findings: [], toldInside: [], mentions: [] }));
    return known;
  };
  for (const { part, reported: findings } of parts) {
    for (const finding of findings) {
      at(finding.report.path).findings.push(finding);
      for (const path of new Set(finding.related.map(({ report }) => report.path)))
        if (path !== finding.report.path) at(path).mentions.push(finding);
    }
    for (const told of part.toldInside) at(told.path).toldInside.push(told);
  }
  return new Map(
    [...found].map(([path, { findings, toldInside, mentions }]) => {
      findings.sort(inOrder);
      mentions.sort(inOrder);
      const signature = hash64(
        [...findings, ...mentions].map(signatureOf).join('\n') + toldInside.map(signatureOfTold).join('\n'),
      );
      const known = before.get(path);
      return [path, known?.signature === signature ? known : { findings, toldInside, mentions, signature }];
    }),
  );
}

const signatureOf = memoByObject(
  ({ rule, severity, report, place, worded, notes, related, fingerprint, silenced }: ReportedAcross): string =>
    JSON.stringify([
      rule,
      severity,
      report.path,
      place,
      worded,
      notes,
      related.map(relatedParts),
      fingerprint,
      silenced ?? null,
    ]),
);

const signatureOfTold = memoByObject(({ place, related }: ToldInside): string =>
  JSON.stringify([place, related.map(relatedParts)]),
);

function relatedParts({ report, place, message, args }: ReportedAcross['related'][number]): readonly unknown[] {
  return [report.path, place, message, args];
}

import { findBodies } from '../../model/across/bodies.ts';
import type { Body } from '../../model/across/body.ts';
import { NO_BODY_SETTINGS } from '../../model/across/bodySettings.ts';
import type { Summary } from '../../model/summary/summary.ts';
import { ACROSS_RULES } from '../../rules/acrossRules.ts';
import type { RuleFailure } from '../findings.ts';
import type { CompareOptions } from './compareOptions.ts';
import { comparisonJobs, type Comparison, type ComparedPart, type ToldInside } from './parts.ts';
import { reported, type ReportedAcross } from './reported.ts';
import { SharedSentences } from './sharedSentences.ts';

export interface Compared {
  readonly bodies: readonly Body[];
  readonly unidentified: readonly Summary[];
  /** Reports of other kinds, which are not compared. */
  readonly otherKinds: readonly Summary[];
  readonly comparisons: readonly Comparison[];
  /** By path, line, column and rule. */
  readonly findings: readonly ReportedAcross[];
  readonly toldInside: readonly ToldInside[];
  /** The first of each rule. */
  readonly failures: readonly RuleFailure[];
}

/**
 * Compares reports with each other: the years of a body, and a government with the bodies below it. It depends on the
 * set of reports, not on their order.
 */
export function compare(summaries: readonly Summary[], options: CompareOptions): Compared {
  const sorted = [...summaries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const settingsOf = (report: Summary) => options.settingsOf(report).across ?? NO_BODY_SETTINGS;
  const { bodies, unidentified, otherKinds } = findBodies(sorted, settingsOf);
  options.kept?.begin(bodies);
  const parts = [...partsOf(bodies, options)];
  return {
    bodies,
    unidentified,
    otherKinds,
    comparisons: parts.flatMap(part => part.comparisons),
    findings: reported(
      parts.flatMap(part => part.found),
      options,
    ),
    toldInside: parts.flatMap(part => part.toldInside),
    failures: firstOfEach(parts.flatMap(part => part.failures)),
  };
}

function firstOfEach(failures: readonly RuleFailure[]): readonly RuleFailure[] {
  return failures.filter(({ rule }, i) => failures.findIndex(each => each.rule === rule) === i);
}

function* partsOf(bodies: readonly Body[], { rules = ACROSS_RULES, kept }: CompareOptions): Iterable<ComparedPart> {
  const shared = new SharedSentences(bodies);
  for (const job of comparisonJobs(bodies, rules)) {
    const known = kept?.find(job);
    const part = known ?? job.run(shared);
    if (!known) kept?.add(job, part);
    yield part;
  }
}

import type { SectionRole, SectionSpec } from '../../format/types.ts';
import type { Passage } from '../../model/prose/passages.ts';
import type { ReportContext, ReportOutline } from './contexts.ts';
import { finding, type Finding } from './rule.ts';

// What a report must tell, under whatever heading, and tells nowhere.

/** Where something is said of a report without title and sections. */
const START = { start: 0, end: 0 };

const MATTERS: Readonly<Partial<Record<SectionRole, RegExp>>> = {
  proactive: /主动公开|公开(?:政府)?信息/,
  requests: /依申请|申请公开|公开(?:的)?申请/,
  fees: /收费|费用|减免|收取/,
  reviewLitigation: /复议|诉讼/,
  problems: /问题|不足|困难|改进/,
};

/** Contents that are told under headings of their own, in a draft that has come far enough to miss others. */
const LEAST_CONTENTS = 2;

/**
 * What an edition whose sections are known by content asks for and the draft tells nowhere. An extract may leave out
 * what it likes: the end must be there, a signature or the parts with which reports end.
 */
export function* missingAmong(
  { report, contents, dates }: Pick<ReportContext, 'report' | 'contents' | 'dates'>,
  specs: readonly SectionSpec[],
): Iterable<Finding> {
  const sections = contents.filter(({ by }) => by === 'section').map(({ spec }) => spec);
  const hasEnd = dates.signature !== undefined || sections.some(spec => spec.year === 'next' || spec === specs.at(-1));
  if (sections.length < LEAST_CONTENTS || !hasEnd) return;
  for (const spec of specs) {
    if (spec.requirement !== 'content' || contents.some(each => each.spec === spec)) continue;
    yield finding(report.title?.span ?? report.sections[0]?.titleSpan ?? START, {
      message: 'structure/missing-section#content',
      severity: 'hint',
      args: { title: spec.title, basis: spec.basis },
    });
  }
}

/** Charges for copies were abolished in April 2017 (财税〔2017〕20号): nothing to report from then on. */
const LAST_YEAR_WITH_FEES = 2016;

export function* missingContent(
  report: ReportOutline,
  passages: readonly Passage[],
  specs: readonly SectionSpec[],
): Iterable<Finding> {
  const present = new Set(report.sections.map(({ id }) => id));
  for (const spec of specs) {
    if (spec.requirement !== 'content' || present.has(spec.id)) continue;
    if (spec.role === 'fees' && (report.reportYear?.value ?? 0) > LAST_YEAR_WITH_FEES) continue;
    const matter = spec.role && MATTERS[spec.role];
    if (!matter || passages.some(({ text }) => matter.test(text))) continue;
    const anchor = report.title?.span ?? report.sections[0]?.titleSpan ?? START;
    yield finding(anchor, {
      message: 'structure/missing-section#content',
      severity: 'information',
      args: { title: spec.title, basis: spec.basis },
    });
  }
}

import type { Decision, ReviewComment } from '../analysis/files/decision.ts';
import type { ReportedAcross } from '../analysis/across/reported.ts';
import {
  NO_DECISIONS_FILE,
  readDecisionsFile,
  type DecisionsFault,
  type DecisionsFile,
} from '../analysis/files/decisionsFile.ts';
import type { Findings, ReportedFinding } from '../analysis/findings.ts';
import { decodeAddress } from '../text/address.ts';
import { hash32 } from '../text/hash.ts';
import { memoByObject, memoByObjectAndKey } from '../text/memo.ts';
import { isOneReport, withoutEnding } from '../text/reportPaths.ts';
import { NOTHING_ACROSS, type AcrossReport } from './reportComparison.ts';

/** A file with decisions and comments as it was read. */
export interface ReadDecisions {
  /** As the client writes it. */
  readonly uri: string;
  readonly text: string;
}

/** A comment, and where it stands in its file. */
export interface PlacedComment {
  readonly comment: ReviewComment;
  readonly file: string;
  readonly index: number;
}

/** A decision with the file that it stands in. */
export interface PlacedDecision {
  readonly decision: Decision;
  readonly file: string;
}

/** What was decided of findings, and said of places, in the reports of the workspace. */
export class Decisions {
  /** Changes with everything that is said here; empty where nothing is. */
  readonly id: string;
  readonly faults: readonly (DecisionsFault & { readonly uri: string })[];
  /** By rule and fingerprint, each with the path that it is about, if about one report alone. */
  private readonly byFinding = new Map<string, (PlacedDecision & { readonly path: string | undefined })[]>();
  private readonly rules = new Set<string>();
  /** By path without ending. */
  private readonly byReport = new Map<string, PlacedComment[]>();

  constructor(files: readonly ReadDecisions[]) {
    const faults: (DecisionsFault & { uri: string })[] = [];
    for (const { uri, text } of files) {
      const found = readDecisionsFile(text);
      if ('detail' in found) faults.push({ ...found, uri });
      this.add(uri, 'detail' in found ? NO_DECISIONS_FILE : found);
    }
    this.faults = faults;
    const isNone = this.byFinding.size === 0 && this.byReport.size === 0 && faults.length === 0;
    this.id = isNone ? '' : hash32(JSON.stringify(files));
  }

  /** What was decided last of a finding in a report. */
  of(path: string, finding: Pick<ReportedFinding, 'rule' | 'fingerprint'>): Decision | undefined {
    // Fingerprints are made when they are asked for, and most rules have no decisions.
    if (!this.rules.has(finding.rule)) return undefined;
    return this.byFinding
      .get(`${finding.rule}\n${finding.fingerprint}`)
      ?.findLast(each => each.path === undefined || isOneReport(each.path, path))?.decision;
  }

  /** Comments on a report, or on the document that it was imported from. */
  commentsOn(path: string): readonly PlacedComment[] {
    return this.byReport.get(withoutEnding(path)) ?? [];
  }

  /** All decisions, and the path of the report that each is about, if about one alone. */
  get all(): readonly (PlacedDecision & { readonly path: string | undefined })[] {
    return [...this.byFinding.values()].flat();
  }

  /** Findings inside a report with those that were accepted put aside. */
  readonly judged = memoByObjectAndKey((found: Findings, path: string): Findings => {
    const accepted = new Map<ReportedFinding, Decision>();
    for (const finding of found.findings) {
      const decision = this.of(path, finding);
      if (decision?.verdict === 'accepted') accepted.set(finding, decision);
    }
    if (accepted.size === 0) return found;
    return {
      ...found,
      findings: found.findings.filter(finding => !accepted.has(finding)),
      silenced: [
        ...found.silenced,
        ...[...accepted].map(([finding, { why }]) => ({ finding, by: 'decision' as const, reason: why })),
      ],
    };
  });

  /** What comparing says of a report, with what was accepted silenced. */
  readonly judgedAcross = memoByObject((across: AcrossReport): AcrossReport => {
    if (across === NOTHING_ACROSS || this.rules.size === 0) return across;
    return {
      ...across,
      findings: across.findings.map(each => this.judgedOne(each)),
      mentions: across.mentions.map(each => this.judgedOne(each)),
    };
  });

  private judgedOne(found: ReportedAcross): ReportedAcross {
    if (found.silenced) return found;
    const decision = this.of(found.report.path, found);
    return decision?.verdict === 'accepted' ? { ...found, silenced: { by: 'decision', reason: decision.why } } : found;
  }

  private add(uri: string, { decisions, comments }: DecisionsFile): void {
    const folder = decodeAddress(uri).replace(/\/[^/]*$/, '');
    for (const decision of decisions) {
      const key = `${decision.rule}\n${decision.fingerprint}`;
      const path = decision.path === undefined ? undefined : `${folder}/${decision.path}`;
      this.rules.add(decision.rule);
      put(this.byFinding, key, { decision, file: uri, path });
    }
    for (const [index, comment] of comments.entries())
      put(this.byReport, withoutEnding(`${folder}/${comment.path}`), { comment, file: uri, index });
  }
}

/** Where nothing was decided. */
export const NO_DECISIONS = new Decisions([]);

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

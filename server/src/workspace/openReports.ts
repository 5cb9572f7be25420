import { summaryOf } from '../analysis/across/summaryOf.ts';
import type { Settings } from '../analysis/files/settings.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { isRecognised } from '../model/recognised.ts';
import { summaryLine } from '../model/summary/lazySummary.ts';
import type { Summary } from '../model/summary/summary.ts';
import { decodeAddress } from '../text/address.ts';
import type { Source } from '../text/source.ts';

/** The parts of an open draft's snapshot that are compared. */
export type OpenDraft = Pick<Snapshot, 'uri' | 'source' | 'report' | 'settings'>;

interface OpenReport {
  readonly uri: string;
  readonly snapshot: OpenDraft;
  readonly findings: readonly ReportedFinding[];
  /** Summaries of this version and of earlier ones that findings may still speak of, the newest last. */
  readonly made: readonly MadeSummary[];
  /** Whether the newest one is of this version. */
  readonly isSummarised: boolean;
}

/** A summary and the version of the draft that it was made of. */
interface MadeSummary {
  readonly summary: Summary | undefined;
  readonly source: Source;
}

/** What an open draft says, newly read. */
interface ReadDraft {
  readonly path: string;
  /** Undefined for what is no report, or is kept out by the settings. */
  readonly summary: Summary | undefined;
  readonly settings: Settings;
  /** Whether it says what it did before. */
  readonly isKnown: boolean;
}

/** The open drafts of the workspace by their paths, with the summaries that were made of their versions. */
export class OpenReports {
  private readonly reports = new Map<string, OpenReport>();

  get paths(): Iterable<string> {
    return this.reports.keys();
  }

  has(path: string): boolean {
    return this.reports.has(path);
  }

  get(path: string): OpenReport | undefined {
    return this.reports.get(path);
  }

  delete(path: string): boolean {
    return this.reports.delete(path);
  }

  /** Takes the newest version of a draft; what it says is read later. */
  put(snapshot: OpenDraft, findings: readonly ReportedFinding[]): void {
    const { uri } = snapshot;
    const path = decodeAddress(uri);
    const known = this.reports.get(path);
    const isSummarised = known?.snapshot === snapshot && known.isSummarised;
    this.reports.set(path, { uri, snapshot, findings, made: known?.made ?? [], isSummarised });
  }

  /** The version that a summary was made of. */
  sourceOf(summary: Summary): Source | undefined {
    return this.reports.get(summary.path)?.made.find(each => each.summary === summary)?.source;
  }

  /** Reads the next draft that is not read yet; undefined where there is none. */
  readNext(): ReadDraft | undefined {
    for (const [path, draft] of this.reports) {
      if (draft.isSummarised) continue;
      const { snapshot, made } = draft;
      const { report, settings, source } = snapshot;
      const fresh = isRecognised(report) && !settings.isExcluded ? summaryOf(report, path) : undefined;
      const known = made.at(-1)?.summary;
      // Places are lines and columns: where all are the same, findings speak of this version as well.
      const isKnown = known !== undefined && fresh !== undefined && saysTheSame(known, fresh);
      const summary = isKnown ? known : fresh;
      const earlier = isKnown ? made.slice(0, -1) : made;
      this.reports.set(path, { ...draft, made: [...earlier, { summary, source }], isSummarised: true });
      return { path, summary, settings, isKnown };
    }
    return undefined;
  }

  /** Findings speak of no earlier versions any more. */
  forgetEarlierVersions(): void {
    for (const [path, draft] of this.reports) this.reports.set(path, { ...draft, made: draft.made.slice(-1) });
  }
}

/** Whether two summaries of one draft are alike in all but the text's hash. */
function saysTheSame(a: Summary, b: Summary): boolean {
  return summaryLine({ ...a, hash: '' }) === summaryLine({ ...b, hash: '' });
}

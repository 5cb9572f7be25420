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

/**
 * Whether an open draft's file is there: VS Code keeps for minutes what an extension opened, after its tab was closed
 * and its file deleted. What somebody writes in counts, be it no file yet.
 */
type OpenFile = 'unknown' | 'there' | 'gone';

interface OpenReport {
  readonly uri: string;
  readonly snapshot: OpenDraft;
  readonly findings: readonly ReportedFinding[];
  /** Summaries of this version and of earlier ones that findings may still speak of, the newest last. */
  readonly made: readonly MadeSummary[];
  /** Whether the newest one is of this version. */
  readonly isSummarised: boolean;
  readonly file: OpenFile;
}

/** A summary and the version of the draft that it was made of. */
interface MadeSummary {
  readonly summary: Summary | undefined;
  readonly source: Source;
}

/** What an open draft says, newly read. */
interface ReadDraft {
  readonly path: string;
  /** Undefined for what is no report, is gone, or is kept out by the settings. */
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
    const isWritten = known !== undefined && known.snapshot.source.text !== snapshot.source.text;
    const file = isWritten ? 'there' : (known?.file ?? 'unknown');
    this.reports.set(path, { uri, snapshot, findings, made: known?.made ?? [], isSummarised, file });
  }

  /** Looks for the file of a draft of which nobody knows whether it is there; false where there is none such. */
  async lookForFile(isMissing: (uri: string) => Promise<boolean>): Promise<boolean> {
    for (const [path, { uri, file, snapshot }] of this.reports) {
      if (file !== 'unknown') continue;
      this.noteFile(path, 'there');
      const { source } = snapshot;
      // What was written in meanwhile counts.
      if ((await isMissing(uri)) && this.get(path)?.snapshot.source === source) this.noteFile(path, 'gone');
      return true;
    }
    return false;
  }

  /** What is known now of the file of a draft, if that is open. */
  noteFile(path: string, file: OpenFile): void {
    const known = this.reports.get(path);
    if (!known || known.file === file) return;
    const isSummarised = known.isSummarised && file !== 'gone' && known.file !== 'gone';
    this.reports.set(path, { ...known, file, isSummarised });
  }

  /** The version that a summary was made of. */
  sourceOf(summary: Summary): Source | undefined {
    return this.reports.get(summary.path)?.made.find(each => each.summary === summary)?.source;
  }

  /** Reads the next draft that is not read yet; undefined where there is none. */
  readNext(): ReadDraft | undefined {
    for (const [path, draft] of this.reports) {
      if (draft.isSummarised) continue;
      const { snapshot, made, file } = draft;
      const { report, settings, source } = snapshot;
      const isOne = file !== 'gone' && isRecognised(report) && !settings.isExcluded;
      const fresh = isOne ? summaryOf(report, path) : undefined;
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

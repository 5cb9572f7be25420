import type { ReportedFinding } from '../analysis/findings.ts';
import { DEFAULT_SETTINGS } from '../analysis/files/settings.ts';
import { Cancelled, type Scheduler } from '../analysis/scheduler.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { rootOf } from '../hosts/uris.ts';
import type { Summary } from '../model/summary/summary.ts';
import type { Severity } from '../rules/support/rule.ts';
import { decodeAddress, fileNameOf } from '../text/address.ts';
import type { Source } from '../text/source.ts';
import { ClosedFindings, type Extent, type FindingMark, type KeptFinding } from './closedFindings.ts';
import { NO_DECISIONS, type Decisions } from './decisions.ts';
import { OpenReports, type OpenDraft } from './openReports.ts';
import { isAtOrBelow, lastChanges, mayHoldReports, type FileChange } from './fileChanges.ts';
import { NOTHING_ACROSS, ReportComparison, type AcrossReport } from './reportComparison.ts';
import { ReportIndex, type ReadReport, type ReportIndexHooks } from './reportIndex.ts';

/** Reports that are read between two comparisons. */
const READ_BETWEEN = 64;

/**
 * How much of the workspace is read and compared: nothing, for open drafts alone, or to show what is found anywhere.
 */
export type WorkspaceMode = 'off' | 'open' | 'all';

interface WorkspaceReportsHooks<T> extends ReportIndexHooks {
  readonly show: (snapshot: Snapshot, finding: ReportedFinding) => T;
  /** Workspace folders. */
  readonly folders: () => readonly string[];
  /** The present year: a report on a later one has a wrong year. */
  readonly yearNow: () => number;
  /** Something else is said of these reports, by their paths. */
  readonly onChanged: (paths: readonly string[]) => void;
}

/**
 * The reports of the workspace, open or not, with what is found inside closed ones and across all of them. Work is done
 * in small steps ({@link step}) by whoever has the time.
 */
export class WorkspaceReports<T> {
  readonly index: ReportIndex;
  readonly closed: ClosedFindings<T>;
  /** By address of the workspace folder: each is compared by itself. */
  private readonly comparisons = new Map<string, ReportComparison>();
  private readonly open = new OpenReports();
  private readonly state = {
    mode: 'all' as WorkspaceMode,
    decisions: NO_DECISIONS,
    checksAll: false,
    isStopped: false,
    readSince: 0,
  };
  private readonly unchecked = new Set<string>();

  constructor(private readonly hooks: WorkspaceReportsHooks<T>) {
    this.index = new ReportIndex(hooks);
    this.closed = new ClosedFindings(hooks.show);
  }

  get mode(): WorkspaceMode {
    return this.state.mode;
  }

  set mode(mode: WorkspaceMode) {
    this.state.mode = mode;
  }

  /** What was decided of findings. */
  get decisions(): Decisions {
    return this.state.decisions;
  }

  /** Takes what was decided by now; something else is said of the reports then. */
  decided(decisions: Decisions): void {
    this.state.decisions = decisions;
    this.hooks.onChanged([...new Set([...this.open.paths, ...[...this.index.files].map(({ path }) => path)])]);
  }

  get checksAll(): boolean {
    return this.state.checksAll;
  }

  get isStopped(): boolean {
    return this.state.isStopped;
  }

  /** Paths of the open reports. */
  get openPaths(): Iterable<string> {
    return this.open.paths;
  }

  /** The folders with reports. */
  get folders(): Iterable<readonly [uri: string, comparison: ReportComparison]> {
    return this.comparisons;
  }

  /** Address of a report as the client writes it. */
  addressOf(path: string): string {
    return this.open.get(path)?.uri ?? this.index.at(path)?.uri ?? path;
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  /** Findings inside an open draft. */
  openFindings(path: string): readonly ReportedFinding[] | undefined {
    return this.open.get(path)?.findings;
  }

  /** The version of an open draft that was analysed last. */
  openSnapshot(path: string): OpenDraft | undefined {
    return this.open.get(path)?.snapshot;
  }

  /** Its text. */
  sourceNow(path: string): Source | undefined {
    return this.open.get(path)?.snapshot.source;
  }

  /** The version of an open draft that a summary was made of. */
  sourceOf(summary: Summary): Source | undefined {
    return this.open.sourceOf(summary);
  }

  /** The comparison that a report takes part in. */
  comparisonOf(path: string): ReportComparison | undefined {
    return this.comparisons.get(this.rootOf(path));
  }

  /** What comparing says of a report; what was accepted is silenced. */
  acrossAt(path: string): AcrossReport {
    return this.decisions.judgedAcross(this.comparisonOf(path)?.reportAt(path) ?? NOTHING_ACROSS);
  }

  /** What tells the findings inside a report, accepted ones among them; undefined where it was not checked. */
  marksOf(path: string): readonly FindingMark[] | undefined {
    return this.open.get(path)?.findings ?? this.closed.at(path)?.marks;
  }

  /** Findings inside a closed report as far as they are kept, without those that were accepted. */
  closedFindings(path: string): readonly KeptFinding<T>[] {
    return (this.closed.at(path)?.kept ?? []).filter(
      finding => this.decisions.of(path, finding)?.verdict !== 'accepted',
    );
  }

  /** How many findings that count are inside a report, by severity; undefined where it was not checked. */
  countsOf(path: string): Readonly<Record<Severity, number>> | undefined {
    const marks = this.marksOf(path);
    if (!marks) return undefined;
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    for (const mark of marks) if (this.decisions.of(path, mark)?.verdict !== 'accepted') counts[mark.severity]++;
    return counts;
  }

  /** Takes the newest version of an open draft; what it says is read later. */
  opened(snapshot: OpenDraft, findings: readonly ReportedFinding[]): void {
    this.open.put(snapshot, findings);
  }

  /** Of a draft that is closed the file counts again, as it is by now. */
  closedDraft(uri: string): void {
    const path = decodeAddress(uri);
    if (!this.open.delete(path)) return;
    if (this.index.at(path)) this.index.expectAgain(uri);
    this.takeFile(path);
    this.noteUnchecked(path);
  }

  /** Files that are known and were written are read before others; for new ones, and new folders, files are listed. */
  filesChanged(changes: readonly FileChange[]): void {
    const last = lastChanges(changes);
    this.forgetAll(new Set(last.flatMap(({ uri, isGone }) => (isGone ? [decodeAddress(uri)] : []))));
    for (const { uri, isGone } of last) {
      if (isGone) continue;
      const path = decodeAddress(uri);
      this.open.noteFile(path, 'there');
      if (this.index.at(path)) this.index.expectAgain(uri);
      else if (mayHoldReports(fileNameOf(uri))) this.index.expectOthers();
    }
  }

  /** Settings may have changed: closed reports of which they did are read and checked again. */
  async settingsChanged(): Promise<void> {
    for (const path of await this.index.rereadSettings()) this.closed.forget(path);
    this.index.expectOthers();
  }

  /** Has every report checked, whatever its year, and what is left read. */
  checkAll(): void {
    this.state.checksAll = true;
    this.state.isStopped = false;
    this.index.expectOthers();
    for (const { path } of this.index.files) this.noteUnchecked(path);
  }

  /** Sees to it that all findings inside a report are known, whatever is shown of them. */
  async knowAll(path: string, scheduler: Scheduler): Promise<void> {
    if (this.open.has(path) || this.closed.isKnown(path, 'all')) return;
    const read = await this.index.readAgain(path);
    if (read) await this.check(read, 'all', scheduler);
  }

  /** Reads no more files until {@link checkAll}. */
  stop(): void {
    this.state.isStopped = true;
  }

  /**
   * Does the next piece of work; false where there is none. Rejects with {@link Cancelled} when `scheduler` says so.
   */
  async step(scheduler: Scheduler): Promise<boolean> {
    const { state } = this;
    if (state.mode === 'off' && !state.checksAll) return false;
    if (this.readOpenDraft() || (await this.open.lookForFile(uri => this.index.isMissing(uri)))) return true;
    const isReading = this.index.waiting > 0 && !state.isStopped;
    for (const comparison of this.comparisons.values()) {
      if (!comparison.needsUpdate || (isReading && state.readSince % READ_BETWEEN !== 0)) continue;
      await comparison.update(scheduler, new Set(this.open.paths), this.hooks.onChanged);
      this.open.forgetEarlierVersions();
      state.readSince++;
      return true;
    }
    if (this.index.mustList) {
      await this.list();
      return true;
    }
    if (isReading) {
      state.readSince++;
      await this.readFile(scheduler);
      return true;
    }
    return this.checkNext(scheduler);
  }

  /** Year of the newest report of a folder; null where none has a year. A later one than the present is a slip. */
  newestYear(root: string): number | null {
    return this.comparisons.get(root)?.newestYear(this.hooks.yearNow()) ?? null;
  }

  /** How much of the findings of a closed report is shown. */
  extentOf(path: string): Extent {
    if (this.state.checksAll) return 'all';
    if (this.state.mode !== 'all') return 'none';
    const root = this.rootOf(path);
    const year = this.comparisons.get(root)?.summaryOf(path)?.year ?? null;
    return year !== null && year === this.newestYear(root) ? 'grave' : 'none';
  }

  private rootOf(path: string): string {
    return rootOf(path, this.hooks.folders().map(decodeAddress));
  }

  private comparisonAt(path: string): ReportComparison {
    const root = this.rootOf(path);
    let known = this.comparisons.get(root);
    if (!known) this.comparisons.set(root, (known = new ReportComparison()));
    return known;
  }

  /** Reads what an open draft says, if one is not read yet. */
  private readOpenDraft(): boolean {
    const read = this.open.readNext();
    if (!read) return false;
    const { path, summary, settings, isKnown } = read;
    this.comparisonAt(path).set(path, summary, settings);
    // From now on it is known where in this version the places of findings are.
    if (!isKnown) this.hooks.onChanged([path]);
    return true;
  }

  private async list(): Promise<void> {
    const gone = await this.index.list([...this.open.paths][0] ?? '');
    for (const path of gone) {
      this.open.noteFile(path, 'unknown');
      this.forgetClosed(path);
    }
  }

  private async readFile(scheduler: Scheduler): Promise<void> {
    const read = await this.index.readNext();
    if (!read) return;
    const { path, report } = read;
    if (!report) {
      if (!this.index.at(path)?.summary) this.forgetClosed(path);
      return;
    }
    this.takeFile(path);
    const extent = this.extentOf(path);
    if (extent === 'none' || this.open.has(path)) this.noteUnchecked(path);
    else await this.check(report, extent, scheduler);
  }

  /** Compares what the file at a path says, unless it is open. */
  private takeFile(path: string): void {
    if (this.open.has(path)) return;
    const file = this.index.at(path);
    this.comparisonAt(path).set(path, file?.summary, file?.settings ?? DEFAULT_SETTINGS);
  }

  /** Files, and folders with all in them, are gone. */
  private forgetAll(gone: ReadonlySet<string>): void {
    if (gone.size === 0) return;
    for (const path of this.index.forgetAll(gone)) this.forgetClosed(path);
    for (const path of [...this.open.paths]) if (isAtOrBelow(path, gone)) this.open.noteFile(path, 'gone');
  }

  private forgetClosed(path: string): void {
    this.closed.forget(path);
    this.unchecked.delete(path);
    if (!this.open.has(path)) this.comparisonOf(path)?.set(path, undefined, DEFAULT_SETTINGS);
    this.hooks.onChanged([path]);
  }

  private noteUnchecked(path: string): void {
    if (!this.index.at(path)?.summary || this.closed.isKnown(path, this.extentOf(path))) this.unchecked.delete(path);
    else this.unchecked.add(path);
  }

  /** Checks the next closed report whose findings are wanted and not known; false where there is none. */
  private async checkNext(scheduler: Scheduler): Promise<boolean> {
    for (const path of this.unchecked) {
      const extent = this.extentOf(path);
      if (this.open.has(path) || extent === 'none') continue;
      this.unchecked.delete(path);
      if (this.closed.isKnown(path, extent)) continue;
      const read = await this.index.readAgain(path);
      if (read) await this.check(read, extent, scheduler);
      return true;
    }
    return false;
  }

  private async check({ file: { path }, snapshot }: ReadReport, extent: Extent, scheduler: Scheduler): Promise<void> {
    try {
      this.closed.add(path, snapshot, await snapshot.findings(scheduler), extent);
      this.hooks.onChanged([path]);
    } catch (error) {
      // Whoever goes on later reads it again.
      this.unchecked.add(path);
      if (!(error instanceof Cancelled)) return;
      throw error;
    }
  }
}

import type {
  CancellationToken,
  WorkDoneProgressServerReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import type { Findings, ReportedFinding } from '../analysis/findings.ts';
import type { Settings } from '../analysis/files/settings.ts';
import { Cancelled, schedulerUntil, type Scheduler } from '../analysis/scheduler.ts';
import type { ShownFinding } from '../features/review/shownFinding.ts';
import type { Host } from '../hosts/host.ts';
import { message } from '../messages/text.ts';
import { WORKSPACE_STATUS_NOTIFICATION, type WorkspaceStatus } from '../protocol/workspace.ts';
import { decodeAddress } from '../text/address.ts';
import type { FileChange } from '../workspace/fileChanges.ts';
import type { OpenDraft } from '../workspace/openReports.ts';
import { WorkspaceReports, type WorkspaceMode } from '../workspace/workspaceReports.ts';
import { AcrossAnswers } from './acrossAnswers.ts';
import type { Client } from './client.ts';
import { WorkspaceDecisions } from './workspaceDecisions.ts';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';
import { workspaceStatus } from './workspaceStatus.ts';

/** Work rests for so long after the last edit or question of the client, but not longer than the other. */
const REST_MS = 300;
const LONGEST_REST_MS = 2000;
/** What changed is told together. */
const TELL_MS = 250;
/** So many files are read without a word. */
const FEW_FILES = 50;

interface WorkspaceSessionHooks {
  readonly settings: (uri: string) => Promise<Settings>;
  /** Address of the settings file that holds for a report; null for none. Never rejects. */
  readonly settingsFile: (uri: string) => Promise<string | null>;
  /** The text of a file of the workspace; null where there is none. */
  readonly text: (uri: string) => Promise<string | null>;
  readonly mode: () => Promise<WorkspaceMode>;
  /** Something else may be shown in open drafts; `isSaid`: comparing says something else of one. */
  readonly onOpenChanged: (uris: readonly string[], isSaid: boolean) => void;
  /** Something was decided of findings. */
  readonly onDecided: () => void;
}

/**
 * The reports of the workspace in a client's session: they are read and compared whenever the client is not busy, and
 * the client is told what changed.
 */
export class WorkspaceSession {
  readonly reports: WorkspaceReports<ShownFinding>;
  readonly decisions: WorkspaceDecisions;
  readonly answers: AcrossAnswers;
  private readonly pulls: WorkspaceDiagnostics;
  private readonly work = {
    hasBegun: false,
    isRunning: false,
    isWoken: false,
    busyUntil: 0,
    /** Told when nothing is left to do. */
    waiting: [] as (() => void)[],
  };
  private readonly told: {
    timer?: ReturnType<typeof setTimeout>;
    open: Set<string>;
    isSaid: boolean;
    status: string;
    revision: number;
    progress?: Promise<WorkDoneProgressServerReporter>;
  } = { open: new Set(), isSaid: false, status: '', revision: 0 };

  constructor(
    private readonly client: Client,
    host: Host,
    private readonly hooks: WorkspaceSessionHooks,
  ) {
    this.reports = new WorkspaceReports<ShownFinding>({
      list: () => host.reportFiles(client.folders),
      read: uri => host.reportText({ uri }),
      settings: hooks.settings,
      show: (snapshot, finding) => this.answers.show(snapshot, finding),
      folders: () => client.folders,
      yearNow: () => host.now().getFullYear(),
      onChanged: paths => {
        this.changed(paths);
      },
    });
    this.answers = new AcrossAnswers(client, this.reports);
    this.decisions = new WorkspaceDecisions({
      ...hooks,
      folders: () => client.folders,
      reports: () => this.addresses(),
      hasEnded: () => client.hasEnded,
      onChanged: decisions => {
        this.reports.decided(decisions);
        hooks.onDecided();
      },
    });
    this.pulls = new WorkspaceDiagnostics({
      paths: () => [...this.reports.index.files].flatMap(({ path, summary }) => (summary ? [path] : [])),
      isOpen: path => this.reports.isOpen(path),
      addressOf: path => this.reports.index.at(path)?.uri,
      diagnosticsOf: path => this.answers.forClosed(path),
      hasEnded: () => client.hasEnded,
    });
  }

  /** Changes with everything that is told of the workspace. */
  get revision(): number {
    return this.told.revision;
  }

  /** Findings of a draft as they count: those that were accepted put aside. */
  judged(uri: string, findings: Findings): Findings {
    return this.reports.decisions.judged(findings, decodeAddress(uri));
  }

  /** The client edits or asks: work rests. */
  busy(): void {
    this.work.busyUntil = performance.now() + REST_MS;
  }

  /** An open draft was checked; from the first one on the workspace is read. */
  analysed(snapshot: OpenDraft, findings: readonly ReportedFinding[]): void {
    if (!this.reports.isOpen(decodeAddress(snapshot.uri))) this.lookAtOpenDrafts();
    this.reports.opened(snapshot, findings);
    this.decisions.noteReport(snapshot.uri);
    this.begin();
  }

  closed(uri: string): void {
    this.reports.closedDraft(uri);
    this.lookAtOpenDrafts();
    this.pulls.closed(uri);
    this.wake();
  }

  /** Files were made, written or deleted, or folders made or deleted. */
  filesChanged(changes: readonly FileChange[]): void {
    this.reports.filesChanged(changes);
    if (changes.some(({ uri }) => WorkspaceDecisions.isOne(uri))) this.decisions.forget();
    this.wake();
  }

  /** Somebody is about to look: what changed unseen is looked for. */
  look(): void {
    this.reports.index.look();
    this.wake();
  }

  /** Settings or folders changed. */
  async settingsChanged(): Promise<void> {
    if (!this.work.hasBegun) return;
    this.decisions.forget();
    this.reports.mode = await this.hooks.mode();
    await this.reports.settingsChanged();
    this.pulls.note();
    this.tellSoon();
    this.wake();
  }

  /** Checks every report; gives how many there are when nothing is left to do. */
  async checkAll(): Promise<number> {
    this.reports.checkAll();
    this.pulls.note();
    const done = new Promise<void>(resolve => this.work.waiting.push(resolve));
    this.begin();
    await done;
    return workspaceStatus(this.reports).reports;
  }

  pull(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    sendPart: ((part: WorkspaceDiagnosticReport) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    this.begin();
    return this.pulls.pull(params, token, sendPart);
  }

  stop(): void {
    clearTimeout(this.told.timer);
    for (const resolve of this.work.waiting.splice(0)) resolve();
    this.decisions.stop();
    this.pulls.stop();
  }

  /** Addresses of the reports that are known. */
  private *addresses(): Iterable<string> {
    for (const path of this.reports.openPaths) yield this.reports.addressOf(path);
    for (const { uri, summary } of this.reports.index.files) if (summary) yield uri;
  }

  /** What is found in two reports is told in the later one, if that is open: the others show something else then. */
  private lookAtOpenDrafts(): void {
    for (const path of this.reports.openPaths) this.told.open.add(path);
    this.tellSoon();
  }

  private begin(): void {
    if (this.work.hasBegun) {
      this.wake();
      return;
    }
    this.work.hasBegun = true;
    this.hooks.mode().then(
      mode => {
        this.reports.mode = mode;
        this.wake();
      },
      (error: unknown) => {
        this.client.logError(WORKSPACE_STATUS_NOTIFICATION, error);
        for (const resolve of this.work.waiting.splice(0)) resolve();
      },
    );
  }

  /** Goes on with what is to be done; one run at a time. */
  private wake(): void {
    const { work, client } = this;
    work.isWoken = true;
    if (work.isRunning || !work.hasBegun || client.hasEnded) return;
    work.isRunning = true;
    this.run()
      .catch((error: unknown) => {
        if (!(error instanceof Cancelled)) client.logError('workspace', error);
      })
      .finally(() => {
        work.isRunning = false;
        if (work.isWoken && !client.hasEnded) this.wake();
        else for (const resolve of work.waiting.splice(0)) resolve();
      });
  }

  private async run(): Promise<void> {
    const { work } = this;
    const scheduler = this.scheduler();
    while (work.isWoken) {
      work.isWoken = false;
      for (;;) {
        await this.rest();
        if (this.client.hasEnded) return;
        if (!(await this.reports.step(scheduler))) break;
        await scheduler.yieldIfNeeded();
        this.tellSoon();
      }
    }
    this.tellSoon();
  }

  /** Gives way to waiting messages, and rests while the client is busy. */
  private scheduler(): Scheduler {
    const inner = schedulerUntil(() => this.client.hasEnded);
    return { yieldIfNeeded: () => inner.yieldIfNeeded()?.then(() => this.rest()) };
  }

  /** Waits until the client has been quiet for a while; one that never is gets a little work in between. */
  private async rest(): Promise<void> {
    const { work } = this;
    const began = performance.now();
    for (let now = began; now < work.busyUntil && now - began < LONGEST_REST_MS; now = performance.now())
      await new Promise(resolve => setTimeout(resolve, Math.min(REST_MS, work.busyUntil - now) + 1));
  }

  private changed(paths: readonly string[]): void {
    for (const path of paths) {
      this.decisions.noteReport(this.reports.addressOf(path));
      if (!this.reports.isOpen(path)) continue;
      this.told.open.add(path);
      this.told.isSaid = true;
    }
    this.pulls.note(paths);
    this.told.revision++;
    this.tellSoon();
  }

  private tellSoon(): void {
    this.told.timer ??= setTimeout(() => {
      delete this.told.timer;
      this.tell();
    }, TELL_MS);
  }

  private tell(): void {
    const { client, told, reports } = this;
    if (client.hasEnded) return;
    const open = [...told.open];
    told.open.clear();
    if (open.length > 0)
      this.hooks.onOpenChanged(
        open.map(path => reports.addressOf(path)),
        told.isSaid,
      );
    told.isSaid = false;
    for (const comparison of reports.folders) client.logFailures(comparison[1].failures);
    this.showProgress();
    if (!client.profile.hearsStatus) return;
    const status = workspaceStatus(reports);
    const text = JSON.stringify(status);
    if (text === told.status) return;
    told.status = text;
    const params: WorkspaceStatus = { ...status, revision: told.revision };
    client.send(client.connection.sendNotification(WORKSPACE_STATUS_NOTIFICATION, params));
  }

  /** Shows how many files are read, where there are many; the user may end it. */
  private showProgress(): void {
    const { reports, told, client } = this;
    const { waiting } = reports.index;
    const isReading = waiting > 0 && !reports.isStopped && reports.mode !== 'off';
    if (!isReading) {
      void told.progress?.then(progress => {
        progress.done();
      });
      delete told.progress;
      return;
    }
    if (!told.progress) {
      if (waiting < FEW_FILES) return;
      const { language } = client.profile;
      told.progress = client.connection.window.createWorkDoneProgress().then(progress => {
        progress.begin(message(language, 'server.readingReports'), 0, undefined, true);
        progress.token.onCancellationRequested(() => {
          reports.stop();
          this.tellSoon();
        });
        return progress;
      });
      told.progress.catch(() => {});
      return;
    }
    const total = [...reports.index.files].length;
    const done = total - waiting;
    void told.progress.then(progress => {
      progress.report(Math.floor((100 * done) / Math.max(1, total)), `${String(done)}/${String(total)}`);
    });
  }
}

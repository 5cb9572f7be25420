import { LSPErrorCodes, PublishDiagnosticsNotification, ResponseError } from 'vscode-languageserver';
import type {
  CancellationToken,
  Diagnostic,
  DiagnosticServerCancellationData,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Findings } from '../analysis/findings.ts';
import { Cancelled } from '../analysis/scheduler.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { isHistorical } from '../hosts/uris.ts';
import { hash32 } from '../text/hash.ts';
import { withAdded, type AddedDiagnostics } from './acrossAnswers.ts';
import type { Client } from './client.ts';
import type { Documents, DraftSnapshot } from './documents.ts';

/** An edit is published after this pause, so that typing is not followed by a publication for each key. */
const PUBLISH_DELAY_MS = 150;

/** A client that offers to pull is given this long for its first pull; not all that offer it do. */
const FIRST_PULL_MS = 1000;

interface PublisherHooks {
  /** Tells the result ids of this server from those of an earlier one. */
  readonly resultPrefix: string;
  /** What comparing with other reports adds. */
  readonly added: (snapshot: DraftSnapshot) => AddedDiagnostics;
}

/**
 * Sends the findings of drafts: in answer to the client's pulls, or of its own accord to clients that do not pull.
 * Whether one that offers it does is seen by its first pull: until then findings are pushed, and then taken back.
 */
export class DiagnosticsPublisher {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Drafts whose findings the client has from a push. */
  private readonly pushed = new Set<string>();
  private hasPulled = false;
  /** What comparing added to the diagnostics of each draft when they were sent last. */
  private readonly sent = new Map<string, { readonly snapshot: DraftSnapshot; readonly id: string }>();

  constructor(
    private readonly client: Client,
    private readonly documents: Documents,
    private readonly hooks: PublisherHooks,
  ) {}

  /**
   * Answers a pull. One that was overtaken by a newer version, or withdrawn, is answered with an error that keeps the
   * old diagnostics, never with an empty list.
   */
  async pull(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    this.pulled();
    if (isHistorical(uri)) return { kind: 'full', items: [] };
    try {
      const snapshot = await unlessCancelled(token, this.documents.current(uri));
      if (!snapshot) return { kind: 'full', items: [] };
      const serial = `${this.hooks.resultPrefix}-${String(this.documents.serial(snapshot))}`;
      if (previousResultId === serial + this.added(snapshot).id)
        return { kind: 'unchanged', resultId: previousResultId };
      const { findings } = await unlessCancelled(token, this.documents.findings(snapshot));
      const added = this.added(snapshot);
      return { kind: 'full', resultId: serial + added.id, items: this.diagnosticsOf(snapshot, findings, added) };
    } catch (error) {
      const isOvertaken = error instanceof Cancelled;
      if (!isOvertaken) this.client.logError('textDocument/diagnostic', error);
      const data: DiagnosticServerCancellationData = { retriggerRequest: isOvertaken };
      throw new ResponseError(LSPErrorCodes.ServerCancelled, isOvertaken ? 'overtaken' : 'failed', data);
    }
  }

  /** Publishes the findings of a draft after a pause, unless the client pulls. */
  schedule(uri: string, delayMs = PUBLISH_DELAY_MS): void {
    if (this.hasPulled || isHistorical(uri)) return;
    const mayPullYet = this.client.profile.capabilities.pullDiagnostics && this.pushed.size === 0;
    // Edits within the time for the first pull do not make it longer.
    if (mayPullYet && this.timers.has(uri)) return;
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(
        () => {
          this.timers.delete(uri);
          this.publish(uri).catch((error: unknown) => {
            this.client.logError(PublishDiagnosticsNotification.method, error);
          });
        },
        mayPullYet ? FIRST_PULL_MS : delayMs,
      ),
    );
  }

  /** Whether comparing adds something else to a draft's diagnostics than when they were sent last. */
  hasChanged(uri: string): boolean {
    const sent = this.sent.get(uri);
    return sent !== undefined && this.added(sent.snapshot).id !== sent.id;
  }

  /** Shows the findings of drafts that are judged differently now. */
  async refresh(uris: readonly string[]): Promise<void> {
    const { pullDiagnostics, refreshDiagnostics } = this.client.profile.capabilities;
    for (const uri of uris) this.schedule(uri, 0);
    if (pullDiagnostics && refreshDiagnostics) await this.client.connection.languages.diagnostics.refresh();
  }

  /** Takes back what was published of a draft that is no longer open. */
  retract(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.sent.delete(uri);
    if (this.pushed.delete(uri)) this.client.send(this.client.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  /** Publishes nothing more. */
  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** The client pulls: what it was pushed would stand beside what it pulls. */
  private pulled(): void {
    if (this.hasPulled) return;
    this.hasPulled = true;
    this.stop();
    for (const uri of [...this.pushed]) this.retract(uri);
  }

  private async publish(uri: string): Promise<void> {
    const snapshot = await this.documents.current(uri);
    if (!snapshot) return;
    try {
      const { findings } = await this.documents.findings(snapshot);
      // It may have pulled, closed the draft or ended the session by now.
      if (this.hasPulled || this.client.hasEnded || !this.documents.isCurrent(snapshot)) return;
      const { version } = snapshot;
      this.pushed.add(uri);
      await this.client.connection.sendDiagnostics({
        uri,
        version,
        diagnostics: this.diagnosticsOf(snapshot, findings, this.added(snapshot)),
      });
    } catch (error) {
      // A newer version or newer settings are on their way and publish themselves.
      if (!(error instanceof Cancelled)) throw error;
    }
  }

  private diagnosticsOf(
    snapshot: DraftSnapshot,
    findings: Findings['findings'],
    added: AddedDiagnostics & { readonly id: string },
  ): Diagnostic[] {
    const { language, capabilities, rulePages, titledCodes } = this.client.profile;
    const own = diagnostics(snapshot, findings, { language, titledCodes, clientCapabilities: capabilities, rulePages });
    this.sent.set(snapshot.uri, { snapshot, id: added.id });
    return withAdded(own, added);
  }

  /** What comparing adds, and an id that changes with it; empty where it adds nothing. */
  private added(snapshot: DraftSnapshot): AddedDiagnostics & { readonly id: string } {
    const added = this.hooks.added(snapshot);
    const isNone = added.diagnostics.length === 0 && added.related.length === 0 && added.decisions === '';
    return { ...added, id: isNone ? '' : `-${hash32(JSON.stringify(added))}` };
  }
}

/** The result of work; rejects with {@link Cancelled} as soon as the client withdraws its request. */
async function unlessCancelled<T>(token: CancellationToken, work: Promise<T>): Promise<T> {
  if (token.isCancellationRequested) throw new Cancelled();
  let listener: { dispose(): void } | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    listener = token.onCancellationRequested(() => {
      reject(new Cancelled());
    });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    listener?.dispose();
  }
}

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
import type { Client } from './client.ts';
import type { Documents, DraftSnapshot } from './documents.ts';

/** An edit is published after this pause, so that typing is not followed by a publication for each key. */
const PUBLISH_DELAY_MS = 150;

/** A client that offers to pull is given this long for its first pull; not all that offer it do. */
const FIRST_PULL_MS = 1000;

/**
 * Sends the findings of drafts: in answer to the client's pulls, or of its own accord to clients that do not pull.
 * Whether one that offers it does is seen by its first pull: until then findings are pushed, and then taken back.
 */
export class DiagnosticsPublisher {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Drafts whose findings the client has from a push. */
  private readonly pushed = new Set<string>();
  private hasPulled = false;

  /** `resultPrefix` tells the result ids of this server from those of an earlier one. */
  constructor(
    private readonly client: Client,
    private readonly documents: Documents,
    private readonly resultPrefix: string,
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
      const resultId = `${this.resultPrefix}-${String(this.documents.serial(snapshot))}`;
      if (previousResultId === resultId) return { kind: 'unchanged', resultId };
      const { findings } = await unlessCancelled(token, this.documents.findings(snapshot));
      return { kind: 'full', resultId, items: this.diagnosticsOf(snapshot, findings) };
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
        diagnostics: this.diagnosticsOf(snapshot, findings),
      });
    } catch (error) {
      // A newer version or newer settings are on their way and publish themselves.
      if (!(error instanceof Cancelled)) throw error;
    }
  }

  private diagnosticsOf(snapshot: DraftSnapshot, findings: Findings['findings']): Diagnostic[] {
    const { language, capabilities, rulePages, titledCodes } = this.client.profile;
    return diagnostics(snapshot, findings, { language, titledCodes, clientCapabilities: capabilities, rulePages });
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

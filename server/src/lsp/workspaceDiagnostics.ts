import type {
  CancellationToken,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { decodeAddress } from '../text/address.ts';
import { hash32 } from '../text/hash.ts';
import { isRecord } from '../text/json.ts';

/** Reports in one part of an answer. */
const BATCH = 64;
/**
 * A client forgets a draft that is closed some time after it said so, on a busy machine later: what is sent before that
 * is lost, though the client then says that it holds it. So it is sent again at these times.
 */
const FORGETTING_MS = [500, 2_000, 8_000];

interface WorkspaceDiagnosticsHooks {
  /** Paths of all reports that are not open. */
  readonly paths: () => Iterable<string>;
  readonly isOpen: (path: string) => boolean;
  /** Address of a report as the client writes it; undefined for a file that is gone. */
  readonly addressOf: (path: string) => string | undefined;
  readonly diagnosticsOf: (path: string) => readonly Diagnostic[];
  readonly hasEnded: () => boolean;
}

/**
 * Answers pulls of the diagnostics of all reports that are not open. A client that asks again while nothing changed is
 * answered when something does; so it need not ask every few seconds.
 */
export class WorkspaceDiagnostics {
  /** Result ids that the client holds, by path. */
  private held = new Map<string, { readonly uri: string; readonly id: string }>();
  /**
   * Addresses of drafts that were closed, by path: the client goes on showing what was found while they were open until
   * it is told something else, be it that there is nothing, as of a file that is gone or not of the workspace.
   */
  private readonly owed = new Map<string, string>();
  /** Paths whose diagnostics may be others than the client holds. */
  private readonly changed = new Set<string>();
  private waiting: (() => void) | undefined;
  private pulls = 0;
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(private readonly hooks: WorkspaceDiagnosticsHooks) {}

  /** Reports of which something else is said; all of them, where none is named. */
  note(paths: Iterable<string> = this.hooks.paths()): void {
    for (const path of paths) this.changed.add(path);
    this.wake();
  }

  /** A draft was closed: the client holds nothing of it any more. */
  closed(uri: string): void {
    const path = decodeAddress(uri);
    this.held.delete(path);
    for (const delayMs of FORGETTING_MS) {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        this.held.delete(path);
        this.owed.set(path, uri);
        this.note([path]);
      }, delayMs);
      this.timers.add(timer);
    }
  }

  /** Answers whoever waits; nothing more is sent. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.wake();
  }

  /** Answers a pull, in parts where the client takes them. */
  async pull(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    sendPart: ((part: WorkspaceDiagnosticReport) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const own = ++this.pulls;
    this.wake();
    this.held = heldIn(previousResultIds);
    for (const path of [...this.hooks.paths(), ...this.held.keys()]) this.changed.add(path);
    for (;;) {
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      let hasSent = false;
      while (this.changed.size > 0) {
        items.push(...this.nextReports());
        if (!sendPart || items.length === 0) continue;
        sendPart({ items: items.splice(0) });
        hasSent = true;
      }
      if (hasSent || items.length > 0) return { items };
      await this.somethingChanged(token);
      // Of several pulls the last one is answered with what changed: the client has given up the others.
      if (own !== this.pulls || token.isCancellationRequested || this.hooks.hasEnded()) return { items: [] };
    }
  }

  /** Reports on the next changed files; of those that the client holds as they are, none. */
  private nextReports(): readonly WorkspaceDocumentDiagnosticReport[] {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const path of this.changed) {
      if (reports.length === BATCH) break;
      this.changed.delete(path);
      const owed = this.owed.get(path);
      this.owed.delete(path);
      // Those of an open draft are asked for by themselves.
      if (this.hooks.isOpen(path)) continue;
      const held = this.held.get(path);
      const uri = this.hooks.addressOf(path);
      const items = uri === undefined ? [] : this.hooks.diagnosticsOf(path);
      const id = hash32(JSON.stringify(items));
      if (held ? held.id === id : items.length === 0 && owed === undefined) continue;
      const address = uri ?? held?.uri ?? owed;
      if (address === undefined) continue;
      if (items.length === 0) this.held.delete(path);
      else this.held.set(path, { uri: address, id });
      reports.push({
        kind: 'full',
        uri: address,
        version: null,
        items: [...items],
        ...(items.length === 0 ? {} : { resultId: id }),
      });
    }
    return reports;
  }

  private async somethingChanged(token: CancellationToken): Promise<void> {
    if (token.isCancellationRequested || this.hooks.hasEnded()) return;
    const listeners: { dispose(): void }[] = [];
    await new Promise<void>(resolve => {
      this.waiting = resolve;
      listeners.push(token.onCancellationRequested(resolve));
    });
    for (const listener of listeners) listener.dispose();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.();
  }
}

/** What a client says that it holds, by path; malformed entries are left out. */
function heldIn(ids: unknown): Map<string, { readonly uri: string; readonly id: string }> {
  const entries: readonly unknown[] = Array.isArray(ids) ? ids : [];
  return new Map(
    entries.flatMap(entry => {
      if (!isRecord(entry)) return [];
      const { uri, value } = entry;
      return typeof uri === 'string' && typeof value === 'string' ? [[decodeAddress(uri), { uri, id: value }]] : [];
    }),
  );
}

import { CodeLensRefreshRequest, FileChangeType } from 'vscode-languageserver';
import type {
  CancellationToken,
  Connection,
  DidChangeConfigurationParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  FileEvent,
  TextDocumentContentChangeEvent,
  TextDocumentIdentifier,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Findings, ReportedFinding } from '../analysis/findings.ts';
import { rehearse } from '../analysis/rehearsal.ts';
import { Cancelled, schedulerUntil } from '../analysis/scheduler.ts';
import { checkedText } from '../features/checkedText.ts';
import type { CitedClause } from '../features/statutes/references.ts';
import { isStatuteAddress } from '../features/statutes/statuteAddress.ts';
import type { DraftFile } from '../features/support/draftFile.ts';
import { BUILT_IN, editionSet, type EditionSet } from '../format/editionSet.ts';
import { clientHost } from '../hosts/clientHost.ts';
import type { Host } from '../hosts/host.ts';
import { isHistorical } from '../hosts/uris.ts';
import type { CheckedText, CheckedTextParams } from '../protocol/documents.ts';
import { STATUS_NOTIFICATION } from '../protocol/protocol.ts';
import { decodeAddress } from '../text/address.ts';
import type { SummarisedDraft } from '../workspace/draftIndex.ts';
import { addressesOf, Client } from './client.ts';
import { clientRequests } from './clientRequests.ts';
import { ClientSettings } from './clientSettings.ts';
import { DiagnosticsPublisher } from './diagnosticsPublisher.ts';
import { Documents } from './documents.ts';
import type { DraftSnapshot, SnapshotFactory } from './documents.ts';
import { FileWatches } from './fileWatches.ts';
import { statusOf } from './status.ts';
import { StatuteAccess } from './statuteAccess.ts';
import { TokenAnswers } from './tokenAnswers.ts';
import { WorkspaceDecisions } from './workspaceDecisions.ts';
import { WorkspaceSession } from './workspaceSession.ts';
import { WorkspaceLibrary } from './workspaceLibrary.ts';

/** One client's session: what happens to its documents and settings, and what is answered from them. */
export class Session {
  readonly client: Client;
  readonly documents: Documents;
  readonly settings: ClientSettings;
  readonly library: WorkspaceLibrary;
  readonly diagnostics: DiagnosticsPublisher;
  readonly watches: FileWatches;
  readonly tokens = new TokenAnswers();
  /** The reports of the workspace, open or not. */
  readonly workspace: WorkspaceSession;

  constructor(connection: Connection, baseHost: Host, createSnapshot: SnapshotFactory) {
    const client = new Client(connection, baseHost.statuteFolder !== undefined);
    let isDue = false;
    // Answers that come together are used together.
    const onLate = (): void => {
      if (isDue) return;
      isDue = true;
      setTimeout(() => {
        isDue = false;
        void this.settingsChanged().catch((error: unknown) => {
          client.logError('settings', error);
        });
      }, 0);
    };
    const host = clientHost(clientRequests(connection), baseHost, {
      canAsk: () => client.profile.answersFileRequests,
      onLate,
    });
    this.client = client;
    this.documents = new Documents({
      createSnapshot,
      settingsFor: uri => this.settings.read(uri),
      judge: (uri, findings) => this.workspace.judged(uri, findings),
      onAnalysed: (snapshot, findings) => {
        this.onAnalysed(snapshot, findings);
      },
    });
    this.watches = new FileWatches(client);
    this.library = new WorkspaceLibrary(client, this.watches, {
      read: params => host.files(params),
      drafts: () => host.drafts(),
      isOpen: uri => this.documents.languageId(uri) !== undefined,
      access: new StatuteAccess(client, baseHost.statuteFolder),
    });
    this.settings = new ClientSettings(client, {
      configurationFile: uri => host.configurationFile(uri),
      localKnowledge: (uri, paths) => this.library.load(uri, paths),
      onLate,
    });
    this.diagnostics = new DiagnosticsPublisher(client, this.documents, {
      resultPrefix: baseHost.now().getTime().toString(36),
      added: snapshot => this.workspace.answers.forOpen(snapshot),
    });
    this.workspace = new WorkspaceSession(client, host, {
      settings: uri => this.settings.closed.read(uri),
      settingsFile: async uri => (await this.settings.closed.fileFor(uri).catch(() => null))?.uri ?? null,
      text: async uri => (await host.reportText({ uri })).text,
      mode: () => this.settings.workspaceMode(),
      onOpenChanged: (uris, isSaid) => {
        void this.refreshAcross(uris, isSaid);
      },
      onDecided: () => {
        void this.decided().catch((error: unknown) => {
          client.logError('decisions', error);
        });
      },
    });
  }

  /** The client is ready: it is asked to tell of changes, and the time until a draft is opened is used. */
  async begun(): Promise<void> {
    void rehearse(schedulerUntil(() => this.client.hasEnded || this.documents.uris.length > 0)).catch(
      (error: unknown) => {
        if (!(error instanceof Cancelled)) this.client.logError('rehearsal', error);
      },
    );
    await this.watches.register();
  }

  /** Ends the session: nothing more is published, and the results of pending work are dropped. */
  shutDown(): void {
    this.client.end();
    this.diagnostics.stop();
    this.workspace.stop();
  }

  open(document: TextDocumentItem): void {
    if (typeof document.uri !== 'string' || typeof document.text !== 'string')
      throw new TypeError('a document without address or text');
    // The server wrote it itself.
    if (isStatuteAddress(document.uri) || this.library.documents.at(document.uri)) return;
    this.documents.open(document);
    this.diagnostics.schedule(document.uri, 0);
  }

  change({ uri, version }: VersionedTextDocumentIdentifier, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.workspace.busy();
    this.documents.change(uri, version, changes);
    this.diagnostics.schedule(uri);
  }

  close({ uri }: TextDocumentIdentifier): void {
    this.documents.close(uri);
    this.settings.forget(uri);
    this.library.close(uri);
    this.tokens.forget(uri);
    this.diagnostics.retract(uri);
    this.workspace.closed(uri);
  }

  /** A document was saved: clients that watch no files may have changed a configuration file by now. */
  async saved({ uri }: TextDocumentIdentifier): Promise<void> {
    if (this.client.profile.capabilities.registerWatchedFiles) return;
    this.workspace.filesChanged([{ uri, isGone: false }]);
    await this.settingsChanged();
  }

  /** What is watched was made, written or deleted: reports, settings, files that settings name, folders. */
  async filesChanged({ changes }: DidChangeWatchedFilesParams): Promise<void> {
    const isSettings = ({ uri }: FileEvent) =>
      (/\.json$/i.test(uri) && !WorkspaceDecisions.isOne(uri)) || this.watches.isNamed(uri);
    this.workspace.filesChanged(changes.map(({ uri, type }) => ({ uri, isGone: type === FileChangeType.Deleted })));
    if (changes.length === 0 || changes.some(isSettings)) await this.settingsChanged();
  }

  /** The client's settings changed; `settings` is what it sent along, if it cannot be asked. */
  settingsSent({ settings }: DidChangeConfigurationParams): Promise<void> {
    this.settings.push(settings);
    return this.settingsChanged();
  }

  /** Settings of any kind may have changed: where they did, findings are made and shown anew. */
  async settingsChanged(): Promise<void> {
    this.library.reread();
    this.settings.closed.forget();
    const displayBefore = await this.displays();
    const changed = await this.documents.rereadSettings();
    if (changed.length > 0) await this.diagnostics.refresh(changed);
    if (changed.length > 0 || (await this.displays()) !== displayBefore) await this.refreshTables(changed.length > 0);
    await this.workspace.settingsChanged();
  }

  /** The workspace's folders changed, and settings with them. */
  async foldersChanged({ event: { added, removed } }: DidChangeWorkspaceFoldersParams): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.client.folders = [...this.client.folders.filter(uri => !gone.has(uri)), ...addressesOf(added)];
    await this.settingsChanged();
  }

  /** Result of `feature` for the current version of the document that a request names; null if it is not open. */
  async withSnapshot<T>(
    { textDocument: { uri } }: { readonly textDocument: TextDocumentIdentifier },
    feature: (snapshot: DraftSnapshot, file: DraftFile) => T | Promise<T>,
  ): Promise<T | null> {
    const snapshot = await this.documents.current(uri);
    return snapshot ? await feature(snapshot, this.fileOf(uri)) : null;
  }

  /** Like {@link withSnapshot}, for features that judge a draft; null for one that is not checked. */
  async withCheckedSnapshot<T>(
    params: { readonly textDocument: TextDocumentIdentifier },
    feature: (snapshot: DraftSnapshot, file: DraftFile) => T | Promise<T>,
  ): Promise<T | null> {
    return isHistorical(params.textDocument.uri) ? null : await this.withSnapshot(params, feature);
  }

  /** Like {@link withCheckedSnapshot}, with the findings. */
  async withFindings<T>(
    { textDocument: { uri } }: { readonly textDocument: TextDocumentIdentifier },
    feature: (snapshot: DraftSnapshot, findings: readonly ReportedFinding[], file: DraftFile) => Promise<T>,
  ): Promise<T | null> {
    if (isHistorical(uri)) return null;
    const current = await this.documents.currentFindings(uri);
    return current ? feature(current.snapshot, current.findings.findings, this.fileOf(uri)) : null;
  }

  /** Findings of a text that is not open, with the settings that hold at its address. */
  async checkedText({ uri, text }: CheckedTextParams): Promise<CheckedText | null> {
    if (typeof uri !== 'string' || typeof text !== 'string') return null;
    const settings = await this.settings.read(uri);
    if (this.documents.languageId(uri) === undefined) this.settings.forget(uri);
    const snapshot = this.documents.snapshotOf(uri, text, settings);
    const found = await snapshot.findings(schedulerUntil(() => this.client.hasEnded));
    const { findings } = this.workspace.judged(uri, found);
    const { decisions } = this.workspace.reports;
    const path = decodeAddress(uri);
    const review = {
      comments: decisions.commentsOn(path).map(({ comment }) => comment),
      decisionOn: (finding: ReportedFinding) => decisions.of(path, finding),
    };
    return checkedText(snapshot, findings, review, this.client.profile.language);
  }

  /** The editions that a draft in the first workspace folder may be checked against. */
  async editionsOfWorkspace(): Promise<EditionSet> {
    const [folder] = this.client.folders;
    if (folder === undefined) return BUILT_IN;
    return editionSet((await this.settings.closed.read(`${folder.replace(/\/$/, '')}/report.md`)).localFormats);
  }

  /** Snapshots of the open drafts, the one at `first` before the others; older states of files left out. */
  async openDrafts(first: string): Promise<readonly DraftSnapshot[]> {
    const uris = [first, ...this.documents.uris.filter(uri => uri !== first)].filter(uri => !isHistorical(uri));
    const snapshots = await Promise.all(uris.map(uri => this.documents.current(uri)));
    return snapshots.filter(snapshot => snapshot !== undefined);
  }

  /** Citations of the workspace's drafts that are not open, asked for from the draft at `uri`. */
  citationsElsewhere(
    uri: string,
    token: CancellationToken,
  ): Promise<readonly SummarisedDraft<readonly CitedClause[]>[]> {
    const isOver = (): boolean => token.isCancellationRequested || this.client.hasEnded;
    return this.library.citationsElsewhere(uri, this.documents.uris, isOver);
  }

  private fileOf(uri: string): DraftFile {
    return { uri, languageId: this.documents.languageId(uri) ?? '' };
  }

  /** The display settings of all open drafts, to be compared. */
  private async displays(): Promise<string> {
    return JSON.stringify(await Promise.all(this.documents.uris.map(uri => this.settings.display(uri))));
  }

  /** Asks the client to fetch again what is shown in and above tables, as far as it can. */
  private async refreshTables(isJudgedAnew: boolean): Promise<void> {
    const { connection, profile } = this.client;
    const can = profile.capabilities;
    await Promise.all([
      can.inlayHints && can.refreshInlayHints ? connection.languages.inlayHint.refresh() : undefined,
      isJudgedAnew && can.codeLens && can.refreshCodeLens
        ? connection.sendRequest(CodeLensRefreshRequest.type)
        : undefined,
      isJudgedAnew && can.semanticTokens && can.refreshSemanticTokens
        ? connection.languages.semanticTokens.refresh()
        : undefined,
    ]);
  }

  /** Shows what comparing says now of open drafts, as far as it is something else. */
  private async refreshAcross(uris: readonly string[], isSaid: boolean): Promise<void> {
    const changed = uris.filter(uri => this.diagnostics.hasChanged(uri));
    if (changed.length > 0) await this.diagnostics.refresh(changed);
    await this.tellStatusOf(isSaid ? uris : changed);
    const can = this.client.profile.capabilities;
    if (isSaid && can.inlayHints && can.refreshInlayHints) await this.client.connection.languages.inlayHint.refresh();
  }

  private onAnalysed(snapshot: DraftSnapshot, findings: Findings): void {
    const { client } = this;
    if (client.hasEnded) return;
    client.logFailures(findings.failures);
    const isOpen = this.documents.languageId(snapshot.uri) !== undefined;
    if (isOpen && !isHistorical(snapshot.uri)) this.workspace.analysed(snapshot, findings.findings);
    this.tellStatus(snapshot, this.workspace.judged(snapshot.uri, findings));
  }

  private tellStatus(snapshot: DraftSnapshot, findings: Findings): void {
    const { client } = this;
    if (!client.profile.hearsStatus) return;
    const { diagnostics } = this.workspace.answers.forOpen(snapshot);
    const status = statusOf(snapshot, findings, diagnostics, client.profile.language);
    client.send(client.connection.sendNotification(STATUS_NOTIFICATION, status));
  }

  /** Something else counts now: open drafts are shown anew. */
  private async decided(): Promise<void> {
    const uris = this.documents.uris.filter(uri => !isHistorical(uri));
    await this.diagnostics.refresh(uris.filter(uri => this.diagnostics.hasChanged(uri)));
    await this.tellStatusOf(uris);
  }

  private async tellStatusOf(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const current = await this.documents.currentFindings(uri);
      if (current && !this.client.hasEnded) this.tellStatus(current.snapshot, current.findings);
    }
  }
}

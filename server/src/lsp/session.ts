import {
  CodeLensRefreshRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  MarkupKind,
  MessageType,
  PublishDiagnosticsNotification,
  ResponseError,
  ShowMessageNotification,
} from 'vscode-languageserver';
import type {
  CancellationToken,
  Connection,
  DiagnosticServerCancellationData,
  DidChangeConfigurationParams,
  DidChangeWorkspaceFoldersParams,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  InitializeParams,
  MarkupContent,
  RenameParams,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  TextDocumentContentChangeEvent,
  TextDocumentIdentifier,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Findings, ReportedFinding } from '../analysis/findings.ts';
import type { Settings } from '../analysis/files/settings.ts';
import { Cancelled } from '../analysis/scheduler.ts';
import { toOffset } from '../features/support/convert.ts';
import { diagnostics } from '../features/diagnostics.ts';
import type { DraftFile } from '../features/support/draftFile.ts';
import { workspaceEdit } from '../features/support/edits.ts';
import { fileDiagnostics } from '../features/statutes/fileDiagnostics.ts';
import { annotatedEdit, noticeOf, rename } from '../features/figures/rename.ts';
import type { PlannedRenaming } from '../features/figures/rename.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { isStatuteAddress } from '../features/statutes/statuteAddress.ts';
import type { Language } from '../messages/message.ts';
import { languageFor, message, uncheckedMessage } from '../messages/text.ts';
import type { Statute } from '../statutes/types.ts';
import { NO_SERVER_CLIENT_CAPABILITIES, readClientCapabilities } from './clientCapabilities.ts';
import type { ServerClientCapabilities } from './clientCapabilities.ts';
import { ANSWER_MS, clientHost, TooLate, within } from '../hosts/clientHost.ts';
import { DraftIndex } from '../workspace/draftIndex.ts';
import type { SummarisedDraft } from '../workspace/draftIndex.ts';
import { citedIn } from '../features/statutes/references.ts';
import type { CitedClause } from '../features/statutes/references.ts';
import { DEFAULT_DISPLAY, readConfiguration, readDisplay } from './clientSettings.ts';
import type { ConfigurationProblem, DisplaySettings, StatutePaths } from './clientSettings.ts';
import { Documents } from './documents.ts';
import type { DraftSnapshot, SnapshotFactory } from './documents.ts';
import { CONFIGURATION_FILE_NAME } from '../hosts/host.ts';
import type { Host } from '../hosts/host.ts';
import { folderOf, placeOf, rootOf, workingAddress } from '../hosts/uris.ts';
import type { Place } from '../hosts/uris.ts';
import { plainText } from './plainText.ts';
import {
  CONFIGURATION_FILE_REQUEST,
  DRAFTS_REQUEST,
  FILES_REQUEST,
  STATUS_NOTIFICATION,
  STATUTES_CHANGED_NOTIFICATION,
} from '../protocol/protocol.ts';
import type {
  ConfigurationFileParams,
  ConfigurationFileResult,
  DraftFileEntry,
  DraftsResult,
  FilesParams,
  FilesResult,
  InitializationOptions,
  RenamePreview,
  StatusParams,
} from '../protocol/protocol.ts';
import { NO_KNOWLEDGE, StatuteLibrary } from '../workspace/statuteLibrary.ts';
import type { CheckedFile, LocalKnowledge, StatutePlaces } from '../workspace/statuteLibrary.ts';
import { StatuteDocuments } from './openStatutes.ts';
import { TokenResults } from './tokenResults.ts';

/** Section of the editor's settings that is ours. */
const SECTION = 'annualReport';

/** An edit is published after this pause, so that typing is not followed by a publication for each key. */
const PUBLISH_DELAY_MS = 150;

const HISTORICAL_SCHEMES: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'git-index',
  'gitlens',
  'gitlens-git',
  'svn',
  'hg',
  'scm',
  'vscode-scm',
  'review',
  'pr',
  'githubpr',
  'vscode-local-history',
  'merge-conflict.conflict-diff',
  'chat-editing-snapshot-text-model',
  'chat-editing-text-model',
]);

/** Whether an address is that of an older state, as on the left side of a comparison: explained, but not checked. */
export function isHistorical(uri: string): boolean {
  return HISTORICAL_SCHEMES.has(uri.slice(0, uri.indexOf(':')).toLowerCase());
}

/** What the server knows of one client: its clientCapabilities, its language, its documents. */
export class Session {
  readonly documents: Documents;
  clientCapabilities: ServerClientCapabilities = NO_SERVER_CLIENT_CAPABILITIES;
  language: Language = 'zh-CN';

  private phase: 'new' | 'ready' | 'shutDown' = 'new';
  private host: Host;
  private rulePages: string | undefined;
  private pushedSettings: unknown;
  /** How long the client's answer about settings is waited for. */
  private patienceMs = ANSWER_MS;
  private readonly resultPrefix: string;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly reportedRules = new Set<string>();
  private readonly configurationFiles = new Map<string, Promise<ConfigurationFileResult | null>>();
  private readonly complaints = new Set<string>();
  /** The editor's section for each open draft as it was last asked for. */
  private readonly sections = new Map<string, Promise<unknown>>();
  private readonly tokens = new TokenResults();
  private commands: ReadonlySet<string> = new Set();
  private folders: readonly string[] = [];
  private readonly library: StatuteLibrary;
  private readonly closed: DraftIndex<readonly CitedClause[]>;
  /** The workspace's own statutes and official texts for each open draft. */
  private readonly knowledge = new Map<string, LocalKnowledge>();
  private shelf: StatuteDocuments | undefined;
  /** What was published of the files with them. */
  private readonly publishedFiles = new Map<string, CheckedFile>();
  /** Addresses whose changes concern us, and those of them that the client was told of. */
  private readonly watched = new Set<string>();
  private readonly watching = new Set<string>();
  private isRegistered = false;
  /** Whether the client shows addresses of statutes. */
  canShowStatutes = false;

  constructor(
    private readonly connection: Connection,
    private readonly baseHost: Host,
    createSnapshot: SnapshotFactory,
  ) {
    this.host = baseHost;
    this.resultPrefix = baseHost.now().getTime().toString(36);
    this.documents = new Documents({
      createSnapshot,
      settingsFor: uri => this.settingsFor(uri),
      onAnalysed: (snapshot, findings) => {
        this.onAnalysed(snapshot, findings);
      },
    });
    this.library = new StatuteLibrary({
      read: params => this.host.files(params),
      complain: (setting, place, kind) => {
        this.complain({ kind, where: place.uri, path: setting });
      },
    });
    this.closed = new DraftIndex({
      list: () => this.host.drafts(),
      read: params => this.host.files(params),
      summarise: citedIn,
    });
  }

  /** The present time. */
  now(): Date {
    return this.host.now();
  }

  /** Begins the session; what of the parameters is missing or malformed counts as not offered. */
  initialize({
    capabilities,
    initializationOptions,
    locale,
    workspaceFolders,
    rootUri,
  }: Partial<InitializeParams>): void {
    const options = readOptions(initializationOptions);
    this.clientCapabilities = readClientCapabilities(isRecord(capabilities) ? capabilities : {});
    this.language = languageFor(options.language ?? (typeof locale === 'string' ? locale : undefined));
    this.rulePages = options.rulePages;
    this.commands = new Set(options.commands);
    this.canShowStatutes = options.statuteDocuments === true;
    // Only a client of our own has options for us; any other might leave a request that it does not know unanswered.
    if (isRecord(initializationOptions)) {
      this.host = clientHost(
        {
          configurationFile: uri => this.askForConfigurationFile(uri),
          files: params => this.askForFiles(params),
          drafts: () => this.askForDrafts(),
        },
        this.baseHost,
      );
    }
    this.folders = Array.isArray(workspaceFolders)
      ? addressesOf(workspaceFolders)
      : typeof rootUri === 'string'
        ? [rootUri]
        : [];
    this.phase = 'ready';
  }

  /** Whether the client has begun the session. */
  get hasBegun(): boolean {
    return this.phase !== 'new';
  }

  /** Asks the client to tell of changes, as far as it can. */
  async register(): Promise<void> {
    const { registerConfiguration, registerWatchedFiles } = this.clientCapabilities;
    try {
      if (registerConfiguration)
        await this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      if (registerWatchedFiles) {
        const watchers = [{ globPattern: `**/${CONFIGURATION_FILE_NAME}` }];
        await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      this.isRegistered = true;
      for (const address of [...this.watched]) this.watch(address);
    } catch (error) {
      this.logError('client/registerCapability', error);
    }
  }

  /** Ends the session: nothing more is published, and work that is still under way ends unheard. */
  shutDown(): void {
    this.phase = 'shutDown';
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** Error to answer requests with outside the session's life; undefined while it lasts. */
  refusal(): ResponseError<void> | undefined {
    switch (this.phase) {
      case 'new':
        return new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      case 'shutDown':
        return new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
      case 'ready':
        return undefined;
    }
  }

  logError(where: string, error: unknown): void {
    // The connection may be closed by now.
    if (this.phase === 'shutDown') return;
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(message(this.language, 'server.handlerFailed', { where, error: details }));
  }

  open(document: TextDocumentItem): void {
    if (typeof document.uri !== 'string' || typeof document.text !== 'string')
      throw new TypeError('a document without address or text');
    // The server wrote it itself.
    if (isStatuteAddress(document.uri)) return;
    this.documents.open(document);
    this.schedulePublishing(document.uri, 0);
  }

  change({ uri, version }: VersionedTextDocumentIdentifier, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.documents.change(uri, version, changes);
    this.schedulePublishing(uri);
  }

  close({ uri }: TextDocumentIdentifier): void {
    this.documents.close(uri);
    this.configurationFiles.delete(uri);
    this.sections.delete(uri);
    this.knowledge.delete(uri);
    this.shelf = undefined;
    this.publishFiles();
    this.tokens.forget(uri);
    this.retractPublished(uri);
  }

  /** A document was saved: the moment at which clients that watch no files may have a changed configuration file. */
  async saved(): Promise<void> {
    if (!this.clientCapabilities.registerWatchedFiles) await this.settingsChanged();
  }

  /** What `feature` gives for the current version of the document that a request is about; null if it is not open. */
  async on<T>(
    { textDocument: { uri } }: { textDocument: TextDocumentIdentifier },
    feature: (snapshot: DraftSnapshot, file: DraftFile) => T | Promise<T>,
  ): Promise<T | null> {
    const snapshot = await this.documents.current(uri);
    return snapshot ? await feature(snapshot, this.fileOf(uri)) : null;
  }

  /** Like {@link on}, with the findings; null for a document that is not checked. */
  async onFindings<T>(
    { uri }: TextDocumentIdentifier,
    feature: (snapshot: DraftSnapshot, findings: readonly ReportedFinding[], file: DraftFile) => Promise<T>,
  ): Promise<T | null> {
    if (isHistorical(uri)) return null;
    const current = await this.documents.currentFindings(uri);
    return current ? feature(current.snapshot, current.findings.findings, this.fileOf(uri)) : null;
  }

  /** Like {@link on}, for what judges a draft; null for one that is not checked. */
  async onChecked<T>(
    params: { readonly textDocument: TextDocumentIdentifier },
    feature: (snapshot: DraftSnapshot, file: DraftFile) => T | Promise<T>,
  ): Promise<T | null> {
    return isHistorical(params.textDocument.uri) ? null : await this.on(params, feature);
  }

  /** Whether the client has a command of its own. */
  knowsCommand(command: string): boolean {
    return this.commands.has(command);
  }

  /** Semantic tokens of a draft with the id by which the next request may ask for what changed. */
  async semanticTokens({ textDocument }: SemanticTokensParams): Promise<SemanticTokens | null> {
    return await this.on({ textDocument }, snapshot => this.tokens.full(snapshot.uri, semanticTokens(snapshot)));
  }

  /** What changed in the semantic tokens since a former answer; all of them where that is not known. */
  async semanticTokensDelta({
    textDocument,
    previousResultId,
  }: SemanticTokensDeltaParams): Promise<SemanticTokens | SemanticTokensDelta | null> {
    return await this.on({ textDocument }, snapshot =>
      this.tokens.delta(snapshot.uri, semanticTokens(snapshot), previousResultId),
    );
  }

  /**
   * The edit that states another number everywhere. Why it cannot be done is an error answer, in the user's language; what
   * does not add up afterwards is shown by a message where the client shows no annotations.
   */
  async rename(snapshot: DraftSnapshot, params: RenameParams): Promise<WorkspaceEdit | null> {
    const planned = await this.planRenaming(snapshot, params);
    const notice = planned && noticeOf(planned, this.language);
    if (notice && !this.clientCapabilities.changeAnnotations) {
      this.send(
        this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: notice }),
      );
    }
    return planned && annotatedEdit(planned, snapshot, this.clientCapabilities, this.language);
  }

  /** What a renaming would do, for a client that shows it before it is done. */
  async renamePreview(snapshot: DraftSnapshot, params: RenameParams): Promise<RenamePreview | null> {
    const planned = await this.planRenaming(snapshot, params);
    return (
      planned && {
        edit: workspaceEdit(snapshot, planned.edits, this.clientCapabilities),
        title: planned.title,
        places: planned.places,
        troubles: planned.troubles,
      }
    );
  }

  private async planRenaming(
    snapshot: DraftSnapshot,
    { position, newName }: RenameParams,
  ): Promise<PlannedRenaming | null> {
    const renaming = await rename(snapshot, toOffset(snapshot.source, position), newName, this.language);
    if (renaming?.kind === 'refused') throw new ResponseError(LSPErrorCodes.RequestFailed, renaming.reason);
    return renaming;
  }

  /** Display settings of an open draft. */
  async display(uri: string): Promise<DisplaySettings> {
    try {
      return readDisplay(await this.sections.get(uri)).display;
    } catch {
      // Complained of when the settings were read.
      return DEFAULT_DISPLAY;
    }
  }

  /** The nearest `.annual-report.json` of an open draft, as it was read with the draft's settings. */
  async configurationFile(uri: string): Promise<ConfigurationFileResult | null> {
    try {
      return (await this.configurationFiles.get(uri)) ?? null;
    } catch {
      // Complained of when the settings were read.
      return null;
    }
  }

  /** Markdown in the form that the client shows. */
  markup(markdown: string): MarkupContent {
    return this.clientCapabilities.markdownHover
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: plainText(markdown) };
  }

  /** The workspace's own statutes and official texts for an open draft. */
  knowledgeFor(uri: string): LocalKnowledge {
    return this.knowledge.get(uri) ?? NO_KNOWLEDGE;
  }

  /** The statutes that can be opened. */
  get statutes(): StatuteDocuments {
    return (this.shelf ??= new StatuteDocuments(this.knowledge.values(), this.language));
  }

  /** Snapshots of the open drafts, the one at `first` before the others; older states of files left out. */
  async openDrafts(first: string): Promise<readonly DraftSnapshot[]> {
    const uris = [first, ...this.documents.uris.filter(uri => uri !== first)].filter(uri => !isHistorical(uri));
    const snapshots = await Promise.all(uris.map(uri => this.documents.current(uri)));
    return snapshots.filter(snapshot => snapshot !== undefined);
  }

  /** What the drafts of the workspace cite that are not open, asked for from the draft at `uri`. */
  async closedDrafts(
    uri: string,
    token: CancellationToken,
  ): Promise<readonly SummarisedDraft<readonly CitedClause[]>[]> {
    const isOpen = new Set(this.documents.uris.map(comparable));
    return await this.closed.read({
      from: uri,
      isSkipped: each => isOpen.has(comparable(each)),
      root: each => rootOf(each, this.folders),
      local: this.knowledgeFor(uri).statutes,
      isOver: () => token.isCancellationRequested || this.phase === 'shutDown',
    });
  }

  private fileOf(uri: string): DraftFile {
    return { uri, languageId: this.documents.languageId(uri) ?? '' };
  }

  /** Publishes the findings of a draft after a pause, unless the client fetches them itself. */
  private schedulePublishing(uri: string, delayMs = PUBLISH_DELAY_MS): void {
    if (this.clientCapabilities.pullDiagnostics || isHistorical(uri)) return;
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        this.publish(uri).catch((error: unknown) => {
          this.logError(PublishDiagnosticsNotification.method, error);
        });
      }, delayMs),
    );
  }

  /** Takes back what was published of a draft that is no longer open. */
  private retractPublished(uri: string): void {
    if (this.clientCapabilities.pullDiagnostics || isHistorical(uri)) return;
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.send(this.connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  /**
   * Answers a pull. One that was overtaken by a newer version, or withdrawn, is answered with an error that keeps the old
   * diagnostics, never with an empty list.
   */
  async pull(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
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
      if (!isOvertaken) this.logError('textDocument/diagnostic', error);
      const data: DiagnosticServerCancellationData = { retriggerRequest: isOvertaken };
      throw new ResponseError(LSPErrorCodes.ServerCancelled, isOvertaken ? 'overtaken' : 'failed', data);
    }
  }

  /** The client's settings changed; `settings` is what it sent along, if it cannot be asked. */
  settingsSent({ settings }: DidChangeConfigurationParams): Promise<void> {
    this.pushedSettings = isRecord(settings) ? (settings[SECTION] ?? undefined) : undefined;
    return this.settingsChanged();
  }

  /** Settings of any kind may have changed: where they did, findings are made and shown anew. */
  async settingsChanged(): Promise<void> {
    this.library.forget();
    const displayBefore = await this.displays();
    const changed = await this.documents.rereadSettings();
    if (changed.length > 0) {
      if (!this.clientCapabilities.pullDiagnostics) for (const uri of changed) this.schedulePublishing(uri, 0);
      else if (this.clientCapabilities.refreshDiagnostics) await this.connection.languages.diagnostics.refresh();
    }
    if (changed.length > 0 || (await this.displays()) !== displayBefore) await this.refreshTables(changed.length > 0);
  }

  /** The workspace's folders changed, and settings with them. */
  async foldersChanged({ event: { added, removed } }: DidChangeWorkspaceFoldersParams): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.folders = [...this.folders.filter(uri => !gone.has(uri)), ...addressesOf(added)];
    await this.settingsChanged();
  }

  /** The display settings of all open drafts, to be compared. */
  private async displays(): Promise<string> {
    return JSON.stringify(await Promise.all(this.documents.uris.map(uri => this.display(uri))));
  }

  /** Asks the client to fetch again what is shown in and above tables, as far as it can. */
  private async refreshTables(isJudgedAnew: boolean): Promise<void> {
    const {
      inlayHints,
      refreshInlayHints,
      codeLens,
      refreshCodeLens,
      semanticTokens: tokens,
      refreshSemanticTokens,
    } = this.clientCapabilities;
    await Promise.all([
      inlayHints && refreshInlayHints ? this.connection.languages.inlayHint.refresh() : undefined,
      isJudgedAnew && codeLens && refreshCodeLens
        ? this.connection.sendRequest(CodeLensRefreshRequest.type)
        : undefined,
      isJudgedAnew && tokens && refreshSemanticTokens ? this.connection.languages.semanticTokens.refresh() : undefined,
    ]);
  }

  private async publish(uri: string): Promise<void> {
    const snapshot = await this.documents.current(uri);
    if (!snapshot) return;
    try {
      const { findings } = await this.documents.findings(snapshot);
      await this.connection.sendDiagnostics({
        uri,
        version: snapshot.version,
        diagnostics: this.diagnosticsOf(snapshot, findings),
      });
    } catch (error) {
      // A newer version or newer settings are on their way and publish themselves.
      if (!(error instanceof Cancelled)) throw error;
    }
  }

  private diagnosticsOf(snapshot: DraftSnapshot, findings: Findings['findings']) {
    return diagnostics(snapshot, findings, {
      language: this.language,
      clientCapabilities: this.clientCapabilities,
      rulePages: this.rulePages,
    });
  }

  private onAnalysed(snapshot: DraftSnapshot, { findings, failures }: Findings): void {
    if (this.phase === 'shutDown') return;
    for (const { rule, error } of failures) {
      if (this.reportedRules.has(rule)) continue;
      this.reportedRules.add(rule);
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.connection.console.error(message(this.language, 'server.ruleFailed', { rule, error: details }));
    }
    const { edition, reportYear } = snapshot.report;
    const count = (severity: string) => findings.filter(finding => finding.severity === severity).length;
    const errors = count('error');
    const warnings = count('warning');
    const status: StatusParams = {
      uri: snapshot.uri,
      version: snapshot.version,
      edition: edition?.id ?? null,
      editionName: edition ? (this.language === 'en' ? edition.englishName : edition.name) : null,
      reportYear: reportYear?.value ?? null,
      errors,
      warnings,
      others: findings.length - errors - warnings,
      failedRules: [...new Set(failures.map(failure => failure.rule))],
    };
    this.send(this.connection.sendNotification(STATUS_NOTIFICATION, status));
  }

  private settingsFor(uri: string): Promise<Settings> {
    return readConfiguration(uri, {
      editorSection: draft => this.editorSection(draft),
      configurationFile: draft => {
        const file = this.host.configurationFile(draft);
        this.configurationFiles.set(draft, file);
        return file;
      },
      localStatutes: paths => this.localStatutes(uri, paths),
      complain: problem => {
        this.complain(problem);
      },
    });
  }

  /** The workspace's own statutes for a draft; what else was read with them is kept for its hovers. */
  private async localStatutes(
    uri: string,
    { statutes, statutesFrom, texts, textsFrom }: StatutePaths,
  ): Promise<readonly Statute[]> {
    const place = (path: string, from: string | null, setting: string): Place | undefined => {
      const root = rootOf(workingAddress(from ?? uri), this.folders);
      const found = placeOf(path, from === null ? root : folderOf(from), root);
      // A configuration file belongs to the workspace: it may not lead out of it.
      if (found && (found.isInside || from === null)) return found;
      this.complain({ kind: 'outside', where: path, path: setting });
      return undefined;
    };
    const places: StatutePlaces = {
      statutes: statutes.flatMap(path => place(path, statutesFrom, 'statutes') ?? []),
      texts: texts === undefined ? undefined : place(texts, textsFrom, 'statuteTexts'),
    };
    for (const { uri: each } of places.statutes)
      this.watch(each.toLowerCase().endsWith('.json') ? each : `${each}/*.json`);
    if (places.texts) this.watch(`${places.texts.uri}/*.md`);
    const knowledge = await this.library.load(uri, places);
    if (this.documents.languageId(uri) === undefined) return [];
    this.knowledge.set(uri, knowledge);
    this.shelf = undefined;
    this.publishFiles();
    return knowledge.statutes;
  }

  /** Has the client tell of changes at an address, the last step of which may be a pattern; once. */
  private watch(address: string): void {
    this.watched.add(address);
    if (!this.clientCapabilities.registerWatchedFiles || !this.isRegistered || this.watching.has(address)) return;
    this.watching.add(address);
    const globPattern = decodedPath(address);
    this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
      .catch((error: unknown) => {
        this.logError('client/registerCapability', error);
      });
  }

  /** Publishes what is wrong with the files that open drafts make use of, and takes back what no longer is. */
  private publishFiles(): void {
    const files = new Map(
      [...this.knowledge.values()].flatMap(({ files: each }) => each).map(file => [file.uri, file]),
    );
    let hasChanged = false;
    for (const [uri, { problems }] of [...this.publishedFiles]) {
      if (files.has(uri)) continue;
      this.publishedFiles.delete(uri);
      hasChanged = true;
      if (problems.length > 0) this.send(this.connection.sendDiagnostics({ uri, diagnostics: [] }));
    }
    for (const file of files.values()) {
      const { uri, text, problems } = file;
      const before = this.publishedFiles.get(uri);
      this.publishedFiles.set(uri, file);
      if (before?.text === text && JSON.stringify(before?.problems) === JSON.stringify(problems)) continue;
      hasChanged = true;
      if (problems.length + (before?.problems.length ?? 0) === 0) continue;
      this.send(
        this.connection.sendDiagnostics({ uri, diagnostics: fileDiagnostics(text ?? '', problems, this.language) }),
      );
    }
    if (hasChanged && this.canShowStatutes) this.send(this.connection.sendNotification(STATUTES_CHANGED_NOTIFICATION));
  }

  private editorSection(uri: string): Promise<unknown> {
    const section = this.askForSection(uri);
    this.sections.set(uri, section);
    return section;
  }

  private async askForSection(uri: string): Promise<unknown> {
    if (!this.clientCapabilities.configuration) return this.pushedSettings;
    const answer = this.connection
      .sendRequest(ConfigurationRequest.type, { items: [{ scopeUri: uri, section: SECTION }] })
      .then(([section]: unknown[]) => section);
    try {
      return await within(this.patienceMs, answer);
    } catch (error) {
      // Checking goes on with the defaults; an answer that comes after all is made use of.
      if (error instanceof TooLate) {
        answer
          .then(async () => {
            this.patienceMs = Infinity;
            await this.settingsChanged();
          })
          .catch(() => {});
      }
      throw error;
    }
  }

  private askForConfigurationFile(uri: string): Promise<ConfigurationFileResult | null> {
    const params: ConfigurationFileParams = { uri };
    return this.connection.sendRequest<ConfigurationFileResult | null>(CONFIGURATION_FILE_REQUEST, params);
  }

  private async askForDrafts(): Promise<readonly DraftFileEntry[]> {
    const { drafts } = await this.connection.sendRequest<DraftsResult>(DRAFTS_REQUEST);
    return drafts;
  }

  private askForFiles(params: FilesParams): Promise<FilesResult> {
    return this.connection.sendRequest<FilesResult>(FILES_REQUEST, params);
  }

  private complain(problem: ConfigurationProblem): void {
    const { kind, ...args } = problem;
    const text = uncheckedMessage(this.language, `server.configuration.${kind}`, args);
    if (this.complaints.has(text)) return;
    this.complaints.add(text);
    this.connection.console.warn(text);
  }

  /** A message that cannot be delivered is lost: the connection is closing. */
  private send(sending: Promise<void>): void {
    sending.catch(() => {});
  }
}

/** The work's result; rejects with {@link Cancelled} as soon as the client withdraws its request. */
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

function readOptions(raw: unknown): InitializationOptions {
  if (!isRecord(raw)) return {};
  const { language, rulePages, commands, statuteDocuments } = raw;
  return {
    ...(typeof language === 'string' ? { language } : {}),
    ...(typeof rulePages === 'string' ? { rulePages } : {}),
    ...(statuteDocuments === true ? { statuteDocuments } : {}),
    ...(Array.isArray(commands) ? { commands: commands.filter(command => typeof command === 'string') } : {}),
  };
}

function addressesOf(folders: readonly unknown[]): string[] {
  return folders.flatMap(folder => (isRecord(folder) && typeof folder['uri'] === 'string' ? [folder['uri']] : []));
}

/** Addresses of one file are not always written with the same escapes. */
function comparable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** An address as the patterns of watchers write it. */
function decodedPath(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

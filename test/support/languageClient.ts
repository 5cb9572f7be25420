import { CAPABILITIES } from './capabilities.mjs';
import { memoryHost } from './memoryHost.ts';
import { PassThrough } from 'node:stream';
import {
  CodeActionRequest,
  CodeLensRefreshRequest,
  CompletionRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  CancellationToken,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRefreshRequest,
  LogMessageNotification,
  ProposedFeatures,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  SemanticTokensRefreshRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  CompletionItem,
  DocumentDiagnosticReport,
  DocumentSymbol,
  FileEvent,
  FoldingRange,
  Hover,
  InitializeParams,
  InitializeResult,
  LogMessageParams,
  Position,
  PreviousResultId,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  RegistrationParams,
  SymbolInformation,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { SnapshotFactory } from '../../server/src/lsp/documents.ts';
import type { Host } from '../../server/src/hosts/host.ts';
import {
  CONFIGURATION_FILE_REQUEST,
  FILES_REQUEST,
  STATUS_NOTIFICATION,
  STATUTES_CHANGED_NOTIFICATION,
} from '../../server/src/protocol/protocol.ts';
import type {
  ConfigurationFileParams,
  ConfigurationFileResult,
  FilesParams,
  FilesResult,
  StatusParams,
} from '../../server/src/protocol/protocol.ts';
import { WORKSPACE_STATUS_NOTIFICATION, type WorkspaceStatus } from '../../server/src/protocol/workspace.ts';
import { createServer } from '../../server/src/lsp/server.ts';

/** Capabilities of a client that can do everything that the server makes use of. */
export const FULL = CAPABILITIES;

/** The same without pulled diagnostics. */
export const FULL_PUSH: ClientCapabilities = {
  ...FULL,
  textDocument: Object.fromEntries(Object.entries(FULL.textDocument ?? {}).filter(([name]) => name !== 'diagnostic')),
};

/** What our own client says of itself: it answers our requests for files and listens to our notifications. */
export const OUR_OPTIONS = { fileRequests: true, status: true };

/** What the client knows and answers. */
export interface ClientWorld {
  readonly capabilities: ClientCapabilities;
  readonly initialization?: Partial<InitializeParams>;
  /** The editor's section for a draft, or a promise of it. */
  readonly settings?: (uri: string) => unknown;
  /** Answer to the server's request for a configuration file; without it the client does not know that request. */
  readonly configurationFile?: (uri: string) => ConfigurationFileResult | null;
  /** Answer to the server's request for files; without it the client does not know that request. */
  readonly files?: (params: FilesParams) => FilesResult;
  readonly host?: Host;
  readonly createSnapshot?: SnapshotFactory;
}

/** A client over memory streams with a server of its own behind it. */
export class LanguageClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  readonly workspaceStatuses: WorkspaceStatus[] = [];
  readonly log: LogMessageParams[] = [];
  readonly registrations: RegistrationParams['registrations'] = [];
  refreshes = 0;
  /** What of the tables' display the server asked to be fetched again. */
  readonly displayRefreshes: string[] = [];
  /** How often the server said that statutes changed. */
  statuteChanges = 0;
  result: InitializeResult = { capabilities: {} };
  private readonly listeners = new Set<() => void>();
  private pulls = 0;

  private constructor(
    readonly connection: ProtocolConnection,
    private readonly end: () => void,
  ) {}

  /** Starts a server and shakes hands with it. */
  static async start(world: ClientWorld): Promise<LanguageClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const serverConnection = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    const server = createServer(serverConnection, world.host ?? memoryHost(new Map()), world.createSnapshot);
    serverConnection.listen();
    const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const client = new LanguageClient(connection, () => {
      server.dispose();
      toServer.end();
      connection.dispose();
    });
    client.listen(world);
    client.result = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: world.capabilities,
      ...world.initialization,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  private listen({ settings, configurationFile, files }: ClientWorld): void {
    const note = () => {
      for (const listener of [...this.listeners]) listener();
    };
    const { connection } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, params => {
      this.published.push(params);
      note();
    });
    connection.onNotification(STATUS_NOTIFICATION, (params: StatusParams) => {
      this.statuses.push(params);
      note();
    });
    connection.onNotification(WORKSPACE_STATUS_NOTIFICATION, (params: WorkspaceStatus) => {
      this.workspaceStatuses.push(params);
      note();
    });
    connection.onNotification(LogMessageNotification.type, params => {
      this.log.push(params);
      note();
    });
    connection.onRequest(RegistrationRequest.type, params => {
      this.registrations.push(...params.registrations);
      note();
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      note();
    });
    for (const { method } of [
      InlayHintRefreshRequest.type,
      CodeLensRefreshRequest.type,
      SemanticTokensRefreshRequest.type,
    ]) {
      connection.onRequest(method, () => {
        this.displayRefreshes.push(method);
        note();
        return null;
      });
    }
    if (settings)
      connection.onRequest(ConfigurationRequest.type, ({ items }) =>
        Promise.all(items.map(async item => (await settings(item.scopeUri ?? '')) ?? null)),
      );
    if (configurationFile)
      connection.onRequest(CONFIGURATION_FILE_REQUEST, (params: ConfigurationFileParams) =>
        configurationFile(params.uri),
      );
    if (files) connection.onRequest(FILES_REQUEST, (params: FilesParams) => files(params));
    connection.onNotification(STATUTES_CHANGED_NOTIFICATION, () => {
      this.statuteChanges++;
      note();
    });
    connection.listen();
  }

  /** Waits until something that the server sent makes `found` give a value. */
  async until<T>(found: () => T | undefined): Promise<T> {
    for (;;) {
      const value = found();
      if (value !== undefined) return value;
      await new Promise<void>(resolve => {
        const listener = () => {
          this.listeners.delete(listener);
          resolve();
        };
        this.listeners.add(listener);
      });
    }
  }

  async open(uri: string, text: string, languageId = 'annual-report', version = 1): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version, text },
    });
  }

  async change(uri: string, version: number, text: string, range?: Range): Promise<void> {
    const contentChanges = [range ? { range, text } : { text }];
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async changeSettings(settings: unknown): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return token
      ? this.connection.sendRequest(DocumentDiagnosticRequest.type, params, token)
      : this.connection.sendRequest(DocumentDiagnosticRequest.type, params);
  }

  /** Pulls the diagnostics of reports that are not open; what comes in parts is put together. */
  async pullWorkspace(
    previousResultIds: readonly PreviousResultId[] = [],
    token: CancellationToken = CancellationToken.None,
  ): Promise<readonly WorkspaceDocumentDiagnosticReport[]> {
    const partialResultToken = `part ${String(++this.pulls)}`;
    const found: WorkspaceDocumentDiagnosticReport[] = [];
    const listener = this.connection.onProgress(
      WorkspaceDiagnosticRequest.partialResult,
      partialResultToken,
      ({ items }) => {
        found.push(...items);
      },
    );
    const params = { previousResultIds: [...previousResultIds], partialResultToken };
    const { items } = await this.connection.sendRequest(WorkspaceDiagnosticRequest.type, params, token);
    listener.dispose();
    return [...found, ...items];
  }

  /** Tells of files that were made, written or deleted. */
  async filesChanged(...changes: readonly FileEvent[]): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [...changes] });
  }

  async symbols(uri: string): Promise<readonly (DocumentSymbol | SymbolInformation)[]> {
    return (await this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
  }

  async folding(uri: string): Promise<readonly FoldingRange[]> {
    return (await this.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } })) ?? [];
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async complete(uri: string, position: Position): Promise<readonly CompletionItem[]> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  async codeActions(
    uri: string,
    range: Range,
    context: CodeActionContext = { diagnostics: [] },
  ): Promise<readonly CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    return (actions ?? []).filter((action): action is CodeAction => typeof action.command !== 'string');
  }

  /** Ends the session and closes both ends. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.end();
  }
}

/** The range of the first occurrence of `words` in a text. */
export function rangeOf(text: string, words: string): Range {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in the text`);
  return { start: positionAt(text, at), end: positionAt(text, at + words.length) };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

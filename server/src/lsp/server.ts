import {
  CodeActionRequest, CompletionRequest, DidChangeConfigurationNotification, DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification, DocumentDiagnosticRequest, DocumentSymbolRequest, FoldingRangeRequest, HoverRequest, InitializedNotification,
  NotificationType, PositionEncodingKind, ResponseError, TextDocumentSyncKind,
} from 'vscode-languageserver';
import type {
  CancellationToken, Connection, InitializeResult, ProtocolRequestType, ServerCapabilities,
} from 'vscode-languageserver';
import { Snapshot } from '../analysis/snapshot.ts';
import { CODE_ACTION_KINDS, codeActions } from '../features/codeActions.ts';
import { completion } from '../features/completion.ts';
import { toOffset, toRange, toSpan } from '../features/convert.ts';
import { folding } from '../features/folding.ts';
import { hover } from '../features/hover.ts';
import { flatSymbols, symbols } from '../features/symbols.ts';
import type { ServerAbilities } from './abilities.ts';
import type { SnapshotFactory } from './documents.ts';
import type { Host } from './host.ts';
import { CONFIGURATION_FILE_CHANGED_NOTIFICATION } from './protocol.ts';
import { Session } from './session.ts';

/** A running server of one client. */
export interface Server {
  /** Ends pending work. */
  dispose(): void;
}

const makeSnapshot: SnapshotFactory = (uri, version, source, settings, previous) =>
  new Snapshot(uri, version, source, settings, previous?.reusable);

/** Installs everything that the server answers on a connection that is not listening yet. */
export function createServer(connection: Connection, host: Host, createSnapshot: SnapshotFactory = makeSnapshot): Server {
  const session = new Session(connection, host, createSnapshot);
  connection.onInitialize((params): InitializeResult => {
    session.initialize(params);
    return { capabilities: capabilities(session.abilities), serverInfo: { name: 'annual-report' } };
  });
  connection.onShutdown(() => { session.shutDown(); });
  for (const row of handlers(session)) row(connection, session);
  return { dispose: () => { session.dispose(); } };
}

function capabilities(abilities: ServerAbilities): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    // No trigger or commit characters: they would act on what an input method is still composing.
    completionProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(abilities.pullDiagnostics
      ? { diagnosticProvider: { identifier: 'annual-report', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
  };
}

/** The requests and notifications that the server answers, each in one row. */
const handlers = (session: Session): readonly Row[] => [
  answer(DocumentDiagnosticRequest.type, (params, token) => session.pull(params, token)),
  answer(DocumentSymbolRequest.type, params => session.on(params, snapshot => session.abilities.hierarchicalSymbols
    ? symbols(snapshot, session.language)
    : flatSymbols(snapshot, session.language))),
  answer(FoldingRangeRequest.type, params => session.on(params, snapshot => folding(snapshot, session.abilities.foldingLimit))),
  answer(HoverRequest.type, params => session.on(params, snapshot => {
    const found = hover(snapshot, toOffset(snapshot.source, params.position), session.language);
    return found && { contents: session.markup(found.contents), range: toRange(snapshot.source, found.span) };
  })),
  answer(CompletionRequest.type, params => session.on(params, (snapshot, file) => completion(
    snapshot,
    toOffset(snapshot.source, params.position),
    { language: session.language, abilities: session.abilities, file, now: session.now() },
  ))),
  answer(CodeActionRequest.type, ({ textDocument, range, context }) =>
    session.onFindings(textDocument, async (snapshot, findings, file) => codeActions(
      snapshot,
      findings,
      { span: toSpan(snapshot.source, range), only: context.only, diagnostics: context.diagnostics },
      { language: session.language, abilities: session.abilities, file, configurationFile: await session.configurationFile(file.uri) },
    ))),

  hear(InitializedNotification.type, () => session.register()),
  hear(DidOpenTextDocumentNotification.type, ({ textDocument }) => { session.open(textDocument); }),
  hear(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => { session.change(textDocument, contentChanges); }),
  hear(DidCloseTextDocumentNotification.type, ({ textDocument }) => { session.close(textDocument); }),
  hear(DidSaveTextDocumentNotification.type, () => session.saved()),
  hear(DidChangeConfigurationNotification.type, params => session.settingsSent(params)),
  hear(DidChangeWatchedFilesNotification.type, () => session.settingsChanged()),
  hear(DidChangeWorkspaceFoldersNotification.type, () => session.settingsChanged()),
  hear(new NotificationType<void>(CONFIGURATION_FILE_CHANGED_NOTIFICATION), () => session.settingsChanged()),
];

type Row = (connection: Connection, session: Session) => void;

/** A request's row. A handler that throws is logged and answers null; only deliberate error answers go through. */
function answer<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>, handle: (params: P, token: CancellationToken) => Promise<R | null>,
): Row {
  return (connection, session) => {
    connection.onRequest(type.method, async (params: P, token: CancellationToken): Promise<R | ResponseError<unknown> | null> => {
      const refusal = session.refusal();
      if (refusal) return refusal;
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) return error;
        session.logError(type.method, error);
        return null;
      }
    });
  };
}

/** A notification's row. A handler that throws is logged. */
function hear<P>(type: NotificationType<P>, handle: (params: P) => void | Promise<void>): Row {
  return (connection, session) => {
    connection.onNotification(type.method, async (params: P) => {
      try {
        await handle(params);
      } catch (error) {
        session.logError(type.method, error);
      }
    });
  };
}

import {
  CodeActionRequest, CodeLensRequest, CompletionRequest, DidChangeConfigurationNotification, DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification, DidChangeWorkspaceFoldersNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification, DocumentDiagnosticRequest, DocumentFormattingRequest, DocumentHighlightRequest,
  DocumentRangeFormattingRequest, DocumentSymbolRequest, FoldingRangeRequest, HoverRequest,
  InitializedNotification, InlayHintRequest, NotificationType, PositionEncodingKind, ProtocolRequestType, ResponseError, SelectionRangeRequest,
  SemanticTokensDeltaRequest, SemanticTokensRangeRequest, SemanticTokensRequest, TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { CancellationToken, Connection, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { Snapshot } from '../analysis/snapshot.ts';
import { CODE_ACTION_KINDS, codeActions } from '../features/codeActions.ts';
import { codeLenses, SHOW_EQUATIONS_COMMAND } from '../features/codeLens.ts';
import { completion } from '../features/completion.ts';
import { toOffset, toRange, toSpan } from '../features/convert.ts';
import { allowsComments } from '../features/draftFile.ts';
import { equationsAt } from '../features/equations.ts';
import { folding } from '../features/folding.ts';
import { formatting } from '../features/formatting.ts';
import { highlights } from '../features/highlight.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { pastedTable } from '../features/pastedTable.ts';
import { selectionRanges } from '../features/selection.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.ts';
import { flatSymbols, symbols } from '../features/symbols.ts';
import type { SnapshotFactory } from './documents.ts';
import type { Host } from './host.ts';
import { CONFIGURATION_FILE_CHANGED_NOTIFICATION, EQUATIONS_REQUEST, PASTED_TABLE_REQUEST } from './protocol.ts';
import type { EquationsParams, EquationsResult, PastedTableParams, PastedTableResult } from './protocol.ts';
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
    return { capabilities: capabilities(session), serverInfo: { name: 'annual-report' } };
  });
  connection.onShutdown(() => { session.shutDown(); });
  for (const row of handlers(session)) row(connection, session);
  return { dispose: () => { session.shutDown(); } };
}

function capabilities(session: Session): ServerCapabilities {
  const { abilities } = session;
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    // No trigger or commit characters: they would act on what an input method is still composing.
    completionProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: false },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(abilities.pullDiagnostics
      ? { diagnosticProvider: { identifier: 'annual-report', interFileDependencies: false, workspaceDiagnostics: false } }
      : {}),
    ...(abilities.inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
    // A lens that runs a command unknown to the client would be a button without use.
    ...(abilities.codeLens && session.knowsCommand(SHOW_EQUATIONS_COMMAND) ? { codeLensProvider: { resolveProvider: false } } : {}),
    ...(abilities.semanticTokens
      ? { semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, range: true, full: { delta: true } } }
      : {}),
    ...(abilities.selectionRange ? { selectionRangeProvider: true } : {}),
    ...(abilities.documentHighlight ? { documentHighlightProvider: true } : {}),
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
  answer(DocumentFormattingRequest.type, params => session.onChecked(params, async snapshot =>
    formatting(snapshot, undefined, await session.display(snapshot.uri)))),
  answer(DocumentRangeFormattingRequest.type, params => session.onChecked(params, async snapshot =>
    formatting(snapshot, toSpan(snapshot.source, params.range), await session.display(snapshot.uri)))),
  answer(InlayHintRequest.type, params => session.onChecked(params, async snapshot =>
    inlayHints(snapshot, params.range, (await session.display(snapshot.uri)).inlayHints, session.language))),
  answer(CodeLensRequest.type, params => session.onChecked(params, snapshot =>
    (session.knowsCommand(SHOW_EQUATIONS_COMMAND) ? codeLenses(snapshot, session.language) : []))),
  answer(new ProtocolRequestType<EquationsParams, EquationsResult | null, never, void, void>(EQUATIONS_REQUEST), params =>
    session.onChecked(params, snapshot => equationsAt(snapshot, toOffset(snapshot.source, params.position), session.language))),
  answer(new ProtocolRequestType<PastedTableParams, PastedTableResult | null, never, void, void>(PASTED_TABLE_REQUEST), params =>
    session.on(params, (snapshot, file) =>
      pastedTable(snapshot, toSpan(snapshot.source, params.range), params, allowsComments(file) ? 'comment' : 'line'))),
  answer(SemanticTokensRequest.type, params => session.semanticTokens(params)),
  answer(SemanticTokensDeltaRequest.type, params => session.semanticTokensDelta(params)),
  answer(SemanticTokensRangeRequest.type, params => session.on(params, snapshot => ({ data: semanticTokens(snapshot, params.range) }))),
  answer(SelectionRangeRequest.type, params => session.on(params, snapshot => selectionRanges(snapshot, params.positions))),
  answer(DocumentHighlightRequest.type, params => session.on(params, snapshot => highlights(snapshot, toOffset(snapshot.source, params.position)))),

  hear(InitializedNotification.type, () => session.register()),
  hear(DidOpenTextDocumentNotification.type, ({ textDocument }) => { session.open(textDocument); }),
  hear(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => { session.change(textDocument, contentChanges); }),
  hear(DidCloseTextDocumentNotification.type, ({ textDocument }) => { session.close(textDocument); }),
  hear(DidSaveTextDocumentNotification.type, () => session.saved()),
  hear(DidChangeConfigurationNotification.type, params => session.settingsSent(params)),
  hear(DidChangeWatchedFilesNotification.type, () => session.settingsChanged()),
  hear(DidChangeWorkspaceFoldersNotification.type, params => session.foldersChanged(params)),
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

import { ErrorCodes, PositionEncodingKind, ResponseError, TextDocumentSyncKind } from 'vscode-languageserver';
import type {
  Connection,
  InitializeError,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import { Snapshot } from '../analysis/snapshot.ts';
import { CODE_ACTION_KINDS } from '../features/codeActions.ts';
import { TRIGGER_CHARACTERS } from '../features/completion.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.ts';
import { LENS_COMMANDS } from '../features/tables/codeLens.ts';
import type { Host } from '../hosts/host.ts';
import { STATUTE_SCHEME } from '../protocol/protocol.ts';
import type { ClientProfile } from './client.ts';
import type { SnapshotFactory } from './documents.ts';
import { documentHandlers } from './documentHandlers.ts';
import { draftHandlers } from './draftHandlers.ts';
import { navigationHandlers } from './navigationHandlers.ts';
import { ReviewAnswers } from './reviewAnswers.ts';
import { reviewHandlers } from './reviewHandlers.ts';
import { Session } from './session.ts';
import { workspaceHandlers } from './workspaceHandlers.ts';

/** A running server of one client. */
export interface Server {
  /** Ends pending work. */
  dispose(): void;
}

const makeSnapshot: SnapshotFactory = (uri, version, source, settings, previous) =>
  new Snapshot(uri, version, source, settings, previous?.parsedOrInherited);

/** Installs everything that the server answers on a connection that is not listening yet. */
export function createServer(
  connection: Connection,
  host: Host,
  createSnapshot: SnapshotFactory = makeSnapshot,
): Server {
  const session = new Session(connection, host, createSnapshot);
  connection.onInitialize((params: InitializeParams | undefined): InitializeResult | ResponseError<InitializeError> => {
    if (session.client.hasBegun)
      return new ResponseError(ErrorCodes.InvalidRequest, 'initialized already', { retry: false });
    session.client.begin(params ?? {});
    return { capabilities: capabilities(session.client.profile), serverInfo: { name: 'annual-report' } };
  });
  connection.onShutdown(() => {
    session.shutDown();
  });
  const now = () => host.now();
  const review = new ReviewAnswers(session.client, session.workspace);
  const handlers = [
    ...navigationHandlers(session, now),
    ...draftHandlers(session, now),
    ...workspaceHandlers(session, review),
    ...reviewHandlers(review),
    ...documentHandlers(session),
  ];
  for (const handler of handlers) handler(session);
  return {
    dispose: () => {
      session.shutDown();
    },
  };
}

function capabilities({ capabilities: client, statutesBy, commands }: ClientProfile): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: { resolveProvider: false },
    ...(statutesBy === undefined ? {} : { workspaceSymbolProvider: true }),
    // No commit characters: they would act on what an input method is still composing.
    completionProvider: { resolveProvider: false, triggerCharacters: [...TRIGGER_CHARACTERS] },
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: false },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(statutesBy === 'contentRequest' ? { textDocumentContent: { schemes: [STATUTE_SCHEME] } } : {}),
    },
    ...(client.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'annual-report',
            // One that pulls when it is asked to need not pull other drafts after each edit.
            interFileDependencies: !client.refreshDiagnostics,
            workspaceDiagnostics: true,
          },
        }
      : {}),
    ...(client.inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
    // A lens that runs a command unknown to the client would be a button without use.
    ...(client.codeLens && LENS_COMMANDS.some(command => commands.has(command))
      ? { codeLensProvider: { resolveProvider: false } }
      : {}),
    ...(client.semanticTokens
      ? {
          semanticTokensProvider: {
            legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
            range: true,
            full: { delta: true },
          },
        }
      : {}),
    ...(client.selectionRange ? { selectionRangeProvider: true } : {}),
    ...(client.rename ? { renameProvider: client.prepareRename ? { prepareProvider: true } : true } : {}),
    ...(client.documentHighlight ? { documentHighlightProvider: true } : {}),
  };
}

import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  InlayHintRequest,
  NotificationType,
  PositionEncodingKind,
  PrepareRenameRequest,
  ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  TextDocumentSyncKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type {
  CancellationToken,
  Connection,
  Definition,
  InitializeError,
  InitializeParams,
  InitializeResult,
  Location,
  LocationLink,
  ReferenceParams,
  RenameParams,
  ServerCapabilities,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import { Snapshot } from '../analysis/snapshot.ts';
import { citationList } from '../features/statutes/citationList.ts';
import { clauseAt, clauseInStatute, type ClauseAtPosition } from '../features/statutes/clauseAt.ts';
import { clauseLink, clauseLocation } from '../features/statutes/definition.ts';
import { publicationLinks, statuteLinks } from '../features/statutes/documentLinks.ts';
import { citedClauses, clauseReferences } from '../features/statutes/references.ts';
import { CODE_ACTION_KINDS, codeActions } from '../features/codeActions.ts';
import { codeLenses, SHOW_EQUATIONS_COMMAND } from '../features/tables/codeLens.ts';
import { completion } from '../features/completion.ts';
import { toOffset, toRange, toSpan } from '../features/support/convert.ts';
import { allowsComments } from '../features/support/draftFile.ts';
import { equationsAt } from '../features/tables/equations.ts';
import { figureDefinition } from '../features/figures/definition.ts';
import { figureReferences } from '../features/figures/references.ts';
import { folding } from '../features/folding.ts';
import { formatting } from '../features/tables/formatting.ts';
import { highlights } from '../features/figures/documentHighlight.ts';
import { hover } from '../features/hover.ts';
import type { HoverResult } from '../features/support/hoverResult.ts';
import { inlayHints } from '../features/tables/inlayHints.ts';
import { pastedTable } from '../features/tables/pastedTable.ts';
import { prepareRename } from '../features/figures/rename.ts';
import { selectionRanges } from '../features/selection.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.ts';
import type { StatuteDocument } from '../features/statutes/statuteDocument.ts';
import { hoverInStatute } from '../features/statutes/hover.ts';
import { clauseSymbols, statuteOutline } from '../features/statutes/workspaceSymbols.ts';
import { flat, flatSymbols, symbols } from '../features/symbols.ts';
import type { Source } from '../text/source.ts';
import type { SnapshotFactory } from './documents.ts';
import type { Host } from '../hosts/host.ts';
import {
  ALIVE_REQUEST,
  CITATIONS_REQUEST,
  CONFIGURATION_FILE_CHANGED_NOTIFICATION,
  EQUATIONS_REQUEST,
  PASTED_TABLE_REQUEST,
  RENAME_PREVIEW_REQUEST,
  STATUTE_DOCUMENT_REQUEST,
} from '../protocol/protocol.ts';
import type {
  CitationsParams,
  CitationList,
  EquationsParams,
  EquationList,
  PastedTableParams,
  PastedTable,
  RenamePreview,
  StatuteDocumentParams,
  StatuteDocumentResult,
} from '../protocol/protocol.ts';
import { Session } from './session.ts';

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
    if (session.hasBegun) return new ResponseError(ErrorCodes.InvalidRequest, 'initialized already', { retry: false });
    session.initialize(params ?? {});
    return { capabilities: capabilities(session), serverInfo: { name: 'annual-report' } };
  });
  connection.onShutdown(() => {
    session.shutDown();
  });
  for (const row of handlers(session)) row(connection, session);
  return {
    dispose: () => {
      session.shutDown();
    },
  };
}

function capabilities(session: Session): ServerCapabilities {
  const { clientCapabilities } = session;
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentLinkProvider: { resolveProvider: false },
    ...(session.canShowStatutes ? { workspaceSymbolProvider: true } : {}),
    // No trigger or commit characters: they would act on what an input method is still composing.
    completionProvider: { resolveProvider: false },
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: false },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(clientCapabilities.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'annual-report',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {}),
    ...(clientCapabilities.inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
    // A lens that runs a command unknown to the client would be a button without use.
    ...(clientCapabilities.codeLens && session.knowsCommand(SHOW_EQUATIONS_COMMAND)
      ? { codeLensProvider: { resolveProvider: false } }
      : {}),
    ...(clientCapabilities.semanticTokens
      ? {
          semanticTokensProvider: {
            legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
            range: true,
            full: { delta: true },
          },
        }
      : {}),
    ...(clientCapabilities.selectionRange ? { selectionRangeProvider: true } : {}),
    ...(clientCapabilities.rename
      ? { renameProvider: clientCapabilities.prepareRename ? { prepareProvider: true } : true }
      : {}),
    ...(clientCapabilities.documentHighlight ? { documentHighlightProvider: true } : {}),
  };
}

/** The requests and notifications that the server answers, each in one row. */
const handlers = (session: Session): readonly Row[] => [
  answer(DocumentDiagnosticRequest.type, (params, token) => session.pull(params, token)),
  answer(
    DocumentSymbolRequest.type,
    async params =>
      inStatute(session, params, statute =>
        session.clientCapabilities.hierarchicalSymbols
          ? statuteOutline(statute)
          : flat(statuteOutline(statute), statute.uri),
      ) ??
      session.on(params, snapshot =>
        session.clientCapabilities.hierarchicalSymbols
          ? symbols(snapshot, session.language)
          : flatSymbols(snapshot, session.language),
      ),
  ),
  answer(FoldingRangeRequest.type, params =>
    session.on(params, snapshot => folding(snapshot, session.clientCapabilities.foldingLimit)),
  ),
  answer(HoverRequest.type, async params => {
    const inText = (source: Source, found: HoverResult | null) =>
      found && { contents: session.markup(found.contents), range: toRange(source, found.span) };
    return (
      inStatute(session, params, statute =>
        inText(
          statute.source,
          hoverInStatute(statute, toOffset(statute.source, params.position), session.statutes, session.language),
        ),
      ) ??
      session.on(params, snapshot =>
        inText(
          snapshot.source,
          hover(
            snapshot,
            toOffset(snapshot.source, params.position),
            session.language,
            session.knowledgeFor(snapshot.uri).texts,
          ),
        ),
      )
    );
  }),
  answer(
    DefinitionRequest.type,
    async params =>
      inStatute(session, params, statute =>
        definition(session, statute.source, clauseInStatute(statute, toOffset(statute.source, params.position))),
      ) ??
      session.on(params, snapshot => {
        const offset = toOffset(snapshot.source, params.position);
        return (
          definition(session, snapshot.source, clauseAt(snapshot, offset)) ??
          linked(session, figureDefinition(snapshot, offset))
        );
      }),
  ),
  answer(ReferencesRequest.type, async (params, token) => {
    const clause =
      inStatute(
        session,
        params,
        statute => clauseInStatute(statute, toOffset(statute.source, params.position)) ?? null,
      ) ?? (await session.on(params, snapshot => clauseAt(snapshot, toOffset(snapshot.source, params.position))));
    return clause
      ? await clauseReferencesEverywhere(session, clause, params, token)
      : await session.on(params, snapshot =>
          figureReferences(snapshot, toOffset(snapshot.source, params.position), params.context),
        );
  }),
  answer(WorkspaceSymbolRequest.type, async ({ query }) =>
    session.canShowStatutes ? clauseSymbols(query, session.statutes) : [],
  ),
  answer(
    DocumentLinkRequest.type,
    async params =>
      inStatute(session, params, statute =>
        session.canShowStatutes ? statuteLinks(statute, session.statutes) : null,
      ) ?? session.on(params, snapshot => publicationLinks(snapshot, session.language)),
  ),
  answer(
    new ProtocolRequestType<StatuteDocumentParams, StatuteDocumentResult | null, never, void, void>(
      STATUTE_DOCUMENT_REQUEST,
    ),
    async ({ uri }) => {
      const statute = session.statutes.at(uri);
      return statute ? { text: statute.source.text } : null;
    },
  ),
  answer(new ProtocolRequestType<CitationsParams, CitationList | null, never, void, void>(CITATIONS_REQUEST), params =>
    session.on(params, snapshot => citationList(snapshot, session.language, session.now())),
  ),
  answer(new ProtocolRequestType<object, null, never, void, void>(ALIVE_REQUEST), async () => null),
  answer(CompletionRequest.type, params =>
    session.on(params, (snapshot, file) =>
      completion(snapshot, toOffset(snapshot.source, params.position), {
        language: session.language,
        clientCapabilities: session.clientCapabilities,
        file,
        now: session.now(),
      }),
    ),
  ),
  answer(CodeActionRequest.type, ({ textDocument, range, context }) =>
    session.onFindings(textDocument, async (snapshot, findings, file) =>
      codeActions(
        snapshot,
        findings,
        { span: toSpan(snapshot.source, range), only: context.only, diagnostics: context.diagnostics },
        {
          language: session.language,
          clientCapabilities: session.clientCapabilities,
          file,
          configurationFile: await session.configurationFile(file.uri),
        },
      ),
    ),
  ),
  answer(DocumentFormattingRequest.type, params =>
    session.onChecked(params, async snapshot => formatting(snapshot, undefined, await session.display(snapshot.uri))),
  ),
  answer(DocumentRangeFormattingRequest.type, params =>
    session.onChecked(params, async snapshot =>
      formatting(snapshot, toSpan(snapshot.source, params.range), await session.display(snapshot.uri)),
    ),
  ),
  answer(InlayHintRequest.type, params =>
    session.onChecked(params, async snapshot =>
      inlayHints(snapshot, params.range, (await session.display(snapshot.uri)).inlayHints, session.language),
    ),
  ),
  answer(CodeLensRequest.type, params =>
    session.onChecked(params, snapshot =>
      session.knowsCommand(SHOW_EQUATIONS_COMMAND) ? codeLenses(snapshot, session.language) : [],
    ),
  ),
  answer(new ProtocolRequestType<EquationsParams, EquationList | null, never, void, void>(EQUATIONS_REQUEST), params =>
    session.onChecked(params, snapshot =>
      equationsAt(snapshot, toOffset(snapshot.source, params.position), session.language),
    ),
  ),
  answer(
    new ProtocolRequestType<PastedTableParams, PastedTable | null, never, void, void>(PASTED_TABLE_REQUEST),
    params =>
      session.on(params, (snapshot, file) =>
        pastedTable(snapshot, toSpan(snapshot.source, params.range), params, allowsComments(file) ? 'comment' : 'line'),
      ),
  ),
  answer(SemanticTokensRequest.type, params => session.semanticTokens(params)),
  answer(SemanticTokensDeltaRequest.type, params => session.semanticTokensDelta(params)),
  answer(SemanticTokensRangeRequest.type, params =>
    session.on(params, snapshot => ({ data: semanticTokens(snapshot, params.range) })),
  ),
  answer(SelectionRangeRequest.type, params =>
    session.on(params, snapshot => selectionRanges(snapshot, params.positions)),
  ),
  answer(DocumentHighlightRequest.type, params =>
    session.on(params, snapshot => highlights(snapshot, toOffset(snapshot.source, params.position))),
  ),
  answer(PrepareRenameRequest.type, params =>
    session.onChecked(params, snapshot => prepareRename(snapshot, toOffset(snapshot.source, params.position))),
  ),
  answer(RenameRequest.type, params => session.onChecked(params, snapshot => session.rename(snapshot, params))),
  answer(
    new ProtocolRequestType<RenameParams, RenamePreview | null, never, void, void>(RENAME_PREVIEW_REQUEST),
    params => session.onChecked(params, snapshot => session.renamePreview(snapshot, params)),
  ),

  hear(InitializedNotification.type, () => session.register()),
  hear(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
    session.open(textDocument);
  }),
  hear(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) => {
    session.change(textDocument, contentChanges);
  }),
  hear(DidCloseTextDocumentNotification.type, ({ textDocument }) => {
    session.close(textDocument);
  }),
  hear(DidSaveTextDocumentNotification.type, () => session.saved()),
  hear(DidChangeConfigurationNotification.type, params => session.settingsSent(params)),
  hear(DidChangeWatchedFilesNotification.type, () => session.settingsChanged()),
  hear(DidChangeWorkspaceFoldersNotification.type, params => session.foldersChanged(params)),
  hear(new NotificationType<void>(CONFIGURATION_FILE_CHANGED_NOTIFICATION), () => session.settingsChanged()),
];

/** What `feature` gives for a statute's own text; undefined for an address of another kind. */
function inStatute<T>(
  session: Session,
  { textDocument: { uri } }: { readonly textDocument: TextDocumentIdentifier },
  feature: (statute: StatuteDocument) => T,
): T | undefined {
  const statute = session.statutes.at(uri);
  return statute && feature(statute);
}

/** Where a clause stands in its statute; null for a client that shows none. */
function definition(
  session: Session,
  source: Source,
  clause: ClauseAtPosition | undefined,
): Definition | LocationLink[] | null {
  const statute = clause && session.canShowStatutes ? session.statutes.open(clause.statuteId) : undefined;
  if (!clause || !statute) return null;
  return session.clientCapabilities.definitionLinks
    ? [clauseLink(statute, clause, source)]
    : clauseLocation(statute, clause);
}

/** Links as the client takes them. */
function linked({ clientCapabilities }: Session, links: LocationLink[] | null): Definition | LocationLink[] | null {
  return clientCapabilities.definitionLinks
    ? links
    : links && links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}

/** Where the open drafts and those of the workspace cite a clause; with its declaration the clause itself. */
async function clauseReferencesEverywhere(
  session: Session,
  clause: ClauseAtPosition,
  { textDocument: { uri }, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[]> {
  const drafts = (await session.openDrafts(uri)).map(draft => ({ uri: draft.uri, summary: citedClauses(draft) }));
  const others = await session.closedDrafts(uri, token);
  const statute =
    context.includeDeclaration && session.canShowStatutes ? session.statutes.open(clause.statuteId) : undefined;
  return [
    ...[...drafts, ...others].flatMap(draft => clauseReferences(draft.uri, draft.summary, clause)),
    ...(statute ? [clauseLocation(statute, clause)] : []),
  ];
}

type Row = (connection: Connection, session: Session) => void;

/** A request's row. A handler that throws is logged and answers null; only deliberate error answers go through. */
function answer<P, R, PR, E, RO>(
  type: ProtocolRequestType<P, R, PR, E, RO>,
  handle: (params: P, token: CancellationToken) => Promise<R | null>,
): Row {
  return (connection, session) => {
    connection.onRequest(
      type.method,
      async (params: P, token: CancellationToken): Promise<R | ResponseError<unknown> | null> => {
        const refusal = session.refusal();
        if (refusal) return refusal;
        try {
          return await handle(params, token);
        } catch (error) {
          if (error instanceof ResponseError) return error;
          session.logError(type.method, error);
          return null;
        }
      },
    );
  };
}

/** A notification's row. A handler that throws is logged; outside the session's life nothing is heard. */
function hear<P>(type: NotificationType<P>, handle: (params: P) => void | Promise<void>): Row {
  return (connection, session) => {
    connection.onNotification(type.method, async (params: P) => {
      if (session.refusal()) return;
      try {
        await handle(params);
      } catch (error) {
        session.logError(type.method, error);
      }
    });
  };
}

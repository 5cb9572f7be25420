import {
  DefinitionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  HoverRequest,
  MarkupKind,
  ProtocolRequestType,
  ReferencesRequest,
  TextDocumentContentRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type {
  CancellationToken,
  Definition,
  Location,
  LocationLink,
  MarkupContent,
  ReferenceParams,
  TextDocumentIdentifier,
} from 'vscode-languageserver';
import { cellHover } from '../features/across/cellHover.ts';
import { cellNameAt, definitionLastYear, referencesElsewhere } from '../features/across/cellNavigation.ts';
import { figureDefinition } from '../features/figures/definition.ts';
import { figureReferences } from '../features/figures/references.ts';
import { hover } from '../features/hover.ts';
import { citationList } from '../features/statutes/citationList.ts';
import { clauseAt, clauseInStatute, type ClauseAtPosition } from '../features/statutes/clauseAt.ts';
import { clauseLink, clauseLocation } from '../features/statutes/definition.ts';
import { publicationLinks, statuteLinks } from '../features/statutes/documentLinks.ts';
import { hoverInStatute } from '../features/statutes/hover.ts';
import { citedClauses, clauseReferences } from '../features/statutes/references.ts';
import type { StatuteDocument } from '../features/statutes/statuteDocument.ts';
import { clauseSymbols, statuteOutline } from '../features/statutes/workspaceSymbols.ts';
import { toOffset, toRange } from '../features/support/convert.ts';
import type { HoverResult } from '../features/support/hoverResult.ts';
import { flat, flatSymbols, symbols } from '../features/symbols.ts';
import { CITATIONS_REQUEST, STATUTE_DOCUMENT_REQUEST } from '../protocol/protocol.ts';
import type {
  CitationList,
  CitationsParams,
  StatuteDocumentParams,
  StatuteDocumentResult,
} from '../protocol/protocol.ts';
import type { Source } from '../text/source.ts';
import type { ClientProfile } from './client.ts';
import type { DraftSnapshot } from './documents.ts';
import type { ServerClientCapabilities } from './clientCapabilities.ts';
import { onRequest, type Handler } from './handler.ts';
import { plainText } from './plainText.ts';
import type { Session } from './session.ts';

/** Requests for the outline, explanations and places of what a text names; drafts and statutes both answer them. */
export function navigationHandlers(session: Session, now: () => Date): readonly Handler[] {
  // The client says who it is after the handlers are installed.
  const profile = (): ClientProfile => session.client.profile;
  return [
    onRequest(
      DocumentSymbolRequest.type,
      async params =>
        inStatute(session, params, statute =>
          profile().capabilities.hierarchicalSymbols
            ? statuteOutline(statute)
            : flat(statuteOutline(statute), statute.uri),
        ) ??
        session.withSnapshot(params, snapshot =>
          profile().capabilities.hierarchicalSymbols
            ? symbols(snapshot, profile().language)
            : flatSymbols(snapshot, profile().language),
        ),
    ),
    onRequest(HoverRequest.type, async params => {
      const inText = (source: Source, found: HoverResult | null) =>
        found && { contents: markup(profile().capabilities, found.contents), range: toRange(source, found.span) };
      return (
        inStatute(session, params, statute =>
          inText(
            statute.source,
            hoverInStatute(
              statute,
              toOffset(statute.source, params.position),
              session.library.documents,
              profile().language,
            ),
          ),
        ) ??
        session.withSnapshot(params, snapshot =>
          inText(
            snapshot.source,
            hover(
              snapshot,
              toOffset(snapshot.source, params.position),
              profile().language,
              session.library.knowledgeFor(snapshot.uri).texts,
              offset => cellLines(session, snapshot, offset),
            ),
          ),
        )
      );
    }),
    onRequest(
      DefinitionRequest.type,
      async params =>
        (await inStatute(session, params, statute =>
          definition(session, statute.source, clauseInStatute(statute, toOffset(statute.source, params.position))),
        )) ??
        session.withSnapshot(params, async snapshot => {
          const offset = toOffset(snapshot.source, params.position);
          return (
            (await definition(session, snapshot.source, clauseAt(snapshot, offset))) ??
            linked(
              profile().capabilities,
              lastYearsFigure(session, snapshot, offset) ?? figureDefinition(snapshot, offset),
            )
          );
        }),
    ),
    onRequest(ReferencesRequest.type, async (params, token) => {
      const clause =
        inStatute(
          session,
          params,
          statute => clauseInStatute(statute, toOffset(statute.source, params.position)) ?? null,
        ) ??
        (await session.withSnapshot(params, snapshot =>
          clauseAt(snapshot, toOffset(snapshot.source, params.position)),
        ));
      return clause
        ? await clauseReferencesEverywhere(session, clause, params, token)
        : await session.withSnapshot(params, snapshot => {
            const offset = toOffset(snapshot.source, params.position);
            const own = figureReferences(snapshot, offset, params.context);
            const around = session.workspace.answers.around(snapshot);
            return own && around
              ? [...own, ...referencesElsewhere(snapshot, offset, around.neighbours, around.locate)]
              : own;
          });
    }),
    onRequest(WorkspaceSymbolRequest.type, async ({ query }) => {
      if (profile().statutesBy === undefined) return [];
      const found = clauseSymbols(query, session.library.documents);
      return leadingToReady(session, found, ({ location }) => location.uri);
    }),
    onRequest(
      DocumentLinkRequest.type,
      async params =>
        (await inStatute(session, params, async statute => {
          const { documents, access } = session.library;
          return leadingToReady(
            session,
            statuteLinks(statute, documents, access.addresses),
            ({ target = '' }) => target,
          );
        })) ?? session.withSnapshot(params, snapshot => publicationLinks(snapshot, profile().language)),
    ),
    onRequest(
      new ProtocolRequestType<StatuteDocumentParams, StatuteDocumentResult | null, never, void, void>(
        STATUTE_DOCUMENT_REQUEST,
      ),
      async ({ uri }) => session.library.access.textOf(session.library.documents.at(uri)),
    ),
    onRequest(TextDocumentContentRequest.type, async ({ uri }) =>
      session.library.access.textOf(session.library.documents.at(uri)),
    ),
    onRequest(
      new ProtocolRequestType<CitationsParams, CitationList | null, never, void, void>(CITATIONS_REQUEST),
      params => session.withSnapshot(params, snapshot => citationList(snapshot, profile().language, now())),
    ),
  ];
}

/** What other reports say of the cell at an offset, as lines of Markdown. */
function cellLines(session: Session, snapshot: DraftSnapshot, offset: number): readonly string[] {
  const around = session.workspace.answers.around(snapshot);
  const cell = around && cellNameAt(snapshot, offset);
  return cell ? cellHover(around.neighbours, cell, session.client.profile.language, around.locate) : [];
}

/** Where the figure at an offset comes from in last year's report; null where it does not. */
function lastYearsFigure(session: Session, snapshot: DraftSnapshot, offset: number): LocationLink[] | null {
  const around = session.workspace.answers.around(snapshot);
  return around ? definitionLastYear(snapshot, offset, around.neighbours, around.locate) : null;
}

/** Result of `feature` for the text of a statute; undefined for an address of another kind. */
function inStatute<T>(
  session: Session,
  { textDocument: { uri } }: { readonly textDocument: TextDocumentIdentifier },
  feature: (statute: StatuteDocument) => T,
): T | undefined {
  const statute = session.library.documents.at(uri);
  return statute && feature(statute);
}

/** Where a clause stands in its statute; null for a client that shows none. */
async function definition(
  session: Session,
  source: Source,
  clause: ClauseAtPosition | undefined,
): Promise<Definition | LocationLink[] | null> {
  const statute = clause && session.library.documents.open(clause.statuteId);
  if (!statute || !(await session.library.access.isReady(statute))) return null;
  return session.client.profile.capabilities.definitionLinks
    ? [clauseLink(statute, clause, source)]
    : clauseLocation(statute, clause);
}

/** The part of an answer that leads to statutes which the client can open. */
async function leadingToReady<T>(session: Session, answer: readonly T[], addressOf: (each: T) => string): Promise<T[]> {
  const ready = new Map<StatuteDocument | undefined, boolean>([[undefined, false]]);
  const kept: T[] = [];
  for (const each of answer) {
    const statute = session.library.documents.at(addressOf(each));
    if (statute && !ready.has(statute)) ready.set(statute, await session.library.access.isReady(statute));
    if (ready.get(statute) === true) kept.push(each);
  }
  return kept;
}

/** Links as the client takes them. */
function linked(
  { definitionLinks }: ServerClientCapabilities,
  links: LocationLink[] | null,
): Definition | LocationLink[] | null {
  return definitionLinks
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
  const others = await session.citationsElsewhere(uri, token);
  const statute = context.includeDeclaration ? session.library.documents.open(clause.statuteId) : undefined;
  const isReady = statute !== undefined && (await session.library.access.isReady(statute));
  return [
    ...[...drafts, ...others].flatMap(draft => clauseReferences(draft.uri, draft.summary, clause)),
    ...(isReady ? [clauseLocation(statute, clause)] : []),
  ];
}

/** Markdown in the form that the client shows. */
function markup({ markdownHover }: ServerClientCapabilities, markdown: string): MarkupContent {
  return markdownHover
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}

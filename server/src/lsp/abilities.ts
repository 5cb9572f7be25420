import { MarkupKind, TokenFormat } from 'vscode-languageserver';
import type { ClientCapabilities } from 'vscode-languageserver';
import { NO_ABILITIES } from '../features/abilities.ts';
import type { Abilities } from '../features/abilities.ts';

/** What the server itself, beyond its features, needs to know of the client. */
export interface ServerAbilities extends Abilities {
  readonly pullDiagnostics: boolean;
  /** The client pulls again when asked. */
  readonly refreshDiagnostics: boolean;
  /** The client answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly registerWatchedFiles: boolean;
  readonly inlayHints: boolean;
  /** The client asks for inlay hints again when asked. */
  readonly refreshInlayHints: boolean;
  readonly codeLens: boolean;
  readonly refreshCodeLens: boolean;
  readonly semanticTokens: boolean;
  readonly refreshSemanticTokens: boolean;
  readonly selectionRange: boolean;
  readonly documentHighlight: boolean;
  /** Definitions that say where they are asked from. */
  readonly definitionLinks: boolean;
}

/** The abilities of a client that offers nothing but the base protocol. */
export const NO_SERVER_ABILITIES: ServerAbilities = {
  ...NO_ABILITIES,
  pullDiagnostics: false,
  refreshDiagnostics: false,
  configuration: false,
  registerConfiguration: false,
  registerWatchedFiles: false,
  inlayHints: false,
  refreshInlayHints: false,
  codeLens: false,
  refreshCodeLens: false,
  semanticTokens: false,
  refreshSemanticTokens: false,
  selectionRange: false,
  documentHighlight: false,
  definitionLinks: false,
};

/** Reads the client's capabilities; whatever is not offered is missing. */
export function readAbilities({ textDocument, workspace }: ClientCapabilities): ServerAbilities {
  const push = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  return {
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    snippetEdits: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    relatedInformation: push?.relatedInformation === true || pull?.relatedInformation === true,
    codeDescription: push?.codeDescriptionSupport === true || pull?.codeDescriptionSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    foldingLimit: textDocument?.foldingRange?.rangeLimit,
    pullDiagnostics: pull !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    codeLens: textDocument?.codeLens !== undefined,
    refreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    semanticTokens: textDocument?.semanticTokens?.formats.includes(TokenFormat.Relative) === true,
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    selectionRange: textDocument?.selectionRange !== undefined,
    documentHighlight: textDocument?.documentHighlight !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
  };
}

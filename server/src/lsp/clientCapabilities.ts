import { MarkupKind, TokenFormat } from 'vscode-languageserver';
import type * as protocol from 'vscode-languageserver';
import { NO_CLIENT_CAPABILITIES } from '../features/support/clientCapabilities.ts';
import type { ClientCapabilities } from '../features/support/clientCapabilities.ts';

/** What the server itself, beyond its features, needs to know of the client. */
export interface ServerClientCapabilities extends ClientCapabilities {
  readonly pullDiagnostics: boolean;
  /** The client pulls again when asked. */
  readonly refreshDiagnostics: boolean;
  /** The client answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  readonly registerWatchedFiles: boolean;
  /** The client watches files below an address. */
  readonly watchRelative: boolean;
  readonly inlayHints: boolean;
  /** The client asks for inlay hints again when asked. */
  readonly refreshInlayHints: boolean;
  readonly codeLens: boolean;
  readonly refreshCodeLens: boolean;
  readonly semanticTokens: boolean;
  readonly refreshSemanticTokens: boolean;
  readonly selectionRange: boolean;
  readonly documentHighlight: boolean;
  /** Definitions may say what they are the definition of. */
  readonly definitionLinks: boolean;
  readonly rename: boolean;
  /** The client asks what is renamed before it asks for the new name. */
  readonly prepareRename: boolean;
  /** The client asks for the text at addresses of schemes that the server names (LSP 3.18). */
  readonly documentContent: boolean;
}

/** The capabilities of a client that offers nothing but the base protocol. */
export const NO_SERVER_CLIENT_CAPABILITIES: ServerClientCapabilities = {
  ...NO_CLIENT_CAPABILITIES,
  pullDiagnostics: false,
  refreshDiagnostics: false,
  configuration: false,
  registerConfiguration: false,
  registerWatchedFiles: false,
  watchRelative: false,
  inlayHints: false,
  refreshInlayHints: false,
  codeLens: false,
  refreshCodeLens: false,
  semanticTokens: false,
  refreshSemanticTokens: false,
  selectionRange: false,
  documentHighlight: false,
  definitionLinks: false,
  rename: false,
  prepareRename: false,
  documentContent: false,
};

/**
 * Reads the client's capabilities; whatever is not offered, or not in the form that the protocol demands, is missing.
 */
export function readClientCapabilities({
  textDocument,
  workspace,
}: protocol.ClientCapabilities): ServerClientCapabilities {
  const push = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  const foldingLimit: unknown = textDocument?.foldingRange?.rangeLimit;
  return {
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createFiles: has(workspace?.workspaceEdit?.resourceOperations, 'create'),
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    relatedInformation: push?.relatedInformation === true || pull?.relatedInformation === true,
    codeDescription: push?.codeDescriptionSupport === true || pull?.codeDescriptionSupport === true,
    markdownHover: has(textDocument?.hover?.contentFormat, MarkupKind.Markdown),
    foldingLimit: typeof foldingLimit === 'number' ? foldingLimit : undefined,
    pullDiagnostics: pull !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchRelative: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    inlayHints: textDocument?.inlayHint !== undefined,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    codeLens: textDocument?.codeLens !== undefined,
    refreshCodeLens: workspace?.codeLens?.refreshSupport === true,
    semanticTokens: has(textDocument?.semanticTokens?.formats, TokenFormat.Relative),
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    selectionRange: textDocument?.selectionRange !== undefined,
    documentHighlight: textDocument?.documentHighlight !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    rename: textDocument?.rename !== undefined,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    documentContent: workspace?.textDocumentContent !== undefined,
  };
}

function has(list: unknown, wanted: string): boolean {
  return Array.isArray(list) && list.includes(wanted);
}

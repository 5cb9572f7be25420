/** What the client can take. A client that offers nothing but the base protocol has none of it. */
export interface ClientCapabilities {
  /** Outline as a tree instead of a list. */
  readonly hierarchicalSymbols: boolean;
  /** Completion texts with tab stops. */
  readonly snippets: boolean;
  /** Workspace edits that name the document's version. */
  readonly documentChanges: boolean;
  /** Workspace edits that are shown before they are done. */
  readonly changeAnnotations: boolean;
  /** Workspace edits that make new files. */
  readonly createFiles: boolean;
  /** Workspace edits with tab stops. */
  readonly snippetEdits: boolean;
  /** Diagnostics with further places. */
  readonly relatedInformation: boolean;
  /** Diagnostics whose code is a link. */
  readonly codeDescription: boolean;
  /** Hovers in Markdown. */
  readonly markdownHover: boolean;
  /** Greatest number of folding ranges that it wants; undefined: any. */
  readonly foldingLimit: number | undefined;
}

/** Capabilities of a client that offers nothing but the base protocol. */
export const NO_CLIENT_CAPABILITIES: ClientCapabilities = {
  hierarchicalSymbols: false,
  snippets: false,
  documentChanges: false,
  changeAnnotations: false,
  createFiles: false,
  snippetEdits: false,
  relatedInformation: false,
  codeDescription: false,
  markdownHover: false,
  foldingLimit: undefined,
};

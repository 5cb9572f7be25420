/**
 * Bounds of what is read, asked, computed and sent: one table for server, client and command line; docs/limits.md is
 * written from it.
 */
export const LIMITS = {
  /** Files of one place that a setting names. */
  filesInPlace: 300,
  /** Bytes of one such file. */
  fileBytes: 2_000_000,
  /** UTF-16 units of a file with statutes, and of an official text. */
  statuteFileLength: 1_000_000,
  officialTextLength: 2_000_000,
  /** Places with statutes in one settings file. */
  statutePaths: 20,
  /**
   * What is named as wrong with one settings file, one file of statutes or the editor's settings; the rest is counted.
   */
  fileProblems: 100,
  /** Drafts that are not open, read for references. */
  closedDrafts: 200,
  /** UTF-16 units of one of them; longer files are no drafts. */
  closedDraftLength: 1_000_000,
  /** Bytes of a file that the command line checks; a draft with hundreds of tables has some hundred thousand. */
  commandLineBytes: 32 * 1024 * 1024,
  /** Bytes of a baseline or a file with decisions, and of a line with a summary. */
  knownFindingsBytes: 64 * 1024 * 1024,
  summaryBytes: 4 * 1024 * 1024,
  /** Files of the workspace that may be reports; beyond them only those in the folders of open drafts are read. */
  workspaceFiles: 20_000,
  /** Bytes of what is kept of a report that is not open. */
  closedSummaryBytes: 64 * 1024,
  /** UTF-16 units of one paragraph or heading that are read for citations and what else paragraphs hold. */
  paragraphLength: 100_000,
  /** The same for figures, whose reader does more. */
  figuresLength: 60_000,
  /**
   * UTF-16 units of paragraphs and tables of which it stays known what was found out about them; with a draft that has
   * more, as many as it has, up to the second number.
   */
  knownBlockCharacters: 100_000,
  mostKnownCharacters: 1_000_000,
  /** UTF-16 units of one of them, which would drive out too many others; and how many with the same text. */
  knownBlockLength: 25_000,
  equalKnownBlocks: 64,
  /** UTF-16 units on the clipboard; more is no table of a report. */
  clipboardLength: 4_000_000,
  /** Findings of a selection that can be silenced from one menu; for each the draft is read with the comment. */
  silencesOffered: 50,
  /** Tables that the table form shows; a report has three. */
  formTables: 20,
  /** Figures of the running text that are listed beside it. */
  formMentions: 300,
  /** UTF-16 units of a draft that is shown in its official layout, and findings that are marked there. */
  previewLength: 1_000_000,
  previewFindings: 500,
  /** Milliseconds that one rule works on one draft; the slowest needs a hundredth of it for a megabyte. */
  ruleWorkMs: 10_000,
  /** One rule may find one thing in each UTF-16 unit of a draft, and this many more. */
  spareFindings: 1000,
  /** Diagnostics of one draft; editors show fewer. */
  diagnostics: 5000,
  /** Bytes of a part of a document, unpacked, and of all parts that are read; entries of its container. */
  documentPartBytes: 32 * 1024 * 1024,
  documentUnpackedBytes: 64 * 1024 * 1024,
  documentEntries: 2000,
  /** Elements inside each other in a part of a document. */
  documentNesting: 256,
  /** Columns and cells of a table in a document. */
  documentColumns: 400,
  documentCells: 20_000,
  /** Pages of a PDF file. */
  documentPages: 300,
  /** Milliseconds and megabytes that one document may take. */
  documentMs: 30_000,
  documentMegabytes: 512,
  /** Milliseconds that an answer of the client is waited for. */
  answerMs: 3000,
} as const;

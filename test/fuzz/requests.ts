import { UNINTERRUPTED } from '../../server/src/analysis/scheduler.ts';
import {
  NO_CLIENT_CAPABILITIES,
  type ClientCapabilities,
} from '../../server/src/features/support/clientCapabilities.ts';
import { citationList } from '../../server/src/features/statutes/citationList.ts';
import { clauseAt, clauseInStatute } from '../../server/src/features/statutes/clauseAt.ts';
import { clauseLink, clauseLocation } from '../../server/src/features/statutes/definition.ts';
import { publicationLinks, statuteLinks } from '../../server/src/features/statutes/documentLinks.ts';
import { citedClauses, clauseReferences } from '../../server/src/features/statutes/references.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { tableForm } from '../../server/src/features/tables/tableForm.ts';
import { codeLenses, LENS_COMMANDS } from '../../server/src/features/tables/codeLens.ts';
import { tableCellsAt } from '../../server/src/features/tables/tableCells.ts';
import { tidyTableAt } from '../../server/src/features/tables/tidyTable.ts';
import { sentenceCompletion, sentencesFor } from '../../server/src/features/sentences.ts';
import { completion } from '../../server/src/features/completion.ts';
import { toPosition, toRange } from '../../server/src/features/support/convert.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { equationsAt } from '../../server/src/features/tables/equations.ts';
import { figureDefinition } from '../../server/src/features/figures/definition.ts';
import { figureReferences } from '../../server/src/features/figures/references.ts';
import { folding } from '../../server/src/features/folding.ts';
import { formatting } from '../../server/src/features/tables/formatting.ts';
import { highlights } from '../../server/src/features/figures/documentHighlight.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/tables/inlayHints.ts';
import { pastedFigures } from '../../server/src/features/tables/pastedFigures.ts';
import { pastedTable } from '../../server/src/features/tables/pastedTable.ts';
import { annotatedEdit, noticeOf, prepareRename, rename } from '../../server/src/features/figures/rename.ts';
import { selectionRanges } from '../../server/src/features/selection.ts';
import { semanticTokens, type SemanticToken } from '../../server/src/features/semanticTokens.ts';
import { SCHEME_ADDRESSES } from '../../server/src/features/statutes/statuteAddress.ts';
import { hoverInStatute } from '../../server/src/features/statutes/hover.ts';
import { clauseSymbols, statuteOutline } from '../../server/src/features/statutes/workspaceSymbols.ts';
import { flatSymbols, symbols } from '../../server/src/features/symbols.ts';
import { StatuteDocuments } from '../../server/src/lsp/statuteDocuments.ts';
import type { Language } from '../../server/src/messages/message.ts';
import { statutes } from '../../server/src/statutes/index.ts';
import type { Source } from '../../server/src/text/source.ts';
import { snapshotOf } from './checks.ts';

const NOW = new Date(2025, 0, 15);
/** What a client may offer. */
export const ALL_ABILITIES: ClientCapabilities = {
  ...NO_CLIENT_CAPABILITIES,
  hierarchicalSymbols: true,
  snippets: true,
  documentChanges: true,
  changeAnnotations: true,
  createFiles: true,
  snippetEdits: true,
  relatedInformation: true,
  codeDescription: true,
  markdownHover: true,
};

export interface Asked {
  readonly text: string;
  /** Places, in UTF-16 units. */
  readonly at: number;
  readonly end: number;
  readonly language: Language;
  readonly uri: string;
  readonly pasted: string;
  readonly newName: string;
}

/**
 * Asks for everything that the server answers at a place of a draft; fails where a feature throws or names a place
 * outside. Gives the number of requests.
 */
export async function askEverything({ text, at, end, language, uri, pasted, newName }: Asked): Promise<number> {
  const snapshot = snapshotOf(text);
  const { source } = snapshot;
  const span = { start: Math.min(at, end), end: Math.max(at, end) };
  const range = toRange(source, span);
  const file = { uri, languageId: 'annual-report' };
  const { findings } = await snapshot.findings(UNINTERRUPTED);
  const shown = diagnostics(snapshot, findings, {
    language,
    clientCapabilities: ALL_ABILITIES,
    rulePages: 'file:///pages',
  });
  const shelf = new StatuteDocuments([], language, SCHEME_ADDRESSES);
  const clause = clauseAt(snapshot, at);
  const statute = clause && shelf.open(clause.statuteId);
  const renaming = await rename(snapshot, at, newName, language);
  const answers: Readonly<Record<string, unknown>> = {
    diagnostics: shown,
    hover: hover(snapshot, at, language)?.contents,
    completion: completion(snapshot, at, { language, clientCapabilities: ALL_ABILITIES, file, now: NOW }),
    definition: figureDefinition(snapshot, at),
    references: figureReferences(snapshot, at, { includeDeclaration: true }),
    clauseReferences: clause && clauseReferences(uri, citedClauses(snapshot), clause),
    highlight: highlights(snapshot, at),
    prepareRename: prepareRename(snapshot, at),
    rename: renaming?.kind === 'edit' && [
      renaming.edits,
      annotatedEdit(renaming, snapshot, ALL_ABILITIES, language),
      noticeOf(renaming, language),
    ],
    codeActions: codeActions(
      snapshot,
      findings,
      { span, only: undefined, diagnostics: shown },
      { language, clientCapabilities: ALL_ABILITIES, file, configurationFile: null },
    ),
    formatting: formatting(snapshot, undefined, { ambiguousWidth: 'wide' }),
    rangeFormatting: formatting(snapshot, span, { ambiguousWidth: 'narrow' }),
    inlayHints: inlayHints(snapshot, range, 'always', language),
    tableForm: tableForm(snapshot, language),
    codeLens: codeLenses(snapshot, language, { commands: new Set(LENS_COMMANDS), file }),
    tableCells: tableCellsAt(snapshot, at),
    tidyTable: tidyTableAt(snapshot, at, file),
    sentences: [sentencesFor(snapshot, at, language), sentenceCompletion(snapshot, at, language)],
    folding: folding(snapshot),
    symbols: [symbols(snapshot, language), flatSymbols(snapshot, language)],
    selection: selectionRanges(snapshot, [toPosition(source, at), toPosition(source, end)]),
    pastedTable: [{ text: pasted }, { html: pasted }].map(clipboard =>
      pastedTable(snapshot, span, clipboard, 'comment'),
    ),
    pastedFigures: [pasted, '12\r\n', '1\t2\r\n3\t4\r\n'].map(copied =>
      pastedFigures(snapshot, span, { text: copied }),
    ),
    equations: equationsAt(snapshot, at, language),
    citations: citationList(snapshot, language, NOW),
    links: publicationLinks(snapshot, language),
  };
  for (const [request, answer] of Object.entries(answers)) {
    checkRanges(request, answer, source);
    // Text that the server was sent with halves of characters, or that is cut by places within one, comes back so.
    if (!HALF.test(text + pasted + newName)) checkCharacters(request, answer);
  }
  for (const tokens of [semanticTokens(snapshot), semanticTokens(snapshot, range)]) checkTokens(tokens, source);
  if (clause && statute) {
    clauseLocation(statute, clause);
    clauseLink(statute, clause, source);
  }
  askStatute(at, text.slice(span.start, Math.min(span.end, span.start + 12)), shelf, language);
  return Object.keys(answers).length + 8;
}

/** Half of a character that has two UTF-16 units: no text to strict readers. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function checkCharacters(request: string, value: unknown): void {
  if (typeof value === 'string') {
    if (HALF.test(value)) throw new Error(`${request} has half of a character in ${JSON.stringify(value)}`);
  } else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) checkCharacters(request, each);
}

/** The same for the text of a statute and the search among all clauses. */
function askStatute(at: number, query: string, shelf: StatuteDocuments, language: Language): void {
  const chosen = statutes[at % statutes.length];
  const statute = chosen && shelf.at(SCHEME_ADDRESSES.addressOf(chosen));
  if (!statute) throw new Error(`no text for statute ${String(chosen?.id)}`);
  const offset = at % (statute.source.text.length + 1);
  const spoken = clauseInStatute(statute, offset);
  const answers = {
    hover: hoverInStatute(statute, offset, shelf, language)?.contents,
    outline: statuteOutline(statute),
    links: statuteLinks(statute, shelf, SCHEME_ADDRESSES),
    definition: spoken && shelf.open(spoken.statuteId),
  };
  checkRanges('outline of a statute', answers.outline, statute.source);
  clauseSymbols(query, shelf);
}

/** Every range in an answer lies in the draft, and ends where it starts or behind. */
function checkRanges(request: string, answer: unknown, source: Source): void {
  if (typeof answer !== 'object' || answer === null) return;
  if (
    'uri' in answer &&
    'range' in answer &&
    typeof answer.uri === 'string' &&
    answer.uri.startsWith('annual-report-statute:')
  )
    return;
  if ('targetUri' in answer) return;
  if ('start' in answer && 'end' in answer && isPosition(answer.start) && isPosition(answer.end)) {
    const [start, end] = [answer.start, answer.end];
    const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
    for (const { line, character } of [start, end]) {
      const limit =
        source.lineCount > line
          ? (source.lineStarts[line + 1] ?? source.text.length) - (source.lineStarts[line] ?? 0)
          : -1;
      if (line < 0 || character < 0 || character > limit || !isOrdered)
        throw new Error(`${request}: a range ${JSON.stringify(answer)} outside of ${JSON.stringify(source.text)}`);
    }
    return;
  }
  for (const value of Object.values(answer)) checkRanges(request, value, source);
}

function isPosition(value: unknown): value is { readonly line: number; readonly character: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    'character' in value &&
    typeof value.line === 'number' &&
    typeof value.character === 'number'
  );
}

/** Tokens of at least one character, one behind the other, each on one line. */
function checkTokens(tokens: readonly SemanticToken[], source: Source): void {
  let last = { line: 0, end: 0 };
  for (const { line, character, length } of tokens) {
    const { start, end } = source.line(line);
    if (
      line < last.line ||
      length <= 0 ||
      (line === last.line && character < last.end) ||
      character + length > end - start
    )
      throw new Error(
        `token at ${String(line)}:${String(character)}+${String(length)} in ${JSON.stringify(source.text)}`,
      );
    last = { line, end: character + length };
  }
}

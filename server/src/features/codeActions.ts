import { CodeActionKind } from 'vscode-languageserver-types';
import type { CodeAction, Diagnostic, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';
import { DIRECTIVE_RULES } from '../analysis/directiveRules.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import { mergeConflictsOf } from '../model/mergeConflicts.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import { message, messageOf } from '../messages/text.ts';
import type { Edit } from '../rules/support/rule.ts';
import { writeComment } from '../syntax/directiveGrammar.ts';
import { isWebPage } from '../syntax/webPage.ts';
import type { Span } from '../text/span.ts';
import type { ClientCapabilities } from './support/clientCapabilities.ts';
import { configurationSilence } from './support/configurationSilence.ts';
import type { ConfigurationFile } from './support/configurationSilence.ts';
import { toRange } from './support/convert.ts';
import { diagnosticFinder, type DiagnosticWording } from './diagnostics.ts';
import { allowsComments, lineEndOf } from './support/draftFile.ts';
import type { DraftFile } from './support/draftFile.ts';
import { workspaceEdit } from './support/edits.ts';
import { tableActions } from './tables/codeActions.ts';

/** Kind of the action that applies every safe fix of a draft. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.annualReport`;

/** Kinds of action that the server offers. */
export const CODE_ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
];

export interface CodeActionQuery {
  /** Place that actions are asked for. */
  readonly span: Span;
  /** Kinds that are asked for; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** The client's diagnostics at the place, to be named by the actions that remove them. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CodeActionOptions extends DiagnosticWording {
  readonly clientCapabilities: Pick<ClientCapabilities, 'documentChanges' | 'snippetEdits' | 'createFiles'>;
  readonly file: DraftFile;
  /** The nearest `.annual-report.json`; null where there is none. */
  readonly configurationFile: ConfigurationFile | null;
}

const OWN_RULES: ReadonlySet<string> = new Set(DIRECTIVE_RULES.map(({ id }) => id));

/** The client's diagnostics that are those of a finding; a new list each time. */
type DiagnosticsOf = (finding: ReportedFinding) => Diagnostic[];

type Draft = Pick<Snapshot, 'uri' | 'version' | 'source' | 'blocks' | 'report'>;

/**
 * Quick fixes of the findings at a place, what can be done with the table there, an action that silences each finding,
 * and one that applies all safe fixes.
 *
 * Edits are made from the snapshot's own findings, so they always fit the version that they name.
 */
export function codeActions(
  draft: Draft,
  findings: readonly ReportedFinding[],
  query: CodeActionQuery,
  options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const diagnosticsOf = diagnosticFinder(query.diagnostics, draft.source, options);
  const here = findings.filter(({ span }) => span.start <= query.span.end && query.span.start <= span.end);
  if (isWanted(CodeActionKind.QuickFix, query.only)) actions.push(...quickFixes(draft, here, diagnosticsOf, options));
  actions.push(...onTable(draft, here, actions, query, diagnosticsOf, options));
  if (isWanted(CodeActionKind.QuickFix, query.only)) {
    const inside = allowsComments(options.file) ? here.filter(finding => commentPlace(draft, finding) !== null) : [];
    const isInside = new Set(inside);
    const outside = here.filter(finding => !isInside.has(finding));
    actions.push(
      ...silences(draft, inside, diagnosticsOf, options),
      ...outsideSilences(draft, outside, diagnosticsOf, options),
    );
  }
  if (isWanted(FIX_ALL_KIND, query.only)) {
    const all = fixAll(draft, findings, options);
    if (all) actions.push(all);
  }
  return actions;
}

/** Whether a client that asks for `only` wants actions of a kind; `source.fixAll` includes those below it. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some(wanted => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function quickFixes(
  draft: Draft,
  findings: readonly ReportedFinding[],
  diagnosticsOf: DiagnosticsOf,
  options: CodeActionOptions,
): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const solved = diagnosticsOf(finding);
    for (const fix of finding.fixes) {
      const title = messageOf(options.language, fix);
      // One cause may be found in several places and bring the same fix each time.
      const key = JSON.stringify([title, fix.edits]);
      const known = actions.get(key);
      if (known) {
        known.diagnostics?.push(...solved);
        continue;
      }
      actions.set(key, {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: solved,
        ...(fix.kind === 'safe' ? { isPreferred: true } : {}),
        edit: workspaceEdit(
          draft,
          fix.edits.map(edit => textEdit(draft, edit)),
          options.clientCapabilities,
        ),
      });
    }
  }
  return [...actions.values()];
}

/** Actions on the table at the place: a quick fix where one removes a finding there, else a refactoring. */
function onTable(
  draft: Draft,
  findings: readonly ReportedFinding[],
  fixes: readonly CodeAction[],
  query: CodeActionQuery,
  diagnosticsOf: DiagnosticsOf,
  options: CodeActionOptions,
): CodeAction[] {
  const isFixWanted = isWanted(CodeActionKind.QuickFix, query.only);
  if (!isFixWanted && !isWanted(CodeActionKind.RefactorRewrite, query.only)) return [];
  return tableActions(draft, query.span, options.language, options.file).flatMap(
    ({ title, changes, solves, span }): CodeAction[] => {
      const solved = isFixWanted
        ? findings.filter(
            each => solves.includes(each.message) && span.start <= each.span.start && each.span.start <= span.end,
          )
        : [];
      const kind = solved.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
      if (!isWanted(kind, query.only) || fixes.some(fix => fix.title === title)) return [];
      return [
        {
          title,
          kind,
          ...(solved.length > 0
            ? {
                diagnostics: [...new Set(solved.flatMap(diagnosticsOf))],
              }
            : {}),
          edit: workspaceEdit(
            draft,
            changes.map(change => textEdit(draft, change)),
            options.clientCapabilities,
          ),
        },
      ];
    },
  );
}

/** What a rule is called beside a finding. */
function shownName(rule: string, { language, titledCodes }: DiagnosticWording): string {
  return titledCodes ? ruleTitle(language, rule) : rule;
}

/** What a comment calls a rule: people read it, and the reader of comments knows Chinese titles. */
function writtenName(rule: string, { language, titledCodes }: DiagnosticWording): string {
  return titledCodes && language === 'zh-CN' ? ruleTitle(language, rule) : rule;
}

/** Actions that put a comment before the block of a finding. */
function silences(
  draft: Draft,
  findings: readonly ReportedFinding[],
  diagnosticsOf: DiagnosticsOf,
  options: CodeActionOptions,
): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    // Those are about the checker's own comments, which none of them silences.
    const place = commentPlace(draft, finding);
    if (!place || OWN_RULES.has(finding.rule)) continue;
    const key = `${String(place.at)} ${finding.rule}`;
    const solved = diagnosticsOf(finding);
    const known = actions.get(key);
    if (known) {
      known.diagnostics?.push(...solved);
      continue;
    }
    actions.set(key, {
      title: message(options.language, 'fix.silence', { rule: shownName(finding.rule, options) }),
      kind: CodeActionKind.QuickFix,
      diagnostics: solved,
      edit: workspaceEdit(draft, [silenceEdit(draft, finding.rule, place, options)], options.clientCapabilities),
    });
  }
  return [...actions.values()];
}

/** Actions that silence a finding in `.annual-report.json`, for drafts that are published with their comments. */
function outsideSilences(
  draft: Draft,
  findings: readonly ReportedFinding[],
  diagnosticsOf: DiagnosticsOf,
  options: CodeActionOptions,
): CodeAction[] {
  const {
    language,
    clientCapabilities: { documentChanges, createFiles },
    configurationFile,
  } = options;
  if (!documentChanges || (configurationFile === null && !createFiles)) return [];
  return findings
    .filter(finding => !OWN_RULES.has(finding.rule))
    .flatMap((finding): CodeAction[] => {
      const changes = configurationSilence(
        draft.uri,
        finding,
        configurationFile,
        message(language, 'fix.silenceReason'),
      );
      if (!changes) return [];
      return [
        {
          title: message(language, 'fix.silenceOutside', { rule: shownName(finding.rule, options) }),
          kind: CodeActionKind.QuickFix,
          diagnostics: diagnosticsOf(finding),
          edit: { documentChanges: changes },
        },
      ];
    });
}

interface CommentPlace {
  readonly at: number;
  /** Whether a line begins here, so that the comment gets a line of its own. */
  readonly isLine: boolean;
}

/** Where a comment that silences a finding is read: before its block; null within a line, where none is read. */
function commentPlace({ source, blocks }: Draft, { span: { start: offset } }: ReportedFinding): CommentPlace | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.at ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const at = blocks[low - 1]?.at ?? 0;
  const lineStart = source.line(source.lineAt(at)).start;
  if (source.text.slice(lineStart, at).trim() === '') return { at: lineStart, isLine: true };
  return isWebPage(source.text) ? { at, isLine: false } : null;
}

function silenceEdit(
  draft: Draft,
  rule: string,
  { at, isLine }: CommentPlace,
  options: CodeActionOptions,
): TextEdit | SnippetTextEdit {
  const reason = message(options.language, 'fix.silenceReason');
  const comment = (text: string) =>
    writeComment({ kind: 'silence', rule: writtenName(rule, options), reason: text }) +
    (isLine ? lineEndOf(draft.source) : '');
  const range = toRange(draft.source, { start: at, end: at });
  if (!options.clientCapabilities.snippetEdits) return { range, newText: comment(reason) };
  return { range, snippet: { kind: 'snippet', value: comment(`\${1:${reason}}`) } };
}

function fixAll(
  draft: Draft,
  findings: readonly ReportedFinding[],
  options: CodeActionOptions,
): CodeAction | undefined {
  // Nothing is changed within a merge conflict, which the user has to solve first.
  const conflicts = mergeConflictsOf(draft.blocks).map(({ span }): Edit => ({ span, text: '' }));
  const chosen: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(each => each.kind === 'safe');
    if (!fix?.edits.every(({ span }) => isFree(span, chosen) && isFree(span, conflicts))) continue;
    // Findings come in the order of the draft, so nearly all edits go to the end.
    for (const edit of fix.edits) chosen.splice(indexAfter(edit.span, chosen), 0, edit);
  }
  if (chosen.length === 0) return undefined;
  return {
    title: message(options.language, 'fix.all'),
    kind: FIX_ALL_KIND,
    edit: workspaceEdit(
      draft,
      chosen.map(edit => textEdit(draft, edit)),
      options.clientCapabilities,
    ),
  };
}

/** Whether a place meets none of the edits, which stand in order: edits of one step must not touch each other. */
function isFree(span: Span, chosen: readonly Edit[]): boolean {
  const index = indexAfter(span, chosen);
  const before = chosen[index - 1];
  const after = chosen[index];
  return (!before || before.span.end < span.start) && (!after || span.end < after.span.start);
}

/** Index of the first edit that starts behind the start of a place. */
function indexAfter({ start }: Span, edits: readonly Edit[]): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textEdit({ source }: Draft, { span, text }: Edit): TextEdit {
  return { range: toRange(source, span), newText: text.replace(/\r?\n/g, lineEndOf(source)) };
}

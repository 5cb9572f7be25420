import { CodeActionKind } from 'vscode-languageserver-types';
import type { CodeAction, Diagnostic, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';
import { DIRECTIVE_RULES } from '../analysis/directiveRules.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import { mergeConflictsOf } from '../model/mergeConflicts.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import { message, messageOf } from '../messages/text.ts';
import type { Edit, FixId } from '../rules/support/rule.ts';
import { SILENCE_COMMAND, type ConfigurationFileResult } from '../protocol/protocol.ts';
import { writeComment } from '../syntax/directiveGrammar.ts';
import { isWebPage } from '../syntax/webPage.ts';
import type { Span } from '../text/span.ts';
import type { ClientCapabilities } from './support/clientCapabilities.ts';
import { settingsSilence, silenceEdits } from './support/configurationSilence.ts';
import { toRange } from './support/convert.ts';
import { diagnosticFinder, type DiagnosticWording } from './diagnostics.ts';
import { allowsComments, lineEndOf } from './support/draftFile.ts';
import type { DraftFile } from './support/draftFile.ts';
import { workspaceEdit } from './support/edits.ts';
import { tableActions, type TableDraft } from './tables/codeActions.ts';

/** Kind of the action that applies every safe fix of a draft. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.annualReport`;

/** Kinds of action that the server offers. */
export const CODE_ACTION_KINDS: readonly string[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
];

/**
 * Kind of one sort of action, by the name of its message without `fix.`: keys are bound to it, so a name once given
 * stays.
 */
function kindOf(group: typeof CodeActionKind.QuickFix | typeof CodeActionKind.RefactorRewrite, fix: FixId): string {
  return `${group}.annualReport.${fix.slice('fix.'.length)}`;
}

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
  readonly configurationFile: ConfigurationFileResult | null;
  /** Ids of the client's own commands. */
  readonly commands?: ReadonlySet<string>;
}

const OWN_RULES: ReadonlySet<string> = new Set(DIRECTIVE_RULES.map(({ id }) => id));

/** The client's diagnostics that are those of a finding; a new list each time. */
type DiagnosticsOf = (finding: ReportedFinding) => Diagnostic[];

type Draft = TableDraft & Pick<Snapshot, 'blocks'>;

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
  if (mayHold(query.only, CodeActionKind.QuickFix)) actions.push(...quickFixes(draft, here, diagnosticsOf, options));
  actions.push(...onTable(draft, here, actions, query, diagnosticsOf, options));
  if (mayHold(query.only, CodeActionKind.QuickFix)) {
    const inside = allowsComments(options.file) ? here.filter(finding => commentPlace(draft, finding) !== null) : [];
    const isInside = new Set(inside);
    const outside = here.filter(finding => !isInside.has(finding));
    actions.push(
      ...silences(draft, inside, diagnosticsOf, options),
      ...outsideSilences(draft, outside, diagnosticsOf, options),
    );
  }
  if (mayHold(query.only, FIX_ALL_KIND)) {
    const all = fixAll(draft, findings, options);
    if (all) actions.push(all);
  }
  return actions.filter(({ kind = '' }) => query.only?.some(wanted => isBelow(kind, wanted)) ?? true);
}

/** Whether a client that asks for `only` may want an action of a kind or of one below it. */
function mayHold(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some(wanted => isBelow(kind, wanted) || isBelow(wanted, kind)) ?? true;
}

/** Whether a kind is another or one below it, as `source.fixAll.annualReport` is below `source.fixAll`. */
function isBelow(kind: string, other: string): boolean {
  return other === '' || kind === other || kind.startsWith(`${other}.`);
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
        kind: kindOf(CodeActionKind.QuickFix, fix.message),
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
  const isFixWanted = mayHold(query.only, CodeActionKind.QuickFix);
  if (!isFixWanted && !mayHold(query.only, CodeActionKind.RefactorRewrite)) return [];
  return tableActions(draft, query.span, options.language, options.file).flatMap(
    ({ fix, title, changes, solves, span }): CodeAction[] => {
      const solved = isFixWanted
        ? findings.filter(
            each => solves.includes(each.message) && span.start <= each.span.start && each.span.start <= span.end,
          )
        : [];
      if (fixes.some(each => each.title === title)) return [];
      return [
        {
          title,
          kind: kindOf(solved.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite, fix),
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
      kind: kindOf(CodeActionKind.QuickFix, 'fix.silence'),
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
    clientCapabilities: { documentChanges: hasVersions, createFiles },
    configurationFile,
    commands,
  } = options;
  const canWrite = commands?.has(SILENCE_COMMAND) ?? false;
  if (!canWrite && (!hasVersions || (configurationFile === null && !createFiles))) return [];
  return findings
    .filter(finding => !OWN_RULES.has(finding.rule))
    .flatMap((finding): CodeAction[] => {
      const reason = message(language, 'fix.silenceReason');
      const silence = settingsSilence(draft.uri, finding, configurationFile?.uri, reason);
      if (!silence) return [];
      const title = message(language, 'fix.silenceOutside', { rule: shownName(finding.rule, options) });
      const kind = kindOf(CodeActionKind.QuickFix, 'fix.silenceOutside');
      const about = { title, kind, diagnostics: diagnosticsOf(finding) };
      if (canWrite) return [{ ...about, command: { title, command: SILENCE_COMMAND, arguments: [silence] } }];
      const documentChanges = silenceEdits(silence, configurationFile);
      return documentChanges ? [{ ...about, edit: { documentChanges } }] : [];
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

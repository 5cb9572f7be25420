import { CodeActionKind } from 'vscode-languageserver-types';
import type { CodeAction, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';
import { DIRECTIVE_RULES } from '../analysis/directiveRules.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import { ruleTitle } from '../messages/ruleTitles.ts';
import { message } from '../messages/text.ts';
import { isReadAlike } from '../model/writing/sameReading.ts';
import { SILENCE_COMMAND } from '../protocol/protocol.ts';
import { writeComment } from '../syntax/directiveGrammar.ts';
import { isWebPage } from '../syntax/webPage.ts';
import { memoByObjectAndKey } from '../text/memo.ts';
import type { DiagnosticWording } from './support/diagnosticWording.ts';
import { kindOf, type ActionDraft, type CodeActionOptions, type DiagnosticsOf } from './support/actions.ts';
import { settingsSilence, silenceEdits } from './support/configurationSilence.ts';
import { toRange } from './support/convert.ts';
import { draftAfter } from './support/draftAfter.ts';
import { allowsComments, lineEndOf } from './support/draftFile.ts';
import { workspaceEdit } from './support/edits.ts';

const OWN_RULES: ReadonlySet<string> = new Set(DIRECTIVE_RULES.map(({ id }) => id));

/**
 * Actions that silence findings: by a comment where the draft may have one there, else in the settings file.
 */
export function silencingActions(
  draft: ActionDraft,
  findings: readonly ReportedFinding[],
  diagnosticsOf: DiagnosticsOf,
  options: CodeActionOptions,
): CodeAction[] {
  const inside = allowsComments(options.file) ? findings.filter(finding => commentPlace(draft, finding) !== null) : [];
  const isInside = new Set(inside);
  const outside = findings.filter(finding => !isInside.has(finding));
  return [
    ...silences(draft, inside, diagnosticsOf, options),
    ...outsideSilences(draft, outside, diagnosticsOf, options),
  ];
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
  draft: ActionDraft,
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
  draft: ActionDraft,
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
      const title = message(language, 'fix.silence.outside', { rule: shownName(finding.rule, options) });
      const kind = kindOf(CodeActionKind.QuickFix, 'fix.silence.outside');
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

/**
 * Where a comment that silences a finding is read: before its block; null within a line, where none is read, and where
 * the draft would be read otherwise with a comment there, as among the lines of a table that has but words for signs.
 */
function commentPlace(draft: ActionDraft, { span: { start: offset } }: ReportedFinding): CommentPlace | null {
  const { blocks } = draft;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.at ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return commentPlaceBefore(draft, blocks[low - 1]?.at ?? 0);
}

/** The same for the block that starts at an offset; kept, as a cursor stays at a block for many requests. */
const commentPlaceBefore = memoByObjectAndKey((draft: ActionDraft, at: number): CommentPlace | null => {
  const { source, report } = draft;
  const lineStart = source.line(source.lineAt(at)).start;
  const isLine = source.text.slice(lineStart, at).trim() === '';
  if (!isLine && !isWebPage(source.text)) return null;
  const place = { at: isLine ? lineStart : at, isLine };
  const text = `<!-- -->${isLine ? lineEndOf(source) : ''}`;
  const after = draftAfter(draft, [{ span: { start: place.at, end: place.at }, text }]).report;
  return isReadAlike(report, after) && wordBlocks(report) === wordBlocks(after) ? place : null;
});

/** How many blocks are more than comments. */
function wordBlocks({ blocks }: ActionDraft['report']): number {
  return blocks.filter(({ block }) => block.kind !== 'directive').length;
}

function silenceEdit(
  draft: ActionDraft,
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

import { CodeActionKind } from 'vscode-languageserver-types';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../analysis/findings.ts';
import { message, messageOf } from '../messages/text.ts';
import { mergeConflictsOf } from '../model/mergeConflicts.ts';
import type { Edit } from '../rules/support/rule.ts';
import { LIMITS } from '../text/limits.ts';
import type { Span } from '../text/span.ts';
import { diagnosticFinder } from './diagnostics.ts';
import { decideActions } from './review/decideActions.ts';
import { silencingActions } from './silencing.ts';
import { kindOf, type ActionDraft, type CodeActionOptions, type DiagnosticsOf } from './support/actions.ts';
import { toRange } from './support/convert.ts';
import { lineEndOf } from './support/draftFile.ts';
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

/**
 * Quick fixes of the findings at a place, what can be done with the table there, an action that silences each finding,
 * and one that applies all safe fixes.
 *
 * Edits are made from the snapshot's own findings, so they always fit the version that they name.
 */
export function codeActions(
  draft: ActionDraft,
  findings: readonly ReportedFinding[],
  query: CodeActionQuery,
  options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const diagnosticsOf = diagnosticFinder(query.diagnostics, draft.source, options);
  const here = findings.filter(({ span }) => span.start <= query.span.end && query.span.start <= span.end);
  if (mayHold(query.only, CodeActionKind.QuickFix)) actions.push(...quickFixes(draft, here, diagnosticsOf, options));
  actions.push(...onTable(draft, here, actions, query, diagnosticsOf, options));
  if (mayHold(query.only, CodeActionKind.QuickFix))
    actions.push(...silencingActions(draft, here.slice(0, LIMITS.silencesOffered), diagnosticsOf, options));
  if (mayHold(query.only, CodeActionKind.QuickFix))
    actions.push(
      ...decideActions(
        draft.uri,
        here.slice(0, LIMITS.silencesOffered).map(finding => ({ finding, diagnostics: diagnosticsOf(finding) })),
        options,
      ),
    );
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
  draft: ActionDraft,
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
  draft: ActionDraft,
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

function fixAll(
  draft: ActionDraft,
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

function textEdit({ source }: ActionDraft, { span, text }: Edit): TextEdit {
  return { range: toRange(source, span), newText: text.replace(/\r?\n/g, lineEndOf(source)) };
}

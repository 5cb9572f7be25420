import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../../analysis/findings.ts';
import { ruleTitle } from '../../messages/ruleTitles.ts';
import { message } from '../../messages/text.ts';
import { DECIDE_COMMAND, type FindingToDecide } from '../../protocol/review.ts';
import { kindOf, type CodeActionOptions } from '../support/actions.ts';

/** A finding at the place that actions are asked for, and the client's diagnostics of it. */
export interface FindingHere {
  readonly finding: Pick<ReportedFinding, 'rule' | 'fingerprint'>;
  readonly diagnostics: readonly Diagnostic[];
}

const DECISIONS = [
  ['accepted', 'fix.accept'],
  ['to-fix', 'fix.toFix'],
] as const satisfies readonly (readonly [FindingToDecide['verdict'], string])[];

/** Actions of a reviewer on findings, for a client that asks why; none while nobody reviews. */
export function decideActions(
  uri: string,
  here: readonly FindingHere[],
  {
    language,
    titledCodes,
    commands,
    isReviewing = false,
  }: Pick<CodeActionOptions, 'language' | 'titledCodes' | 'commands' | 'isReviewing'>,
): CodeAction[] {
  if (!isReviewing || commands?.has(DECIDE_COMMAND) !== true) return [];
  return here.flatMap(({ finding: { rule, fingerprint }, diagnostics }) =>
    DECISIONS.map(([verdict, fix]): CodeAction => {
      const name = ruleTitle(language, rule);
      const title = message(language, fix, { rule: titledCodes ? name : rule });
      const argument: FindingToDecide = { uri, rule, title: name, fingerprint, verdict };
      return {
        title,
        kind: kindOf(CodeActionKind.QuickFix, fix),
        diagnostics: [...diagnostics],
        command: { title, command: DECIDE_COMMAND, arguments: [argument] },
      };
    }),
  );
}

/** Whether two ranges touch. */
export function areTouching(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

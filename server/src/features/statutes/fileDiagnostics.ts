import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { FileProblem } from '../../analysis/files/workspaceFile.ts';
import type { Language } from '../../messages/message.ts';
import { messageOf } from '../../messages/text.ts';
import { Source } from '../../text/source.ts';
import { toRange } from '../support/convert.ts';
import { DIAGNOSTIC_SOURCE } from '../diagnostics.ts';

/** Problems of a file that is read beside the drafts (statutes, official texts), at their places in it. */
export function fileDiagnostics(text: string, problems: readonly FileProblem[], language: Language): Diagnostic[] {
  const source = new Source(text);
  return problems.map(({ span, severity, ...problem }) => ({
    range: toRange(source, span),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: problem.message,
    source: DIAGNOSTIC_SOURCE,
    message: messageOf(language, problem),
  }));
}

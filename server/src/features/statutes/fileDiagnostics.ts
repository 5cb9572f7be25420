import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import type { FileProblem } from '../../analysis/files/workspaceFile.ts';
import { messageOf } from '../../messages/text.ts';
import { Source } from '../../text/source.ts';
import { toRange } from '../support/convert.ts';
import { diagnosticSource, type DiagnosticWording } from '../support/diagnosticWording.ts';

/**
 * Problems of a file that is read beside the drafts (statutes, official texts), at their places in it. Their ids are
 * shown to no client that asked for titles, since there is none.
 */
export function fileDiagnostics(
  text: string,
  problems: readonly FileProblem[],
  wording: DiagnosticWording,
): Diagnostic[] {
  const source = new Source(text);
  return problems.map(({ span, severity, ...problem }) => ({
    range: toRange(source, span),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    ...(wording.titledCodes ? {} : { code: problem.message }),
    source: diagnosticSource(wording),
    message: messageOf(wording.language, problem),
  }));
}

import type { Diagnostic } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../../analysis/findings.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import { whereOf } from '../../documents/where.ts';
import { diagnostics, type DiagnosticOptions } from '../diagnostics.ts';

/** A finding inside a report as it is shown, and its place in words. */
export interface ShownFinding {
  readonly diagnostic: Diagnostic;
  readonly where: string;
}

/** A finding as it is shown and kept when the report's text is gone. */
export function shownFinding(
  snapshot: Pick<Snapshot, 'uri' | 'source' | 'report'>,
  finding: ReportedFinding,
  options: DiagnosticOptions,
): ShownFinding {
  const [diagnostic] = diagnostics(snapshot, [finding], options);
  if (!diagnostic) throw new Error('no diagnostic');
  return { diagnostic, where: whereOf(snapshot.report, finding.span, options.language) };
}

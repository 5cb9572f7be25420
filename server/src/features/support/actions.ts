import type { CodeActionKind } from 'vscode-languageserver-types';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { ReportedFinding } from '../../analysis/findings.ts';
import type { Snapshot } from '../../analysis/snapshot.ts';
import type { ConfigurationFileResult } from '../../protocol/protocol.ts';
import type { FixId } from '../../rules/support/rule.ts';
import type { DiagnosticWording } from './diagnosticWording.ts';
import type { ClientCapabilities } from './clientCapabilities.ts';
import type { ReadDraft } from './draftAfter.ts';
import type { DraftFile } from './draftFile.ts';

export interface CodeActionOptions extends DiagnosticWording {
  readonly clientCapabilities: Pick<ClientCapabilities, 'documentChanges' | 'snippetEdits' | 'createFiles'>;
  readonly file: DraftFile;
  /** The nearest `.annual-report.json`; null where there is none. */
  readonly configurationFile: ConfigurationFileResult | null;
  /** Ids of the client's own commands. */
  readonly commands?: ReadonlySet<string>;
  /** Whether somebody reviews, and may decide of findings. */
  readonly isReviewing?: boolean;
}

/** The client's diagnostics that are those of a finding; a new list each time. */
export type DiagnosticsOf = (finding: ReportedFinding) => Diagnostic[];

/** The part of a draft that actions are made of. */
export type ActionDraft = ReadDraft & Pick<Snapshot, 'report' | 'blocks'>;

/**
 * Kind of one sort of action, by the name of its message without `fix.`: keys are bound to it, so a name once given
 * stays.
 */
export function kindOf(
  group: typeof CodeActionKind.QuickFix | typeof CodeActionKind.RefactorRewrite,
  fix: FixId,
): string {
  return `${group}.annualReport.${fix.slice('fix.'.length)}`;
}

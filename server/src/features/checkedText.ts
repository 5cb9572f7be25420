import type { ReportedFinding } from '../analysis/findings.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import { remarkOf } from '../documents/remarks.ts';
import type { Language } from '../messages/message.ts';
import { isRecognised } from '../model/recognised.ts';
import type { CheckedText } from '../protocol/documents.ts';

/** Findings of a text as comments, with what export has to know of it. */
export function checkedText(
  { report, settings }: Pick<Snapshot, 'report' | 'settings'>,
  findings: readonly ReportedFinding[],
  language: Language,
): CheckedText {
  return {
    remarks: findings.map(finding => remarkOf(finding, report, language)),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    isRecognised: isRecognised(report),
    edition: settings.edition,
    ...(settings.localFormats ? { formats: settings.localFormats } : {}),
  };
}

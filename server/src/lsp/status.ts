import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Findings } from '../analysis/findings.ts';
import { checkList, isAllChecked } from '../features/checkList.ts';
import { whyUnchecked } from '../features/whyUnchecked.ts';
import { deadlineDate } from '../features/titleCard.ts';
import type { Language } from '../messages/message.ts';
import { deadlineOf } from '../model/deadline.ts';
import { progressOf } from '../model/progress.ts';
import { isRecognised } from '../model/recognised.ts';
import type { Report } from '../model/report.ts';
import type { StatusParams } from '../protocol/protocol.ts';
import type { DraftSnapshot } from './documents.ts';

/** What the client's status item shows of a checked draft; `added` is what comparing it with others found. */
export function statusOf(
  snapshot: DraftSnapshot,
  found: Findings,
  added: readonly Diagnostic[],
  language: Language,
): StatusParams {
  const { uri, version, report } = snapshot;
  const { edition, reportYear, publicBody } = report;
  const why = whyUnchecked(report, language);
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of found.findings) counts[severity]++;
  for (const { severity = DiagnosticSeverity.Error } of added) counts[SEVERITIES[severity]]++;
  return {
    uri,
    version,
    edition: edition?.id ?? null,
    editionName: edition ? (language === 'en' ? edition.englishName : edition.name) : null,
    reportYear: reportYear?.value ?? null,
    errors: counts.error,
    warnings: counts.warning,
    others: counts.information + counts.hint,
    hints: counts.hint,
    isRecognised: isRecognised(report),
    ...(why === undefined ? {} : { whyUnchecked: why }),
    ...dueIn(report, language),
    publicBody: publicBody?.value ?? null,
    progress: progressOf(report),
    isAllChecked: isAllChecked(checkList(snapshot, found, language)),
    failedRules: [...new Set(found.failures.map(failure => failure.rule))],
  };
}

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

function dueIn(report: Report, language: Language): Pick<StatusParams, 'due'> {
  const deadline = deadlineOf(report);
  return deadline && report.reportYear ? { due: deadlineDate(deadline, report.reportYear.value, language) } : {};
}

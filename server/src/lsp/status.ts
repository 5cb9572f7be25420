import { excludedWords } from '../analysis/excludedWords.ts';
import type { Findings } from '../analysis/findings.ts';
import { checkList, isAllChecked } from '../features/checkList.ts';
import { noEditionWords } from '../features/noEditionWords.ts';
import { deadlineDate } from '../features/titleCard.ts';
import type { Language } from '../messages/message.ts';
import { deadlineOf } from '../model/deadline.ts';
import { progressOf } from '../model/progress.ts';
import { exclusionOf, isRecognised } from '../model/recognised.ts';
import type { Report } from '../model/report.ts';
import type { StatusParams } from '../protocol/protocol.ts';
import type { DraftSnapshot } from './documents.ts';

/** What the client's status item shows of a checked draft. */
export function statusOf(snapshot: DraftSnapshot, found: Findings, language: Language): StatusParams {
  const { uri, version, report } = snapshot;
  const { edition, reportYear, publicBody } = report;
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of found.findings) counts[severity]++;
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
    ...whyUnchecked(report, language),
    ...dueIn(report, language),
    publicBody: publicBody?.value ?? null,
    progress: progressOf(report),
    isAllChecked: isAllChecked(checkList(snapshot, found, language)),
    failedRules: [...new Set(found.failures.map(failure => failure.rule))],
  };
}

function whyUnchecked(report: Report, language: Language): Pick<StatusParams, 'whyUnchecked'> {
  const { edition, reportYear } = report;
  if (!isRecognised(report)) {
    const exclusion = exclusionOf(report);
    return exclusion ? { whyUnchecked: excludedWords(exclusion, language) } : {};
  }
  return edition || !reportYear ? {} : { whyUnchecked: noEditionWords(report, reportYear.value, language) };
}

function dueIn(report: Report, language: Language): Pick<StatusParams, 'due'> {
  const deadline = deadlineOf(report);
  return deadline && report.reportYear ? { due: deadlineDate(deadline, report.reportYear.value, language) } : {};
}

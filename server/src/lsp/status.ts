import type { Findings } from '../analysis/findings.ts';
import type { Language } from '../messages/message.ts';
import type { StatusParams } from '../protocol/protocol.ts';
import type { DraftSnapshot } from './documents.ts';

/** What the client's status item shows of a checked draft. */
export function statusOf(
  { uri, version, report }: DraftSnapshot,
  { findings, failures }: Findings,
  language: Language,
): StatusParams {
  const { edition, reportYear } = report;
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  return {
    uri,
    version,
    edition: edition?.id ?? null,
    editionName: edition ? (language === 'en' ? edition.englishName : edition.name) : null,
    reportYear: reportYear?.value ?? null,
    errors,
    warnings,
    others: findings.length - errors - warnings,
    failedRules: [...new Set(failures.map(failure => failure.rule))],
  };
}

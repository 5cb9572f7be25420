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
  let errors = 0;
  let warnings = 0;
  for (const { severity } of findings) {
    if (severity === 'error') errors++;
    else if (severity === 'warning') warnings++;
  }
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

import type { Severity } from '../../rules/support/rule.ts';
import { hash64 } from '../../text/hash.ts';
import type { FileRecord } from '../../reporters/records.ts';
import { printableJson } from '../../text/printable.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/**
 * Findings as a report that GitLab shows in merge requests. A fingerprint counts in all files there, ours in one.
 *
 * @see docs.gitlab.com/ci/testing/code_quality, “Code Quality report format”
 */
export function gitlabReport(files: readonly FileRecord[]): string {
  const entries = files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, fingerprint, line, endLine }) => ({
      description: message,
      check_name: rule,
      fingerprint: hash64(`${path}\n${fingerprint}`),
      severity: SEVERITIES[severity],
      location: { path: path.replaceAll('\\', '/').replace(/^\.\//, ''), lines: { begin: line, end: endLine } },
    })),
  );
  return `${printableJson(JSON.stringify(entries, null, 1))}\n`;
}

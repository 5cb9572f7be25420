import { message } from '../../messages/text.ts';
import type { Language } from '../../messages/message.ts';
import type { Severity } from '../../rules/rule.ts';
import type { Checked } from '../check.ts';

const COLOURS: Readonly<Record<Severity, string>> = { error: '\u001b[31m', warning: '\u001b[33m', information: '\u001b[36m', hint: '\u001b[90m' };
const PLAIN = '\u001b[0m';

/** Findings for people: file, place, severity in words, message, rule. Colours only where asked for. */
export function toText(checked: readonly Checked[], language: Language, hasColours: boolean): string {
  const lines: string[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { path, report, findings } of checked) {
    lines.push(message(language, 'cli.file', {
      path,
      edition: report.edition ? (language === 'en' ? report.edition.englishName : report.edition.name) : message(language, 'cli.unknownEdition'),
      year: report.reportYear ? String(report.reportYear.value) : message(language, 'cli.unknownYear'),
    }));
    for (const finding of findings) {
      counts[finding.severity]++;
      const { line, character } = report.source.positionAt(finding.span.start);
      const severity = message(language, `severity.${finding.severity}`);
      const shown = hasColours ? `${COLOURS[finding.severity]}${severity}${PLAIN}` : severity;
      lines.push(`  ${String(line + 1)}:${String(character + 1)}  ${shown}  ${message(language, finding.message, finding.args)}  [${finding.rule}]`);
    }
    if (findings.length === 0) lines.push(`  ${message(language, 'cli.clean')}`);
  }
  lines.push(message(language, 'cli.summary', { files: checked.length, errors: counts.error, warnings: counts.warning, others: counts.information + counts.hint }));
  return `${lines.join('\n')}\n`;
}

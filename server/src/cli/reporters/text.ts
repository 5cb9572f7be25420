import { noteLines } from '../../documents/notes.ts';
import { whereOf } from '../../documents/where.ts';
import type { Language } from '../../messages/message.ts';
import type { Severity } from '../../rules/support/rule.ts';
import type { Checked } from '../check.ts';
import { printable, say, sayOf } from '../words.ts';

const COLOURS: Readonly<Record<Severity, string>> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  information: '\u001b[36m',
  hint: '\u001b[90m',
};
const PLAIN = '\u001b[0m';

/** Findings for people: what {@link fileToText} gives for each file, and what was counted in all of them. */
export function toText(
  files: readonly string[],
  counts: Readonly<Record<Severity, number>>,
  language: Language,
): string {
  const summary = say(language, 'cli.summary', {
    files: files.length,
    errors: counts.error,
    warnings: counts.warning,
    others: counts.information + counts.hint,
  });
  return `${[...files, summary].join('\n')}\n`;
}

/** One file's findings: file, place, severity in words, message, rule. Colours only where asked for. */
export function fileToText(
  { path, report, findings, converted }: Checked,
  language: Language,
  hasColours: boolean,
): string {
  const lines = [
    say(language, 'cli.file', {
      path,
      edition: report.edition
        ? language === 'en'
          ? report.edition.englishName
          : report.edition.name
        : say(language, 'cli.unknownEdition'),
      year: report.reportYear ? String(report.reportYear.value) : say(language, 'cli.unknownYear'),
    }),
  ];
  for (const line of converted ? noteLines(converted, language) : []) lines.push(`  ${printable(line)}`);
  for (const finding of findings) {
    const { line, character } = report.source.positionAt(finding.span.start);
    const place = converted
      ? say(language, 'cli.convertedPlace', { where: whereOf(report, finding.span, language), line: line + 1 })
      : `${String(line + 1)}:${String(character + 1)}`;
    const severity = say(language, `severity.${finding.severity}`);
    const shown = hasColours ? `${COLOURS[finding.severity]}${severity}${PLAIN}` : severity;
    lines.push(`  ${place}  ${shown}  ${sayOf(language, finding)}  [${finding.rule}]`);
  }
  if (!report.reportYear) lines.push(`  ${say(language, 'cli.yearUnchecked')}`);
  else if (findings.length === 0) lines.push(`  ${say(language, 'cli.clean')}`);
  return lines.join('\n');
}

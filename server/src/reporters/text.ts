import { editionById } from '../format/index.ts';
import type { Edition } from '../format/types.ts';
import type { Language } from '../messages/message.ts';
import type { Severity } from '../rules/support/rule.ts';
import type { Counts, FileRecord, FindingRecord } from './records.ts';
import { say } from './words.ts';
import { printable } from '../text/printable.ts';
import type { SummaryRow } from './records.ts';

const COLOURS: Readonly<Record<Severity, string>> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  information: '\u001b[36m',
  hint: '\u001b[90m',
};
const PLAIN = '\u001b[0m';

/** The last line: what was counted in all files. */
export function textEnd(files: number, counts: Counts, language: Language): string {
  return `${say(language, 'cli.summary', {
    files,
    errors: counts.error,
    warnings: counts.warning,
    others: counts.information + counts.hint,
  })}\n`;
}

/**
 * One file's findings for people: file, place, severity in words, message, rule. Colours only where asked for; `hidden`
 * is how many findings are not shown.
 */
export function fileText(record: FileRecord, language: Language, hasColours: boolean, hidden = 0): string {
  const { path, edition, editionName, reportYear, notes, findings } = record;
  const named = edition === null ? undefined : editionById(edition);
  const lines = [
    say(language, 'cli.file', {
      path,
      edition:
        editionName ??
        (named ? nameIn(language, named) : say(language, reportYear === null ? 'cli.unknownEdition' : 'cli.noEdition')),
      year: reportYear === null ? say(language, 'cli.unknownYear') : String(reportYear),
    }),
    ...(notes ?? []).map(note => `  ${printable(note)}`),
    ...findings.map(finding => `  ${findingLine(finding, language, hasColours)}`),
  ];
  if (hidden > 0) lines.push(`  ${say(language, 'cli.notShown', { count: hidden })}`);
  if (reportYear === null) lines.push(`  ${say(language, 'cli.yearUnchecked')}`);
  else if (edition === null) lines.push(`  ${say(language, 'cli.editionUnchecked')}`);
  else if (findings.length + hidden === 0) lines.push(`  ${say(language, 'cli.clean')}`);
  return `${lines.join('\n')}\n`;
}

function findingLine(finding: FindingRecord, language: Language, hasColours: boolean): string {
  const { line, column, where, rule, message, decision } = finding;
  const place =
    where === undefined ? `${String(line)}:${String(column)}` : say(language, 'cli.convertedPlace', { where, line });
  const severity = say(language, `severity.${finding.severity}`);
  const shown = hasColours ? `${COLOURS[finding.severity]}${severity}${PLAIN}` : severity;
  const toFix = decision ? `  ${say(language, 'cli.toFix', { name: decision.who, detail: decision.why })}` : '';
  return `${place}  ${shown}  ${printable(message)}  [${rule}]${toFix}`;
}

function nameIn(language: Language, { name, englishName }: Edition): string {
  return language === 'en' ? englishName : name;
}

/** The table of bodies, a line a report. */
export function summaryText(rows: readonly SummaryRow[], language: Language): string {
  const head = ['body', 'year', 'parent', 'edition', 'errors', 'warnings', 'others', 'accepted', 'path'] as const;
  const cells = [
    head.map(name => say(language, `cli.column.${name}`)),
    ...rows.map(row => head.map(name => printable(String(row[name] ?? '–')))),
  ];
  const widths = head.map((_, i) => Math.max(...cells.map(line => widthOf(line[i] ?? ''))));
  return cells
    .map(line =>
      line
        .map((text, i) => text + ' '.repeat((widths[i] ?? 0) - widthOf(text)))
        .join('  ')
        .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('');
}

/** Columns of a terminal: two for a character of the far East. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > '\u2e7f' ? 2 : 1;
  return width;
}

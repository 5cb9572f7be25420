import { noteLines } from '../../documents/notes.ts';
import { whereOf } from '../../documents/where.ts';
import { messageOf } from '../../messages/text.ts';
import type { Language } from '../../messages/message.ts';
import type { BoundTable } from '../../model/report.ts';
import { figureKey, valueOf } from '../../model/report.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import type { Checked } from '../check.ts';
import { printableJson } from '../words.ts';

/** One object for all files, as other programs read it: what {@link fileToJson} gives for each, put together. */
export function toJson(files: readonly string[]): string {
  return `{\n "version": 1,\n "files": [${files.map(file => `\n  ${file}`).join(',')}${files.length > 0 ? '\n ' : ''}]\n}\n`;
}

/** One file's entry; lines and columns are 1-based, columns count UTF-16 units. */
export function fileToJson(checked: Checked, language: Language): string {
  return printableJson(JSON.stringify(fileOf(checked, language), null, 1)).replaceAll('\n', '\n  ');
}

function fileOf({ path, report, findings, converted }: Checked, language: Language) {
  const { source } = report;
  return {
    path,
    edition: report.edition?.id ?? null,
    reportYear: report.reportYear?.value ?? null,
    publicBody: report.publicBody?.value ?? null,
    ...(converted ? { converted: { notes: noteLines(converted, language) } } : {}),
    sections: report.sections.map((section, index) => {
      const { line, character } = source.positionAt(section.titleSpan.start);
      const next = report.sections[index + 1];
      const nextLine = next ? source.lineAt(next.titleSpan.start) : lastLine(source) + 1;
      return {
        id: section.id,
        title: section.title,
        line: line + 1,
        column: character + 1,
        endLine: Math.max(line + 1, nextLine),
      };
    }),
    tables: report.tables.map(table => ({
      id: table.spec.id,
      line: source.lineAt(table.span.start) + 1,
      endLine: source.lineAt(table.span.end) + 1,
      cells: cellsOf(table),
    })),
    findings: findings.map(finding => ({
      rule: finding.rule,
      severity: finding.severity,
      message: messageOf(language, finding),
      ...rangeOf(source, finding.span),
      ...(converted ? { where: whereOf(report, finding.span, language) } : {}),
      related: finding.related.map(related => ({
        ...rangeOf(source, related.span),
        message: messageOf(language, related),
      })),
      fingerprint: finding.fingerprint,
    })),
  };
}

/** Number of lines, an empty one behind the last line end left out. */
function lastLine(source: Source): number {
  const count = source.lineCount;
  return count > 1 && source.line(count - 1).start === source.text.length ? count - 2 : count - 1;
}

function rangeOf(source: Source, span: Span) {
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function cellsOf(table: BoundTable): Record<string, number | null> {
  const cells: Record<string, number | null> = {};
  for (const { spec, rows } of table.parts) {
    for (const row of rows) {
      for (const column of spec.columns) {
        const key = figureKey(row.spec.key, column.key);
        cells[key] = valueOf(table.figures.get(key)) ?? null;
      }
    }
  }
  return cells;
}

import { noteLines } from '../documents/notes.ts';
import { whereOf } from '../documents/where.ts';
import { messageOf } from '../messages/text.ts';
import { editionById } from '../format/index.ts';
import type { Language } from '../messages/message.ts';
import { contentsOf, type Content } from '../model/contents.ts';
import { isRecognised } from '../model/recognised.ts';
import { figureKey, valueOf, type BoundTable, type Report } from '../model/report.ts';
import type { ReportedFinding } from '../analysis/findings.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Checked } from './check.ts';
import type { FileRecord, FindingRecord, Format, PlaceRecord } from './records.ts';

/** A checked draft as plain data. Sections and tables are put in for the formats that print them. */
export function fileRecord(checked: Checked, format: Format, language: Language): FileRecord {
  const { path, report, findings, silenced, converted } = checked;
  const recordOf = (finding: ReportedFinding) => findingRecord(finding, report, language, converted !== undefined);
  return {
    path,
    kind: kindId(report),
    edition: report.edition?.id ?? null,
    ...(format === 'text' ? localName(report, language) : {}),
    reportYear: report.reportYear?.value ?? null,
    publicBody: report.publicBody?.value ?? null,
    ...(converted ? { notes: noteLines(converted, language) } : {}),
    details:
      format === 'json' || format === 'jsonl'
        ? JSON.stringify(reportDetails(report), null, format === 'json' ? 1 : 0)
        : '',
    findings: findings.map(recordOf),
    suppressed: silenced.map(({ finding, by, reason }) => ({ ...recordOf(finding), by, reason })),
  };
}

/**
 * Sections and official tables of a report, with their lines and figures; of a kind whose sections are known by their
 * content also where that stands.
 */
export function reportDetails(report: Report) {
  const contents = contentsOf(report);
  return {
    sections: sectionsOf(report),
    ...(contents.length > 0 ? { contents: contents.map(content => contentRecord(content, report)) } : {}),
    tables: tablesOf(report),
  };
}

/** Id of the kind of report; null for a text that is none. */
export function kindId(report: Report): string | null {
  return isRecognised(report) ? report.kind.id : null;
}

function contentRecord({ spec, span, by }: Content, { source }: Report) {
  const { line, column } = placeOf(source, span);
  return { id: spec.id, by, line, column };
}

/** The name of an edition that is not built in: who reads the record may not have the file that tells it. */
function localName({ edition }: Report, language: Language): Pick<FileRecord, 'editionName'> {
  if (!edition || editionById(edition.id)) return {};
  return { editionName: language === 'en' ? edition.englishName : edition.name };
}

function findingRecord(
  finding: ReportedFinding,
  report: Report,
  language: Language,
  isConverted: boolean,
): FindingRecord {
  const { source } = report;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: messageOf(language, finding),
    ...placeOf(source, finding.span),
    ...(isConverted ? { where: whereOf(report, finding.span, language) } : {}),
    related: finding.related.map(related => ({
      ...placeOf(source, related.span),
      message: messageOf(language, related),
    })),
    fingerprint: finding.fingerprint,
  };
}

function sectionsOf({ sections, source }: Report) {
  return sections.map((section, index) => {
    const { line, character } = source.positionAt(section.titleSpan.start);
    const next = sections[index + 1];
    const nextLine = next ? source.lineAt(next.titleSpan.start) : lastLine(source) + 1;
    return {
      id: section.id,
      title: section.title,
      line: line + 1,
      column: character + 1,
      endLine: Math.max(line + 1, nextLine),
    };
  });
}

function tablesOf({ tables, source }: Report) {
  return tables.map(table => ({
    id: table.spec.id,
    line: source.lineAt(table.span.start) + 1,
    endLine: source.lineAt(table.span.end) + 1,
    cells: cellsOf(table),
  }));
}

/** Number of lines, an empty one behind the last line end left out. */
function lastLine(source: Source): number {
  const count = source.lineCount;
  return count > 1 && source.line(count - 1).start === source.text.length ? count - 2 : count - 1;
}

/** A place as it is printed. */
export function placeOf(source: Source, span: Span): PlaceRecord {
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

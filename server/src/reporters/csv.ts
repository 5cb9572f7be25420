import type { FileRecord, FindingRecord, SummaryRow } from './records.ts';
import { printableLines } from '../text/printable.ts';

/** A cell of a table: text, number, or nothing. */
export type TableCell = string | number | null;

/** Head of the table of findings. */
export const FINDING_HEAD = [
  'path',
  'body',
  'year',
  'severity',
  'rule',
  'line',
  'column',
  'message',
  'relatedPath',
  'relatedLine',
  'stated',
  'expected',
  'fingerprint',
  'decision',
  'reason',
] as const;

/** A file's findings as rows of that table. */
export function findingRows({
  path,
  body,
  publicBody,
  reportYear,
  findings,
}: FileRecord): readonly (readonly TableCell[])[] {
  return findings.map(finding => {
    const { rule, severity, line, column, message, fingerprint, comparison, decision } = finding;
    const other = otherPlace(finding);
    return [
      path,
      body ?? publicBody,
      reportYear,
      severity,
      rule,
      line,
      column,
      message,
      other?.path ?? null,
      other?.line ?? null,
      comparison?.stated ?? null,
      comparison?.expected ?? null,
      fingerprint,
      decision?.verdict ?? null,
      decision?.why ?? null,
    ];
  });
}

function otherPlace({ related }: FindingRecord) {
  return related.find(({ path }) => path !== undefined) ?? related[0];
}

/** Head of the table of bodies, before its figures. */
export const SUMMARY_HEAD = [
  'body',
  'year',
  'parent',
  'path',
  'edition',
  'scope',
  'errors',
  'warnings',
  'others',
  'accepted',
] as const;

/** The table of bodies with its head: a row a report, behind its columns the figures of the tables. */
export function summaryTable(rows: readonly SummaryRow[]): readonly (readonly TableCell[])[] {
  const keys = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  return [
    [...SUMMARY_HEAD, ...keys],
    ...rows.map(row => [...SUMMARY_HEAD.map(name => row[name]), ...keys.map(key => row.figures[key] ?? null)]),
  ];
}

/** What marks the text as UTF-8 for spreadsheets. */
export const CSV_BEGINNING = '\ufeff';

/** Rows as RFC 4180 has them, each with CRLF behind it. */
export function csvRows(rows: readonly (readonly TableCell[])[]): string {
  return rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

function csvCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = printableLines(cell);
  const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import type { TableCell } from '../../reporters/csv.ts';
import type { FileRecord, FindingRecord, SuppressedRecord } from '../../reporters/records.ts';
import type { EditionId } from '../../format/types.ts';
import type { FiguresResult, WorkspaceFinding } from '../../protocol/workspace.ts';
import { message } from '../../messages/text.ts';
import type { Language } from '../../messages/message.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** A report with its findings, to be written for other programs. */
export interface ExportedReport {
  /** From the workspace folder. */
  readonly path: string;
  readonly body: string;
  readonly year: number | null;
  readonly kind: string;
  readonly edition: EditionId | null;
  readonly findings: readonly WorkspaceFinding[];
}

/** A report as the command line has it; `pathOf` names other reports. */
export function recordOf(
  { path, body, year, kind, edition, findings }: ExportedReport,
  pathOf: (uri: string) => string,
): FileRecord {
  const kept: FindingRecord[] = [];
  const suppressed: SuppressedRecord[] = [];
  for (const { rule, severity, message: text, where, range, fingerprint, related, decision } of findings) {
    const record: FindingRecord = {
      rule,
      severity,
      message: text.replaceAll('\n', ''),
      where,
      ...placeOf(range),
      related: related.map(each => {
        const other = pathOf(each.uri);
        return { ...(other === path ? {} : { path: other }), ...placeOf(each.range), message: each.message };
      }),
      ...(decision ? { decision } : {}),
      fingerprint,
    };
    if (decision?.verdict === 'accepted') suppressed.push({ ...record, by: 'decision', reason: decision.why });
    else kept.push(record);
  }
  return { path, kind, edition, reportYear: year, publicBody: body, body, details: '', findings: kept, suppressed };
}

function placeOf({ start, end }: WorkspaceFinding['range']) {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The table of units and figures as rows, the sums below; a body above stands with the difference. */
export function figureRows({ columns, rows, sums, above }: FiguresResult, language: Language): TableCell[][] {
  const unit = message(language, 'review.unit');
  const numbers = (row: FiguresResult['rows'][number]) => row.cells.map(cell => cell?.value ?? null);
  const own = above ? numbers(above) : [];
  return [
    [unit, ...columns.map(({ table, row, column }) => [table, row, column].filter(Boolean).join('·'))],
    ...rows.map(row => [row.name, ...numbers(row)]),
    [message(language, 'review.sum'), ...sums.map(({ value }) => value)],
    ...(above
      ? [
          [above.name, ...own],
          [message(language, 'review.difference'), ...sums.map(({ value }, i) => difference(own[i] ?? null, value))],
        ]
      : []),
  ];
}

/** What the body above states less the sum; null where either is not known. */
function difference(stated: number | null, sum: number | null): number | null {
  return stated === null || sum === null ? null : withoutBinaryTraces(stated - sum);
}

import { breaksAnother, judgedTables } from '../../model/equations/evaluate.ts';
import type { ProseFigure } from '../../model/prose/numbers.ts';
import type { Report } from '../../model/report.ts';
import type { CellExpression } from '../../model/links/statements.ts';
import type { Span } from '../../text/span.ts';
import { replace, type Fix } from './rule.ts';

/** The table's number in the text; or the text's in the table, where no sum of the table that holds rests on it. */
export function tableOrText(
  report: Report,
  { value, modality }: ProseFigure,
  span: Span,
  reading: CellExpression,
): Fix[] {
  const [cell] = reading.figures;
  const tables = judgedTables(report);
  const digits = /[\d０-９][\d０-９,，]*/.exec(report.source.slice(span))?.[0];
  if (!cell || reading.figures.length > 1 || cell.isSplit || modality !== 'exact' || digits === undefined) return [];
  return [
    {
      kind: 'review',
      message: 'fix.useTableValue',
      args: { value: reading.value },
      edits: [replace(span, report.source.slice(span).replace(digits, String(reading.value)))],
    },
    ...(report.source.slice(cell.span) === cell.text &&
    cell.text !== '' &&
    !tables.some(table => breaksAnother(table, cell, value))
      ? [
          {
            kind: 'review' as const,
            message: 'fix.useTextValue',
            args: { value },
            edits: [replace(cell.span, String(value))],
          },
        ]
      : []),
  ];
}

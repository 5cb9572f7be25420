import { YUAN_IN_WAN, yuanIn } from '../../format/metrics.ts';
import { breaksAnother } from '../../model/equations/evaluate.ts';
import { judgedTables } from '../../model/equations/judgedTables.ts';
import type { CellExpression } from '../../model/links/cellExpressions.ts';
import type { WrittenNumber } from '../../model/statements/writtenNumbers.ts';
import { figureKey, type BoundTable, type Figure } from '../../model/report.ts';
import { memoByObjectAndKey } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';
import type { ReportOutline } from './contexts.ts';
import { replace, type Fix } from './rule.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** The table's number in the text; or the text's in the table, where no sum of the table that holds rests on it. */
export function tableOrText(
  report: ReportOutline,
  { value, unit, precision }: WrittenNumber,
  span: Span,
  reading: CellExpression,
): Fix[] {
  const [cell] = reading.figures;
  if (!cell || reading.figures.length > 1 || cell.isSplit || precision !== 'exact') return [];
  const written = report.source.slice(span);
  const digits = /[\d０-９][\d０-９,，]*/.exec(written)?.[0];
  if (digits === undefined) return [];
  const useTable: Fix = {
    kind: 'review',
    message: 'fix.useTableValue',
    args: { value: inUnit(reading.value, unit) },
    edits: [replace(span, written.replace(digits, String(inUnit(reading.value, unit))))],
  };
  const table = verbatimCell(report, cell);
  const stated = asInTable(value, unit);
  const inCore = table?.core.figures.get(figureKey(cell.row.key, cell.column.key));
  return table && inCore && !breaksAnother(table.core, inCore, stated)
    ? [
        useTable,
        {
          kind: 'review',
          message: 'fix.useTextValue',
          args: { value: stated },
          edits: [replace(cell.span, String(stated))],
        },
      ]
    : [useTable];
}

/** A number of the tables, which is in 元 for money, in the unit of the text. */
export function inUnit(value: number, unit: string): number {
  return withoutBinaryTraces(value / (yuanIn(unit) ?? 1));
}

/** A number of the text as the tables write it: money in 万元. */
function asInTable(value: number, unit: string): number {
  const yuan = yuanIn(unit);
  return yuan === undefined ? value : withoutBinaryTraces((value * yuan) / YUAN_IN_WAN);
}

/** The table of a cell whose text stands in the draft as it was read, so that it can be replaced. */
const verbatimCell = memoByObjectAndKey((report: ReportOutline, cell: Figure): BoundTable | undefined =>
  cell.text !== '' && report.source.slice(cell.span) === cell.text
    ? // Figures of tables get their places when they are asked for: those of the table around the cell have theirs.
      judgedTables(report).find(
        ({ span, figures }) =>
          span.start <= cell.span.start &&
          cell.span.end <= span.end &&
          figures.get(figureKey(cell.row.key, cell.column.key)) === cell,
      )
    : undefined,
);

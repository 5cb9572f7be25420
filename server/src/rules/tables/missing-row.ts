import { isOfEdition } from '../../model/evaluate.ts';
import type { BoundPart, BoundTable } from '../../model/report.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, finding, type Finding } from '../rule.ts';

/** 表格缺少规定的行或列。缺得太多的多半是没有读全，只作提示；按行抄录的表不知有无，也只作提示。 */
export const missingRow = defineRule({
  id: 'tables/missing-row',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  *run({ report }) {
    if (!report.edition?.isPrescribed) return;
    for (const table of report.tables) {
      if (!isOfEdition(table, report) || !table.spec.isRequired) continue;
      for (const part of table.parts) yield* missingIn(table, part);
    }
  },
});

function* missingIn(table: BoundTable, part: BoundPart): Iterable<Finding> {
  if (part.spec.rowsAcross) return;
  const isFlat = table.blocks.some(({ block }) => block.columnCount === 0);
  const allRows = table.spec.parts.flatMap(({ rows }) => rows).length;
  const boundRows = table.parts.flatMap(({ rows }) => rows).length;
  const severity = isFlat || boundRows * 2 < allRows ? 'information' : 'warning';
  const present = new Set(part.rows.map(({ spec }) => spec));
  const missing = part.spec.rows.filter(spec => !present.has(spec));
  if (missing.length > 0) {
    const first = missing[0];
    const before = part.rows.findLast(({ spec }) => first && part.spec.rows.indexOf(spec) < part.spec.rows.indexOf(first));
    const anchor: Span = before?.labelSpan ?? part.rows[0]?.labelSpan ?? firstLabel(table);
    yield finding(anchor, {
      message: 'tables/missing-row', severity,
      args: { table: table.spec.title, rows: missing.map(({ label }) => label).join('；'), count: missing.length },
    });
  }
  if (part.seenColumns.size === 0 || part.rows.length === 0) return;
  const columns = part.spec.columns.filter(({ key }) => !part.seenColumns.has(key));
  if (columns.length === 0) return;
  yield finding(part.rows[0]?.labelSpan ?? firstLabel(table), {
    message: 'tables/missing-row#column', severity,
    args: { table: table.spec.title, columns: columns.map(({ label }) => label).join('；'), count: columns.length },
  });
}

function firstLabel(table: BoundTable): Span {
  return table.parts.flatMap(({ rows }) => rows)[0]?.labelSpan ?? { start: table.span.start, end: table.span.start };
}

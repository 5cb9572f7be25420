import type { TableContent } from '../../model/report.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, finding, type Finding } from '../support/rule.ts';

/**
 * 表格缺少规定的行或列。
 *
 * 没有数据的行也要保留并填0。缺一半以上的多半没有读全，一格一行抄录的表不知有无，都只作提示。
 *
 * 不报：
 * - 行名带括号说明，如“规章（市本级）”。
 * - “现行有效件”之类收录的写法。
 * - 报告年度不明，不知该用哪一版格式。
 *
 * English: A prescribed row or column is missing. Suffixes such as （市本级） and recorded variants of labels are
 * fine; tables that were not read as a whole are only told.
 */
export const missingRow = defineRule({
  id: 'tables/missing-row',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  scope: 'table',
  *run({ table, standing, facts }) {
    if (standing !== 'judged' || !facts.edition?.isPrescribed) return;
    if (table.spec.isRequired && !table.spec.parts.some(({ rowsAcross }) => rowsAcross)) yield* missingIn(table);
  },
});

function* missingIn(table: TableContent): Iterable<Finding> {
  const rows = table.parts.flatMap(part => part.rows);
  const specs = table.spec.parts.flatMap(part => part.rows);
  const isFlat = table.blocks.some(({ block }) => block.columnCount === 0);
  const severity = isFlat || rows.length * 2 < specs.length ? 'information' : 'warning';
  const present = new Set(rows.map(({ spec }) => spec));
  const missing = specs.filter(spec => !present.has(spec));
  const first = missing[0];
  const anchor: Span = rows[0]?.labelSpan ?? { start: table.span.start, end: table.span.start };
  if (first) {
    const before = rows.findLast(({ spec }) => specs.indexOf(spec) < specs.indexOf(first));
    yield finding(before?.labelSpan ?? anchor, {
      message: 'tables/missing-row',
      severity,
      args: { table: table.spec.title, rows: missing.map(({ label }) => label).join('；'), count: missing.length },
    });
  }
  const columns = table.parts.flatMap(part =>
    part.seenColumns.size === 0 || part.rows.length === 0
      ? []
      : part.spec.columns.filter(({ key }) => !part.seenColumns.has(key)),
  );
  if (columns.length > 0) {
    yield finding(anchor, {
      message: 'tables/missing-row#column',
      severity,
      args: { table: table.spec.title, columns: columns.map(({ label }) => label).join('；'), count: columns.length },
    });
  }
}

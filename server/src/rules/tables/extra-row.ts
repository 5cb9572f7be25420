import { isOfEdition } from '../../model/evaluate.ts';
import { coreOf } from '../../text/normalize.ts';
import { defineRule, finding } from '../rule.ts';

/** Rows that provinces add on purpose (湖北：其他主动公开文件). */
const KNOWN_ADDITIONS = new Set(['其他主动公开文件']);

/** 表格多出格式没有的行，或行名与格式不同。行名后的（市本级）等说明不算。 */
export const extraRow = defineRule({
  id: 'tables/extra-row',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'hint',
  *run({ report }) {
    if (!report.edition?.isPrescribed) return;
    for (const table of report.tables) {
      if (!isOfEdition(table, report) || !table.spec.isRequired) continue;
      if (table.blocks.some(({ block }) => block.columnCount === 0)) continue;
      for (const { label, span } of table.extraRows) {
        if (KNOWN_ADDITIONS.has(coreOf(label))) continue;
        yield finding(span, { message: 'tables/extra-row', args: { table: table.spec.title, label } });
      }
      for (const row of table.parts.flatMap(({ rows }) => rows)) {
        if (row.match === 'similar') yield finding(row.labelSpan, { message: 'tables/extra-row#renamed', args: { found: row.label, label: row.spec.label } });
      }
    }
  },
});

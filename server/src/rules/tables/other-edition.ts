import { editionById } from '../../format/index.ts';
import { isOfEdition } from '../../model/evaluate.ts';
import { defineRule, finding } from '../rule.ts';

/** 表格用了别的年份的格式（如2022年报告的表二写“本年新制作数量”）。这样的表不再按本年公式核对。 */
export const otherEdition = defineRule({
  id: 'tables/other-edition',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  *run({ report }) {
    const { edition } = report;
    if (!edition?.isPrescribed) return;
    for (const table of report.tables) {
      if (isOfEdition(table, report) || !table.spec.isRequired) continue;
      const other = editionById(table.editionId);
      const first = table.blocks[0];
      const cell = first?.block.rows.flatMap(({ cells }) => cells).find(({ text }) => text !== '');
      const span = first && cell ? { start: first.at + cell.span.start, end: first.at + cell.span.end } : table.span;
      yield finding(span, { message: 'tables/other-edition', args: { table: table.spec.title, found: other.name, expected: edition.name } });
    }
  },
});

import { isRun } from '../../model/tables/unread.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 表格数字连写，分不出列。
 *
 * 抄录时格线和空格都丢了，几个数字连成一串（如“1077”）。只有一种拆法对得上列数和总计的，按拆开的数字核对；拆法不止一种的不猜，每张表提示一次。
 *
 * 不报：
 * - 只有一列的行，数字本来就是一个。
 * - 拆法只有一种的行。
 *
 * English: Figures of a table row stand run together, and more than one way of parting them is possible. They are not
 * checked; one note for each table.
 */
export const runTogether = defineRule({
  id: 'tables/run-together',
  catalogue: [],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing }) {
    if (standing === 'otherEdition') return;
    const runs = table.shortRows.filter(isRun);
    const first = runs[0]?.values[0];
    if (!first || !table.blocks.some(({ block }) => block.columnCount === 0)) return;
    yield finding(first.span, {
      message: 'tables/run-together',
      args: { table: table.spec.title, count: runs.length, text: first.text },
    });
  },
});

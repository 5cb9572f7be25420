import { splitRowsOf } from '../../model/tables/splitRows.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/**
 * 表格的一行被换行断成两行。
 *
 * 在表格里按了回车，这一行的后半截成了另一行，数字就不在自己的格子里了。两半接起来正好是标准表格的一行的，可以一次接好。
 *
 * 不报：
 * - 接起来格数不对，或者标签不是标准表格的行名的。
 * - 这一行在表里另有完整的一行的。
 * - 制表符表格里行名断在前一行、数字都在后一行的：那一行没有行名，由别的规则来说。
 * - 别的年份的表样。
 *
 * English: A line break parted a row of an official table, so that its figures stand in no cells of theirs. Only where
 * both lines put together are exactly a row of the form that the table does not have otherwise.
 */
export const splitRow = defineRule({
  id: 'tables/split-row',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, text }) {
    if (standing === 'otherEdition') return;
    for (const { label, lineEnd, rest } of splitRowsOf(table, text)) {
      const fixes = [{ kind: 'review', message: 'fix.joinRow', args: {}, edits: [replace(lineEnd, '')] }] as const;
      yield label === ''
        ? finding(rest, { message: 'tables/split-row#unnamed', fixes })
        : finding(rest, { message: 'tables/split-row', args: { row: label }, fixes });
    }
  },
});

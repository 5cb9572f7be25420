import { tableById } from '../../format/index.ts';
import { firstCellOf, type TableContent } from '../../model/report.ts';
import { isUnread } from '../../model/tables/unread.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 表格用了别的年份的表样。
 *
 * 如2022年报告的表二写“本年新制作数量”。这样的表不按本年公式核对，也不重复报告缺行缺列。确应使用旧格式的，在草稿中写
 * 明“年报检查 格式 2019”。
 *
 * 不报：
 * - 草稿或设置指明了格式。
 * - 本年格式里没有的表，如格式文件从次年起才要的。
 * - 没有表头、逐行只写一个数的列举，如“行政许可 0”：那是正文，不是旧表。
 * - 没有一个数字认得准是哪一行、哪一列的：像哪一年的表样，也就认不准。
 *
 * English: A table has the form of other report years. Its figures are not checked by this year's equations. Fine
 * where the draft or a setting names the format, for a table that this year's format does not have, for lines of a
 * label and one figure without any header, which are prose, and where no figure has its place for sure: then the form
 * is none either.
 */
export const otherEdition = defineRule({
  id: 'tables/other-edition',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, facts: { edition } }) {
    if (!edition?.isPrescribed) return;
    if (standing !== 'otherEdition' || !table.spec.isRequired) return;
    if (isListOfProse(table) || isUnread(table)) return;
    // A table that this year's format does not have at all takes no other's place.
    if (!tableById(edition, table.spec.id)) return;
    yield finding(firstCellOf(table), {
      message: 'tables/other-edition',
      args: { table: table.spec.title, found: table.edition.name, expected: edition.name },
    });
  },
});

/** 行政许可 0⏎行政处罚 0: no header names a column, and no row has the figures of several. */
function isListOfProse({ parts, shortRows }: TableContent): boolean {
  return (
    shortRows.length > 0 &&
    shortRows.every(({ values }) => values.length < 2) &&
    parts.every(({ seenColumns }) => seenColumns.size === 0)
  );
}

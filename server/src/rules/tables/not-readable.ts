import type { TableContent } from '../../model/report.ts';
import { splitRowsOf } from '../../model/tables/splitRows.ts';
import { isUnread, unreadOf } from '../../model/tables/unread.ts';
import { shift, type Span } from '../../text/span.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 认出了表格，但有的数字认不准是哪一行、哪一列。
 *
 * 从 PDF、网页抄来的表格常丢了行名、空格或次序。拿不准的数字一个也不猜：不核对，也不当作缺行、缺列报告，每张表只说一次读
 * 出了什么、没读出什么。丢了次序的表，只有行名后正好是这一行的数字、合计也对得上的才读。
 *
 * 不报：
 * - 每个数字都有行、有列的表。
 * - 数字连成一串的行：另有规则。
 * - 正在写的一行：竖线表格的末行，还没有收尾的竖线。
 * - 被回车断成两行的一行：另有规则。
 * - 别的年份的表样：本来不核对。
 *
 * English: A table was recognised, but of some of its figures it is not sure which row or column they stand in. Nothing
 * is guessed: they are not checked, and no missing rows are reported; one note a table says what was read and what not.
 */
export const notReadable = defineRule({
  id: 'tables/not-readable',
  catalogue: [],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, text, slice }) {
    if ((standing === 'otherEdition' && !isUnread(table)) || !table.spec.isRequired) return;
    const unread = unreadOf(
      table,
      splitRowsOf(table, text).map(({ span }) => span),
    );
    if (!unread || (unread.count === 1 && isBeingWritten(table, unread.span, slice))) return;
    const { count, read, span } = unread;
    yield finding(span, {
      message: read === 0 ? 'tables/not-readable#none' : 'tables/not-readable',
      args: { table: table.spec.title, count, read, text: unread.text },
    });
  },
});

/**
 * Whether a place lies in the last row of a pipe table, which has no closing pipe yet while the rows above it have
 * one.
 */
function isBeingWritten({ blocks }: TableContent, { start }: Span, slice: (span: Span) => string): boolean {
  const last = blocks.at(-1);
  const rows = last?.block.rows ?? [];
  const [first] = rows;
  const row = rows.at(-1);
  if (!last || !first || !row || last.block.layout !== 'pipe' || start < last.at + row.span.start) return false;
  const isClosed = (span: Span) => slice(shift(span, last.at)).trimEnd().endsWith('|');
  return isClosed(first.span) && !isClosed(row.span);
}

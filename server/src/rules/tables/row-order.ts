import type { TableContent } from '../../model/report.ts';
import type { Table } from '../../syntax/block.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, finding, type Finding, type FindingId } from '../support/rule.ts';

/**
 * 表格的行或列次序与格式不同。
 *
 * 数字按行名、列名核对，不受次序影响；但按位置录入或汇总时会错行，所以按警告报告。一张表只报一次，标出移动最少就能恢复规定
 * 次序的行。
 *
 * 不报：
 * - 缺行、多行：另有规则。
 * - 一格一行抄录的表，左右并排两栏的表，和表四。
 * - 与规定名称不完全相符的行：可能认错。
 * - “其他对外管理服务事项”拆成几行。
 *
 * English: Rows or columns stand in another order than the format has. Figures are checked by their labels all the
 * same, but go astray where tables are merged by position. One finding for a table; missing and extra rows, and rows
 * whose label only resembles the prescribed one, are left alone.
 */
export const rowOrder = defineRule({
  id: 'tables/row-order',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, facts }) {
    if (standing !== 'judged' || !facts.edition?.isPrescribed) return;
    if (!table.spec.isRequired || table.blocks.some(({ block }) => block.columnCount === 0)) return;
    // Pieces of a table stand as the conversion left them: only rows and columns of one piece have an order.
    for (const { at, block } of table.blocks) {
      const isIn: Place = ({ start }) => at + block.span.start <= start && start < at + block.span.end;
      const found = (areBesideEachOther(table, at, block) ? undefined : rowsOf(table, isIn)) ?? columnsOf(table, isIn);
      if (!found) continue;
      yield found;
      return;
    }
  },
});

/** Whether a span lies in the piece of the table that is looked at. */
type Place = (span: Span) => boolean;

interface Entry {
  readonly label: string;
  readonly span: Span;
  /** Place in the official table. */
  readonly place: number;
}

function rowsOf(table: TableContent, isIn: Place): Finding | undefined {
  const parts = table.parts.filter(({ spec }) => !spec.rowsAcross);
  const specs = parts.flatMap(({ spec }) => spec.rows);
  const seen = new Set<number>();
  const rows = parts
    .flatMap(part => part.rows)
    .filter(({ match, span }) => match !== 'similar' && isIn(span))
    .sort((a, b) => a.span.start - b.span.start)
    .map((row): Entry => ({ label: row.label || row.spec.label, span: row.labelSpan, place: specs.indexOf(row.spec) }))
    .filter(({ place }) => place >= 0 && !seen.has(place) && seen.add(place).size > 0);
  return outOfOrder(table, rows, 'tables/row-order');
}

/** Whether two rows of the form stand in one row of a table: their order is that of the halves. */
function areBesideEachOther({ parts }: TableContent, at: number, block: Table): boolean {
  const labels = parts.flatMap(({ rows }) => rows.map(({ labelSpan }) => labelSpan.start - at));
  return block.rows.some(({ span }) => labels.filter(start => span.start <= start && start < span.end).length > 1);
}

/** Only where the header names every column of a part, each in a grid column of its own. */
function columnsOf(table: TableContent, isIn: Place): Finding | undefined {
  for (const { spec, header } of table.parts) {
    const columns = header
      .filter(({ gridColumn, labelSpan }) => gridColumn !== undefined && isIn(labelSpan))
      .sort((a, b) => (a.gridColumn ?? 0) - (b.gridColumn ?? 0));
    if (
      columns.length !== spec.columns.length ||
      new Set(columns.map(({ gridColumn }) => gridColumn)).size !== columns.length
    )
      continue;
    const found = outOfOrder(
      table,
      columns.map(column => ({
        label: column.label,
        span: column.labelSpan,
        place: spec.columns.indexOf(column.spec),
      })),
      'tables/row-order#column',
    );
    if (found) return found;
  }
  return undefined;
}

function outOfOrder(
  table: TableContent,
  entries: readonly Entry[],
  message: Extract<FindingId, `tables/row-order${string}`>,
): Finding | undefined {
  if (entries.every(({ place }, i) => i === 0 || (entries[i - 1]?.place ?? 0) < place)) return undefined;
  const inOrder = longestInOrder(entries);
  const moved = entries.filter(entry => !inOrder.includes(entry));
  const [first] = moved;
  if (!first) return undefined;
  const before = inOrder.findLast(({ place }) => place < first.place);
  const after = inOrder.find(({ place }) => place > first.place);
  return finding(first.span, {
    message,
    args: {
      table: table.spec.title,
      label: first.label,
      count: moved.length,
      after: before?.label ?? '',
      before: after?.label ?? '',
    },
    related: moved
      .slice(1, MOST_RELATED)
      .map(({ span, label }) => ({ span, message: 'related.figure', args: { text: label } })),
  });
}

const MOST_RELATED = 20;

/** The most entries that stand in the prescribed order among themselves. */
function longestInOrder(entries: readonly Entry[]): readonly Entry[] {
  let best: readonly Entry[] = [];
  const ending: (readonly Entry[])[] = [];
  for (const [i, entry] of entries.entries()) {
    let longest: readonly Entry[] = [];
    for (let j = 0; j < i; j++) {
      const chain = ending[j] ?? [];
      if (chain.length > longest.length && (chain.at(-1)?.place ?? 0) < entry.place) longest = chain;
    }
    const chain = [...longest, entry];
    ending.push(chain);
    if (chain.length > best.length) best = chain;
  }
  return best;
}

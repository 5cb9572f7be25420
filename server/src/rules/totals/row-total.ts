import { outcomesOf } from '../../model/equations/evaluate.ts';
import { isOfEdition } from '../../model/equations/evaluate.ts';
import type { BoundTable, ShortRow } from '../../model/report.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule, finding, type Finding } from '../support/rule.ts';

/**
 * 表三某一行总计不等于各列之和。
 *
 * 每一行：总计 = 自然人 + 法人或其他组织五列。抄录时丢了空格的行不知数字属于哪一列，但若别的行末格都等于前面各格之和，
 * 这一行也可核对，按警告报告。
 *
 * 不报：
 * - 总计还没有填。
 * - 行里有一格缺失或看不懂。
 * - 丢了空格的行，别的行不足以说明末格是总计。
 *
 * English: In a row of table three 总计 is not the sum of the six columns. A blank total and rows that lost cells are
 * not judged, unless the other rows show that the last figure is the total.
 */
export const rowTotal = defineRule({
  id: 'totals/row-total',
  catalogue: ['T3-03'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T3-03')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/row-total' });
    }
    for (const table of report.tables) {
      if (table.spec.id === 't3.requests' && isOfEdition(table, report)) yield* shortRows(table);
    }
  },
});

/** Rows that show, by balancing, that the last figure of a short row is its total. */
const ENOUGH_EVIDENCE = 3;

function* shortRows(table: BoundTable): Iterable<Finding> {
  const rows = table.shortRows.filter(({ values }) => values.length >= 3);
  const sums = rows.map(row => ({ row, ...sumOf(row) }));
  const unbalanced = sums.filter(({ total, sum }) => total !== sum);
  if (sums.length - unbalanced.length < ENOUGH_EVIDENCE || unbalanced.length !== 1) return;
  for (const { row, total, sum, largest } of unbalanced) {
    const last = row.values.at(-1);
    if (!last || Number.isNaN(sum) || Number.isNaN(total) || total < largest) continue;
    yield finding(last.span, {
      message: 'totals/row-total#short',
      severity: 'warning',
      args: {
        row: row.row.label,
        stated: total,
        computed: sum,
        difference: total - sum,
        parts: row.values
          .slice(0, -1)
          .map(({ text }) => text)
          .join(' + '),
      },
      related: row.values.slice(0, -1).map(({ span, text }) => ({ span, message: 'related.figure', args: { text } })),
    });
  }
}

function sumOf({ values }: ShortRow): { total: number; sum: number; largest: number } {
  const numbers = values.map(({ quantity }) =>
    quantity.kind === 'value' ? quantity.value : quantity.kind === 'unreadable' ? NaN : 0,
  );
  const parts = numbers.slice(0, -1);
  return { total: numbers.at(-1) ?? NaN, sum: parts.reduce((a, b) => a + b, 0), largest: Math.max(...parts) };
}

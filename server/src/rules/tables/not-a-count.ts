import { isNoCount } from '../../model/equations/outcome.ts';
import { isLookAlike } from '../../model/tables/lookAlikes.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 件数栏填了小数、负数或文字。
 *
 * 表三、表四的每一格都是件数，应为不小于0的整数。小数和负数是错误；文字无法核对，只作建议。
 *
 * 不报：
 * - 空格、横线、斜线。
 * - 千分位和单位（1,200件）。
 * - 形近数字的字符（1O）：另有规则。
 * - 表二的金额。
 *
 * English: A cell of table three or four holds a fraction, a negative number or text. Blanks, dashes, thousands
 * separators and units are fine.
 */
export const notACount = defineRule({
  id: 'tables/not-a-count',
  catalogue: ['T3-04'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests', 'edition:2021#t4.review_litigation'],
  severity: 'error',
  scope: 'table',
  *run({ table, standing }) {
    if (standing !== 'judged' || !CHECKED.has(table.spec.id)) return;
    for (const figure of table.figures.values()) {
      const args = { stated: figure.text, row: figure.row.label, column: figure.column.label };
      if (isNoCount(figure)) yield finding(figure.span, { message: 'tables/not-a-count', args });
      else if (figure.quantity.kind === 'unreadable' && !isLookAlike(figure.text))
        yield finding(figure.span, { message: 'tables/not-a-count#text', severity: 'hint', args });
    }
  },
});

const CHECKED = new Set(['t3.requests', 't4.review_litigation']);

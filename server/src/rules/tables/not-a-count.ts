import { isKeyValue } from '../../format/cellTypes.ts';
import type { TableSpec } from '../../format/types.ts';
import { isNoCount } from '../../model/equations/outcome.ts';
import { isLookAlike } from '../../model/tables/lookAlikes.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 件数栏填了小数、负数或文字。
 *
 * 表三、表四的每一格都是件数，应为不小于0的整数。小数和负数是错误；格式文件的键值表里是警告，可有小数的行要写明 `decimal`。各表的格子里写了文字的无法核对，只作提示；写了不止一个数
 * 的，不知以哪一个为准，也不核对。
 *
 * 不报：
 * - 空格、横线、斜线。
 * - 千分位和单位（1,200件）。
 * - 形近数字的字符（1O）：另有规则。
 * - 表二的小数、负数：金额和增减可以是。
 *
 * English: A cell of table three or four holds a fraction, a negative number or text. Blanks, dashes, thousands
 * separators and units are fine. Text in a cell of any table is only noted, and so are two figures in one.
 */
export const notACount = defineRule({
  id: 'tables/not-a-count',
  catalogue: ['T3-04'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests', 'edition:2021#t4.review_litigation'],
  severity: 'error',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing }) {
    if (standing !== 'judged' || !table.spec.isRequired) return;
    for (const figure of table.figures.values()) {
      const args = { stated: figure.text.replaceAll('\n', ' '), row: figure.row.label, column: figure.column.label };
      if (isNoCount(figure)) {
        if (countsAlone(table.spec)) yield finding(figure.span, { message: 'tables/not-a-count', args });
        // Its rows say which figures are counts, and which have decimals.
        else if (isKeyValue(table.spec))
          yield finding(figure.span, { message: 'tables/not-a-count', severity: 'warning', args });
      } else if (figure.quantity.kind !== 'unreadable' || isLookAlike(figure.text)) continue;
      else if (!countsAlone(table.spec) && figure.text.length < SHORTEST_TEXT) continue;
      else if (SEVERAL.test(figure.text))
        yield finding(figure.span, { message: 'tables/not-a-count#several', severity: 'information', args });
      else yield finding(figure.span, { message: 'tables/not-a-count#text', severity: 'information', args });
    }
  },
});

/** Shorter texts in table two are mostly amounts being written (`约`, `1，`), which stand for themselves. */
const SHORTEST_TEXT = 3;
/** Two figures and nothing else. */
const SEVERAL = /^\s*[\d０-９][\d０-９,，.．]*(?:[\s/／、;；]+[\d０-９][\d０-９,，.．]*)+\s*$/;

/** Applications and cases: every cell is a count. */
function countsAlone({ role }: TableSpec): boolean {
  return role === 'requests' || role === 'cases';
}

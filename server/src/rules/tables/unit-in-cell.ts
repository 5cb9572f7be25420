import { alternatives, CELL_COUNT_UNITS } from '../../text/measureWords.ts';
import { defineRule, finding, replace } from '../support/rule.ts';

/** A unit of things behind a figure; amounts of money are another matter. */
const FIGURE_WITH_UNIT = new RegExp(`^(.*[\\d０-９])\\s*(?:${alternatives(CELL_COUNT_UNITS)})$`);

/**
 * 件数格里带单位。
 *
 * “5件”按5核对，数值不变。规定的表格只填数字，带单位的别的系统可能读不出来，所以作建议。快速修复删去单位。
 *
 * 不报：
 * - 金额：12万元。
 * - 2018年及以前各地的统计表。
 *
 * English: A count is written with its unit (5件). It is read as 5; the prescribed tables hold figures alone. Amounts of
 * money and the statistics tables up to 2018 are left alone.
 */
export const unitInCell = defineRule({
  id: 'tables/unit-in-cell',
  catalogue: ['T3-04'],
  basis: ['practice'],
  severity: 'hint',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, slice }) {
    if (standing !== 'judged' || !table.spec.isRequired) return;
    const found = [...table.figures.values()].flatMap(figure => {
      const { quantity, row, column, text, span } = figure;
      if (quantity.kind !== 'value' || quantity.unit === undefined || (row.type ?? column.type) !== 'count') return [];
      const bare = FIGURE_WITH_UNIT.exec(text)?.[1];
      return bare === undefined ? [] : [{ span, text, edits: slice(span) === text ? [replace(span, bare)] : [] }];
    });
    const [first] = found;
    if (!first) return;
    const edits = found.flatMap(each => each.edits);
    yield finding(first.span, {
      message: 'tables/unit-in-cell',
      args: { table: table.spec.title, stated: first.text, count: found.length },
      related: found
        .slice(1, MOST_RELATED)
        .map(({ span, text }) => ({ span, message: 'related.figure', args: { text } })),
      fixes:
        edits.length > 0 ? [{ kind: 'review', message: 'fix.removeUnits', args: { count: edits.length }, edits }] : [],
    });
  },
});

const MOST_RELATED = 20;

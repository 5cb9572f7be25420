import { isKeyValue } from '../../format/cellTypes.ts';
import { brokenIn } from '../../model/equations/evaluate.ts';
import { firstCellOf } from '../../model/report.ts';
import { zeroFills } from '../../model/writing/fillTable.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 表格有空格。
 *
 * 惯例零可以不填，求和时空格按0计；填0才看得出不是漏填。总计空着算作未填，不算作0。没有官方规定要求填 0，所以只作建议。整张表尚未填写的
 * 是提示。快速修复一次填好，须单独确认：还没有填的格子不是0；合计和不能是0的格子留空。键值表里空着的不是0，可能是不适用：用到它的算式不核。
 *
 * 不报：
 * - 横线、斜线表示没有。
 * - 同一张表另有错误。
 * - 2018年及以前各地的统计表。
 *
 * English: A table has blank cells. Blanks count as zero in sums, but 0 shows that nothing was forgotten. In a
 * table of labels and values they do not: what they stand in is not checked. Dashes are
 * fine; tables with another error are left alone.
 */
export const blankCells = defineRule({
  id: 'tables/blank-cells',
  catalogue: ['T00'],
  basis: ['practice'],
  severity: 'hint',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, text, slice }) {
    if (!table.spec.isRequired || standing === 'repeated') return;
    const figures = [...table.figures.values()];
    const blank = figures.filter(({ quantity }) => quantity.kind === 'blank');
    if (standing === 'otherEdition' && blank.length < figures.length) return;
    if (figures.length === 0 && table.shortRows.length === 0 && table.unplaced.length === 0) {
      yield finding(firstCellOf(table), {
        message: 'tables/blank-cells#all',
        severity: 'information',
        args: { table: table.spec.title },
      });
      return;
    }
    if (blank.length === 0 || brokenIn(table).length > 0) return;
    const first = blank[0];
    const label = table.parts.flatMap(({ rows }) => rows).find(({ spec }) => spec === first?.row);
    const span = label?.labelSpan ?? { start: table.span.start, end: table.span.start };
    const isEmpty = blank.length === figures.length;
    const zeros = zeroFills({ text, slice }, table);
    yield finding(span, {
      message: isEmpty
        ? 'tables/blank-cells#all'
        : isKeyValue(table.spec)
          ? 'tables/blank-cells#pairs'
          : 'tables/blank-cells',
      severity: isEmpty ? 'information' : 'hint',
      args: { table: table.spec.title, count: blank.length },
      related: isEmpty
        ? []
        : blank.slice(0, MOST_RELATED).map(figure => ({
            span: figure.span,
            message: 'related.blankCell',
            args: { row: figure.row.label, column: figure.column.label },
          })),
      // Never all at once with others: a table that is being filled in, or that nobody has, is not one of zeros.
      fixes:
        zeros.length === 0
          ? []
          : [
              {
                kind: 'review',
                message: 'fix.fillBlanks',
                args: { count: zeros.length },
                edits: zeros,
              },
            ],
    });
  },
});

const MOST_RELATED = 20;

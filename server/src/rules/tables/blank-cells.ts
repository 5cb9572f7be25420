import { evaluate, isOfEdition } from '../../model/evaluate.ts';
import { defineRule, finding } from '../rule.ts';

/** 表格有空格。惯例零可以不填，但填 0 才看得出不是漏填；同一张表另有错误时不提示，整张未填的另说。 */
export const blankCells = defineRule({
  id: 'tables/blank-cells',
  catalogue: ['T00'],
  basis: ['practice'],
  severity: 'hint',
  *run({ report }) {
    for (const table of report.tables) {
      if (!isOfEdition(table, report) || !table.spec.isRequired) continue;
      const figures = [...table.figures.values()];
      const blank = figures.filter(({ quantity }) => quantity.kind === 'blank');
      if (blank.length === 0 || evaluate(table).some(({ kind }) => kind === 'broken')) continue;
      const first = blank[0];
      const label = table.parts.flatMap(({ rows }) => rows).find(({ spec }) => spec === first?.row);
      const span = label?.labelSpan ?? { start: table.span.start, end: table.span.start };
      const isEmpty = blank.length === figures.length;
      yield finding(span, {
        message: isEmpty ? 'tables/blank-cells#all' : 'tables/blank-cells',
        args: { table: table.spec.title, count: blank.length },
        related: isEmpty ? [] : blank.slice(0, MOST_RELATED).map(figure => ({ span: figure.span, message: 'related.blankCell', args: { row: figure.row.label, column: figure.column.label } })),
      });
    }
  },
});

const MOST_RELATED = 20;

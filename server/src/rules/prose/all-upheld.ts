import { CASE_ROWS } from '../../format/metrics.ts';
import { judgedTables } from '../../model/equations/judgedTables.ts';
import { figureKey, valueOf } from '../../model/report.ts';
import { placeInChain } from '../../model/statements/chains.ts';
import { upheldClaims } from '../../model/statements/claims.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 正文称复议、诉讼“均维持”，表四却有尚未审结、纠正或其他结果。
 *
 * 不报：
 * - 只说“已审结的均维持”。
 * - 表四没有读出或没有填。
 *
 * English: All reviews and lawsuits are said to be upheld, but table four has pending, corrected or other ones.
 */
export const allUpheld = defineRule({
  id: 'prose/all-upheld',
  catalogue: ['T4-04'],
  basis: ['edition:2021#t4.review_litigation'],
  severity: 'warning',
  scope: 'report',
  *run({ report, chains }) {
    const table = judgedTables(report).find(({ spec }) => spec.role === 'cases');
    if (!table) return;
    for (const chain of chains) {
      for (const { start, end, matters } of upheldClaims(chain.reading)) {
        const rows = matters.flatMap(matter => ROWS[matter]);
        const cells = rows.flatMap(row =>
          ['corrected', 'other', 'pending'].flatMap(column => {
            const figure = table.figures.get(figureKey(row, column));
            return figure && (valueOf(figure) ?? 0) > 0 ? [figure] : [];
          }),
        );
        if (cells.length === 0) continue;
        yield finding(placeInChain(chain, start, end), {
          message: 'prose/all-upheld',
          args: {
            stated: chain.reading.text.slice(start, end),
            count: cells.reduce((sum, cell) => sum + (valueOf(cell) ?? 0), 0),
          },
          related: cells.map(cell => ({
            span: cell.span,
            message: 'related.member',
            args: { row: cell.row.path.at(-1) ?? '', column: cell.column.label, text: cell.text },
          })),
        });
      }
    }
  },
});

const ROWS: Readonly<Record<'reviews' | 'litigation', readonly string[]>> = {
  reviews: CASE_ROWS.review,
  litigation: CASE_ROWS.litigation,
};

import { CASE_ROWS } from '../../format/metrics.ts';
import { judgedTables } from '../../model/equations/judgedTables.ts';
import { sentencesOf, type Sentence } from '../../model/prose/passages.ts';
import { figureKey, valueOf } from '../../model/report.ts';
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
  readers: { claims: text => (text.includes('维持') ? sentencesOf(text).flatMap(readClaim) : []) },
  *run({ report }, { claims }) {
    const table = judgedTables(report).find(({ spec }) => spec.id === 't4.review_litigation');
    if (!table) return;
    for (const {
      fact: { rows, stated, start },
      place,
    } of claims) {
      const cells = rows.flatMap(row =>
        ['corrected', 'other', 'pending'].flatMap(column => {
          const figure = table.figures.get(figureKey(row, column));
          return figure && (valueOf(figure) ?? 0) > 0 ? [figure] : [];
        }),
      );
      if (cells.length === 0) continue;
      yield finding(place(start, start + stated.length), {
        message: 'prose/all-upheld',
        args: { stated, count: cells.reduce((sum, cell) => sum + (valueOf(cell) ?? 0), 0) },
        related: cells.map(cell => ({
          span: cell.span,
          message: 'related.member',
          args: { row: cell.row.path.at(-1) ?? '', column: cell.column.label, text: cell.text },
        })),
      });
    }
  },
});

/** Where a sentence says that all were upheld, and the rows of table four it speaks of. */
function readClaim({
  text,
  start,
}: Sentence): { readonly rows: readonly string[]; readonly stated: string; readonly start: number }[] {
  const match = /(?:均|全部|都)(?:获得?|予以|被|判决|决定)?维持/.exec(text);
  if (!match || /审结|结案|办结/.test(text.slice(0, match.index))) return [];
  const rows = [
    ...(text.includes('复议') ? CASE_ROWS.review : []),
    ...(text.includes('诉讼') ? CASE_ROWS.litigation : []),
  ];
  return rows.length === 0 ? [] : [{ rows, stated: match[0], start: start + match.index }];
}

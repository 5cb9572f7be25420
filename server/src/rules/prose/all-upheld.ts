import { judgedTables } from '../../model/evaluate.ts';
import { passagesOf } from '../../model/prose.ts';
import { figureKey, valueOf } from '../../model/report.ts';
import { defineRule, finding } from '../rule.ts';

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
  *run({ report }) {
    const table = judgedTables(report).find(({ spec }) => spec.id === 't4.review_litigation');
    if (!table) return;
    for (const passage of passagesOf(report.blocks)) {
      for (const sentence of passage.sentences) {
        const match = /(?:均|全部|都)(?:获得?|予以|被|判决|决定)?维持/.exec(sentence.text);
        if (!match || !/复议|诉讼/.test(sentence.text) || /审结|结案|办结/.test(sentence.text.slice(0, match.index))) continue;
        const rows = [...(/复议/.test(sentence.text) ? ['review'] : []), ...(/诉讼/.test(sentence.text) ? ['litigationDirect', 'litigationAfterReview'] : [])];
        const cells = rows.flatMap(row => ['corrected', 'other', 'pending'].flatMap(column => {
          const figure = table.figures.get(figureKey(row, column));
          return figure && (valueOf(figure) ?? 0) > 0 ? [figure] : [];
        }));
        if (cells.length === 0) continue;
        const start = sentence.start + match.index;
        yield finding(passage.place(start, start + match[0].length), {
          message: 'prose/all-upheld', args: { stated: match[0], count: cells.reduce((sum, cell) => sum + (valueOf(cell) ?? 0), 0) },
          related: cells.map(cell => ({ span: cell.span, message: 'related.member', args: { row: cell.row.path.at(-1) ?? '', column: cell.column.label, text: cell.text } })),
        });
      }
    }
  },
});

import { judgedTables } from '../../model/equations/evaluate.ts';
import { passagesOf } from '../../model/prose/passages.ts';
import { figureKey, valueOf, type Report } from '../../model/report.ts';
import { defineRule, finding } from '../support/rule.ts';

/** Fewer cases than this may well be left over from earlier years. */
const MANY = 10;
const FAR_MORE = 3;
const EARLIER = /[上去前往历]年|以前年度|以往|积案|跨年/;

/**
 * 复议后起诉的件数远多于行政复议件数。
 *
 * 复议后起诉的案件先经过复议。以前年度复议、本年起诉的也计入，所以多一些是正常的；十件以上且多到复议件数三倍以上的，可能两
 * 栏填反，只作建议。
 *
 * 不报：
 * - 不到十件，或不到复议件数的三倍。
 * - 正文说明有以前年度复议的案件。
 * - 任一总计没有填。
 *
 * English: Many more lawsuits after review than reviews. Cases reviewed in earlier years count too, so this is only a
 * hint, from ten cases and three times the reviews on.
 */
export const litigationAboveReview = defineRule({
  id: 'totals/litigation-above-review',
  catalogue: ['T4-03'],
  basis: ['practice'],
  severity: 'hint',
  *run({ report }) {
    for (const table of judgedTables(report)) {
      const reviews = table.figures.get(figureKey('review', 'total'));
      const lawsuits = table.figures.get(figureKey('litigationAfterReview', 'total'));
      const reviewed = valueOf(reviews);
      const sued = valueOf(lawsuits);
      if (!reviews || !lawsuits || reviewed === undefined || sued === undefined || reviewed < 0) continue;
      if (sued < MANY || sued <= reviewed * FAR_MORE || isExplained(report)) continue;
      yield finding(lawsuits.span, {
        message: 'totals/litigation-above-review',
        args: { stated: sued, reviews: reviewed },
        related: [
          {
            span: reviews.span,
            message: 'related.member',
            args: { row: reviews.row.path.at(-1) ?? '', column: reviews.column.label, text: reviews.text },
          },
        ],
      });
    }
  },
});

function isExplained(report: Report): boolean {
  return passagesOf(report.blocks).some(({ sentences }) =>
    sentences.some(sentence => /复议|诉讼|起诉/.test(sentence.text) && EARLIER.test(sentence.text)),
  );
}

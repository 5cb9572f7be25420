import { outcomesOf, type Outcome } from '../../model/equations/evaluate.ts';
import { passagesOf } from '../../model/prose/passages.ts';
import { figureKey, valueOf, type Report } from '../../model/report.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 现行有效件数少于本年制发件数。
 *
 * 本年制发的文件年末一般仍然有效。
 *
 * 不报：
 * - 本年废止的件数补足了差额。
 * - 正文写明有文件失效或试行期满。
 * - 现行有效或制发还没有填。
 *
 * English: Fewer documents are in force than were issued this year. Fine if those repealed this year make up for it,
 * or the text says that documents expired.
 */
export const effectiveBelowIssued = defineRule({
  id: 'totals/effective-below-issued',
  catalogue: ['T2-01'],
  basis: ['edition:2021#t2.disclosure'],
  severity: 'information',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T2-01')) {
      if (outcome.kind !== 'broken' || isExplained(report, outcome)) continue;
      yield brokenEquation(outcome, { id: 'totals/effective-below-issued' });
    }
  },
});

const EXPIRED = /失效|试行期|(?:有效期|试行)[^，。；]{0,6}(?:满|到期)/;

/** What was repealed in the same year covers the difference, or the text says that documents expired. */
function isExplained(report: Report, { table, axis, leftSum, rightSum }: Outcome): boolean {
  const repealed = valueOf(table.figures.get(figureKey(axis.key, 'repealed'))) ?? 0;
  if (leftSum + repealed >= rightSum) return true;
  return passagesOf(report.blocks).some(({ sentences }) =>
    sentences.some(sentence => EXPIRED.test(sentence.text) && /文件|规章/.test(sentence.text)),
  );
}

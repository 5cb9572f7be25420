import { NOT_THE_WHOLE_YEAR } from '../../format/data/vocabulary.ts';
import { sentencesOf, type Sentence } from '../../model/prose/passages.ts';
import type { Metric } from '../../format/metrics.ts';
import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 正文说没有，表格却有数。
 *
 * 正文写“未收到政府信息公开申请”“未发生行政复议”“没有行政诉讼”，而表格本年数大于 0。
 *
 * 不报：
 * - 说的是历年、往年或某一类（如未收到企业申请、未发生败诉）。
 * - “没有收取费用”“没有需要说明的其他事项”。
 * - 表格没有读出或没有填。
 *
 * English: The text says that there were none, but the table of the same year states some.
 */
export const noneStatement = defineRule({
  id: 'prose/none-statement',
  catalogue: ['P07'],
  basis: ['practice'],
  severity: 'error',
  scope: 'report',
  readers: { denials: text => (NEGATION.test(text) ? sentencesOf(text).flatMap(readDenials) : []) },
  *run({ report }, { denials }) {
    for (const {
      fact: { metric, stated, start },
      place,
    } of denials) {
      const [first] = cellExpressionsOf(report, metric, 'annual');
      if (!first || first.value === 0) continue;
      yield finding(place(start, start + stated.length), {
        message: 'prose/none-statement',
        args: { stated, table: first.value },
        related: first.figures.map(cell => ({
          span: cell.span,
          message: 'related.member',
          args: { row: cell.row.label || (cell.row.path.at(-1) ?? ''), column: cell.column.label, text: cell.text },
        })),
      });
    }
  },
});

const NEGATION = /未|没有|无/;
const PATTERNS: readonly (readonly [Metric, RegExp])[] = [
  [
    'received',
    /(?:未|没有)(?:收到|接到|受理)(?:过)?(?:任何)?(?:公民、法人(?:和|或)其他组织)?(?:的)?(?:政府)?信息公开(?:的)?申请(?!人)/,
  ],
  [
    'review',
    /(?:未|没有|无)(?:发生|收到|产生|出现)?(?:过)?(?:因)?(?:政府信息公开)?(?:被)?(?:申请|提起|引起的|引发的)?(?:的)?行政复议(?=$|[、，,；;和或及与]|案件?(?:$|[、，,；;和或及与])|申请(?:$|[、，,；;和或及与])|(?:的)?(?:情况|情形))/,
  ],
  [
    'litigation',
    /(?:未|没有|无)(?:发生|收到|产生|出现)?(?:过)?(?:因)?(?:政府信息公开)?(?:被)?(?:申请|提起|引起的|引发的)?(?:的)?行政诉讼(?=$|[、，,；;和或及与]|案件?(?:$|[、，,；;和或及与])|申请(?:$|[、，,；;和或及与])|(?:的)?(?:情况|情形))/,
  ],
];

/** Where a sentence says of a metric that there was none. */
function readDenials(
  sentence: Sentence,
): { readonly metric: Metric; readonly stated: string; readonly start: number }[] {
  if (NOT_THE_WHOLE_YEAR.test(sentence.text)) return [];
  return PATTERNS.flatMap(([metric, pattern]) => {
    const match = pattern.exec(sentence.text);
    return match ? [{ metric, stated: match[0], start: sentence.start + match.index }] : [];
  });
}

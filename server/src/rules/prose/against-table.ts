import { OWN_SCOPE, WIDER_SCOPE } from '../../format/data/vocabulary.ts';
import { figureTextOf } from '../../model/prose/figureText.ts';
import type { Metric } from '../../format/metrics.ts';
import { mayBe } from '../../model/prose/numbers.ts';
import { cellExpressionsOf, type CellExpression } from '../../model/links/cellExpressions.ts';
import type { TextBlock } from '../../syntax/paragraphFacts.ts';
import { memoByObject } from '../../text/memo.ts';
import { defineRule, finding, type Related, type Severity } from '../support/rule.ts';
import { tableOrText } from '../support/tableOrTextFixes.ts';

/**
 * 正文数字与表格不符。
 *
 * 正文写明的收到、办结、结转、复议、诉讼、各类办理结果、制发、废止、现行有效、行政许可、行政处罚、行政强制、收费等数字，与表格对应的格子比。“收到”“受理”可以含上年结转，诉讼可以是两栏之一或合计，复议和诉讼可以只算已审结的：
 * 任何一种口径对得上就不报。
 *
 * 不报：
 * - 分渠道、分申请人、下级单位、其他年度的数字；全市、全县的数字，而表格与正文的本级数一致。
 * - 热线、信箱、建议提案等别的事项。
 * - 约数；表格没有读出或没有填的。
 * - “共受理182件”而表中新收181、结转1。
 *
 * English: A figure in the text differs from every reading of the table cell that it speaks of.
 */
export const againstTable = defineRule({
  id: 'prose/against-table',
  catalogue: ['P01', 'T2-05', 'T4-02'],
  basis: ['practice'],
  severity: 'warning',
  scope: 'report',
  readers: { narrower: readNarrower },
  *run({ report, quantities }, { narrower }) {
    const relatedOf = memoByObject((reading: CellExpression) => relatedCells(reading));
    for (const { metric, period, figure, span, written } of quantities) {
      if (period !== 'annual') continue;
      const readings = cellExpressionsOf(report, metric, period);
      const [first] = readings;
      if (!first || readings.some(({ value }) => mayBe(figure, value))) continue;
      // 「全县收到150件，其中县本级60件」, and the table has the 60.
      if (WIDER_SCOPE.test(figure.subject) && narrower.some(({ fact }) => readings.some(({ value }) => value === fact)))
        continue;
      const severity: Severity = CERTAIN.has(metric) ? 'error' : LOOSE.has(metric) ? 'information' : 'warning';
      yield finding(span, {
        message: 'prose/against-table',
        severity,
        args: {
          stated: written,
          table: first.value,
          difference: figure.value - first.value,
          readings: [...new Set(readings.map(({ value }) => value))].join('、'),
        },
        related: relatedOf(first),
        fixes: tableOrText(report, figure, span, first),
      });
    }
  },
});

/** Numbers that are said of the body alone. */
function readNarrower(text: string, block: TextBlock): readonly number[] {
  if (!OWN_SCOPE.test(text)) return [];
  return figureTextOf(block).sentences.flatMap(({ figures }) =>
    figures.flatMap(({ subject, value }) => (OWN_SCOPE.test(subject) ? [value] : [])),
  );
}

function relatedCells({ figures }: CellExpression): Related[] {
  return figures.slice(0, MOST_RELATED).map(cell => ({
    span: cell.span,
    message: 'related.member',
    args: { row: cell.row.label || (cell.row.path.at(-1) ?? ''), column: cell.column.label, text: cell.text },
  }));
}

/** Wordings that name one cell. */
const CERTAIN: ReadonlySet<Metric> = new Set([
  'newReceived',
  'carriedIn',
  'replied',
  'carriedOut',
  'issued',
  'repealed',
  'disclosed',
]);
/** Wordings that need not mean what the table counts. */
const LOOSE: ReadonlySet<Metric> = new Set(['licenses', 'penalties', 'compulsions', 'fees']);
const MOST_RELATED = 8;

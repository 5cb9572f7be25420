import { judgedTables } from '../../model/equations/judgedTables.ts';
import { figureKey, valueOf, type BoundTable, type Figure } from '../../model/report.ts';
import { speaksOfFees } from '../../model/statements/fees.ts';
import { paragraphFacts } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 表三有逾期未缴费的申请，第六部分没有写收费情况。
 *
 * 2021年格式表三“申请人逾期未按收费通知要求缴纳费用”大于 0，说明发出过收费通知；信息处理费的情况应在“其他需要报告的事项”写明。
 *
 * 不报：
 * - 这一行为 0 或没有填；行政事业性收费是全部收费，与此无关。
 * - 第六部分提到收费或信息处理费，写“未收取”也可以：通知了没有缴的，就是没有收到。
 * - 没有第六部分的，另行报告。
 *
 * English: Table three has requests whose fee was not paid, but section six does not speak of fees. Saying that none
 * was collected is fine.
 */
export const feeNotMentioned = defineRule({
  id: 'prose/fee-not-mentioned',
  catalogue: ['T3-07'],
  basis: ['edition:2021#t3.requests', 'statute:ogi-fee-2020'],
  severity: 'hint',
  scope: 'report',
  *run({ report }) {
    const table = judgedTables(report).find(({ spec }) => spec.role === 'requests');
    const unpaid = table && unpaidIn(table);
    if (!unpaid) return;
    const sections = report.sections.filter(({ role }) => role === 'other');
    const [section] = sections;
    if (
      !section ||
      sections.some(({ blocks, title }) => speaksOfFees(title) || !feesIn(blocks)[Symbol.iterator]().next().done)
    )
      return;
    yield finding(section.titleSpan, {
      message: 'prose/fee-not-mentioned',
      args: { count: valueOf(unpaid) ?? 0 },
      related: [
        {
          span: unpaid.span,
          message: 'related.member',
          args: { row: unpaid.row.label, column: unpaid.column.label, text: unpaid.text },
        },
      ],
    });
  },
});

/** Paragraphs that speak of fees. */
const feesIn = paragraphFacts(text => (speaksOfFees(text) ? [true] : []));

/** The cell that tells of unpaid fees: the total, or the first of the columns where that is blank. */
function unpaidIn(table: BoundTable): Figure | undefined {
  const columns = table.spec.parts[0]?.columns ?? [];
  const cells = [...columns].reverse().map(({ key }) => table.figures.get(figureKey('otherFeeUnpaid', key)));
  return cells.find(cell => (valueOf(cell) ?? 0) > 0);
}

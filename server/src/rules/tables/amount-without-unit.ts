import { judgedTables } from '../../model/equations/judgedTables.ts';
import { passagesOf, type Passage } from '../../model/prose/passages.ts';
import { figureKey, type BoundTable } from '../../model/report.ts';
import { shift } from '../../text/span.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding } from '../support/rule.ts';

const STATED_UNIT = /单位\s*[:：]?\s*(?:人民币)?\s*[（(]?[万亿]?元/;

/**
 * 采购总金额没有写单位。
 *
 * 2019年格式的这一栏没有规定单位，元和万元都有人用，不写就看不出是多少。
 *
 * 不报：
 * - 金额是0，或没有填。
 * - 列名、行名写明单位，如“采购总金额（万元）”。
 * - 正文写明“单位：万元”。
 *
 * English: The procurement amount (2019 format) states no unit; both 元 and 万元 are in use. Fine where it is 0, or a
 * label or the text names the unit.
 */
export const amountWithoutUnit = defineRule({
  id: 'tables/amount-without-unit',
  catalogue: ['T2-15'],
  basis: ['edition:2019#t2.disclosure'],
  severity: 'information',
  kinds: 'every',
  scope: 'report',
  *run({ report, passages }) {
    for (const table of judgedTables(report).filter(({ spec }) => spec.role === 'disclosure')) {
      const amount = table.core.figures.get(figureKey('governmentProcurement', 'procurementAmount'));
      if (amount?.quantity.kind !== 'value' || amount.quantity.unit !== undefined || amount.quantity.value === 0)
        continue;
      if (namesUnit(table) || statesUnit(report, passages, table)) continue;
      yield finding(shift(amount.span, table.at), {
        message: 'tables/amount-without-unit',
        args: { stated: amount.text },
      });
    }
  },
});

/** Whether a label of the table, no figure, speaks of money. */
function namesUnit({ blocks }: BoundTable): boolean {
  return blocks.some(({ block }) =>
    block.rows.some(({ cells }) =>
      cells.some(({ text }) => text.length <= 40 && /元/.test(text) && !/[\d０-９]/.test(text)),
    ),
  );
}

function statesUnit({ sections }: ReportOutline, passages: readonly Passage[], table: BoundTable): boolean {
  const section = sections.findLast(({ span }) => span.start <= table.span.start);
  return (section ? passagesOf(section.blocks) : passages).some(({ text }) => STATED_UNIT.test(text));
}

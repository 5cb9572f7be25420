import { cellExpressionsOf } from '../../model/links/cellExpressions.ts';
import { placeInChain } from '../../model/statements/chains.ts';
import { denialsIn } from '../../model/statements/denials.ts';
import { defineRule, finding } from '../support/rule.ts';
import { relatedCells } from '../support/statedFigures.ts';

/**
 * 正文说没有，表格却有数。
 *
 * 正文写“未收到政府信息公开申请”“未发生行政复议”“没有行政诉讼”“无上年结转”“无结转下年度继续办理”，而表格本年数大于 0。
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
  *run({ report, chains }) {
    for (const chain of chains) {
      for (const { metric, start, end, year } of denialsIn(chain.reading)) {
        if (year !== undefined && year !== report.reportYear?.value) continue;
        const [first] = cellExpressionsOf(report, metric, 'annual');
        if (!first || first.value === 0) continue;
        yield finding(placeInChain(chain, start, end), {
          message: 'prose/none-statement',
          args: { stated: chain.reading.text.slice(start, end), table: first.value },
          related: relatedCells(first),
        });
      }
    }
  },
});

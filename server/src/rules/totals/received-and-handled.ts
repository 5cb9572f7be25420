import { outcomesOf } from '../../model/equations/evaluate.ts';
import { brokenEquation } from '../support/brokenEquation.ts';
import { defineRule } from '../support/rule.ts';

/**
 * 表三某一列收到与处理的数量不平衡。
 *
 * 每一列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理。这一勾稽关系印在每份官方表格上。一格填错使几个算式不
 * 平的，只在这一格报告一次；明细列不平连带总计列不平的，只报明细列。
 *
 * 不报：
 * - 整列空着。
 * - 有一格缺失或看不懂。
 * - 办理结果总计还没有填。
 * - 抄录时丢了空格，不知数字属于哪一列。
 *
 * English: A column of table three does not balance: new plus carried in must equal result total plus carried out.
 * Columns with missing or unreadable cells are not judged.
 */
export const receivedAndHandled = defineRule({
  id: 'totals/received-and-handled',
  catalogue: ['T3-01'],
  basis: ['edition:2019#t3.requests', 'edition:2021#t3.requests'],
  severity: 'error',
  *run({ report }) {
    for (const outcome of outcomesOf(report, 'T3-01')) {
      if (outcome.kind === 'broken') yield brokenEquation(outcome, { id: 'totals/received-and-handled' });
    }
  },
});

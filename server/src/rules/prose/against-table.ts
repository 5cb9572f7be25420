import { defineRule, finding } from '../support/rule.ts';
import { againstCells } from '../support/againstCells.ts';

/**
 * 正文数字与表格不符。
 *
 * 正文写明的收到、办结、结转、复议、诉讼、各类办理结果、制发、废止、现行有效、行政许可、行政处罚、行政强制、收费等数字，与表格对应的格子比。“收到”“受理”可以含上年结转，诉讼可以是两栏之一或合计，复议和诉讼可以只算已审结的：
 * 任何一种口径对得上就不报。
 *
 * 统计表的“其他类型”，在其余各类两处相同时，与正文余下的一类比，只提示。原来的规则名 prose/other-replies 照样可以用来忽略。
 *
 * 不报：
 * - 分渠道、分申请人、下级单位、其他年度的数字；全市、全县的数字，而表格与正文的本级数一致。
 * - 热线、信箱、建议提案等别的事项。
 * - 约数；表格没有读出或没有填的。
 * - 表格自己不平，改成正文写的数就平的：在表格那里报。
 * - “共受理182件”而表中新收181、结转1。
 *
 * English: A figure in the text differs from every reading of the table cell that it speaks of.
 */
export const againstTable = defineRule({
  id: 'prose/against-table',
  catalogue: ['P01', 'T2-05', 'T4-02'],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run(context) {
    for (const { span, values, args, ...rest } of againstCells(context, 'table'))
      yield finding(span, {
        message: 'prose/against-table',
        args: { ...args, readings: [...new Set(values)].join('、') },
        ...rest,
      });
  },
});

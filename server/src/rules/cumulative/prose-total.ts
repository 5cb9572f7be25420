import { defineRule, finding } from '../support/rule.ts';
import { againstCells } from '../support/againstCells.ts';

/**
 * 正文的历年累计数与统计表不符。
 *
 * 正文写“历年”“累计”“截至”的申请、答复、复议、诉讼、主动公开数，与统计表历年累计列比。
 *
 * 近几年收到且全部答复的件数，不会多于历年累计答复数。
 *
 * 不报：
 * - 约数；表中没有这一行或没有填。
 * - 本年数（与本年度列另比），“累计”说的是全年合计的。
 *
 * English: A cumulative figure in the text differs from the statistics table.
 */
export const proseTotal = defineRule({
  id: 'cumulative/prose-total',
  catalogue: ['C05'],
  basis: ['practice'],
  severity: 'error',
  scope: 'report',
  *run(context) {
    for (const { span, severity, args, related, fixes } of againstCells(context, 'cumulative'))
      yield finding(span, { message: 'cumulative/prose-total', severity, args, related, fixes });
  },
});

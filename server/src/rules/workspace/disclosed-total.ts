import { TABLES } from '../../format/roles.ts';
import { defineAcrossRule } from '../support/across.ts';
import { judgeRows, skipUnlessBoth } from '../support/yearlyBalance.ts';

const TABLE = TABLES.disclosure;
const ROWS = ['rules', 'normativeDocuments'];

/**
 * 对外公开总数量接不上上年。
 *
 * 2019、2020两年的格式里，“对外公开总数量”通常等于上年报告的总数量加本年新公开数量。
 *
 * 不报：
 * - 报告里写了清理文件、废止、失效的；清理网站栏目、积案一类的不算。
 * - 机构改革、更正或口径调整，两年范围不同的；空白、写“-”的。
 *
 * English: The total disclosed is that of last year’s report plus what was newly disclosed. Information only; silent
 * where documents were cleaned up or expired.
 */
export const disclosedTotal = defineAcrossRule({
  id: 'workspace/disclosed-total',
  catalogue: ['T2-16'],
  basis: ['edition:2019#t2.disclosure'],
  severity: 'information',
  scope: 'years',
  matter: 'figures',
  topics: ['documents', 'disclosure'],
  silencedBy: ['cleanedUp', 'firstYear'],
  skip: context => skipUnlessBoth(context, TABLE, 'totalDisclosed'),
  run: context =>
    judgeRows(
      context,
      { id: 'workspace/disclosed-total', table: TABLE, rows: ROWS, isChained: true },
      'totalDisclosed',
      [
        { of: 'earlier', column: 'totalDisclosed', sign: '+', isStock: true },
        { of: 'later', column: 'newlyDisclosed', sign: '+', isStock: false },
      ],
    ),
});

import { TABLES } from '../../format/roles.ts';
import { defineAcrossRule } from '../support/across.ts';
import { judgeRows, skipUnlessBoth } from '../support/yearlyBalance.ts';

const TABLE = TABLES.disclosure;
const ROWS = ['rules', 'normativeDocuments'];

/**
 * 现行有效件数接不上上年。
 *
 * 两年都用2021年格式的，规章和行政规范性文件的现行有效件数，通常等于上年报告的现行有效件数加本年制发减本年废止。中间一年写错的，两边都接不上，
 * 只在那一格报告一次。
 *
 * 不报：
 * - 报告里写了清理文件、宣布失效、到期失效的；清理网站栏目、积案一类的不算。
 * - 机构改革、职责划转、更正或口径调整，两年范围不同的，行名注明本级而另一年没有的。
 * - 上年或本年现行有效件数空白、写“-”的；2020年的“对外公开总数量”不是同一个数。
 *
 * English: Documents in force are those of last year’s report plus issued less repealed. Information only: documents
 * also expire. Silent where the report speaks of a clean-up, of expiry or of reorganisation.
 */
export const inForce = defineAcrossRule({
  id: 'workspace/in-force',
  catalogue: ['T2-02', 'X02'],
  basis: ['edition:2021#t2.disclosure'],
  severity: 'information',
  scope: 'years',
  matter: 'figures',
  topics: ['documents'],
  silencedBy: ['cleanedUp', 'firstYear'],
  skip: context => skipUnlessBoth(context, TABLE, 'effective'),
  run: context =>
    judgeRows(context, { id: 'workspace/in-force', table: TABLE, rows: ROWS, isChained: true }, 'effective', [
      { of: 'earlier', column: 'effective', sign: '+', isStock: true },
      { of: 'later', column: 'issued', sign: '+', isStock: false },
      { of: 'later', column: 'repealed', sign: '-', isStock: false },
    ]),
});

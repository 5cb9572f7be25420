import { TABLES } from '../../format/roles.ts';
import { defineAcrossRule } from '../support/across.ts';
import { judgeRows, skipUnlessBoth } from '../support/yearlyBalance.ts';

const TABLE = TABLES.disclosure;
/** 行政事业性收费 is left out: its items are counted anew every year. */
const ROWS = ['administrativeLicense', 'otherExternalServices', 'administrativePenalty', 'administrativeCompulsion'];

/**
 * 上一年项目数量接不上上年。
 *
 * 2019、2020两年的格式里，“上一年项目数量”通常等于上年报告的上一年项目数量加本年增减。
 *
 * 不报：
 * - 报告里写了权责清单、事项目录调整，许可或权力事项取消、下放、承接的。
 * - 机构改革、职责划转、更正或口径调整，两年范围不同的。
 * - 空白、写“-”、认不准的；行政事业性收费。
 *
 * English: The items of the year before are those that last year’s report started from, plus its change. Information
 * only; silent where lists of powers were revised or functions moved.
 */
export const priorItems = defineAcrossRule({
  id: 'workspace/prior-items',
  catalogue: ['T2-14', 'X03'],
  basis: ['edition:2019#t2.disclosure'],
  severity: 'information',
  scope: 'years',
  matter: 'figures',
  topics: ['items'],
  silencedBy: ['relisted', 'firstYear'],
  skip: context => skipUnlessBoth(context, TABLE, 'previousItems'),
  run: context =>
    judgeRows(context, { id: 'workspace/prior-items', table: TABLE, rows: ROWS, isChained: false }, 'previousItems', [
      { of: 'earlier', column: 'previousItems', sign: '+', isStock: true },
      { of: 'earlier', column: 'change', sign: '+', isStock: false },
    ]),
});

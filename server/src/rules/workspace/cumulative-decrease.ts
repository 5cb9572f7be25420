import { cumulativeRows, cumulativeTable, highestBefore } from '../support/cumulativeRows.ts';
import {
  broken,
  cellPlace,
  defineAcrossRule,
  differenceOf,
  HOLDS,
  labelsOf,
  relatedCell,
  stateOf,
  UNKNOWN,
} from '../support/across.ts';

/**
 * 历年累计比以前少了。
 *
 * 统计表的历年累计只会增加，不会比以前任何一年报告的少；中间缺了年份也一样。
 *
 * 不报：
 * - 样式不同的统计表，空白和认不准的格子。
 * - 机构改革、更正或口径调整，两年范围不同的。
 *
 * English: A figure of all years never falls below that of an earlier report, whatever years lie between.
 */
export const cumulativeDecrease = defineAcrossRule({
  id: 'workspace/cumulative-decrease',
  catalogue: ['C04'],
  basis: ['edition:2007'],
  severity: 'error',
  scope: 'years',
  matter: 'figures',
  topics: ['disclosure', 'requests'],
  spansGaps: true,
  silencedBy: ['firstYear'],
  skip({ earlier, later }) {
    if (earlier.edition !== later.edition) return 'edition-changed';
    return cumulativeTable(later) === undefined ? 'no-table' : undefined;
  },
  *run(context) {
    const { later, past } = context;
    const table = cumulativeTable(later) ?? '';
    for (const row of cumulativeRows(later, table)) {
      const key = `${row}.cumulative`;
      const now = stateOf(later, table, key);
      const before = highestBefore(context, table, row);
      if (!before) {
        const isKnown = now.kind === 'value' && past.some(report => stateOf(report, table, key).kind === 'value');
        yield isKnown ? HOLDS : UNKNOWN;
        continue;
      }
      const was = stateOf(before, table, key);
      if (now.kind !== 'value' || was.kind !== 'value') continue;
      yield broken({
        message: 'workspace/cumulative-decrease',
        args: {
          row: labelsOf(later, table, key).row,
          stated: now.value,
          year: before.year,
          before: was.value,
          difference: differenceOf(now.value, was.value),
        },
        report: later,
        place: cellPlace(later, table, key),
        stated: now.value,
        expected: was.value,
        terms: [{ sign: '+', report: before, key, value: was.value }],
        keys: [key],
        related: [relatedCell(before, table, key)],
      });
    }
  },
});

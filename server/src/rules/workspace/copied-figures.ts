import { TABLES } from '../../format/roles.ts';
import { hasTable } from '../../model/across/readings.ts';
import { broken, cellPlace, defineAcrossRule, HOLDS, relatedCell, stateOf, UNKNOWN } from '../support/across.ts';

const { requests: REQUESTS, cases: CASES } = TABLES;
/** Below so many applications, two years may well be alike. */
const LEAST_RECEIVED = 8;
const RECEIVED = 'newReceived';

/**
 * 表格数字与上年完全相同。
 *
 * 表三和表四每一格都与上年报告一样，本年新收在8件以上的，多半是表格没有更新。表三本身不平、“本年新收”一行又与上年一格不差的，也提示。
 *
 * 不报：
 * - 本年新收不足8件的：小单位两年相同并不奇怪。
 *
 * English: Tables three and four are last year’s, cell by cell; or table three does not add up and its first row is
 * last year’s.
 */
export const copiedFigures = defineAcrossRule({
  id: 'workspace/copied-figures',
  catalogue: [],
  basis: ['practice'],
  severity: 'information',
  scope: 'years',
  matter: 'figures',
  topics: ['requests'],
  skip: ({ earlier, later }) => (hasTable(earlier, REQUESTS) && hasTable(later, REQUESTS) ? undefined : 'no-table'),
  *run({ earlier, later }) {
    const received = stateOf(later, REQUESTS, `${RECEIVED}.total`);
    if (received.kind !== 'value') {
      yield UNKNOWN;
      return;
    }
    const isSame = (table: string, row?: string) => {
      const now = later.tables[table]?.cells ?? {};
      const before = earlier.tables[table]?.cells ?? {};
      const keys = Object.keys(now).filter(key => row === undefined || key.startsWith(`${row}.`));
      return (
        keys.length > 0 &&
        (row !== undefined || keys.length === Object.keys(before).length) &&
        keys.every(key => before[key]?.[0] === now[key]?.[0])
      );
    };
    const isCopied = received.value >= LEAST_RECEIVED && isSame(REQUESTS) && hasTable(earlier, CASES) && isSame(CASES);
    const isRowLeft =
      received.value > 0 &&
      isSame(REQUESTS, RECEIVED) &&
      Object.keys(later.tables[REQUESTS]?.broken ?? {}).some(key => key.startsWith(`${RECEIVED}.`));
    if (!isCopied && !isRowLeft) {
      yield HOLDS;
      return;
    }
    const key = `${RECEIVED}.${isCopied ? 'total' : 'naturalPerson'}`;
    yield broken({
      message: isCopied ? 'workspace/copied-figures' : 'workspace/copied-figures#row',
      args: { year: earlier.year },
      report: later,
      place: cellPlace(later, REQUESTS, key),
      stated: null,
      expected: null,
      terms: [],
      keys: [key],
      related: [relatedCell(earlier, REQUESTS, key)],
    });
  },
});

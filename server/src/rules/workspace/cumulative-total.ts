import type { Metric } from '../../format/metrics.ts';
import { meet, proseKey, readingsOf } from '../../model/across/readings.ts';
import type { StatementSummary } from '../../model/summary/summary.ts';
import type { YearsContext } from '../support/acrossContexts.ts';
import { cumulativeRows, cumulativeTable, isDecrease } from '../support/cumulativeRows.ts';
import { broken, defineAcrossRule, differenceOf, HOLDS, stateOf, UNKNOWN, type Verdict } from '../support/across.ts';
import { judgeBalance, type BalanceTerm } from '../support/yearlyBalance.ts';

const PROSE_METRICS: readonly Metric[] = ['disclosed', 'received'];

/**
 * 历年累计接不上上年。
 *
 * 两年统计表样式相同的，每行的历年累计应等于上年报告的历年累计加本年数。上年那一格空白、前年有数的，隔一年核对：前年累计加上年数再加本年数。正文写
 * 的主动公开、申请的累计数同样核对。
 *
 * 不报：
 * - 只有一年有历年累计的，两年样式不同的。
 * - 空白不是 0：没有前年可接的不核对。
 * - 机构改革、更正或口径调整，两年范围不同；“截至目前”超出年度的累计，粉丝、访问量。
 * - 比上年累计还少的，由“历年累计减少”报告。
 *
 * English: In statistics tables the figure of all years is last year’s plus this year’s, row by row; over a blank it is
 * bridged from the year before. Totals in the text likewise.
 */
export const cumulativeTotal = defineAcrossRule({
  id: 'workspace/cumulative-total',
  catalogue: ['C03'],
  basis: ['edition:2007'],
  severity: 'warning',
  scope: 'years',
  matter: 'figures',
  topics: ['disclosure', 'requests'],
  silencedBy: ['firstYear'],
  skip: ({ earlier, later }) => (earlier.edition === later.edition ? undefined : 'edition-changed'),
  *run(context) {
    const { earlier, later, past } = context;
    const table = cumulativeTable(later);
    if (table !== undefined) {
      for (const row of cumulativeRows(later, table)) {
        const base = [...past].reverse().find(report => stateOf(report, table, `${row}.cumulative`).kind === 'value');
        if (!base || later.year - base.year > 2 || (base !== earlier && later.year - base.year !== 2)) {
          yield UNKNOWN;
          continue;
        }
        if (isDecrease(context, table, row)) continue;
        const terms: BalanceTerm[] = [{ report: base, key: `${row}.cumulative`, sign: '+', isStock: true }];
        if (base !== earlier) terms.push({ report: earlier, key: `${row}.annual`, sign: '+', isStock: true });
        terms.push({ report: later, key: `${row}.annual`, sign: '+', isStock: true });
        yield judgeBalance({ table, later, key: `${row}.cumulative`, terms }, 'workspace/cumulative-total', true);
      }
    }
    for (const metric of PROSE_METRICS) yield* judgeText(metric, context);
  },
});

/** A total of all years in the text, where last year’s text or table has one too. */
function* judgeText(metric: Metric, { earlier, later }: YearsContext): Iterable<Verdict> {
  const stated = later.statements.filter(each => each.metric === metric && each.period === 'cumulative');
  const [before, ...others] = readingsOf(earlier, metric, 'cumulative');
  const [annual] = readingsOf(later, metric, 'annual');
  for (const each of stated) {
    if (!before || !annual) {
      yield UNKNOWN;
      continue;
    }
    const sums = [before, ...others].flatMap(base =>
      readingsOf(later, metric, 'annual').map(({ low, high }) => ({
        low: base.low + low,
        high: base.high === null || high === null ? null : base.high + high,
      })),
    );
    yield sums.some(sum => meet(sum, each)) ? HOLDS : brokenText(each, { before, annual, metric, earlier, later });
  }
}

function brokenText(
  statement: StatementSummary,
  {
    before,
    annual,
    metric,
    earlier,
    later,
  }: Pick<YearsContext, 'earlier' | 'later'> & {
    readonly before: ReturnType<typeof readingsOf>[number];
    readonly annual: ReturnType<typeof readingsOf>[number];
    readonly metric: Metric;
  },
): Verdict {
  const expected = before.low + annual.low;
  return broken({
    message: 'workspace/cumulative-total#text',
    args: {
      stated: statement.text,
      year: earlier.year,
      sum: `${String(before.low)} + ${String(annual.low)}`,
      computed: expected,
      difference: differenceOf(statement.low, expected),
    },
    report: later,
    place: statement.place,
    severity: 'information',
    stated: statement.low,
    expected,
    terms: [
      { sign: '+', report: earlier, key: before.key, value: before.low },
      { sign: '+', report: later, key: annual.key, value: annual.low },
    ],
    keys: [proseKey(metric)],
    related: [
      {
        report: earlier,
        place: before.place,
        message: 'related.yearFigure',
        args: { year: earlier.year, value: before.low },
      },
      {
        report: later,
        place: annual.place,
        message: 'related.yearFigure',
        args: { year: later.year, value: annual.low },
      },
    ],
  });
}

import type { Metric } from '../../format/metrics.ts';
import { meet, proseKey, readingOfStatement, readingsOf, type Reading } from '../../model/across/readings.ts';
import type { KnownReport } from '../../model/across/body.ts';
import type { StatementSummary, Summary } from '../../model/summary/summary.ts';
import type { YearsContext } from '../support/acrossContexts.ts';
import { cumulativeRows, cumulativeTable, isDecrease } from '../support/cumulativeRows.ts';
import {
  broken,
  defineAcrossRule,
  differenceOf,
  HOLDS,
  stateOf,
  UNKNOWN,
  type AcrossRelated,
  type Verdict,
} from '../support/across.ts';
import { judgeBalance, type BalanceTerm } from '../support/yearlyBalance.ts';

const PROSE_METRICS: readonly Metric[] = ['disclosed', 'received'];

/**
 * 历年累计接不上上年。
 *
 * 两年统计表样式相同的，每行的历年累计应等于上年报告的历年累计加本年数。上年那一格空白、前年有数的，隔一年核对：前年累计加上年数再加本年数。正文写
 * 的主动公开、申请的累计数（“历年累计”“截至2024年底，累计”）同样核对，没有写本年数的，看有没有比上年报告的还少，只作提示。
 *
 * 不报：
 * - 只有一年有历年累计的，两年样式不同的。
 * - 空白不是 0：没有前年可接的不核对。
 * - 机构改革、更正或口径调整，两年范围不同；“截至目前”超出年度的累计，粉丝、访问量。
 * - 统计表里比上年累计还少的，由“历年累计减少”报告。
 * - “截至2024年底，累计”就是本年数的。
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
  const befores = readingsOf(earlier, metric, 'cumulative').filter(each => !isOfItsYear(each, earlier, metric));
  const [before] = befores;
  const annuals = readingsOf(later, metric, 'annual');
  const [annual] = annuals;
  for (const each of stated) {
    const reading = readingOfStatement(each);
    if (!before || isOfItsYear(reading, later, metric)) yield UNKNOWN;
    else if (!annual) {
      const isLess = befores.every(({ low }) => (reading.high ?? Infinity) + 1e-6 < low);
      yield isLess && !reading.isLoose ? fallenText(each, { before, metric, earlier, later }) : UNKNOWN;
    } else {
      const sums = befores.flatMap(base =>
        annuals.map(({ low, high }) => ({
          low: base.low + low,
          high: base.high === null || high === null ? null : base.high + high,
        })),
      );
      yield sums.some(sum => meet(sum, each)) ? HOLDS : brokenText(each, { before, annual, metric, earlier, later });
    }
  }
}

/** 截至2024年底，累计收到55件: whether that may be what came in the year alone. */
function isOfItsYear(reading: Reading, report: Summary, metric: Metric): boolean {
  if (!reading.isLoose) return false;
  const annuals = readingsOf(report, metric, 'annual');
  return annuals.length === 0 || annuals.some(each => meet(each, reading));
}

interface TextTotals extends Pick<YearsContext, 'earlier' | 'later'> {
  readonly before: Reading;
  readonly metric: Metric;
}

/** The figure of all years is less than last year’s. */
function fallenText(statement: StatementSummary, { before, metric, earlier, later }: TextTotals): Verdict {
  return broken({
    message: 'workspace/cumulative-total#less',
    args: {
      stated: statement.text,
      year: earlier.year,
      before: before.low,
      difference: differenceOf(statement.low, before.low),
    },
    report: later,
    place: statement.place,
    severity: 'information',
    stated: statement.low,
    expected: before.low,
    terms: [{ sign: '+', report: earlier, key: before.key, value: before.low }],
    keys: [proseKey(metric)],
    related: [relatedReading(earlier, before)],
  });
}

function relatedReading(report: KnownReport, { place, low }: Reading): AcrossRelated {
  return { report, place, message: 'related.yearFigure', args: { year: report.year, value: low } };
}

function brokenText(
  statement: StatementSummary,
  { before, annual, metric, earlier, later }: TextTotals & { readonly annual: Reading },
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
    related: [relatedReading(earlier, before), relatedReading(later, annual)],
  });
}

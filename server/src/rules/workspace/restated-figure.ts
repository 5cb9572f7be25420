import { meet, proseKey, readingOfStatement, readingsOf, type Reading } from '../../model/across/readings.ts';
import type { StatementSummary } from '../../model/summary/summary.ts';
import { broken, defineAcrossRule, differenceOf, HOLDS, UNKNOWN, type Verdict } from '../support/across.ts';
import type { YearsContext } from '../support/acrossContexts.ts';
import { mayCompareMetric, skipWithoutFormat } from '../support/statedYears.ts';

/**
 * 所写的上年数与上年报告不符。
 *
 * 正文写“上年收到118件”“收到120件，去年同期为118件”“120件（2023年为118件）”的，与上年报告的表格和正文核对，任何一种口径对得上就算对。
 *
 * 不报：
 * - 约数；上年报告里没有这个数的。
 * - 机构改革、更正或口径调整，两年范围不同的。
 * - 上年结转：由“上年结转不符”核对。
 *
 * English: A figure that the text gives for last year is one of the readings of last year’s report.
 */
export const restatedFigure = defineAcrossRule({
  id: 'workspace/restated-figure',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  scope: 'years',
  matter: 'figures',
  topics: ['requests', 'documents', 'items', 'disclosure', 'cases'],
  silencedBy: ['firstYear'],
  skip: skipWithoutFormat,
  *run(context) {
    const { earlier, later } = context;
    for (const statement of later.statements) {
      if (statement.period !== 'last' && statement.period !== earlier.year) continue;
      if (!mayCompareMetric(context, statement.metric)) continue;
      const readings = readingsOf(earlier, statement.metric, 'annual');
      const [first] = readings;
      if (!first) yield UNKNOWN;
      else if (readings.some(reading => meet(reading, readingOfStatement(statement)))) yield HOLDS;
      else yield brokenStatement(context, statement, first, readings);
    }
  },
});

function brokenStatement(
  { earlier, later }: YearsContext,
  { metric, text, place, low, isLoose, isOfArea }: StatementSummary,
  first: Reading,
  readings: readonly Reading[],
): Verdict {
  const isSure = isLoose !== true && isOfArea !== true && !first.isLoose;
  return broken({
    message: 'workspace/restated-figure',
    args: {
      stated: text,
      year: earlier.year,
      computed: first.low,
      difference: differenceOf(low, first.low),
    },
    report: later,
    place,
    ...(isSure ? {} : { severity: 'information' }),
    stated: low,
    expected: first.low,
    terms: [{ sign: '+', report: earlier, key: first.key, value: first.low }],
    keys: [`${proseKey(metric)}.last`],
    related: readings.map(reading => ({
      report: earlier,
      place: reading.place,
      message: 'related.yearFigure',
      args: { year: earlier.year, value: reading.low },
    })),
  });
}

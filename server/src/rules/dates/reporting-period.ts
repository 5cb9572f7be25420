import { isCalendarYear, statedPeriods, wrongYearsOf, type StatedPeriod } from '../../model/reportingPeriod.ts';
import { needing, type TextFact } from '../../syntax/paragraphFacts.ts';
import type { ReportContext } from '../support/contexts.ts';
import { defineRule, finding, replace, type Fix } from '../support/rule.ts';

/**
 * 统计期限没有写，或不是报告年度全年。
 *
 * 年度报告反映报告年度1月1日至12月31日的情况。报告年度以标题为准：期限与标题不同的，错的是期限。没有写的只作提示。条例没有规定
 * 怎样写，依据是各地报告的惯例。期限是别的年度全年的，多半是沿用了上年的报告，快速修复改成报告年度。
 *
 * 不报：
 * - 年中组建的单位，写明了组建、成立或挂牌。
 * - 残缺的日期（“2018年11日至2018年1231日”）：不按错误的期限判断，另有规则。
 * - 别的时段，如活动的起止日期。
 * - 正在写的半句。
 *
 * English: The reporting period is absent or not the calendar year of the report. A body founded in mid-year that
 * says so, and periods of other things, are fine; damaged dates have a rule of their own. Where only the years are
 * wrong, as in a draft made from last year's report, a fix changes them.
 */
export const reportingPeriod = defineRule({
  id: 'dates/reporting-period',
  catalogue: ['S07'],
  basis: ['practice'],
  severity: 'error',
  scope: 'report',
  readers: { periods: needing('月日./-', statedPeriods) },
  *run({ report, beginning }, facts) {
    const year = report.reportYear?.value;
    if (year === undefined || !report.edition) return;
    const periods = inBeginning(report, beginning, facts.periods);
    if (periods.length === 0) {
      const isWhole = report.title !== null && report.sections.length > 0;
      if (isWhole && report.title?.span)
        yield finding(report.title.span, {
          message: 'dates/reporting-period#absent',
          severity: 'information',
          args: { year },
        });
      return;
    }
    for (const { fact, place } of periods) {
      if (fact.days && !fact.startsInYear && !isCalendarYear(fact.days, year))
        yield finding(place(fact.start, fact.end), {
          message: 'dates/reporting-period',
          args: { stated: fact.text, year },
          fixes: yearFix(fact, place, year),
        });
    }
  },
});

function yearFix(period: StatedPeriod, place: TextFact<StatedPeriod>['place'], year: number): Fix[] {
  const edits = wrongYearsOf(period, year).map(({ start, end, right }) =>
    replace(place(period.start + start, period.start + end), right),
  );
  return edits.length === 0 ? [] : [{ kind: 'review', message: 'fix.usePeriod', args: { year }, edits }];
}

/** The period is stated in the introduction or where the first section begins. */
const FIRST_BLOCKS = 60;

function inBeginning(
  { sections: [, second] }: ReportContext['report'],
  beginning: ReportContext['beginning'],
  periods: readonly TextFact<StatedPeriod>[],
): readonly TextFact<StatedPeriod>[] {
  const end = Math.min(second?.heading.at ?? Infinity, beginning(FIRST_BLOCKS + 1)[FIRST_BLOCKS]?.at ?? Infinity);
  return periods.filter(({ placed }) => placed.at < end);
}

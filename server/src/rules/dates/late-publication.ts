import { FIRST_KIND } from '../../format/kind.ts';
import type { Deadline } from '../../format/types.ts';
import { deadlineOf } from '../../model/deadline.ts';
import type { StatedDay } from '../../model/publication.ts';
import { defineRule, finding, type Severity } from '../support/rule.ts';

/**
 * 发布晚于法定时限。
 *
 * 2019年条例：县级以上政府部门次年1月31日，县级以上地方政府次年3月31日。2007年条例：一律次年3月31日。只有文末的落款日期
 * 按警告报告；网页的发布时间可能是转载日期，只作提示。
 *
 * 法治政府建设年度报告：纲要时期（2015—2018年度）第一季度，2019年度起4月1日之前，只看文末落款，只作提示；4月1日当天的不报。
 *
 * 不报：
 * - 乡镇、街道：2019年条例没有规定时限。
 * - 政府的报告以办公室名义发布的，按政府的时限。
 * - 没有日期，或只写到月。
 *
 * English: The date of signature is later than the statutory deadline. Townships and sub-districts have none; a
 * publication date of the page may be that of a repost and is only an information. Of reports on law-based government
 * the signature alone is looked at, for a hint; the day itself before which they are due is not reported.
 */
export const latePublication = defineRule({
  id: 'dates/late-publication',
  catalogue: ['S08'],
  basis: ['statute:ogi-2019#49', 'statute:ogi-2007#31'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run({ report, dates }) {
    const year = report.reportYear?.value;
    const deadline = deadlineOf(report);
    if (year === undefined || !deadline) return;
    const { signature } = dates;
    const isFirst = report.kind.id === FIRST_KIND;
    // Of other kinds less is certain: pages were moved, and the deadlines are known at second hand.
    const found = signature ?? (isFirst ? dates.page : undefined);
    if (!found || !isLate(found, year, deadline)) return;
    const severity: Severity = !isFirst ? 'hint' : signature ? 'warning' : 'information';
    yield finding(found.span, {
      message: !signature
        ? 'dates/late-publication#page'
        : deadline.isBefore
          ? 'dates/late-publication#before'
          : 'dates/late-publication',
      severity,
      args: {
        date: found.text,
        deadlineYear: year + 1,
        month: deadline.month,
        day: deadline.day,
        basis: deadline.basis,
      },
    });
  },
});

function isLate({ year, month, day }: StatedDay, reportYear: number, deadline: Deadline): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const rank = (y: number, m: number, d: number) => (y * 100 + m) * 100 + d;
  return rank(year, month, day) > rank(reportYear + 1, deadline.month, deadline.day);
}

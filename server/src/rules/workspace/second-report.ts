import { broken, defineAcrossRule } from '../support/across.ts';

/**
 * 同一机关同一年有两份报告。
 *
 * 两份内容不同，不知道以哪一份为准，两份都不与别的年份核对。
 *
 * 不报：
 * - 表格、正文的数字和句子都相同的两份，如草稿和由它导出的网页：只算一份。
 *
 * English: A body has two different reports on one year; neither is compared with other years.
 */
export const secondReport = defineAcrossRule({
  id: 'workspace/second-report',
  catalogue: [],
  basis: ['practice'],
  severity: 'information',
  scope: 'repeats',
  *run({ first, others }) {
    const all = [first, ...others];
    for (const report of all) {
      yield broken({
        message: 'workspace/second-report',
        args: { body: first.body, year: first.year, count: all.length },
        report,
        place: report.title,
        stated: null,
        expected: null,
        terms: [],
        keys: [report.hash],
        related: all
          .filter(each => each !== report)
          .map(each => ({
            report: each,
            place: each.title,
            message: 'related.yearReport' as const,
            args: { year: first.year },
          })),
      });
    }
  },
});

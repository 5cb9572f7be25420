import { defineRule, finding } from '../support/rule.ts';

/**
 * 没有这一年度的格式。
 *
 * 认出了是哪一种年度报告，可这种报告没有适用于这一年度的格式：内置的政府信息公开工作年度报告从2008年度起，法治政府建设年度报告从
 * 2015年度起；格式文件里的，看各版本的 `years`。这时章节、表格和期限都没有检查，所以说明，免得看作没有问题。年度写错的请改正；没有写错的，可以用
 * 检查指令写明照哪一版检查。
 *
 * 不报：
 * - 用检查指令或设置指定了版本的。
 * - 看不出年度的：另有说明。
 *
 * English: No edition of the report's kind holds for its year, so that sections, tables and deadlines were not checked.
 * Drafts for which an edition is set are fine.
 */
export const yearWithoutEdition = defineRule({
  id: 'dates/year-without-edition',
  catalogue: ['S12'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'report',
  *run({ report }) {
    const { edition, editions, kind, reportYear, title } = report;
    if (edition || !reportYear) return;
    const span = reportYear.span ?? title?.span;
    const { earlier, later } = editions.beside(reportYear.value);
    const nearest = later ?? earlier;
    if (!span || !nearest) return;
    yield finding(span, {
      message: 'dates/year-without-edition',
      args: {
        title: kind.name,
        year: reportYear.value,
        earlier: String(earlier?.years.to ?? ''),
        later: String(later?.years.from ?? ''),
        name: nearest.id,
      },
    });
  },
});

import { statedPeriods } from '../../model/reportingPeriod.ts';
import { needing } from '../../syntax/paragraphFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/**
 * 文件名的年度与标题不同。
 *
 * 文件名叫作某年的年报，打开来标题写的是另一年的：多半是照上年的文件改写，没有改文件名，也可能拿错了文件。报送、发布时别人按文件名
 * 认。标题写明年度的才比较，标在标题的年度上，只作提示。
 *
 * 不报：
 * - 文件名里没有年度、有几个年度（“2023—2024年报对比”），或者没有叫作年报、年度报告的；文件夹的名称不看。
 * - 文件名写着参考、模板、上年、底稿、根据……的。
 * - 统计期限与文件名同一年的：那是标题没有改，另有规则。
 *
 * English: The file is named as the report of another year than its title says: last year's name may have been kept, or
 * the wrong file taken. Names with several years, names of templates and references, and folders are not judged.
 */
export const fileNameYear = defineRule({
  id: 'dates/file-name-year',
  catalogue: ['S09'],
  basis: ['practice'],
  severity: 'information',
  kinds: 'every',
  scope: 'report',
  readers: { periods: needing('月日./-', statedPeriods) },
  *run({ report: { reportYear, yearSource, namedByFile } }, { periods }) {
    const found = namedByFile?.year;
    if (!found || !reportYear?.span || yearSource !== 'title' || reportYear.value === found) return;
    if (periods.some(({ fact }) => fact.year === found)) return;
    yield finding(reportYear.span, { message: 'dates/file-name-year', args: { found, year: reportYear.value } });
  },
});

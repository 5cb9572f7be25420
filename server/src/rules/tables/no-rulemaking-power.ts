import { figureKey, valueOf } from '../../model/report.ts';
import { bodyWithoutRules } from '../support/reportFacts.ts';
import { defineRule, finding } from '../support/rule.ts';

/** Columns of 规章 that count what the body itself made or keeps in force. */
const COLUMNS = ['issued', 'repealed', 'effective', 'newlyMade'];

/**
 * 无权制定规章的机关填了规章件数。
 *
 * 依据立法法（2023）第九十一条、第九十三条，地方政府规章由省、自治区、直辖市、设区的市、自治州的政府制定；地方各级部门、县
 * 级政府、乡镇和街道的“规章”行一般为0。看机关名称判断，只作提示。
 *
 * 不报：
 * - 上面列出的政府，以及名称看不出是否设区的市。
 * - 国务院各部门及其派出机构。
 * - 以政府办公室名义发布的报告。
 * - 正文说明是代政府起草或部门规章的。
 * - 报告没有写明机关。
 *
 * English: A body without the power to make 规章 (a local department, a county or township) states some. Governments
 * with that power, cities of unknown rank, central bodies and offices reporting for a government are left alone.
 */
export const noRulemakingPower = defineRule({
  id: 'tables/no-rulemaking-power',
  catalogue: ['T2-03'],
  basis: ['statute:lifa-2023#91', 'statute:lifa-2023#93'],
  severity: 'information',
  scope: 'table',
  *run({ table, standing, facts }) {
    const body = bodyWithoutRules(facts);
    if (standing !== 'judged' || body === undefined) return;
    if (table.spec.role !== 'disclosure') return;
    const found = COLUMNS.flatMap(column => table.figures.get(figureKey('rules', column)) ?? []).filter(
      figure => (valueOf(figure) ?? 0) > 0,
    );
    const [first] = found;
    if (!first) return;
    yield finding(first.span, {
      message: 'tables/no-rulemaking-power',
      args: { body, column: first.column.label, stated: first.text },
      related: found.slice(1).map(({ span, text, row, column }) => ({
        span,
        message: 'related.member',
        args: { row: row.label, column: column.label, text },
      })),
    });
  },
});

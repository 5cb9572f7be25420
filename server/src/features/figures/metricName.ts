import { MATTER_NAMES, PART_NAMES } from '../../format/facetNames.ts';
import type { CellMetric, Metric } from '../../format/metrics.ts';
import type { Language } from '../../messages/message.ts';
import { message } from '../../messages/text.ts';
import type { Report } from '../../model/report.ts';
import { rowName } from '../tables/equationText.ts';

/** Name of a quantity of the tables; of one cell the labels of its row and column. */
export function metricName(metric: Metric, report: Pick<Report, 'tables'>, language: Language): string {
  return isCell(metric) ? cellLabel(metric, report, language) : message(language, `metric.${metric}`);
}

function isCell(metric: Metric): metric is CellMetric {
  return metric.startsWith('cell ');
}

/** `二、上年结转政府信息公开申请数量 · 自然人`; rows and columns that stand for several have a name of their own. */
function cellLabel(metric: CellMetric, { tables }: Pick<Report, 'tables'>, language: Language): string {
  const [, table, row = '', column = ''] = metric.split(' ');
  const parts = tables.find(({ spec }) => spec.id === table)?.spec.parts ?? [];
  const rowSpec = parts.flatMap(({ rows }) => rows).find(({ key }) => key === row);
  const columnSpec = parts.flatMap(({ columns }) => columns).find(({ key }) => key === column);
  const several = language === 'en' ? 'english' : 'chinese';
  return [
    rowSpec ? rowName(rowSpec) : (MATTER_NAMES[row]?.[several] ?? row),
    columnSpec?.label ?? PART_NAMES[`applicant=${column}`]?.[several] ?? column,
  ]
    .filter(name => name !== '')
    .join(' · ');
}

import { figureSentences, type ProseFigure } from '../../model/quantities.ts';
import { isKind, type Report } from '../../model/report.ts';
import { readingsOf, statementsOf, type Metric, type TableReading } from '../../model/statements.ts';
import { defineRule, finding, replace, type Severity } from '../rule.ts';

/**
 * 正文数字与表格不符。
 *
 * 正文写明的收到、办结、结转、复议、诉讼、制发、废止、现行有效等数字，与表格对应的格子比。“收到”“受理”可以含上年结转，诉讼可以是两栏之一或合计，复议和诉讼可以只算已审结的：任何一种口径对得上就不报。
 *
 * 不报：
 * - 分渠道、分申请人、下级单位、其他年度的数字；全市、全县的数字，而表格与正文的本级数一致。
 * - 热线、信箱、建议提案等别的事项。
 * - 约数；表格没有读出或没有填的。
 * - “共受理182件”而表中新收181、结转1。
 *
 * English: A figure in the text differs from every reading of the table cell that it speaks of.
 */
export const againstTable = defineRule({
  id: 'prose/against-table',
  catalogue: ['P01', 'T2-05', 'T4-02'],
  basis: ['practice'],
  severity: 'warning',
  *run({ report }) {
    for (const { metric, period, figure, span } of statementsOf(report)) {
      if (period !== 'annual') continue;
      const readings = readingsOf(report, metric, period);
      const [first] = readings;
      if (!first || readings.some(({ value }) => value === figure.value) || isOfWiderScope(report, figure, readings)) continue;
      yield finding(span, {
        message: 'prose/against-table', ...(CERTAIN.has(metric) ? { severity: 'error' as Severity } : {}),
        args: { stated: `${String(figure.value)}${figure.unit}`, table: first.value, difference: figure.value - first.value, readings: [...new Set(readings.map(({ value }) => value))].join('、') },
        related: first.figures.slice(0, MOST_RELATED).map(cell => ({ span: cell.span, message: 'related.member', args: { row: cell.row.label || (cell.row.path.at(-1) ?? ''), column: cell.column.label, text: cell.text } })),
        fixes: first.figures.length === 1 && !first.figures[0]?.isSplit ? [{
          kind: 'review', message: 'fix.useTableValue', args: { value: first.value },
          edits: [replace(span, report.source.slice(span).replace(/[\d０-９][\d０-９,，]*/, String(first.value)))],
        }] : [],
      });
    }
  },
});

const WIDER = /全[省市州县区镇乡]|全系统|各级/;
const NARROWER = /本级|本机关|本部门/;

/** 「全县收到150件，其中县本级60件」, and the table has the 60. */
function isOfWiderScope(report: Report, figure: ProseFigure, readings: readonly TableReading[]): boolean {
  return WIDER.test(figure.subject) && report.blocks.some(placed => isKind(placed, 'paragraph')
    && figureSentences(placed.block.text).some(({ figures }) => figures.some(each => NARROWER.test(each.subject) && readings.some(({ value }) => value === each.value))));
}

/** Wordings that name one cell. */
const CERTAIN: ReadonlySet<Metric> = new Set(['replied', 'carriedOut', 'issued', 'repealed', 'disclosed']);
const MOST_RELATED = 8;

import { brokenImplications } from '../../model/equations/implications.ts';
import { firstCellOf } from '../../model/report.ts';
import { rowOf } from '../support/cellNames.ts';
import { defineRule, finding } from '../support/rule.ts';
import { severityOf } from '../totals/outcomes.ts';

/**
 * 填“否”或“无”，下面却填了内容。
 *
 * 格式文件写明某格填了什么、别的格就应当空着的（如“是否有移动新媒体”填“否”），照它核对，报在条件的那一格，并列出填了的各格。
 * 没有核实的只作提示。
 *
 * 不报：
 * - 空白、“—”、“/”、0、“无”：都算空着。
 * - 条件的那一格没有填，或几个条件没有都符合。
 * - 格式文件写明 off 的。
 *
 * English: A cell says no, and cells that should state nothing then are filled in, by an implication of the format
 * file. A blank, a dash, 0 and 无 are nothing; what nobody verified gives hints.
 */
export const shouldBeBlank = defineRule({
  id: 'tables/should-be-blank',
  catalogue: [],
  basis: ['practice'],
  severity: 'warning',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing }) {
    if (standing !== 'judged') return;
    for (const { implication, conditions, filled } of brokenImplications(table)) {
      if (implication.severity === 'off') continue;
      const [first] = conditions;
      const { reason } = implication;
      const isUnverified = [...conditions, ...filled].some(({ row }) => row.verification === 'unverified');
      yield finding(first?.span ?? firstCellOf(table), {
        message: 'tables/should-be-blank',
        severity: isUnverified ? 'hint' : severityOf(implication, table.spec),
        args: {
          row: first ? rowOf(first) : '',
          found: conditions.map(({ text }) => text).join('、'),
          rows: filled.slice(0, MOST_NAMED).map(rowOf).join('、'),
          count: filled.length,
          ...(reason === undefined ? {} : { reason }),
        },
        related: filled.slice(0, MOST_RELATED).map(figure => ({
          span: figure.span,
          message: 'related.member',
          args: { row: rowOf(figure), column: figure.column.label, text: figure.text },
        })),
      });
    }
  },
});

const MOST_NAMED = 5;
const MOST_RELATED = 20;

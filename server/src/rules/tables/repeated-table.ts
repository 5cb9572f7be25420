import { isCopy, isOfEdition, saysTheSame } from '../../model/equations/judgedTables.ts';
import { firstCellOf, isBlank, type BoundTable } from '../../model/report.ts';
import { defineRule, finding, replace, type Fix, type Related } from '../support/rule.ts';

/**
 * 同一张表出现两次。
 *
 * 数字相同的一张多余；一张空着的多半是没有删去的空表；数字不同的不知以哪一张为准。只核对填了数字的第一张。快速修复删去多余
 * 的或空着的一张，须逐条确认。
 *
 * 不报：
 * - 表前写明不同范围或年份的：全市、市本级、上年。
 * - 行名带不同说明的：规章（市本级）、规章（县区）。
 * - 分成几段、行不重复的表（如跨页）。
 * - 几份报告合在一个文件里。
 * - 数字都认不准的：不知写的是什么。
 *
 * English: The same table stands in the draft twice. Only the first with figures
 * is checked. Tables told apart by a scope, a year or another report's title are fine, and those of which no figure was
 * read.
 */
export const repeatedTable = defineRule({
  id: 'tables/repeated-table',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'warning',
  kinds: 'every',
  scope: 'report',
  *run({ report }) {
    for (const table of report.tables) {
      const { repeats } = table;
      if (!repeats || !isOfEdition(table, report) || isUnread(table) || isUnread(repeats)) continue;
      const differing = [...table.figures].filter(([key, figure]) => !saysTheSame(figure, repeats.figures.get(key)));
      const isEmpty = [...table.figures.values()].every(isBlank) && table.shortRows.length === 0;
      const isSame = differing.length === 0 && table.shortRows.length === 0;
      yield finding(firstCellOf(table), {
        message: isSame
          ? 'tables/repeated-table'
          : isEmpty
            ? 'tables/repeated-table#blank'
            : 'tables/repeated-table#different',
        args: { table: table.spec.title, count: differing.length },
        related: [
          { span: firstCellOf(repeats), message: 'related.sameTable', args: { table: table.spec.title } },
          ...(isEmpty
            ? []
            : differing.slice(0, MOST_RELATED).map(([, { span, text, row, column }]): Related => ({
                span,
                message: 'related.member',
                args: { row: row.label || (row.path.at(-1) ?? ''), column: column.label, text },
              }))),
        ],
        fixes: isCopy(table) ? removal(table) : [],
      });
    }
  },
});

/** Whether no figure of a table has its place: then nothing is known of what it repeats, and another rule says so. */
function isUnread({ figures, unplaced }: BoundTable): boolean {
  return figures.size === 0 && unplaced.length > 0;
}

const MOST_RELATED = 20;

function removal({ blocks, spec }: BoundTable): Fix[] {
  const edits = blocks.map(({ at, block }) => replace({ start: at + block.span.start, end: at + block.span.end }, ''));
  return [{ kind: 'review', message: 'fix.removeTable', args: { table: spec.title }, edits }];
}

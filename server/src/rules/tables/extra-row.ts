import type { RowSpec } from '../../format/types.ts';
import { hasMergeMarker } from '../../model/mergeConflicts.ts';
import type { BoundRow } from '../../model/report.ts';
import { coreOf } from '../../text/fold.ts';
import { defineRule, finding } from '../support/rule.ts';

/** Rows that provinces add on purpose (湖北：其他主动公开文件). */
const KNOWN_ADDITIONS = new Set(['其他主动公开文件']);

/**
 * 表格多出格式没有的行，同一行写了两次，或行名与格式不同。
 *
 * 本地要求增加的行可以保留，行名差一个字的照样核对，都只作建议。同一行写了两次的是提示，只核对第一行的数字。
 *
 * 不报：
 * - “其他主动公开文件”：湖北省增加的行。
 * - “其他对外管理服务事项”拆成几行。
 * - 行名后的（市本级）等说明。
 * - 还没有填数字的行。
 *
 * English: A table has a row that the format does not have, one row twice, or a row under another name. Rows that
 * provinces add on purpose, rows split into several and suffixes in brackets are fine.
 */
export const extraRow = defineRule({
  id: 'tables/extra-row',
  catalogue: ['S06'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'hint',
  kinds: 'every',
  scope: 'table',
  *run({ table, standing, facts }) {
    if (standing !== 'judged' || !facts.edition?.isPrescribed || !table.spec.isRequired) return;
    // Without a grid only a row under nearly its own name is sure.
    const isFlat = table.blocks.some(({ block }) => block.columnCount === 0);
    for (const { label, span } of isFlat ? [] : table.extraRows) {
      if (KNOWN_ADDITIONS.has(coreOf(label))) continue;
      yield finding(span, { message: 'tables/extra-row', args: { table: table.spec.title, label } });
    }
    // Both sides of a merge conflict have the row.
    const isInConflict = table.blocks.some(({ block }) => hasMergeMarker(block));
    const first = new Map<RowSpec, BoundRow>();
    for (const row of table.parts.filter(({ spec }) => !spec.rowsAcross).flatMap(({ rows }) => rows)) {
      const earlier = first.get(row.spec);
      if (!earlier) first.set(row.spec, row);
      else if (!isFlat && row.match === 'exact' && earlier.match === 'exact' && !isInConflict) {
        yield finding(row.labelSpan, {
          message: 'tables/extra-row#repeated',
          severity: 'information',
          args: { table: table.spec.title, label: row.label },
          related: [{ span: earlier.labelSpan, message: 'related.figure', args: { text: earlier.label } }],
        });
      }
      if (row.match === 'similar')
        yield finding(row.labelSpan, {
          message: 'tables/extra-row#renamed',
          args: { found: row.label, label: row.spec.label },
        });
    }
  },
});

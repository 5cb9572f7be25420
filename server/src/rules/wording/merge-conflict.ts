import { defineRule, finding } from '../support/rule.ts';

/**
 * 合并冲突的标记留在草稿里。
 *
 * 几个人改同一处，合并后会留下 <<<<<<<、=======、>>>>>>> 几行，两边的文字都在。每处冲突报一次，标在第一行。
 * 只剩一行 <<<<<<< 或 >>>>>>> 的按警告报告。
 * 编号、部分和表格按前一边核对，排版和自动修复不动冲突的几行。
 *
 * 不报：
 * - 标题下面画的 =======。
 *
 * English: Markers of a merge conflict were left in the draft. Each conflict is reported once, at its first line; a
 * marker that is left alone is a warning.
 * Numbers, parts and tables are read from the first side. A line ======= below a heading is fine.
 */
export const mergeConflict = defineRule({
  id: 'wording/merge-conflict',
  catalogue: ['S14'],
  basis: ['practice'],
  severity: 'error',
  kinds: 'every',
  scope: 'report',
  *run({ report, mergeConflicts, strayMergeMarkers }) {
    for (const { marker, span } of mergeConflicts)
      yield finding(marker, {
        message: 'wording/merge-conflict',
        args: { line: report.source.lineAt(span.end) + 1 },
      });
    for (const marker of strayMergeMarkers)
      yield finding(marker, { message: 'wording/merge-conflict#alone', severity: 'warning', args: {} });
  },
});

import { isKind } from '../../syntax/block.ts';
import { judgedTables } from '../../model/equations/judgedTables.ts';
import { firstCellOf, type BoundTable, type Section } from '../../model/report.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding } from '../support/rule.ts';

/** Tables attached behind the text stand under the last heading without being part of it. */
const ATTACHED = /^[（(【[]?附/;

/**
 * 规定的表格放在别的部分。
 *
 * 第二、三、四部分的表格各有规定的位置。表格按行名认出，照常核对；位置不对只作提示。
 *
 * 不报：
 * - 表格本应所在的部分整个缺失：由缺少规定的部分一条报告。
 * - 附在文末的（附件、附表之后）。
 * - 本部分已有同一张表：重复的另有规则。
 * - 表格前没有标题，或标题对不上规定的部分。
 *
 * English: A prescribed table stands in another part than its own. Its figures are checked all the same. Attached
 * tables, and tables whose own part is missing altogether, are left alone.
 */
export const misplacedTable = defineRule({
  id: 'tables/misplaced-table',
  catalogue: ['S05'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'information',
  kinds: 'every',
  scope: 'report',
  *run({ report }) {
    if (!report.edition?.isPrescribed) return;
    for (const table of judgedTables(report)) {
      if (!table.spec.isRequired || table.repeats || table.sectionId === null || table.sectionId === table.spec.section)
        continue;
      const own = report.sections.find(({ id }) => id === table.spec.section);
      const section = report.sections.findLast(({ span }) => span.start <= table.span.start);
      if (!own || !section || section.id !== table.sectionId || isAttached(section, table) || hasAnother(report, table))
        continue;
      yield finding(firstCellOf(table), {
        message: 'tables/misplaced-table',
        args: { table: table.spec.title, found: section.title, title: own.title },
        related: [{ span: own.titleSpan, message: 'related.section', args: { title: own.title } }],
      });
    }
  },
});

function isAttached(section: Section, table: BoundTable): boolean {
  return (
    ATTACHED.test(section.title) ||
    section.blocks.some(
      placed =>
        placed.at < table.span.start &&
        ((isKind(placed, 'heading') && ATTACHED.test(placed.block.title.text)) ||
          (isKind(placed, 'paragraph') && ATTACHED.test(placed.block.text.text))),
    )
  );
}

function hasAnother(report: ReportOutline, table: BoundTable): boolean {
  return report.tables.some(
    other => other !== table && other.spec.id === table.spec.id && other.sectionId === table.spec.section,
  );
}

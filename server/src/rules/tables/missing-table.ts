import { printedTexts } from '../../format/index.ts';
import type { TableSpec } from '../../format/types.ts';
import { passagesOf } from '../../model/prose/passages.ts';
import type { Section } from '../../model/report.ts';
import { tableInsertion } from '../../model/writing/insertTable.ts';
import type { WriteOptions } from '../../model/writing/write.ts';
import { fold } from '../../text/fold.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, replace, type Fix } from '../support/rule.ts';

/**
 * 缺少规定的表格。
 *
 * 2019年、2021年格式的第二、三、四部分须用表格报告。快速修复插入标准表格。标题下空无一物，或表格文字在而格线已失（转换
 * 时丢失），只提示未找到表格。标题下写了别的话而没有表格的，哪怕只写一句，也是错误：这一部分写过，却缺表格。
 *
 * 不报：
 * - 2007年条例时期的报告：没有规定的表格。
 * - 整个部分都缺的：由缺少规定的部分一条报告。
 *
 * English: A prescribed table is missing in part two, three or four. An empty part and a table that lost its cells in
 * conversion are only told; a part with as much as a sentence and no table is an error. Reports under the regulation of
 * 2007 need none.
 */
export const missingTable = defineRule({
  id: 'tables/missing-table',
  catalogue: ['S05'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'error',
  kinds: 'every',
  scope: 'report',
  *run({ report, style }) {
    const { edition } = report;
    if (!edition?.isPrescribed) return;
    for (const spec of edition.tables) {
      if (!spec.isRequired || report.tables.some(table => table.spec.id === spec.id)) continue;
      const section = report.sections.find(({ id }) => id === spec.section);
      if (!section) continue;
      // Nothing above a hint rests on a form that nobody has verified.
      const unsure = spec.isUnverified ? ({ severity: 'hint' } as const) : {};
      const args = { table: spec.title, title: section.title };
      const fixes = insertFix(report, style, spec, section);
      if (holdsTable(report, section) || holdsLabels(section, spec) || isScattered(section))
        yield finding(section.titleSpan, {
          message: 'tables/missing-table#unreadable',
          severity: 'information',
          args,
          ...unsure,
        });
      else if (section.blocks.every(({ block }) => block.kind === 'directive'))
        yield finding(section.titleSpan, {
          message: 'tables/missing-table#empty',
          severity: 'information',
          args,
          fixes,
          ...unsure,
        });
      else yield finding(section.titleSpan, { message: 'tables/missing-table', args, fixes, ...unsure });
    }
  },
});

/** Whether a table stands in the section that was not recognised. */
function holdsTable(report: ReportOutline, section: Section): boolean {
  return report.otherTables.some(({ at }) => section.span.start <= at && at < section.span.end);
}

/** Whether the section's text holds the table's labels: then the table is there, in a form that was not understood. */
function holdsLabels(section: Section, spec: TableSpec): boolean {
  const labels = new Set([...printedTexts(spec)].map(fold).filter(label => label.length >= 3));
  let found = 0;
  for (const { text } of passagesOf(section.blocks)) {
    const folded = fold(text);
    for (const label of labels) {
      if (!folded.includes(label)) continue;
      labels.delete(label);
      found++;
    }
    if (found >= 3) return true;
  }
  return false;
}

/** Whether a section holds little but figures and single signs: the cells of a table whose columns were torn apart. */
function isScattered(section: Section): boolean {
  let short = 0;
  let signs = 0;
  for (const { text } of passagesOf(section.blocks)) {
    signs += text.length;
    for (const word of text.slice(0, LONGEST_PASSAGE).split(/[\s|｜]+/))
      if (/^(?:[\d.]{1,6}|.{1,2})$/.test(word)) short++;
  }
  return short >= LEAST_SHORT && short * SIGNS_TO_A_CELL >= signs;
}

const LONGEST_PASSAGE = 500;
const LEAST_SHORT = 12;
/** A section of tables has hardly more signs than this to each of its short words. */
const SIGNS_TO_A_CELL = 6;

function insertFix(report: ReportOutline, options: WriteOptions | null, spec: TableSpec, section: Section): Fix[] {
  if (!options) return [];
  const { span, text } = tableInsertion(report, options, spec, section);
  return [{ kind: 'review', message: 'fix.insertTable', args: { table: spec.title }, edits: [replace(span, text)] }];
}

import { printedTexts } from '../../format/index.ts';
import type { TableSpec } from '../../format/types.ts';
import { passagesOf } from '../../model/prose.ts';
import type { Report, Section } from '../../model/report.ts';
import { styleOf } from '../../model/style.ts';
import { writeTable } from '../../model/write.ts';
import { fold } from '../../text/normalize.ts';
import { defineRule, finding, replace, type Fix } from '../rule.ts';

/**
 * 缺少规定的表格（2019、2021年格式第二、三、四部分）。整个部分都缺的由缺项规则报告；
 * 标题下空无一物，或表格文字在而格线已失的，只提示未找到表格。
 */
export const missingTable = defineRule({
  id: 'tables/missing-table',
  catalogue: ['S05'],
  basis: ['edition:2019', 'edition:2021'],
  severity: 'error',
  *run({ report }) {
    const { edition } = report;
    if (!edition?.isPrescribed) return;
    for (const spec of edition.tables) {
      if (!spec.isRequired || report.tables.some(table => table.spec.id === spec.id)) continue;
      const section = report.sections.find(({ id }) => id === spec.section);
      if (!section) continue;
      const args = { table: spec.title, title: section.title };
      const fixes = insertFix(report, spec, section);
      if (holdsTable(report, section) || holdsLabels(section, spec)) yield finding(section.titleSpan, { message: 'tables/missing-table#unreadable', severity: 'information', args });
      else if (section.blocks.every(({ block }) => block.kind === 'directive')) yield finding(section.titleSpan, { message: 'tables/missing-table#empty', severity: 'information', args, fixes });
      else yield finding(section.titleSpan, { message: 'tables/missing-table', args, fixes });
    }
  },
});

/** Whether a table stands in the section that was not recognised. */
function holdsTable(report: Report, section: Section): boolean {
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

function insertFix(report: Report, spec: TableSpec, section: Section): Fix[] {
  const options = styleOf(report);
  if (!options) return [];
  const lineEnd = options.lineEnd ?? '\n';
  const at = report.source.line(report.source.lineAt(section.titleSpan.end)).end;
  const text = `${lineEnd}${lineEnd}${writeTable(spec, options.layout, options.figure, options)}${lineEnd}`;
  return [{ kind: 'review', message: 'fix.insertTable', args: { table: spec.title }, edits: [replace({ start: at, end: at }, text)] }];
}

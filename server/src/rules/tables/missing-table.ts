import { printedTexts } from '../../format/index.ts';
import type { TableSpec } from '../../format/types.ts';
import { passagesOf } from '../../model/prose/passages.ts';
import type { Section } from '../../model/report.ts';
import { tableInsertion } from '../../model/writing/insertTable.ts';
import type { WriteOptions } from '../../model/writing/write.ts';
import { fold } from '../../text/fold.ts';
import type { Block } from '../../syntax/block.ts';
import type { ReportOutline } from '../support/contexts.ts';
import { defineRule, finding, replace, type Fix } from '../support/rule.ts';

/**
 * 缺少规定的表格。
 *
 * 2019年、2021年格式的第二、三、四部分须用表格报告。快速修复插入标准表格。标题下空无一物，表格文字在而格线已失（转换时
 * 丢失），或只有图片、占位的文字（如“[TABLE]”），只提示未找到表格。标题下写了别的话而没有表格的，哪怕只写一句，也是错
 * 误：这一部分写过，却缺表格。
 *
 * 不报：
 * - 2007年条例时期的报告：没有规定的表格。
 * - 整个部分都缺的：由缺少规定的部分一条报告。
 *
 * English: A prescribed table is missing in part two, three or four. An empty part, and a table that lost its cells in
 * conversion or became a picture, are only told; a part with as much as a sentence and no table is an error. Reports
 * under the regulation of 2007 need none.
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
      else if (holdsPicture(section))
        yield finding(section.titleSpan, {
          message: 'tables/missing-table#picture',
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

/**
 * What stands where a picture, an object or a table was that a program could not turn into text: nothing, the name of
 * what was there, or of its file.
 */
const NAMES = '(?:附?表|图)[格片表一二三四\\d]{0,3}|.{0,10}(?:截图|图片|扫描件)|表格?略|table|image|picture|object';
const PICTURE_FILE = '\\S{1,60}\\.(?:png|jpe?g|gif|bmp|webp|emf|wmf|tiff?)';
const PLACEHOLDER = new RegExp(
  `^(?:[\\ufffc\\s]*|[[［【(（<《]?(?:${NAMES})\\s*\\d{0,3}[\\]］】)）>》]?|${PICTURE_FILE})$`,
  'i',
);
/** 见下图： before a picture. */
const LONGEST_LEAD = 20;

/** Whether a section holds nothing but pictures, or what is left of them. */
function holdsPicture({ blocks }: Section): boolean {
  const texts = blocks.flatMap(({ block }) => (block.kind === 'directive' ? [] : [textOf(block)]));
  const isPicture = (text: string | undefined) => text !== undefined && PLACEHOLDER.test(text);
  return (
    texts.some(isPicture) &&
    texts.every(text => isPicture(text) || (text !== undefined && text.length <= LONGEST_LEAD && /[图表]/.test(text)))
  );
}

function textOf(block: Block): string | undefined {
  return block.kind === 'paragraph' ? block.text.text.trim() : undefined;
}

/**
 * Whether a section holds little but figures and single signs, or nothing but figures: the cells of a table whose
 * columns were torn apart.
 */
function isScattered(section: Section): boolean {
  let short = 0;
  let signs = 0;
  const passages = [...passagesOf(section.blocks)];
  if (passages.length > 0 && passages.every(({ text }) => FIGURES.test(text))) return true;
  for (const { text } of passages) {
    signs += text.length;
    for (const word of text.slice(0, LONGEST_PASSAGE).split(/[\s|｜]+/))
      if (/^(?:[\d.]{1,6}|.{1,2})$/.test(word)) short++;
  }
  return short >= LEAST_SHORT && short * SIGNS_TO_A_CELL >= signs;
}

const FIGURES = /^[\d.,\s|｜-]{1,500}$/;
const LONGEST_PASSAGE = 500;
const LEAST_SHORT = 12;
/** A section of tables has hardly more signs than this to each of its short words. */
const SIGNS_TO_A_CELL = 6;

function insertFix(report: ReportOutline, options: WriteOptions | null, spec: TableSpec, section: Section): Fix[] {
  if (!options) return [];
  const { span, text } = tableInsertion(report, options, spec, section);
  return [{ kind: 'review', message: 'fix.insertTable', args: { table: spec.title }, edits: [replace(span, text)] }];
}

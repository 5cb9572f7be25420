import { messagesIn } from '../messages/text.ts';
import type { Language } from '../messages/message.ts';
import { type BoundTable, type Report } from '../model/report.ts';
import { blockAt, isKind, type Placed } from '../syntax/block.ts';
import { numberToChinese } from '../text/numerals.ts';
import type { Span } from '../text/span.ts';

/**
 * A place in words, for documents whose lines nobody can see: `第三部分·表三·（七）总计·总计`, `第一部分第 3 段`. Paragraphs are
 * counted as the document shows them, headings left out.
 */
export function whereOf(report: Report, span: Span, language: Language): string {
  const say = messagesIn(language);
  const number = (value: number) => (language === 'en' ? String(value) : numberToChinese(value));
  const placed = blockAt(report.blocks, span.start);
  const index = report.sections.findLastIndex(section => section.span.start <= span.start);
  const section = report.sections[index];
  const front = section
    ? say('where.section', { numeral: number(section.heading.block.numbering?.value ?? index + 1) })
    : '';
  const table = report.tables.find(({ blocks }) => blocks.some(({ at }) => at === placed?.at));
  if (table) return [front, tableName(report, table, number, say), ...cellNames(table, span)].filter(Boolean).join('·');
  if (placed && isKind(placed, 'table')) {
    const at = report.blocks.filter(each => isKind(each, 'table')).findIndex(each => each.at === placed.at);
    const row = placed.block.rows.findIndex(({ cells }) => cells.some(cell => touches(cell.span, placed.at, span)));
    return [
      front,
      say('where.otherTable', { ordinal: at + 1 }),
      ...(row < 0 ? [] : [say('where.row', { ordinal: row + 1 })]),
    ]
      .filter(Boolean)
      .join('·');
  }
  if (section && placed && placed.at <= section.heading.at) return front + say('where.heading');
  if (!section && report.title?.span && span.start < report.title.span.end) return say('where.title');
  const before = (section?.blocks ?? report.blocks).filter(each => isText(each) && each.at <= span.start).length;
  return (section ? front : say('where.introduction')) + say('where.paragraph', { ordinal: Math.max(1, before) });
}

type Say = ReturnType<typeof messagesIn>;

function tableName(report: Report, { spec }: BoundTable, number: (value: number) => string, say: Say): string {
  const at = report.edition?.sections.findIndex(({ id }) => id === spec.section) ?? -1;
  return at < 0 || report.edition?.isPrescribed !== true
    ? `《${spec.title}》`
    : say('where.table', { numeral: number(at + 1) });
}

/** Labels of the row and the column of a cell, as printed. */
function cellNames({ figures, parts }: BoundTable, span: Span): string[] {
  for (const { row, column, span: cell } of figures.values()) {
    if (!touches(cell, 0, span)) continue;
    return [row.label === '' ? (row.path.at(-1) ?? '') : row.label, column.label].filter(label => label !== '');
  }
  for (const { rows } of parts)
    for (const { spec, labelSpan } of rows) if (touches(labelSpan, 0, span)) return [spec.label].filter(Boolean);
  return [];
}

function touches({ start, end }: Span, at: number, span: Span): boolean {
  return at + start <= span.start && span.start <= at + end;
}

function isText({ block }: Placed): boolean {
  return block.kind === 'paragraph' || (block.kind === 'heading' && block.numbering?.style !== 'chinese');
}

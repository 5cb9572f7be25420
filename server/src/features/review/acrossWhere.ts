import { editionById } from '../../format/index.ts';
import type { Language } from '../../messages/message.ts';
import { messagesIn } from '../../messages/text.ts';
import { formOf } from '../../model/summary/forms.ts';
import type { PlaceInFile, Summary } from '../../model/summary/summary.ts';
import { numberToChinese } from '../../text/numerals.ts';

/**
 * A place of a report in words, of which a summary alone is known: the cell, or the part of the report. As
 * `documents/where.ts` says it of a report.
 */
export function acrossWhere(report: Summary, [line, column]: PlaceInFile, language: Language): string {
  const say = messagesIn(language);
  const number = (value: number) => (language === 'en' ? String(value) : numberToChinese(value));
  const edition = report.edition === null ? undefined : editionById(report.edition);
  const partOf = (id: string | null) => {
    const at = edition?.isPrescribed ? edition.sections.findIndex(section => section.id === id) : -1;
    return at < 0 ? undefined : number(at + 1);
  };
  for (const [id, { cells }] of Object.entries(report.tables)) {
    const [key = ''] = Object.entries(cells).find(([, cell]) => cell[1] === line && cell[2] === column) ?? [];
    const spec = formOf(report, id);
    if (key === '' || !spec) continue;
    const [rowKey, columnKey] = key.split('.');
    const part = spec.parts.find(each => each.rows.some(row => row.key === rowKey));
    const row = part?.rows.find(each => each.key === rowKey);
    const label = part?.columns.find(each => each.key === columnKey)?.label ?? '';
    const numeral = partOf(spec.section);
    return [
      numeral === undefined ? `《${spec.title}》` : say('where.section', { numeral }),
      numeral === undefined ? '' : say('where.table', { numeral }),
      row ? row.label || (row.path.at(-1) ?? '') : '',
      label,
    ]
      .filter(Boolean)
      .join('·');
  }
  const section = report.sections.findLast(({ place }) => place[0] <= line);
  const numeral = section && partOf(section.id);
  if (numeral !== undefined) return say('where.section', { numeral });
  return (section?.id ?? null) === null && line <= 2 ? say('where.title') : say('where.introduction');
}

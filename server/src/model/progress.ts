import { isKind } from '../syntax/block.ts';
import { isBlank, type BoundTable, type Report, type Section, type TableContent } from './report.ts';

/** How much of a report with prescribed parts and tables is written. */
export interface Progress {
  readonly sections: number;
  readonly sectionsWritten: number;
  readonly tables: number;
  readonly tablesFilled: number;
}

/** Counts the prescribed parts and tables; null where the edition prescribes none, or is not known. */
export function progressOf({
  edition,
  sections,
  tables,
}: Pick<Report, 'edition' | 'sections' | 'tables'>): Progress | null {
  if (!edition?.isPrescribed) return null;
  const required = edition.sections.filter(({ requirement }) => requirement === 'required');
  const requiredTables = edition.tables.filter(({ isRequired }) => isRequired);
  return {
    sections: required.length,
    sectionsWritten: required.filter(spec =>
      sections.some(section => section.id === spec.id && isWritten(section, tables)),
    ).length,
    tables: requiredTables.length,
    tablesFilled: requiredTables.filter(spec => tables.some(table => table.spec.id === spec.id && isFilled(table.core)))
      .length,
  };
}

/** Whether everything prescribed is written. */
export function isComplete({ sections, sectionsWritten, tables, tablesFilled }: Progress): boolean {
  return sectionsWritten === sections && tablesFilled === tables;
}

/** Whether something stands in a table besides its labels: a figure, a dash, words in a cell. */
export function isFilled({ figures, shortRows, unplaced }: TableContent): boolean {
  return shortRows.length + unplaced.length > 0 || ![...figures.values()].every(isBlank);
}

/** Whether a part has words of its own, or an official table that is filled in. A comment is no text. */
function isWritten({ blocks, span }: Section, tables: readonly BoundTable[]): boolean {
  const official = tables.filter(({ at }) => span.start <= at && at < span.end);
  if (official.length > 0) return official.some(({ core }) => isFilled(core));
  return blocks.some(placed => !isKind(placed, 'directive'));
}

import { isBlank, type BoundTable, type Figure, type Report } from '../report.ts';

/**
 * Tables whose figures are judged: those of the report's edition, each once. One that repeats another is not judged
 * before it is clear which of them counts. Those of another year stand last: the first of a kind is the report's.
 */
export function judgedTables(report: Pick<Report, 'edition' | 'tables'>): readonly BoundTable[] {
  return ownYearFirst(report.tables.filter(table => isOfEdition(table, report) && table.repeats === null));
}

/** Tables in their order, those of another year behind the report's. */
export function ownYearFirst(tables: readonly BoundTable[]): readonly BoundTable[] {
  return [...tables.filter(table => !table.isOfOtherYear), ...tables.filter(table => table.isOfOtherYear)];
}

/** Whether a table says nothing that the one it repeats does not say: its cells are the same, or blank. */
export function isCopy({ repeats, figures, shortRows }: BoundTable): boolean {
  return (
    repeats !== null &&
    shortRows.length === 0 &&
    [...figures].every(([key, figure]) => isBlank(figure) || saysTheSame(figure, repeats.figures.get(key)))
  );
}

/** Whether two cells state the same, however it is written. */
export function saysTheSame(a: Figure, b: Figure | undefined): boolean {
  if (a.quantity.kind !== 'value' || b?.quantity.kind !== 'value')
    return a.quantity.kind === b?.quantity.kind && a.text === b.text;
  return a.quantity.value === b.quantity.value;
}

/** Whether a table is one of the report's own edition, or the report's edition is not known. */
export function isOfEdition({ spec }: Pick<BoundTable, 'spec'>, { edition }: Pick<Report, 'edition'>): boolean {
  return edition === null || edition.tables.includes(spec);
}

import { wordsOf } from '../../format/editionWords.ts';
import { cellMetric } from '../../format/metrics.ts';
import type { ColumnSpec, RowSpec, TableSpec } from '../../format/types.ts';
import type { PartList } from './lists/partList.ts';
import type { ReadingFacts, StatedFigure } from './statedFigure.ts';
import type { NamedQuantity } from './statedQuantity.ts';

/**
 * The cell of a format file's own table that a figure states, by the words that the file gives to rows and columns;
 * undefined where no row is named, or several columns may be meant. What is named only before, in other clauses, counts
 * where the figure's own words name its column.
 */
export function ownCellOf(
  figure: StatedFigure,
  wholes: ReadonlyMap<StatedFigure, PartList>,
  { edition }: ReadingFacts,
): NamedQuantity | undefined {
  const { named } = wordsOf(edition);
  const { matter, matterSource, steps, parts, limits, number } = figure;
  const { table, row } = named.get(matter ?? '') ?? {};
  if (!table || !row || parts.length > 0 || limits.length > 0) return undefined;
  if (table.isUnverified === true || row.verification === 'unverified') return undefined;
  const columns = columnsOf(table, row);
  const isNear = matterSource === 'label' || matterSource === 'noun';
  const own = columnsNamed(steps, table, columns, named);
  if (own === undefined || own.length > 1) return undefined;
  const whole = wholes.get(figure)?.whole;
  const inherited = own.length === 0 && isNear && whole ? columnsNamed(whole.steps, table, columns, named) : undefined;
  const candidates = own.length > 0 ? own : inherited?.length === 1 ? inherited : isNear ? columns : [];
  const fitting = candidates.filter(column =>
    isCountedIn(number.unit, row.unit ?? column.unit, candidates.length === 1),
  );
  const [column, another] = fitting;
  return column && !another ? { metric: cellMetric(table.id, row.key, column.key), wording: 'sum' } : undefined;
}

function columnsOf({ parts }: TableSpec, row: RowSpec): readonly ColumnSpec[] {
  return parts.find(({ rows }) => rows.includes(row))?.columns ?? [];
}

/** The columns that steps name; undefined where one of them is no column of the table. */
function columnsNamed(
  steps: readonly string[],
  table: TableSpec,
  columns: readonly ColumnSpec[],
  named: ReturnType<typeof wordsOf>['named'],
): readonly ColumnSpec[] | undefined {
  const found = steps.map(step => named.get(step)).map(each => (each?.table === table ? each.column : undefined));
  return found.every(each => each !== undefined) ? columns.filter(column => found.includes(column)) : undefined;
}

/** Whether a figure has the unit of a cell; one that states none may be meant where no other column may. */
function isCountedIn(unit: string, own: string | undefined, isAlone: boolean): boolean {
  return own === undefined ? isAlone : unit === own;
}

import { CARRIED_OVER, CONTINUED_COLUMNS } from '../../format/metrics.ts';
import { cellState, placeInRow, type PlaceInFile, type Summary } from '../summary/summary.ts';
import type { KnownReport } from './body.ts';
import { lastYearOf, type Neighbours } from './neighbours.ts';

/** A cell of an official table, in whatever report. */
export interface CellName {
  /** Id of the table: `t3.requests`. */
  readonly table: string;
  /** `row.column` */
  readonly key: string;
}

/** A cell of another report with its number. */
export interface CellElsewhere extends CellName {
  readonly report: KnownReport;
  readonly value: number;
  /** The row up to the cell. */
  readonly place: PlaceInFile;
}

/** A report's cell; undefined where it has no number there. */
export function cellOf(report: KnownReport, name: CellName): CellElsewhere | undefined {
  const found = numberIn(report.tables, name);
  return found && { report, ...name, ...found };
}

/** The number of a cell with its place in the row; undefined where there is none. */
export function numberIn(
  tables: Summary['tables'],
  { table, key }: CellName,
): Pick<CellElsewhere, 'value' | 'place'> | undefined {
  const found = tables[table];
  const cell = found?.cells[key];
  const state = cellState(cell);
  return found && cell && state.kind === 'value'
    ? { value: state.value, place: placeInRow(found, key, cell) }
    : undefined;
}

/**
 * The cell of last year's report from which a cell goes on: what was carried over, or a number that grows or shrinks
 * from year to year. Undefined for a cell that begins anew each year.
 */
export function continuedFrom(neighbours: Neighbours, { table, key }: CellName): CellElsewhere | undefined {
  const lastYear = lastYearOf(neighbours);
  const [row = '', column = ''] = key.split('.');
  if (!lastYear) return undefined;
  if (table === CARRIED_OVER.table && row === CARRIED_OVER.into)
    return cellOf(lastYear, { table, key: `${CARRIED_OVER.from}.${column}` });
  return CONTINUED_COLUMNS.includes(column) ? cellOf(lastYear, { table, key }) : undefined;
}

/** The same cell in the other reports of the body, of the body above and of those below. */
export function sameCells({ own, years, above, below }: Neighbours, name: CellName): readonly CellElsewhere[] {
  return [...years.filter(report => report !== own), ...(above ? [above] : []), ...below].flatMap(
    report => cellOf(report, name) ?? [],
  );
}

import {
  cellsOfMetric,
  METRIC_TABLES,
  type Metric,
  type MetricCells,
  type MetricPeriod,
  type NamedMetric,
} from '../../format/metrics.ts';
import { memoByObject } from '../../text/memo.ts';
import { formOf } from '../summary/forms.ts';
import { cellState, placeOfCell, type PlaceInFile, type StatementSummary, type Summary } from '../summary/summary.ts';

/** What a report says of a quantity: in a table, or in its text. */
export interface Reading {
  readonly low: number;
  /** Null for no bound. */
  readonly high: number | null;
  readonly place: PlaceInFile;
  /** `row.column`, or `prose.` and the metric. */
  readonly key: string;
  readonly isLoose: boolean;
  /** Said of a whole area. */
  readonly isOfArea?: boolean;
  /** Which of the ways it is in which tables hold the quantity; left out for text. */
  readonly nth?: number;
}

/** Key of a quantity that running text states. */
export function proseKey(metric: Metric): string {
  return `prose.${metric}`;
}

/** Everything that a report says of a quantity in its own year, or in all years: its tables first. */
export function readingsOf(report: Summary, metric: Metric, period: MetricPeriod): readonly Reading[] {
  const wanted = period === 'annual' ? 'this' : 'cumulative';
  return [
    ...tableReadings(report, metric, period),
    ...report.statements.filter(each => each.metric === metric && each.period === wanted).map(readingOfStatement),
  ];
}

/** A statement as a reading. */
export function readingOfStatement({ metric, low, high, place, isLoose, isOfArea }: StatementSummary): Reading {
  return { low, high, place, key: proseKey(metric), isLoose: isLoose === true, isOfArea: isOfArea === true };
}

/** Whether two readings may mean the same number. */
export function meet(a: Pick<Reading, 'low' | 'high'>, b: Pick<Reading, 'low' | 'high'>): boolean {
  return a.low <= (b.high ?? Infinity) + 1e-6 && b.low <= (a.high ?? Infinity) + 1e-6;
}

/** The ways in which the tables hold a quantity, the likeliest first; the same as for an open report. */
function tableReadings(report: Summary, metric: Metric, period: MetricPeriod): readonly Reading[] {
  const ids = idsByRole(report);
  const held = METRIC_TABLES.find(({ roles }) => roles.some(role => ids.has(role)));
  const cells =
    (period === 'annual' ? cellsOfMetric(metric) : undefined) ?? held?.cells[period][metric as NamedMetric] ?? [];
  return cells.flatMap((each, nth) => {
    const read = readCells(report, each, name => ids.get(name) ?? name);
    return read ? { ...read, nth } : [];
  });
}

/** Ids of the tables of a report's own edition by their roles. */
const idsByRole = memoByObject((report: Summary): ReadonlyMap<string, string> => {
  const ids = new Map<string, string>();
  for (const id of Object.keys(report.tables)) {
    const role = hasTable(report, id) ? formOf(report, id)?.role : undefined;
    if (role && !ids.has(role)) ids.set(role, id);
  }
  return ids;
});

/** Whether a report has a table of its own edition. */
export function hasTable({ tables, edition }: Summary, id: string): boolean {
  const found = tables[id];
  return found !== undefined && (edition === null || found.edition === edition);
}

/** `idOf`: the id of the report's table that a name means. */
function readCells(report: Summary, cells: MetricCells, idOf: (name: string) => string): Reading | undefined {
  if (cells.kind === 'sum')
    return sumOf(
      report,
      cells.terms.map(({ table, row, column, factor = 1 }) => ({
        table: idOf(table),
        key: `${row}.${column}`,
        factor,
      })),
    );
  const { table } = cells;
  const spec = formOf(report, table);
  if (!spec) return undefined;
  const rows = cells.kind === 'rows' ? cells.rows : (spec.subtotals[cells.subtotal] ?? []);
  const columns = (spec.parts[0]?.columns ?? []).map(({ key }) => key).filter(key => key !== 'total');
  const keys = rows.flatMap(row => {
    const hasTotal = cellState(report.tables[table]?.cells[`${row}.total`]).kind === 'value';
    return hasTotal ? [`${row}.total`] : columns.map(column => `${row}.${column}`);
  });
  const found = keys.map(key => ({ table, key, factor: 1 }));
  const first = found.findIndex(({ key }) => cellState(report.tables[table]?.cells[key]).kind === 'value');
  return first < 0 ? undefined : sumOf(report, [...found.slice(first), ...found.slice(0, first)]);
}

/** Sum of cells; undefined where the first is blank, or one is missing or unreadable. */
function sumOf(
  report: Summary,
  terms: readonly { readonly table: string; readonly key: string; readonly factor: number }[],
): Reading | undefined {
  let value = 0;
  let margin = 0;
  let first: Pick<Reading, 'place' | 'key'> | undefined;
  for (const { table, key, factor } of terms) {
    const cell = hasTable(report, table) ? report.tables[table]?.cells[key] : undefined;
    const state = cellState(cell);
    if (!cell || state.kind === 'missing' || state.kind === 'unreadable') return undefined;
    if (state.kind === 'value') {
      value += factor * state.value;
      margin += Math.abs(factor) * state.margin;
    } else if (!first) return undefined;
    first ??= { place: placeOfCell(cell), key };
  }
  if (!first) return undefined;
  return { ...first, low: value - margin, high: value + margin, isLoose: false };
}

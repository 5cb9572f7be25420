import {
  cellsOfMetric,
  METRIC_TABLES,
  type NamedMetric,
  type CellTerm,
  type Metric,
  type MetricCells,
  type MetricPeriod,
} from '../../format/metrics.ts';
import { memoByObjectAndKey } from '../../text/memo.ts';
import { judgedTables } from '../equations/judgedTables.ts';
import { figureKey, valueOf, type Figure, type Report, type TableContent } from '../report.ts';
import { withoutBinaryTraces } from '../../text/numerals.ts';

/** What the tables say of a quantity: readings that the text may mean, the likeliest first. */
export interface CellExpression {
  readonly value: number;
  readonly figures: readonly Figure[];
  /** The same with their factors: -1 for what is taken off (尚未审结), 10000 for 万元. */
  readonly terms: readonly { readonly figure: Figure; readonly factor: number }[];
}

/** The part of a report from which the readings follow. */
type Tables = Pick<Report, 'edition' | 'tables'>;
type TableFigures = Pick<TableContent, 'spec' | 'figures'>;

/** Readings of a quantity in the report's tables, the likeliest first; none where the tables do not tell. */
export function cellExpressionsOf(report: Tables, metric: Metric, period: MetricPeriod): readonly CellExpression[] {
  return (period === 'annual' ? annualExpressions : cumulativeExpressions)(report, metric);
}

const annualExpressions = memoByObjectAndKey((report: Tables, metric: Metric) =>
  readExpressions(judgedTables(report), metric, 'annual'),
);
const cumulativeExpressions = memoByObjectAndKey((report: Tables, metric: Metric) =>
  readExpressions(judgedTables(report), metric, 'cumulative'),
);

/** The same in given tables; figures have their places in the draft if those of the tables have. */
export function readExpressions(
  tables: readonly TableFigures[],
  metric: Metric,
  period: MetricPeriod,
): readonly CellExpression[] {
  const single = period === 'annual' ? cellsOfMetric(metric) : undefined;
  const held = METRIC_TABLES.find(({ roles }) => tables.some(({ spec: { role } }) => role && roles.includes(role)));
  const ways = single ?? held?.cells[period][metric as NamedMetric] ?? [];
  const named = (name: string) => tables.find(({ spec: { id, role } }) => id === name || role === name);
  const [likeliest] = ways;
  if (likeliest?.kind === 'sum' && isUnread(likeliest.terms, named)) return [];
  return ways.flatMap(cells => readCells(cells, named) ?? []);
}

/** Whether a cell of a table that is there was not read: what the text means may stand in it, though others differ. */
function isUnread(cells: readonly CellTerm[], tableById: (id: string) => TableFigures | undefined): boolean {
  return cells.some(({ table, row, column }) => {
    const found = tableById(table);
    const isOfForm = found?.spec.parts.some(
      ({ rows, columns }) => rows.some(({ key }) => key === row) && columns.some(({ key }) => key === column),
    );
    return isOfForm === true && found?.figures.has(figureKey(row, column)) === false;
  });
}

function readCells(
  cells: MetricCells,
  tableById: (id: string) => TableFigures | undefined,
): CellExpression | undefined {
  if (cells.kind === 'sum') return sumOfCells(cells.terms, tableById);
  const table = tableById(cells.table);
  if (!table) return undefined;
  return sumOfRows(table, cells.kind === 'rows' ? cells.rows : (table.spec.subtotals[cells.subtotal] ?? []));
}

/** Sum of cells with their factors; undefined where the first is blank, or one is missing or unreadable. */
function sumOfCells(
  cells: readonly CellTerm[],
  tableById: (id: string) => TableFigures | undefined,
): CellExpression | undefined {
  const terms: { figure: Figure; factor: number }[] = [];
  for (const { table, row, column, factor = 1 } of cells) {
    const figure = tableById(table)?.figures.get(figureKey(row, column));
    if (!figure || figure.quantity.kind === 'unreadable' || (terms.length === 0 && valueOf(figure) === undefined))
      return undefined;
    terms.push({ figure, factor });
  }
  return reading(terms);
}

function reading(terms: CellExpression['terms']): CellExpression {
  const value = terms.reduce((sum, { figure, factor }) => sum + factor * (valueOf(figure) ?? 0), 0);
  return { value: withoutBinaryTraces(value), figures: terms.map(({ figure }) => figure), terms };
}

/** Sum of rows over all applicants, by their totals or, where those are blank, by the six columns. */
function sumOfRows(table: TableFigures, rows: readonly string[]): CellExpression | undefined {
  const columns = table.spec.parts[0]?.columns ?? [];
  const figures: Figure[] = [];
  for (const row of rows) {
    const total = table.figures.get(figureKey(row, 'total'));
    const cells =
      valueOf(total) === undefined
        ? columns.filter(({ key }) => key !== 'total').map(({ key }) => table.figures.get(figureKey(row, key)))
        : [total];
    for (const cell of cells) {
      if (!cell || cell.quantity.kind === 'unreadable') return undefined;
      figures.push(cell);
    }
  }
  return figures.some(figure => valueOf(figure) !== undefined)
    ? reading(figures.map(figure => ({ figure, factor: 1 })))
    : undefined;
}

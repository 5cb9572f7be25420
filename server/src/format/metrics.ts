import { TABLES, type TableRole } from './roles.ts';

/** Quantities that running text states and the official tables hold too: those with a name, and any one cell. */
export type Metric = NamedMetric | CellMetric;

/** One cell, by table, row and column; `organisations` is the sum of the five columns of 法人或其他组织. */
export type CellMetric = `cell ${string} ${string} ${string}`;

export type NamedMetric =
  | 'received'
  | 'newReceived'
  | 'carriedIn'
  | 'replied'
  | 'carriedOut'
  | 'granted'
  | 'partiallyGranted'
  | 'grantedAndPartial'
  | 'refused'
  | 'unable'
  | 'rejected'
  | 'other'
  | 'review'
  | 'litigation'
  | 'issued'
  | 'repealed'
  | 'effective'
  | 'publishedDocuments'
  | 'licenses'
  | 'penalties'
  | 'compulsions'
  | 'fees'
  | 'newlyMade'
  | 'newlyDisclosed'
  | 'totalDisclosed'
  | 'procurementItems'
  | 'disclosed';

/** `annual`: of one year. `cumulative`: of all years so far. */
export type MetricPeriod = 'annual' | 'cumulative';

/** A cell by the keys of its row and column, of a table by its id, or of the first that is for statistics. */
export interface CellKey {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** A cell in a sum; the factor is 1 by default, -1 where the cell is subtracted, 10000 to convert 万元 to 元. */
export interface CellTerm extends CellKey {
  readonly factor?: number;
}

/**
 * One way in which the tables hold a quantity.
 *
 * - `sum`: cells with their factors. It says nothing where the first is blank, or where one is missing or unreadable;
 *   other blank cells count as 0.
 * - `rows`: rows over all applicants, by their totals or, where those are blank, by the other columns.
 * - `subtotal`: the same for the rows of one of the table's {@link TableSpec.subtotals}.
 */
export type MetricCells =
  | { readonly kind: 'sum'; readonly terms: readonly CellTerm[] }
  | { readonly kind: 'rows'; readonly table: string; readonly rows: readonly string[] }
  | { readonly kind: 'subtotal'; readonly table: string; readonly subtotal: string };

/** The quantities that tables of some roles hold, each in the ways that the text may mean it, the likeliest first. */
export interface MetricTables {
  readonly roles: readonly TableRole[];
  readonly cells: Readonly<Record<MetricPeriod, Readonly<Partial<Record<NamedMetric, readonly MetricCells[]>>>>>;
}

const { disclosure: DISCLOSURE, requests: REQUESTS, cases: CASES } = TABLES;
const STATISTICS: TableRole = 'statistics';

/** 万元 in 元. */
export const YUAN_IN_WAN = 10_000;

/** Units of money in 元. */
const MONEY: ReadonlyMap<string, number> = new Map([
  ['元', 1],
  ['万元', YUAN_IN_WAN],
  ['亿元', YUAN_IN_WAN ** 2],
]);

/** How many 元 a unit of money is; undefined for a unit of anything else. */
export function yuanIn(unit: string): number | undefined {
  return MONEY.get(unit);
}

/** Where the fees charged stand; the column is in 万元. */
export const FEE_CELL: CellKey = { table: DISCLOSURE, row: 'administrativeFee', column: 'amountWanYuan' };

/** Row of table three into which last year's report carries what another row of its table three leaves open. */
export const CARRIED_OVER = { table: REQUESTS, into: 'carriedIn', from: 'carriedOut' } as const;

/** Columns whose number goes on from year to year: what is in force, what there was before, what has come together. */
export const CONTINUED_COLUMNS: readonly string[] = ['effective', 'previousItems', 'totalDisclosed', 'cumulative'];

/** Rows of table four that hold the cases of a kind. */
export const CASE_ROWS = {
  review: ['review'],
  litigation: ['litigationDirect', 'litigationAfterReview'],
} as const satisfies Partial<Record<NamedMetric, readonly string[]>>;

/** Results into which the replies of table three are divided, as texts call them. */
export const RESULT_METRICS: readonly (readonly [label: string, metric: Metric])[] = [
  ['予以公开', 'granted'],
  ['部分公开', 'partiallyGranted'],
  ['不予公开', 'refused'],
  ['无法提供', 'unable'],
  ['不予处理', 'rejected'],
  ['其他处理', 'other'],
];

/** Origins into which the applications of table three are divided, as texts call them. */
export const ORIGIN_METRICS: readonly (readonly [label: string, metric: Metric])[] = [
  ['本年新收', 'newReceived'],
  ['上年结转', 'carriedIn'],
];

function sum(...terms: readonly CellTerm[]): MetricCells {
  return { kind: 'sum', terms };
}

function requests(row: string): CellTerm {
  return { table: REQUESTS, row, column: 'total' };
}

function results(...rows: readonly string[]): MetricCells {
  return { kind: 'rows', table: REQUESTS, rows };
}

function subtotal(name: string): MetricCells {
  return { kind: 'subtotal', table: REQUESTS, subtotal: name };
}

function cases(row: string): CellTerm {
  return { table: CASES, row, column: 'total' };
}

function without(row: string): CellTerm {
  return { table: CASES, row, column: 'pending', factor: -1 };
}

function decisions(row: string): MetricCells {
  return sum({ table: DISCLOSURE, row, column: 'decisions' });
}

/** Documents of section two since 2021: the text counts 行政规范性文件, often with 规章. */
function documents(column: string): MetricCells[] {
  const normative: CellTerm = { table: DISCLOSURE, row: 'normativeDocuments', column };
  const readings = [sum(normative), sum(normative, { table: DISCLOSURE, row: 'rules', column })];
  // Those in force may be counted before this year's are added.
  if (column === 'effective') readings.push(sum(normative, { ...normative, column: 'issued', factor: -1 }));
  return readings;
}

/** Columns that may be meant where documents are said to be published. */
const PUBLISHED = ['issued', 'newlyMade', 'newlyDisclosed', 'totalDisclosed', 'effective'];

/** Sections two, three and four since 2019. */
const SECTION_TABLES: MetricTables = {
  roles: ['disclosure', 'requests', 'cases'],
  cells: {
    annual: {
      received: [
        sum(requests('newReceived')),
        sum(requests('newReceived'), requests('carriedIn')),
        sum(requests('resultTotal')),
        sum(requests('resultTotal'), requests('carriedOut')),
      ],
      newReceived: [sum(requests('newReceived'))],
      carriedIn: [sum(requests('carriedIn'))],
      replied: [sum(requests('resultTotal'))],
      carriedOut: [sum(requests('carriedOut'))],
      granted: [results('granted')],
      partiallyGranted: [results('partiallyGranted')],
      grantedAndPartial: [results('granted', 'partiallyGranted')],
      refused: [subtotal('refused')],
      unable: [subtotal('unable')],
      rejected: [subtotal('rejected')],
      other: [subtotal('other')],
      review: [sum(cases('review')), sum(cases('review'), without('review'))],
      litigation: [
        sum(...CASE_ROWS.litigation.map(cases)),
        ...CASE_ROWS.litigation.map(row => sum(cases(row))),
        sum(...CASE_ROWS.litigation.map(cases), ...CASE_ROWS.litigation.map(without)),
      ],
      issued: [...documents('issued'), ...documents('newlyMade')],
      repealed: documents('repealed'),
      effective: documents('effective'),
      publishedDocuments: PUBLISHED.flatMap(documents),
      licenses: [decisions('administrativeLicense')],
      penalties: [decisions('administrativePenalty')],
      compulsions: [decisions('administrativeCompulsion')],
      fees: [sum({ ...FEE_CELL, factor: YUAN_IN_WAN })],
      newlyMade: documents('newlyMade'),
      newlyDisclosed: documents('newlyDisclosed'),
      totalDisclosed: documents('totalDisclosed'),
      procurementItems: [sum({ table: DISCLOSURE, row: 'governmentProcurement', column: 'procurementItems' })],
    },
    // The sections speak of one year.
    cumulative: {},
  },
};

/** A table of statistics: one column for the year, one for all years. */
function statistics(rows: Readonly<Partial<Record<NamedMetric, readonly string[]>>>): MetricTables {
  const column = (period: MetricPeriod) =>
    Object.fromEntries(
      Object.entries(rows).map(([metric, keys]) => [
        metric,
        keys.map(row => sum({ table: STATISTICS, row, column: period })),
      ]),
    );
  return { roles: [STATISTICS], cells: { annual: column('annual'), cumulative: column('cumulative') } };
}

/** Columns of the kinds of organisation in table three. */
const ORGANISATION_COLUMNS = ['enterprise', 'researchInstitution', 'publicWelfareOrg', 'legalServiceOrg', 'otherOrg'];

/** The metric of one cell. */
export function cellMetric(table: string, row: string, column: string): CellMetric {
  return `cell ${table} ${row} ${column}`;
}

/** The ways in which the tables hold a metric of one cell; undefined for a named one. */
export function cellsOfMetric(metric: Metric): readonly MetricCells[] | undefined {
  const [kind, table = '', row = '', column = ''] = metric.split(' ');
  if (kind !== 'cell') return undefined;
  if (table === CASES && row === 'litigation')
    return [sum(...CASE_ROWS.litigation.map(each => ({ table, row: each, column })))];
  if (column === 'organisations') return [sum(...ORGANISATION_COLUMNS.map(each => ({ table, row, column: each })))];
  return table === REQUESTS && column === 'total'
    ? [{ kind: 'rows', table, rows: [row] }]
    : [sum({ table, row, column })];
}

/** Where the quantities stand. In a draft, the first of these counts of which it has a table, and no other. */
export const METRIC_TABLES: readonly MetricTables[] = [
  statistics({
    received: ['received'],
    replied: ['replied'],
    review: ['reviews'],
    litigation: ['litigations'],
    granted: ['replyGranted'],
    partiallyGranted: ['replyPartial'],
    refused: ['replyRefused'],
    other: ['replyOther'],
    disclosed: ['disclosedFiles', 'disclosed'],
  }),
  SECTION_TABLES,
];

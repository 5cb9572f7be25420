/** Quantities that running text states and the official tables hold too. */
export type Metric =
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
  | 'licenses'
  | 'penalties'
  | 'compulsions'
  | 'fees'
  | 'disclosed';

/** `annual`: of one year. `cumulative`: of all years so far. */
export type MetricPeriod = 'annual' | 'cumulative';

/** A cell of a table, by the keys of its row and column. */
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

/** The quantities that one set of tables holds, each in the ways that the text may mean it, the likeliest first. */
export interface MetricTables {
  readonly tables: readonly string[];
  readonly cells: Readonly<Record<MetricPeriod, Readonly<Partial<Record<Metric, readonly MetricCells[]>>>>>;
}

const DISCLOSURE = 't2.disclosure';
const REQUESTS = 't3.requests';
const CASES = 't4.review_litigation';

/** 万元 in 元. */
export const YUAN_IN_WAN = 10_000;

/** Where the fees charged stand; the column is in 万元. */
export const FEE_CELL: CellKey = { table: DISCLOSURE, row: 'administrativeFee', column: 'amountWanYuan' };

/** Rows of table four that hold the cases of a kind. */
export const CASE_ROWS = {
  review: ['review'],
  litigation: ['litigationDirect', 'litigationAfterReview'],
} as const satisfies Partial<Record<Metric, readonly string[]>>;

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

/** Sections two, three and four since 2019. */
const SECTION_TABLES: MetricTables = {
  tables: [DISCLOSURE, REQUESTS, CASES],
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
      issued: documents('issued'),
      repealed: documents('repealed'),
      effective: documents('effective'),
      licenses: [decisions('administrativeLicense')],
      penalties: [decisions('administrativePenalty')],
      compulsions: [decisions('administrativeCompulsion')],
      fees: [sum({ ...FEE_CELL, factor: YUAN_IN_WAN })],
    },
    // The sections speak of one year.
    cumulative: {},
  },
};

/** A statistics table before 2019: one column for the year, one for all years. */
function statistics(table: string, rows: Readonly<Partial<Record<Metric, string>>>): MetricTables {
  const column = (period: MetricPeriod) =>
    Object.fromEntries(Object.entries(rows).map(([metric, row]) => [metric, [sum({ table, row, column: period })]]));
  return { tables: [table], cells: { annual: column('annual'), cumulative: column('cumulative') } };
}

const STATISTICS_ROWS = { received: 'received', replied: 'replied', review: 'reviews', litigation: 'litigations' };

/** Where the quantities stand. In a draft, the first of these counts of which it has a table, and no other. */
export const METRIC_TABLES: readonly MetricTables[] = [
  statistics('fj-2018', { ...STATISTICS_ROWS, disclosed: 'disclosedFiles' }),
  statistics('fj-2009', { ...STATISTICS_ROWS, disclosed: 'disclosed' }),
  SECTION_TABLES,
];

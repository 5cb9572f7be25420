import { judgedTables } from '../equations/evaluate.ts';
import { figureTextOf } from '../prose/figureText.ts';
import type { QuantityMention, Metric } from '../prose/quantityMentions.ts';
import type { ProseFigure } from '../prose/numbers.ts';
import { figureKey, valueOf, type BoundTable, type Figure, type Report } from '../report.ts';
import { textFacts } from '../../syntax/paragraphFacts.ts';
import type { Span } from '../../text/span.ts';

/** A claim of the report's own year, and its place in the draft. */
export interface ReportQuantity extends QuantityMention {
  readonly span: Span;
}

/** What the tables say of a quantity: readings that the text may mean, the likeliest first. */
export interface CellExpression {
  readonly value: number;
  readonly figures: readonly Figure[];
  /** The same with their factors: -1 for what is taken off (尚未审结), 10000 for 万元. */
  readonly terms: readonly { readonly figure: Figure; readonly factor: number }[];
}

const statementsByReport = new WeakMap<Report, readonly ReportQuantity[]>();

/** What the report's running text states of quantities that stand in its tables. Loose wordings are left out. */
export function reportQuantitiesOf(report: Report): readonly ReportQuantity[] {
  let known = statementsByReport.get(report);
  if (!known) statementsByReport.set(report, (known = readStatements(report)));
  return known;
}

const statementsByFigure = new WeakMap<
  readonly ReportQuantity[],
  ReadonlyMap<ProseFigure, readonly ReportQuantity[]>
>();

/** What one figure of the text states. */
export function reportQuantitiesOfFigure(report: Report, figure: ProseFigure): readonly ReportQuantity[] {
  const statements = reportQuantitiesOf(report);
  let known = statementsByFigure.get(statements);
  if (!known) {
    const byFigure = new Map<ProseFigure, ReportQuantity[]>();
    for (const statement of statements) {
      const same = byFigure.get(statement.figure);
      if (same) same.push(statement);
      else byFigure.set(statement.figure, [statement]);
    }
    statementsByFigure.set(statements, (known = byFigure));
  }
  return known.get(figure) ?? [];
}

function readStatements(report: Report): readonly ReportQuantity[] {
  const year = report.reportYear?.value;
  const statements: ReportQuantity[] = [];
  for (const { fact: claim, place } of claimsOf(report.blocks)) {
    if (claim.year !== undefined && year !== undefined && claim.year !== year) continue;
    statements.push({ ...claim, span: place(claim.figure.start, claim.figure.end) });
  }
  return statements;
}

const claimsOf = textFacts((text, block) => figureTextOf(text, block).mentions);

/** Readings of a quantity in the report's tables; none where the tables do not tell. */
export function cellExpressionsOf(
  report: Report,
  metric: Metric,
  period: QuantityMention['period'],
): readonly CellExpression[] {
  const tables = judgedTables(report);
  const table = (id: string) => tables.find(({ spec }) => spec.id === id);
  const statistics = table('fj-2018') ?? table('fj-2009');
  if (statistics) {
    return readings((STATISTICS_ROWS[metric] ?? []).map(row => [[statistics, row, period]]));
  }
  if (period === 'cumulative') return [];
  const requests = table('t3.requests');
  const cases = table('t4.review_litigation');
  const disclosure = table('t2.disclosure');
  const cell = (of: BoundTable | undefined, row: string, column: string, sign = 1): Cell[] =>
    of ? [[of, row, column, sign]] : [];
  switch (metric) {
    case 'received':
      return requests
        ? readings([
            cell(requests, 'newReceived', 'total'),
            [...cell(requests, 'newReceived', 'total'), ...cell(requests, 'carriedIn', 'total')],
            cell(requests, 'resultTotal', 'total'),
            [...cell(requests, 'resultTotal', 'total'), ...cell(requests, 'carriedOut', 'total')],
          ])
        : [];
    case 'newReceived':
      return requests ? readings([cell(requests, 'newReceived', 'total')]) : [];
    case 'carriedIn':
      return requests ? readings([cell(requests, 'carriedIn', 'total')]) : [];
    case 'replied':
      return requests ? readings([cell(requests, 'resultTotal', 'total')]) : [];
    case 'carriedOut':
      return requests ? readings([cell(requests, 'carriedOut', 'total')]) : [];
    case 'granted':
      return requests ? sums(requests, ['granted']) : [];
    case 'partiallyGranted':
      return requests ? sums(requests, ['partiallyGranted']) : [];
    case 'grantedAndPartial':
      return requests ? sums(requests, ['granted', 'partiallyGranted']) : [];
    case 'refused':
    case 'unable':
    case 'rejected':
    case 'other':
      return requests ? sums(requests, requests.spec.subtotals[metric] ?? []) : [];
    case 'review':
      return cases
        ? readings([
            cell(cases, 'review', 'total'),
            [...cell(cases, 'review', 'total'), ...cell(cases, 'review', 'pending', -1)],
          ])
        : [];
    case 'litigation':
      return cases
        ? readings([
            [...cell(cases, 'litigationDirect', 'total'), ...cell(cases, 'litigationAfterReview', 'total')],
            cell(cases, 'litigationDirect', 'total'),
            cell(cases, 'litigationAfterReview', 'total'),
            [
              ...cell(cases, 'litigationDirect', 'total'),
              ...cell(cases, 'litigationAfterReview', 'total'),
              ...cell(cases, 'litigationDirect', 'pending', -1),
              ...cell(cases, 'litigationAfterReview', 'pending', -1),
            ],
          ])
        : [];
    case 'issued':
    case 'repealed':
    case 'effective':
      return disclosure && report.edition?.id === '2021'
        ? readings([
            cell(disclosure, 'normativeDocuments', metric),
            [...cell(disclosure, 'normativeDocuments', metric), ...cell(disclosure, 'rules', metric)],
            // Those in force may be counted before this year's are added.
            ...(metric === 'effective'
              ? [
                  [
                    ...cell(disclosure, 'normativeDocuments', metric),
                    ...cell(disclosure, 'normativeDocuments', 'issued', -1),
                  ],
                ]
              : []),
          ])
        : [];
    case 'licenses':
      return readings([cell(disclosure, 'administrativeLicense', 'decisions')]);
    case 'penalties':
      return readings([cell(disclosure, 'administrativePenalty', 'decisions')]);
    case 'compulsions':
      return readings([cell(disclosure, 'administrativeCompulsion', 'decisions')]);
    case 'fees':
      return readings([cell(disclosure, 'administrativeFee', 'amountWanYuan', YUAN_IN_WAN)]);
    case 'disclosed':
      return [];
  }
}

/** The column is in 万元, the text in 元. */
const YUAN_IN_WAN = 10_000;

/** Rows of the statistics tables before 2019, in the newer form and the older one. */
const STATISTICS_ROWS: Readonly<Partial<Record<Metric, readonly string[]>>> = {
  received: ['received'],
  replied: ['replied'],
  review: ['reviews'],
  litigation: ['litigations'],
  disclosed: ['disclosedFiles', 'disclosed'],
};

type Cell = readonly [table: BoundTable, row: string, column: string, sign?: number];

/** Sums of cells with their factors; a reading with a blank first cell, or an unreadable one, is none. */
function readings(sumsOfCells: readonly (readonly Cell[])[]): readonly CellExpression[] {
  return sumsOfCells.flatMap((cells): CellExpression[] => {
    const terms: { figure: Figure; factor: number }[] = [];
    for (const [table, row, column, factor = 1] of cells) {
      const figure = table.figures.get(figureKey(row, column));
      if (!figure || figure.quantity.kind === 'unreadable' || (terms.length === 0 && valueOf(figure) === undefined))
        return [];
      terms.push({ figure, factor });
    }
    return terms.length > 0 ? [reading(terms)] : [];
  });
}

function reading(terms: CellExpression['terms']): CellExpression {
  const value = terms.reduce((sum, { figure, factor }) => sum + factor * (valueOf(figure) ?? 0), 0);
  // Without the traces of binary fractions.
  return { value: Number(value.toFixed(6)), figures: terms.map(({ figure }) => figure), terms };
}

/** Sum of rows over all applicants, by their totals or, where those are blank, by the six columns. */
function sums(table: BoundTable, rows: readonly string[]): readonly CellExpression[] {
  const columns = table.spec.parts[0]?.columns ?? [];
  const figures: Figure[] = [];
  for (const row of rows) {
    const total = table.figures.get(figureKey(row, 'total'));
    const cells =
      valueOf(total) === undefined
        ? columns.filter(({ key }) => key !== 'total').map(({ key }) => table.figures.get(figureKey(row, key)))
        : [total];
    for (const cell of cells) {
      if (!cell || cell.quantity.kind === 'unreadable') return [];
      figures.push(cell);
    }
  }
  return figures.some(figure => valueOf(figure) !== undefined)
    ? [reading(figures.map(figure => ({ figure, factor: 1 })))]
    : [];
}

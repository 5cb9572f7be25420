import {
  METRIC_TABLES,
  type CellTerm,
  type Metric,
  type MetricCells,
  type MetricPeriod,
} from '../../format/metrics.ts';
import { judgedTables } from '../equations/evaluate.ts';
import { figureTextOf } from '../prose/figureText.ts';
import type { QuantityMention } from '../prose/quantityMentions.ts';
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
export function cellExpressionsOf(report: Report, metric: Metric, period: MetricPeriod): readonly CellExpression[] {
  const tables = judgedTables(report);
  const held = METRIC_TABLES.find(each => each.tables.some(id => tables.some(({ spec }) => spec.id === id)));
  return (held?.cells[period][metric] ?? []).flatMap(cells => {
    const reading = readCells(cells, report, id => tables.find(({ spec }) => spec.id === id));
    return reading ? [reading] : [];
  });
}

function readCells(
  cells: MetricCells,
  report: Report,
  tableById: (id: string) => BoundTable | undefined,
): CellExpression | undefined {
  if (cells.kind === 'sum') {
    if (cells.editions && !(report.edition && cells.editions.includes(report.edition.id))) return undefined;
    return sumOfCells(cells.terms, tableById);
  }
  const table = tableById(cells.table);
  if (!table) return undefined;
  return sumOfRows(table, cells.kind === 'rows' ? cells.rows : (table.spec.subtotals[cells.subtotal] ?? []));
}

/** Sum of cells with their factors; undefined where the first is blank, or one is missing or unreadable. */
function sumOfCells(
  cells: readonly CellTerm[],
  tableById: (id: string) => BoundTable | undefined,
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
  // Without the traces of binary fractions.
  return { value: Number(value.toFixed(6)), figures: terms.map(({ figure }) => figure), terms };
}

/** Sum of rows over all applicants, by their totals or, where those are blank, by the six columns. */
function sumOfRows(table: BoundTable, rows: readonly string[]): CellExpression | undefined {
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

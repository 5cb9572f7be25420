import type { Metric, MetricPeriod } from '../../format/metrics.ts';
import { memoByObject } from '../../text/memo.ts';
import { correctionsOf } from '../equations/evaluate.ts';
import { judgedTables } from '../equations/judgedTables.ts';
import { valueOf, type Report, type TableContent } from '../report.ts';
import { readExpressions } from './cellExpressions.ts';

/** What the judged tables of a report say in numbers, wherever in the draft they stand. */
export interface TableAnswers {
  /** Values of the readings of a quantity, the likeliest first; none where the tables do not tell. */
  valuesOf(metric: Metric, period: MetricPeriod): readonly number[];
  /**
   * The same where a cell of a broken sum states what lets the sum add up. What the text says and these do is told of
   * where the sum is.
   */
  correctedOf(metric: Metric, period: MetricPeriod): readonly number[];
  /** Whether a total above zero, in any table, is as asked, or would be with what lets its sums add up. */
  hasTotal(isAsked: (total: number) => boolean): boolean;
}

type NumbersByMetric = Readonly<Record<MetricPeriod, Map<Metric, readonly number[]>>>;

const byMetric = (): NumbersByMetric => ({ annual: new Map(), cumulative: new Map() });

class TableNumbers implements TableAnswers {
  private readonly values = byMetric();
  private readonly corrected = byMetric();

  constructor(readonly tables: readonly TableContent[]) {}

  valuesOf(metric: Metric, period: MetricPeriod): readonly number[] {
    const known = this.values[period].get(metric);
    if (known) return known;
    const values = readExpressions(this.tables, metric, period).map(({ value }) => value);
    this.values[period].set(metric, values);
    return values;
  }

  correctedOf(metric: Metric, period: MetricPeriod): readonly number[] {
    const known = this.corrected[period].get(metric);
    if (known) return known;
    const corrections = this.tables.map(correctionsOf).filter(({ size }) => size > 0);
    const expressions = corrections.length === 0 ? [] : readExpressions(this.tables, metric, period);
    const values = expressions.flatMap(({ value, terms }) =>
      terms.flatMap(({ figure, factor }) =>
        corrections.flatMap(each => {
          const corrected = each.get(figure);
          return corrected === undefined ? [] : [value + factor * (corrected - (valueOf(figure) ?? 0))];
        }),
      ),
    );
    this.corrected[period].set(metric, values);
    return values;
  }

  hasTotal(isAsked: (total: number) => boolean): boolean {
    return this.tables.some(table => totalsOf(table).some(isAsked));
  }
}

const totalsOf = memoByObject((table: TableContent): readonly number[] =>
  [...table.figures.values()]
    .filter(({ column }) => column.key === 'total')
    .flatMap(figure => [valueOf(figure) ?? 0, correctionsOf(table).get(figure) ?? 0])
    .filter(total => total > 0),
);

const NO_NUMBERS: TableAnswers = new TableNumbers([]);
/** By the first of the tables: the numbers of the version that was last asked for. */
const lastNumbers = memoByObject((_first: TableContent): { numbers?: TableNumbers } => ({}));

/** The same object for two versions of a draft whose tables are the same, though they may have moved. */
export function tableNumbersOf(report: Pick<Report, 'edition' | 'tables'>): TableAnswers {
  const tables = judgedTables(report).map(({ core }) => core);
  const [first] = tables;
  if (!first) return NO_NUMBERS;
  const last = lastNumbers(first);
  if (last.numbers?.tables.length === tables.length && last.numbers.tables.every((table, i) => table === tables[i]))
    return last.numbers;
  return (last.numbers = new TableNumbers(tables));
}

/** Remembers what is asked of the tables, so that it can be told whether others would answer the same. */
class Questions implements TableAnswers {
  private readonly values = new Map<string, { metric: Metric; period: MetricPeriod; values: readonly number[] }>();
  private readonly corrected = new Map<string, { metric: Metric; period: MetricPeriod; values: readonly number[] }>();
  private readonly totals: { isAsked: (total: number) => boolean; answer: boolean }[] = [];

  constructor(private readonly tables: TableAnswers) {}

  valuesOf(metric: Metric, period: MetricPeriod): readonly number[] {
    const values = this.tables.valuesOf(metric, period);
    this.values.set(`${period} ${metric}`, { metric, period, values });
    return values;
  }

  correctedOf(metric: Metric, period: MetricPeriod): readonly number[] {
    const values = this.tables.correctedOf(metric, period);
    this.corrected.set(`${period} ${metric}`, { metric, period, values });
    return values;
  }

  hasTotal(isAsked: (total: number) => boolean): boolean {
    const answer = this.tables.hasTotal(isAsked);
    this.totals.push({ isAsked, answer });
    return answer;
  }

  haveSameAnswers(tables: TableAnswers): boolean {
    for (const { metric, period, values } of this.values.values())
      if (!areEqual(values, tables.valuesOf(metric, period))) return false;
    for (const { metric, period, values } of this.corrected.values())
      if (!areEqual(values, tables.correctedOf(metric, period))) return false;
    return this.totals.every(({ isAsked, answer }) => tables.hasTotal(isAsked) === answer);
  }
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

/**
 * Computes once for an object, and again where the tables answer otherwise what `compute` asked them. What it gives
 * must follow from the object and those answers alone.
 */
export function memoByTableAnswers<K extends object, V>(
  compute: (object: K, tables: TableAnswers) => V,
): (object: K, tables: TableAnswers) => V {
  const lastOf = memoByObject((_: K): { made?: { tables: TableAnswers; questions: Questions; value: V } } => ({}));
  return (object, tables) => {
    const last = lastOf(object);
    if (last.made && last.made.tables !== tables && last.made.questions.haveSameAnswers(tables))
      last.made.tables = tables;
    if (last.made?.tables !== tables) {
      const questions = new Questions(tables);
      last.made = { tables, questions, value: compute(object, questions) };
    }
    return last.made.value;
  };
}

import type { FindingId } from './rule.ts';
import { hasColumn } from '../../model/summary/forms.ts';
import { hasTable } from '../../model/across/readings.ts';
import type { KnownReport } from '../../model/across/body.ts';
import type { SkipReason, YearsContext } from './acrossContexts.ts';
import {
  broken,
  cellPlace,
  differenceOf,
  HOLDS,
  isParted,
  labelsOf,
  numberIn,
  relatedCell,
  rowScopesDiffer,
  stateOf,
  UNKNOWN,
  type AcrossFinding,
  type ComparedTerm,
  type Verdict,
} from './across.ts';

/** A cell of a year as one summand. A blank stands for 0 only where it counts what happened in the year. */
export interface BalanceTerm {
  readonly report: KnownReport;
  readonly key: string;
  readonly sign: '+' | '-';
  /** What has come together over the years: a blank is unknown. */
  readonly isStock: boolean;
}

/** A relation between a cell of this year and cells of this and earlier years. */
export interface Balance {
  readonly table: string;
  readonly later: KnownReport;
  readonly key: string;
  readonly terms: readonly BalanceTerm[];
}

/** Ids of findings on such relations: all have the same arguments. */
export type BalanceId = Extract<
  FindingId,
  'workspace/in-force' | 'workspace/prior-items' | 'workspace/disclosed-total' | 'workspace/cumulative-total'
>;

/** Judges one relation; `wording` may choose the message by what was found. */
export function judgeBalance({ table, later, key, terms }: Balance, id: BalanceId, chained = false): Verdict {
  const stated = stateOf(later, table, key);
  if (stated.kind !== 'value') return UNKNOWN;
  let expected = 0;
  let margin = stated.margin;
  let wasBlank = false;
  const compared: ComparedTerm[] = [];
  for (const term of terms) {
    const number = numberIn(term.report, table, term.key, () => rowOf(term.report, table, term.key));
    if (!number || (number.wasBlank && term.isStock)) return UNKNOWN;
    wasBlank ||= number.wasBlank;
    expected += term.sign === '+' ? number.value : -number.value;
    margin += number.margin;
    compared.push({ sign: term.sign, report: term.report, key: term.key, value: number.value });
  }
  if (Math.abs(stated.value - expected) <= margin + 1e-6) return HOLDS;
  const difference = differenceOf(stated.value, expected);
  const isUncertain = [{ report: later, key }, ...terms].some(each => isParted(each.report, table, each.key));
  const [first] = terms;
  const finding: Omit<AcrossFinding, 'message' | 'args'> = {
    report: later,
    place: cellPlace(later, table, key),
    stated: stated.value,
    expected: Number(expected.toFixed(6)),
    terms: compared,
    keys: [key],
    related: terms
      .filter(({ report, sign }, i) => i === 0 || report !== later || sign === '-' || (compared[i]?.value ?? 0) !== 0)
      .map(term => relatedCell(term.report, table, term.key)),
    notes: wasBlank ? [{ message: 'across.blankIsZero', args: {} }] : [],
    ...(isUncertain ? { severity: 'information' } : {}),
    ...(chained ? { chained: difference } : {}),
  };
  return broken({
    ...finding,
    message: id,
    args: {
      ...labelsOf(later, table, key),
      stated: stated.value,
      year: first?.report.year ?? later.year - 1,
      sum: sumText(compared),
      computed: Number(expected.toFixed(6)),
      difference,
    },
  });
}

/** Rows of a table that are judged alike. */
export interface BalancedRows {
  readonly id: BalanceId;
  readonly table: string;
  readonly rows: readonly string[];
  /** Set where the same cell is the base of the next year's relation. */
  readonly isChained: boolean;
}

/** A summand in the same row, of this year's report or of last year's. */
export interface RowTerm extends Pick<BalanceTerm, 'sign' | 'isStock'> {
  readonly of: 'earlier' | 'later';
  readonly column: string;
}

/** Judges a column of this year's report by columns of both years, row by row where the two are of one scope. */
export function* judgeRows(
  context: YearsContext,
  { id, table, rows, isChained }: BalancedRows,
  column: string,
  terms: readonly RowTerm[],
): Iterable<Verdict> {
  const { earlier, later } = context;
  for (const row of rows) {
    if (rowScopesDiffer(earlier, later, table, row)) continue;
    yield judgeBalance(
      {
        table,
        later,
        key: `${row}.${column}`,
        terms: terms.map(({ of, column: each, sign, isStock }) => ({
          report: context[of],
          key: `${row}.${each}`,
          sign,
          isStock,
        })),
      },
      id,
      isChained,
    );
  }
}

/** The cells that a report has in the row of a cell. */
function rowOf(report: KnownReport, table: string, key: string): readonly string[] {
  const start = key.slice(0, key.indexOf('.') + 1);
  return Object.keys(report.tables[table]?.cells ?? {}).filter(each => each.startsWith(start));
}

function sumText(terms: readonly ComparedTerm[]): string {
  return terms
    .map(({ sign, value }, i) => `${i === 0 ? '' : sign === '+' ? ' + ' : ' − '}${negative(value ?? 0)}`)
    .join('');
}

function negative(value: number): string {
  return value < 0 ? `(${String(value)})` : String(value);
}

/** Why relations of a column that some editions have cannot be checked between two reports. */
export function skipUnlessBoth(
  { earlier, later }: YearsContext,
  table: string,
  column: string,
): SkipReason | undefined {
  if (!hasColumn(later, table, column) && !hasColumn(earlier, table, column)) return 'no-table';
  if (later.edition !== earlier.edition) return 'edition-changed';
  return hasTable(earlier, table) && hasTable(later, table) ? undefined : 'no-table';
}

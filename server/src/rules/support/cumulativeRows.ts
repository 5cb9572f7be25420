import { formOf } from '../../model/summary/forms.ts';
import type { Summary, TableForm } from '../../model/summary/summary.ts';
import type { YearsContext } from './acrossContexts.ts';
import { stateOf } from './across.ts';

/** The statistics table with a column for all years that a report has; undefined for none. */
export function cumulativeTable({ tables }: Summary): string | undefined {
  return Object.keys(tables).find(id => formOf({ tables }, id)?.parts.some(hasAllYears) === true);
}

function hasAllYears({ columns }: TableForm['parts'][number]): boolean {
  return columns.some(({ key }) => key === 'cumulative');
}

/** Rows of such a table that are to be seen in the draft. */
export function cumulativeRows(report: Summary, table: string): readonly string[] {
  const keys = Object.keys(report.tables[table]?.cells ?? {});
  return keys.flatMap(key => (key.endsWith('.cumulative') ? [key.slice(0, -'.cumulative'.length)] : []));
}

/** Whether a row's figure of all years is less than in some earlier report with the same table. */
export function isDecrease(context: YearsContext, table: string, row: string): boolean {
  return highestBefore(context, table, row) !== undefined;
}

/** The latest earlier report whose figure of all years is higher than this year’s. */
export function highestBefore({ past, later }: YearsContext, table: string, row: string) {
  const key = `${row}.cumulative`;
  const now = stateOf(later, table, key);
  if (now.kind !== 'value') return undefined;
  return [...past].reverse().find(report => {
    const before = stateOf(report, table, key);
    return before.kind === 'value' && before.value - before.margin > now.value + now.margin + 1e-6;
  });
}

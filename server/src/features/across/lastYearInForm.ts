import type { KnownReport } from '../../model/across/body.ts';
import { cellOf } from '../../model/across/cellsAround.ts';
import type { Report } from '../../model/report.ts';
import { cellId, tablesOfForm } from '../tables/formTables.ts';
import type { LastYear } from '../tables/tableForm.ts';

/** Figures of last year's report, by the names of the cells of a draft's table form. */
export function lastYearInForm(report: Report, lastYear: KnownReport | undefined): LastYear {
  const found = new Map<string, number>();
  if (!lastYear) return found;
  for (const entry of tablesOfForm(report)) {
    const table = entry.spec.id;
    for (const key of Object.keys(lastYear.tables[table]?.cells ?? {})) {
      const cell = cellOf(lastYear, { table, key });
      const [row = '', column = ''] = key.split('.');
      if (cell) found.set(cellId(entry, row, column), cell.value);
    }
  }
  return found;
}

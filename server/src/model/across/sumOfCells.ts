import { withoutBinaryTraces } from '../../text/numerals.ts';
import { cellState, type PlaceInFile, type Summary } from '../summary/summary.ts';
import type { KnownReport } from './body.ts';
import { numberIn, type CellName } from './cellsAround.ts';

/** A report with its tables, which are read out of its line whenever they are asked for. */
export interface HeldReport {
  readonly report: KnownReport;
  readonly tables: Summary['tables'];
}

/** A report of which many cells are asked for. */
export function hold(report: KnownReport): HeldReport {
  return { report, tables: report.tables };
}

/** A cell added up over reports. */
export interface CellSum {
  /** Null where no report has a number. */
  readonly value: number | null;
  readonly terms: readonly { readonly report: KnownReport; readonly value: number; readonly place: PlaceInFile }[];
  /** Reports whose number is not known: it is not taken for zero. */
  readonly unknown: readonly KnownReport[];
}

/** Adds up a cell. A blank beside figures of the same row counts as 0, as does a dash there. */
export function sumOfCells(reports: readonly HeldReport[], name: CellName): CellSum {
  const terms: CellSum['terms'][number][] = [];
  const unknown: KnownReport[] = [];
  let isKnown = false;
  for (const { report, tables } of reports) {
    const cell = numberIn(tables, name);
    if (cell) terms.push({ report, value: cell.value, place: cell.place });
    else if (!isNoughtBesideFigures(tables, name)) unknown.push(report);
    isKnown ||= cell !== undefined;
  }
  const sum = terms.reduce((total, { value }) => total + value, 0);
  return { value: isKnown ? withoutBinaryTraces(sum) : null, terms, unknown };
}

function isNoughtBesideFigures(tables: Summary['tables'], { table, key }: CellName): boolean {
  const cells = tables[table]?.cells ?? {};
  const { kind } = cellState(cells[key]);
  if (kind !== 'blank' && kind !== 'dash') return false;
  const row = key.slice(0, key.indexOf('.') + 1);
  return Object.entries(cells).some(([other, cell]) => other.startsWith(row) && cellState(cell).kind === 'value');
}

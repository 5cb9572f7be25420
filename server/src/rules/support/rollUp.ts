import { CARRIED_OVER } from '../../format/metrics.ts';
import { TABLES } from '../../format/roles.ts';
import { formOf } from '../../model/summary/forms.ts';
import { hasTable } from '../../model/across/readings.ts';
import type { KnownReport } from '../../model/across/body.ts';
import type { LevelsContext } from './acrossContexts.ts';
import { cellPlace, rowPlace, labelsOf, numberIn, stateOf, type AcrossRelated } from './across.ts';

/** Tables whose cells are added up. Table four is not: a co-defendant counts a case once. */
export const ROLLED_TABLES = [TABLES.disclosure, TABLES.requests];
/** An application may move between bodies at the turn of the year: these rows are bounds. */
const BOUNDS: ReadonlySet<string> = new Set([CARRIED_OVER.into, CARRIED_OVER.from]);

/** A cell of the upper body beside those of the bodies below it. */
export interface RolledCell {
  readonly table: string;
  readonly row: string;
  readonly key: string;
  readonly isBound: boolean;
  readonly stated: number;
  readonly margin: number;
  readonly parts: readonly { readonly report: KnownReport; readonly value: number }[];
  readonly sum: number;
  /** Bodies whose cell is not known. */
  readonly unknown: number;
}

/**
 * Cells that the upper report and those below have in the same edition; null for one that the upper report leaves
 * open.
 */
export function* rolledCells({ parent, children }: LevelsContext): Iterable<RolledCell | null> {
  for (const table of ROLLED_TABLES) {
    if (!hasTable(parent, table)) continue;
    const below = children.filter(({ report }) => report.edition === parent.edition && hasTable(report, table));
    for (const part of formOf(parent, table)?.parts ?? []) {
      for (const row of part.rows) {
        const keys = part.columns.map(({ key }) => `${row.key}.${key}`);
        if (parent.tables[table]?.scopes?.[row.key] === 'body') continue;
        for (const key of keys) {
          const stated = stateOf(parent, table, key);
          if (stated.kind !== 'value') {
            yield null;
            continue;
          }
          let { margin } = stated;
          let unknown = children.length - below.length;
          let sum = 0;
          const parts: { report: KnownReport; value: number }[] = [];
          for (const { report } of below) {
            const number = numberIn(report, table, key, () => keys);
            if (!number) unknown++;
            else {
              sum += number.value;
              margin += number.margin;
              parts.push({ report, value: number.value });
            }
          }
          const isBound = BOUNDS.has(row.key);
          yield { table, row: row.key, key, isBound, stated: stated.value, margin, parts, sum, unknown };
        }
      }
    }
  }
}

/** A cell of a body below as a related place. */
export function relatedUnit(report: KnownReport, table: string, key: string, value: number): AcrossRelated {
  return {
    report,
    place: rowPlace(report, table, key),
    message: 'related.unitCell',
    args: { body: report.body, ...labelsOf(report, table, key), text: String(value) },
  };
}

/** Parts that are not zero, the largest first. */
export function largest({ parts }: RolledCell): RolledCell['parts'] {
  return parts
    .filter(({ value }) => value !== 0)
    .sort((a, b) => b.value - a.value || (a.report.path < b.report.path ? -1 : 1));
}

/** The cell of each row in which it is told: the total where it is wrong, else the first that is. */
export function toldCells(wrong: readonly RolledCell[]): readonly RolledCell[] {
  const rows = new Map<string, RolledCell>();
  for (const cell of wrong) {
    const row = `${cell.table} ${cell.row}`;
    if (!rows.has(row) || cell.key.endsWith('.total')) rows.set(row, cell);
  }
  return [...rows.values()];
}

/** What a finding on a cell of the upper body says, whatever the words: `parts` are what it is held against. */
export function rolledFinding(
  parent: KnownReport,
  { table, key, stated }: RolledCell,
  {
    expected,
    parts,
    shown = parts,
  }: {
    readonly expected: number;
    readonly parts: RolledCell['parts'];
    /** Those that are related places, where they are not the parts as they come. */
    readonly shown?: RolledCell['parts'];
  },
) {
  return {
    report: parent,
    place: cellPlace(parent, table, key),
    stated,
    expected,
    terms: parts.map(({ report, value }) => ({ sign: '+' as const, report, key, value })),
    keys: [key],
    related: shown.map(({ report, value }) => relatedUnit(report, table, key, value)),
  };
}

import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../server/src/format/index.ts';
import {
  CASE_ROWS,
  METRIC_TABLES,
  RESULT_METRICS,
  type CellKey,
  type MetricCells,
} from '../../../server/src/format/metrics.ts';
import type { TableSpec } from '../../../server/src/format/types.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';

const readings = METRIC_TABLES.flatMap(({ roles, cells }) =>
  Object.values(cells).flatMap(byMetric =>
    Object.entries(byMetric).flatMap(([metric, ways]) => ways.map(way => ({ metric, roles, way }))),
  ),
);

function tablesNamed(id: string): readonly TableSpec[] {
  return EDITIONS.flatMap(({ tables }) => tables.filter(table => table.id === id || table.role === id));
}

function hasCell(table: TableSpec, { row, column }: CellKey): boolean {
  return table.parts.some(
    part => part.rows.some(each => each.key === row) && part.columns.some(each => each.key === column),
  );
}

function keysOf(way: MetricCells): readonly CellKey[] {
  if (way.kind === 'sum') return way.terms;
  if (way.kind === 'rows') return way.rows.map(row => ({ table: way.table, row, column: 'total' }));
  return tablesNamed(way.table)
    .flatMap(({ subtotals }) => subtotals[way.subtotal] ?? [])
    .map(row => ({ table: way.table, row, column: 'total' }));
}

describe('cells of the quantities', () => {
  it('exist in a table of an edition', () => {
    expect(readings.length).toBeGreaterThan(30);
    const unknown = readings.flatMap(({ metric, way }) => {
      const keys = keysOf(way);
      const missing = keys.filter(key => !tablesNamed(key.table).some(table => hasCell(table, key)));
      return keys.length === 0 || missing.length > 0 ? [{ metric, missing }] : [];
    });
    expect(unknown).toEqual([]);
  });

  it('stand in the tables that the set names', () => {
    for (const { roles, way } of readings)
      for (const { table } of keysOf(way))
        for (const { role } of tablesNamed(table)) expect(roles, JSON.stringify(way)).toContain(role);
  });

  it('are named in one place', () => {
    // Columns of the statistics tables are called as the periods, which others may ask for.
    const isPeriod = (pair: string) => /(?:annual|cumulative)$/.test(pair);
    const pairs = new Set(readings.flatMap(({ way }) => keysOf(way).map(({ row, column }) => `${row} ${column}`)));
    const lists = [...Object.values(CASE_ROWS), RESULT_METRICS.map(([, metric]) => metric)].filter(
      list => list.length > 1,
    );
    // The rules of totals compare cells with cells; what a text calls them is none of their business.
    const second = sourceFiles('server/src', 'client/src')
      .filter(({ path }) => !/^server\/src\/(?:format|rules\/totals)\//.test(path))
      .flatMap(({ path, text }) => [
        ...Array.from(text.matchAll(/'(\w+)',\s*'(\w+)'/g), ([, row = '', column = '']) => `${row} ${column}`)
          .filter(pair => pairs.has(pair) && !isPeriod(pair))
          .map(pair => `${path}: ${pair}`),
        ...lists
          .filter(list => text.includes(list.map(key => `'${key}'`).join(', ')))
          .map(list => `${path}: ${list.join(', ')}`),
      ]);
    expect(second).toEqual([]);
  });
});

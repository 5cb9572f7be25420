import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { EDITIONS } from '../../../../server/src/format/index.ts';
import { splitRowsOf } from '../../../../server/src/model/tables/splitRows.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { LAYOUTS } from '../../../support/layouts.ts';
import { sampleReport } from '../../../support/sample.ts';

const splitIn = (text: string) =>
  splitRowsOf(new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS).report);

const tables = EDITIONS.flatMap(edition =>
  edition.tables.map(table => [edition.id, table.id, edition.years.from, table] as const),
);
const titleOf = (year: number) => `# 海东县林业局${String(year)}年政府信息公开工作年度报告\n\n`;

describe('rows that a line break parted', () => {
  test.each(['pipe', 'tabbed'] as const)('are found wherever a row of figures is parted, in %s', layout => {
    const whole = sampleReport(layout);
    const lines = whole.split('\n');
    let parted = 0;
    let found = 0;
    for (const [number, line] of lines.entries()) {
      const isRow = layout === 'pipe' ? /^\|.*\d \|$/.test(line) : /\t\d+$/.test(line);
      if (!isRow) continue;
      for (const at of [Math.floor(line.length / 3), Math.floor(line.length / 2), line.length - 4]) {
        const text = [...lines.slice(0, number), line.slice(0, at), line.slice(at), ...lines.slice(number + 1)].join(
          '\n',
        );
        parted++;
        const rows = splitIn(text);
        expect(rows.length, line).toBeLessThanOrEqual(1);
        const [row] = rows;
        if (!row) continue;
        found++;
        expect(text.slice(0, row.lineEnd.start) + text.slice(row.lineEnd.end)).toBe(whole);
      }
    }
    expect(parted).toBeGreaterThan(80);
    expect(found / parted).toBeGreaterThan(0.9);
  });

  test.each(tables)('are none in the whole tables of edition %s: %s', (_, _id, year, table) => {
    for (const figure of [() => '', () => '3', (row: string) => (row.length % 2 === 0 ? '' : '12')]) {
      for (const [layout, write] of Object.entries(LAYOUTS))
        expect(splitIn(`${titleOf(year)}${write(table, figure)}\n`), layout).toEqual([]);
    }
  });

  test('are none where cells are missing at the ends of rows', () => {
    const [, , , table] = tables.find(([id, spec]) => id === '2021' && spec === 't2.disclosure')!;
    for (const layout of ['pipe', 'tabbed'] as const) {
      const ragged = writeTable(table, layout, () => '3')
        .split('\n')
        .map(line => line.replace(/(?:\| {2})+\|$/, '|').replace(/\t+$/, ''))
        .join('\n');
      expect(splitIn(`${titleOf(2024)}${ragged}\n`), layout).toEqual([]);
    }
  });

  test('are none where the row stands there whole as well', () => {
    const whole = sampleReport('pipe');
    const row = '| 行政许可 | 1286 |  |  |';
    const text = whole.replace(row, `${row}\n| 行政许可 | 12\n |  |  |`);
    expect(splitIn(text)).toEqual([]);
  });
});

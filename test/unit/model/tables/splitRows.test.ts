import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { EDITIONS } from '../../../../server/src/format/index.ts';
import { valueOf } from '../../../../server/src/model/report.ts';
import { splitRowsOf } from '../../../../server/src/model/tables/splitRows.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { shift } from '../../../../server/src/text/span.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { LAYOUTS } from '../../../support/layouts.ts';
import { sampleReport } from '../../../support/sample.ts';

const reportOf = (text: string) => new Snapshot('file:///2024.md', 1, new Source(text), DEFAULT_SETTINGS).report;
const splitIn = (text: string) =>
  reportOf(text).tables.flatMap(({ core, at }) =>
    splitRowsOf(core, text.slice(at)).map(row => ({ ...row, lineEnd: shift(row.lineEnd, at) })),
  );
const figuresIn = (text: string) =>
  reportOf(text).tables.flatMap(({ spec, figures }) =>
    [...figures].map(([key, figure]) => `${spec.id} ${key} ${String(valueOf(figure))}`),
  );

const tables = EDITIONS.flatMap(edition =>
  edition.tables.map(table => [edition.id, table.id, edition.years.from, table] as const),
);
const titleOf = (year: number) => `# 海东县林业局${String(year)}年政府信息公开工作年度报告\n\n`;

describe('rows that a line break parted', () => {
  // A line of tabs without its label is a row by itself: of those nothing is said.
  test.each([
    ['pipe', 0.9],
    ['tabbed', 0.5],
  ] as const)('are found wherever a row of figures is parted, or read whole, in %s', (layout, share) => {
    const whole = sampleReport(layout);
    const lines = whole.split('\n');
    let parted = 0;
    let good = 0;
    const figures = figuresIn(whole);
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
        if (!row) {
          if (figuresIn(text).join('\n') === figures.join('\n')) good++;
          continue;
        }
        good++;
        expect(text.slice(0, row.lineEnd.start) + text.slice(row.lineEnd.end)).toBe(whole);
      }
    }
    expect(parted).toBeGreaterThan(80);
    expect(good / parted).toBeGreaterThan(share);
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

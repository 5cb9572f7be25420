import { eastAsianWidth } from 'get-east-asian-width';
import { describe, expect, test } from 'vitest';
import { BUILT_IN } from '../../../../server/src/format/editionSet.ts';
import { editionById, EDITIONS } from '../../../../server/src/format/index.ts';
import { bind } from '../../../../server/src/model/bind.ts';
import { VOCABULARY } from '../../../../server/src/model/vocabulary.ts';
import { alignedTable } from '../../../../server/src/model/writing/alignPipeTable.ts';
import { layOutColumns, LONGEST_TABLE_LINE } from '../../../../server/src/model/writing/columnLayout.ts';
import { convertTable } from '../../../../server/src/model/writing/rewrite.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { parse } from '../../../../server/src/syntax/readBlocks.ts';
import type { Change } from '../../../../server/src/text/change.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { compact } from '../../../support/compact.ts';

/** Display columns of a text, measured apart from the product's own way of doing so. */
const columnsOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + eastAsianWidth(sign.codePointAt(0) ?? 0, { ambiguousAsWide: true }), 0);

/** Display columns at which the last bars of a line stand, from the closing one to the left. */
function barsFromTheEnd(line: string, count: number): number[] {
  const bars = [...line.matchAll(/\|/g)].map(({ index }) => columnsOf(line.slice(0, index)));
  return bars.slice(-count);
}

const EDITION = editionById('2021');
const tables = EDITIONS.flatMap(edition => edition.tables.map(table => [edition, table] as const));
const aligned = { alignment: 'withFigures' } as const;

describe('a written table', () => {
  test('three is at most 140 columns wide, and its columns of figures stand in line', () => {
    const table = EDITION.tables.find(({ id }) => id === 't3.requests')!;
    for (const figure of [() => '', () => '0', (_: string, column: string) => (column === 'total' ? '12345' : '186')]) {
      const lines = writeTable(table, 'pipe', figure, aligned).split('\n');
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(140);
      const rows = lines.slice(4).map(line => barsFromTheEnd(line, 8).join());
      expect(new Set(rows).size).toBe(1);
    }
  });

  test.each(tables)('%# has columns of figures in line and one width', (edition, table) => {
    const text = writeTable(table, 'pipe', () => '12', aligned);
    expect(new Set(text.split('\n').map(columnsOf)).size).toBe(1);
    const [placed] = parse(text, VOCABULARY).blocks;
    expect(placed?.block.kind).toBe('table');
    const starts = new Map<number, Set<number>>();
    const { tables: bound } = bind(new Source(text), parse(text, VOCABULARY).blocks, edition.id);
    const source = new Source(text);
    for (const { at, block } of bound.flatMap(({ blocks }) => blocks)) {
      for (const { cells } of block.rows)
        for (const cell of cells) {
          if (cell.text !== '12') continue;
          const place = at + cell.span.start;
          const line = source.line(source.lineAt(place));
          const column = columnsOf(text.slice(line.start, place));
          starts.set(cell.column, (starts.get(cell.column) ?? new Set()).add(column));
        }
    }
    expect(starts.size).toBeGreaterThan(0);
    for (const [, places] of starts) expect(places.size).toBe(1);
  });

  test.each(tables)('%# is what formatting makes of the compact one, and stays as it is', (edition, table) => {
    for (const figure of [() => '', () => '7', (row: string) => String(row.length * 997)]) {
      const written = writeTable(table, 'pipe', figure, aligned);
      const formatted = alignedTable(writeTable(table, 'pipe', figure), { edition, editions: BUILT_IN });
      expect(formatted).toBe(written);
      expect(alignedTable(written, { edition, editions: BUILT_IN })).toBe(written);
      expect(compact(written)).toBe(writeTable(table, 'pipe', figure));
    }
  });

  test.each(tables)('%# keeps the room of tab stops blank', (_, table) => {
    const stops = writeTable(table, 'pipe', () => '\ue000', { alignment: 'withBlanks' });
    expect(stops.replaceAll('\ue000', '')).toBe(writeTable(table, 'pipe', () => '', aligned));
  });

  test('comes aligned out of a conversion', () => {
    const table = EDITION.tables.find(({ id }) => id === 't3.requests')!;
    for (const layout of ['html', 'tabbed'] as const) {
      const text = `# 海东县林业局2024年政府信息公开工作年度报告\n\n${writeTable(table, layout, () => '0')}\n`;
      const reportOf = (each: string) => bind(new Source(each), parse(each, VOCABULARY).blocks, '2021');
      const report = reportOf(text);
      const reread = ({ span, text: inserted }: Change) =>
        reportOf(text.slice(0, span.start) + inserted + text.slice(span.end));
      const change = convertTable(report, report.tables[0]!.blocks[0]!, 'pipe', reread);
      expect(change?.text.trim()).toBe(writeTable(table, 'pipe', () => '0', aligned));
    }
  });
});

describe('the layout of columns', () => {
  const cell = (width: number, isFigure = false) => ({ width, isFigure });
  const row = (...cells: ReturnType<typeof cell>[]) => ({ cells, isDelimiter: false });

  test('a merged label runs across the places that it covers', () => {
    const { slots, isNarrow } = layOutColumns([
      row(cell(30), cell(0), cell(0)),
      row(cell(4), cell(6), cell(6)),
      row(cell(4), cell(2, true), cell(2, true)),
    ]);
    expect(isNarrow).toBe(false);
    // Three bars less than the rows below, the label where it begins.
    expect(slots[0]?.reduce((sum, width) => sum + width)).toBe(slots[2]?.reduce((sum, width) => sum + width));
    expect(slots[1]).toEqual(slots[2]);
    expect(slots[0]?.[0]).toBeGreaterThanOrEqual(32);
  });

  test('figures that leave no room make a line longer than the longest', () => {
    const wide = row(cell(100), ...Array.from({ length: 10 }, () => cell(12, true)));
    const { slots } = layOutColumns([wide]);
    expect(slots[0]?.every((slot, column) => slot >= (wide.cells[column]?.width ?? 0))).toBe(true);
    expect((slots[0] ?? []).reduce((sum, slot) => sum + slot + 1, 1)).toBeGreaterThan(LONGEST_TABLE_LINE);
  });

  test('rows of different lengths stand in line by their order', () => {
    expect(layOutColumns([row(cell(3), cell(9, true)), row(cell(5))]).slots).toEqual([[7, 11], [7]]);
  });
});

import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../server/src/analysis/files/settings.ts';
import { Snapshot } from '../../../../server/src/analysis/snapshot.ts';
import { tableCellsAt } from '../../../../server/src/features/tables/tableCells.ts';
import { editionById } from '../../../../server/src/format/index.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import type { TableCells } from '../../../../server/src/protocol/protocol.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { LAYOUTS } from '../../../support/layouts.ts';

const EDITION = editionById('2021');
const TITLE = '# 海东县林业局2024年政府信息公开工作年度报告\n\n';

interface Found {
  readonly source: Source;
  readonly found: TableCells | null;
}

function cellsIn(text: string, at = TITLE.length): Found {
  const source = new Source(text);
  const snapshot = new Snapshot('file:///2024.md', 1, source, DEFAULT_SETTINGS);
  return { source, found: tableCellsAt(snapshot, at) };
}

const slice = ({ source }: Found, { start, end }: TableCells['range']) =>
  source.text.slice(source.offsetAt(start), source.offsetAt(end));

/** Texts of the figures in the order of a walk down. */
function walkDown(each: Found): string[] {
  const cells = each.found?.cells ?? [];
  const texts: string[] = [];
  let at: number | null = cells.findIndex(({ isFigure }) => isFigure);
  while (at !== null && at >= 0 && texts.length <= cells.length) {
    const cell: (typeof cells)[number] | undefined = cells[at];
    if (!cell) break;
    texts.push(slice(each, cell.text));
    at = cell.below;
  }
  return texts;
}

/** `01.2`: row and column of a figure. */
function placesOf(id: string): {
  table: (typeof EDITION.tables)[number];
  place: (row: string, column: string) => string;
} {
  const table = EDITION.tables.find(each => each.id === id)!;
  const rows = table.parts.flatMap(part => part.rows.map(({ key }) => key));
  return {
    table,
    place: (row, column) => {
      const part = table.parts.find(each => each.rows.some(({ key }) => key === row));
      const number = part?.columns.findIndex(({ key }) => key === column) ?? 0;
      return String(1000 + rows.indexOf(row) * 10 + number);
    },
  };
}

describe('cells of a table', () => {
  const layouts = ['pipe', 'html', 'tabs as from a spreadsheet'] as const;

  test.each(layouts)('three in %s: figures in reading order, blank or not', layout => {
    const { table, place } = placesOf('t3.requests');
    const each = cellsIn(`${TITLE}${LAYOUTS[layout]!(table, place)}\n`);
    const figures = each.found?.cells.filter(({ isFigure }) => isFigure).map(({ text }) => slice(each, text));
    const expected = table.layout
      .flat()
      .flatMap(cell => (cell.kind === 'figure' ? [place(cell.row, cell.column)] : []));
    expect(figures).toEqual(expected);
    const blank = cellsIn(`${TITLE}${LAYOUTS[layout]!(table, () => '')}\n`);
    expect(blank.found?.cells.filter(({ isFigure }) => isFigure)).toHaveLength(expected.length);
    expect(blank.found?.rowsAreLines).toBe(true);
  });

  test.each(layouts)('three in %s: Enter goes down the column, then to the top of the next', layout => {
    const { table, place } = placesOf('t3.requests');
    const each = cellsIn(`${TITLE}${LAYOUTS[layout]!(table, place)}\n`);
    const [part] = table.parts;
    const expected = part!.columns.flatMap(column => part!.rows.map(row => place(row.key, column.key)));
    expect(walkDown(each)).toEqual(expected);
  });

  test('two: Enter goes from part to part', () => {
    const { table, place } = placesOf('t2.disclosure');
    for (const layout of layouts) {
      const each = cellsIn(`${TITLE}${LAYOUTS[layout]!(table, place)}\n`);
      expect(walkDown(each)).toEqual(['1000', '1010', '1020', '1030', '1040', '1050', '1001', '1011', '1002', '1012']);
    }
  });

  test('a label leads to the first figure of the next row, the room of a cell ends at its bars', () => {
    const table = EDITION.tables.find(({ id }) => id === 't4.review_litigation')!;
    const each = cellsIn(`${TITLE}${writeTable(table, 'pipe', (_, column) => (column === 'other' ? '' : '5'))}\n`);
    const [first] = each.found?.cells ?? [];
    expect(slice(each, first!.text)).toBe('行政复议');
    expect(slice(each, each.found!.cells[first!.below ?? -1]!.room)).toBe(' 5 ');
    for (const { room } of each.found?.cells ?? []) expect(slice(each, room)).not.toContain('|');
  });

  test('where each cell is a line, Enter is a line break', () => {
    const { table, place } = placesOf('t3.requests');
    const layout = Object.keys(LAYOUTS).find(name => /line/.test(name) && !/pipe|tab/.test(name))!;
    const { found } = cellsIn(`${TITLE}${LAYOUTS[layout]!(table, place)}\n`, TITLE.length + 40);
    expect(found?.rowsAreLines).toBe(false);
  });

  test('there are none outside of official tables', () => {
    expect(cellsIn(TITLE, 3).found).toBeNull();
    expect(cellsIn(`${TITLE}| 项目 | 数 |\n| --- | --- |\n| 甲 | 5 |\n`).found).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../../server/src/format/index.ts';
import type { Edition, LayoutCell, TableSpec } from '../../../../server/src/format/types.ts';
import { figureKey } from '../../../../server/src/model/report.ts';
import { displayWidth } from '../../../../server/src/text/width.ts';
import { cellsOf } from '../../syntax/reading.ts';
import { reportOf } from '../reports.ts';

/** A different number for every figure of a table, by `row.column`. */
function numbersOf(table: TableSpec): ReadonlyMap<string, string> {
  const keys = table.parts.flatMap(part =>
    part.rows.flatMap(row => part.columns.map(column => figureKey(row.key, column.key))),
  );
  return new Map(keys.map((key, i) => [key, String(1000 + i * 7)]));
}

interface Place {
  readonly cell: LayoutCell;
  readonly isFirst: boolean;
  /** Whether it is covered from the left, in the row in which the cell starts. */
  readonly isAcross: boolean;
}

/** The grid of a printed table: every place with the cell that covers it. */
function gridOf(table: TableSpec): Place[][] {
  const grid: Place[][] = table.layout.map(() => []);
  table.layout.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column]) column++;
      for (let y = 0; y < (cell.rowSpan ?? 1); y++) {
        for (let x = 0; x < (cell.columnSpan ?? 1); x++) {
          const line = grid[at + y];
          if (line) line[column + x] = { cell, isFirst: x === 0 && y === 0, isAcross: x > 0 };
        }
      }
    }
  });
  return grid;
}

type Writer = (table: TableSpec, text: (cell: LayoutCell) => string) => string;

const rows = (table: TableSpec, write: (place: Place) => string | null) =>
  gridOf(table).map(line => line.map(write).filter(each => each !== null));
const span = (cell: LayoutCell) =>
  `${cell.rowSpan === undefined ? '' : ` rowspan="${String(cell.rowSpan)}"`}${cell.columnSpan === undefined ? '' : ` colspan="${String(cell.columnSpan)}"`}`;
const pipes = (lines: (string | null)[][]) =>
  lines.map((cells, i) => `| ${cells.join(' | ')} |${i === 0 ? `\n|${' --- |'.repeat(cells.length)}` : ''}`).join('\n');
const holes: (text: (cell: LayoutCell) => string) => (place: Place) => string = text => place =>
  place.isFirst ? text(place.cell) : '';
const cellTexts = (table: TableSpec, text: (cell: LayoutCell) => string) =>
  table.layout
    .flat()
    .map(text)
    .filter(each => each !== '');

const WRITERS: Readonly<Record<string, Writer>> = {
  'pipes with holes': (table, text) => pipes(rows(table, holes(text))),
  'pipes, repeated': (table, text) => pipes(rows(table, place => text(place.cell))),
  'pipes without outer ones': (table, text) =>
    pipes(rows(table, holes(text)))
      .replace(/^\| | \|$/gm, '')
      .replace(/^\|? ?--- \|/m, '--- |'),
  HTML: (table, text) =>
    `<table>\n${table.layout.map(cells => `<tr>${cells.map(cell => `<td${span(cell)}>${text(cell)}</td>`).join('')}</tr>`).join('\n')}\n</table>`,
  'HTML on one line, with paragraphs': (table, text) =>
    `<table border="1"><tbody>${table.layout.map(cells => `<tr>${cells.map(cell => `<td${span(cell)} style="x"><p class="n"><span>${text(cell)}</span></p></td>`).join('')}</tr>`).join('')}</tbody></table>`,
  'HTML without end tags': (table, text) =>
    `<table>${table.layout.map(cells => `<tr>${cells.map(cell => `<td${span(cell)}>&nbsp;${text(cell)}&nbsp;`).join('')}`).join('\n')}</table>`,
  'tabs with holes, from Excel': (table, text) =>
    rows(table, holes(text))
      .map(cells => cells.join('\t'))
      .join('\n'),
  'tabs, collapsed, from Word': (table, text) =>
    rows(table, place => (place.isAcross ? null : place.isFirst ? text(place.cell) : ''))
      .map(cells => cells.join('\t'))
      .join('\n'),
  'tabs, repeated': (table, text) =>
    rows(table, place => text(place.cell))
      .map(cells => cells.join('\t'))
      .join('\n'),
  'commas, as spreadsheets save them': (table, text) =>
    rows(table, holes(text))
      .map(cells => cells.join(','))
      .join('\n'),
  'semicolons, in quotation marks, with breaks': (table, text) =>
    rows(table, holes(text))
      .map(cells =>
        cells.map(each => `"${/^\D{4}$/.test(each) ? `${each.slice(0, 2)}\n${each.slice(2)}` : each}"`).join(';'),
      )
      .join('\n'),
  'rows of JSON': (table, text) =>
    `[${rows(table, holes(text))
      .map(cells => JSON.stringify(cells))
      .join(',\n')}]`,
  LaTeX: (table, text) =>
    `\\begin{tabular}{|l|}\n\\hline\n${rows(table, holes(text))
      .map(cells => `${cells.join(' & ')} \\\\ \\hline`)
      .join('\n')}\n\\end{tabular}`,
  'a drawn box': (table, text) => {
    const cells = rows(table, holes(text));
    const widths = cells[0]!.map((_, c) => Math.max(...cells.map(line => displayWidth(line[c]!))));
    const border = ([start = '', middle = '', end = '']: string) =>
      start + widths.map(width => '─'.repeat(width)).join(middle) + end;
    const lines = cells.map(
      line => `│${line.map((each, c) => each + ' '.repeat(widths[c]! - displayWidth(each))).join('│')}│`,
    );
    return [border('┌┬┐'), lines.join(`\n${border('├┼┤')}\n`), border('└┴┘')].join('\n');
  },
  'one cell per line': (table, text) => cellTexts(table, text).join('\n'),
  'one cell per line, with blank lines': (table, text) => cellTexts(table, text).join('\n\n'),
  'one cell per line, with pipes': (table, text) =>
    cellTexts(table, text)
      .map(each => `${each} |`)
      .join('\n'),
};

function draftOf(edition: Edition, table: TableSpec, written: string): string {
  const section = edition.sections.find(each => each.id === table.section);
  return `海东县林业局${String(edition.years.to ?? 2024)}年政府信息公开工作年度报告\n\n一、${section?.title ?? ''}\n\n${written}\n\n本局全年公开信息的情况如上表所示，均已通过门户网站公布。\n`;
}

const tables = EDITIONS.flatMap(edition =>
  edition.tables.map(table => ({ name: `${edition.id} ${table.id}`, edition, table })),
);

describe.each(tables)('the table $name', ({ edition, table }) => {
  const numbers = numbersOf(table);
  const text = (cell: LayoutCell) =>
    cell.kind === 'text' ? cell.text : (numbers.get(figureKey(cell.row, cell.column)) ?? '');

  it.each(Object.keys(WRITERS))('is read from %s', name => {
    const draft = draftOf(edition, table, WRITERS[name]!(table, text));
    const report = reportOf(draft);
    const found = report.tables.filter(({ spec }) => spec === table);
    expect(found).toHaveLength(report.tables.length);
    // The national statistics numbers some rows like sections: without any signs of a table they are headings and part
    // it.
    const isParted = table.isUnverified === true && name.startsWith('one cell per line');
    if (!isParted) expect(found).toHaveLength(1);
    const headings = table.parts
      .flatMap(part => part.rows)
      .filter(row => isParted && /^[一二三四五六七八九十]、/.test(row.label));
    const expected = [...numbers].filter(([key]) => !headings.some(row => key.startsWith(`${row.key}.`)));
    const figures = new Map(found.flatMap(each => [...each.figures].map(([key, figure]) => [key, figure.text])));
    expect(Object.fromEntries(figures)).toEqual(Object.fromEntries(expected));
    for (const each of found) {
      for (const figure of each.figures.values())
        expect(draft.slice(figure.span.start, figure.span.end)).toBe(figure.text);
      expect(each.shortRows).toEqual([]);
      expect(each.extraRows).toEqual([]);
      expect(cellsOf(each.blocks[0]!.block).length).toBeGreaterThan(0);
    }
  });
});

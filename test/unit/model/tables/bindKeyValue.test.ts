import { describe, expect, it, test } from 'vitest';
import { editionSet } from '../../../../server/src/format/editionSet.ts';
import type { FormatDescription } from '../../../../server/src/format/description.ts';
import { bind } from '../../../../server/src/model/bind.ts';
import type { BoundTable } from '../../../../server/src/model/report.ts';
import { vocabularyOf } from '../../../../server/src/model/vocabulary.ts';
import { parse } from '../../../../server/src/syntax/readBlocks.ts';
import { Source } from '../../../../server/src/text/source.ts';

const FORMATS: readonly FormatDescription[] = [
  {
    editions: [
      {
        id: 'boats',
        extends: '2021',
        name: '渡口登记表',
        years: { from: 2023 },
        unquoted: ['登记人'],
        tables: [
          {
            id: 'boats',
            title: '渡口登记表',
            section: 'overview',
            isRequired: false,
            parts: [
              {
                keyValue: true,
                rows: [
                  { key: 'name', label: '渡口名称', type: 'text' },
                  { key: 'licence', label: '渡口许可证号', type: 'identifier' },
                  { key: 'owner', label: '渡口经营单位', type: 'text', beside: true },
                  { key: 'trips', label: '总数', path: ['渡运航次（单位：次）'], unit: '次' },
                  { key: 'day', label: '白天航次', path: ['渡运航次（单位：次）'], unit: '次' },
                  { key: 'night', label: '夜间航次', path: ['渡运航次（单位：次）'], unit: '次' },
                  { key: 'people', label: '总数', path: ['渡运人数', '旅客（单位：人次）'], unit: '人次' },
                  { key: 'pupils', label: '其中学生', path: ['渡运人数', '旅客（单位：人次）'], unit: '人次' },
                  {
                    key: 'delay',
                    label: '平均候船时间（单位：分钟）',
                    path: ['渡运人数'],
                    type: 'decimal',
                    unit: '分钟',
                  },
                  { key: 'boat', label: '船名', path: ['渡运船舶', '渡船'], type: 'text', repeats: true },
                  { key: 'seats', label: '核定座位数', path: ['渡运船舶', '渡船'], repeats: true },
                  {
                    key: 'safety',
                    label: '安全措施',
                    path: ['安全措施'],
                    type: 'choices',
                    choices: ['救生衣', '监控'],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
];
const EDITIONS = editionSet(FORMATS);

/** The cells of the form in a text: keys with what they state; a number where they state one. */
function cellsOf(text: string): Record<string, string | number> | undefined {
  const table = tableOf(text);
  if (!table) return undefined;
  return Object.fromEntries(
    [...table.figures].map(([key, { text: written, quantity }]) => [
      key.replace('.value', ''),
      quantity.kind === 'value' ? quantity.value : written,
    ]),
  );
}

function tableOf(text: string): BoundTable | undefined {
  const { blocks } = parse(text, vocabularyOf(EDITIONS));
  return bind(new Source(text), blocks, 'boats', { editions: EDITIONS }).tables.find(({ spec }) => spec.id === 'boats');
}

const CELLS = {
  name: '东滩渡',
  licence: 'DK-7',
  owner: '东滩村委会',
  trips: 90,
  day: 80,
  night: 10,
  people: 1200,
  pupils: 300,
  delay: 4.5,
  boat: '东滩一号',
  seats: 20,
  safety: '☑救生衣 □监控',
};

/** Lines of cells, three for labels; `^` goes on with the cell above, `<` with the one before. */
const GRID = [
  ['渡口名称', '<', '<', '东滩渡'],
  ['渡口许可证号', 'DK-7', '渡口经营单位', '东滩村委会'],
  ['渡运航次（单位：次）', '总数', '<', '90次'],
  ['^', '白天航次', '<', '80'],
  ['^', '夜间航次', '<', '10'],
  ['渡运人数', '旅客（单位：人次）', '总数', '1200'],
  ['^', '^', '其中学生', '300'],
  ['^', '平均候船时间（单位：分钟）', '<', '4.5分钟'],
  ['渡运船舶', '渡船', '船名', '东滩一号'],
  ['^', '^', '核定座位数', '20'],
  ['安全措施', '安全措施', '<', '☑救生衣 □监控'],
];

function written(cell: (text: string) => string | undefined, between: string): string[] {
  return GRID.map(line => line.flatMap(text => cell(text) ?? []).join(between));
}

/** Merged cells as their texts. */
function repeated(): string[][] {
  const lines: string[][] = [];
  for (const line of GRID) {
    const made: string[] = [];
    for (const [at, text] of line.entries())
      made.push(text === '<' ? (made[at - 1] ?? '') : text === '^' ? (lines.at(-1)?.[at] ?? '') : text);
    lines.push(made);
  }
  return lines;
}

const blank = (text: string): string => (text === '<' || text === '^' ? '' : text);
const lost = (text: string): string | undefined => (text === '<' || text === '^' ? undefined : text);
const pipe = (lines: readonly string[]): string =>
  lines.map((line, i) => `| ${line} |\n${i === 0 ? '| --- | --- | --- | --- |\n' : ''}`).join('');

describe('a part of labels and values', () => {
  test.each([
    ['pipes, merged cells blank', pipe(written(blank, ' | '))],
    ['pipes, merged cells repeated', pipe(repeated().map(line => line.join(' | ')))],
    ['tabs, merged cells blank', written(blank, '\t').join('\n')],
    ['tabs, merged cells lost', written(lost, '\t').join('\n')],
    ['columns of spaces', written(lost, '    ').join('\n')],
    ['a cell in each line', written(lost, '\n').join('\n')],
    ['a cell in each line, blank lines between', written(lost, '\n\n').join('\n\n')],
    [
      'HTML',
      `<table>${repeated()
        .map((line, y) => {
          const cells = line.map((text, x) => {
            if (lost(GRID[y]?.[x] ?? '') === undefined) return '';
            let [right, down] = [1, 1];
            while (GRID[y]?.[x + right] === '<') right++;
            while (GRID[y + down]?.[x] === '^') down++;
            return `<td colspan="${String(right)}" rowspan="${String(down)}">${text}</td>`;
          });
          return `<tr>${cells.join('')}</tr>\n`;
        })
        .join('')}</table>`,
    ],
  ])('is read alike in %s', (_, text) => {
    expect(cellsOf(text)).toEqual(CELLS);
  });

  it('blank cells are blank, wherever a pair stands', () => {
    const text = pipe(
      written(blank, ' | ').map(line =>
        line.replace('DK-7', '').replace('东滩村委会', '').replace('80', '').replace('☑救生衣 □监控', ''),
      ),
    );
    expect(cellsOf(text)).toEqual({ ...CELLS, licence: '', owner: '', day: '', safety: '' });
  });

  it('groups stand as often as they are written, and further ones are kept apart', () => {
    const lines = written(blank, ' | ');
    const more = ['  | 渡船 | 船名 | 东滩二号', ' |  | 核定座位数 | 30'];
    const table = tableOf(pipe([...lines.slice(0, 10), ...more, ...lines.slice(10)]))!;
    expect(table.figures.get('seats.value')?.text).toBe('20');
    expect(table.repeatedFigures.map(({ row, text }) => [row.key, text])).toEqual([
      ['boat', '东滩二号'],
      ['seats', '30'],
    ]);
    expect(table.extraRows).toEqual([]);
  });

  it('labels may lack the unit, and rows that the form does not have are noted, but for lines with names', () => {
    const lines = written(blank, ' | ').map(line => line.replace(/（单位：[^）]*）/, ''));
    const table = tableOf(pipe([...lines, '渡口电话 |  |  | 无', '登记人：某某 |  |  | 某日']))!;
    expect(cellsOf(pipe(lines))).toEqual(CELLS);
    expect(table.extraRows.map(({ label }) => label)).toEqual(['渡口电话']);
  });

  it('lines with names are no values of the label before them', () => {
    const lines = written(lost, '\n').join('\n').replace('☑救生衣 □监控', '登记人：某某');
    expect(tableOf(lines)?.figures.has('safety.value')).toBe(false);
  });

  it('takes time that grows with the cells alone', () => {
    const before = performance.now();
    const lines = written(lost, '\n').join('\n');
    expect(tableOf(Array.from({ length: 3000 }, () => lines).join('\n'))?.figures.get('trips.value')?.text).toBe(
      '90次',
    );
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it('words are no figures, whatever they look like', () => {
    const figure = tableOf(pipe(written(blank, ' | ').map(line => line.replace('DK-7', '12345'))))!.figures;
    expect(figure.get('licence.value')?.quantity).toEqual({ kind: 'words', text: '12345' });
    expect(figure.get('trips.value')?.quantity).toEqual({ kind: 'value', value: 90, decimals: 0 });
  });
});

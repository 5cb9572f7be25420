import { describe, expect, it } from 'vitest';
import { editionById, tableById } from '../../../../server/src/format/index.ts';
import type { TableSpec } from '../../../../server/src/format/types.ts';
import { replaceByStandard } from '../../../../server/src/model/writing/standardTable.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { displayWidth } from '../../../../server/src/text/width.ts';
import { SAMPLE_2021 } from '../../../support/sample.ts';
import { reportOf } from '../reports.ts';

const REQUESTS = tableById(editionById('2021'), 't3.requests')!;
const REVIEW = tableById(editionById('2021'), 't4.review_litigation')!;
type Figures = Readonly<Record<string, string>>;

/** Figures of the sample by `row.column`, as texts. */
function sampleOf({ id, parts }: TableSpec): Figures {
  return Object.fromEntries(
    parts.flatMap(part =>
      part.rows.flatMap(row =>
        part.columns.map(({ key }) => [`${row.key}.${key}`, String(SAMPLE_2021[id]?.[row.key]?.[key] ?? 0)]),
      ),
    ),
  );
}

/** The printed rows: each cell that starts in a row, as it is filled in. */
function rowsOf(table: TableSpec, figures: Figures = sampleOf(table)): string[][] {
  return table.layout.map(cells =>
    cells.map(cell => (cell.kind === 'text' ? cell.text : (figures[`${cell.row}.${cell.column}`] ?? ''))),
  );
}

/** The texts of the figures that are read; a blank one is empty. */
function read(table: TableSpec, written: string): Figures {
  const draft = `海东县林业局2024年政府信息公开工作年度报告\n\n三、${table.title}\n${written}\n`;
  const found = reportOf(draft).tables.filter(({ spec }) => spec === table);
  return Object.fromEntries(found.flatMap(({ figures }) => [...figures].map(([key, { text }]) => [key, text])));
}

const isFigures = (row: readonly string[]) => row.filter(text => /^\d+$/.test(text)).length >= 7;
/** All places of the form's grid; those that a merged cell covers are empty. */
function rowsInGrid(table: TableSpec): string[][] {
  return writeTable(table, 'pipe', (row, column) => sampleOf(table)[`${row}.${column}`] ?? '')
    .split('\n')
    .filter(line => !/^\|[\s|-]+$/.test(line))
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(text => text.trim()),
    );
}
const bars = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const spaced = (row: readonly string[]) => row.filter(text => text !== '').join('  ');

describe('the number of a page between rows', () => {
  const lines = rowsOf(REQUESTS).map(spaced);

  it('is no figure before a form feed', () => {
    const broken = [...lines.slice(0, 12), '', '          7', `\f${lines[12]!}`, ...lines.slice(13)];
    expect(read(REQUESTS, broken.join('\n'))).toEqual(sampleOf(REQUESTS));
  });

  it('is no figure between two rows that follow each other', () => {
    const broken = [...lines.slice(0, 12), '7', lines[2]!, ...lines.slice(12)];
    expect(read(REQUESTS, broken.join('\n'))).toEqual(sampleOf(REQUESTS));
    // Then a row elsewhere that does not add up is one that was filled in so.
    const wrong = { ...sampleOf(REQUESTS), 'newReceived.naturalPerson': '9' };
    const of = rowsOf(REQUESTS, wrong).map(spaced);
    expect(read(REQUESTS, [...of.slice(0, 12), '7', ...of.slice(12)].join('\n'))).toEqual(wrong);
  });

  it('may be a figure behind a row that does not add up', () => {
    const wrong = { ...sampleOf(REQUESTS), 'granted.total': '5' };
    const of = rowsOf(REQUESTS, wrong).map(spaced);
    const found = read(REQUESTS, [...of.slice(0, 6), '548', ...of.slice(6)].join('\n'));
    expect(found['granted.total']).toBeUndefined();
  });

  it('is no figure among cells that have a line each', () => {
    const cells = rowsOf(REQUESTS).map(row => row.filter(text => text !== '').join('\n'));
    const broken = [...cells.slice(0, 9), '\n7\n\n\f', ...cells.slice(9)];
    expect(read(REQUESTS, broken.join('\n'))).toEqual(sampleOf(REQUESTS));
    expect(read(REQUESTS, [...cells.slice(0, 9), '\f', ...cells.slice(9)].join('\n'))).toEqual(sampleOf(REQUESTS));
  });
});

describe('empty cells', () => {
  const some: Figures = Object.fromEntries(
    Object.entries(sampleOf(REQUESTS)).map(([key, text]) => [
      key,
      /naturalPerson|total/.test(key) && !/granted/i.test(key) ? '' : text,
    ]),
  );

  it.each([
    ['behind the figures', (cells: readonly string[]) => [...cells, ...Array<string>(10 - cells.length).fill('')]],
    [
      'before them',
      (cells: readonly string[]) =>
        isFigures(cells.map(text => text || '0'))
          ? [...cells.slice(0, -7), ...Array<string>(10 - cells.length).fill(''), ...cells.slice(-7)]
          : [...cells, ...Array<string>(10 - cells.length).fill('')],
    ],
  ])('of merged labels stand %s, and are told from blanks by the other rows', (_, widen) => {
    const written = rowsOf(REQUESTS, some)
      .map(
        (row, at) => `| ${(at < 3 ? [...row, ...Array<string>(10 - row.length).fill('')] : widen(row)).join(' | ')} |`,
      )
      .join('\n');
    expect(read(REQUESTS, written)).toEqual(some);
  });

  it('behind a whole row without columns are of the labels below', () => {
    const written = rowsOf(REQUESTS)
      .map((row, at) => row.map(text => `${text}\n\n`).join('') + (at > 4 && at < 26 ? '\n\n' : ''))
      .join('');
    expect(read(REQUESTS, written)).toEqual(sampleOf(REQUESTS));
  });

  it('of a row above the head are no figures', () => {
    const width = 15;
    const head = `|${'  |'.repeat(width)}\n|${' --- |'.repeat(width)}\n`;
    const rows = rowsOf(REVIEW).map(row => `| ${row.join(' | ')} |`);
    expect(read(REVIEW, head + rows.join('\n'))).toEqual(sampleOf(REVIEW));
  });

  it('stand around the only line of figures', () => {
    const rows = rowsOf(REVIEW).map(row => `\t${row.join('\t')}\t`);
    expect(read(REVIEW, rows.join('\n'))).toEqual(sampleOf(REVIEW));
  });
});

it('empty cells that break the lines of rows without a first pipe are read', () => {
  const some = Object.fromEntries(
    Object.entries(sampleOf(REQUESTS)).map(([key, text]) => [key, /naturalPerson|total/.test(key) ? text : '']),
  );
  const cells = (row: readonly string[]) => row.map(text => (text === '' ? '\n|' : ` ${text} |`)).join('');
  const written = rowsOf(REQUESTS, some).map(row => cells(row).trim());
  expect(read(REQUESTS, written.join('\n'))).toEqual(some);
});

describe('cells that have a line each, without lines between', () => {
  const some: Figures = Object.fromEntries(
    Object.entries(sampleOf(REQUESTS)).map(([key, text]) => [key, text === '0' && !key.endsWith('.total') ? '' : text]),
  );
  const filled = Object.fromEntries(Object.entries(some).filter(([, text]) => text !== ''));

  it('are empty where a line is blank', () => {
    const written = rowsOf(REQUESTS, some).flat().join('\n');
    const found = read(REQUESTS, written);
    expect(Object.fromEntries(Object.entries(found).filter(([, text]) => text !== ''))).toEqual(filled);
    for (const [key, text] of Object.entries(found)) expect(text).toBe(some[key]);
  });

  it('are not where blank lines stand between some cells alone', () => {
    const written = rowsOf(REQUESTS).map((row, at) => row.join(at > 5 && at < 12 ? '\n\n' : '\n'));
    const found = read(REQUESTS, written.join('\n'));
    expect(found).toEqual(sampleOf(REQUESTS));
  });
});

describe('labels over several lines', () => {
  const broken = (text: string) => (text.length > 9 ? `${text.slice(0, 8)}\n${text.slice(8)}` : text);

  it('are put together between tabs', () => {
    const written = rowsOf(REQUESTS).map(row => row.map(broken).join('\t'));
    expect(read(REQUESTS, written.join('\n'))).toEqual(sampleOf(REQUESTS));
  });

  it('are put together beside the label of their group', () => {
    const written = rowsOf(REQUESTS).map(row => {
      const label = row.findLastIndex(text => text.length > 11 && !/^\d+$/.test(text));
      if (label < 1 || row.length < 8) return spaced(row);
      const [group, text = ''] = [row.slice(0, label).join('  '), row[label]];
      return `${group}  ${text.slice(0, -2)}  ${spaced(row.slice(label + 1))}\n${' '.repeat(16)}${text.slice(-2)}`;
    });
    expect(read(REQUESTS, written.join('\n'))).toEqual(sampleOf(REQUESTS));
  });

  it('are put together where they are written downwards', () => {
    const written = rowsOf(REVIEW).map(row =>
      row.map(text => (text.length <= 4 && !/\d/.test(text) ? [...text].join('\n') : text)).join('\n\n'),
    );
    expect(read(REVIEW, written.join('\n\n'))).toEqual(sampleOf(REVIEW));
  });

  it('are put together behind the backslash of a line break', () => {
    const written = rowsOf(REQUESTS).map(row => {
      const label = row.findIndex(text => text.startsWith('5.要求'));
      if (label < 0) return spaced(row);
      const text = row[label]!;
      return `  ${text.slice(0, 11)}\\  ${spaced(row.slice(label + 1))}\n  ${text.slice(11)}`;
    });
    expect(read(REQUESTS, written.join('\n'))).toEqual(sampleOf(REQUESTS));
  });

  it.each([
    ['', []],
    ['behind backslashes', []],
    ['behind an empty row', ['|  |  |  |  |  |  |  |  |  |  |']],
  ])('go on in the next row of a grid, without figures (%s)', (how, between) => {
    const written = rowsInGrid(REQUESTS).flatMap(row => {
      const at = row.findIndex(text => /^(?:5\.要求|1\.申请人|2\.申请人|\（二）)/.test(text));
      if (at < 0) return [bars(row)];
      const text = row[at]!;
      const mark = how === 'behind backslashes' ? '\\\\' : '';
      const rest = row.map((_, i) => (i === at ? text.slice(10) : ''));
      return [bars(row.with(at, text.slice(0, 10) + mark)), ...between, bars(rest)];
    });
    expect(read(REQUESTS, written.join('\n'))).toEqual(sampleOf(REQUESTS));
  });
});

describe('cells between tabs', () => {
  it('that are figures are no beginning of the next label', () => {
    const figures = { ...sampleOf(REQUESTS), 'refusedThreeSecuritiesOneStability.total': '4' };
    const written = rowsOf(REQUESTS, figures).map(row => row.join('\t'));
    expect(read(REQUESTS, written.join('\n'))).toEqual(figures);
  });

  it('may begin with the number of a group on a line of its own', () => {
    const written = rowsOf(REQUESTS).map(row => row.map(text => text.replace(/^（[三四五六]）/, '$&\n')).join('\t'));
    expect(read(REQUESTS, written.join('\n'))).toEqual(sampleOf(REQUESTS));
  });

  it('may be blank at the end of a row without its group, where the row adds up', () => {
    const figures = {
      ...sampleOf(REQUESTS),
      'refusedThirdParty.naturalPerson': '',
      'refusedThirdParty.total': '3',
    };
    const written = rowsOf(REQUESTS, figures).map(row => row.join('\t'));
    expect(read(REQUESTS, written.join('\n'))).toEqual(figures);
  });
});

it('a table whose rows and columns were exchanged is read', () => {
  const figures = sampleOf(REQUESTS);
  const [part] = REQUESTS.parts;
  const rows = part!.rows;
  const lines = [
    ['申请人情况', ...rows.map(({ label }) => label)],
    ...part!.columns.map(({ key, label }) => [label, ...rows.map(row => figures[`${row.key}.${key}`] ?? '')]),
  ].map(cells => `| ${cells.join(' | ')} |`);
  const written = [lines[0], `|${' --- |'.repeat(rows.length + 1)}`, ...lines.slice(1)].join('\n');
  expect(read(REQUESTS, written)).toEqual(figures);
});

it('a table whose rows and columns were exchanged is read with the labels of its groups', () => {
  const figures = sampleOf(REQUESTS);
  const grid = rowsInGrid(REQUESTS);
  const turned = (grid[0] ?? []).map((_, column) => grid.map(row => row[column] ?? ''));
  const lines = turned.map(cells => `| ${cells.join(' | ')} |`);
  const written = [lines[0], `|${' --- |'.repeat(grid.length)}`, ...lines.slice(1)].join('\n');
  expect(read(REQUESTS, written)).toEqual(figures);
});

it('rows of which most lost figures, or have those of others, are not read', () => {
  const written = rowsOf(REQUESTS).flatMap((row, at) => {
    const label = row.filter(text => !/^\d+$/.test(text));
    if (at < 3 || at > 12) return label;
    return [...label, ...(at === 7 ? ['21', '2', '1', '7', '1', '4', '1'] : ['3', '12'])];
  });
  expect(read(REQUESTS, written.join('\n'))).toEqual({});
});

it('a table that is quoted in a mail is read', () => {
  for (const mark of ['> ', '>> ', '> > ']) {
    const rows = rowsOf(REVIEW).map(row => `${mark}| ${row.join(' | ')} |`);
    expect(read(REVIEW, rows.join('\n'))).toEqual(sampleOf(REVIEW));
  }
});

describe('tables between borders of signs', () => {
  it.each([
    ['of one width for all columns', (cells: readonly string[][]) => framed(cells, () => '-----')],
    ['as wide as the column has signs', (cells: readonly string[][]) => framed(cells, c => '-'.repeat(3 + c))],
  ])('are read by their bars, borders %s', (_, write) => {
    expect(read(REQUESTS, write(rowsInGrid(REQUESTS)))).toEqual(sampleOf(REQUESTS));
    expect(read(REVIEW, write(rowsInGrid(REVIEW)))).toEqual(sampleOf(REVIEW));
  });

  it('have a row on each line where the frame is the only border', () => {
    const lines = rowsInGrid(REQUESTS).map(bars);
    const frame = `+${'---+'.repeat(10)}`;
    expect(read(REQUESTS, [frame, ...lines, frame].join('\n'))).toEqual(sampleOf(REQUESTS));
    expect(read(REQUESTS, [frame, ...lines.slice(0, 3), frame, ...lines.slice(3), frame].join('\n'))).toEqual(
      sampleOf(REQUESTS),
    );
  });

  function framed(cells: readonly string[][], rule: (column: number) => string): string {
    const border = `+${(cells[0] ?? []).map((__, c) => `${rule(c)}+`).join('')}`;
    return [border, ...cells.flatMap(row => [bars(row), border])].join('\n');
  }
});

it.each(['，', '；', '/', ' / ', ' · ', ' - ', ' — ', ' → ', ' :: ', '│', '‖', '¦'])(
  'rows with a sign between their cells are read (%s)',
  sign => {
    expect(
      read(
        REQUESTS,
        rowsInGrid(REQUESTS)
          .map(row => row.join(sign))
          .join('\n'),
      ),
    ).toEqual(sampleOf(REQUESTS));
    // In sentences such signs part no cells.
    expect(read(REVIEW, `行政许可${sign}行政处罚，共3件。\n行政强制${sign}行政事业性收费，共5件。`)).toEqual({});
  },
);

it.each([
  ['of JSON', (row: readonly string[]) => `[${row.map(text => JSON.stringify(text)).join(', ')}],`],
  ['of reStructuredText', (row: readonly string[]) => `   ${row.map(text => JSON.stringify(text)).join(', ')}`],
])('rows in quotation marks with blanks between them are read: %s', (_, line) => {
  expect(read(REQUESTS, rowsInGrid(REQUESTS).map(line).join('\n'))).toEqual(sampleOf(REQUESTS));
});

it('a column of letters and numbers around a sheet is no part of the table', () => {
  const letters = (table: TableSpec) => {
    const rows = rowsInGrid(table);
    const head = ['', ...(rows[0] ?? []).map((_, c) => String.fromCharCode(65 + c))];
    return [head, ...rows.map((row, r) => [String(r + 1), ...row])].map(row => row.join('\t')).join('\n');
  };
  expect(read(REQUESTS, letters(REQUESTS))).toEqual(sampleOf(REQUESTS));
  expect(read(REVIEW, letters(REVIEW))).toEqual(sampleOf(REVIEW));
});

it('rows that stand in two halves beside each other are read, and their order is not judged', () => {
  const rows = rowsOf(REQUESTS).slice(3);
  const lines = rows.map(row => row.slice(-8));
  const head = ['项目', ...REQUESTS.parts[0]!.columns.map(({ label }) => label)];
  const half = Math.ceil(lines.length / 2);
  const beside = lines.slice(0, half).map((line, i) => [...line, ...(lines[half + i] ?? Array<string>(8).fill(''))]);
  const written = [[...head, ...head], ...beside].map(bars).join('\n');
  expect(read(REQUESTS, written)).toEqual(sampleOf(REQUESTS));
});

it.each([' / ', '/', '＞', ' → ', '—', '：', ' ', ''])('labels behind those of their groups are parted (%j)', sign => {
  let path: string[] = [];
  const written = rowsInGrid(REQUESTS).map(row => {
    const labels = row.slice(0, 3);
    const from = labels.findIndex(text => text !== '');
    if (from >= 0 && /^[一二三四（\d]/.test(labels[from]!)) path = [...path.slice(0, from), ...labels.slice(from)];
    return bars([path.filter(text => text !== '').join(sign), ...row.slice(3)]);
  });
  expect(read(REQUESTS, written.slice(2).join('\n'))).toEqual(sampleOf(REQUESTS));
});

describe('section four laid out another way', () => {
  const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const CASES = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const figures = Object.values(sampleOf(REVIEW));
  const of = (row: number) => figures.slice(row * RESULTS.length, (row + 1) * RESULTS.length);
  const grid = (rows: readonly (readonly string[])[]) => {
    const [head = [], ...others] = rows;
    return [bars(head), bars(head.map(() => '---')), ...others.map(bars)].join('\n');
  };
  const blanks = Array<string>(RESULTS.length - 1).fill('');
  const WAYS: Readonly<Record<string, string>> = {
    'rows below each other': grid([['', ...RESULTS], ...CASES.map((name, i) => [name, ...of(i)])]),
    'rows in their groups': grid([
      ['', '', ...RESULTS],
      ['行政复议', '', ...of(0)],
      ['行政诉讼', '未经复议直接起诉', ...of(1)],
      ['', '复议后起诉', ...of(2)],
    ]),
    'results below each other': grid([
      ['', ...CASES],
      ...RESULTS.map((name, j) => [name, ...CASES.map((_, i) => of(i)[j]!)]),
    ]),
    'a figure a row': grid([
      ['类别', '结果', '件数'],
      ...CASES.flatMap((name, i) => RESULTS.map((result, j) => [j === 0 ? name : '', result, of(i)[j]!])),
    ]),
    'three heads in one table': grid(CASES.flatMap((name, i) => [[name, ...blanks], RESULTS, of(i)])),
    'totals first': grid([
      CASES.flatMap(name => [name, ...blanks]),
      CASES.flatMap(() => ['总计', ...RESULTS.slice(0, -1)]),
      CASES.flatMap((_, i) => [of(i).at(-1)!, ...of(i).slice(0, -1)]),
    ]),
    'cases in another order': grid([
      [2, 0, 1].flatMap(i => [CASES[i]!, ...blanks]),
      CASES.flatMap(() => RESULTS),
      [2, 0, 1].flatMap(of),
    ]),
    'three tables': CASES.map((name, i) => grid([[name, ...blanks], RESULTS, of(i)])).join('\n\n'),
    'three lists': CASES.map((name, i) =>
      grid([[`（${'一二三'.charAt(i)}）${name}`, '件数'], ...RESULTS.map((result, j) => [result, of(i)[j]!])]),
    ).join('\n\n'),
  };

  it.each(Object.keys(WAYS))('is read by the labels beside and above: %s', way => {
    expect(read(REVIEW, WAYS[way]!)).toEqual(sampleOf(REVIEW));
  });

  it('is not read where a figure has two names, or none', () => {
    const written = WAYS['rows below each other']!;
    expect(read(REVIEW, written.replace('复议后起诉', '行政复议'))).toEqual({});
    expect(read(REVIEW, written.replace('复议后起诉', '另行起诉'))).toEqual({});
    expect(read(REVIEW, written.replace('其他结果', '结果维持'))).toEqual({});
  });
});

it('a head whose merged cells lost their widths tells the columns by their order', () => {
  const cell = (text: string, down: number) => `<td${down > 1 ? ` rowspan="${down}"` : ''}>${text}</td>`;
  const figures = sampleOf(REQUESTS);
  const written = REQUESTS.layout.map(row => {
    const cells = row.map(each =>
      cell(each.kind === 'text' ? each.text : figures[`${each.row}.${each.column}`]!, each.rowSpan ?? 1),
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  expect(read(REQUESTS, `<table>${written.join('\n')}</table>`)).toEqual(figures);
});

describe('three tables that are written as one', () => {
  const TABLES = ['t2.disclosure', 't3.requests', 't4.review_litigation'].map(id =>
    tableById(editionById('2021'), id)!,
  );
  const WIDTH = 15;
  const wide = (row: readonly string[]) => [...row, ...Array<string>(WIDTH - row.length).fill('')];
  const rowsWith = (title: (table: TableSpec, i: number) => string[][]) =>
    TABLES.flatMap((table, i) => [...title(table, i), ...rowsInGrid(table)].map(wide));
  const titled = rowsWith(({ title }, i) => [[`${'二三四'.charAt(i)}、${title}`]]);

  it.each([
    ['with bars', bars],
    ['with tabs', (row: readonly string[]) => row.join('\t')],
  ])('are read one by one: %s', (_, line) => {
    for (const rows of [titled, rowsWith(() => [])]) {
      const { tables } = reportOf(`海东县林业局2024年政府信息公开工作年度报告\n\n${rows.map(line).join('\n')}\n`);
      expect(tables.map(({ spec }) => spec)).toEqual(TABLES);
      for (const { spec, figures } of tables)
        expect(Object.fromEntries([...figures].map(([key, { text }]) => [key, text]))).toEqual(sampleOf(spec));
    }
  });

  it.each([
    ['in a draft', (table: string) => `海东县林业局2024年政府信息公开工作年度报告\n\n${table}\n`],
    ['in a page', (table: string) => `<h1>海东县林业局2024年政府信息公开工作年度报告</h1>\n${table}\n`],
  ])('are read one by one as an element %s, and not written anew in it', (_, draft) => {
    const row = (cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
    const rows = rowsWith(() => []).filter(cells => !cells.includes('3.其他'));
    const report = reportOf(draft(`<table>\n${rows.map(row).join('\n')}\n</table>`));
    expect(report.tables.map(({ spec, figures }) => [spec, figures.size])).toEqual([
      [TABLES[0], 10],
      [TABLES[1], 168],
      [TABLES[2], 15],
    ]);
    for (const table of report.tables) expect(replaceByStandard(report, table, 'line')).toBeUndefined();
  });
});

describe('a merged figure that stands in each place that it covers', () => {
  const DISCLOSURE = tableById(editionById('2021'), 't2.disclosure')!;

  it('is one in lines that are aligned by spaces, and two figures are none', () => {
    const figures = sampleOf(DISCLOSURE);
    const rows = rowsOf(DISCLOSURE, figures).map(row => (row.length === 2 ? [row[0]!, ...Array(3).fill(row[1])] : row));
    expect(read(DISCLOSURE, rows.map(spaced).join('\n'))).toEqual(figures);
    const lost = rows.map(row => (row[0] === '行政许可' ? row.slice(0, 3) : row));
    expect(read(DISCLOSURE, lost.map(spaced).join('\n'))['administrativeLicense.decisions']).toBeUndefined();
  });
});

describe('a label and its figures in lines of their own', () => {
  const DISCLOSURE = tableById(editionById('2021'), 't2.disclosure')!;
  const lines = rowsOf(DISCLOSURE).flatMap(row =>
    row.slice(1).every(text => /^[\d.]+$/.test(text)) ? [row[0]!, row.slice(1).join(' ')] : row,
  );

  it('are rows where each label of the form has one such line', () => {
    expect(read(DISCLOSURE, lines.join('\n'))).toEqual(sampleOf(DISCLOSURE));
  });

  it('are none where a line is lost or the figures come first', () => {
    const lost = lines.filter((_, i) => lines[i - 1] !== '行政处罚');
    expect(read(DISCLOSURE, lost.join('\n'))['rules.issued']).toBeUndefined();
    const swapped = lines.flatMap((line, i) =>
      /^[\d. ]+$/.test(line) ? [] : /^[\d. ]+$/.test(lines[i + 1] ?? '') ? [lines[i + 1]!, line] : [line],
    );
    expect(read(DISCLOSURE, swapped.join('\n'))['rules.issued']).toBeUndefined();
  });
});

describe('figures below each other, with blanks', () => {
  const some = Object.fromEntries(
    Object.entries(sampleOf(REQUESTS)).map(([key, text]) => [key, text === '0' ? '' : text]),
  );
  const figures = rowsOf(REQUESTS, some).slice(3);
  const cell = (text: string) => ' '.repeat(12 - text.length) + text;
  const aligned = (row: readonly string[]) => {
    const label = row
      .slice(0, -7)
      .filter(text => text !== '')
      .join('  ');
    return label + ' '.repeat(Math.max(2, 100 - displayWidth(label))) + row.slice(-7).map(cell).join('').trimEnd();
  };

  it('are told by their places', () => {
    const known = Object.fromEntries(
      Object.entries(read(REQUESTS, figures.map(aligned).join('\n'))).filter(([, text]) => text !== ''),
    );
    expect(known).toEqual(Object.fromEntries(Object.entries(some).filter(([, text]) => text !== '')));
  });

  it('are not read where the blanks were lost, or the row does not add up', () => {
    const found = read(REQUESTS, figures.map(spaced).join('\n'));
    expect(Object.entries(found).filter(([key, text]) => text !== some[key])).toEqual([]);
    const wrong = figures.map(row => (row[0]!.startsWith('二、') ? [...row.slice(0, -1), '999'] : row));
    const unread = read(REQUESTS, wrong.map(aligned).join('\n'));
    expect(Object.keys(unread).filter(key => key.startsWith('carriedIn.'))).toEqual([]);
  });
});

it('two figures on the lines of one cell of a wiki are not made one', () => {
  const written = `{|\n${rowsOf(REVIEW)
    .map(row => row.map(text => `| ${text}`).join('\n'))
    .join('\n|-\n')
    .replace(/\| 8$/m, '| 8\n4')}\n|}`;
  const found = Object.values(read(REVIEW, written));
  expect(found).toContain('8\n4');
});

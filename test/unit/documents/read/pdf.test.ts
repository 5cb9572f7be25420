import { describe, expect, it } from 'vitest';
import { imported, importedLines, refusalOfImport } from '../../../support/documents.ts';
import { box, line, pdf, table, text, type LineStyle, type TestCell } from '../../../support/pdf.ts';

/** Paragraphs of 16 point type, lines as they stand on a page from the top; a blank one is a gap. */
function lines(...given: readonly (string | readonly [indent: number, words: string])[]): string {
  return given
    .map((each, i) => {
      const [indent, words] = typeof each === 'string' ? [0, each] : each;
      return words === '' ? '' : text(80 + indent, 760 - i * 28, words, { size: 16 });
    })
    .join('');
}

const page = (content: string) => ({ content });
const MERGED: readonly TestCell[] = [
  { row: 0, column: 0, rowSpan: 2, words: '信息内容' },
  { row: 0, column: 1, columnSpan: 2, words: '本年' },
  { row: 1, column: 1, words: '制发' },
  { row: 1, column: 2, words: '废止' },
  { row: 2, column: 0, words: '规章' },
  { row: 2, column: 1, words: '12' },
  { row: 2, column: 2, words: '3' },
];
const HTML = [
  '<table>',
  '<tr><td rowspan="2">信息内容</td><td colspan="2">本年</td></tr>',
  '<tr><td>制发</td><td>废止</td></tr>',
  '<tr><td>规章</td><td>12</td><td>3</td></tr>',
  '</table>',
];
const cells = (...rows: readonly (readonly string[])[]): TestCell[] =>
  rows.flatMap((words, row) => words.map((each, column) => ({ row, column, words: each })));
const TWO_COLUMNS = [200, 100];

describe('a table of a PDF file', () => {
  it.each<LineStyle>(['lines', 'boxes', 'cells', 'pieces'])('is read by its lines, drawn as %s', async style => {
    const bytes = pdf([page(table(100, 700, [100, 60, 60], [20, 20, 20], MERGED, { style }))]);
    expect(await importedLines(bytes)).toEqual(HTML);
  });

  it('is read whatever the order and the direction in which it is drawn', async () => {
    const byColumns = [...MERGED].sort((a, b) => a.column - b.column || b.row - a.row);
    expect(await importedLines(pdf([page(table(100, 700, [100, 60, 60], [20, 20, 20], byColumns))]))).toEqual(HTML);
  });

  it('is read on a page that is shown turned, and where it is printed lengthwise', async () => {
    const drawn = table(100, 500, [100, 60, 60], [20, 20, 20], MERGED);
    const turned = (matrix: string) => `q ${matrix} cm\n${drawn}Q\n`;
    for (const each of [
      { content: turned('0 1 -1 0 595 0'), rotate: 90 },
      { content: turned('0 -1 1 0 0 842'), rotate: 270 },
      { content: turned('-1 0 0 -1 595 842'), rotate: 180 },
      { content: turned('0 1 -1 0 595 0') },
      { content: turned('0 -1 1 0 0 842') },
    ])
      expect(await importedLines(pdf([each]))).toEqual(HTML);
  });

  it('keeps the raised digit of a note apart from the figure before it', async () => {
    const drawn = table(100, 700, TWO_COLUMNS, [20], cells(['总计', '']));
    const figure = text(320, 686, '12', { size: 10 }) + text(330, 690, '1', { size: 6 });
    expect(await importedLines(pdf([page(drawn + figure)]))).toContain('<tr><td>总计</td><td>12¹</td></tr>');
  });

  it('is closed where its lines reach beyond the last one across', async () => {
    const open = [100, 200, 260, 320].map(x => line(x, 640, x, 700)).join('') + line(100, 700, 320, 700);
    const drawn = open + line(100, 680, 320, 680) + text(105, 685, '甲') + text(205, 685, '乙') + text(105, 660, '丙');
    expect(await importedLines(pdf([page(drawn)]))).toEqual(['| 甲 | 乙 |  |', '| --- | --- | --- |', '| 丙 |  |  |']);
  });

  it('is one where it has no lines at its sides and rows of one cell', async () => {
    const rules = [700, 680, 660, 640, 620].map(y => line(100, y, 300, y)).join('');
    const inner = [680, 640].map(y => line(200, y, 200, y - 20)).join('');
    const words = [['第一项'], ['规章', '1'], ['第二项'], ['许可', '2']]
      .map((row, y) => row.map((each, x) => text(110 + 100 * x, 686 - 20 * y, each)).join(''))
      .join('');
    expect(await importedLines(pdf([page(rules + inner + words)]))).toEqual([
      '<table>',
      '<tr><td colspan="2">第一项</td></tr>',
      '<tr><td>规章</td><td>1</td></tr>',
      '<tr><td colspan="2">第二项</td></tr>',
      '<tr><td>许可</td><td>2</td></tr>',
      '</table>',
    ]);
  });

  it('has its figures in their cells also where they are wider, and apart where they all but touch', async () => {
    const frame = table(100, 700, [100, 20, 20, 20], [20], cells(['规章', '', '', '']));
    const wide = frame + text(207, 686, '12345', { size: 9 }) + text(245, 686, '7', { size: 9 });
    expect(await importedLines(pdf([page(wide)]))).toContain('| 规章 |  |  | 7 |'.replace('|  |  |', '| 12345 |  |'));
    const near = frame + text(201.5, 686, '1234', { size: 9 }) + text(220.5, 686, '5678', { size: 9 });
    expect(await importedLines(pdf([page(near)]))).toContain('| 规章 | 1234 | 5678 |  |');
  });

  it('has words that run downwards, drawn so or turned', async () => {
    const frame = table(100, 700, [40, 80], [120], cells(['', '一二三四五六七八']));
    const down = [
      text(120, 690, '办理结果', { font: 'vertical' }),
      text(126, 690, '办理结果', { matrix: '0 -1 1 0' }),
      [...'办理结果'].map((sign, i) => text(114, 680 - i * 13, sign)).join(''),
      // Two columns, the first on the right.
      [...'办理'].map((sign, i) => text(122, 680 - i * 13, sign)).join('') +
        text(122, 654, '结', {}) +
        text(104, 680, '果'),
    ];
    for (const each of down)
      expect(await importedLines(pdf([page(frame + each)]))).toContain('| 办理结果 | 一二三四五六七八 |');
  });

  it('is none where lines only underline, frame a text or are white', async () => {
    const underlined = line(100, 698, 200, 698) + text(100, 700, '甲');
    const framed = box(90, 600, 300, 60, 'S') + text(100, 620, '乙乙');
    const white = `1 1 1 RG 1 1 1 rg\n${table(100, 500, [50, 50], [20, 20], [])}${line(100, 500, 200, 500)}${line(150, 480, 150, 500)}${line(100, 480, 200, 480)}0 0 0 RG 0 0 0 rg\n`;
    expect(await importedLines(pdf([page(underlined + framed + white + text(100, 485, '丙丙丙'))]))).toEqual([
      '甲',
      '乙乙',
      '丙丙丙',
    ]);
  });
});

describe('a table over several pages', () => {
  const [first, second] = [
    [
      ['信息内容', '数量'],
      ['规章', '1'],
      ['行政许可', '2'],
    ],
    [
      ['信息内容', '数量'],
      ['行政处罚', '3'],
    ],
  ];
  const both = (above: readonly TestCell[], below: readonly TestCell[], rows = 3) =>
    pdf([
      page(table(100, 300, TWO_COLUMNS, new Array<number>(rows).fill(20), above) + text(290, 30, '- 1 -')),
      page(table(90, 780, TWO_COLUMNS, [20, 20], below) + text(290, 30, '- 2 -')),
    ]);

  it('is one, its header once, without the numbers of the pages', async () => {
    expect(await importedLines(both(cells(...(first ?? [])), cells(...(second ?? []))))).toEqual([
      '| 信息内容 | 数量 |',
      '| --- | --- |',
      '| 规章 | 1 |',
      '| 行政许可 | 2 |',
      '| 行政处罚 | 3 |',
    ]);
  });

  it('is two where words stand between or the columns are others', async () => {
    const between = pdf([
      page(table(100, 300, TWO_COLUMNS, [20, 20, 20], cells(...(first ?? [])))),
      page(text(100, 790, '三、说明') + table(100, 700, TWO_COLUMNS, [20, 20], cells(...(second ?? [])))),
    ]);
    expect((await importedLines(between)).filter(each => each.startsWith('| ---'))).toHaveLength(2);
    const other = pdf([
      page(table(100, 300, TWO_COLUMNS, [20, 20, 20], cells(...(first ?? [])))),
      page(table(100, 700, [120, 180], [20, 20], cells(...(second ?? [])))),
    ]);
    expect((await importedLines(other)).filter(each => each.startsWith('| ---'))).toHaveLength(2);
  });

  it('has rows and merged cells whole that the page parts', async () => {
    const torn = both(
      cells(['信息内容', '数量'], ['规章', '1'], ['行政处', '2']),
      cells(['罚', ''], ['行政强制', '3']),
    );
    expect(await importedLines(torn)).toEqual([
      '| 信息内容 | 数量 |',
      '| --- | --- |',
      '| 规章 | 1 |',
      '| 行政处罚 | 2 |',
      '| 行政强制 | 3 |',
    ]);
    const merged = pdf([
      page(
        table(
          100,
          300,
          [60, 140, 100],
          [20, 20],
          [
            { row: 0, column: 0, rowSpan: 2, words: '不予处理' },
            ...[
              ['重复申请', '1'],
              ['信访', '2'],
            ].flatMap((words, row) => words.map((each, i) => ({ row, column: i + 1, words: each }))),
          ],
        ),
      ),
      page(
        table(
          100,
          780,
          [60, 140, 100],
          [20, 20],
          [
            { row: 0, column: 0, rowSpan: 2 },
            ...[
              ['其他', '3'],
              ['咨询', '4'],
            ].flatMap((words, row) => words.map((each, i) => ({ row, column: i + 1, words: each }))),
          ],
        ),
      ),
    ]);
    expect((await importedLines(merged))[1]).toBe('<tr><td rowspan="4">不予处理</td><td>重复申请</td><td>1</td></tr>');
  });

  it('keeps figures of two rows apart', async () => {
    const bytes = both(cells(['信息内容', '数量'], ['规章', '1'], ['其他', '2']), cells(['其他', '3'], ['合计', '5']));
    expect((await importedLines(bytes)).slice(-3)).toEqual(['| 其他 | 2 |', '| 其他 | 3 |', '| 合计 | 5 |']);
  });
});

describe('the text of a PDF file', () => {
  const BODY = [
    [104, '云溪县财政局2024年政府信息公开工作年度报告'],
    '',
    [32, '一、总体情况'],
    [32, '本年度主动公开政府信息三百二十六条，其中规范性文件'],
    '十二件，均已在门户网站公布，全年没有发生应公开未公开的情',
    '况。',
    [32, '（一）依申请公开。全年共收到申请十二件，均按期答复。'],
    [32, '（二）监督保障'],
  ] as const;

  it('is put together by lines, paragraphs by their indents', async () => {
    expect(await importedLines(pdf([page(lines(...BODY))]))).toEqual([
      '# 云溪县财政局2024年政府信息公开工作年度报告',
      '## 一、总体情况',
      '本年度主动公开政府信息三百二十六条，其中规范性文件十二件，均已在门户网站公布，全年没有发生应公开未公开的情况。',
      '（一）依申请公开。全年共收到申请十二件，均按期答复。',
      '### （二）监督保障',
    ]);
  });

  it('goes on over pages, without page numbers and what stands on each of them', async () => {
    const header = text(80, 810, '云溪县财政局  公开材料', { size: 9 });
    const bytes = pdf([
      page(
        `${header}${lines([32, '本年度主动公开政府信息三百二十六条，其中规范性文件'])}${text(290, 30, '第1页 共2页', { size: 9 })}`,
      ),
      page(`${header}${lines('十二件。', [32, '另有一段。'])}${text(290, 30, '第2页 共2页', { size: 9 })}`),
    ]);
    const { markdown, noteIds } = await imported(bytes);
    expect(noteIds).toEqual(['pdfMargins']);
    expect(markdown.split('\n\n').slice(1)).toEqual([
      '本年度主动公开政府信息三百二十六条，其中规范性文件十二件。',
      '另有一段。\n',
    ]);
  });

  it('is parted where nothing is indented by what would have had its place', async () => {
    const bytes = pdf([
      page(
        lines(
          '本年度主动公开政府信息三百二十六条，其中规范性文件十二件',
          '，均已公布。',
          '全年共收到申请十二件，比上年增加三件，均在法定期限内答',
          '复。',
        ),
      ),
    ]);
    expect(await importedLines(bytes)).toEqual([
      '本年度主动公开政府信息三百二十六条，其中规范性文件十二件，均已公布。',
      '全年共收到申请十二件，比上年增加三件，均在法定期限内答复。',
    ]);
  });

  it('has the characters that fonts name, or say in a table of their own', async () => {
    for (const font of ['named', 'mapped'] as const)
      expect(await importedLines(pdf([page(text(100, 700, '公开28件。', { font }))]))).toEqual(['公开28件。']);
  });

  it('is refused where fonts do not say what their signs are, and marked where few are', async () => {
    const codes = '\u0014\u0215\u0377\u0530\u0013';
    expect(await refusalOfImport(pdf([page(text(100, 700, codes, { font: 'unmapped' }))]))).toBe(
      'documents.refused.noCharacters',
    );
    const { markdown, noteIds } = await imported(
      pdf([page(text(100, 700, '本年度主动公开政府信息共') + text(244, 700, '\u0014\u0015', { font: 'unmapped' }))]),
    );
    expect(markdown).toContain('信息共\ufffd\ufffd');
    expect(noteIds).toEqual(['pdfUnreadable']);
  });

  it('is that which is seen: bold type once, no radicals, nothing hidden or aslant', async () => {
    const bold = text(100, 700, '公开', { size: 16 }) + text(100.4, 700, '公开', { size: 16 });
    const radicals = text(100, 660, '⾏政');
    const hidden = text(100, 640, '内部', { operators: '3 Tr' }) + '0 Tr\n';
    const mark = text(300, 300, '样稿样稿', { matrix: '0.7 0.7 -0.7 0.7', operators: '0 Tr' });
    const { markdown, noteIds } = await imported(pdf([page(bold + radicals + hidden + mark)]));
    expect(markdown.split('\n\n').slice(1)).toEqual(['公开', '行政\n']);
    expect(noteIds).toEqual(['hidden', 'pdfSlanted']);
  });

  it('has pages named whose words are drawings, and none that are blank', async () => {
    const drawn = { content: '100 100 m 120 140 160 180 200 100 c S' };
    const { noteIds, notes } = await imported(pdf([page(text(100, 700, '正文')), drawn, { content: '' }]));
    expect(noteIds).toEqual(['pdfEmptyPages']);
    expect(notes[0]?.args).toEqual({ names: '2' });
  });

  it('of a scan is what was recognised, with the word to compare it', async () => {
    const { markdown, noteIds } = await imported(pdf([page(text(100, 700, '公开28件。', { operators: '3 Tr' }))]));
    expect(markdown).toContain('公开28件。');
    expect(noteIds).toEqual(['pdfRecognised']);
  });

  it('has no comments of readers, which are counted', async () => {
    const note = '<</Type/Annot/Subtype/Text/Rect[300 700 320 720]/Contents(x)>>';
    const { markdown, noteIds } = await imported(pdf([{ content: text(100, 700, '正文'), annotations: [note] }]));
    expect(markdown).toContain('正文');
    expect(noteIds).toEqual(['pdfComments']);
  });

  it('laid out in columns without lines keeps them', async () => {
    const rows = [
      ['规章', '1', '2'],
      ['行政许可', '3', '4'],
    ];
    const drawn = rows.flatMap((row, y) => row.map((words, x) => text(100 + 120 * x, 700 - 20 * y, words))).join('');
    expect(await importedLines(pdf([page(drawn)]))).toEqual(['规章\t1\t2', '行政许可\t3\t4']);
  });
});

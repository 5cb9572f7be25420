import * as XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from '../../../support/docx.ts';
import { imported, importedLines, refusalOfImport } from '../../../support/documents.ts';

type Rows = readonly (readonly (string | number | null)[])[];

/** Bytes of a workbook; sheets by name, a name that begins with - is hidden. */
function workbook(
  sheets: Readonly<Record<string, { readonly rows: Rows; readonly merges?: readonly string[] }>>,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
  change: (sheet: XLSX.WorkSheet) => void = () => undefined,
): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, { rows, merges = [] }] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map(row => [...row]));
    sheet['!merges'] = merges.map(range => XLSX.utils.decode_range(range));
    change(sheet);
    XLSX.utils.book_append_sheet(book, sheet, name.replace(/^-/, ''));
  }
  book.Workbook = { Sheets: Object.keys(sheets).map(name => ({ Hidden: name.startsWith('-') ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType, bookSST: true }) as ArrayBuffer);
}

const TABLE: Rows = [
  ['附表', null, null],
  ['项目', '自然人', '总计'],
  ['一、本年新收政府信息公开申请数量', 3, 1234],
  ['二、上年结转政府信息公开申请数量', '0', 1],
  ['四、结转下年度继续办理', 12.5, 2],
  ['填表人：甲', null, null],
];

describe('a workbook', () => {
  it.each(['xlsx', 'biff8'] as const)('is read as lines and a table, hidden sheets left out: %s', async type => {
    const bytes = workbook({ 表三: { rows: TABLE }, 说明: { rows: [['如实填写']] }, '-去年': { rows: TABLE } }, type);
    const { markdown, noteIds, notes } = await imported(bytes);
    expect(noteIds).toEqual(['sheets']);
    expect(notes[0]?.args).toEqual({ count: 2, names: '说明、去年' });
    expect(markdown.split('\n').slice(2).filter(Boolean)).toEqual([
      '附表',
      '| 项目 | 自然人 | 总计 |',
      '| --- | --- | --- |',
      '| 一、本年新收政府信息公开申请数量 | 3 | 1234 |',
      '| 二、上年结转政府信息公开申请数量 | 0 | 1 |',
      '| 四、结转下年度继续办理 | 12.5 | 2 |',
      '填表人：甲',
    ]);
  });

  it('of a whole report on one sheet gives its sections, each with its table', async () => {
    const rows: Rows = [
      ['云溪县财政局2024年政府信息公开工作年度报告', null, null],
      ['一、总体情况', null, null],
      ['主动公开3条。', null, null],
      ['二、主动公开政府信息情况', null, null],
      ['第二十条第（一）项', null, null],
      ['信息内容', '本年制发件数', '本年废止件数'],
      ['规章', 0, 0],
      ['行政规范性文件', 3, 1],
      ['三、收到和处理政府信息公开申请情况', null, null],
      ...TABLE.slice(1, 5),
      ['五、存在的主要问题及改进情况', null, null],
      ['问题：……', null, null],
    ];
    const lines = await importedLines(workbook({ 年报: { rows, merges: ['A1:C1', 'A4:C4', 'A5:C5'] } }));
    expect(lines.filter(line => line.startsWith('#'))).toEqual([
      '# 云溪县财政局2024年政府信息公开工作年度报告',
      '## 一、总体情况',
      '## 二、主动公开政府信息情况',
      '## 三、收到和处理政府信息公开申请情况',
      '## 五、存在的主要问题及改进情况',
    ]);
    const at = (text: string) => lines.findIndex(line => line.includes(text));
    expect(at('规章')).toBeGreaterThan(at('## 二、'));
    expect(at('## 三、')).toBeGreaterThan(at('行政规范性文件'));
    expect(at('本年新收')).toBeGreaterThan(at('## 三、'));
    expect(lines.at(-1)).toBe('问题：……');
  });

  it('keeps merged cells, values as printed without grouping, and errors', async () => {
    const rows: Rows = [
      ['甲', null, '乙'],
      [1, 2345678, 3],
    ];
    const bytes = workbook({ a: { rows, merges: ['A1:B1'] } }, 'xlsx', sheet => {
      (sheet['B2'] as XLSX.CellObject).z = '#,##0';
      sheet['C2'] = { t: 'e', v: 0x17, w: '#REF!' };
    });
    expect(await importedLines(bytes)).toEqual([
      '<table>',
      '<tr><td colspan="2">甲</td><td>乙</td></tr>',
      '<tr><td>1</td><td>2345678</td><td>#REF!</td></tr>',
      '</table>',
    ]);
  });

  it('writes formulas that no program has computed as they are, and says so', async () => {
    const rows: Rows = [
      ['甲', '乙', '合计'],
      [1, 2, null],
    ];
    const { markdown, notes } = await imported(
      workbook({ a: { rows } }, 'xlsx', sheet => {
        sheet['C2'] = { t: 'z', f: 'SUM(A2:B2)' };
      }),
    );
    expect(markdown).toContain('| 1 | 2 | =SUM(A2:B2) |');
    expect(notes).toMatchObject([{ message: 'documents.note.uncomputed', args: { count: 1 }, isLoss: true }]);
  });

  it('reads cells of several types: notes are raised, what is struck out is left out', async () => {
    const run = (text: string, properties = '') => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
    const files = unzipSync(workbook({ a: { rows: [['121', '甲[1]', '98', '粗细']] } }));
    const shared = 'xl/sharedStrings.xml';
    let strings = strFromU8(files[shared] ?? new Uint8Array());
    const rich = (text: string, ...runs: string[]) => {
      strings = strings.replace(new RegExp(`<t[^>]*>${text.replace(/[[\]]/g, '.')}</t>`), runs.join(''));
    };
    rich('121', run('12'), run('1', '<vertAlign val="superscript"/>'));
    rich('甲[1]', run('甲'), run('[1]', '<vertAlign val="superscript"/>'));
    rich('98', run('9', '<strike/>'), run('8', '<strike val="0"/>'));
    rich('粗细', run('粗', '<b/>'), run('细'));
    const { markdown, notes } = await imported(zip({ ...files, [shared]: strings }));
    expect(markdown).toContain('<td>12¹</td><td>甲[1]</td><td>8</td><td>粗细</td>');
    expect(notes).toMatchObject([{ message: 'documents.note.struck', args: { count: 1 }, isLoss: true }]);
  });

  it('writes numbers that are shown in Chinese numerals in digits', async () => {
    const lines = await importedLines(
      workbook({ a: { rows: [['总计', 17]] } }, 'xlsx', sheet => {
        (sheet['B1'] as XLSX.CellObject).z = '[DBNum1][$-804]General';
      }),
    );
    expect(lines[0]).toBe('| 总计 | 17 |');
  });

  it('parts what stands at the right of an official table behind an empty column', async () => {
    const noted = TABLE.map((row, i) => [...row, null, [null, '校验', 0, 0, 0, null][i] ?? null]);
    const { markdown } = await imported(workbook({ 表三: { rows: noted } }));
    expect(markdown).toContain('| 一、本年新收政府信息公开申请数量 | 3 | 1234 |\n');
    expect(markdown).toContain('校验');
    // An empty column before figures parts nothing.
    const spaced = TABLE.map(([label = null, ...figures]) => [label, null, ...figures]);
    expect((await imported(workbook({ 表三: { rows: spaced } }))).markdown).toMatch(
      /\| 一、本年新收政府信息公开申请数量 \|(?:  \|)? 3 \| 1234 \|\n/,
    );
  });

  it('parts tables that stand beside each other, with a column between or none', async () => {
    const beside = (gap: readonly null[]): Rows => [
      ['2024年', null, ...gap, '2023年', null, null],
      ...[
        ['信息内容', '本年处理决定数量'],
        ['行政许可', 12],
        ['行政处罚', 3],
        ['行政强制', 1],
        ['规章', 2],
      ].map((left, i) => [...left, ...gap, ...(TABLE.slice(1, 5)[i] ?? [null, null, null])]),
    ];
    for (const gap of [[], [null]]) {
      const { markdown } = await imported(workbook({ 年报: { rows: beside(gap) } }));
      const cells = markdown.replace(/<\/?t[dr]>|\|/g, ' ').replace(/\s+/g, ' ');
      expect(cells).toContain(' 行政强制 1 规章 2 ');
      expect(cells).toContain(' 二、上年结转政府信息公开申请数量 0 1 ');
      expect(cells.indexOf('2023年')).toBeGreaterThan(cells.indexOf('规章'));
    }
  });

  it('gives of several years the last that has figures', async () => {
    const of = (year: string, figure: number | null): Rows => [
      [year === '' ? null : `临水县${year}年度情况`, null, null],
      ...TABLE.slice(1, 5).map(([label = null]) => [label, figure, figure]),
    ];
    const sheets = { 甲: { rows: of('2023', 7) }, 乙: { rows: of('2024', 8) }, 丙2025: { rows: of('', null) } };
    const { markdown, notes } = await imported(workbook(sheets));
    expect(markdown).toContain('| 8 | 8 |');
    expect(markdown).not.toContain('| 7 | 7 |');
    expect(notes).toMatchObject([{ message: 'documents.note.sheets', args: { count: 2, names: '甲、丙2025' } }]);
  });

  it('leaves out hidden rows and columns, and says so; a cell merged over them keeps its text', async () => {
    const rows: Rows = [
      ['甲', null, null, '乙'],
      ['一', 1, 77, 2],
      ['旧', 8, 8, 8],
      ['二', 3, 77, 4],
    ];
    const { markdown, notes } = await imported(
      workbook({ a: { rows, merges: ['A1:C1'] } }, 'xlsx', sheet => {
        sheet['!rows'] = [{}, {}, { hidden: true }];
        sheet['!cols'] = [{}, {}, { hidden: true }];
      }),
    );
    expect(markdown).toContain(
      '<tr><td colspan="2">甲</td><td>乙</td></tr>\n<tr><td>一</td><td>1</td><td>2</td></tr>\n<tr><td>二</td><td>3</td><td>4</td></tr>',
    );
    expect(notes).toMatchObject([{ message: 'documents.note.hidden', args: { count: 2 }, isLoss: true }]);
  });

  it('joins the lines of a label, and never two figures', async () => {
    expect(
      await importedLines(
        workbook({
          a: {
            rows: [
              ['商业\n企业', '1\n2'],
              ['a', 'b'],
            ],
          },
        }),
      ),
    ).toEqual(['| 商业企业 | 1<br>2 |', '| --- | --- |', '| a | b |']);
  });

  it('is refused where it is too large or damaged', async () => {
    const wide = workbook({ a: { rows: [Array.from({ length: 500 }, (_, i) => i)] } });
    expect(await refusalOfImport(wide)).toBe('documents.refused.tableTooWide');
    const bytes = workbook({ a: { rows: TABLE } });
    expect(await refusalOfImport(bytes.subarray(0, bytes.length / 2))).toBe('documents.refused.damaged');
  });
});

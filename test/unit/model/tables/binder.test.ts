import { describe, expect, it } from 'vitest';
import { editionById, tableById } from '../../../../server/src/format/index.ts';
import { valueOf, type BoundTable } from '../../../../server/src/model/report.ts';
import { writeTable } from '../../../../server/src/model/writing/write.ts';
import { SAMPLE_2021, sampleReport } from '../../../support/sample.ts';
import { reportOf } from '../reports.ts';

const TITLE = '海东县林业局2024年政府信息公开工作年度报告\n\n';
const TITLE_2019 = '海东县林业局2019年政府信息公开工作年度报告\n\n';

function tableIn(text: string, id: string): BoundTable {
  const found = reportOf(text).tables.filter(({ spec }) => spec.id === id);
  expect(found).toHaveLength(1);
  return found[0]!;
}

function texts(table: BoundTable): Record<string, string> {
  return Object.fromEntries([...table.figures].map(([key, figure]) => [key, figure.text]));
}

describe('section two', () => {
  const part = (caption: string, header: string, ...rows: string[]) =>
    [caption, '', header, `|${'---|'.repeat(header.split('|').length - 2)}`, ...rows, ''].join('\n');

  it('may be written as several tables, which are one here', () => {
    const text = `${TITLE}二、主动公开政府信息情况\n\n${[
      part(
        '第二十条第（一）项',
        '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
        '| 规章 | 0 | 0 | 1 |',
        '| 行政规范性文件 | 2 | 1 | 9 |',
      ),
      part('第二十条第（五）项', '| 信息内容 | 本年处理决定数量 |', '| 行政许可 | 120 |'),
      part('第二十条第（六）项', '| 信息内容 | 本年处理决定数量 |', '| 行政处罚 | 4 |', '| 行政强制 | 5 |'),
      part('第二十条第（八）项', '| 信息内容 | 本年收费金额（单位：万元） |', '| 行政事业性收费 | 3.5 |'),
    ].join('\n')}`;
    const table = tableIn(text, 't2.disclosure');
    expect(table.blocks.length).toBeGreaterThan(1);
    expect(texts(table)).toMatchObject({
      'rules.effective': '1',
      'normativeDocuments.issued': '2',
      'administrativeLicense.decisions': '120',
      'administrativePenalty.decisions': '4',
      'administrativeCompulsion.decisions': '5',
      'administrativeFee.amountWanYuan': '3.5',
    });
    for (const figure of table.figures.values())
      expect(text.slice(figure.span.start, figure.span.end)).toBe(figure.text);
  });

  it('bears the labels of its own edition', () => {
    const of2019 = tableById(editionById('2019'), 't2.disclosure')!;
    const of2021 = tableById(editionById('2021'), 't2.disclosure')!;
    const body = (id: typeof of2019) => `二、主动公开政府信息情况\n\n${writeTable(id, 'pipe', () => '1')}\n`;
    expect(tableIn(TITLE_2019 + body(of2019), 't2.disclosure').edition.id).toBe('2019');
    expect(tableIn(TITLE + body(of2021), 't2.disclosure').edition.id).toBe('2021');
    // A table left over from another year keeps its own edition.
    expect(tableIn(TITLE + body(of2019), 't2.disclosure').edition.id).toBe('2019');
    expect(tableIn(TITLE_2019 + body(of2021), 't2.disclosure').edition.id).toBe('2021');
  });

  it('alone tells the edition of an extract', () => {
    for (const id of ['2019', '2021'] as const) {
      const table = tableById(editionById(id), 't2.disclosure')!;
      expect(reportOf(`二、主动公开政府信息情况\n\n${writeTable(table, 'html', () => '1')}\n`).edition?.id).toBe(id);
    }
  });
});

describe('section three', () => {
  it.each(['2019', '2021'] as const)('of %s keeps its rows apart', id => {
    const table = tableById(editionById(id), 't3.requests')!;
    const bound = tableIn(
      `${id === '2019' ? TITLE_2019 : TITLE}三、收到和处理政府信息公开申请情况\n\n${writeTable(table, 'pipe', (row, column) => `${String(table.parts[0]!.rows.findIndex(each => each.key === row))}0${String(table.parts[0]!.columns.findIndex(each => each.key === column))}`)}\n`,
      't3.requests',
    );
    expect(bound.spec).toBe(table);
    expect(bound.parts[0]?.rows.map(({ spec }) => spec.key)).toEqual(table.parts[0]?.rows.map(({ key }) => key));
  });

  it('in the form of another year is read by that', () => {
    const table = tableById(editionById('2019'), 't3.requests')!;
    const bound = tableIn(
      `${TITLE}三、收到和处理政府信息公开申请情况\n\n${writeTable(table, 'tabbed', () => '0')}\n`,
      't3.requests',
    );
    expect([...bound.figures.keys()]).toContain('resultTotal.total');
  });

  it('knows rows that nobody asked for', () => {
    const text = sampleReport('pipe').replace(
      /(\| \|? ?[^\n]*（七）总计)/,
      '| 三、本年度办理结果 | （八）特别处理 | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n$1',
    );
    expect(tableIn(text, 't3.requests').extraRows.map(({ label }) => label)).toEqual(['（八）特别处理']);
  });

  it('takes a number that is one sign for its signs', () => {
    const spec = tableById(editionById('2021'), 't3.requests')!;
    const written = writeTable(spec, 'pipe', row => (row === 'otherMisc' ? '4' : '0'));
    const text = `${TITLE}三、收到和处理政府信息公开申请情况\n\n${written
      .replaceAll('3.其他', '⒊其他')
      .replaceAll('1.属于国家秘密', '⒈属于国家秘密')
      .replaceAll('（三）不予公开', '㈢不予公开')}\n`;
    const { figures } = tableIn(text, 't3.requests');
    expect([figures.size, figures.get('otherMisc.otherOrg')?.text]).toEqual([175, '4']);
  });

  it('takes a label that is nearly right', () => {
    const text = sampleReport('pipe').replace('8.属于行政查询事项', '8.属于行政机关查询事项');
    const row = tableIn(text, 't3.requests').parts[0]?.rows.find(
      ({ spec }) => spec.key === 'refusedAdministrativeQuery',
    );
    expect(row?.match).toBe('similar');
    expect(row?.label).toBe('8.属于行政机关查询事项');
  });

  it('flattened and with lost cells has values of unknown columns', () => {
    const table = tableById(editionById('2021'), 't3.requests')!;
    const cells = table.layout
      .flat()
      .map(cell =>
        cell.kind === 'text' ? cell.text : String(SAMPLE_2021['t3.requests']?.[cell.row]?.[cell.column] ?? 0),
      );
    const at = cells.indexOf('（一）予以公开');
    const text = `${TITLE}三、收到和处理政府信息公开申请情况\n\n${[...cells.slice(0, at + 1), ...cells.slice(at + 3)].filter(cell => cell !== '').join('\n')}\n`;
    const bound = tableIn(text, 't3.requests');
    expect(bound.shortRows.map(({ row, values }) => [row.key, values.map(valueOf)])).toEqual([
      ['granted', [1, 1, 4, 2, 47]],
    ]);
    expect(bound.figures.has('granted.total')).toBe(false);
    expect(valueOf(bound.figures.get('partiallyGranted.total'))).toBe(12);
  });
});

describe('section four', () => {
  it.each(['pipe', 'html', 'tabbed'] as const)('has its rows side by side, as %s', layout => {
    const table = tableIn(sampleReport(layout), 't4.review_litigation');
    expect(Object.fromEntries([...table.figures].map(([key, figure]) => [key, valueOf(figure)]))).toMatchObject({
      'review.upheld': 8,
      'review.total': 14,
      'litigationDirect.pending': 4,
      'litigationAfterReview.upheld': 3,
      'litigationAfterReview.total': 6,
    });
  });

  it('with a lost cell has no figures at all', () => {
    const text = sampleReport('pipe').replace('| 8 | 2 | 3 | 1 | 14 |', '| 8 | 2 | 3 | 14 |');
    expect(text).not.toBe(sampleReport('pipe'));
    expect(tableIn(text, 't4.review_litigation').figures.size).toBe(0);
  });
});

describe('other tables', () => {
  it('are none of the official ones', () => {
    const { tables, otherTables } = reportOf(
      `${TITLE}一、总体情况\n\n| 栏目 | 条数 |\n|---|---|\n| 要闻 | 120 |\n| 公告 | 30 |\n`,
    );
    expect([tables.length, otherTables.length]).toEqual([0, 1]);
  });

  it('without any figures may be official ones all the same', () => {
    const table = tableById(editionById('2021'), 't3.requests')!;
    const bound = tableIn(
      `${TITLE}三、收到和处理政府信息公开申请情况\n\n${writeTable(table, 'pipe')}\n`,
      't3.requests',
    );
    expect([...bound.figures.values()].every(({ quantity }) => quantity.kind === 'blank')).toBe(true);
  });
});

describe('columns in another order, or more of them', () => {
  const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
  const { columns } = tableById(editionById('2021'), 't3.requests')!.parts[0]!;
  const NAMES = columns.map(({ label }) => label);
  const KEYS = columns.map(({ key }) => key);

  /** Section three under a head of three rows; a cell of the head is written where its merged cell begins. */
  function sectionThree(heads: readonly (readonly string[])[], figures: readonly string[]): BoundTable {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const rows = [
      [CORNER, ...(heads[0] ?? [])],
      ...heads.slice(1).map(head => ['', ...head]),
      ['一、本年新收政府信息公开申请数量', ...figures],
      ['四、结转下年度继续办理', ...figures],
    ].map(line);
    const rule = `|${' --- |'.repeat(figures.length + 1)}`;
    const text = [`${TITLE}三、收到和处理政府信息公开申请情况\n`, rows[0], rule, ...rows.slice(1), ''].join('\n');
    return tableIn(text, 't3.requests');
  }

  it.each([
    [
      'the total first, in a row of the head of its own',
      [
        ['总计', '申请人情况', '', '', '', '', ''],
        ['', '自然人', '法人或其他组织', '', '', '', ''],
        ['', '', ...NAMES.slice(1, 6)],
      ],
      ['7', '1', '2', '0', '3', '0', '1'],
    ],
    [
      'a column that the form does not have behind the last',
      [
        ['申请人情况', '', '', '', '', '', '', '占比'],
        ['自然人', '法人或其他组织', '', '', '', '', '总计', ''],
        ['', ...NAMES.slice(1, 6), '', ''],
      ],
      ['1', '2', '0', '3', '0', '1', '7', '12.5%'],
    ],
    [
      'a column of subtotals between others',
      [
        ['申请人情况', '', '', '', '', '', '', ''],
        ['自然人', '法人或其他组织', '', '', '', '', '', '总计'],
        ['', ...NAMES.slice(1, 6), '小计', ''],
      ],
      ['1', '2', '0', '3', '0', '1', '6', '7'],
    ],
  ])('%s', (_, heads, figures) => {
    const table = sectionThree(heads, figures);
    const stated = KEYS.map(key => texts(table)[`newReceived.${key}`]);
    expect(stated).toEqual(['1', '2', '0', '3', '0', '1', '7']);
  });

  it('figures below a head that contradicts the order, and does not name all columns, are given to none', () => {
    const heads = [['总计', '自然人', '法人或其他组织', '', '', '', '']];
    const table = sectionThree(heads, ['7', '1', '2', '0', '3', '0', '1']);
    expect(texts(table)['newReceived.naturalPerson'] ?? '').not.toBe('7');
  });
});

import { isKind } from '../../../../server/src/syntax/block.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionById, EDITIONS } from '../../../../server/src/format/index.ts';
import type { Edition } from '../../../../server/src/format/types.ts';
import { bind } from '../../../../server/src/model/bind.ts';
import { type Report } from '../../../../server/src/model/report.ts';
import { convertTable } from '../../../../server/src/model/writing/rewrite.ts';
import { VOCABULARY } from '../../../../server/src/model/vocabulary.ts';
import { cellText, writeTable, type TableLayout } from '../../../../server/src/model/writing/write.ts';
import { parse } from '../../../../server/src/syntax/readBlocks.ts';
import type { Change } from '../../../../server/src/text/change.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { LAYOUTS as LAYOUTS_OF_DRAFTS } from '../../../support/layouts.ts';
import { compact } from '../../../support/compact.ts';
import { sampleReport } from '../../../support/sample.ts';

const LAYOUTS: readonly TableLayout[] = ['pipe', 'html', 'tabbed'];

function reportOf(text: string, edition: Edition['id'] | null = null): Report {
  return bind(new Source(text), parse(text, VOCABULARY).blocks, edition);
}

const apply = (text: string, { span, text: by }: Change) => text.slice(0, span.start) + by + text.slice(span.end);

/** The text with its table number `index` converted; undefined where that is not offered. */
function convert(
  text: string,
  layout: TableLayout,
  index = 0,
  edition: Edition['id'] | null = null,
): string | undefined {
  const report = reportOf(text, edition);
  const table = report.blocks.filter(placed => isKind(placed, 'table'))[index];
  const reread = (each: Change) => reportOf(apply(text, each), edition);
  const change = table && convertTable(report, table, layout, reread);
  return change && compact(apply(text, change));
}

function convertAll(text: string, layout: TableLayout): string {
  return [0, 1, 2].reduce((changed, index) => convert(changed, layout, index) ?? changed, text);
}

const textsOf = (text: string) =>
  reportOf(text)
    .blocks.flatMap(({ block }) =>
      block.kind === 'table' ? [...new Set(block.rows.flatMap(({ cells }) => cells))] : [],
    )
    .map(cell => cell.text)
    .filter(each => each !== '')
    .sort();

const lines = (...each: readonly string[]) => each.join('\n');

describe('a table in another layout', () => {
  test.each(LAYOUTS.flatMap(from => LAYOUTS.filter(to => to !== from).map(to => [from, to] as const)))(
    'of a report, from %s to %s, is the official form',
    (from, to) => {
      expect(convertAll(sampleReport(from), to)).toBe(sampleReport(to));
    },
  );

  test('is not offered in its own layout, in a saved page, and for a table too large', () => {
    expect(convert(sampleReport('pipe'), 'pipe')).toBeUndefined();
    expect(
      convert('<html><body><table><tr><td>项目</td><td>1</td></tr></table></body></html>', 'pipe'),
    ).toBeUndefined();
    expect(convert('|a|b|\n|-|-|\n' + '|1|2|\n'.repeat(5000), 'html')).toBeUndefined();
  });

  test('keeps labels as they are written, and merges what the form merges', () => {
    const text = sampleReport('pipe')
      .replace('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（二）部分公开')
      .replace('结果纠正', '结果纠正（件）');
    const html = convertAll(text, 'html');
    expect(html).toContain('<td colspan="2">（二）部分公开</td>');
    expect(html).toContain('<td rowspan="22">三、本年度办理结果</td>');
    expect(html).toContain('<td rowspan="2">结果纠正（件）</td>');
  });

  test('with a row that the form does not have keeps it, under merged labels', () => {
    const pipe = sampleReport('pipe');
    const text = pipe.replace(
      '|  |  | 3.其他 |',
      '|  |  | 4.本地增加的情形 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n|  |  | 3.其他 |',
    );
    const html = convert(text, 'html', 1) ?? '';
    expect(html).toContain('<td rowspan="23">三、本年度办理结果</td>');
    expect(html).toContain('<td rowspan="4">（六）其他处理</td>');
    expect(html).toContain('<td>4.本地增加的情形</td><td>1</td>');
    expect(textsOf(html)).toEqual(textsOf(text));
    expect(convert(convert(html, 'tabbed', 1) ?? '', 'pipe', 1)).toBe(text);
  });

  test('keeps notes, texts for figures and signs that are special in the other layout', () => {
    const text = lines('| 项目 | 数量 |', '| --- | --- |', '| a\\|b | <3 & 5> |', '| 注：见附件 |  |', '');
    const html = convert(text, 'html') ?? '';
    expect(html).toBe(
      lines(
        '<table>',
        '<tr><td>项目</td><td>数量</td></tr>',
        '<tr><td>a|b</td><td>&lt;3 &amp; 5&gt;</td></tr>',
        '<tr><td>注：见附件</td><td></td></tr>',
        '</table>',
        '',
      ),
    );
    expect(convert(html, 'pipe')).toBe(text);
    expect(convert(html, 'tabbed')).toBe(lines('项目\t数量', 'a|b\t<3 & 5>', '注：见附件\t', ''));
  });

  test('is not offered where cells hold marks, comments or notes, which would be lost', () => {
    for (const cell of ['2[^1]', '2<!-- 核 -->', '<!-- 待核 -->', '&nbsp;2', '~~1~~2', '`2`']) {
      const draft = `## 二、主动公开政府信息情况\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| --- | --- | --- | --- |\n| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | ${cell} | 1 | 9 |\n`;
      const report = reportOf(draft);
      const placed = report.blocks.find(each => isKind(each, 'table'));
      expect(placed).toBeDefined();
      if (placed && isKind(placed, 'table'))
        expect(
          convertTable(report, placed, 'html', () => report),
          cell,
        ).toBeUndefined();
    }
  });

  test.each([
    '2<!-- 核 -->',
    '<!-- 待核 -->',
    '<del>1</del>2',
    '2<sup>[1]</sup>',
    '<a href="x.html">2</a>',
    '<span style="display: none">1</span>2',
    '<INS>2</INS>',
  ])('is not offered for an HTML table with a cell %s', cell => {
    const of = (text: string) =>
      `<table>\n<tr><td>项目</td><td>网站</td></tr>\n<tr><td>发布</td><td>${text}</td></tr>\n</table>\n`;
    expect(convert(of(cell), 'pipe')).toBeUndefined();
    expect(convert(of('2'), 'pipe')).toBeDefined();
  });

  test('lets go of the tags that lay out the cells of an HTML table', () => {
    const cell = '<td style="width: 3cm"><P class="a"><span lang="EN-US"><b>2<br>3</b></span><o:p></o:p></P></td>';
    const text = `<table>\n<tr><th>项目</th><th>网站</th></tr>\n<tr><td>发布</td>${cell}</tr>\n</table>\n`;
    expect(convert(text, 'pipe')).toContain('| 发布 | 2');
  });

  test('keeps caption and comments of an HTML table', () => {
    const html =
      '正文。\n\n<table border="1">\n<caption>附表&nbsp;一</caption>\n<!-- 待核 -->\n<tr><td rowspan="2">项目</td><td>网站</td></tr><tr><td>3</td></tr>\n</table>\n后文。\n';
    expect(convert(html, 'pipe')).toBe(
      '正文。\n\n附表 一\n\n| 项目 | 网站 |\n| --- | --- |\n|  | 3 |\n\n<!-- 待核 -->\n\n后文。\n',
    );
  });

  test.each(['第 3 页 共 8 页', '- 4 -', '—5—'])('leaves out the page number %s between rows', number => {
    const spec = editionById('2021').tables[1]!;
    const text = LAYOUTS_OF_DRAFTS['rows with single spaces']!(spec, () => '0').split('\n');
    const withLine = (line: string) => [...text.slice(0, 12), line, ...text.slice(12), ''].join('\n');
    const converted = convert(withLine(''), 'pipe', 0, '2021');
    expect(converted).toBeDefined();
    expect(convert(withLine(number), 'pipe', 0, '2021')).toBe(converted);
  });

  test('one cell per line is written as the official form where every figure is known', () => {
    const text = `${writeTable(editionById('2021').tables[0]!, 'pipe', (row, column) =>
      String(row.length + column.length),
    )
      .replace(/\| --- .*\n/, '')
      .replace(/ *\| */g, '\n')
      .replace(/\n+/g, '\n')
      .trim()}\n`;
    expect(reportOf(text).blocks[0]?.block).toMatchObject({ layout: 'cellPerLine' });
    expect(convert(text, 'html', 0, '2021')).toBe(
      `${writeTable(editionById('2021').tables[0]!, 'html', (row, column) => String(row.length + column.length))}\n`,
    );
    expect(convert(text.replace('\n13\n', '\n'), 'html', 0, '2021')).toBeUndefined();
  });

  test('section four with one cell per line is put together', () => {
    const spec = editionById('2021').tables[2]!;
    const labels = [
      ...new Set(spec.layout.flat().flatMap(cell => (cell.kind === 'text' && cell.text !== '' ? [cell.text] : []))),
    ];
    const text = `${labels.join('\n')}\n${Array.from({ length: 15 }, (_, i) => String(i % 5 === 4 ? 4 : 1)).join('\n')}\n`;
    expect(convert(text, 'tabbed', 0, '2021')).toBe(
      `${writeTable(spec, 'tabbed', (_, column) => (column === 'total' ? '4' : '1'))}\n`,
    );
  });

  test('is parted from the lines around it and loses its indentation', () => {
    expect(convert('前文。\n  | 项目 | 数量 |\n  | --- | --- |\n  | 网站 | 3 |\n', 'html')).toMatch(
      /^前文。\n\n<table>\n/,
    );
  });

  test('Markdown would drop cells behind the last one of the header', () => {
    expect(convert('<table><tr><td>项目</td></tr><tr><td>网站</td><td>3</td></tr></table>\n', 'pipe')).toBe(
      '| 项目 |  |\n| --- | --- |\n| 网站 | 3 |\n',
    );
  });
});

const figureText = fc.oneof(
  fc.nat({ max: 99_999 }).map(String),
  fc.constantFrom('', '', '0', '-', '/', '—', '1,200', '3.5', '１２', '不详', 'a|b', '<5', '&', 'x\\|y', '5件'),
);

describe('of any official table', () => {
  const official = EDITIONS.flatMap(({ id, tables }) => tables.map(table => ({ id, table })));

  test('pipe → HTML → tab → pipe gives the same text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...official), fc.infiniteStream(figureText), ({ id, table }, stream) => {
        const texts = new Map<string, string>();
        const figure = (layout: TableLayout) => (row: string, column: string) => {
          const key = `${row}.${column}`;
          if (!texts.has(key)) texts.set(key, stream.next().value ?? '');
          return cellText(texts.get(key) ?? '', layout);
        };
        const pipe = `${writeTable(table, 'pipe', figure('pipe'))}\n`;
        const html = convert(pipe, 'html', 0, id) ?? 'no HTML';
        expect(html).toBe(`${writeTable(table, 'html', figure('html'))}\n`);
        const tabbed = convert(html, 'tabbed', 0, id) ?? 'no tabs';
        expect(tabbed).toBe(`${writeTable(table, 'tabbed', figure('tabbed'))}\n`);
        expect(convert(tabbed, 'pipe', 0, id)).toBe(pipe);
      }),
      { numRuns: 60 },
    );
  });

  test('with rows taken out, doubled or added loses no text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...editionById('2021').tables),
        fc.constantFrom(...LAYOUTS),
        fc.constantFrom(...LAYOUTS),
        fc.array(fc.tuple(fc.nat(), fc.nat(2))),
        (table, from, to, edits) => {
          let number = 0;
          const rows = table.layout.map(line => [...line]);
          for (const [at, kind] of edits.slice(0, 4)) {
            const index = 3 + (at % Math.max(1, rows.length - 3));
            const row = rows[index];
            if (!row) continue;
            if (kind === 0) rows.splice(index, 1);
            else if (kind === 1) rows.splice(index, 0, row);
            else
              rows.splice(index, 0, [
                { kind: 'text', text: '本地增加的一行' },
                { kind: 'text', text: '12' },
              ]);
          }
          const text = `${writeTable({ ...table, layout: rows }, from, () => String(++number))}\n`;
          const converted = convert(text, to, 0, '2021');
          if (converted === undefined) return;
          expect(new Set(textsOf(converted))).toEqual(new Set(textsOf(text)));
        },
      ),
      { numRuns: 100 },
    );
  });
});

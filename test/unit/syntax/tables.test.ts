import { describe, expect, it } from 'vitest';
import { brief, cellsOf, expectSound, ofKind, read, tableOf, textsOf } from './reading.ts';

/** Rows of the only table of a draft, which must be sound. */
function rowsOf(text: string): string[][] {
  expectSound(text);
  return textsOf(tableOf(text).block);
}

describe('pipe tables', () => {
  it('have their delimiter row left out', () => {
    expect(rowsOf('| 项目 | 数 |\n|:---|---:|\n| 甲 | 3 |')).toEqual([
      ['项目', '数'],
      ['甲', '3'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('with line end %j', end => {
    expect(rowsOf(['| 项目 | 数 |', '|---|---|', '| 甲 | 3 |', '', '后文'].join(end))).toEqual([
      ['项目', '数'],
      ['甲', '3'],
    ]);
  });

  it('know escaped pipes', () => {
    const text = '| 甲\\|乙 | 3 |\n|---|---|\n| 丙 | \\| |';
    expect(rowsOf(text)).toEqual([
      ['甲|乙', '3'],
      ['丙', '|'],
    ]);
  });

  it('keep empty cells, with a place to write into', () => {
    const text = '| 项目 | 数 | 注 |\n|---|---|---|\n| 甲 |  | 无 |\n|乙||无|';
    expect(rowsOf(text)).toEqual([
      ['项目', '数', '注'],
      ['甲', '', '无'],
      ['乙', '', '无'],
    ]);
    const { at, block } = tableOf(text);
    const empty = cellsOf(block).filter(cell => cell.text === '');
    for (const cell of empty) {
      expect(cell.span.start).toBe(cell.span.end);
      const filled = `${text.slice(0, at + cell.span.start)}7${text.slice(at + cell.span.end)}`;
      expect(rowsOf(filled)[cell.row]?.[1]).toBe('7');
    }
  });

  it('may begin with a label over their whole width', () => {
    const text =
      '第二十条第（一）项 |\n信息内容 | 本年制发件数 | 现行有效件数 |\n规章 | 0 | 2 |\n第二十条第（五）项 |\n行政许可 | 7 |';
    expect(rowsOf(text)).toEqual([
      ['第二十条第（一）项'],
      ['信息内容', '本年制发件数', '现行有效件数'],
      ['规章', '0', '2'],
      ['第二十条第（五）项'],
      ['行政许可', '7'],
    ]);
    expect(brief('规章 |\n后文')).not.toContain('pipe 规章');
  });

  it('may lack their outer pipes', () => {
    expect(rowsOf('项目 | 数\n--- | ---\n甲 | 3\n乙 | \n\n后文')).toEqual([
      ['项目', '数'],
      ['甲', '3'],
      ['乙', ''],
    ]);
    expect(rowsOf('项目 | 数 |\n--- | --- |\n甲 | 3 |\n')).toEqual([
      ['项目', '数'],
      ['甲', '3'],
    ]);
    expect(rowsOf('| 项目 | 数\n|---|---\n| 甲 | 3\n')).toEqual([
      ['项目', '数'],
      ['甲', '3'],
    ]);
  });

  it('may be indented and end where a heading or text follows', () => {
    expect(brief('  | 项目 | 数 |\n  | 甲 | 3 |\n## 二、下一节')).toEqual(['pipe 项目|数⏎甲|3', '##chinese 2 下一节']);
    expect(brief('\u3000| 项目 | 数 |\n\u3000| 甲 | 3 |\n后文')).toEqual(['pipe 项目|数⏎甲|3', '¶后文']);
  });

  it('have bold and line breaks taken out of their cells', () => {
    expect(textsOf(tableOf('| 项目 | **5** |\n|---|---|\n| 甲<br>乙 | 3 |').block)).toEqual([
      ['项目', '5'],
      ['甲 乙', '3'],
    ]);
  });

  it('have blanks where a program for tables of data wrote that nothing is there', () => {
    expect(textsOf(tableOf('| 项目 | Unnamed: 1 |\n|---|---|\n| 甲 | NaN |\n| NaN市 | 3 |').block)).toEqual([
      ['项目', ''],
      ['甲', ''],
      ['NaN市', '3'],
    ]);
  });

  it('half typed are tables as far as they go', () => {
    expect(brief('| 项目 | 数 |\n|--')).toEqual(['pipe 项目|数']);
    expect(brief('| 项目 | 数 |\n|---|---|\n| 甲 |')).toEqual(['pipe 项目|数⏎甲']);
    expect(brief('| 项')).toEqual(['¶| 项']);
    expect(brief('|')).toEqual(['¶|']);
    expect(brief('甲 | 乙\n丙')).toEqual(['¶甲 | 乙', '¶丙']);
  });
});

describe('HTML tables', () => {
  it('have merged cells in every place that they cover', () => {
    const text =
      '<table>\n<tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n后文';
    expect(rowsOf(text)).toEqual([
      ['甲', '乙', '乙'],
      ['甲', '1', '2'],
    ]);
    const { block } = tableOf(text);
    expect(block.columnCount).toBe(3);
    expect(block.rows[0]?.cells[0]).toBe(block.rows[1]?.cells[0]);
    expect(block.rows[0]?.cells[1]).toBe(block.rows[0]?.cells[2]);
    expect(brief(text).at(-1)).toBe('¶后文');
  });

  it('may merge beyond their end, or by nonsense', () => {
    expect(
      rowsOf('<table><tr><td rowspan="99">甲</td><td rowspan="0">1</td></tr><tr><td colspan="x">2</td></tr></table>'),
    ).toEqual([
      ['甲', '1'],
      ['甲', '2'],
    ]);
  });

  it('may hold paragraphs, other tags, entities and comments', () => {
    expect(
      rowsOf(
        '<table><tr><td><p>甲</p>\n<p>乙</p></td><td><span style="x">&nbsp;1&#12288;</span></td></tr><tr><td><b>丙</b>丁</td><td>&lt;2&gt;</td></tr></table>',
      ),
    ).toEqual([
      ['甲 乙', '1'],
      ['丙丁', '<2>'],
    ]);
    expect(textsOf(tableOf('<table><tr><td><!-- 注 -->甲</td><td>1</td></tr></table>').block)).toEqual([['甲', '1']]);
  });

  it('may lack end tags', () => {
    expect(rowsOf('<table><tr><td>甲<td>1<tr><td>乙<td>2</table>')).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
    expect(brief('<table><tr><td>甲<td>1\n\n## 二、下一节\n正文')).toEqual([
      'html 甲|1',
      '##chinese 2 下一节',
      '¶正文',
    ]);
    expect(brief('<table><tr><td>甲</td><td>1')).toEqual(['html 甲|1']);
    expect(brief('<table>\n<tr><td>甲</td></tr>\n<table>\n<tr><td>乙</td></tr>\n</table>')).toEqual([
      'html 甲',
      'html 乙',
    ]);
  });

  it('are known in capitals, indented, and with attributes', () => {
    expect(rowsOf('  <TABLE border=1 width="100%">\n<TR><TH>甲</TH><TD>1</TD></TR></TABLE>')).toEqual([['甲', '1']]);
  });

  it('end where the text goes on behind them', () => {
    expect(brief('<table><tr><td>甲</td></tr></table>二、下一节')).toEqual(['html 甲', 'chinese 2 下一节']);
  });

  it('that wrap one table are that table', () => {
    expect(brief('<table><tr><td>\n<table><tr><td>甲</td><td>1</td></tr></table>\n</td></tr></table>\n后文')).toEqual([
      'html 甲|1',
      '¶后文',
    ]);
  });

  it('that lay out several tables leave them to be read', () => {
    const text =
      '<table>\n<tr><td>\n<table><tr><td>甲</td><td>1</td></tr></table>\n</td></tr><tr><td>\n<table><tr><td>乙</td><td>2</td></tr></table>\n</td></tr></table>';
    expect(ofKind(read(text), 'table').map(({ block }) => textsOf(block))).toEqual([[['甲', '1']], [['乙', '2']]]);
    const oneLine =
      '<table><tr><td><table><tr><td>甲</td></tr></table></td><td><table><tr><td>乙</td></tr></table></td></tr></table>';
    expect(brief(oneLine)).toEqual([`¶${oneLine}`]);
  });

  it('without cells are text', () => {
    expect(brief('<table></table>\n后文')).toEqual(['¶<table></table>', '¶后文']);
  });

  it('leave an empty cell a place behind its tag', () => {
    const text = '<table><tr><td>甲</td><td class="n"></td><td> </td></tr></table>';
    expect(rowsOf(text)).toEqual([['甲', '', '']]);
    const { at, block } = tableOf(text);
    const [, empty] = cellsOf(block);
    expect(text.slice(0, at + empty!.span.start).endsWith('class="n">')).toBe(true);
  });
});

describe('tabbed tables', () => {
  it('come from Excel with holes under merged cells', () => {
    expect(rowsOf('项目\t数\t\n\t甲\t乙\n丙\t1\t2\n')).toEqual([
      ['项目', '数', ''],
      ['', '甲', '乙'],
      ['丙', '1', '2'],
    ]);
  });

  it('come from Word with merged cells collapsed', () => {
    expect(rowsOf('项目\t数\n\t甲\t乙\n丙\t1\t2\n')).toEqual([
      ['项目', '数'],
      ['', '甲', '乙'],
      ['丙', '1', '2'],
    ]);
  });

  it('come from documents with merged cells repeated', () => {
    expect(rowsOf('项目\t数\t数\n项目\t甲\t乙\n丙\t1\t2\n')).toEqual([
      ['项目', '数', '数'],
      ['项目', '甲', '乙'],
      ['丙', '1', '2'],
    ]);
  });

  it('hold the captions between their rows', () => {
    const text =
      '第二十条第（一）项\n信息内容\t本年制发件数\n规章\t0\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t5\n\n后文';
    expect(rowsOf(text)).toEqual([
      ['第二十条第（一）项'],
      ['信息内容', '本年制发件数'],
      ['规章', '0'],
      ['第二十条第（五）项'],
      ['信息内容', '本年处理决定数量'],
      ['行政许可', '5'],
    ]);
    expect(brief(text).at(-1)).toBe('¶后文');
  });

  it('keep empty cells at the ends of rows', () => {
    expect(rowsOf('\t甲\t\n乙\t\t\n丙\t1\t2')).toEqual([
      ['', '甲', ''],
      ['乙', '', ''],
      ['丙', '1', '2'],
    ]);
  });

  it.each(['\r\n', '\r'])('with line end %j', end => {
    expect(rowsOf(['项目\t数', '甲\t1', '', '后文'].join(end))).toEqual([
      ['项目', '数'],
      ['甲', '1'],
    ]);
  });

  it('are no indented text', () => {
    expect(brief('\t甲段。\n\t乙段。')).toEqual(['¶甲段。', '¶乙段。']);
    expect(brief('\t\t一、总体情况\n\t\t2024年，我局认真贯彻条例。')).toEqual([
      'chinese 1 总体情况',
      '¶2024年，我局认真贯彻条例。',
    ]);
  });

  it('need two rows', () => {
    expect(brief('甲\t1')).toEqual(['¶甲\t1']);
  });
});

describe('one cell per line', () => {
  const cells = ['规章', '0', '1', '2', '行政规范性文件', '3', '4', '5'];
  const rows = [
    ['规章', '0', '1', '2'],
    ['行政规范性文件', '3', '4', '5'],
  ];

  it.each([
    ['without blank lines', cells.join('\n')],
    ['with blank lines', cells.join('\n\n')],
    ['with many blank lines', cells.join('\n\n\n\n')],
    ['with a pipe behind', cells.map(cell => `${cell} |`).join('\n')],
    ['with lines of pipes alone', cells.map(cell => `${cell} |`).join('\n|\n')],
    ['with CRLF', cells.join('\r\n\r\n')],
    ['indented', cells.map(cell => `\u3000\u3000${cell}`).join('\n')],
  ])('%s', (_, text) => {
    expect(rowsOf(text)).toEqual(rows);
    expect(tableOf(text).block.columnCount).toBe(0);
    expect(tableOf(text).block.layout).toBe('cellPerLine');
  });

  it('keeps cells that were left empty beside a pipe, but where rows begin with one', () => {
    const filled = '规章 |\n1 |\n2 |\n3 |\n||\n行政规范性文件 |\n';
    const row = (text: string) => rowsOf(text).find(([label]) => label === '行政许可');
    expect(row(`${filled}4 |\n5 |\n6 |\n||\n行政许可 |\n|\n7 |\n|\n||`)).toEqual(['行政许可', '', '7', '']);
    expect(row(`${filled}4 |\n5 |\n6 |\n||\n行政许可 |\n|\n|\n|\n||`)).toEqual(['行政许可']);
    const begun = '规章 |\n1 |\n2 |\n3 |\n|\n行政规范性文件 |\n4 |\n5 |\n6 |\n|\n行政许可 |\n7 |\n8 |\n|';
    expect(row(begun)).toEqual(['行政许可', '7', '8']);
  });

  it('ends at the next heading or at a sentence', () => {
    expect(brief(`${cells.join('\n')}\n六、其他需要报告的事项\n没有`).slice(1)).toEqual([
      'chinese 6 其他需要报告的事项',
      '¶没有',
    ]);
    const sentence = '上述文件均已通过门户网站向社会主动公开，并及时更新目录。';
    expect(brief(`${cells.join('\n\n')}\n\n${sentence}`).slice(1)).toEqual([`¶${sentence}`]);
  });

  it('goes on over a short text between cells', () => {
    expect(rowsOf('规章\n0\n1\n备注无\n2\n行政规范性文件\n3')).toEqual([
      ['规章', '0', '1', '备注无', '2'],
      ['行政规范性文件', '3'],
    ]);
  });

  it('is none where words of the table stand in a sentence', () => {
    expect(brief('规章\n本年没有制定规章，规范性文件均已公开。\n行政许可事项已全部公开。')).toEqual([
      '¶规章',
      '¶本年没有制定规章，规范性文件均已公开。',
      '¶行政许可事项已全部公开。',
    ]);
  });
});

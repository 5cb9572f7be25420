import { describe, expect, it } from 'vitest';
import { docx, docxFiles, p, r, table, tc, zip } from '../../../support/docx.ts';
import { imported, importedLines } from '../../../support/documents.ts';

const lines = (body: string, parts = {}) => importedLines(docx({ body, ...parts }));

describe('paragraphs of a Word document', () => {
  it('become a title, headings and paragraphs', async () => {
    const centred = '<w:jc w:val="center"/>';
    const body =
      p('云溪县财政局', centred) +
      p(r('2024年') + r('政府信息公开工作年度报告'), centred) +
      p('') +
      p('　　本报告由云溪县财政局编制。') +
      p('一、总体情况') +
      p('（一）主动公开') +
      p('（二）依申请公开。全年没有收到申请。') +
      p('云溪县财政局');
    expect(await lines(body)).toEqual([
      '# 云溪县财政局2024年政府信息公开工作年度报告',
      '本报告由云溪县财政局编制。',
      '## 一、总体情况',
      '### （一）主动公开',
      '（二）依申请公开。全年没有收到申请。',
      '云溪县财政局',
    ]);
  });

  it('begin with their drop cap', async () => {
    const cap = '<w:framePr w:dropCap="drop" w:lines="2"/>';
    expect(await lines(p('2', cap) + p('024年收到12件。') + p('框', '<w:framePr w:w="300"/>') + p('文'))).toEqual([
      '2024年收到12件。',
      '框',
      '文',
    ]);
  });

  it('keep lines of a title apart that are not centred', async () => {
    expect(await lines(p('云溪县财政局') + p('2024年政府信息公开工作年度报告'))).toEqual([
      '云溪县财政局',
      '# 2024年政府信息公开工作年度报告',
    ]);
  });

  it('end at a line break, join hyphens, and keep no-break spaces as spaces', async () => {
    const body = p(`${r('甲')}<w:r><w:br/></w:r>${r('乙\u00a0丙')}<w:r><w:noBreakHyphen/></w:r>${r('丁\u00a0')}`);
    expect(await lines(body)).toEqual(['甲', '乙 丙-丁']);
  });

  it('that tab stops lay out as a table are lines of one', async () => {
    const row = (...cells: string[]) => p(cells.map(cell => r(cell)).join('<w:r><w:tab/></w:r>'));
    const { markdown } = await imported(docx({ body: row('规章', '1', '2') + row('文件', '3', '4') + p('其后') }));
    expect(markdown).toBe('规章\t1\t2\n文件\t3\t4\n\n其后\n');
  });

  it('have signs of Markdown and tags written so that they are words', async () => {
    expect(await lines(p('&lt;script&gt;1&lt;/script&gt; A&amp;amp;B') + p('# 号') + p('*重要*，5*3'))).toEqual([
      '&lt;script>1&lt;/script> A&amp;amp;B',
      '\\# 号',
      '\\*重要\\*，5\\*3',
    ]);
  });

  it('lose a table of contents, page breaks and what is external', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      p('目  录') +
      p(`${field('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${field('separate')}${r('一、总体情况1')}`) +
      p(r('二、其他2') + field('end')) +
      p(`<w:r><w:br w:type="page"/></w:r>${r('正文')}`);
    expect(await lines(body)).toEqual(['正文']);
  });
});

describe('automatic numbers', () => {
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const list = (id: number, ...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="${String(id)}">${levels.join('')}</w:abstractNum>`;
  const num = (id: number, of: number, more = '') =>
    `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(of)}"/>${more}</w:num>`;
  const numbered = (text: string, id: number, at = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${String(at)}"/><w:numId w:val="${String(id)}"/></w:numPr>`);

  it('are restored by level, and begin anew below a higher one', async () => {
    const numbering =
      list(1, level(0, 'chineseCountingThousand', '%1、'), level(1, 'chineseCountingThousand', '（%2）')) + num(1, 1);
    const body =
      numbered('总体情况', 1) +
      numbered('甲', 1, 1) +
      numbered('乙', 1, 1) +
      numbered('其他', 1) +
      numbered('丙', 1, 1);
    expect(await lines(body, { numbering })).toEqual([
      '## 一、总体情况',
      '### （一）甲',
      '### （二）乙',
      '## 二、其他',
      '### （一）丙',
    ]);
  });

  it('come from a chain of styles, also by the style of a level', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="B"/><w:basedOn w:val="a"/></w:style>';
    const numbering =
      list(1, level(0, 'decimal', '%1.'), level(1, 'decimalEnclosedCircle', '%2', '<w:pStyle w:val="a"/>')) + num(1, 1);
    expect(
      await lines(p('甲', '<w:pStyle w:val="b"/>') + p('乙', '<w:pStyle w:val="b"/>'), { styles, numbering }),
    ).toEqual(['①甲', '②乙']);
  });

  it('take their list over from a style that the style with their level is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="B"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      list(1, level(0, 'decimal', '%1.', '<w:pStyle w:val="a"/>'), level(1, 'decimal', '(%2)')) + num(1, 1);
    expect(
      await lines(p('甲', '<w:pStyle w:val="a"/>') + p('乙', '<w:pStyle w:val="b"/>'), { styles, numbering }),
    ).toEqual(['1.甲', '(1)乙']);
  });

  it('share the counters of the abstract list, and begin anew where a list says so', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = list(1, level(0, 'decimal', '%1.')) + num(1, 1) + num(2, 1) + num(3, 1, start);
    const body = numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3);
    expect(await lines(body, { numbering })).toEqual(['1.甲', '2.乙', '1.丙', '2.丁']);
  });

  it('stand in the cells of tables, and bullets before items', async () => {
    const numbering = list(1, level(0, 'decimal', '%1.')) + list(2, level(0, 'bullet', '·')) + num(1, 1) + num(2, 2);
    const body =
      table(tc(numbered('国家秘密', 1)) + tc('0'), tc(numbered('第三方', 1)) + tc('1')) + numbered('项目', 2);
    expect(await lines(body, { numbering })).toEqual([
      '| 1.国家秘密 | 0 |',
      '| --- | --- |',
      '| 2.第三方 | 1 |',
      '- 项目',
    ]);
  });

  it('do not make items of headings that bear a bullet', async () => {
    const numbering = list(2, level(0, 'bullet', '●')) + num(2, 2);
    const body = numbered('一、总体情况', 2) + numbered('（一）主动公开', 2) + numbered('项目', 2);
    expect(await lines(body, { numbering })).toEqual(['## 一、总体情况', '### （一）主动公开', '- 项目']);
  });
});

describe('tables of a Word document', () => {
  it('keep merged cells as HTML, and lose columns that nothing separates', async () => {
    const body = table(
      tc('甲', '<w:gridSpan w:val="3"/>') + tc('乙', '<w:vMerge w:val="restart"/>'),
      tc('1') + tc('2', '<w:gridSpan w:val="2"/>') + tc('', '<w:vMerge/>'),
    );
    expect(await lines(body)).toEqual([
      '<table>',
      '<tr><td colspan="2">甲</td><td rowspan="2">乙</td></tr>',
      '<tr><td>1</td><td>2</td></tr>',
      '</table>',
    ]);
  });

  it('join the lines of a label, and never two figures', async () => {
    expect(await lines(table(tc(p('商业') + p('企业')) + tc(p('12') + p('13')), tc('a|b') + tc('')))).toEqual([
      '| 商业企业 | 12<br>13 |',
      '| --- | --- |',
      '| a\\|b |  |',
    ]);
  });

  it('that lay out a page are read as if they were not there', async () => {
    expect(await lines(table(tc(p('甲') + table(tc('1') + tc('2'), tc('3') + tc('4')))))).toEqual([
      '甲',
      '| 1 | 2 |',
      '| --- | --- |',
      '| 3 | 4 |',
    ]);
  });
});

describe('tracked changes, notes and what cannot be imported', () => {
  it('takes insertions and drops deletions, also inside a figure', async () => {
    const change = (kind: string, content: string) => `<w:${kind} w:id="1" w:author="审">${content}</w:${kind}>`;
    const body =
      p(r('收到') + change('del', '<w:r><w:delText>29</w:delText></w:r>') + change('ins', r('31')) + r('件。')) +
      p(change('del', '<w:r><w:delText>此段删去</w:delText></w:r>'), '<w:rPr><w:del w:id="2" w:author="审"/></w:rPr>') +
      p('其后。');
    const { markdown, notes } = await imported(docx({ body }));
    expect(markdown).toContain('\n收到31件。\n\n其后。\n');
    expect(notes).toEqual([
      { message: 'documents.note.trackedChanges', args: { count: 1, number: '2' }, isLoss: true },
    ]);
  });

  it('joins what a deleted paragraph mark joins', async () => {
    expect(await lines(p('前半', '<w:rPr><w:del w:id="2"/></w:rPr>') + p('后半。'))).toEqual(['前半后半。']);
  });

  it('leaves out what is struck out, by itself or by its style, and says so', async () => {
    const body =
      p(`${r('新收')}${r('1229', '<w:strike/>')}${r('1230', '<w:strike w:val="0"/>')}${r('件')}`) +
      table(tc('总计') + `<w:tc>${p(r('12', '<w:dstrike/>') + r('13'))}</w:tc>`);
    const { markdown, notes } = await imported(docx({ body }));
    expect(markdown).toContain('新收1230件');
    expect(markdown).toContain('| 总计 | 13 |');
    expect(notes).toMatchObject([{ message: 'documents.note.struck', args: { count: 2 }, isLoss: true }]);
  });

  it('tells the raised digit of a note from the figure before it', async () => {
    const raised = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>');
    const body =
      p(`${r('面积25m')}${raised('2')}${r('。')}`) +
      table(tc('总计') + `<w:tc>${p(r('12') + raised('1'))}</w:tc><w:tc>${p(raised('30'))}</w:tc>`);
    const { markdown } = await imported(docx({ body }));
    expect(markdown).toContain('面积25m²。');
    expect(markdown).toContain('<td>12¹</td><td>30</td>');
  });

  it('tells a note raised by a style or by its position, not a figure that stands higher as a whole', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="a9"><w:name w:val="注号"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>';
    const styled = (text: string) => r(text, '<w:rStyle w:val="a9"/>');
    const lifted = (text: string) => r(text, '<w:position w:val="8"/>');
    const cell = (...runs: string[]) => `<w:tc>${p(runs.join(''))}</w:tc>`;
    const body = table(
      tc('总计') +
        cell(r('12'), styled('1')) +
        cell(r('13'), lifted('2')) +
        cell(lifted('1'), lifted('4')) +
        cell(r('15'), styled('[1]')),
    );
    const { markdown } = await imported(docx({ body, styles }));
    expect(markdown).toContain('<td>12¹</td><td>13²</td><td>14</td><td>15[1]</td>');
  });

  it('writes formulas without a result as they are, and says so', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (result: string) =>
      `<w:p>${mark('begin')}<w:r><w:instrText> =SUM(LEFT) \\# "0" </w:instrText></w:r>${result}${mark('end')}</w:p>`;
    const body = table(`${tc('总计')}<w:tc>${field('')}</w:tc><w:tc>${field(mark('separate') + r('12'))}</w:tc>`);
    const { markdown, notes } = await imported(docx({ body }));
    expect(markdown).toContain('| 总计 | =SUM(LEFT) | 12 |');
    expect(notes).toMatchObject([{ message: 'documents.note.uncomputed', args: { count: 1 }, isLoss: true }]);
  });

  it('leaves out the prompts of controls that are not filled in, and says so', async () => {
    const control = (inside: string, isPrompt: boolean) =>
      `<w:sdt><w:sdtPr>${isPrompt ? '<w:showingPlcHdr/>' : ''}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const body =
      control(p('单击此处输入标题'), true) +
      p(`${r('新收')}${control(r('12'), false)}${r('件')}`) +
      table(tc('总计') + `<w:tc><w:p>${control(r('填写件数'), true)}</w:p></w:tc>`);
    const { markdown, notes } = await imported(docx({ body }));
    expect(markdown).toContain('新收12件');
    expect(markdown).not.toMatch(/单击|填写件数/);
    expect(notes).toMatchObject([{ message: 'documents.note.prompts', args: { count: 2 }, isLoss: true }]);
  });

  it('keeps comments, footnotes and text boxes, and names pictures, hidden text and dates', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body =
      p(
        r('甲') +
          '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>' +
          r('密', '<w:vanish/>') +
          '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="现场"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
      ) +
      p(
        `${r('乙')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('电话')}</w:drawing></mc:Choice>` +
          `<mc:Fallback><w:pict>${box('电话')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ) +
      p(`<w:fldSimple w:instr=" DATE ">${r('2025年1月6日')}</w:fldSimple>`);
    const comments = `<w:comment w:id="0" w:author="审核人">${p('请--核对')}</w:comment>`;
    const footnotes = `<w:footnote w:id="2">${p('含上年')}</w:footnote>`;
    const { markdown, noteIds } = await imported(docx({ body, comments, footnotes }));
    expect(markdown.split('\n').slice(2).filter(Boolean)).toEqual([
      '甲[^1]',
      '<!-- 批注（审核人）：请－－核对 -->',
      '乙',
      '电话',
      '2025年1月6日',
      '[^1]: 含上年',
    ]);
    expect(noteIds).toEqual(['pictures', 'hidden', 'textBoxes', 'comments', 'footnotes', 'dateFields']);
    expect(markdown).toMatch(/^<!-- 导入说明：图片1张未导入（现场）；/);
    expect(markdown).not.toContain('密');
  });

  it('reads a number that was typed as an equation, and nothing that is one', async () => {
    const math = (inner: string) => p(`<m:oMath>${inner}</m:oMath>`);
    const figure = '<m:r><m:t>12</m:t></m:r>';
    const { markdown, notes } = await imported(
      docx({
        body: table(
          `<w:tc>${math(figure)}</w:tc><w:tc>${math(`<m:sSup><m:e>${figure}</m:e><m:sup>${figure}</m:sup></m:sSup>`)}</w:tc>`,
          tc('甲') + tc('乙'),
        ),
      }),
    );
    expect(markdown).toContain('| 12 |  |');
    expect(notes).toMatchObject([{ message: 'documents.note.equations', args: { count: 1 } }]);
  });

  it('puts what floats above a cell behind the table', async () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p('盖章')}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const body = table(tc('规章') + `<w:tc>${p(r('12') + box)}</w:tc>`, `<w:tc>${p(box)}</w:tc>${tc('3')}`);
    const { markdown } = await imported(docx({ body }));
    expect(markdown.split('\n').slice(-7).filter(Boolean)).toEqual([
      '| 规章 | 12 |',
      '| --- | --- |',
      '| 盖章 | 3 |',
      '盖章',
    ]);
  });

  it('says that there are macros and reads the text', async () => {
    const files = docxFiles({ body: p('正文'), others: { 'word/vbaProject.bin': 'x' } });
    expect(await imported(zip(files))).toMatchObject({ noteIds: ['macros'] });
  });
});

import { describe, expect, it } from 'vitest';
import { brief, cellsOf, expectInside, expectSound, ofKind, read, tableOf, textsOf } from './reading.ts';

const PAGE = `<!DOCTYPE html>
<html>
<head><title>海东县林业局2024年政府信息公开工作年度报告</title><style>p { color: red }</style></head>
<body>
<script>document.write('一、脚本');</script>
<div class="nav"><a href="/">首页</a>&nbsp;&gt;&nbsp;政府信息公开年报</div>
<h1>海东县林业局2024&#x5E74;政府信息公开工作年度报告</h1>
<p>&nbsp;&nbsp;根据<b>《条例》</b>编制，全年公开&ldquo;双公示&rdquo;信息120条。</p>
<p><strong>一、总体情况</strong></p>
<p>第一段<br>第二段</p>
<h2>二、主动公开<span>政府信息</span>情况</h2>
<table border="1">
<tbody><tr><td rowspan="2"><p>规章</p></td><td>&nbsp;</td></tr>
<tr><td><p><span>12</span></p></td></tr></tbody>
</table>
<!-- 年报检查 年度 2024 -->
<p><strong>三、</strong>收到和处理政府信息公开申请情况</p>
</body></html>
`;

describe('a saved web page', () => {
  it('is read by its elements', () => {
    expect(brief(PAGE)).toEqual([
      '¶首页\u00a0>\u00a0政府信息公开年报',
      '#海东县林业局2024年政府信息公开工作年度报告',
      '¶根据《条例》编制，全年公开“双公示”信息120条。',
      'chinese 1 总体情况',
      '¶第一段',
      '¶第二段',
      '##chinese 2 主动公开政府信息情况',
      'html 规章|⏎规章|12',
      '<year>',
      'chinese 3 收到和处理政府信息公开申请情况',
    ]);
  });

  it('has its positions in the file', () => {
    expectSound(PAGE);
    const { at, block } = tableOf(PAGE);
    expect(cellsOf(block).map(cell => PAGE.slice(at + cell.span.start, at + cell.span.end))).toEqual(
      ['规章', '&nbsp;', '12'].map(text => (text === '&nbsp;' ? '' : text)),
    );
  });

  it.each(['\r\n', '\r'])('may have line ends %j', end => {
    const page = PAGE.replaceAll('\n', end);
    expect(brief(page)).toEqual(brief(PAGE));
    expectSound(page);
  });

  it('may start with a byte order mark or white space', () => {
    expect(brief(`\ufeff${PAGE}`)).toEqual(brief(PAGE));
    expect(brief(`\n\n  ${PAGE}`)).toEqual(brief(PAGE));
    expectSound(`\ufeff\r\n${PAGE}`);
  });

  it('may be cut off anywhere', () => {
    for (let at = 0; at <= PAGE.length; at++) expectInside(PAGE.slice(0, at));
  });

  it('without end tags is read as browsers do', () => {
    const page = '<html><body><p>一、总体情况<p>正文<p><b>二、主动公开政府信息情况<table><tr><td>规章<td>1';
    expect(brief(page)).toEqual(['chinese 1 总体情况', '¶正文', 'chinese 2 主动公开政府信息情况', 'html 规章|1']);
    expectSound(page);
  });

  it('has no tables of layout', () => {
    const page =
      '<html><body><table><tr><td><p>一、总体情况</p></td></tr><tr><td><table><tr><td>规章</td><td>1</td></tr></table></td></tr></table></body></html>';
    expect(brief(page)).toEqual(['chinese 1 总体情况', 'html 规章|1']);
    expectSound(page);
  });

  it('is none where a draft only begins with a comment or a table', () => {
    expect(ofKind(read('<!-- 提示 -->\n\n# 标题\n\n<p>一</p>'), 'heading')).toHaveLength(1);
    expect(textsOf(tableOf('<table><tr><td>甲</td></tr></table>\n\n# 标题').block)).toEqual([['甲']]);
    expect(ofKind(read('<table><tr><td>甲</td></tr></table>\n\n# 标题'), 'heading')).toHaveLength(1);
  });

  it('may hold a whole report in one paragraph', () => {
    const body = '本局坚持以公开为常态、不公开为例外，全年公开信息120条。'.repeat(4);
    const page = `<html><body><p>一、总体情况&nbsp;${body}二、主动公开政府信息情况 ${body}六、其他需要报告的事项 ${body}</p></body></html>`;
    expect(ofKind(read(page), 'heading').map(({ block }) => block.title.text)).toEqual([
      '总体情况',
      '主动公开政府信息情况',
      '其他需要报告的事项',
    ]);
    expectSound(page);
  });
});

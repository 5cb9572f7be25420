import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineText, wordsOf } from '../../../server/src/syntax/inline.ts';
import { withoutMarks } from '../../../server/src/syntax/inlineMarks.ts';
import { place } from '../../../server/src/text/mappedText.ts';
import { brief, expectSound, ofKind, read } from './reading.ts';

/** The words of a line as rules get them. */
function words(line: string): string {
  return withoutMarks(inlineText(line, 0)).text;
}

describe('running text has no marks', () => {
  it.each([
    ['新收申请**49**件', '新收申请49件'],
    ['新收申请**49件**，*上年*结转`1`件', '新收申请49件，上年结转1件'],
    ['新收申请__49__件', '新收申请49件'],
    ['新收申请[^1]49件', '新收申请49件'],
    ['新收申请49件[1]，', '新收申请49件，'],
    ['新收申请49①件', '新收申请49件'],
    ['新收申请49[¹]件', '新收申请49件'],
    ['新收申请49<sup>1</sup>件', '新收申请49件'],
    ['新收申请<span lang="zh">49</span>件', '新收申请49件'],
    ['新收申请&nbsp;49&#x4EF6;', '新收申请\u00a049件'],
    ['新收<!-- 核对 -->申请49件', '新收申请49件'],
    ['新收申请~~15~~20件', '新收申请20件'],
    ['新收申请<del>15</del><ins>20</ins>件', '新收申请20件'],
    ['新收申请<span style="display: none">15</span>20件', '新收申请20件'],
    ['新收申请<span class="msoDel">15</span>20件', '新收申请20件'],
    ['新收\u200b申请4\u00ad9\ufe0f件\u{e0100}', '新收申请49件'],
    ['新收申请４９件，占９．５％', '新收申请49件，占9．5%'],
    ['见[公开指南](https://example.test/a_b_c)第3项', '见公开指南第3项'],
    ['星号\\*不是着重', '星号*不是着重'],
    ['下一行写完的<p align="left"', '下一行写完的'],
    ['如图![柱状图](a.png)、![图](b.png "标题")所示', '如图、所示'],
    ['见[指南](https://example.test "标题")', '见指南'],
    ['见<https://example.test/a_b?c=1>，<a@example.test>', '见https://example.test/a_b?c=1，a@example.test'],
    ['<del>甲<乙、丙>丁</del>条件A<B、C>D，见<关于公开的通知>', '条件A<B、C>D，见<关于公开的通知>'],
  ])('%s', (line, expected) => {
    expect(words(line)).toBe(expected);
  });

  it.each([
    '共____件，____年__月__日',
    '面积5*3、6*2平方米',
    '电话139****1234、138****5678',
    '〔2021〕30号、[2021]30号',
    '[1] 数据来源见附表',
    '①主动公开；②依申请公开',
    '小于 5 的写 <5，大于写 >9',
    '文件 report_2024_final.txt',
    '2023~2024年、上午9~11时',
    '没有写完的**加粗',
    '没有写完的<!-- 注释',
    '没有写完的<del>删除',
    '没有写完的<b 标签',
  ])('%s stays', line => {
    expect(words(line)).toBe(line);
  });

  it('knows the place of every character', () => {
    const line = '新收申请**4\u200b9**件，<b>结转</b>1件';
    const text = withoutMarks(inlineText(line, 10));
    const placeOf = (part: string) => {
      const at = text.text.indexOf(part);
      const { start, end } = place(text, at, at + part.length);
      return line.slice(start - 10, end - 10);
    };
    expect(placeOf('49')).toBe('4\u200b9');
    expect(placeOf('件，结')).toBe('件，<b>结');
    expect(placeOf('1件')).toBe('1件');
  });

  it('whatever the text', () => {
    const sign = fc.constantFrom(
      ...'*_`~[]()^\\<>&;:/!-= \u200b①1９甲件，。',
      '<del>',
      '</del>',
      '<!--',
      '-->',
      '[^1]',
      '&nbsp;',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 60 }).map(signs => signs.join('')),
        line => {
          expectSound(line);
          expect(words(line).length).toBeLessThanOrEqual(line.length);
        },
      ),
    );
  });
});

describe('cells have no marks', () => {
  it.each([
    ['*16*', '16'],
    ['[3](#甲)', '3'],
    ['&nbsp;0', '0'],
    ['`0`', '0'],
    ['1<!-- 核 -->', '1'],
    ['__0__', '0'],
    ['20[^1]', '20'],
    ['<s>15</s>20', '20'],
    ['~~15~~20', '20'],
    ['20<sup>①</sup>', '20'],
    ['20<span style="vertical-align: super">1</span>', '20'],
    ['20^1^', '20'],
    ['20^\\[1\\]^', '20'],
    ['商业<br>企业', '商业 企业'],
    ['12<br>8', '12\n8'],
  ])('%s', (written, expected) => {
    expect(wordsOf(written)).toBe(expected);
  });

  it('in HTML', () => {
    const cells = (html: string) =>
      ofKind(read(`<table><tr>${html}</tr></table>\n`), 'table')[0]?.block.rows[0]?.cells.map(({ text }) => text);
    expect(
      cells(
        '<td><del>15</del><ins>20</ins></td><td>20<sup>1</sup></td><td><span hidden>15</span>20</td>' +
          '<td>12<br>8</td><td><p>商业</p><p>企业</p></td><td style="display:none">9</td><td>2\u200e0</td>',
      ),
    ).toEqual(['20', '20', '20', '12\n8', '商业 企业', '20']);
  });
});

describe('what a page hides', () => {
  it('is no part of the report', () => {
    expect(
      brief(
        '<html><body><p>甲</p><div style="visibility:hidden"><h2>七、旧稿</h2><table><tr><td>1</td></tr></table></div>' +
          '<p>乙<span style="mso-hide:all">旧</span>丙</p><p hidden>丁</p><p>戊<a class="sdfootnoteanc"><sup>1</sup></a></p></body></html>',
      ),
    ).toEqual(['¶甲', '¶乙丙', '¶戊']);
  });

  it('over several lines of a Markdown draft neither', () => {
    expect(
      brief(
        '甲\n<div style="display:none">\n\n## 七、旧稿\n\n<div>新收申请77件。</div>\n</div>\n乙\n<del>\n| 规章 | 1 |\n| --- | --- |\n</del>\n丙',
      ),
    ).toEqual(['¶甲', '<note>', '¶乙', '<note>', '¶丙']);
    expect(brief('甲\n<div hidden>\n没有写完').at(-1)).toBe('¶没有写完');
  });

  it('a line break in the file is none in a Chinese sentence', () => {
    expect(brief('<html><body><p>本年\n  新收\n49件，见 our\npage</p></body></html>')).toEqual([
      '¶本年新收49件，见 our page',
    ]);
  });
});

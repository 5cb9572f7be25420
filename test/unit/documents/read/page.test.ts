import { describe, expect, it } from 'vitest';
import { gb18030 } from '../../../support/commandLine.ts';
import { imported, importedLines } from '../../../support/documents.ts';

const TITLE = '云溪县财政局2024年政府信息公开工作年度报告';
const ARTICLE = `<p>根据条例编制本报告，内容如下。</p><p>一、总体情况</p><p>全年公开１２条。</p><table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table><p>六、其他需要报告的事项</p><p>无。</p><p>云溪县财政局</p><p>2025年1月6日</p>`;
const PAGE = `<!DOCTYPE html><html><head><meta name="ArticleTitle" content="${TITLE}"><title>${TITLE}_县政府</title></head><body>
<ul><li><a>首页</a></li><li><a>云溪县2023年政府信息公开工作年度报告</a></li></ul>
<table><tr><td><div>${TITLE}</div><div>来源：财政局 发布时间：2025-01-20 浏览量：3</div>${ARTICLE}</td></tr></table>
<div>上一篇：<a>云溪县财政局2023年政府信息公开工作年度报告</a></div></body></html>`;

const LINES = [
  `# ${TITLE}`,
  '根据条例编制本报告，内容如下。',
  '## 一、总体情况',
  '全年公开１２条。',
  '| 规章 | 1 |',
  '| --- | --- |',
  '| 文件 | 2 |',
  '## 六、其他需要报告的事项',
  '无。',
  '云溪县财政局',
  '2025年1月6日',
];
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a saved web page', () => {
  it.each([
    ['UTF-8', bytes(PAGE)],
    ['GB18030', gb18030(PAGE)],
  ])('is read as its article alone: %s', async (_, page) => {
    expect(await importedLines(page)).toEqual(LINES);
    const { notes } = await imported(page);
    expect(notes).toEqual([{ message: 'documents.note.pageLines', args: { count: 4, text: '首页' }, isLoss: true }]);
  });

  it('is read whole where no report is recognised', async () => {
    expect(await importedLines(bytes('<html><body><p>甲</p><p>乙</p></body></html>'))).toEqual(['甲', '乙']);
  });

  it('has its title in the page alone, and an article that is not signed', async () => {
    const page = `<html><body><p>首页</p><h1>${TITLE}</h1><p>一、总体情况</p><p>正文。</p><p>分享到：微信</p></body></html>`;
    expect(await importedLines(bytes(page))).toEqual([`# ${TITLE}`, '## 一、总体情况', '正文。']);
  });
});

describe('HTML from the clipboard', () => {
  it('is read between its marks', async () => {
    const html = '<html><body><!--StartFragment--><p>甲<o:p></o:p></p><!--EndFragment--></body></html>';
    expect(
      await importedLines(
        bytes(
          `Version:1.0\r\nStartHTML:0000000100\r\nEndHTML:0000000200\r\nStartFragment:0000000120\r\nEndFragment:0000000180\r\n${html}`,
        ),
      ),
    ).toEqual(['甲']);
  });
});

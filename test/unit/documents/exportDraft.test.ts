import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { exportDraft } from '../../../server/src/documents/exportDraft.ts';
import type { ExportForm } from '../../../server/src/documents/job.ts';
import { packDocx } from '../../../server/src/documents/write/docx.ts';
import { imported } from '../../support/documents.ts';
import { sampleReport } from '../../support/sample.ts';

const exported = (markdown: string, form: ExportForm = 'docx') =>
  exportDraft(markdown, { form, fonts: 'gb2312', edition: null }, packDocx);
const text = async (markdown: string, form: ExportForm) =>
  new TextDecoder().decode((await exported(markdown, form)).bytes);
const partsOf = async (markdown: string) => unzipSync((await exported(markdown)).bytes);

describe('a draft as a Word document', () => {
  it('is the same file each time, without times and names', async () => {
    const draft = sampleReport('html');
    const [first, second] = [await exported(draft), await exported(draft)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    const core = strFromU8((await partsOf(draft))['docProps/core.xml'] ?? new Uint8Array());
    expect(core).not.toMatch(/\d{4}-\d\d|creator/);
  });

  it('is imported as the draft that it was', async () => {
    const { bytes, notes } = await exported(sampleReport('html'));
    expect(notes).toEqual([]);
    const once = (await imported(bytes)).markdown;
    expect((await imported((await exported(once)).bytes)).markdown).toBe(once);
  });

  it('is what it was where words look like marks', async () => {
    const draft = [
      '正文。',
      '\\- 甲',
      '\\---',
      '\\~~~',
      '\\[链接](http://a.test)和!\\[图](a.png)',
      '甲&lt;b>乙',
      '2\\*3\\*4',
      '',
    ];
    const { bytes, notes } = await exported(draft.join('\n\n'));
    expect(notes).toEqual([]);
    const again = (await imported(bytes)).markdown;
    expect(again.trimEnd().split('\n\n')).toEqual([...draft.slice(0, 6), '2*3*4']);
  });

  it('has the page, lines and fonts of GB/T 9704', async () => {
    const parts = await partsOf(
      '# 云溪县财政局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n\n云溪县财政局\n\n2025年1月6日\n',
    );
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const document = part('word/document.xml');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(document).toMatch(/<w:docGrid w:linePitch="579" w:type="lines"|<w:docGrid w:type="lines" w:linePitch="579"/);
    expect(document).toContain('云溪县财政局</w:t>');
    expect(document).toContain('2024年政府信息公开工作年度报告</w:t>');
    const styles = part('word/styles.xml');
    expect(styles).toMatch(/<w:snapToGrid w:val="0"\/><w:spacing [^>]*w:line="579"/);
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(part('word/fontTable.xml')).toContain('<w:altName w:val="华文中宋"/>');
    expect(part('word/footer1.xml') + part('word/footer2.xml')).toContain('PAGE');
  });

  it('is read alike by another reader', async () => {
    const { bytes } = await exported(sampleReport('html'));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const words = (markdown: string) => markdown.replace(/<[^>]*>|^#+ |\s/gm, '');
    expect(value.replace(/\s/g, '')).toBe(words((await imported(bytes)).markdown));
  });

  it('breaks no figure over two lines: columns as wide as their figures, or these smaller', async () => {
    const long = { table: 't3.requests', row: 'newReceived', column: 'total', text: '1234567' } as const;
    const official = strFromU8((await partsOf(sampleReport('html', long)))['word/document.xml']!);
    const sizeOf = (document: string, figure: string) =>
      Number(new RegExp(`<w:sz w:val="(\\d+)"/>(?:(?!<w:t)[^])*<w:t[^>]*>${figure}<`).exec(document)?.[1]);
    // Seven signs of half its size in a column of 670 twips, less the margins.
    expect(sizeOf(official, '1234567')).toBeLessThanOrEqual((604 / 7) * 0.2);
    const cells = Array.from({ length: 16 }, (_, i) => (i === 3 ? '13579246' : i === 0 ? '网站' : '0'));
    const table = `| ${cells.map(() => '月').join(' | ')} |\n|${'---|'.repeat(16)}\n| ${cells.join(' | ')} |\n`;
    const own = strFromU8((await partsOf(`正文。\n\n${table}`))['word/document.xml']!);
    const widths = Array.from(own.matchAll(/<w:gridCol w:w="(\d+)"/g), ([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844);
    expect(widths[3]).toBeGreaterThanOrEqual(8 * 105 + 56);
    expect(own).not.toContain('<w:sz w:val="1');
  });

  it('has no sign that XML forbids', async () => {
    const { bytes } = await exported('甲\u0001乙\ud800丙\n');
    expect((await imported(bytes)).markdown).toBe('甲乙丙\n');
  });
});

describe('what is left out', () => {
  it('is every comment, and it is said', async () => {
    const { bytes, notes } = await exported('<!-- 内部 -->\n\n正文<!-- 也是 -->。\n\n<!-- 年报检查 年度 2024 -->\n');
    expect((await imported(bytes)).markdown).toBe('正文。\n');
    expect(notes).toEqual([{ message: 'documents.note.commentsLeft', args: { count: 2 }, isLoss: false }]);
  });

  it('is a footnote, and it is said', async () => {
    const { bytes, notes } = await exported('正文[^1]。\n\n[^1]: 含上年。\n');
    expect((await imported(bytes)).markdown).toContain('正文。\n');
    expect(notes).toEqual([{ message: 'documents.note.footnotesLeft', args: { count: 1 }, isLoss: true }]);
  });

  it('is a picture, an address, a line that only parts; the first two are said', async () => {
    const { bytes, notes } = await exported(
      '见[指南](https://a.test)和图![图](a.png "图一")。\n\n---\n\n<img src="b.png">完。\n',
    );
    expect((await imported(bytes)).markdown).toBe('见指南和图。\n\n完。\n');
    expect(notes).toEqual([
      { message: 'documents.note.picturesLeft', args: { count: 2 }, isLoss: true },
      { message: 'documents.note.linksLeft', args: { count: 1 }, isLoss: false },
    ]);
  });

  it('is not said to be all where parts are still to be written', async () => {
    const report = sampleReport('html');
    const half = report.slice(0, report.indexOf('## 四、'));
    expect((await exported(half)).notes).toMatchObject([{ message: 'documents.note.unwritten', isLoss: false }]);
    expect((await exported('正文。\n')).notes).toEqual([]);
  });

  it('is nothing that only looks like a tag', async () => {
    const html = await text('条件A<B、C>D，见<关于公开的通知>，邮箱<a@b.test>。\n', 'html');
    expect(html).toContain('>条件A&lt;B、C&gt;D，见&lt;关于公开的通知&gt;，邮箱a@b.test。</p>');
  });

  it('is no sign of the words: full-width digits and note signs stay', async () => {
    const { bytes } = await exported('收到１２件②，**办结**3①件。\n');
    expect((await imported(bytes)).markdown).toBe('收到１２件②，办结3①件。\n');
  });
});

describe('a draft as HTML', () => {
  it('has plain elements with inline styles alone', async () => {
    const html = await text(sampleReport('html'), 'html');
    const names = new Set(Array.from(html.matchAll(/<([a-z]\w*)/g), ([, name]) => name));
    expect([...names].sort()).toEqual(['col', 'colgroup', 'h1', 'p', 'strong', 'table', 'tbody', 'td', 'tr']);
    expect(html).not.toMatch(/class=|id=|<!--|<script|<img/);
  });

  it('shows what is hostile as words', async () => {
    const html = await text(
      '正文&lt;img onerror="x"&gt;\n\n| <script>a</script>1 | 2 |\n| --- | --- |\n| 3 | 4 |\n',
      'html',
    );
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&lt;img onerror=&quot;x&quot;&gt;');
  });

  it('has headings as GB/T 9704 has them: the third level as the text, on paper with typefaces of their own', async () => {
    const draft = '# 云溪县某某局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n（一）主动公开\n\n1. 公开目录\n';
    expect(await text(draft, 'html')).toMatch(
      /<strong>一、[^]*<strong>（一）[^]*<p style="text-indent:2em">1\. 公开目录</,
    );
    const page = await text(draft, 'print');
    expect(page).toMatch(/<h1 class="title"[^>]*>云溪县某某局\n2024年政府信息公开工作年度报告<\/h1>/);
    expect(page).toMatch(/<p class="heading2"[^>]*><strong>（一）/);
    expect(page).toMatch(/h1\{font:22pt\/34pt 方正小标宋简体[^}]*pre-line/);
  });

  it('is imported as the draft that it was', async () => {
    const draft = (await imported((await exported(sampleReport('html'))).bytes)).markdown;
    const page = (await exported(draft, 'print')).bytes;
    expect((await imported(page)).markdown).toBe(draft);
  });
});

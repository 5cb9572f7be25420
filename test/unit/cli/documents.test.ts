import { cpSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { build, type BuildOptions } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { runCommandLine, Workbench } from '../../support/commandLine.ts';
import { docx, p, r, table, tc, zip } from '../../support/docx.ts';
import { pdf, text } from '../../support/pdf.ts';
import { sampleReport } from '../../support/sample.ts';

const bench = new Workbench({ withDocuments: true });
const TITLE = '云溪县财政局2024年政府信息公开工作年度报告';
const SAMPLE = docx({
  body:
    p(TITLE) +
    p('一、总体情况') +
    p('全年公开信息326条。') +
    p('二、主动公开政府信息情况') +
    table(tc('规章') + tc('1') + tc('2'), tc('行政规范性文件') + tc('3') + tc('4')),
});

describe('convert', () => {
  it('writes a draft to standard output, or to a file that is not there yet', () => {
    bench.write('报告.docx', SAMPLE);
    const { status, out } = bench.run(['convert', '报告.docx']);
    expect({ status, first: out.split('\n')[0] }).toEqual({ status: 0, first: `# ${TITLE}` });
    expect(bench.run(['convert', '报告.docx', '-o', '报告.md'])).toMatchObject({ status: 0, out: '', error: '' });
    expect(readFileSync(bench.at('报告.md'), 'utf8')).toBe(out);
    expect(bench.run(['convert', '报告.docx', '-o', '报告.md'])).toMatchObject({ status: 2 });
    expect(bench.run(['convert', '报告.docx', '-o', '报告.md', '--force'])).toMatchObject({ status: 0 });
  });

  it('writes Word and HTML, and warns of errors', () => {
    bench.write('a.md', sampleReport('html').replace('2024年12月31日止', '2023年12月31日止'));
    const { status, error } = bench.run(['convert', 'a.md', '-o', 'a.docx']);
    expect(status).toBe(0);
    expect(error).toMatch(/还有 \d+ 处错误，仍然导出/);
    expect(bench.run(['convert', 'a.md', '--to', 'html']).out).toContain('<h1 align="center"');
    expect(bench.run(['convert', 'a.docx', '-o', 'b.html'])).toMatchObject({ status: 0 });
  });

  it('gives 1 where something was left out, and says what', () => {
    bench.write('a.docx', docx({ body: p(`${r('正文')}${r('密', '<w:vanish/>')}`) }));
    const { status, out, error } = bench.run(['convert', 'a.docx']);
    expect(status).toBe(1);
    expect(error).toContain('隐藏文字1处未导入');
    expect(out).toMatch(/^<!-- 导入说明：隐藏文字1处未导入。 -->\n\n正文\n$/);
  });

  it('gives 2 and writes nothing where a file cannot be read, or the output is not clear', () => {
    bench.write('a.docx', SAMPLE.subarray(0, 900));
    bench.write('b.docx', SAMPLE);
    expect(bench.run(['convert', 'a.docx', '-o', 'a.md'])).toMatchObject({ status: 2 });
    expect(existsSync(bench.at('a.md'))).toBe(false);
    for (const args of [
      ['b.docx', '-o', 'b.pages'],
      ['b.docx', '--to', 'docx'],
      ['a.docx', 'b.docx'],
      ['nothing.docx'],
    ])
      expect(bench.run(['convert', ...args]).status).toBe(2);
  });

  it('writes several beside each', () => {
    bench.write('x/a.docx', SAMPLE);
    bench.write('b.docx', SAMPLE);
    expect(bench.run(['convert', 'x/a.docx', 'b.docx', '--to', 'md']).status).toBe(0);
    expect(existsSync(bench.at('x/a.md')) && existsSync(bench.at('b.md'))).toBe(true);
  });
});

describe('check on documents', () => {
  it('names part, table, row and column beside the line of the converted draft', () => {
    bench.write(
      'a.md',
      sampleReport('html', { table: 't3.requests', row: 'newReceived', column: 'total', text: '99' }),
    );
    bench.run(['convert', 'a.md', '-o', 'a.docx']);
    const { out } = bench.run(['check', 'a.docx']);
    expect(out).toMatch(/第三部分·表三·一、本年新收政府信息公开申请数量·总计（转换后第 \d+ 行）/);
    const json = JSON.parse(bench.run(['check', '--format', 'json', 'a.docx']).out) as {
      files: { converted: { notes: string[] }; findings: { where: string; line: number }[] }[];
    };
    expect(json.files[0]?.converted).toEqual({ notes: [] });
    expect(json.files[0]?.findings.some(({ where }) => where.startsWith('第三部分·表三'))).toBe(true);
  });

  it('takes those of a folder whose names are of reports', () => {
    bench.write('年报/云溪县财政局2024年政府信息公开工作年度报告.docx', SAMPLE);
    bench.write('年报/~$云溪县财政局2024年政府信息公开工作年度报告.docx', new Uint8Array(100));
    bench.write('年报/通知.docx', SAMPLE);
    const { out } = bench.run(['check', '年报']);
    expect(out.match(/\.docx（/g)).toHaveLength(1);
  });

  it('says why one cannot be read, and checks the others', () => {
    bench.write('a.docx', zip({ 'OFD.xml': '<OFD/>' }));
    bench.write('b.docx', SAMPLE);
    const { status, out, error } = bench.run(['check', 'a.docx', 'b.docx']);
    expect(status).toBe(2);
    expect(error).toContain('这是 OFD 文件，读不了。请用 WPS 或 Word 打开，另存为 .docx。');
    expect(out).toContain('b.docx（2024');
  });
});

it('two results are not written into one file, whatever --force says', () => {
  bench.write('a.docx', SAMPLE);
  bench.write('a.html', '<p>海东县林业局2024年政府信息公开工作年度报告</p>');
  const { status, error } = bench.run(['convert', 'a.docx', 'a.html', '--to', 'md', '--force']);
  expect(status).toBe(2);
  expect(error).toContain('“a.docx”和“a.html”的结果会写成同一个文件“a.md”');
  expect(existsSync(bench.at('a.md'))).toBe(false);
});

describe('a copy with comments', () => {
  it('takes the place of no file unless it may', () => {
    bench.write('a.docx', SAMPLE);
    bench.write('b.docx', 'x');
    const refused = bench.run(['check', 'a.docx', '--annotate', 'b.docx']);
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.error).toContain('--force');
    expect(readFileSync(bench.at('b.docx'), 'utf8')).toBe('x');
    bench.run(['check', 'a.docx', '--annotate', 'b.docx', '--force']);
    expect(readFileSync(bench.at('b.docx')).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('a PDF file', () => {
  it('is converted and checked', () => {
    bench.write('a.pdf', pdf([{ content: text(100, 700, '全年公开信息326条。') }]));
    expect(bench.run(['convert', 'a.pdf'])).toMatchObject({ status: 0, out: '全年公开信息326条。\n', error: '' });
    bench.write('b.pdf', pdf([{ content: '0 0 200 200 re f' }]));
    expect(bench.run(['check', 'b.pdf'])).toMatchObject({ status: 2 });
    expect(bench.run(['check', 'b.pdf']).error).toContain('扫描件');
  });
});

describe('what a document may take', () => {
  it('is known before it is read: 200 MB are refused at once', () => {
    bench.write('a.docx', SAMPLE);
    truncateSync(bench.at('a.docx'), 200 * 1024 * 1024);
    const began = process.hrtime.bigint();
    const { status, error } = bench.run(['convert', 'a.docx', '-o', 'a.md']);
    expect(status).toBe(2);
    expect(error).toMatch(/200 MB/);
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(10);
    expect(existsSync(bench.at('a.md'))).toBe(false);
  });

  /** The command line with another thread for documents, which is given less time. */
  const withThread = (program: string, ms: number) => {
    const tool = bench.at('tool');
    cpSync(dirname(bench.cli), tool, { recursive: true });
    writeFileSync(join(tool, 'documents.js'), program);
    const cli = readFileSync(bench.cli, 'utf8');
    const limited = cli.replace(/documentMs: (?:3e4|30000|30_000)/, `documentMs: ${String(ms)}`);
    expect(limited).not.toBe(cli);
    writeFileSync(join(tool, 'cli.js'), limited);
    bench.write('a.docx', SAMPLE);
    bench.write('b.md', `# ${TITLE}\n\n## 一、总体情况\n\n正文。\n`);
    return runCommandLine(join(tool, 'cli.js'), bench.folder, ['check', 'a.docx', 'b.md']);
  };

  it('ends a thread that works too long, and the others go on', () => {
    const { status, out, error } = withThread('for (;;);', 600);
    expect(status).toBe(2);
    expect(error).toMatch(/已停止/);
    expect(out).toContain('b.md（2024');
  });

  it('ends a thread that takes too much memory, or fails, and the others go on', () => {
    const { status, out, error } = withThread('const a = []; for (;;) a.push(new Array(100_000).fill(1.5));', 30_000);
    expect(status).toBe(2);
    expect(error).toMatch(/内存超过512 MB/);
    expect(out).toContain('b.md（2024');
    expect(withThread("throw new Error('x');", 30_000).error).toContain('处理出错');
  }, 60_000);
});

describe('bundles', () => {
  it('that start hold no library of documents', async () => {
    const { bundles } = createRequire(import.meta.url)('../../../esbuild.js') as {
      bundles: readonly (BuildOptions & { readonly outfile: string })[];
    };
    for (const bundle of bundles.filter(({ outfile }) => /(?:extension|serverMain|server|cli)\.js$/.test(outfile))) {
      const { metafile } = await build({ ...bundle, write: false, metafile: true, sourcemap: false });
      const found = Object.keys(metafile.inputs).filter(path =>
        /node_modules\/(?:fflate|cfb|docx|pdfjs-dist|@e965)\//.test(path),
      );
      expect(found, bundle.outfile).toEqual([]);
    }
  }, 60_000);
});

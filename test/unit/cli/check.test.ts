import { chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gb18030, utf16, Workbench, type Run } from '../../support/commandLine.ts';
import { sampleReport } from '../../support/sample.ts';

const bench = new Workbench();
const write = (name: string, content: string | Uint8Array) => {
  bench.write(name, content);
};
const run = (...call: Parameters<Workbench['run']>) => bench.run(...call);

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface FileOut {
  readonly path: string;
  readonly edition: string | null;
  readonly reportYear: number | null;
  readonly publicBody: string | null;
  readonly sections: readonly { id: string | null; title: string; line: number; column: number; endLine: number }[];
  readonly tables: readonly { id: string; line: number; endLine: number; cells: Record<string, number | null> }[];
  readonly findings: readonly (Place & {
    rule: string;
    severity: string;
    message: string;
    related: readonly (Place & { message: string })[];
    fingerprint: string;
  })[];
}

/** Output of `check --format json`, which is one object and nothing else. */
function json(args: readonly string[], options?: Parameters<typeof run>[1]): Run & { files: readonly FileOut[] } {
  const result = run(['check', '--format', 'json', ...args], options);
  const parsed = JSON.parse(result.out) as { version: number; files: FileOut[] };
  expect(Object.keys(parsed).slice(0, 2)).toEqual(['version', 'files']);
  expect(parsed.version).toBe(1);
  return { ...result, files: parsed.files };
}

const CLEAN = sampleReport('pipe');
const NAME = '海东县林业局2024年政府信息公开工作年度报告.md';
/** One wrong total: an error. */
const WRONG = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
/** A silence for a rule that does not exist: a warning and no error. */
const DOUBTFUL = `${CLEAN}\n<!-- 年报检查 忽略 totals/no-such-rule：原表如此 -->\n`;

describe('exit status', () => {
  it('0 for a clean draft, 1 for one with an error', () => {
    write('good.md', CLEAN);
    write('bad.md', WRONG);
    expect(run(['check', 'good.md']).status).toBe(0);
    expect(run(['check', 'bad.md']).status).toBe(1);
    expect(run(['check', 'good.md', 'bad.md']).status).toBe(1);
  });

  it('follows --fail-on', () => {
    write('bad.md', WRONG);
    write('doubt.md', DOUBTFUL);
    const { files } = json(['doubt.md']);
    expect(files[0]?.findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(run(['check', 'doubt.md']).status).toBe(0);
    expect(run(['check', '--fail-on', 'error', 'doubt.md']).status).toBe(0);
    expect(run(['check', '--fail-on', 'warning', 'doubt.md']).status).toBe(1);
    expect(run(['check', '--fail-on', 'warning', 'bad.md']).status).toBe(1);
    expect(run(['check', '--fail-on', 'never', 'bad.md']).status).toBe(0);
  });

  it.each([
    ['an unknown option', ['check', '--nonsense', 'a.md']],
    ['an unknown command', ['examine', 'a.md']],
    ['no input', ['check']],
    ['nothing', []],
    ['a workbook without a file', ['check', '--format', 'xlsx', 'a.md']],
    ['a number of threads that is none', ['check', '--jobs', 'many', 'a.md']],
    ['an unknown format', ['check', '--format', 'xml', 'a.md']],
    ['an unknown severity', ['check', '--fail-on', 'hint', 'a.md']],
    ['an unknown encoding', ['check', '--encoding', 'big5', 'a.md']],
    ['an option without value', ['check', 'a.md', '--config']],
  ])('2 for %s', (_, args) => {
    write('a.md', CLEAN);
    const { status, out, error } = run(args);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(error).not.toBe('');
  });

  it('0 for help', () => {
    const { status, out } = run(['check', '--help']);
    expect(status).toBe(0);
    for (const option of ['--format', '--fail-on', '--config', '--encoding', '--stdin-name', '--language'])
      expect(out).toContain(option);
  });

  it('2 for an input that cannot be read; the others are still reported', () => {
    write('bad.md', WRONG);
    const { status, error, files } = json(['missing.md', 'bad.md', 'no-*.md']);
    expect(status).toBe(2);
    expect(files.map(({ path }) => path)).toEqual(['bad.md']);
    expect(files[0]?.findings).toHaveLength(1);
    expect(error).toContain('missing.md');
    expect(error).toContain('no-*.md');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('2 for a file without permission', () => {
    write('closed.md', CLEAN);
    write('open.md', CLEAN);
    chmodSync(bench.at('closed.md'), 0);
    const { status, error, files } = json(['closed.md', 'open.md']);
    expect([status, files.map(({ path }) => path)]).toEqual([2, ['open.md']]);
    expect(error).toContain('closed.md');
  });
});

describe('inputs', () => {
  it('a folder gives its reports, by name or by title line', () => {
    write(`2024/${NAME}`, CLEAN);
    write('2024/untitled.annual-report.md', '一、总体情况\n');
    write('2024/other.annual-report.txt', '一、总体情况\n');
    write('2024/notes.md', '今天下午三点开会。\n');
    write('2024/draft.txt', CLEAN);
    write('2024/page.html', `<html><body><h1>海东县林业局2024年政府信息公开工作年度报告</h1></body></html>`);
    write('2024/old.htm', `<html><body><p><b>海东县林业局2023年政府信息公开年报</b></p></body></html>`);
    write('2024/data.json', '{"a": "政府信息公开工作年度报告"}');
    write('2024/node_modules/x/draft.md', CLEAN);
    write('2024/deep/er/海东县2023年政府信息公开年报.txt', '一、总体情况\n');
    const { files } = json(['2024']);
    expect(files.map(({ path }) => path.replaceAll('\\', '/')).sort()).toEqual(
      [
        `2024/${NAME}`,
        '2024/deep/er/海东县2023年政府信息公开年报.txt',
        '2024/draft.txt',
        '2024/old.htm',
        '2024/other.annual-report.txt',
        '2024/page.html',
        '2024/untitled.annual-report.md',
      ].sort(),
    );
  });

  it('a folder without reports is no error, and said', () => {
    write('empty/notes.md', '今天下午三点开会。\n');
    const { status, files, error } = json(['empty']);
    expect([status, files]).toEqual([0, []]);
    expect(error).toContain('“empty”里没有找到年报');
    expect(run(['check', 'empty']).status).toBe(0);
  });

  it('a named file is read whatever its name', () => {
    write('notes.text', WRONG);
    expect(json(['notes.text']).files[0]?.findings).toHaveLength(1);
  });

  it('a glob gives its matches, each file once, whatever names it', () => {
    write('a/2023.md', CLEAN);
    write('a/2024.md', CLEAN);
    write('b/2024.md', CLEAN);
    expect(json(['a/*.md']).files.map(({ path }) => path)).toEqual(['a/2023.md', 'a/2024.md']);
    expect(json(['**/2024.md', 'a/2024.md', './b/2024.md']).files.map(({ path }) => path)).toEqual([
      'a/2024.md',
      'b/2024.md',
    ]);
  });

  it('a file whose name looks like a glob is that file', () => {
    write('年报[终稿].md', CLEAN);
    expect(json(['年报[终稿].md']).files.map(({ path }) => path)).toEqual(['年报[终稿].md']);
  });

  it('standard input, with a name', () => {
    const named = json(['-', '--stdin-name', 'drafts/2024.md'], { input: WRONG });
    expect([named.status, named.files[0]?.path, named.files[0]?.findings.length]).toEqual([1, 'drafts/2024.md', 1]);
    expect(json(['-'], { input: CLEAN }).files[0]?.path).toBe('-');
    expect(json(['-'], { input: '' })).toMatchObject({
      status: 2,
      files: [],
      error: expect.stringContaining('是空的') as unknown,
    });
  });

  it('standard input beside files, in any encoding', () => {
    write('good.md', CLEAN);
    const { files } = json(['good.md', '-'], { input: gb18030(WRONG) });
    expect(files.map(({ path }) => path).sort()).toEqual(['-', 'good.md']);
    expect(files.find(({ path }) => path === '-')?.findings).toHaveLength(1);
  });
});

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(WRONG)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${WRONG}`)],
    ['UTF-16 LE', utf16(WRONG, false)],
    ['UTF-16 BE', utf16(WRONG, true)],
    ['GB18030', gb18030(WRONG)],
  ])('%s', (_, bytes) => {
    write('draft.md', bytes);
    const {
      files: [file],
    } = json(['draft.md']);
    expect(file).toMatchObject({ edition: '2021', reportYear: 2024, publicBody: '海东县林业局' });
    expect(file?.sections.map(({ line }) => line)[0]).toBe(5);
    expect(file?.findings).toHaveLength(1);
  });

  it('neither is reported, not guessed', () => {
    write('broken.md', Uint8Array.of(0xff, 0xff, 0x80, 0x80, 0xff, 0x0a));
    write('binary.md', Uint8Array.of(0x50, 0x4b, 0, 0, 0, 0x31));
    const { status, error, files } = json(['broken.md', 'binary.md']);
    expect([status, files]).toEqual([2, []]);
    expect(error).toContain('broken.md');
    expect(error).toContain('binary.md');
  });

  it('is the one that is asked for', () => {
    write('gb.md', gb18030(CLEAN));
    write('utf8.md', CLEAN);
    expect(run(['check', '--encoding', 'utf8', 'gb.md']).status).toBe(2);
    expect(run(['check', '--encoding', 'gb18030', 'gb.md']).status).toBe(0);
    expect(run(['check', '--encoding', 'utf8', 'utf8.md']).status).toBe(0);
  });
});

describe('settings', () => {
  it('name statutes of the workspace, whose faults are told by line', () => {
    write('.annual-report.json', JSON.stringify({ statutes: ['法规', '../elsewhere'] }));
    write('法规/本省.json', '{"statutes": [\n  {"title": "临溪省公开办法", "effective": "去年"}\n]}');
    write('2024.md', CLEAN);
    const { status, error } = run(['check', '2024.md']);
    expect(status).toBe(2);
    expect(error).toContain('本省.json:2');
    expect(error).toContain('“去年”不是日期');
    expect(error).toContain('../elsewhere');
    write('.annual-report.json', JSON.stringify({ statutes: ['法规/本省.json'] }));
    write('法规/本省.json', '{"statutes": [{"title": "临溪省公开办法"}]}');
    expect(run(['check', '2024.md'])).toMatchObject({ status: 0, error: '' });
  });

  it('come from the nearest .annual-report.json upward', () => {
    write('.annual-report.json', JSON.stringify({ severities: { 'totals/row-total': 'warning' } }));
    write('a/bad.md', WRONG);
    write('b/bad.md', WRONG);
    write('b/.annual-report.json', JSON.stringify({ severities: { 'totals/row-total': 'off' } }));
    const { status, files } = json(['a/bad.md', 'b/bad.md']);
    expect(status).toBe(0);
    expect(files.map(({ findings }) => findings.map(({ severity }) => severity))).toEqual([['warning'], []]);
  });

  it('come from --config instead', () => {
    write('.annual-report.json', JSON.stringify({ severities: { 'totals/row-total': 'off' } }));
    write('strict.json', JSON.stringify({ severities: { 'totals/row-total': 'error' } }));
    write('bad.md', WRONG);
    expect(run(['check', 'bad.md']).status).toBe(0);
    expect(run(['check', '--config', 'strict.json', 'bad.md']).status).toBe(1);
  });

  it('choose the edition', () => {
    write('.annual-report.json', '\ufeff{"edition": "2019"}');
    write('good.md', CLEAN);
    expect(json(['good.md']).files[0]?.edition).toBe('2019');
  });

  it.each([
    ['no JSON', '{"severities": '],
    ['no object', '[1]'],
    ['an unknown severity', '{"severities": {"totals/row-total": "fatal"}}'],
    ['an unknown edition', '{"edition": "1999"}'],
  ])('%s is named, and the draft still checked', (_, text) => {
    write('.annual-report.json', text);
    write('bad.md', WRONG);
    const { status, error, files } = json(['bad.md']);
    expect(status).toBe(2);
    expect(error).toContain('.annual-report.json');
    expect(files[0]?.findings).toHaveLength(1);
  });

  it('a --config that is missing is named', () => {
    write('good.md', CLEAN);
    const { status, error } = run(['check', '--config', 'gone.json', 'good.md']);
    expect(status).toBe(2);
    expect(error).toContain('gone.json');
  });

  it('silence single findings by their fingerprints', () => {
    write('a/bad.md', WRONG);
    write('a/other.md', WRONG);
    const fingerprint = json(['a/bad.md']).files[0]?.findings[0]?.fingerprint;
    const silence = (reason: string) =>
      JSON.stringify({ silenced: [{ file: 'a/bad.md', rule: 'totals/row-total', fingerprint, reason }] });
    write('.annual-report.json', silence('原表如此'));
    expect(json(['a/bad.md', 'a/other.md']).files.map(({ findings }) => findings.length)).toEqual([0, 1]);
    write('.annual-report.json', silence(''));
    expect(run(['check', 'a/bad.md']).status).toBe(2);
  });
});

describe('language', () => {
  const chinese = /[\u4e00-\u9fff]{4}/;
  it.each([
    ['Chinese by default', [], {}, false],
    ['English by --language', ['--language', 'en'], {}, true],
    ['English by LC_ALL', [], { LC_ALL: 'en_US.UTF-8' }, true],
    ['English by LANG', [], { LANG: 'en_GB.UTF-8' }, true],
    ['LC_ALL before LANG', [], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, false],
    ['--language before LC_ALL', ['--language', 'zh-CN'], { LC_ALL: 'en_US.UTF-8' }, false],
    ['Chinese for C', [], { LC_ALL: 'C' }, false],
  ] as [string, string[], Record<string, string>, boolean][])('%s', (_, args, env, isEnglish) => {
    write('bad.md', WRONG);
    const { out } = run(['check', ...args, 'bad.md'], { env });
    expect(/\b(?:error|total)\b/i.test(out.replace(/\[[^\]]*\]/g, ''))).toBe(isEnglish);
    if (!isEnglish) expect(out).toMatch(chinese);
  });
});

describe('json', () => {
  const draft = [
    '# 海东县林业局2024年政府信息公开工作年度报告',
    '',
    '引言。',
    '',
    '## 一、总体情况',
    '',
    '正文𠮷。',
    '',
    '## 二、主动公开政府信息情况',
    '',
    '### （一）文件',
    '',
    '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
    '|---|---|---|---|',
    '| 规章 | 0 |  | 无 |',
    '| 行政规范性文件 | 9 | 1 | 4件 |',
    '',
    '## 三、特别事项',
    '正文。',
    '',
  ].join('\n');

  it('has the keys of the contract, in their order', () => {
    write('bad.md', WRONG);
    const {
      files: [file],
    } = json(['bad.md']);
    expect(Object.keys(file!)).toEqual([
      'path',
      'kind',
      'edition',
      'reportYear',
      'publicBody',
      'sections',
      'tables',
      'findings',
    ]);
    for (const section of file!.sections)
      expect(Object.keys(section)).toEqual(['id', 'title', 'line', 'column', 'endLine']);
    for (const table of file!.tables) expect(Object.keys(table)).toEqual(['id', 'line', 'endLine', 'cells']);
    for (const finding of file!.findings) {
      expect(Object.keys(finding)).toEqual([
        'rule',
        'severity',
        'message',
        'line',
        'column',
        'endLine',
        'endColumn',
        'related',
        'fingerprint',
      ]);
      expect(finding.rule).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
      expect(finding.fingerprint).not.toBe('');
      for (const related of finding.related)
        expect(Object.keys(related)).toEqual(['line', 'column', 'endLine', 'endColumn', 'message']);
    }
  });

  it('lists the first-level headings with their extent', () => {
    write('draft.md', draft);
    const {
      files: [file],
    } = json(['draft.md']);
    expect(file?.sections).toEqual([
      { id: 'overview', title: '一、总体情况', line: 5, column: 4, endLine: 8 },
      { id: 'proactive', title: '二、主动公开政府信息情况', line: 9, column: 4, endLine: 17 },
      { id: null, title: '三、特别事项', line: 18, column: 4, endLine: 19 },
    ]);
  });

  it('gives tables by id and cells by row and column', () => {
    write('draft.md', draft);
    const {
      files: [file],
    } = json(['draft.md']);
    expect(file?.tables).toEqual([
      {
        id: 't2.disclosure',
        line: 13,
        endLine: 16,
        cells: {
          'rules.issued': 0,
          'rules.repealed': null,
          'rules.effective': null,
          'normativeDocuments.issued': 9,
          'normativeDocuments.repealed': 1,
          'normativeDocuments.effective': 4,
        },
      },
    ]);
  });

  it('names all figures of a whole report', () => {
    write('good.md', CLEAN);
    const {
      files: [file],
    } = json(['good.md']);
    expect(file?.tables.map(({ id }) => id)).toEqual(['t2.disclosure', 't3.requests', 't4.review_litigation']);
    expect(file?.tables[0]?.cells).toMatchObject({
      'normativeDocuments.issued': 7,
      'administrativeFee.amountWanYuan': 58.6,
    });
    expect(file?.tables[1]?.cells).toMatchObject({ 'newReceived.naturalPerson': 86, 'newReceived.total': 120 });
    expect(file?.tables[2]?.cells).toMatchObject({ 'review.upheld': 8, 'litigationAfterReview.total': 6 });
  });

  it.each(['\n', '\r\n', '\r'])('places findings by lines and UTF-16 columns, both from 1, with line end %j', end => {
    write('draft.md', draft.replace('规章 | 0', '𠮷规章 | 0').replaceAll('\n', end));
    const {
      files: [file],
    } = json(['draft.md']);
    const finding = file!.findings.find(({ rule }) => rule === 'totals/effective-below-issued');
    expect(finding).toMatchObject({ line: 16, endLine: 16 });
    const line = draft.split('\n')[15]!;
    expect(['9', '4件']).toContain(line.slice(finding!.column - 1, finding!.endColumn - 1));
  });

  it('keeps fingerprints across edits elsewhere', () => {
    write('before.md', WRONG);
    write('after.md', WRONG.replace('一、总体情况\n', '一、总体情况\n\n补充一段。\n'));
    const { files } = json(['before.md', 'after.md']);
    const [before, after] = files.map(({ findings }) => findings[0]);
    expect(after?.fingerprint).toBe(before?.fingerprint);
    expect(after?.line).toBe((before?.line ?? 0) + 2);
  });

  it('is whole even when it is long', () => {
    write(
      'long.md',
      `# 海东县林业局2024年政府信息公开工作年度报告\n\n${Array.from({ length: 4000 }, (_, i) => `一、标题${String(i)}`).join('\n')}\n`,
    );
    expect(json(['long.md']).files[0]?.sections.length).toBeGreaterThan(1000);
  });
});

describe('text', () => {
  it('names file, place, severity, message and rule, without colours where it is no terminal', () => {
    write('bad.md', WRONG);
    const { out } = run(['check', 'bad.md']);
    const place = json(['bad.md']).files[0]!.findings[0]!;
    expect(out).toContain('bad.md');
    expect(out).toContain(`${String(place.line)}:${String(place.column)}`);
    expect(out).toContain('[totals/row-total]');
    expect(out).toContain(place.message);
    expect(out).not.toContain('\u001b');
  });
});

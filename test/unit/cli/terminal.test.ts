import { spawn, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printable, printableJson } from '../../../server/src/text/printable.ts';
import { inEncoding, Workbench } from '../../support/commandLine.ts';
import { sampleReport } from '../../support/sample.ts';
import { sourceFiles } from '../../support/sourceFiles.ts';

const bench = new Workbench();
const write = (name: string, content: string | Uint8Array) => {
  bench.write(name, content);
};
const run = (...call: Parameters<Workbench['run']>) => bench.run(...call);

const CLEAN = sampleReport('pipe');
const WRONG = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
const isPosix = process.platform !== 'win32';
/** Signs that a terminal obeys: escape sequences, C1 controls, a bell, line ends, other directions of writing. */
const OBEYED = [
  '\u001b[2J',
  '\u001b]8;;http://example.invalid\u0007',
  '\u009b31m',
  '\u0007',
  '\u202e',
  '\u2066',
  '\u2028',
];

const ANY_OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** Runs a line of a shell with the checker as `$CLI`. */
function shell(line: string): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: bench.folder,
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, CLI: `${process.execPath} ${bench.cli}`, LC_ALL: '', LANG: '' },
  });
  return { status, out: stdout, error: stderr };
}

describe('what a terminal would obey', () => {
  it('is written as its code, and nothing else is changed', () => {
    expect(printable('a\u001b[2Jb\nc')).toBe('a<U+001B>[2Jb<U+000A>c');
    expect(printable(CLEAN.replaceAll('\n', ''))).toBe(CLEAN.replaceAll('\n', ''));
    const value = { a: OBEYED.join('甲'), b: '𠮷\u200b é' };
    expect(JSON.parse(printableJson(JSON.stringify(value, null, 1)))).toEqual(value);
    expect(printableJson(JSON.stringify(value, null, 1))).not.toMatch(ANY_OBEYED);
  });

  it.each(['text', 'json'])('is in no output of a draft: %s', format => {
    for (const [i, signs] of OBEYED.entries()) {
      write(
        `${String(i)}.md`,
        WRONG.replace('## 一、', `<!-- 年报检查 ${signs} -->\n\n## 一、`).replace('| 121 |', `| 121${signs} |`),
      );
    }
    const { status, out, error } = run(['check', '--format', format, ...OBEYED.map((_, i) => `${String(i)}.md`)]);
    expect(status).toBe(1);
    expect(out + error).not.toMatch(ANY_OBEYED);
  });

  it.runIf(isPosix)('is in no name of a file, which stays one line', () => {
    const bad = '坏\u001b[31m\n共检查 0 份\u202e.md';
    const gone = '无\u001b]0;x\u0007\n.md';
    write(bad, WRONG);
    write('\u001b.md', new Uint8Array([0xff, 0xff]));
    write('.annual-report.json', `{"severities": {"\u001b[2J\u009b": "\u202e"}}`);
    const { out, error } = run(['check', bad, gone, '\u001b.md']);
    expect(out + error).not.toMatch(ANY_OBEYED);
    expect(out.split('\n').filter(line => line.startsWith('共检查'))).toHaveLength(1);
    expect(error).toContain('无<U+001B>]0;x<U+0007><U+000A>.md');
    const { error: usage } = run(['check', '--\u001b[2J']);
    expect(usage).not.toMatch(ANY_OBEYED);
  });

  it('is taken out in one place', () => {
    const filesWith = (words: string): string[] =>
      sourceFiles('server/src/cli', 'server/src/reporters')
        .filter(({ text }) => text.includes(words))
        .map(({ path }) => path.replace(/^server\/src\/(?:cli|reporters)\//, ''))
        .sort();
    // What words messages gives them to records, which reporters make printable.
    expect(filesWith("messages/text.ts'")).toEqual([
      'args.ts',
      'checkArgs.ts',
      'configs.ts',
      'fileRecord.ts',
      'remarks.ts',
      'words.ts',
      'workspaceRecord.ts',
    ]);
    expect(filesWith('process.stdout.write(')).toEqual([]);
    // Progress consists of numbers and of words of our own.
    expect(filesWith('stream.write(')).toEqual(['output.ts', 'progress.ts']);
  });
});

describe.runIf(isPosix)('an output that cannot be written', () => {
  it('is one sentence, and the exit status is 2', () => {
    write('bad.md', WRONG);
    const { status, error } = shell('$CLI check bad.md > /dev/full');
    expect(status).toBe(2);
    expect(error.trim().split('\n')).toEqual([expect.stringMatching(/没有写完.*请/)]);
    expect(shell('$CLI check bad.md > /dev/full 2> /dev/full').status).toBe(2);
  });

  it('that nobody reads to its end is no fault', () => {
    for (let i = 0; i < 40; i++) write(`${String(i)}.md`, WRONG);
    const { error } = shell('$CLI check --format json *.md | head -c 10; echo ${PIPESTATUS[0]} >&2');
    expect(error.trim()).toMatch(/^(?:[01]|141)$/);
    expect(shell('$CLI --help | head -c 1; echo ${PIPESTATUS[0]} >&2').error.trim()).toBe('0');
  });

  it.each(['check --format jsonl', 'check --no-workspace', 'summarise'])(
    '%s ends when nobody reads any more',
    command => {
      const names = Array.from({ length: 60 }, (_, i) => `many/${String(i)}年报.md`);
      for (const name of names) write(name, WRONG);
      const { out, error } = shell(`$CLI ${command} --jobs 1 many | head -n 1; echo \${PIPESTATUS[0]} >&2`);
      expect(out.trim().split('\n')).toHaveLength(1);
      expect(error.trim()).toBe('141');
    },
  );
});

describe('standard input', () => {
  it.each(['', ' \n\u3000\n', '\ufeff'])('that is empty is refused: “%s”', input => {
    const { status, error } = run(['check', '-'], { input });
    expect([status, error]).toEqual([2, expect.stringContaining('是空的')]);
  });

  it.runIf(isPosix)('that does not end is read as far as a draft may be long', () => {
    const { status, error } = shell('$CLI check - < /dev/zero');
    expect([status, error]).toEqual([2, expect.stringContaining('超过 32 MB')]);
  });

  it.runIf(isPosix)('that stays open behind too much is not waited for', async () => {
    const child = spawn(process.execPath, [bench.cli, 'check', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const ended = new Promise(resolve => child.on('exit', resolve));
    child.stdin.on('error', () => {});
    child.stdin.write(Buffer.alloc(33 * 1024 * 1024, 0x61));
    expect(await ended).toBe(2);
  });
});

describe('a text in which nothing of a report is to be seen', () => {
  it.each([
    ['a note', '今天下午三点开会。\n'],
    ['code', 'const a = 1;\nconsole.log(a);\n'],
    ['another report', '# 临溪县2024年节能工作情况报告\n\n一、主要做法\n\n全年开展培训12次。\n'],
    ['a table of another kind', '| 品名 | 数量 |\n|---|---|\n| 纸 | 12 |\n'],
  ])('is never found to be without problems: %s', (_, text) => {
    write('x.md', text);
    write('bad.md', WRONG);
    const { status, out, error } = run(['check', 'x.md', 'bad.md']);
    expect(status).toBe(2);
    expect(error).toMatch(/“x\.md”里看不出年度报告.*请/);
    expect(out).not.toContain('没有发现问题');
    expect(out).not.toContain('x.md');
    expect(out).toContain('bad.md');
    expect(JSON.parse(run(['check', '--format', 'json', 'x.md']).out)).toEqual({ version: 1, files: [] });
    expect(run(['check', '-'], { input: text }).status).toBe(2);
    expect(run(['check', '*.md']).status).toBe(2);
  });

  it('is left out of a folder, and named where its name promised a report', () => {
    write('2024/notes.md', '今天下午三点开会。\n');
    write('2024/临溪县年报.md', '今天下午三点开会。\n');
    write('2024/临溪县林业局2024年政府信息公开工作年度报告.md', CLEAN);
    const { status, out, error } = run(['check', '2024']);
    expect(status).toBe(0);
    expect(out).toContain('共检查 1 份');
    expect(error).toContain('临溪县年报.md');
    expect(error).not.toContain('notes.md');
  });

  it.each([
    ['a title', '临溪县林业局2024年政府信息公开工作年度报告\n'],
    ['a section', '一、总体情况\n\n全年工作平稳。\n'],
    ['a table', CLEAN.slice(CLEAN.indexOf('|'), CLEAN.indexOf('## 三'))],
    ['figures', '全年主动公开政府信息37条，其中通过网站公开25条。\n'],
  ])('is one only without %s', (_, text) => {
    write('x.md', text);
    expect(run(['check', '--fail-on', 'never', 'x.md'])).toMatchObject({ status: 0, error: '' });
  });
});

describe('a report whose year is not to be seen', () => {
  const NO_YEAR = CLEAN.replaceAll(/20\d\d年度?/g, '').replaceAll(/\d+月\d+日/g, '');

  it('is checked as far as that goes, and says so', () => {
    write('a.md', NO_YEAR);
    const { out, status } = run(['check', 'a.md']);
    expect(out).toContain('未检查：看不出年度');
    expect(out).not.toContain('没有发现问题');
    expect([0, 1]).toContain(status);
    const { files } = JSON.parse(run(['check', '--format', 'json', 'a.md']).out) as {
      files: { reportYear: unknown }[];
    };
    expect(files[0]?.reportYear).toBeNull();
  });
});

describe('another encoding', () => {
  it('is named with the file, and nothing else is refused', () => {
    const text = '青嶼縣教育局2024年政府信息公開工作年度報告\n一、總體情況\n全年收到申請十二件，均已答覆。\n';
    write('big5.md', inEncoding('big5', text));
    write('latin.md', Buffer.from(new TextEncoder().encode(CLEAN)).toString('latin1'));
    write('good.md', CLEAN);
    const { status, out, error } = run(['check', 'big5.md', 'latin.md', 'good.md']);
    expect(status).toBe(2);
    expect(error).toMatch(/big5\.md.*Big5.*请/);
    expect(error).toMatch(/latin\.md.*UTF-8.*Latin-1.*请/);
    expect(out).toContain('共检查 1 份');
  });
});

describe('settings that cannot be used', () => {
  it.each([
    ['a comma too many', '{"severities": {"totals/row-total": "off",}}', ':1”', '多了一个逗号'],
    ['brackets without end', `{"severities": ${'['.repeat(5000)}`, ':1”', '太深'],
    ['deep values', `{"severities": ${'['.repeat(5000)}${']'.repeat(5000)}}`, ':1”', '太深'],
    ['a value that is not known', '{\n "edition": "1999"\n}', ':2”', '1999'],
    ['too large', ' '.repeat(2_000_001), '.annual-report.json”', '超过 2 MB'],
  ])('are named with their place, and every draft is checked: %s', (_, text, place, reason) => {
    write('.annual-report.json', text);
    write('bad.md', WRONG);
    const { status, out, error } = run(['check', 'bad.md', 'bad.md']);
    expect(status).toBe(2);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toContain(place);
    expect(error).toContain(reason);
    expect(error).toContain('请');
    expect(out).toContain('错误 1');
  });

  it('are named by their first problems only', () => {
    const rules = Array.from({ length: 100_000 }, (_, i) => `"r${String(i)}": "loud"`);
    write('.annual-report.json', `{"severities": {${rules.join(',')}}}`);
    write('bad.md', WRONG);
    const { error } = run(['check', 'bad.md']);
    expect(error.trim().split('\n').length).toBeLessThan(110);
  });

  it.runIf(isPosix)('are no pipes and devices, and statutes neither: these are not opened', () => {
    write('bad.md', WRONG);
    spawnSync('mkfifo', [bench.at('.annual-report.json')]);
    expect(run(['check', 'bad.md'])).toMatchObject({
      status: 2,
      error: expect.stringContaining('不是普通文件') as unknown,
    });
    write('deep/bad.md', WRONG);
    symlinkSync('/dev/zero', bench.at('deep/.annual-report.json'));
    expect(run(['check', 'deep/bad.md']).error).toContain('不是普通文件');
    write('own/bad.md', WRONG);
    write('own/.annual-report.json', '{"statutes": ["法规"]}');
    write('own/法规/好.json', '{"statutes": []}');
    spawnSync('mkfifo', [bench.at('own/法规/管.json')]);
    symlinkSync(bench.at('没有'), bench.at('own/法规/断.json'));
    symlinkSync('/etc/hostname', bench.at('own/法规/外.json'));
    const { status, error } = run(['check', 'own/bad.md']);
    expect(status).toBe(2);
    expect(error).toContain('管.json');
    expect(error).toContain('断.json');
    expect(error).toContain('工作区之外');
    expect(error).not.toContain('好.json');
  });
});

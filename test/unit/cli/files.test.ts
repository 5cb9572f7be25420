import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gb18030, utf16, Workbench } from '../../support/commandLine.ts';
import { sampleReport } from '../../support/sample.ts';

const bench = new Workbench();
const at = (name: string) => bench.at(name);
const write = (name: string, content: string | Uint8Array) => {
  bench.write(name, content);
};
const run = (...call: Parameters<Workbench['run']>) => bench.run(...call);

/** Checks inputs beside a wrong draft: exit status, what standard error says, the paths that have results. */
function check(
  inputs: readonly string[],
  language = 'zh-CN',
): { status: number | null; error: string; paths: string[]; findings: number } {
  const { status, error, out } = run(['check', '--format', 'json', '--language', language, ...inputs]);
  const { files } = JSON.parse(out) as { files: { path: string; findings: { rule: string }[] }[] };
  return {
    status,
    error,
    paths: files.map(({ path }) => path.replaceAll('\\', '/')),
    // Copies of one report are told of, too, where a folder is among the inputs.
    findings: files.flatMap(file => file.findings).filter(({ rule }) => !rule.startsWith('workspace/')).length,
  };
}

const CLEAN = sampleReport('pipe');
const WRONG = sampleReport('pipe', { table: 't3.requests', row: 'newReceived', column: 'total', text: '121' });
const isPosix = process.platform !== 'win32';
const concat = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]));
const UTF8_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/** What cannot be read: how it is made, and the reason in Chinese and English. */
const UNREADABLE: readonly (readonly [string, (path: string) => void, RegExp, RegExp])[] = [
  [
    'a folder named like a file',
    path => {
      mkdirSync(path);
    },
    /是文件夹/,
    /is a folder/,
  ],
  [
    'an empty file',
    path => {
      writeFileSync(path, '');
    },
    /是空的/,
    /is empty/,
  ],
  [
    'a file of a mark alone',
    path => {
      writeFileSync(path, UTF8_MARK);
    },
    /是空的/,
    /is empty/,
  ],
  [
    'a file of blank lines',
    path => {
      writeFileSync(path, '\n　\n');
    },
    /是空的/,
    /is empty/,
  ],
  [
    '50 MB',
    path => {
      writeFileSync(path, CLEAN);
      truncateSync(path, 50 * 1024 * 1024);
    },
    /有 50 MB，超过 32 MB/,
    /50 MB, more than 32 MB/,
  ],
  [
    'a UTF-8 mark before GB18030',
    path => {
      writeFileSync(path, concat(UTF8_MARK, gb18030(CLEAN)));
    },
    /标记是 UTF-8，内容却不是/,
    /a UTF-8 mark but is written otherwise/,
  ],
  [
    'a UTF-16 mark before UTF-8',
    path => {
      writeFileSync(path, concat(Uint8Array.of(0xff, 0xfe), Buffer.from(CLEAN)));
    },
    /标记是 UTF-16LE，内容却不是/,
    /a UTF-16LE mark/,
  ],
  [
    'a UTF-16 mark before GB18030',
    path => {
      writeFileSync(path, concat(Uint8Array.of(0xfe, 0xff), gb18030(CLEAN)));
    },
    /标记是 UTF-16BE，内容却不是/,
    /a UTF-16BE mark/,
  ],
  [
    'UTF-16 cut within a sign',
    path => {
      writeFileSync(path, utf16(CLEAN, false).subarray(0, 401));
    },
    /不完整的字符/,
    /incomplete characters/,
  ],
  [
    'UTF-16 with half a sign',
    path => {
      writeFileSync(path, utf16(`${CLEAN}\ud842`, true));
    },
    /不完整的字符/,
    /incomplete characters/,
  ],
  [
    'UTF-16 without a mark',
    path => {
      writeFileSync(path, utf16(CLEAN, false).subarray(2));
    },
    /不是文本文件/,
    /no text file/,
  ],
  [
    'UTF-32',
    path => {
      writeFileSync(
        path,
        Uint8Array.from(
          [...`\ufeff${CLEAN}`].flatMap(sign => [...new Uint8Array(Uint32Array.of(sign.codePointAt(0) ?? 0).buffer)]),
        ),
      );
    },
    /不是文本文件/,
    /no text file/,
  ],
  [
    'invalid bytes',
    path => {
      writeFileSync(path, concat(Buffer.from(CLEAN), Uint8Array.of(0xff, 0xff, 0x80, 0xff)));
    },
    /既非 UTF-8 也非 GB18030/,
    /neither UTF-8 nor GB18030/,
  ],
  ['a missing file', () => {}, /找不到/, /was not found/],
];
const LINKS: typeof UNREADABLE = [
  [
    'a broken link',
    path => {
      symlinkSync(at('gone.md'), path);
    },
    /所指的文件已不存在/,
    /a link to a file that does not exist/,
  ],
  [
    'a link to itself',
    path => {
      symlinkSync(path, path);
    },
    /指回自己/,
    /leads back to itself/,
  ],
  [
    'links in a circle',
    path => {
      symlinkSync(path, at('other-link'));
      symlinkSync(at('other-link'), path);
    },
    /指回自己/,
    /leads back to itself/,
  ],
  [
    'a pipe',
    path => {
      spawnSync('mkfifo', [path]);
    },
    /不是普通文件/,
    /no regular file/,
  ],
  [
    'a device',
    path => {
      symlinkSync('/dev/zero', path);
    },
    /不是普通文件/,
    /no regular file/,
  ],
];
const TOO_LARGE_UNNAMED = 64 * 1024 * 1024;

describe('what cannot be read is named with the reason, and the rest is checked', () => {
  it.each([...UNREADABLE, ...(isPosix ? LINKS : [])])('%s', (_, make, chinese, english) => {
    make(at('x.md'));
    write('bad.md', WRONG);
    const result = check(['x.md', 'bad.md']);
    expect(result).toMatchObject({ status: 2, paths: ['bad.md'], findings: 1 });
    expect(result.error.trim().split('\n')).toHaveLength(1);
    expect(result.error).toContain('x.md');
    expect(result.error).toMatch(chinese);
    const translated = check(['x.md', 'bad.md'], 'en');
    expect(translated).toMatchObject({ status: 2, paths: ['bad.md'] });
    expect(translated.error).toMatch(english);
    expect(translated.error).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.skipIf(!isPosix || process.getuid?.() === 0)('a file and a folder without permission', () => {
    write('closed.md', CLEAN);
    write('closed/2024年政府信息公开工作年度报告.md', CLEAN);
    write('bad.md', WRONG);
    chmodSync(at('closed.md'), 0);
    chmodSync(at('closed'), 0);
    try {
      const result = check(['closed.md', 'closed', 'bad.md']);
      expect(result).toMatchObject({ status: 2, paths: ['bad.md'], findings: 1 });
      expect(result.error.match(/没有权限读取/g)).toHaveLength(2);
    } finally {
      chmodSync(at('closed'), 0o755);
    }
  });

  it('each with its own reason, all at once', () => {
    for (const [i, [, make]] of UNREADABLE.entries()) make(at(`${String(i)}.md`));
    write('bad.md', WRONG);
    write('good.md', CLEAN);
    const result = check([...UNREADABLE.map((_, i) => `${String(i)}.md`), 'bad.md', 'good.md']);
    expect(result).toMatchObject({ status: 2, paths: ['bad.md', 'good.md'], findings: 1 });
    const lines = result.error.trim().split('\n').sort();
    expect(lines).toHaveLength(UNREADABLE.length);
    for (const [i, [, , reason]] of UNREADABLE.entries())
      expect(lines.find(line => line.includes(`“${String(i)}.md”`))).toMatch(reason);
  });

  it('a pattern names what it matches', () => {
    mkdirSync(at('folder.md'));
    write('bad.md', WRONG);
    write('empty.md', '');
    const result = check(['*.md']);
    expect(result).toMatchObject({ status: 2, paths: ['bad.md'] });
    expect(result.error).toMatch(/“empty\.md”是空的/);
    expect(result.error).toMatch(/“folder\.md”是文件夹/);
  });
});

describe('a folder', () => {
  it.runIf(isPosix)('is walked once, wherever links lead, and names what may be a draft and cannot be read', () => {
    write('a/2024年政府信息公开工作年度报告.md', WRONG);
    write('a/broken-bytes.md', concat(Buffer.from(CLEAN), Uint8Array.of(0xff, 0xff)));
    write('a/photo.txt', Uint8Array.of(0xff, 0xff, 0, 1, 2));
    write('a/blank.md', '');
    mkdirSync(at('a/2023年政府信息公开年报.md'));
    symlinkSync('.', at('a/again'));
    symlinkSync('..', at('a/up'));
    symlinkSync(at('gone'), at('a/leads-nowhere.md'));
    symlinkSync(at('gone'), at('a/leads-nowhere'));
    symlinkSync('/dev/zero', at('a/2022年政府信息公开年报.md'));
    closeSync(openSync(at('a/huge.txt'), 'w'));
    truncateSync(at('a/huge.txt'), TOO_LARGE_UNNAMED);
    const result = check(['a']);
    expect(result).toMatchObject({ status: 2, paths: ['a/2024年政府信息公开工作年度报告.md'], findings: 1 });
    expect(
      result.error
        .trim()
        .split('\n')
        .map(line => /“a\/([^”]+)”/.exec(line)?.[1])
        .sort(),
    ).toEqual(['2022年政府信息公开年报.md', '2023年政府信息公开年报.md', 'broken-bytes.md', 'leads-nowhere.md']);
  });

  it.runIf(isPosix)('many links between folders do not multiply', () => {
    for (let i = 0; i < 12; i++) write(`a/${String(i)}/2024年政府信息公开年报.md`, CLEAN);
    for (let i = 0; i < 12; i++)
      for (let j = 0; j < 12; j++) symlinkSync(at(`a/${String(j)}`), at(`a/${String(i)}/to-${String(j)}`));
    expect(check(['a']).paths).toHaveLength(12);
  });

  it('named like a file gives its drafts', () => {
    write('x.md/2024年政府信息公开年报.md', WRONG);
    expect(check(['x.md'])).toMatchObject({ status: 1, error: '', paths: ['x.md/2024年政府信息公开年报.md'] });
  });
});

describe('encodings', () => {
  const rare = (text: string) => text.replace('海东县', '𠮷东县');
  it.each([
    ['GB18030 with four-byte characters', gb18030(rare(WRONG))],
    ['UTF-16 LE', utf16(rare(WRONG), false)],
    ['UTF-16 BE', utf16(rare(WRONG), true)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${rare(WRONG)}`)],
  ])('%s: the same findings at the same places', (_, bytes) => {
    write('plain.md', rare(WRONG));
    write('x.md', bytes);
    const { out, error, status } = run(['check', '--format', 'json', 'plain.md', 'x.md']);
    expect([status, error]).toEqual([1, '']);
    const [plain, other] = (JSON.parse(out) as { files: { publicBody: string; findings: unknown[] }[] }).files;
    expect(other?.findings).toEqual(plain?.findings);
    expect(other?.publicBody).toBe('𠮷东县林业局');
  });

  it('a settings file may be written in GB18030, too', () => {
    write(
      '.annual-report.json',
      gb18030(
        '{"severities": {"totals/row-total": "off"}, "silenced": [{"file": "下级/a.md", "rule": "totals/row-total", "fingerprint": "0", "reason": "原表如此"}]}',
      ),
    );
    write('bad.md', WRONG);
    const { status, error, findings } = check(['bad.md']);
    expect([status, findings]).toEqual([0, 0]);
    expect(error).toMatch(/设置文件不是 UTF-8/);
  });

  it('a settings file that cannot be decoded is named', () => {
    write('.annual-report.json', Uint8Array.of(0x7b, 0xff, 0xff, 0x7d));
    write('bad.md', WRONG);
    const result = check(['bad.md']);
    expect(result).toMatchObject({ status: 2, paths: ['bad.md'] });
    expect(result.error).toContain('.annual-report.json');
  });
});

it.runIf(isPosix)('what a shell gives in place of a file is read', () => {
  write('bad.md', WRONG);
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['-c', `'${process.execPath}' '${bench.cli}' check --format json <(cat bad.md)`],
    { cwd: bench.folder, encoding: 'utf8', timeout: 20_000 },
  );
  expect([status, stderr]).toEqual([1, '']);
  expect((JSON.parse(stdout) as { files: { findings: unknown[] }[] }).files[0]?.findings).toHaveLength(1);
});

describe('what is asked for amiss is said in the user’s language', () => {
  it('an option, a command, a value; the library’s own words stand behind', () => {
    expect(run(['check']).error).toMatch(/^命令没有写完/);
    expect(run(['check', '--bogus', 'a.md']).error).toMatch(/^没有“--bogus”这个选项。.*\nerror: unknown option/);
    expect(run(['chekc', 'a.md']).error).toMatch(/^没有“chekc”这个命令/);
    expect(run(['check', 'a.md', '--format', 'docx']).error).toMatch(/^“--format <format>”后面的内容不对/);
    expect(run(['check', '--bogus'], { env: { LANG: 'en_US.UTF-8' } }).error).toMatch(/^error: unknown option/);
  });

  it('a folder without reports is told of; nothing else speaks for it', () => {
    mkdirSync(at('空的'));
    write('别的/定稿.txt', '请假条');
    const { status, error } = run(['check', '空的', '别的']);
    expect({ status, lines: error.trim().split('\n') }).toMatchObject({
      status: 0,
      lines: [expect.stringContaining('文件夹“空的”里没有找到年报'), expect.stringContaining('文件夹“别的”')],
    });
  });

  it('what lies among the reports of a folder and is not read is told of', () => {
    write('各单位/甲局2024年年报.md', CLEAN);
    for (const name of ['财政局.docx', '下属/2024.pdf', '~$财政局.docx', '图.png']) write(`各单位/${name}`, 'x');
    for (const ending of ['odt', 'zip']) write(`各单位/乙局2024年年报.${ending}`, 'x');
    if (isPosix) symlinkSync('无.docx', at('各单位/丙局2024年年报.docx'));
    const { status, error } = run(['check', '各单位']);
    const lines = error.replaceAll('\\', '/').trim().split('\n');
    expect({ status, lines: lines.sort() }).toMatchObject({
      status: 2,
      lines: [
        ...(isPosix ? [expect.stringMatching(/丙局2024年年报.docx”是链接/)] : []),
        expect.stringMatching(/乙局2024年年报.odt”看名称是年报/),
        expect.stringMatching(/乙局2024年年报.zip”看名称是年报/),
        expect.stringMatching(/名称看不出是年报，没有检查：下属\/2024.pdf, 财政局.docx。/),
      ],
    });
    // It is no fault of the run, and nothing is said where such a file is named itself.
    expect(run(['check', '各单位/甲局2024年年报.md']).error).toBe('');
  });
});

describe('results are written over nothing that somebody wrote', () => {
  it.each([
    ['the results of a check', ['check', 'a.txt', '--output', 'a.txt'], 'a.txt'],
    ['by another name', ['check', 'a.txt', '--output', '../FOLDER/a.txt'], 'a.txt'],
    ['a file of a folder', ['check', '.', '--output', './a.txt'], 'a.txt'],
    ['a draft that a pattern put behind --output', ['check', '--output', 'b.md', 'a.txt'], 'b.md'],
    ['a baseline', ['check', 'a.txt', '--write-baseline', 'a.txt'], 'a.txt'],
    ['summaries', ['summarise', 'a.txt', '--output', 'a.txt'], 'a.txt'],
    ['a comparison', ['compare', 'a.txt', '--output', 'a.txt'], 'a.txt'],
    ['a conversion in place', ['convert', 'a.txt', '-o', 'a.txt', '--to', 'html', '--force'], 'a.txt'],
    ['a new report on last year’s', ['new', '--from', 'a.txt', '-o', 'a.txt', '--force'], 'a.txt'],
  ])('%s', (_, args, kept) => {
    write('a.txt', CLEAN);
    write('b.md', CLEAN);
    const folder =
      at('.')
        .replace(/[\\/]\.?$/, '')
        .split(/[\\/]/)
        .at(-1) ?? '';
    const { status, error } = run(args.map(arg => arg.replace('FOLDER', folder)));
    expect({ status, error }).toMatchObject({
      status: 2,
      error: expect.stringContaining('结果不写在它上面') as unknown,
    });
    expect(readFileSync(at(kept), 'utf8')).toBe(CLEAN);
  });

  it('but over an older result', () => {
    write('a.md', CLEAN);
    for (const name of ['found.txt', 'found.json', 'found.csv'])
      for (let time = 0; time < 2; time++)
        expect(run(['check', 'a.md', '--output', name])).toMatchObject({ status: 0 });
  });

  it('a place where nothing can be kept for the next run stops none', () => {
    write('占用', 'x');
    write('甲局2024年年报.md', CLEAN);
    const { status, out, error } = run(['check', '甲局2024年年报.md', '--cache', '占用/缓存']);
    expect({ status, out }).toMatchObject({ status: 0, out: expect.stringContaining('共检查 1 份') as string });
    expect(error).toMatch(/^“占用.缓存”没有写成：[^\n]*\n$/);
    expect(error).not.toContain('at ');
  });

  it('a place that cannot be written to is named without the system’s words', () => {
    write('a.md', CLEAN);
    expect(run(['convert', 'a.md', '-o', 'none/b.md'])).toMatchObject({
      status: 2,
      error: '“none/b.md”没有写成：没有这个文件夹，请先建好。\n',
    });
    expect(run(['check', 'a.md', '--output', 'none/found.txt']).error).toMatch(/^结果没有写完：没有这个文件夹/);
  });
});

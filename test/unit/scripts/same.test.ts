import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Difference {
  readonly aspect: string;
  readonly sign: string;
  readonly line: string;
}

type Observation = Readonly<Record<string, readonly unknown[]>>;

// Plain JavaScript, since scripts run without a build: imported without types.
const part = (name: string) => import(new URL(`../../../scripts/same/${name}.mjs`, import.meta.url).href);

const {
  lineDifferences,
  lineOf,
  observationDifferences,
  printedCounts,
  printedDifferences,
  readAllowances,
  withoutAllowed,
} = await part('compare');
const { ASPECTS, compareStates } = await part('comparison');
const { collectDrafts } = await part('drafts');
const { Editor } = await part('editor');
const { builtWorkingTree, commitOf } = await part('states');

const FINDING = { rule: 'totals/row-total', line: 12, message: '总计填 5，各列合计为 4。请核对各列或总计。' };

describe('two lists of lines', () => {
  test.each([
    [['a', 'b'], ['a', 'b'], []],
    [
      ['a', 'b'],
      ['a', 'c'],
      ['-b', '+c'],
    ],
    [[], ['a', 'a'], ['+a', '+a']],
    [['a', 'a', 'b'], ['a', 'b'], ['-a']],
    [
      ['a', 'b', 'c'],
      ['c', 'b'],
      ['-a', '~顺序不同 / in another order: b ↔ c'],
    ],
    [['a', 'b'], ['b', 'a'], ['~顺序不同 / in another order: a ↔ b']],
  ])('%j and %j differ in %j', (before, after, expected) => {
    const differences: Difference[] = lineDifferences(before, after);
    expect(differences.map(({ sign, line }) => sign + line)).toEqual(expected);
  });

  test('are compared in time that grows with their length, and no faster', () => {
    const lines = (offset: number) => Array.from({ length: 200_000 }, (_, i) => String(i + offset));
    expect(lineDifferences(lines(0), lines(100_000))).toHaveLength(200_000);
  });
});

describe('two observations of a draft', () => {
  const differ = (before: Observation, after: Observation): Difference[] =>
    observationDifferences(before, after, ['file:///a.md']);

  test('are the same whatever the order of keys', () => {
    expect(differ({ findings: [{ a: 1, b: { c: 2, d: 3 } }] }, { findings: [{ b: { d: 3, c: 2 }, a: 1 }] })).toEqual(
      [],
    );
    expect(differ({ findings: [FINDING], hover: [] }, { findings: [FINDING] })).toEqual([]);
  });

  test('differ in one word of a message', () => {
    const planted = { ...FINDING, message: FINDING.message.replace('核对', '核实') };
    const differences = differ({ findings: [FINDING], outline: ['一'] }, { findings: [planted], outline: ['一'] });
    expect(differences.map(({ aspect, sign }) => `${sign} ${aspect}`)).toEqual(['- findings', '+ findings']);
    expect(differences[0]?.line).toContain('请核对各列');
    expect(differences[1]?.line).toContain('请核实各列');
  });

  test('differ in one cell, in a missing aspect and in a change of order', () => {
    expect(differ({ tables: ['t3 newReceived.total = 4'] }, { tables: ['t3 newReceived.total = null'] })).toHaveLength(
      2,
    );
    expect(differ({ hover: [{ at: 1 }] }, {})).toHaveLength(1);
    expect(
      differ({ findings: [{ line: 1 }, { line: 2 }] }, { findings: [{ line: 2 }, { line: 1 }] }).map(
        ({ sign }) => sign,
      ),
    ).toEqual(['~']);
  });

  test('never agree where nothing could be observed', () => {
    const failed = { failures: ['no answer'] };
    expect(differ(failed, failed)).toEqual([{ aspect: 'failures', sign: '!', line: 'no answer' }]);
  });

  test('name places from 1, and the draft by a mark', () => {
    const range = { start: { line: 11, character: 0 }, end: { line: 11, character: 4 } };
    expect(lineOf({ range, at: range.start })).toBe('{"at":"12:1","range":"12:1-12:5"}');
    expect(differ({ links: [{ uri: 'file:///a.md' }] }, {})[0]?.line).toBe('{"uri":"‹draft›"}');
  });
});

describe('what is printed', () => {
  const changes = (count: number): Difference[] =>
    Array.from({ length: count }, (_, i) => ({ aspect: 'hover', sign: '-', line: String(i) }));

  test('is as much as is asked for, and says how much more there is', () => {
    expect(printedDifferences(changes(3), 2)).toEqual(['  - hover: 0', '  - hover: 1', '  … 另有 1 处 / 1 more']);
    expect(printedDifferences(changes(3), Infinity)).toHaveLength(3);
    expect(
      printedCounts(
        new Map([
          ['hover', 1],
          ['findings', 3],
        ]),
      ),
    ).toBe('findings 3, hover 1');
  });

  test('shows of long lines the place where they differ', () => {
    const long = (word: string) => `${'头'.repeat(5000)}${word}${'尾'.repeat(5000)}`;
    const printed: string[] = printedDifferences(
      [
        { aspect: 'a', sign: '-', line: long('核对') },
        { aspect: 'a', sign: '+', line: long('核实') },
      ],
      9,
    );
    expect(printed[0]).toContain('核对');
    expect(printed[1]).toContain('核实');
    for (const line of printed) expect(line.length).toBeLessThan(300);
  });
});

describe('differences that are allowed', () => {
  test('need a reason, and are counted by it', () => {
    const allowances = readAllowances(
      '\ufeff# another word,\r\n# of the same meaning\r\n核对|核实\r\n\r\n# never seen\nzzz\n',
    );
    const counts = new Map<{ reason: string }, number>();
    const differences = [
      { aspect: 'findings', sign: '-', line: '请核对' },
      { aspect: 'findings', sign: '+', line: '请核实' },
      { aspect: 'hover', sign: '+', line: '无' },
    ];
    expect(withoutAllowed('a.md', differences, allowances, counts)).toEqual([differences[2]]);
    expect([...counts].map(([{ reason }, count]) => [reason, count])).toEqual([
      ['another word, of the same meaning', 2],
    ]);
  });

  test('can be those of one draft, sign and aspect', () => {
    const allowances = readAllowances('# reason\n^a\\.md: \\+ hover: ');
    const left = (draft: string, sign: string, aspect: string) =>
      withoutAllowed(draft, [{ aspect, sign, line: '' }], allowances, new Map()).length;
    expect([
      left('a.md', '+', 'hover'),
      left('b.md', '+', 'hover'),
      left('a.md', '-', 'hover'),
      left('a.md', '+', 'hover[en]'),
    ]).toEqual([0, 1, 1, 1]);
  });

  test.each([
    ['abc', '1: '],
    ['# reason\n\nabc', '3: '],
    ['# \nabc', '2: '],
    ['# reason\n(', '2: '],
  ])('are refused, with the line, in %j', (text, place) => {
    expect(() => readAllowances(text)).toThrow(place);
  });
});

describe('two built states', () => {
  let folder = '';
  let built = '';
  let planted = '';
  let drafts: readonly { readonly name: string; readonly text: string }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), '年报 same-'));
    built = await builtWorkingTree();
    planted = join(folder, 'planted');
    cpSync(built, planted, { recursive: true });
    for (const name of ['cli.js', 'serverMain.js']) {
      const program = readFileSync(join(planted, name), 'utf8');
      expect(program).toContain('请核对各列或总计');
      writeFileSync(join(planted, name), program.replaceAll('请核对各列或总计', '请核实各列或总计'));
    }
    const fixture = join(folder, 'fixture.md');
    const table = '{{table3 newReceived: 6 3 0 0 0 0; granted: 5 3 0 0 0 0 | 7; refusedThirdParty: 1 0 0 0 0 0 | 2}}';
    writeFileSync(
      fixture,
      `//! draft 有误\n{{head 绿洲县卫健局 2024}}\n\n{{parts 一-二}}\n\n## 三、收到和处理政府信息公开申请情况\n\n${table}\n//! none\n`,
    );
    drafts = await collectDrafts([fixture]);
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const compare = async (after: string, aspects: readonly string[]) => {
    const differences: Difference[] = [];
    const compared = new Map<string, number>();
    await compareStates(
      [built, after],
      drafts,
      [folder],
      aspects,
      (_: string, found: readonly Difference[], observation: Observation) => {
        differences.push(...found);
        for (const [aspect, entries] of Object.entries(observation))
          compared.set(aspect, (compared.get(aspect) ?? 0) + entries.length);
      },
    );
    return { differences, compared };
  };

  test('get the text that the macros of a fixture stand for', () => {
    expect(drafts.map(({ name }) => name.replace(/^.*\//, ''))).toEqual(['fixture.md 1 “有误”']);
    expect(drafts[0]?.text).toMatch(/^# 绿洲县卫健局2024年政府信息公开工作年度报告\n/);
    expect(drafts[0]?.text).not.toContain('//!');
  });

  test('say the same when they are the same, and something of every kind', async () => {
    const { differences, compared } = await compare(built, ASPECTS);
    expect(differences).toEqual([]);
    for (const aspect of [
      'findings',
      'findings[en]',
      'edition',
      'sections',
      'tables',
      'text',
      'files',
      'diagnostics',
      'diagnostics[en]',
      'outline',
      'outline[en]',
      'folding',
      'hints',
      'lenses',
      'equations',
      'actions',
      'actions[en]',
      'hover',
      'definitions',
      'tokens',
      'status',
      'statutes',
      'capabilities',
    ])
      expect(compared.get(aspect), aspect).toBeGreaterThan(0);
  }, 60_000);

  test('differ in a planted word of a message: in the terminal and in the editor, and nowhere else', async () => {
    const { differences } = await compare(planted, ['findings', 'text', 'tables', 'diagnostics', 'outline', 'status']);
    expect([...new Set(differences.map(({ aspect }) => aspect))].sort()).toEqual(['diagnostics', 'findings', 'text']);
    for (const { sign, line } of differences) expect(line).toContain(sign === '-' ? '请核对各列' : '请核实各列');
  }, 60_000);

  test('a server that ends at once is told of, for each draft', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'server.js'), 'process.exit(3);');
    const editor = new Editor(broken, 'zh-CN', [], ['diagnostics', 'log'], true);
    for (const uri of ['file:///a.md', 'file:///b.md']) {
      const { failures } = (await editor.observe({ uri, text: '', share: 1 })) as { failures: readonly string[] };
      expect(failures[0]).toContain('no answer');
    }
    await editor.stop();
  }, 30_000);
});

test('a revision that does not exist, or would be an option, is none', async () => {
  expect(await commitOf('no-such-revision')).toBeUndefined();
  expect(await commitOf('--all')).toBeUndefined();
});

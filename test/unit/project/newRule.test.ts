import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFixture } from '../../support/fixture.ts';
import { isEverythingTried } from '../../support/all.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SCRIPT = join(ROOT, 'scripts/new-rule.mjs');
/** Kinds with the rule that is made of each. */
const IDS = {
  equation: 'totals/tried-equation',
  table: 'tables/tried-table',
  prose: 'prose/tried-prose',
  citation: 'citations/tried-citation',
  structure: 'structure/tried-structure',
} as const;

function newRule(...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8', input: '' });
  return { code: status, output: stdout + stderr };
}

describe('npm run new-rule', () => {
  it('-- --help names kinds and groups', () => {
    const { code, output } = newRule('--help');
    expect(code).toBe(0);
    for (const kind of Object.keys(IDS)) expect(output).toContain(kind);
  });

  it.each([
    [[]],
    [['totals']],
    [['totals/Row']],
    [['x/y']],
    [['prose/a', '--kind', 'poem']],
    [['prose/a', '--kind', 'equation']],
    [['--what']],
    [['a/b', 'c/d']],
  ])('refuses %j and writes nothing', args => {
    const { code, output } = newRule(...args, '--root', join(tmpdir(), 'there-is-no-such-folder'));
    expect(code).toBe(1);
    expect(output).not.toContain('    at ');
  });
});

// `npm run test:new-rule` goes on from here: it runs the drafts and all tests of rules in the copy.
describe('a rule of each kind', () => {
  const copy = mkdtempSync(join(tmpdir(), 'new-rule-'));
  const written: Record<string, string> = {};

  beforeAll(() => {
    cpSync(join(ROOT, 'server'), join(copy, 'server'), { recursive: true });
    cpSync(join(ROOT, '.prettierrc.json'), join(copy, '.prettierrc.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const [kind, id] of Object.entries(IDS)) {
      const { code, output } = newRule(id, '--kind', kind, '--root', copy);
      expect(code, output).toBe(0);
      written[kind] = output;
    }
  }, 60_000);

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it.each(Object.entries(IDS))(
    '%s: has drafts, a place in the list, both wordings, and says what to do next',
    (kind, id) => {
      const read = (path: string): string => readFileSync(join(copy, path), 'utf8');
      expect(written[kind]).toContain('接下来 / next');
      const drafts = readFixture(read(`test/drafts/rules/${id}.md`));
      expect(drafts.map(({ name }) => name.slice(0, 2))).toEqual(['有误', '无误', '未完', '全角']);
      expect(drafts[0]?.expectations.some(({ rule }) => rule === id)).toBe(true);
      for (const language of ['zh-CN', 'en']) expect(read(`server/src/messages/${language}.ts`)).toContain(`'${id}'`);
      const listed = kind === 'equation' ? 'server/src/rules/totals/equationRules.ts' : 'server/src/rules/index.ts';
      expect(read(listed)).toContain(kind === 'equation' ? `'${id}'` : `'./${id}.ts'`);
      const { code } = newRule(id, '--kind', kind, '--root', copy);
      expect(code, 'is not made twice').toBe(1);
    },
  );

  it.runIf(isEverythingTried)(
    'compiles',
    () => {
      const config = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')) as { compilerOptions: object };
      writeFileSync(
        join(copy, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: { ...config.compilerOptions, types: ['node'] },
          files: ['server/src/rules/index.ts', 'server/src/messages/text.ts'],
        }),
      );
      execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', '.'], {
        cwd: copy,
        stdio: 'pipe',
      });
    },
    120_000,
  );
});

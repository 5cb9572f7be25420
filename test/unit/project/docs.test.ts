import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .map(name => `docs/${name.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.md') && !path.startsWith('docs/rules/')),
];
/** Pages whose code spans name files of the repository. */
const NAMING_FILES = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/where.md',
  'docs/style.md',
  'docs/debugging.md',
  'docs/glossary.md',
];
/** A path of the repository, alone in a code span or within a command. */
const PATH =
  /(?<![\w./-])(?:\.github|client|server|test|scripts|docs|syntaxes|snippets|schemas|examples)\/[^\s"'<>|]*/g;
/** A file of a room, as the architecture names it. */
const ROOM_FILE = /^[a-z]\w*\/[\w./-]+\.ts$/;

describe.each(PAGES)('%s', page => {
  it('links to pages that there are', () => {
    for (const [, target = ''] of read(page).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      expect(existsSync(join(ROOT, dirname(page), target)), target).toBe(true);
    }
  });
});

it.each(NAMING_FILES)('%s names files that there are', page => {
  // Blocks of code show what somebody may write, not what there is.
  const spans = [
    ...read(page)
      .replace(/^```[^]*?^```/gm, '')
      .matchAll(/`([^`\n]+)`/g),
  ].map(([, span = '']) => span);
  const named = spans.flatMap(span => span.match(PATH) ?? []).filter(path => !/[*…{}]/.test(path));
  expect(named.length, page).toBeGreaterThan(page === 'docs/glossary.md' ? -1 : 0);
  for (const path of named) expect(existsSync(join(ROOT, path)), path).toBe(true);
  for (const path of spans.filter(span => ROOM_FILE.test(span) && !named.includes(span)))
    expect(existsSync(join(ROOT, 'server/src', path)), path).toBe(true);
});

it('a path within a command is one that has to be there', () => {
  expect('npx vitest run test/unit/a.test.ts -t "b"'.match(PATH)).toEqual(['test/unit/a.test.ts']);
  expect('npm run same -- main examples test/drafts'.match(PATH)).toEqual(['test/drafts']);
});

describe('docs/where.md', () => {
  it('answers at least twenty questions', () => {
    const rows = read('docs/where.md')
      .split('\n')
      .filter(line => line.startsWith('| ') && !line.startsWith('| I want'));
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(new Set(rows.map(row => row.split('|')[1])).size).toBe(rows.length);
  });
});

describe('docs/architecture.md', () => {
  it('has a row for every room, and no other', () => {
    const rooms = [...read('docs/architecture.md').matchAll(/^\| `(\w+)\/` \|/gm)].map(match => match[1]);
    expect([...rooms].sort()).toEqual(readdirSync(join(ROOT, 'server/src')).sort());
  });

  it('names what the client imports of the server', () => {
    const imported = readdirSync(join(ROOT, 'client/src'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .flatMap(name => [...read(join('client/src', name)).matchAll(/from '[./]+\/server\/src\/([^']+)'/g)])
      .map(([, path = '']) => path.replace(/^(protocol|messages)\/.*/, '$1'));
    const sentence = /^`client\/src` imports of the server .*? alone\./m.exec(read('docs/architecture.md'))?.[0] ?? '';
    const named = [...sentence.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path).slice(1);
    expect(named.sort()).toEqual([...new Set(imported)].sort());
  });
});

describe('CONTRIBUTING.md', () => {
  it('explains every npm script, and no other', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const table = read('CONTRIBUTING.md').split('## npm scripts')[1] ?? '';
    const explained = [...table.matchAll(/^\| ((?:`[\w:-]+`(?:, )?)+) \|/gm)].flatMap(match =>
      [...(match[1] ?? '').matchAll(/`([\w:-]+)`/g)].map(each => each[1]),
    );
    expect(explained.sort()).toEqual(Object.keys(scripts).sort());
  });

  it('names scripts that there are wherever it says how to run one', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const page of PAGES)
      for (const [, name = ''] of read(page).matchAll(/npm run ([\w:-]+)/g)) expect(scripts, page).toHaveProperty(name);
  });
});

describe('docs/decisions', () => {
  it('lists every page', () => {
    const index = read('docs/decisions/README.md');
    for (const name of readdirSync(join(ROOT, 'docs/decisions')))
      if (name !== 'README.md') expect(index).toContain(`(${name})`);
  });
});

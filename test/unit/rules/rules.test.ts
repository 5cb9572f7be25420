import { RULE_ALIASES } from '../../../server/src/rules/aliases.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIRECTIVE_RULES } from '../../../server/src/analysis/directiveRules.ts';
import { editionById, tableById } from '../../../server/src/format/index.ts';
import { en } from '../../../server/src/messages/en.ts';
import type { UncheckedCatalogue } from '../../../server/src/messages/message.ts';
import { zhCN } from '../../../server/src/messages/zh-CN.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { EQUATION_RULES } from '../../../server/src/rules/totals/equationRules.ts';
import { statuteById } from '../../../server/src/statutes/index.ts';
import { readFixture, type Draft } from '../../support/fixture.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const RULE_FILES = filesBelow('server/src/rules')
  .filter(path => path.split('/').length === 5 && !/^server\/src\/rules\/(?:support|totals|workspace)\//.test(path))
  .map(path => path.slice('server/src/rules/'.length, -'.ts'.length));
/** Rules that are rows of one table. */
const ROWS = EQUATION_RULES.map(({ id }) => id);
const DRAFTS = filesBelow('test/drafts').filter(path => /\.(?:md|txt|html)$/.test(path));
const IDS = [...RULES.map(({ id }) => id), ...DIRECTIVE_RULES.map(({ id }) => id)];
const catalogues: readonly [string, UncheckedCatalogue][] = [
  ['zh-CN', zhCN as unknown as UncheckedCatalogue],
  ['en', en as unknown as UncheckedCatalogue],
];

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(path => /\.\w+$/.test(path));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Drafts of a rule's own fixture files. */
function draftsOf(id: string): Draft[] {
  const [group = '', name = ''] = id.split('/');
  return DRAFTS.filter(path =>
    new RegExp(`^test/drafts/rules/${group}/${name}(?:[.][^/]*)?[.](?:md|txt|html)$`).test(path),
  ).flatMap(path => readFixture(read(path)));
}

describe('rules', () => {
  test('every file below rules/ and every row on equations is a rule of the list, once, and the list has no other', () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual([...RULE_FILES, ...ROWS].sort());
    expect(new Set(IDS).size).toBe(IDS.length);
  });

  describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
    test('rests on something', () => {
      expect(rule.basis.length).toBeGreaterThan(0);
      for (const basis of rule.basis) expect(resolves(basis), basis).toBe(true);
    });

    test.skipIf(ROWS.includes(id))('finds nothing under another rule’s name', () => {
      const source = read(`server/src/rules/${id}.ts`);
      const group = id.split('/')[0] ?? '';
      const ids = [...source.matchAll(/'([a-z]+\/[a-z-]+(?:#\w+)?)'/g)]
        .map(match => match[1] ?? '')
        .filter(each => each.startsWith(`${group}/`));
      expect(ids.map(each => each.replace(/#.*/, '')).filter(each => each !== id)).toEqual([]);
      expect(ids).toContain(id);
    });
  });

  describe.each(IDS.map(id => [id] as const))('%s', id => {
    test.each(catalogues)('has its messages in %s', (_, catalogue) => {
      expect(Object.keys(catalogue).filter(each => each === id || each.startsWith(`${id}#`))).toContain(id);
    });

    test('has a page, linked from the index', () => {
      expect(existsSync(join(ROOT, 'docs/rules', `${id}.md`))).toBe(true);
      expect(read('docs/rules/README.md')).toContain(`(${id}.md)`);
    });

    test('has drafts with the mistake, without it, half typed, and in full width or with CRLF', () => {
      const drafts = draftsOf(id);
      const isAboutIt = (draft: Draft) => draft.expectations.some(({ rule }) => rule === id);
      expect(drafts.filter(isAboutIt).length, 'broken').toBeGreaterThan(0);
      expect(drafts.filter(({ isSilent }) => isSilent).length, 'clean').toBeGreaterThan(0);
      expect(drafts.filter(({ name }) => name.startsWith('未完')).length, 'half typed').toBeGreaterThan(0);
      expect(drafts.filter(({ switches }) => switches.includes('crlf')).length, 'CRLF').toBeGreaterThan(0);
      for (const { name } of drafts) expect(name).toMatch(/^(?:有误|无误|未完|全角)：|^(?:有误|无误|未完|全角)$/);
    });

    test('each of its messages is seen in a draft', () => {
      const expected = new Set(
        draftsOf(id).flatMap(({ expectations }) =>
          expectations.filter(({ rule }) => rule === id).map(({ message }) => `${id}${message ?? ''}`),
        ),
      );
      // One cell that explains several equations: the same wording for all rules, and some can never need it. What the
      // name of the file says is in no draft, and no form of a format file.
      const variants = Object.keys(zhCN).filter(
        each => each.startsWith(`${id}#`) && !/#(?:culprit|fileName|pairs)$/.test(each),
      );
      expect(variants.filter(each => !expected.has(each))).toEqual([]);
    });
  });
});

function resolves(basis: string): boolean {
  if (basis === 'practice') return true;
  const match = /^(edition|statute):([\w-]+)(?:#([\w.-]+))?$/.exec(basis);
  const [, kind, id = '', part] = match ?? [];
  if (kind === 'edition') {
    const edition = editionById(id);
    return edition !== undefined && (part === undefined || tableById(edition, part) !== undefined);
  }
  const statute = statuteById(id);
  if (kind !== 'statute' || !statute) return false;
  return part === undefined || statute.articles.some(({ no }) => no === Number(part));
}

describe('messages', () => {
  const known = Object.keys(zhCN);
  const TOPICS =
    /^(?:related|fix|hover|completion|outline|server|severity|cli|client|inlay|lens|equations|metric|rename)\.[a-z]/;
  const GROUPS = new Set([...RULE_FILES, ...ROWS].map(id => id.split('/')[0] ?? ''));
  const isId = (text: string) =>
    TOPICS.test(text) || (/^[a-z]+\/[a-z-]+(?:#\w+)?$/.test(text) && GROUPS.has(text.split('/')[0] ?? ''));
  const sources = [...filesBelow('server/src'), ...filesBelow('client/src')]
    .filter(path => path.endsWith('.ts') && !/\/messages\/(?:en|zh-CN)\.ts$/.test(path))
    .map(read);
  const literals = new Set(
    sources.flatMap(source => [...source.matchAll(/'([^'\n]*)'/g)].map(match => match[1] ?? '')),
  );
  const templates = sources
    .flatMap(source => [...source.matchAll(/`([a-z]+[./][^`$\n]*)\$\{/g)].map(match => match[1] ?? ''))
    .filter(isTopicStart);

  function isTopicStart(text: string): boolean {
    return (
      TOPICS.test(text) ||
      text.startsWith('facets.') ||
      text.startsWith('form.refused.') ||
      /^(?:related|fix|hover|completion|outline|server|severity|cli|client|inlay|lens|equations|metric|rename)\.$/.test(
        text,
      )
    );
  }

  test('both languages have the same ids, in the same order', () => {
    expect(Object.keys(en)).toEqual(known);
  });

  test('every id that is used exists', () => {
    expect([...literals].filter(text => isId(text) && !known.includes(text) && !OTHERS.has(text))).toEqual([]);
    expect(templates.filter(start => !known.some(id => id.startsWith(start)))).toEqual([]);
  });

  test('every id that exists is used', () => {
    const unused = known.filter(
      id => !sources.some(source => source.includes(`'${id}'`)) && !templates.some(start => id.startsWith(start)),
    );
    // `#culprit` is put behind the id by rules/equation.ts.
    expect(unused.filter(id => !id.endsWith('#culprit'))).toEqual([]);
  });
});

/** Strings that look like ids of messages and are none. */
const OTHERS: ReadonlySet<string> = new Set(['server.js', ...Object.keys(RULE_ALIASES)]);

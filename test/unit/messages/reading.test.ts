import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../server/src/messages/text.ts';
import { findingsOf } from '../../support/fixture.ts';
import { readingEntries } from '../../support/readingPage.ts';

const root = resolve(import.meta.dirname, '../../..');
const page = resolve(root, 'docs/reading.md');

describe('docs/reading.md', () => {
  const entries = readingEntries(page);

  it('has every entry of the page', () => {
    expect(entries.length).toBe(readFileSync(page, 'utf8').split('\n```text\n').length - 1);
  });

  it.each(entries)('$title', async ({ rule, draft, sentence }) => {
    const said = (await findingsOf(draft)).filter(each => each.rule === rule).map(each => messageOf('zh-CN', each));
    expect(said).toContain(sentence);
  });
});

it('every finding says what to do', () => {
  const catalogue = readFileSync(resolve(root, 'server/src/messages/zh-CN.ts'), 'utf8');
  const entries = [...catalogue.matchAll(/^ {2}'([a-z-]+\/[a-z-]+(?:#[a-z-]+)?)':([^]*?)(?=^ {2}'|^};)/gm)];
  expect(entries.length).toBeGreaterThan(100);
  // The wording of sums that do not hold is put together by a function of its own, which says 请核对这一格.
  const silent = entries.filter(([, , body = '']) => !body.includes('请') && !/\bculprit\(/.test(body));
  expect(silent.map(([, id]) => id)).toEqual([]);
  expect(/function culprit[^]*?^}/m.exec(catalogue)?.[0] ?? /const culprit[^]*?;$/m.exec(catalogue)?.[0]).toContain(
    '请',
  );
});

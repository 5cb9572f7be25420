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

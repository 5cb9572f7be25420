import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../server/src/analysis/checkPlan.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { needing, ReaderSet, type TextBlock } from '../../../server/src/syntax/paragraphFacts.ts';
import { plain } from '../../../server/src/text/mappedText.ts';

const blockOf = (text: string): TextBlock => ({ kind: 'paragraph', length: text.length, text: plain(text, 0) });
const DRAFTS = join(import.meta.dirname, '../../drafts');

describe('several readers', () => {
  const failing = () => {
    throw new Error('failed');
  };
  const words = (text: string) => text.split('，');

  it('shows a text to those that need a sign of it, and to those that need none', () => {
    const set = new ReaderSet([needing('年月', words), failing, needing('件', words), () => [], words]);
    expect(set.read(blockOf('本年，12件')).map(({ reader }) => reader)).toEqual([0, 1, 2, 4]);
    expect(set.read(blockOf('没有收到')).map(({ reader }) => reader)).toEqual([1, 4]);
  });

  it('looks at the needs of so many as it can, and shows the others every text', () => {
    const set = new ReaderSet(Array.from({ length: 40 }, () => needing('件', words)));
    expect(set.read(blockOf('12件'))).toHaveLength(40);
    expect(set.read(blockOf('12条')).length).toBeLessThan(10);
  });
});

it('no reader finds anything in a text without the signs that it needs', () => {
  const needs = checkPlan(RULES, []).readers.readers.filter(reader => reader.needs !== undefined);
  expect(needs.length).toBeGreaterThan(5);
  const files = readdirSync(DRAFTS, { recursive: true, encoding: 'utf8' }).filter(name => /\.(?:md|txt)$/.test(name));
  let found = 0;
  for (const file of files)
    for (const text of readFileSync(join(DRAFTS, file), 'utf8').split('\n'))
      for (const reader of needs) {
        if (reader(text, blockOf(text)).length === 0) continue;
        found++;
        expect(
          [...(reader.needs ?? '')].some(sign => text.includes(sign)),
          text,
        ).toBe(true);
      }
  expect(found).toBeGreaterThan(100);
});

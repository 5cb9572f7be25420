import { expect, it } from 'vitest';
import { checkPlan } from '../../../server/src/analysis/checkPlan.ts';
import { defineRule, reportCheck } from '../../../server/src/rules/support/rule.ts';

const words = (text: string): readonly string[] => [text];
const rule = defineRule({
  id: 'wording/words',
  catalogue: [],
  basis: ['practice'],
  severity: 'hint',
  checks: [{ scope: 'paragraph', reader: words, run: () => [] }, reportCheck({ readers: { words }, run: () => [] })],
});

it('shows a paragraph once to a reader that several checks have', () => {
  const {
    readers: { readers },
    paragraph,
    report,
  } = checkPlan([rule], []);
  expect(readers.filter(reader => reader === words)).toHaveLength(1);
  const index = readers.indexOf(words);
  expect(paragraph[0]?.reader).toBe(index);
  expect(report[0]?.readers).toEqual([['words', index]]);
});

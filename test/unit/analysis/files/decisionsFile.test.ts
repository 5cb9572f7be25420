import type { Decision, ReviewComment } from '../../../../server/src/analysis/files/decision.ts';
import { describe, expect, test } from 'vitest';
import { changedDecisionsFile, readDecisionsFile } from '../../../../server/src/analysis/files/decisionsFile.ts';

const decision = (fingerprint: string, more: Partial<Decision> = {}): Decision => ({
  fingerprint,
  rule: 'totals/row-total',
  verdict: 'accepted',
  who: '周审',
  why: '已核实',
  on: '2025-01-20',
  ...more,
});
const comment: ReviewComment = {
  path: '2024.md',
  body: '青禾县林业局',
  year: 2024,
  quote: '三、',
  before: '。',
  text: '请补充',
  who: '周审',
  on: '2025-01-20',
  done: false,
};

function changed(text: string, ...changes: Parameters<typeof changedDecisionsFile>[1][]): string {
  return changes.reduce((before, change) => {
    const after = changedDecisionsFile(before, change);
    if (typeof after !== 'string') throw new Error(after.detail);
    return after;
  }, text);
}

describe('the file with decisions', () => {
  test('has one entry a line, sorted, whatever the order of changes: two reviewers’ files merge', () => {
    const one = changed(
      '',
      { kind: 'decide', decision: decision('b') },
      { kind: 'comment', comment },
      { kind: 'decide', decision: decision('a') },
    );
    const other = changed(
      '',
      { kind: 'decide', decision: decision('a') },
      { kind: 'decide', decision: decision('b', { why: '先前的理由' }) },
      { kind: 'decide', decision: decision('b') },
      { kind: 'comment', comment },
    );
    expect(other).toBe(one);
    expect(one.split('\n').filter(line => line.includes('fingerprint'))).toHaveLength(2);
    expect(readDecisionsFile(one)).toEqual({ decisions: [decision('a'), decision('b')], comments: [comment] });
  });

  test('keeps what it does not know, and apart what is about two reports', () => {
    const text = '{ "version": 1, "note": "别的程序", "decisions": [] }';
    const after = changed(
      text,
      { kind: 'decide', decision: decision('a', { path: '甲/2024.md' }) },
      { kind: 'decide', decision: decision('a', { path: '乙/2024.md' }) },
      { kind: 'withdraw', decisions: [{ rule: 'totals/row-total', fingerprint: 'a', path: '甲/2024.md' }] },
    );
    expect(after).toContain('"note": "别的程序"');
    expect(readDecisionsFile(after)).toEqual({ decisions: [decision('a', { path: '乙/2024.md' })], comments: [] });
  });

  test('changes and deletes comments', () => {
    const done = { ...comment, done: true };
    const after = changed('', { kind: 'comment', comment }, { kind: 'comment', comment: done, replaces: 0 });
    expect(readDecisionsFile(after)).toEqual({ decisions: [], comments: [done] });
    expect(readDecisionsFile(changed(after, { kind: 'deleteComment', index: 0 }))).toEqual({
      decisions: [],
      comments: [],
    });
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no list', '{ "decisions": 1 }'],
    ['a decision without a reason', '{ "decisions": [{ "rule": "a/b", "fingerprint": "c", "verdict": "accepted" }] }'],
    ['a verdict of its own', '{ "decisions": [{ "rule": "a/b", "fingerprint": "c", "verdict": "ok", "why": "d" }] }'],
    ['a comment without words', '{ "comments": [{ "path": "a.md", "quote": "b" }] }'],
    ['too deep', '['.repeat(100_000)],
  ])('is left alone where it is not understood: %s', (_, text) => {
    expect(readDecisionsFile(text)).toHaveProperty('detail');
    expect(changedDecisionsFile(text, { kind: 'deleteComment', index: 0 })).toHaveProperty('detail');
  });
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { SemanticToken } from '../../../server/src/features/semanticTokens.ts';
import { encodeTokens, TokenAnswers } from '../../../server/src/lsp/tokenAnswers.ts';

const URI = 'file:///2024.md';

/** Tokens in order, none upon another. */
const tokens: fc.Arbitrary<readonly SemanticToken[]> = fc
  .array(fc.tuple(fc.nat(2), fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.nat(3), fc.nat(1)), { maxLength: 12 })
  .map(steps => {
    let line = 0;
    let character = 0;
    return steps.map(([down, gap, length, type, modifiers]) => {
      line += down;
      character = down > 0 ? gap : character + gap;
      const token = { line, character, length, type, modifiers };
      character += length;
      return token;
    });
  });

test('changes of tokens lead from each answer to the next', () => {
  fc.assert(
    fc.property(fc.array(tokens, { minLength: 1, maxLength: 6 }), versions => {
      const answers = new TokenAnswers();
      const first = answers.full(URI, versions[0] ?? []);
      let { resultId } = first;
      let data = first.data;
      for (const version of versions.slice(1)) {
        const answer = answers.delta(URI, version, resultId ?? '');
        if ('edits' in answer) {
          data = [...data];
          for (const { start, deleteCount, data: added } of answer.edits)
            data.splice(start, deleteCount, ...(added ?? []));
        } else data = answer.data;
        resultId = answer.resultId;
        expect(data).toEqual(encodeTokens(version).data);
      }
    }),
  );
});

test('answers in one millisecond are told apart, also behind a change', () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  try {
    const answers = new TokenAnswers();
    const at = (line: number): SemanticToken[] => [{ line, character: 2, length: 3, type: 1, modifiers: 0 }];
    const first = answers.full(URI, at(1));
    const second = answers.delta(URI, at(2), first.resultId ?? '');
    expect(second).toHaveProperty('edits');
    expect(second.resultId).not.toBe(first.resultId);
    // An answer that builds on the one before the last gets all tokens.
    expect(answers.delta(URI, at(3), first.resultId ?? '')).toMatchObject({ data: [3, 2, 3, 1, 0] });
    expect(answers.delta(URI, at(4), second.resultId ?? '')).toMatchObject({ data: [4, 2, 3, 1, 0] });
    const others = [answers.full('file:///a.md', at(1)), answers.full('file:///b.md', at(1))];
    expect(new Set(others.map(({ resultId }) => resultId)).size).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

test('all tokens are sent where the last answer is not known', () => {
  const answers = new TokenAnswers();
  const some = [{ line: 1, character: 2, length: 3, type: 1, modifiers: 0 }];
  expect(answers.delta(URI, some, '1')).toMatchObject({ data: [1, 2, 3, 1, 0] });
  expect(answers.delta(URI, some, 'another')).toMatchObject({ data: [1, 2, 3, 1, 0] });
  answers.forget(URI);
  expect(answers.delta(URI, some, '1')).toHaveProperty('data');
});

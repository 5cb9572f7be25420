import { expect, it } from 'vitest';
import { LastResult } from '../../../server/src/text/lastResult.ts';

it('computes anew only where the text is another one', () => {
  let calls = 0;
  const result = new LastResult(text => `${text}${String(++calls)}`);
  expect(['', '', 'a', 'a', '', 'a'].map(text => result.get(text))).toEqual(['1', '1', 'a2', 'a2', '3', 'a4']);
});

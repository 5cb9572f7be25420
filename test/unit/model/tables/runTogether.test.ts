import { expect, it } from 'vitest';
import { splitRun } from '../../../../server/src/model/tables/runTogether.ts';

const lastIsSum = (numbers: readonly number[]): boolean =>
  numbers.slice(0, -1).reduce((sum, each) => sum + each, 0) === numbers.at(-1);

it.each([
  ['20002', 5, ['2', '0', '0', '0', '2']],
  ['11112', 3, undefined],
  ['10212', 3, ['10', '2', '12']],
  ['1', 2, undefined],
  ['1２3', 2, undefined],
  ['0'.repeat(41), 2, undefined],
])('%s as %i numbers of which the last is the sum: %j', (run, count, parts) => {
  expect(splitRun(run, count, lastIsSum)).toEqual(parts);
});

it('is given up where there are too many ways', () => {
  expect(splitRun('1'.repeat(40), 20, () => false)).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { memoByTableAnswers, type TableAnswers } from '../../../../server/src/model/links/tableNumbers.ts';

function tablesWith(values: Readonly<Record<string, readonly number[]>>, totals: readonly number[] = []): TableAnswers {
  return {
    valuesOf: (metric, period) => values[`${period} ${metric}`] ?? [],
    correctedOf: (metric, period) => values[`corrected ${period} ${metric}`] ?? [],
    hasTotal: isAsked => totals.some(isAsked),
  };
}

/** Asks for what was received and whether a total is above 50. */
function counted() {
  const calls: TableAnswers[] = [];
  const memo = memoByTableAnswers((_: object, tables) => {
    calls.push(tables);
    return `${tables.valuesOf('received', 'annual').join()} ${String(tables.hasTotal(total => total > 50))}`;
  });
  return { calls, memo };
}

describe('what follows from an object and the numbers of the tables', () => {
  const first = tablesWith({ 'annual received': [12, 15] }, [60]);

  it('is kept while the tables answer the same', () => {
    const { calls, memo } = counted();
    const chain = {};
    expect(memo(chain, first)).toBe('12,15 true');
    expect(memo(chain, first)).toBe('12,15 true');
    // Other numbers, but none that was asked for.
    expect(memo(chain, tablesWith({ 'annual received': [12, 15], 'annual replied': [9] }, [70, 3]))).toBe('12,15 true');
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['a value', tablesWith({ 'annual received': [12, 16] }, [60]), '12,16 true'],
    ['a reading less', tablesWith({ 'annual received': [12] }, [60]), '12 true'],
    ['a total', tablesWith({ 'annual received': [12, 15] }, [40]), '12,15 false'],
    ['no tables', tablesWith({}), ' false'],
  ])('is made anew where %s differs', (_, second, expected) => {
    const { calls, memo } = counted();
    const chain = {};
    memo(chain, first);
    expect(memo(chain, second)).toBe(expected);
    // And back.
    expect(memo(chain, first)).toBe('12,15 true');
    expect(calls).toHaveLength(3);
  });

  it('is of each object', () => {
    const { calls, memo } = counted();
    memo({}, first);
    memo({}, first);
    expect(calls).toHaveLength(2);
  });
});

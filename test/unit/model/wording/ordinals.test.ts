import { describe, expect, it } from 'vitest';
import { ordinalSlips, readOrdinals, type Ordinal } from '../../../../server/src/model/wording/ordinals.ts';
import type { TextFact } from '../../../../server/src/syntax/paragraphFacts.ts';

function slips(...paragraphs: string[]) {
  const facts = paragraphs.flatMap(text => {
    const placed = {};
    return readOrdinals(text).map(fact => ({ fact, text, placed }) as unknown as TextFact<Ordinal>);
  });
  return ordinalSlips(facts).map(({ fact, kind, expected, isProved }) => [fact.fact.value, kind, expected, isProved]);
}

describe('ordinals in running text', () => {
  it('finds what is skipped, repeated or begins with two', () => {
    expect(slips('一是公开。三是解读。')).toEqual([[3, 'skipped', 2, false]]);
    expect(slips('一是公开。二是解读。二是回应。四是考核。')).toEqual([[2, 'repeated', 3, true]]);
    expect(slips('形式单一；二是力量不足。')).toEqual([[2, 'first', 1, false]]);
    expect(slips('一是公开。', '二是解读。', '四是考核。')).toEqual([[4, 'skipped', 3, false]]);
  });

  it('follows lists inside others, over paragraphs and in other words', () => {
    expect(slips('一是公开，一是审核，二是发布。二是解读。三是回应。')).toEqual([]);
    expect(slips('一是公开。', '二是解读。', '三是回应。')).toEqual([]);
    expect(slips('一是公开，其次解读，三是回应。首先审核，二是发布。')).toEqual([]);
    expect(slips('口径统一是前提，第一是学习。')).toEqual([]);
  });
});

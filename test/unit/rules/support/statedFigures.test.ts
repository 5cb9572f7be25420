import { describe, expect, it } from 'vitest';
import type { StatedFigure } from '../../../../server/src/model/statements/statedFigure.ts';
import { differenceFrom } from '../../../../server/src/rules/support/statedFigures.ts';

const figure = (value: number, scale: number, unit: string) =>
  ({ number: { value, scale, unit } }) as unknown as StatedFigure;

describe('a difference', () => {
  it.each([
    [figure(1.2, 1, '万元'), 0, '1.2万元'],
    [figure(15_000, 10_000, '件'), 14_000, '0.1万件'],
    [figure(120_000_000, 100_000_000, '元'), 130_000_000, '0.1亿元'],
    [figure(15, 1, '件'), 17, '2件'],
    [figure(0.3, 1, '%'), 0.1, '0.2%'],
    [figure(7, 1, ''), 3, '4'],
  ])('is written as the figure is (%#)', (stated, other, expected) => {
    expect(differenceFrom(stated, other)).toBe(expected);
  });
});

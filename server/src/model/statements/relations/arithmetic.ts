import type { StatedFigure } from '../statedFigure.ts';

/** Half a unit of the last place to which a figure is printed; 0 for whole counts. */
export function marginOf({ number: { decimals, scale } }: StatedFigure): number {
  return decimals === 0 && scale === 1 ? 0 : (scale * 10 ** -decimals) / 2;
}

/** Whether two sums are equal within what the printed places of their figures leave open. */
export function isEqual(a: number, b: number, figures: readonly StatedFigure[]): boolean {
  return Math.abs(a - b) <= figures.reduce((sum, figure) => sum + marginOf(figure), 0) + 1e-6;
}

export function sumOf(figures: readonly StatedFigure[]): number {
  return figures.reduce((sum, { number }) => sum + number.value, 0);
}

export function isExact({ number: { precision } }: StatedFigure): boolean {
  return precision !== 'rough';
}

/** Whether a percentage is part ÷ whole, up to one unit of its last place: rounded, cut off or forced to 100. */
export function isShare(part: number, whole: number, { number }: StatedFigure, units = 1): boolean {
  if (whole <= 0 || part < 0) return false;
  return Math.abs((part / whole) * 100 - number.value) <= units * 10 ** -number.decimals + 1e-9;
}

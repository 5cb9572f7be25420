import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import type { ShareReading } from './rates.ts';

// Shares of several counts together.

/** The list that ends before a base, or a row of counts in its sentence, all together. */
export function ofAllBefore(base: StatedFigure, { figures, lists }: ChainReading): ShareReading | undefined {
  const last = figures[base.index - 1];
  const list = lists.find(({ parts }) => parts.length > 1 && parts.at(-1)?.figure === last);
  const parts = list ? list.parts.map(({ figure }) => figure) : rowBefore(base, figures);
  if (parts.length < 2 || !parts.every(isExact)) return undefined;
  return {
    part: undefined,
    partValue: sumOf(parts),
    base: base.number.value,
    baseFigure: base,
    isNamed: list !== undefined,
  };
}

/** Counts directly before a figure in its sentence, as far as one measure word goes. */
export function rowBefore(
  { index, sentence }: StatedFigure,
  figures: readonly StatedFigure[],
): readonly StatedFigure[] {
  const row: StatedFigure[] = [];
  for (let each = figures[index - 1]; each && row.length < MOST_OF_ROW; each = figures[each.index - 1]) {
    const isNext = each.sentence === sentence && each.kind === 'count' && each.number.unit !== '';
    if (!isNext || each.number.unit !== (row[0] ?? each).number.unit) break;
    row.unshift(each);
  }
  return row;
}

const MOST_OF_ROW = 12;

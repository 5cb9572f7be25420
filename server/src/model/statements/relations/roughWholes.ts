import type { ChainReading } from '../chains.ts';
import { areChannels } from '../dimensions.ts';
import type { PartList } from '../lists/partList.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, sumOf } from './arithmetic.ts';
import { areAspects, areMoves } from './aspects.ts';
import type { ChainDisagreement } from './disagreement.ts';
import { hasOtherReading } from './otherSums.ts';

// 余, 多 and 近 leave a range: parts that are above all of it do not fit.

const PERSONS: ReadonlySet<string> = new Set(['人', '名', '位', '户']);
/** What is more by half was misread. */
const FARTHEST = 1.5;

/** 近900条，其中甲610条、乙200条、丙110条: parts that are together more than a whole, or they, may be. */
export function aboveRough(list: PartList, chain: ChainReading): ChainDisagreement | undefined {
  const { whole, parts, form } = list;
  const figures = parts.map(({ figure }) => figure);
  if (parts.length < 2 || form === 'implied' || form === 'total' || form === 'items') return undefined;
  // The same goes out by several ways, and the same persons follow it there.
  if (list.isLoose || list.isOverlapping === true || areChannels(list)) return undefined;
  // 近200人，其中科级以上50人，技术人员160人: one person may be several things.
  if (PERSONS.has(whole.number.unit)) return undefined;
  const most = rangeOf(whole, chain)?.most;
  const least = figures.map(each => rangeOf(each, chain)?.least);
  if (most === undefined || !least.every(each => each !== undefined)) return undefined;
  const sum = least.reduce((a, b) => a + b, 0);
  if (sum <= most || sum > most * FARTHEST || figures.some(each => each.number.value >= whole.number.value))
    return undefined;
  if (areMoves(list) || areAspects(list, sum, chain) || hasOtherReading(list, chain, sumOf(figures))) return undefined;
  const all = [whole, ...figures];
  return { kind: 'partsTotal', certainty: 'information', figure: whole, figures: all, list, sum };
}

/**
 * What a figure may be: 余 and 多 up to the next in its last place that is told, 近 down to the one before it and up to
 * what is rounded to it, as it is often written of any rounded figure.
 */
function rangeOf(figure: StatedFigure, { text }: ChainReading): { least: number; most: number } | undefined {
  const { value, scale } = figure.number;
  if (isExact(figure)) return scale === 1 ? { least: value, most: value } : undefined;
  const step = placeOf(value);
  if (MORE.test(text.slice(figure.start, figure.end + 1))) return { least: value, most: value + step - 1 };
  if (text.charAt(figure.start - 1) === '近') return { least: value - step + 1, most: value + step / 2 };
  return undefined;
}

const MORE = /[余多]/;

/** 2800 is told to hundreds. */
function placeOf(value: number): number {
  let place = 1;
  while (value > 0 && value % (place * 10) === 0) place *= 10;
  return place;
}

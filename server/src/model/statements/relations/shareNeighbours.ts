import type { ChainReading } from '../chains.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact, isShare, sumOf } from './arithmetic.ts';
import type { ShareReading } from './rates.ts';

/** So many figures before and behind a share are looked at for others of its row. */
const MOST_NEAR = 24;
/** With so many shares that agree, a base that is told nowhere is known. */
const FEWEST = 3;

/**
 * 甲59件、占45.3%；乙32件、占24.6%；丙26件、占20%: shares of one row, each behind its count, that all fit one base, which is told
 * nowhere.
 */
export function agreeWithNeighbours(share: StatedFigure, { figures }: ChainReading): boolean {
  const own = rangeOf(share, figures);
  if (!own) return false;
  let [least, most, count] = [own.least, own.most, 0];
  const from = Math.max(0, share.index - MOST_NEAR);
  for (const each of figures.slice(from, share.index + MOST_NEAR)) {
    const range = each.paragraph === share.paragraph ? rangeOf(each, figures) : undefined;
    if (!range) continue;
    if (range.most < least || range.least > most) return false;
    [least, most] = [Math.max(least, range.least), Math.min(most, range.most)];
    count++;
  }
  return count >= FEWEST;
}

/**
 * 征收24件，占43.8%；规划12件，占25%；工程8件，占16.7%；其余7件，占14.6%: the shares make up all, and all counts but one are theirs of
 * one base, which is told nowhere.
 */
export function oddCount(
  run: readonly { share: StatedFigure; part: StatedFigure }[],
): { share: StatedFigure; part: StatedFigure; base: number } | undefined {
  const rounding = run.reduce((sum, { share }) => sum + 10 ** -share.number.decimals, 0);
  const isAll = Math.abs(run.reduce((sum, { share }) => sum + share.number.value, 0) - 100) <= rounding;
  if (run.length < FEWEST || !isAll) return undefined;
  const found = run.flatMap(odd => {
    const others = run.filter(each => each !== odd);
    const base = Math.round(sumOf(others.map(({ part }) => part)) / (1 - odd.share.number.value / 100));
    const areOfBase = others.every(({ share, part }) => isShare(part.number.value, base, share));
    return areOfBase && !isShare(odd.part.number.value, base, odd.share) ? [{ ...odd, base }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Bases of which the count before a share is that share; undefined where none stands directly before it. */
function rangeOf(
  { index, number, sentence, kind }: StatedFigure,
  figures: readonly StatedFigure[],
): { least: number; most: number } | undefined {
  const part = figures[index - 1];
  const isShare = number.unit === '%' && (kind === 'share' || kind === 'percent') && number.value > 0;
  if (!isShare || part?.kind !== 'count' || part.sentence !== sentence || part.number.value === 0) return undefined;
  const unit = 10 ** -number.decimals;
  return {
    least: (part.number.value / (number.value + unit)) * 100,
    most: number.value > unit ? (part.number.value / (number.value - unit)) * 100 : Infinity,
  };
}

/** 点击2871次，89.2%来自手机端（2561次），10.8%来自电脑端（310次）: each share has its own count behind it, alone in brackets. */
export function sharesBeforeCounts({ figures }: ChainReading): readonly (readonly [StatedFigure, ShareReading])[] {
  return figures.flatMap((base, i) => {
    if (base.kind !== 'count' || !isExact(base) || base.number.value <= 0 || base.number.unit === '') return [];
    const found: [StatedFigure, ShareReading][] = [];
    let sum = 0;
    for (let at = i + 1; at + 1 < figures.length; at += 2) {
      const [share, part, next] = [figures[at], figures[at + 1], figures[at + 2]];
      const isPair =
        share?.sentence === base.sentence &&
        share.number.unit === '%' &&
        share.depth === base.depth &&
        part?.depth === share.depth + 1 &&
        part.kind === 'count' &&
        part.labelFrom === part.token &&
        part.bracket === part.token - 1 &&
        next?.bracket !== part.bracket &&
        part.number.unit === base.number.unit;
      if (!isPair) break;
      sum += part.number.value;
      found.push([share, { part, partValue: part.number.value, base: base.number.value, baseFigure: base }]);
    }
    return found.length > 1 && sum <= base.number.value * MOST_ABOVE ? found : [];
  });
}

/** Counts that make up far more than the base are of something else. */
const MOST_ABOVE = 1.2;

import type { ChainReading } from '../chains.ts';
import { isSameMeasure } from '../measures.ts';
import type { StatedFigure } from '../statedFigure.ts';
import { isExact } from './arithmetic.ts';
import type { ShareReading } from './rates.ts';

/** What opens a total in brackets: （共发文226件）. */
const TOTAL = /^[（(](?:全年|本年)?[共总]/;
/** So many characters around a share are looked at. */
const LONGEST = 24;

/** Percentages of a base that brackets tell, before them or behind. */
export function basesInBrackets(chain: ChainReading): ReadonlyMap<StatedFigure, ShareReading> {
  const found = new Map<StatedFigure, ShareReading>();
  for (const share of chain.figures) {
    const reading = share.number.unit === '%' && share.kind !== 'rate' ? baseInBrackets(share, chain) : undefined;
    if (reading) found.set(share, reading);
  }
  return found;
}

/** 20件，占答复数（268件）的7.5%; 139件，占发文的61.5%（共发文226件）: the base in brackets before a share or behind it. */
function baseInBrackets(share: StatedFigure, { figures, text }: ChainReading): ShareReading | undefined {
  const [inside, behind] = [figures[share.index - 1], figures[share.index + 1]];
  const part = inside && inside.depth > share.depth ? figures[inside.index - 1] : inside;
  if (part?.kind !== 'count' || part.sentence !== share.sentence || part.depth !== share.depth || !isExact(part))
    return undefined;
  if (!text.slice(Math.max(part.end, share.start - 2 * LONGEST), share.start).includes('占')) return undefined;
  const isBefore = inside !== part && /^[）)][的之]$/.test(text.slice(inside?.end, share.start).trim());
  const isBehind = inside === part && TOTAL.test(text.slice(share.end, share.end + LONGEST).trimStart());
  const base = isBefore ? inside : isBehind ? behind : undefined;
  if (base?.kind !== 'count' || base.depth !== share.depth + 1 || base.sentence !== share.sentence) return undefined;
  return isExact(base) && isSameMeasure(base.number.unit, part.number.unit) && base.number.value > part.number.value
    ? { part, partValue: part.number.value, base: base.number.value, baseFigure: base, isNamed: isBefore }
    : undefined;
}

import { MEDIA_UNITS } from './labelWords.ts';
import type { Token } from './tokens.ts';

/**
 * 13个乡镇公开22条: how many bodies did what is counted behind them, with no sign between. It belongs to the label of
 * that figure, as 各 does in 各乡镇公开22条, and counts nothing of what the sentence is about, unless a mean is told.
 */
export function saysHowMany(tokens: readonly Token[], at: number): boolean {
  const [token, name] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'number' || !MEDIA_UNITS.includes(token.number.unit) || !mayStandBefore(tokens[at - 1]))
    return false;
  if (name?.kind !== 'word' || !(name.meaning.whose === 'subordinate' || name.meaning.matter === 'units')) return false;
  let next = at + 2;
  while (tokens[next]?.kind === 'word' || tokens[next]?.kind === 'unknown') next++;
  const figure = tokens[next];
  if (figure?.kind !== 'number' || figure.number.unit === '' || MEDIA_UNITS.includes(figure.number.unit)) return false;
  for (let i = next + 1; i < next + FARTHEST_MEAN; i++) {
    const each = tokens[i];
    if (each === undefined) break;
    if (each.kind === 'sign' && (each.sign === 'stop' || each.sign === 'paragraph')) break;
    if (each.kind === 'word' && (each.meaning.stat === 'average' || each.meaning.stat === 'per')) return false;
  }
  return true;
}

/** A mean stands no more tokens behind what it is of. */
const FARTHEST_MEAN = 40;

/** At the beginning of a clause, behind 其中, whose and when; 向13个乡镇配送22份 tells what was done to them. */
function mayStandBefore(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return token === undefined || token.kind === 'sign' || token.kind === 'year';
  const { role, whose, when } = token.meaning;
  return role === 'among' || whose !== undefined || when !== undefined;
}

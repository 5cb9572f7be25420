import { MEDIA_UNITS } from './labelWords.ts';
import type { Token } from './tokens.ts';

/**
 * 13个乡镇公开22条: how many bodies did what is counted behind them, with no sign between. It belongs to the label of
 * that figure, as 各 does in 各乡镇公开22条, and counts nothing of what the sentence is about.
 */
export function saysHowMany(tokens: readonly Token[], at: number): boolean {
  const [token, name] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'number' || !MEDIA_UNITS.includes(token.number.unit)) return false;
  if (name?.kind !== 'word' || !(name.meaning.whose === 'subordinate' || name.meaning.matter === 'units')) return false;
  for (let next = at + 2; next < tokens.length; next++) {
    const each = tokens[next];
    if (each?.kind === 'sign') return false;
    if (each?.kind === 'number') return each.number.unit !== '' && !MEDIA_UNITS.includes(each.number.unit);
  }
  return false;
}

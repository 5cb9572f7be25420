import type { Edition } from '../../format/types.ts';
import { simplifiedText } from '../../text/traditional.ts';
import { memoByObject } from '../../text/memo.ts';
import { PhraseIndex, SHORTEST_PHRASE } from './phraseIndex.ts';
import { slipsIn, type PhraseSlip } from './phraseSlips.ts';

/** Slips in the phrases of a format file's own; none where the edition has no phrases. */
export function ownSlips(text: string, edition: Edition | null): readonly PhraseSlip[] {
  return edition && edition.phrases.length > 0 ? slipsIn(text, ownIndex(edition)) : NONE;
}

/** Whether a place of a text lies in a phrase of the edition's own: what is right there is no slip of another one. */
export function isInOwnPhrase(text: string, { start, end }: PhraseSlip, edition: Edition | null): boolean {
  const phrases = edition?.phrases ?? NONE;
  return phrases.some(phrase => {
    const around = simplifiedText(text).slice(Math.max(0, start - phrase.length), end + phrase.length);
    return around.includes(phrase);
  });
}

const NONE: readonly never[] = [];

const ownIndex = memoByObject(({ phrases }: Edition): PhraseIndex => {
  const index = new PhraseIndex();
  for (const phrase of new Set(phrases)) if (phrase.length >= SHORTEST_PHRASE) index.add(phrase, 'term');
  return index;
});

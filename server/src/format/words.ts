import { fold } from '../text/fold.ts';
import { Trie } from '../text/trie.ts';
import { COMPOUND_WORDS } from './compoundWords.ts';
import { WORDS } from './data/words.ts';
import { meaningOf, type Facets, type Meaning, type WordEntry } from './meanings.ts';
import { OFFICIAL_WORDS } from './officialWords.ts';

/** Words that are looked for at a place of a text. */
export type Words = Pick<Trie<Meaning>, 'longestAt'>;

/** Longest word in characters. */
export const LONGEST_WORD = 40;

/** Words to look for, with their meanings; a word of several entries has the facets of all, the first one's first. */
export function wordTrie(entries: readonly WordEntry[]): Trie<Meaning> {
  const facetsOf = new Map<string, Facets>();
  for (const { words, ...facets } of entries)
    for (const word of words.split(' ')) if (word !== '') facetsOf.set(word, { ...facets, ...facetsOf.get(word) });
  const trie = new Trie<Meaning>();
  for (const [word, facets] of facetsOf) trie.add(fold(word), meaningOf(facets));
  return trie;
}

/** The words of reports: those written down, those put together, and those of the official tables. */
export const ALL_WORDS: readonly WordEntry[] = [...WORDS, ...COMPOUND_WORDS, ...OFFICIAL_WORDS];

export const REPORT_WORDS = wordTrie(ALL_WORDS);
